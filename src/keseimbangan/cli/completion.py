"""What a shell is told when it asks how a word can go on. Whatever goes wrong, it is told nothing.

The protocol is that of Typer: a variable such as `_IMBANG_COMPLETE=complete_bash` says that this is
a question and from which shell, others hold the words. Parsing them is left to Typer; the answers
are made here, because Typer's read task titles as Rich markup and hand them to `eval` in zsh.
"""

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from keseimbangan import i18n
from keseimbangan.cli.app import build
from keseimbangan.cli.context import CLOCK_VARIABLE, Clock, Env, Home, home_from
from keseimbangan.cli.places import COMPLETION_VARIABLES, find, home_option, places, split
from keseimbangan.settings import language_of, load
from keseimbangan.view.console import Output, shown

# Bash only shows the answers, at the second Tab (63) or at once where so set (33).
BASH_LISTS = ("63", "33")
ROOT_OPTIONS = ("--home", "--help", "--version")


# The surroundings of the one question that a process answers, for the values below.
_env: Env | None = None


class Item(NamedTuple):
    """One way in which the word can go on, and what it means."""

    value: str
    help: str = ""


class Question(NamedTuple):
    """The words before the one that is being typed, without the program's, and that one."""

    shell: str
    words: list[str]
    incomplete: str


def answer(environment: Mapping[str, str] = os.environ) -> int:
    """Answer the question in the environment; 1 tells fish to offer files instead."""
    instruction = next(environment[name] for name in COMPLETION_VARIABLES if name in environment)
    kind, _sep, shell = instruction.partition("_")
    items: list[Item] = []
    # A traceback in the middle of a line that is being typed helps nobody.
    with suppress(Exception):
        if kind == "source":
            from keseimbangan.cli.completion_script import script

            return _written(script(shell))
        items = suggestions(_question(shell, environment))
    if environment.get("_TYPER_COMPLETE_FISH_ACTION") == "is-args":
        return 0 if items else 1
    if shell == "bash" and len(items) > 1 and environment.get("COMP_TYPE") in BASH_LISTS:
        return _written("".join(f"{_in_list(item)}\n" for item in items))
    return _written("".join(f"{_line(shell, item)}\n" for item in items))


def suggestions(question: Question) -> list[Item]:
    """The ways in which the word can go on, in the active language alone."""
    root, rest = split(question.words)
    if root[-1:] == ["--home"]:
        return []
    home = home_from(home_option(root))
    i18n.activate(language_of(home.settings))
    if not rest:
        return _of_root(question.incomplete)
    return _of_command(rest, question.incomplete, home) if find(rest[0]) else []


def _question(shell: str, environment: Mapping[str, str]) -> Question:
    from typer._click.shell_completion import split_arg_string

    if shell == "bash":
        words = split_arg_string(environment["COMP_WORDS"])
        place = int(environment["COMP_CWORD"])
        return _joined(shell, words[1:place], "".join(words[place : place + 1]))
    line = environment["_TYPER_COMPLETE_ARGS"]
    words = split_arg_string(line)[1:]
    incomplete = environment.get("_TYPER_COMPLETE_WORD_TO_COMPLETE")
    if incomplete is None:
        incomplete = words[-1] if words and not line.endswith(" ") else ""
    return Question(shell, words[:-1] if incomplete else words, incomplete)


def _joined(shell: str, words: list[str], incomplete: str) -> Question:
    """Bash parts `--unsur=ke` at the sign; the option and the start of its value are words here."""
    if incomplete == "=":
        incomplete = ""
    return Question(shell, [word for word in words if word != "="], incomplete)


def _of_root(incomplete: str) -> list[Item]:
    commands = [Item(place.shown, place.help) for place in places() if not place.hidden]
    items = [Item(option) for option in ROOT_OPTIONS] if incomplete.startswith("-") else commands
    return [item for item in items if item.value.startswith(incomplete)]


def _of_command(rest: list[str], incomplete: str, home: Home) -> list[Item]:
    global _env
    from typer._click.shell_completion import _resolve_context, _resolve_incomplete
    from typer.main import get_command

    app, words = build([*rest, incomplete])
    settings = load(home.settings, strict=False)
    _env = Env(home, settings, Clock(os.environ.get(CLOCK_VARIABLE)), Output(as_json=False))
    context = _resolve_context(get_command(app), {"obj": _env}, "imbang", words[:-1])
    if context._protected_args:
        # A word that is no command of the group: what follows it can be nothing.
        return []
    asked, start = _resolve_incomplete(context, words[:-1], incomplete)
    foreign = _foreign_options(context.command.params)
    # Of `--unsur=ke` only `ke` is completed, but the shell replaces the whole word.
    kept = incomplete.removesuffix(start) if "=" in incomplete else ""
    return [
        Item(kept + found.value, found.help or "")
        for found in asked.shell_complete(context, start)
        if found.value not in foreign
    ]


def _foreign_options(params: Sequence[Any]) -> set[str]:
    """The names by which options answer to those who use the other language, and `-h`."""
    from keseimbangan.cli.usage import option_name

    names = [part for param in params for part in (param.opts, param.secondary_opts) if part]
    options = [part for part in names if part[0].startswith("-")]
    return {name for part in options for name in part if name != option_name(part)}


def _line(shell: str, item: Item) -> str:
    value, text = shown(item.value), shown(" ".join(item.help.split()))
    if shell == "zsh":
        value, text = (part.replace("\\", "\\\\") for part in (value, text))
        value = value.replace(":", "\\:")
        return f"{value}:{text}" if text else value
    if shell == "fish":
        return f"{value}\t{text}" if text else value
    if shell in ("powershell", "pwsh"):
        return f"{value}:::{text or ' '}"
    return value


def _in_list(item: Item) -> str:
    """What bash inserts of these is what all have in common, which ends before the first blank."""
    text = shown(" ".join(item.help.split()))
    return f"{item.value}  ({text[:48]})" if text else item.value


def _written(text: str) -> int:
    sys.stdout.write(text)
    sys.stdout.flush()
    return 0


def open_task_titles() -> list[tuple[str, str]]:
    """Numbers of the open tasks with their titles."""
    from keseimbangan.store.tasks import Tasks

    if _env is None:
        return []
    with _env.reading() as db:
        return [(str(number), title) for number, title in Tasks(db).titles()]


def target_titles() -> list[tuple[str, str]]:
    """Numbers of the targets that are not archived, with their titles."""
    from keseimbangan.store.targets import Targets

    if _env is None:
        return []
    with _env.reading() as db:
        return [(str(each.number), each.title) for each in Targets(db).all() if not each.archived]


def indicator_names() -> list[tuple[str, str]]:
    """Numbers of the indicators of targets that are not archived, with their names."""
    from keseimbangan.store.targets import Indicators, Targets

    if _env is None:
        return []
    with _env.reading() as db:
        targets = [each.number for each in Targets(db).all() if not each.archived]
        return [(str(each.number), each.name) for each in Indicators(db).of(targets)]


def dialogue_titles() -> list[tuple[str, str]]:
    """Numbers of this year's performance talks, with whom and when."""
    from datetime import timedelta

    from keseimbangan.domain.period import DaySpan
    from keseimbangan.store.dialogues import Dialogues

    if _env is None:
        return []
    days = DaySpan(_env.today() - timedelta(days=366), _env.today() + timedelta(days=31))
    with _env.reading() as db:
        found = Dialogues(db).between(days)
    return [(str(each.number), f"{each.day.isoformat()} {each.partner}") for each in found]


def leave_titles() -> list[tuple[str, str]]:
    """Numbers of all leave with their days."""
    from keseimbangan.store.leaves import Leaves
    from keseimbangan.view.leave import title

    if _env is None:
        return []
    with _env.reading() as db:
        return [(str(each.number), title(each)) for each in Leaves(db).all()]


def shift_names() -> list[str]:
    """The shifts that there are."""
    from keseimbangan.cli.shift_values import shift_words

    return [] if _env is None else shift_words(_env)


def overtime_titles() -> list[tuple[str, str]]:
    """Numbers of the overtime of the last two months with its time."""
    from datetime import timedelta

    from keseimbangan.domain.period import DaySpan
    from keseimbangan.store.overtimes import Overtimes
    from keseimbangan.view.overtime import title

    if _env is None:
        return []
    days = DaySpan(_env.today() - timedelta(days=62), _env.today() + timedelta(days=31))
    with _env.reading() as db:
        found = Overtimes(db).starting(days.instants(_env.zone))
        return [(str(each.number), title(each)) for each in found]


def todays_blocks() -> list[tuple[str, str]]:
    """Numbers of today's blocks with their titles."""
    from keseimbangan.domain.period import day_of
    from keseimbangan.store.blocks import Blocks

    if _env is None:
        return []
    with _env.reading() as db:
        return [(str(each.number), each.title) for each in Blocks(db).on(day_of(_env.today()))]


def backup_names() -> list[tuple[str, str]]:
    """Names of the backups with moment and reason, newest first."""
    from keseimbangan.domain.backups import newest_first
    from keseimbangan.store.backup_folder import backups_in, folder_of
    from keseimbangan.view.restore import which_text

    if _env is None:
        return []
    found = newest_first(backups_in(folder_of(_env.home.store)), _env.now())
    return [(each.path.name, which_text(each, _env.zone)) for each in found]
