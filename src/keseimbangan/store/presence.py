"""Leave, shifts and places of work day by day: all that the everyday commands read of them."""

from datetime import date, time

from keseimbangan.domain.blocks import WorkLocation
from keseimbangan.domain.period import ONE_DAY, DaySpan
from keseimbangan.domain.workdays import Absence, Half, WorkingDay
from keseimbangan.store import compiled
from keseimbangan.store.database import Database, Row


def absences(db: Database, days: DaySpan) -> dict[date, Absence]:
    """By day, within the span; two halves of a day are the whole of it."""
    first, end = days.first.isoformat(), days.end.isoformat()
    found: dict[date, Absence] = {}
    for row in db.all(compiled.LEAVES_BETWEEN, start=first, end=end):
        half = Half(row["half"]) if row["half"] else None
        day = max(date.fromisoformat(row["first"]), days.first)
        last = min(date.fromisoformat(row["last"]), days.last)
        while day <= last:
            whole = day in found
            found[day] = Absence(row["kind"], None if whole else half)
            day += ONE_DAY
    return found


def shift_hours(db: Database, days: DaySpan) -> dict[date, WorkingDay | None]:
    """The hours of the shifts that start on some days, by day; none on a day off by the roster."""
    first, end = days.first.isoformat(), days.end.isoformat()
    rows = db.all(compiled.SHIFTS_BETWEEN, first=first, end=end)
    return {date.fromisoformat(row["day"]): _shift(row) for row in rows}


def noted_locations(db: Database, days: DaySpan) -> dict[date, WorkLocation]:
    """Where one works, by day, where that was noted."""
    first, end = days.first.isoformat(), days.end.isoformat()
    rows = db.all(compiled.LOCATION_DAYS_BETWEEN, first=first, end=end)
    return {date.fromisoformat(row["day"]): WorkLocation(row["location"]) for row in rows}


def _shift(row: Row) -> WorkingDay | None:
    # As in domain/shifts.py: the end lies on the next day unless it is later than the start.
    names = ("start_time", "end_time", "break_start", "break_end")
    start, end, *pause = (row[name] and time.fromisoformat(row[name]) for name in names)
    if start is None:
        return None
    return WorkingDay(start, end, *pause, overnight=end <= start, name=row["name"])
