"""`jrnl --export json` of jrnl 2.x to 4.x: `{"tags": {…}, "entries": […]}`.

An entry has `title`, `body`, `date` (`2026-11-23`), `time` (`07:30`, the wall clock), `tags` with
their sign (`@rapat`), `starred`, and in a DayOne journal `uuid`. None of it is a level of stress:
that is told by a tag such as `@stres7` or `@stress7`, or for all entries by the person who imports
them. Where neither tells it the entry is left out, for a level is never made up.
"""

import re
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from keseimbangan.domain.arrivals import (
    FIRST,
    LAST,
    Skipped,
    SkipReason,
    is_cut,
    note_of,
    title_and_rest,
)
from keseimbangan.errors.exchange import ForeignFileBroken
from keseimbangan.exchange.foreign import derived_uid, filled, listed, load, text, texts
from keseimbangan.i18n import _

_LEVEL = re.compile(r"\W?stress?[-_]?(10|\d)", re.ASCII | re.IGNORECASE)


class JrnlEntry(NamedTuple):
    """One entry on the wall clock; `tags` are without their sign."""

    uid: str
    wall: datetime
    text: str
    tags: tuple[str, ...]
    level: int


class JrnlEntries(NamedTuple):
    """All of a file."""

    entries: list[JrnlEntry]
    skipped: list[Skipped]
    fields: Counter[str]


def read(path: Path, level: int | None) -> JrnlEntries:
    """The entries of a file; `level` is that of those that tell none."""
    command = "`jrnl --export json > {file}`".format(file=_("jurnal.json"))
    broken = ForeignFileBroken(path, "jrnl", command)
    document = load(path, broken)
    if not isinstance(document, dict) or not isinstance(document.get("entries"), list):
        raise broken
    found = JrnlEntries([], [], Counter())
    seen: Counter[str] = Counter()
    for position, row in enumerate(listed(document["entries"]), 1):
        _take(found, position, row, level, seen)
    return found


def _take(
    found: JrnlEntries, position: int, row: dict[str, Any], level: int | None, seen: Counter[str]
) -> None:
    title, _whole = title_and_rest(text(row, "title"))
    note = note_of(text(row, "title"), text(row, "body"))
    wall, said = _wall(row), _level(row)
    chosen = level if said is None else said
    if wall is None or note is None or chosen is None:
        reason = SkipReason.NO_TIME if wall is None else SkipReason.NO_TITLE
        reason = SkipReason.NO_LEVEL if wall is not None and note is not None else reason
        found.skipped.append(Skipped(position, title, reason))
        return
    if is_cut(note):
        found.skipped.append(Skipped(position, title, SkipReason.CUT))
    found.fields.update(filled(row, ("starred", "creator")))
    tags = tuple(tag[1:] for tag in texts(row, "tags") if len(tag) > 1)
    found.entries.append(JrnlEntry(_uid(row, note, seen), wall, note, tags, chosen))


def _wall(row: dict[str, Any]) -> datetime | None:
    try:
        # No zone on purpose: jrnl keeps the wall clock alone.
        wall = datetime.fromisoformat(f"{text(row, 'date')}T{text(row, 'time')}")
    except ValueError:
        return None
    return wall if wall.tzinfo is None and FIRST < wall.date() < LAST else None


def _level(row: dict[str, Any]) -> int | None:
    found = (_LEVEL.fullmatch(tag) for tag in texts(row, "tags"))
    return next((int(match[1]) for match in found if match), None)


def _uid(row: dict[str, Any], note: str, seen: Counter[str]) -> str:
    key = text(row, "uuid") or f"{text(row, 'date')} {text(row, 'time')} {note}"
    seen[key] += 1
    # Two entries may say the same in the same minute.
    return derived_uid("jrnl", key if seen[key] == 1 else f"{key} {seen[key]}")
