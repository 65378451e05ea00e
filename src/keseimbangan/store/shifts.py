"""Shifts by date in the store."""

from dataclasses import replace
from datetime import date, time
from typing import Any

from keseimbangan.domain.period import DaySpan
from keseimbangan.domain.shifts import Shift
from keseimbangan.store import compiled
from keseimbangan.store.database import Database, Row


class Shifts:
    """Reading and keeping shifts, one a day."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def between(self, days: DaySpan) -> dict[date, Shift]:
        """Those that start on some days, by day."""
        first, end = days.first.isoformat(), days.end.isoformat()
        rows = self._db.all(compiled.SHIFTS_BETWEEN, first=first, end=end)
        return {each.day: each for each in map(_shift, rows)}

    def keep(self, shift: Shift) -> Shift:
        """Keep a shift, new or changed; the same with its number."""
        if shift.number is None:
            return replace(shift, number=self._db.insert(compiled.INSERT_SHIFT, _values(shift)))
        self._db.change(compiled.UPDATE_SHIFT, _values(shift))
        return shift

    def delete(self, shift: Shift) -> None:
        """Remove a shift: its day is one of the usual hours again."""
        self._db.change(compiled.DELETE_SHIFT, {"id": shift.number})


def _shift(row: Row) -> Shift:
    return Shift(
        number=row["id"],
        uid=row["uid"],
        day=date.fromisoformat(row["day"]),
        name=row["name"],
        start=_time(row["start_time"]),
        end=_time(row["end_time"]),
        break_start=_time(row["break_start"]),
        break_end=_time(row["break_end"]),
    )


def _values(shift: Shift) -> dict[str, Any]:
    return {
        "id": shift.number,
        "uid": shift.uid,
        "day": shift.day.isoformat(),
        "name": shift.name,
        "start_time": _text(shift.start),
        "end_time": _text(shift.end),
        "break_start": _text(shift.break_start),
        "break_end": _text(shift.break_end),
    }


def _time(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None


def _text(moment: time | None) -> str | None:
    return None if moment is None else moment.isoformat("minutes")
