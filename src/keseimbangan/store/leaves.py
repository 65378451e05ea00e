"""Own leave in the store."""

from dataclasses import replace
from datetime import date
from typing import Any

from keseimbangan.domain.leave import Leave
from keseimbangan.domain.period import DaySpan
from keseimbangan.domain.workdays import Half
from keseimbangan.errors.store import no_such_leave
from keseimbangan.store import compiled
from keseimbangan.store.database import Database, Row


class Leaves:
    """Reading and keeping leave."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, number: int) -> Leave:
        """The leave with this number; raises NoSuchNumber."""
        row = self._db.one(compiled.GET_LEAVE, id=number)
        if row is None:
            raise no_such_leave(number)
        return _leave(row)

    def between(self, days: DaySpan) -> list[Leave]:
        """All that have a day among these, by their first."""
        first, end = days.first.isoformat(), days.end.isoformat()
        return [_leave(row) for row in self._db.all(compiled.LEAVES_BETWEEN, start=first, end=end)]

    def all(self) -> list[Leave]:
        """Every leave, by its first day: some twenty a year."""
        return self.between(DaySpan(date.min, date.max))

    def add(self, leave: Leave) -> Leave:
        """Keep a new leave; the same with its number."""
        return replace(leave, number=self._db.insert(compiled.INSERT_LEAVE, _values(leave)))

    def save(self, leave: Leave) -> Leave:
        """Keep what was changed."""
        self._db.change(compiled.UPDATE_LEAVE, _values(leave))
        return leave

    def delete(self, leave: Leave) -> None:
        """Remove a leave."""
        self._db.change(compiled.DELETE_LEAVE, {"id": leave.number})


def _leave(row: Row) -> Leave:
    return Leave(
        number=row["id"],
        uid=row["uid"],
        kind=row["kind"],
        first=date.fromisoformat(row["first"]),
        last=date.fromisoformat(row["last"]),
        half=Half(row["half"]) if row["half"] else None,
        letter=row["letter"],
        note=row["note"],
    )


def _values(leave: Leave) -> dict[str, Any]:
    return {
        "id": leave.number,
        "uid": leave.uid,
        "kind": leave.kind,
        "first": leave.first.isoformat(),
        "last": leave.last.isoformat(),
        "half": leave.half and leave.half.value,
        "letter": leave.letter,
        "note": leave.note,
    }
