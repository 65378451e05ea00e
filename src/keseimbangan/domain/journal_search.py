"""Finding entries of the stress journal by words."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from keseimbangan.domain.journal import StressEntry
from keseimbangan.domain.search import search_key
from keseimbangan.domain.triggers import known


class Field(StrEnum):
    """Where words are looked for."""

    TRIGGERS = "triggers"
    MAIN_CAUSE = "main_cause"
    COPING = "coping"
    NOTE = "note"


class Found(NamedTuple):
    """An entry with the fields in which words were found."""

    entry: StressEntry
    fields: tuple[Field, ...]


def search(entries: Iterable[StressEntry], words: Sequence[str]) -> list[Found]:
    """Entries in which every word occurs somewhere, whatever its case and accents.

    A known trigger is found by its code and by its word in either language.
    """
    keys = [search_key(word) for word in words]
    looked = (_looked_through(entry, keys) for entry in entries)
    return [found for found in looked if found is not None]


def _looked_through(entry: StressEntry, keys: Sequence[str]) -> Found | None:
    texts = {field: search_key(text) for field, text in _texts(entry).items()}
    if not all(any(key in text for text in texts.values()) for key in keys):
        return None
    hit = [field for field, text in texts.items() if any(key in text for key in keys)]
    return Found(entry, tuple(hit))


def _texts(entry: StressEntry) -> dict[Field, str]:
    return {
        Field.TRIGGERS: "\n".join(_trigger_words(entry.triggers)),
        Field.MAIN_CAUSE: entry.main_cause or "",
        Field.COPING: entry.coping or "",
        Field.NOTE: entry.note or "",
    }


def _trigger_words(names: Iterable[str]) -> Iterable[str]:
    for name in names:
        yield name
        if trigger := known().get(name):
            yield from (trigger.indonesian, trigger.english)
