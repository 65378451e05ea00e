"""What a shell has to run once so that it asks us how a word can go on."""

from keseimbangan.i18n import _

PROGRAMS = ("imbang", "keseimbangan")
SHELLS = ("bash", "zsh", "fish", "powershell")

# Typer's own for bash expands `*` in an answer and shows no titles; its own for zsh runs `eval` on
# the answer, and a task's title must never be run.
_BASH = """\
%(function)s() {
  COMPREPLY=()
  local line
  while IFS= read -r line; do COMPREPLY+=("$line"); done < <(
    IFS=$'\\n'
    COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD COMP_TYPE=$COMP_TYPE \\
      %(variable)s=complete_bash "$1" 2>/dev/null
  )
}
complete -o nosort -o default -F %(function)s %(program)s 2>/dev/null ||
  complete -o default -F %(function)s %(program)s
"""
_ZSH = """\
%(function)s() {
  local -a found
  found=("${(@f)$(_TYPER_COMPLETE_ARGS="${words[1,$CURRENT]}" \\
    %(variable)s=complete_zsh "${(Q)words[1]}" 2>/dev/null)}")
  if [[ -n "${found[1]}" ]]; then
    _describe -V '%(program)s' found
  else
    _files
  fi
}
compdef %(function)s %(program)s
"""
_ZSH_START = "(( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }\n"


def script(shell: str) -> str:
    """The script of a shell, for both names of the program."""
    start = _ZSH_START if shell == "zsh" else ""
    return start + "\n".join(_of_program(shell, program) for program in PROGRAMS)


def installation(shell: str) -> str:
    """How to keep it, in one line."""
    return {
        "bash": _("Pasang: imbang atur pelengkap bash >> ~/.bashrc"),
        "zsh": _("Pasang: imbang atur pelengkap zsh >> ~/.zshrc"),
        "fish": _("Pasang: imbang atur pelengkap fish > ~/.config/fish/conf.d/imbang.fish"),
        "powershell": _("Pasang: imbang atur pelengkap powershell >> $PROFILE"),
    }[shell]


def _of_program(shell: str, program: str) -> str:
    variable = f"_{program.upper()}_COMPLETE"
    if ours := {"bash": _BASH, "zsh": _ZSH}.get(shell):
        names = {"function": f"_{program}_completion", "program": program, "variable": variable}
        return ours % names
    # Private, but there is no other door to these scripts.
    from typer._completion_shared import get_completion_script

    return get_completion_script(prog_name=program, complete_var=variable, shell=shell) + "\n"
