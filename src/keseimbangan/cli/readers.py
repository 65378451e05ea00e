"""How typed words become values: readers for the arguments and options of the commands.

A reader takes the text, returns the value, and raises what is wrong with it as one of our errors.
"""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from keseimbangan.domain.plaintext import (
    NOTE_LENGTH,
    TITLE_LENGTH,
    hidden_characters,
    is_blank,
)
from keseimbangan.errors.text import (
    EmptyText,
    HiddenCharacters,
    TextTooLong,
    UnknownWord,
    UnreadableNumber,
)
from keseimbangan.i18n import _

T = TypeVar("T")


def place_named(text: str) -> Path:
    """The file or folder a person means; `~` is their home, `~nobody` is a name like any other."""
    return Path(os.path.expanduser(text))


def file_named(text: str, usual: str) -> str:
    """The file as it was typed; where that is a folder, the one in it with its `usual` name."""
    place = place_named(text)
    return str(place / usual) if os.path.isdir(place) else text


def words(table: dict[str, T], shown: Sequence[str]) -> Callable[[str], T]:
    """A reader for one of a fixed list of words, in either language, however capitalised."""

    def read(text: Any) -> T:
        if not isinstance(text, str):
            return text  # type: ignore[no-any-return]
        key = text.strip().lower().replace(" ", "-")
        if key not in table:
            raise UnknownWord(text, tuple(shown))
        return table[key]

    # Typer uses the name as the metavar where none is given.
    read.__name__ = "|".join(shown)
    return read


def whole_number(least: int, most: int | None = None) -> Callable[[str], int]:
    """A reader for a whole number within bounds, both included."""

    def read(text: Any) -> int:
        digits = str(text).strip()
        # isdecimal alone lets other scripts' digits in; int() would take "1_000".
        plain = digits.isascii() and digits.removeprefix("-").isdecimal() and len(digits) <= 18
        if not plain or int(digits) < least or (most is not None and int(digits) > most):
            raise UnreadableNumber(digits[:40], least, most)
        return int(digits)

    read.__name__ = _("ANGKA")
    return read


def duration(least: int = 1, most: int = 24 * 60) -> Callable[[str], int]:
    """A reader for a length of time in minutes, `90m` or `1,5 jam`, within bounds."""

    def read(text: Any) -> int:
        if isinstance(text, int):
            return text
        from keseimbangan.domain.times import parse_duration

        return parse_duration(text, least=least, most=most)

    read.__name__ = _("LAMA")
    return read


def title(text: Any) -> str:
    """A reader for a title: one line, 1 to 200 characters."""
    return plain_text(str(text), _("Judul"), TITLE_LENGTH)


def note(text: Any) -> str:
    """A reader for a text that may have several lines, up to 10,000 characters."""
    return plain_text(str(text), _("Catatan"), NOTE_LENGTH, lines=True)


def short_text(text: Any) -> str:
    """A reader for one line of anything else, up to 1,000 characters."""
    return plain_text(str(text), _("Teks"), 1000)


def plain_text(text: str, field: str, most: int, *, lines: bool = False) -> str:
    """A text as typed but for blanks around it; refuses what hides, is empty or is too long."""
    if hidden := hidden_characters(text, lines=lines):
        raise HiddenCharacters(field, hidden[:5])
    text = text.strip()
    if is_blank(text):
        raise EmptyText(field)
    if len(text) > most:
        raise TextTooLong(field, len(text), most)
    return text
