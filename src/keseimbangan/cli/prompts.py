"""Questions. Without a terminal none is asked: the missing answer is an error with its flag."""

import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from keseimbangan.cli.context import Env
from keseimbangan.cli.typed_line import typed_line
from keseimbangan.errors import KeseimbanganError
from keseimbangan.errors.usage import AnswerNeeded
from keseimbangan.i18n import _
from keseimbangan.view.console import glued, shown, unglued

T = TypeVar("T")


def ask(
    env: Env, question: str, flag: str, read: Callable[[str], T], default: T | None = None
) -> T:
    """Ask until the answer can be read; an empty answer is the default where there is one."""
    _require_terminal(env, question, flag)
    while True:
        answer = _line(env, question)
        if not answer and default is not None:
            return default
        try:
            return read(answer)
        except KeseimbanganError as error:
            env.output.error(error)


def ask_optional(env: Env, question: str, flag: str, read: Callable[[str], T]) -> T | None:
    """Ask until the answer can be read; an empty answer is none."""
    _require_terminal(env, question, flag)
    while True:
        answer = _line(env, question)
        if not answer:
            return None
        try:
            return read(answer)
        except KeseimbanganError as error:
            env.output.error(error)


def confirm(env: Env, question: str, flag: str = "", default: bool = False) -> bool:
    """A yes or a no; without a `flag` of its own it is `--ya` that answers in a script."""
    _require_terminal(env, question, flag or _("--ya"))
    choices = _("[Y/t]") if default else _("[y/T]")
    while True:
        answer = _line(env, f"{question} {choices}").lower()
        if not answer:
            return default
        if answer in ("y", "ya", "yes"):
            return True
        if answer in ("t", "tidak", "n", "no"):
            return False
        env.note(_("Jawab y untuk ya atau t untuk tidak."))


def choose(env: Env, question: str, flag: str, choices: Sequence[tuple[str, str, T]]) -> T:
    """One of several, each with a key letter, a wording and a value.

    Where no word of the wording begins with the letter, another letter of the wording serves.
    """
    _require_terminal(env, question, flag)
    keys = _keys(choices)
    wordings = [wording for _key, wording, _value in choices]
    shown_ones = [f"[{key}] {wording}" for key, wording in zip(keys, wordings, strict=True)]
    listed = _listed(shown_ones, _width(env))
    while True:
        answer = _line(env, f"{question}\n{listed}\n>").lower()
        for key, (_key, wording, value) in zip(keys, choices, strict=True):
            if answer and answer in (key, wording.lower()):
                return value
        env.note(_("Jawab dengan salah satu huruf: {keys}.").format(keys=", ".join(keys)))


def _keys(choices: Sequence[tuple[str, str, T]]) -> list[str]:
    """A letter for each choice that its wording explains, also in another language."""
    keys = {
        place: key for place, (key, wording, _value) in enumerate(choices) if _fits(key, wording)
    }
    for place, (key, wording, _value) in enumerate(choices):
        if place not in keys:
            letters = (letter for letter in wording.lower() if letter.isalpha())
            free = (letter for letter in letters if letter not in keys.values())
            keys[place] = next(free, key)
    return [keys[place] for place in range(len(choices))]


def _fits(key: str, wording: str) -> bool:
    return any(word.startswith(key) for word in wording.lower().split())


def _require_terminal(env: Env, question: str, flag: str) -> None:
    if not env.interactive:
        # An error is one line, also where the question is several.
        raise AnswerNeeded(flag, " ".join(question.splitlines()))


def _listed(choices: Sequence[str], width: int) -> str:
    """Beside each other where there is room, else below."""
    beside = "  " + "  ".join(choices)
    return beside if len(beside) <= width else "  " + "\n  ".join(choices)


def _width(env: Env) -> int:
    return env.output.messages.width


def _line(env: Env, question: str) -> str:
    # The question goes to stderr, so that stdout stays the result alone.
    text = _wrapped(shown(question, lines=True), _width(env)).rstrip(" ") + " "
    try:
        # Before it is asked: whoever sees the question may press Ctrl-Z at once.
        with _asked_again(text):
            _write(text)
            line = typed_line()
    except KeyboardInterrupt:
        _write("\n")
        raise
    if not line:
        _write("\n")
        raise EOFError
    return line.strip()


def _wrapped(text: str, width: int) -> str:
    """Lines that are too long broken between words; a terminal would break them anywhere."""
    if all(len(line) < width for line in text.split("\n")):
        return text
    import textwrap

    lines = (
        textwrap.fill(glued(line, width - 1), width - 1, break_on_hyphens=False)
        if len(line) >= width
        else line
        for line in text.split("\n")
    )
    return unglued("\n".join(lines))


def _write(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()


@contextmanager
def _asked_again(question: str) -> Iterator[None]:
    """Write the question once more where `fg` brings the program back from Ctrl-Z."""
    if not hasattr(signal, "SIGCONT"):
        yield
        return
    before = signal.signal(signal.SIGCONT, lambda *_arguments: _write(question))
    try:
        yield
    finally:
        signal.signal(signal.SIGCONT, before)
