"""Shifts in a real store."""

from datetime import UTC, date, datetime, time
from pathlib import Path

from keseimbangan.domain.period import DaySpan
from keseimbangan.domain.shifts import Shift
from keseimbangan.domain.working_day import OFF
from keseimbangan.store import database
from keseimbangan.store.presence import shift_hours
from keseimbangan.store.shifts import Shifts

NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
DAYS = DaySpan(MONDAY, date(2026, 11, 25))


def test_what_is_kept_is_read_again_and_changed_in_its_place(tmp_path: Path) -> None:
    night = Shift(None, "n", MONDAY, "night", time(21), time(7), time(1), time(1, 30))
    with database.changing(tmp_path / "s.db", NOW) as db:
        kept = [Shifts(db).keep(each) for each in (night, Shift(None, "o", TUESDAY, OFF))]
        outside = Shifts(db).keep(Shift(None, "w", DAYS.end, OFF))
    with database.reading(tmp_path / "s.db", NOW) as db:
        assert list(Shifts(db).between(DAYS).values()) == kept
        # The everyday commands read the hours alone, and the same.
        assert shift_hours(db, DAYS) == {each.day: each.hours for each in kept}
    with database.changing(tmp_path / "s.db", NOW) as db:
        changed = Shifts(db).keep(Shift(kept[0].number, "n", MONDAY, "dinas", time(8), time(8)))
        Shifts(db).delete(outside)
        assert Shifts(db).between(DAYS) == {MONDAY: changed, TUESDAY: kept[1]}
        assert Shifts(db).between(DaySpan(DAYS.end, date(2027, 1, 1))) == {}
