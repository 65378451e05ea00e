"""One call of the program: settle home and language, build what it needs, answer for errors."""

import errno
import gc
import os
import sys
from collections.abc import Sequence

import typer

from keseimbangan import i18n
from keseimbangan.cli.app import build, command_name
from keseimbangan.cli.context import CLOCK_VARIABLE, Clock, Env, Home, home_from
from keseimbangan.cli.places import COMPLETION_VARIABLES, find, home_option, split
from keseimbangan.cli.usage import ParserError, in_our_words
from keseimbangan.errors import KeseimbanganError
from keseimbangan.settings import language_of, load
from keseimbangan.store import keys
from keseimbangan.view.console import Output

INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """Run the program on some arguments; the exit code."""
    if any(name in os.environ for name in COMPLETION_VARIABLES):
        from keseimbangan.cli.completion import answer

        return answer()
    root, rest = split(arguments)
    output = Output(as_json=_wants_json(rest))
    try:
        return _answered(root, rest, output)
    except (KeyboardInterrupt, EOFError):
        return INTERRUPTED
    except BrokenPipeError:
        # The reader has what it wanted. What the command wrote to the store is written.
        return _without_output(0)


def _answered(root: list[str], rest: list[str], output: Output) -> int:
    home = Home(None)
    try:
        home = home_from(home_option(root))
        return _run(root, rest, home, output)
    except KeseimbanganError as error:
        return _told(error, output)
    except ParserError as error:
        return _told(in_our_words(error), output)
    except (KeyboardInterrupt, EOFError, BrokenPipeError):
        raise
    except Exception as error:
        if _reader_left(error):
            raise BrokenPipeError from error
        return _unforeseen(error, home, output)


def _run(root: list[str], rest: list[str], home: Home, output: Output) -> int:
    # The language first: help texts are translated while the commands are imported.
    i18n.activate(language_of(home.settings))
    if page := _page(root):
        output.text(page)
        sys.stdout.flush()
        return 0
    # What is wrong in the settings must not keep anyone from setting it right.
    settings = load(home.settings, strict=rest[:1] not in (["atur"], ["settings"]))
    if not rest or rest[0].startswith("-"):
        rest = ["hari", *rest]
    return _run_command(rest, Env(home, settings, Clock(os.environ.get(CLOCK_VARIABLE)), output))


def _run_command(rest: list[str], env: Env) -> int:
    if find(rest[0]) is None:
        from keseimbangan.cli.meant import unknown

        raise unknown(rest[0])
    app, words = build(rest)
    env.run.command = command_name(words)
    keys.use(env.find_key)
    from typer.main import get_command

    command = get_command(app)
    _collect_again()
    code = 0
    try:
        # Not `command.main`, which answers Ctrl-C, Ctrl-D and a closed pipe in its own way.
        with command.make_context("imbang", words, obj=env) as context:
            command.invoke(context)
    except typer.Exit as end:
        code = end.exit_code
    finally:
        env.tell_of_loss()
    # Meet a closed pipe here, where it is understood, and not at the interpreter's end.
    sys.stdout.flush()
    return code


def _collect_again() -> None:
    # All that start-up made lives to the end: the collector need not look through it again.
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def _page(root: Sequence[str]) -> str | None:
    from keseimbangan.errors.usage import OptionWithoutValue, UnknownOption

    if root and root[-1] == "--home":
        raise OptionWithoutValue("--home")
    for option in _without_home(root):
        if option in ("--help", "-h"):
            from keseimbangan.cli.help import root_page

            return root_page()
        if option in ("--version", "-V"):
            from keseimbangan.cli.help import version_line

            return version_line()
        raise UnknownOption(option, "imbang", ["--home", "--help", "--version"])
    return None


def _without_home(root: Sequence[str]) -> list[str]:
    kept = [option for option in root if not option.startswith("--home=")]
    while "--home" in kept:
        place = kept.index("--home")
        del kept[place : place + 2]
    return kept


def _wants_json(rest: Sequence[str]) -> bool:
    options = rest[: list(rest).index("--")] if "--" in rest else rest
    return "--json" in options


def _told(error: KeseimbanganError, output: Output) -> int:
    output.error(error)
    return error.exit_code


def _reader_left(error: Exception) -> bool:
    # Windows calls a closed pipe an invalid argument.
    return sys.platform == "win32" and isinstance(error, OSError) and error.errno == errno.EINVAL


def _unforeseen(error: Exception, home: Home, output: Output) -> int:
    from zoneinfo import ZoneInfoNotFoundError

    from keseimbangan.cli.bug import reported
    from keseimbangan.errors.program import OutputFull, ZoneUnknown
    from keseimbangan.store.complaints import found_damaged

    # The store's own full disk has been told apart before: this one is where stdout goes.
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return _without_output(_told(OutputFull(), output))
    if isinstance(error, ZoneInfoNotFoundError) or _raised_in(error, "zoneinfo"):
        return _told(ZoneUnknown(str(error.args[0])), output)
    # A page in the wrong place brings rows that no reader of rows expects.
    if damage := found_damaged(home.store):
        return _told(damage, output)
    return _told(reported(error, home.logs), output)


def _raised_in(error: Exception, package: str) -> bool:
    # An empty name of a zone, or one that is a path, is a ValueError there.
    step = error.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    module = str(step.tb_frame.f_globals.get("__name__")) if step else ""
    return isinstance(error, ValueError) and module.partition(".")[0] == package


def _without_output(code: int) -> int:
    """Let what is still in the buffers go nowhere, so that the interpreter's end is silent."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())
    return code
