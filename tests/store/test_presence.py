"""Places of work and overtime in a real store."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from keseimbangan.domain.blocks import WorkLocation
from keseimbangan.domain.locations import LocationDay
from keseimbangan.domain.overtime import Overtime
from keseimbangan.domain.period import DaySpan, Period
from keseimbangan.errors.store import NoSuchNumber
from keseimbangan.store import database
from keseimbangan.store.locations import LocationDays
from keseimbangan.store.overtimes import Overtimes
from keseimbangan.store.presence import noted_locations

NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
DAY = date(2026, 11, 23)
FULL = LocationDay(
    *(None, "a", DAY, WorkLocation.HOME, "SE 3/2026"),
    *(time(7, 30), time(16), "Laporan 😀", "tautan", "listrik [padam]"),
)
BARE = LocationDay(None, "b", date(2026, 11, 24), WorkLocation.OTHER)
LATE = Overtime(None, "o", NOW + timedelta(hours=9), NOW + timedelta(hours=12), "Asia/Jakarta")


@pytest.mark.parametrize("noted", [FULL, BARE], ids=["full", "bare"])
def test_a_note_is_read_again(tmp_path: Path, noted: LocationDay) -> None:
    path = tmp_path / "s.db"
    with database.changing(path, NOW) as db:
        kept = LocationDays(db).save(noted)
    with database.reading(path, NOW) as db:
        assert LocationDays(db).on(noted.day) == kept == replace(noted, number=1)
        assert LocationDays(db).on(date(2026, 11, 30)) is None


def test_a_note_is_changed_and_deleted(tmp_path: Path) -> None:
    with database.changing(tmp_path / "s.db", NOW) as db:
        shelf = LocationDays(db)
        first, second = shelf.save(FULL), shelf.save(BARE)
        changed = shelf.save(replace(first, location=WorkLocation.OFFICE))
        week = DaySpan(DAY, date(2026, 11, 25))
        assert shelf.between(week) == [changed, second]
        assert noted_locations(db, week) == {
            DAY: WorkLocation.OFFICE,
            BARE.day: WorkLocation.OTHER,
        }
        shelf.delete(second)
        assert list(noted_locations(db, week)) == [DAY]


def test_overtime_is_read_again_by_its_start_and_by_its_time(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with database.changing(path, NOW) as db:
        kept = Overtimes(db).add(replace(LATE, letter="S/1", reason="Audit"))
    inside = Period(LATE.ends_at - timedelta(minutes=1), LATE.ends_at)
    after = Period(LATE.ends_at, LATE.ends_at + timedelta(hours=1))
    with database.reading(path, NOW) as db:
        assert Overtimes(db).get(1) == kept
        assert Overtimes(db).during(inside) == [kept]
        assert Overtimes(db).starting(inside) == []
        assert Overtimes(db).during(after) == []


def test_overtime_is_changed_and_deleted(tmp_path: Path) -> None:
    with database.changing(tmp_path / "s.db", NOW) as db:
        kept = Overtimes(db).add(LATE)
        changed = Overtimes(db).save(replace(kept, reason="Audit"))
        assert Overtimes(db).get(1) == changed
        Overtimes(db).delete(changed)
        with pytest.raises(NoSuchNumber):
            Overtimes(db).get(1)
