"""Where one worked, day by day, in the store."""

from dataclasses import replace
from datetime import date, time
from typing import Any

from keseimbangan.domain.blocks import WorkLocation
from keseimbangan.domain.locations import LocationDay
from keseimbangan.domain.period import DaySpan, day_of
from keseimbangan.store import compiled
from keseimbangan.store.database import Database, Row


class LocationDays:
    """Reading and keeping what was noted of places of work, one note a day."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def between(self, days: DaySpan) -> list[LocationDay]:
        """Those of some days, in order."""
        first, end = days.first.isoformat(), days.end.isoformat()
        rows = self._db.all(compiled.LOCATION_DAYS_BETWEEN, first=first, end=end)
        return [_location_day(row) for row in rows]

    def on(self, day: date) -> LocationDay | None:
        """That of a day."""
        return next(iter(self.between(day_of(day))), None)

    def save(self, noted: LocationDay) -> LocationDay:
        """Keep what was noted; one without a number is new."""
        if noted.number is None:
            number = self._db.insert(compiled.INSERT_LOCATION_DAY, _values(noted))
            return replace(noted, number=number)
        self._db.change(compiled.UPDATE_LOCATION_DAY, _values(noted))
        return noted

    def delete(self, noted: LocationDay) -> None:
        """Remove a note."""
        self._db.change(compiled.DELETE_LOCATION_DAY, {"id": noted.number})


def _location_day(row: Row) -> LocationDay:
    return LocationDay(
        number=row["id"],
        uid=row["uid"],
        day=date.fromisoformat(row["day"]),
        location=WorkLocation(row["location"]),
        basis=row["basis"],
        start=_time(row["start_time"]),
        end=_time(row["end_time"]),
        output=row["output"],
        evidence=row["evidence"],
        obstacle=row["obstacle"],
    )


def _time(text: str | None) -> time | None:
    return None if text is None else time.fromisoformat(text)


def _values(noted: LocationDay) -> dict[str, Any]:
    return {
        "id": noted.number,
        "uid": noted.uid,
        "day": noted.day.isoformat(),
        "location": noted.location.value,
        "basis": noted.basis,
        "start_time": noted.start and noted.start.isoformat("minutes"),
        "end_time": noted.end and noted.end.isoformat("minutes"),
        "output": noted.output,
        "evidence": noted.evidence,
        "obstacle": noted.obstacle,
    }
