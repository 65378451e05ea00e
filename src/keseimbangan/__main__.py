"""The entry: settle home and language, build what the call needs, run it, answer for errors."""

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from keseimbangan import i18n
from keseimbangan.cli.app import build, build_for_completion, find, split
from keseimbangan.cli.context import CLOCK_VARIABLE, Clock, Env, Home, home_from
from keseimbangan.cli.usage import ParserError, in_our_words
from keseimbangan.errors import KeseimbanganError
from keseimbangan.settings import Settings, load
from keseimbangan.view.console import Output

INTERRUPTED = 130
BUG = 70


def main() -> NoReturn:
    """Run the program on `sys.argv` and exit."""
    _speak_utf8()
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run the program on some arguments; the exit code."""
    root, rest = split(arguments)
    output = Output(as_json=_wants_json(rest))
    home = home_from(_home_option(root))
    try:
        return _answered(root, rest, home, output)
    except KeseimbanganError as error:
        output.error(error)
        return error.exit_code
    except ParserError as error:
        problem = in_our_words(error)
        output.error(problem)
        return problem.exit_code
    except (KeyboardInterrupt, EOFError):
        return INTERRUPTED
    except BrokenPipeError:
        return _reader_left()
    except Exception as error:
        return _bug(error, home, output)


def _answered(root: list[str], rest: list[str], home: Home, output: Output) -> int:
    # The language first: help texts are translated while the commands are imported.
    i18n.activate(_language_or_default(os.environ.get("KESEIMBANGAN_BAHASA")))
    settings = load(home.settings)
    i18n.activate(settings.language)
    if _completing():
        return _complete(home, settings, output)
    if page := _page(root, rest):
        output.text(page)
        _flush()
        return 0
    if not rest or rest[0].startswith("-"):
        rest = ["hari", *rest]
    return _run_command(rest, Env(home, settings, _clock(), output))


def _run_command(rest: list[str], env: Env) -> int:
    from keseimbangan.errors.usage import UnknownCommand

    if find(rest[0]) is None:
        from keseimbangan.cli.app import places

        raise UnknownCommand(rest[0], "imbang", [place.shown for place in places()])
    app, words = build(rest)
    from typer.main import get_command

    code = get_command(app).main(words, prog_name="imbang", standalone_mode=False, obj=env)
    _flush()
    return code if isinstance(code, int) else 0


def _page(root: Sequence[str], rest: Sequence[str]) -> str | None:
    from keseimbangan.errors.usage import OptionWithoutValue, UnknownOption

    for option in root[:1] if "--home" not in root else _without_home(root):
        if option in ("--help", "-h"):
            from keseimbangan.cli.help import root_page

            return root_page()
        if option in ("--version", "-V"):
            from keseimbangan.cli.help import version_line

            return version_line()
        if not option.startswith("--home="):
            raise UnknownOption(option, "imbang", ["--home", "--help", "--version"])
    if root and root[-1] == "--home":
        raise OptionWithoutValue("--home")
    return None


def _without_home(root: Sequence[str]) -> list[str]:
    kept = list(root)
    while "--home" in kept:
        place = kept.index("--home")
        del kept[place : place + 2]
    return kept


def _home_option(root: Sequence[str]) -> str | None:
    for index, option in enumerate(root):
        if option.startswith("--home="):
            return option.partition("=")[2]
        if option == "--home" and index + 1 < len(root):
            return root[index + 1]
    return None


def _language_or_default(language: str | None) -> str:
    return (language or i18n.DEFAULT_LANGUAGE).lower()


def _wants_json(rest: Sequence[str]) -> bool:
    options = rest[: list(rest).index("--")] if "--" in rest else rest
    return "--json" in options


def _clock() -> Clock:
    return Clock(os.environ.get(CLOCK_VARIABLE))


def _completing() -> bool:
    return "_IMBANG_COMPLETE" in os.environ or "_KESEIMBANGAN_COMPLETE" in os.environ


def _complete(home: Home, settings: Settings, output: Output) -> int:
    from typer.completion import completion_init
    from typer.main import get_command

    completion_init()
    words = os.environ.get("COMP_WORDS", os.environ.get("_TYPER_COMPLETE_ARGS", "")).split()[1:]
    app = build_for_completion(words)
    variable = next(name for name in os.environ if name.endswith(("IMBANG_COMPLETE", "AN_COMPLETE")))
    program = variable.strip("_").removesuffix("_COMPLETE").lower()
    env = Env(home, settings, _clock(), output)
    code = get_command(app).main([], prog_name=program, complete_var=variable, obj=env)
    return code if isinstance(code, int) else 0


def _speak_utf8() -> None:
    """Windows pipes and bare locales would otherwise break on the first arrow or dash."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _flush() -> None:
    """Meet a closed pipe here, where it is understood, and not at the interpreter's end."""
    sys.stdout.flush()


def _reader_left() -> int:
    # The reader has what it wanted. What the command wrote to the store is written.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _bug(error: Exception, home: Home, output: Output) -> int:
    from keseimbangan.cli.bug import report

    output.note(report(error, home.logs))
    return BUG


if __name__ == "__main__":
    main()
