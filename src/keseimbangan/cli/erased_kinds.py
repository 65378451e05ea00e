"""The word that says which kind of record is to be erased."""

from collections.abc import Callable
from typing import Any

from keseimbangan.cli import params
from keseimbangan.errors.purging import AllIsAnOption

_ALL = ("semua", "all")


def kind_in(words: dict[str, str]) -> Callable[[str], str]:
    """A reader of one of these words; the word for all is an option, which is said."""
    shown = params.shown_words(words)
    read = params.words(words, shown)

    def kind(text: Any) -> str:
        if isinstance(text, str) and text.strip().lower() in _ALL:
            raise AllIsAnOption(text)
        return read(text)

    kind.__name__ = "|".join(shown)
    return kind
