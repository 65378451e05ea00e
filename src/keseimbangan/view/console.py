"""Where text leaves the program: screens to stdout, messages and errors to stderr.

Nothing is ever read as Rich markup, and no control character a person typed reaches a terminal.
Rich itself is imported when something is drawn with it: JSON, help and most errors do without.
"""

import sys
from abc import ABC, abstractmethod
from functools import cached_property
from typing import TYPE_CHECKING, Any

from keseimbangan.domain.plaintext import hidden_characters
from keseimbangan.errors import KeseimbanganError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import (
        Console,
        ConsoleOptions,
        OverflowMethod,
        RenderableType,
        RenderResult,
    )
    from rich.text import Text


# No screen is wider; a number from the environment may be, and lines would be filled up to it.
MOST_COLUMNS = 1000


class Screen(ABC):
    """What a command shows: one document for programs, one rendering for people."""

    @abstractmethod
    def document(self) -> dict[str, Any]:
        """The JSON document: plain values, absent ones as None."""

    @abstractmethod
    def render(self) -> "RenderableType":
        """The same for a person."""


class PathLine:
    """A line with a path in it, which stays whole; outside a terminal all of the line does."""

    def __init__(self, text: str, style: str = "") -> None:
        self.text, self.style = text, style

    def __rich_console__(self, _console: "Console", options: "ConsoleOptions") -> "RenderResult":
        from rich.text import Text

        # Whoever reads it from a pipe or a file takes the path from it.
        if not options.is_terminal:
            yield Text(self.text, self.style, no_wrap=True, overflow="ignore")
            return
        for piece in _pieces(self.text, options.max_width):
            yield Text(piece, self.style, overflow=_overflow(piece))


class Output:
    """The two streams of one command."""

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json

    @cached_property
    def console(self) -> "Console":
        """Standard output, for what is drawn."""
        return _console(sys.stdout)

    @cached_property
    def messages(self) -> "Console":
        """Standard error, for what is drawn."""
        return _console(sys.stderr)

    def show(self, screen: Screen) -> None:
        """The result of a command, once, when it is complete."""
        if self.as_json:
            self.document(screen.document())
        else:
            # What is not to be broken is not to be cut off either.
            self.console.print(screen.render(), crop=False)

    def document(self, document: dict[str, Any]) -> None:
        """One JSON document."""
        sys.stdout.write(_json(document, indent=2))

    def text(self, text: str) -> None:
        """Text that is the result itself, as it is, to stdout."""
        sys.stdout.write(text if text.endswith("\n") else text + "\n")

    def note(self, sentence: str) -> None:
        """A sentence beside the result, to stderr; programs that read JSON do without."""
        if not self.as_json:
            self._say(shown(sentence, lines=True))

    def error(self, error: KeseimbanganError) -> None:
        """An error as a fact and a remedy."""
        if self.as_json:
            body = {"code": error.code, "message": error.message(), "hint": error.hint()}
            sys.stderr.write(_json({"error": body}))
        else:
            self._say(shown(str(error)))

    def _say(self, text: str) -> None:
        # What is not read on a terminal is not broken into lines either.
        if not sys.stderr.isatty():
            sys.stderr.write(text + "\n")
            return
        from rich.text import Text

        for piece in _pieces(text, self.messages.width):
            self.messages.print(Text(piece), overflow=_overflow(piece), crop=False)


def _pieces(text: str, width: int) -> "Iterator[str]":
    """The lines of a text, with what is one word and longer than a line by itself: a path.

    The terminal goes on with it in its next line, and what is copied from there is the path.
    """
    import re

    for line in text.split("\n"):
        pieces = [each for each in re.split(rf" ?(\S{{{width + 1},}}) ?", line) if each.strip()]
        yield from pieces or [line]


def _overflow(piece: str) -> "OverflowMethod":
    return "fold" if " " in piece else "ignore"


def _console(stream: Any) -> "Console":
    from rich.console import Console

    class Screenful(Console):
        def render(self, renderable: Any, options: "ConsoleOptions | None" = None) -> Any:
            whole = _whole(renderable, (options or self.options).max_width)
            if whole is None:
                return super().render(renderable, options)
            drawn = super().render(whole, options)
            return (part._replace(text=unglued(part.text)) for part in drawn)

        def on_broken_pipe(self) -> None:
            # Rich would end the program; what a closed pipe means is not its to say.
            raise

    console = Screenful(file=stream, markup=False, highlight=False, emoji=False, soft_wrap=False)
    if console.width > MOST_COLUMNS:
        console.width = MOST_COLUMNS
    return console


# Stands for the blanks of a command while lines are broken: nothing breaks there.
_GLUE = "\uffff"


def glued(text: str, width: int) -> str:
    """The same with every command between backticks in one piece, where a line of `width` holds it.

    Half a command, copied from the end of a line, would be another command.
    """
    parts = text.split("`")
    for index in range(1, len(parts) - 1, 2):
        # With its backticks and what may stand right beside them.
        if len(parts[index]) + 4 <= width:
            parts[index] = parts[index].replace(" ", _GLUE)
    return "`".join(parts)


def unglued(text: str) -> str:
    """What `glued` changed, as it was."""
    return text.replace(_GLUE, " ")


def _whole(renderable: Any, width: int) -> "Text | None":
    """A text whose commands stay whole; None for anything without a command to keep so."""
    plain = renderable if isinstance(renderable, str) else getattr(renderable, "plain", "")
    if "`" not in plain or (kept := glued(plain, width)) == plain:
        return None
    from rich.text import Text

    text = renderable.copy() if isinstance(renderable, Text) else Text(plain)
    text.plain = kept
    return text


def _json(document: dict[str, Any], indent: int | None = None) -> str:
    """JSON that a terminal, too, may be shown: what would steer it is escaped as JSON escapes."""
    import json

    # Not through Rich, which would wrap it.
    text = json.dumps(document, ensure_ascii=False, indent=indent) + "\n"
    if text.isascii() and "\x7f" not in text:
        return text
    hidden = hidden_characters(text, lines=True)
    return text.translate({int(name[2:], 16): f"\\u{name[2:].lower()}" for name in hidden})


def shown(text: str, *, lines: bool = False) -> str:
    """What a person typed, with what `hidden_characters` finds in it made visible.

    `lines` keeps line breaks and tabs, for notes.
    """
    if text.isprintable() or not hidden_characters(text, lines=lines):
        return text
    return "".join(_visible(character, lines) for character in text)


def _visible(character: str, lines: bool) -> str:
    if not hidden_characters(character, lines=lines):
        return character
    code = ord(character)
    # The control pictures: ␛ for an escape.
    return chr(0x2400 + code) if code < 0x20 else f"<U+{code:04X}>"
