"""Where text leaves the program: screens to stdout, messages and errors to stderr.

Nothing is ever read as Rich markup, and no control character a person typed reaches a terminal.
"""

import sys
from abc import ABC, abstractmethod
from typing import Any

from rich.console import Console, RenderableType
from rich.text import Text

from keseimbangan.errors import KeseimbanganError


class Screen(ABC):
    """What a command shows: one document for programs, one rendering for people."""

    @abstractmethod
    def document(self) -> dict[str, Any]:
        """The JSON document: plain values, absent ones as None."""

    @abstractmethod
    def render(self) -> RenderableType:
        """The same for a person."""


class Output:
    """The two streams of one command."""

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json
        self.console = _console(sys.stdout)
        self.messages = _console(sys.stderr)

    def show(self, screen: Screen) -> None:
        """The result of a command, once, when it is complete."""
        if self.as_json:
            self.document(screen.document())
        else:
            self.console.print(screen.render())

    def document(self, document: dict[str, Any]) -> None:
        """One JSON document."""
        import json

        # Not through Rich, which would wrap it.
        sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")

    def text(self, text: str) -> None:
        """Text that is the result itself, as it is, to stdout."""
        sys.stdout.write(text if text.endswith("\n") else text + "\n")

    def note(self, sentence: str) -> None:
        """A sentence beside the result, to stderr; programs that read JSON do without."""
        if not self.as_json:
            self.messages.print(Text(shown(sentence, lines=True)))

    def error(self, error: KeseimbanganError) -> None:
        """An error as a fact and a remedy."""
        if self.as_json:
            import json

            body = {"code": error.code, "message": error.message(), "hint": error.hint()}
            sys.stderr.write(json.dumps({"error": body}, ensure_ascii=False) + "\n")
        else:
            self.messages.print(Text(shown(str(error))))


def _console(stream: Any) -> Console:
    return Console(file=stream, markup=False, highlight=False, emoji=False, soft_wrap=False)


def shown(text: str, *, lines: bool = False) -> str:
    """What a person typed, with anything that could steer a terminal made visible.

    `lines` keeps line breaks and tabs, for notes.
    """
    if text.isprintable():
        return text
    return "".join(_visible(character, lines) for character in text)


def _visible(character: str, lines: bool) -> str:
    # Printable leaves out controls, direction marks, line separators, surrogates and unassigned.
    if character.isprintable() or character == "\u200d" or (lines and character in "\n\t"):
        return character
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return f"<U+{code:04X}>"
