"""What commands wrote, step by step, so that it can be taken back and brought again.

Steps are a stack: the newest is taken back first, and what was taken back comes again in the
reverse order, until something new is written. So a step always meets the rows as it left them.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, NamedTuple

# Deleted texts live on in the log, so it is bounded in number and in time, whichever is less.
MOST_STEPS = 1000
KEPT_FOR = timedelta(days=90)

# So many rows of a kind are named, the rest counted.
NAMED = 3

# Settings stand in a file, not in a table; a step keeps theirs as if they were one row.
SETTINGS = "settings"

# A row that takes an occurrence out of a series has no title but that of the series.
OWNERS = {"exclusions": ("blocks", "series_id")}

Row = Mapping[str, Any]
Key = tuple[str, int]
# A row's table, number, and how it is on the far side of a step.
Image = tuple[str, int, Row | None]


class StepState(StrEnum):
    """`open` is the step of the transaction that is under way; outside one there is none."""

    OPEN = "open"
    DONE = "done"
    UNDONE = "undone"


class Effect(StrEnum):
    """What became of a row."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


class Change(NamedTuple):
    """A row of a table before and after a step; None where it was or is not there.

    Of settings, what a side does not name is not known. `owner` is the row in whose name it stands.
    """

    table: str
    row: int
    before: Row | None
    after: Row | None
    owner: Row | None = None

    @property
    def effect(self) -> Effect | None:
        """What the step did to the row; None if it was added and removed within the step."""
        if self.before is None:
            return None if self.after is None else Effect.ADDED
        return Effect.REMOVED if self.after is None else Effect.CHANGED

    @property
    def turned(self) -> "Change":
        """What taking the step back does to the row."""
        return self._replace(before=self.after, after=self.before)

    @property
    def content(self) -> Row:
        """The row as it is best known by: as it was left, or as it was before it was removed."""
        return self.after or self.before or {}


class Step(NamedTuple):
    """What one command wrote. `command` is its words in Indonesian, empty for other programs."""

    number: int
    at: datetime
    command: str
    undone: bool
    changes: tuple[Change, ...] = ()

    def touches(self, table: str, row: int | None) -> bool:
        """Whether the step is about this row too."""
        return any((change.table, change.row) == (table, row) for change in self.changes)


def seen_from_now(
    steps: Iterable[tuple[Step, Iterable[Image]]], present: Mapping[Key, Row | None]
) -> list[Step]:
    """Steps with their changes, from images of the far side and the rows as they are now.

    `steps` lead away from now: done ones newest first, or undone ones oldest first.
    """
    known = dict(present)
    found = []
    for step, images in steps:
        changes = []
        for table, row, far in images:
            near = known.get((table, row))
            known[table, row] = far
            if table == SETTINGS:
                near, known[table, row] = _settings(near or {}, far or {})
            before, after = (near, far) if step.undone else (far, near)
            key = owner_of(table, after or before)
            changes.append(Change(table, row, before, after, known.get(key) if key else None))
        found.append(step._replace(changes=tuple(changes)))
    return found


def owner_of(table: str, row: Row | None) -> Key | None:
    """Where the row stands that owns this one, if one does."""
    if row is None or table not in OWNERS:
        return None
    owner, column = OWNERS[table]
    return owner, row[column]


def _settings(known: Row, far: Row) -> tuple[Row, Row]:
    """On the near side those that the step changed, as far as known; all as known from then on."""
    return {key: known[key] for key in far if key in known}, {**known, **far}
