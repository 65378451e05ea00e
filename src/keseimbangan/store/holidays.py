"""A person's own holidays in the store."""

from datetime import date
from typing import Any

from keseimbangan.domain.holidays import Holiday, HolidayKind
from keseimbangan.domain.period import DaySpan
from keseimbangan.store import compiled
from keseimbangan.store.database import Database, Row


class Holidays:
    """Reading and keeping holidays of one's own, one a day."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def between(self, days: DaySpan) -> dict[date, Holiday]:
        """Those of some days, cancelled ones included, by day."""
        first, end = days.first.isoformat(), days.end.isoformat()
        rows = self._db.all(compiled.HOLIDAYS_BETWEEN, first=first, end=end)
        return {each.day: each for each in map(_holiday, rows)}

    def add(self, holiday: Holiday) -> Holiday:
        """Keep a new one; the same with its number."""
        number = self._db.insert(compiled.INSERT_HOLIDAY, _values(holiday))
        return holiday._replace(number=number)

    def save(self, holiday: Holiday) -> Holiday:
        """Keep what was changed; one without a number is new."""
        if holiday.number is None:
            return self.add(holiday)
        self._db.change(compiled.UPDATE_HOLIDAY, _values(holiday))
        return holiday

    def delete(self, holiday: Holiday) -> None:
        """Remove one of one's own."""
        self._db.change(compiled.DELETE_HOLIDAY, {"id": holiday.number})


def _holiday(row: Row) -> Holiday:
    return Holiday(
        day=date.fromisoformat(row["day"]),
        name=row["name"],
        kind=HolidayKind(row["kind"]),
        basis=row["basis"],
        cancelled=bool(row["cancelled"]),
        number=row["id"],
        uid=row["uid"],
    )


def _values(holiday: Holiday) -> dict[str, Any]:
    return {
        "id": holiday.number,
        "uid": holiday.uid,
        "day": holiday.day.isoformat(),
        "name": holiday.name,
        "kind": holiday.kind.value,
        "basis": holiday.basis,
        "cancelled": int(holiday.cancelled),
    }
