"""Leave in a real store."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from keseimbangan.domain.leave import Leave
from keseimbangan.domain.period import DaySpan
from keseimbangan.domain.workdays import Absence, Half
from keseimbangan.errors.store import NoSuchNumber
from keseimbangan.store import database
from keseimbangan.store.leaves import Leaves
from keseimbangan.store.presence import absences

NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)
MONDAY = date(2026, 11, 23)


@st.composite
def leaves(draw: st.DrawFn) -> Leave:
    first = draw(st.dates(date(2020, 1, 1), date(2030, 1, 1)))
    half = draw(st.none() | st.sampled_from(Half))
    days = 0 if half else draw(st.integers(0, 100))
    texts = [draw(st.none() | TEXTS) for _text in "ab"]
    last = first + timedelta(days=days)
    return Leave(None, str(draw(st.uuids())), draw(TEXTS), first, last, half, *texts)


@given(leaves())
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_what_is_kept_is_read_again(tmp_path: Path, leave: Leave) -> None:
    path = tmp_path / "keseimbangan.db"
    path.unlink(missing_ok=True)
    with database.changing(path, NOW) as db:
        kept = Leaves(db).add(leave)
    with database.reading(path, NOW) as db:
        assert Leaves(db).get(kept.number or 0) == kept
        assert Leaves(db).all() == [kept]
        assert Leaves(db).between(kept.span) == [kept]


def test_leave_is_found_on_its_days_and_not_beside_them(tmp_path: Path) -> None:
    with database.changing(tmp_path / "s.db", NOW) as db:
        kept = Leaves(db).add(Leave(None, "a", "annual", MONDAY, date(2026, 11, 25)))
        found = {
            day: Leaves(db).between(DaySpan(day, day + timedelta(days=1))) == [kept]
            for day in DaySpan(date(2026, 11, 22), date(2026, 11, 27))
        }
    assert list(found.values()) == [False, True, True, True, False]


def test_days_of_absence_are_those_in_the_span_and_two_halves_are_a_day(tmp_path: Path) -> None:
    with database.changing(tmp_path / "s.db", NOW) as db:
        shelf = Leaves(db)
        shelf.add(Leave(None, "a", "annual", date(2026, 11, 20), MONDAY))
        shelf.add(Leave(None, "b", "sick", date(2026, 11, 24), date(2026, 11, 24), Half.MORNING))
        shelf.add(Leave(None, "c", "annual", date(2026, 11, 25), date(2026, 11, 25), Half.MORNING))
        shelf.add(Leave(None, "d", "sick", date(2026, 11, 25), date(2026, 11, 25), Half.AFTERNOON))
        found = absences(db, DaySpan(MONDAY, date(2026, 11, 27)))
    assert found == {
        MONDAY: Absence("annual"),
        date(2026, 11, 24): Absence("sick", Half.MORNING),
        date(2026, 11, 25): Absence("sick"),
    }


def test_what_is_changed_or_deleted_is_so(tmp_path: Path) -> None:
    with database.changing(tmp_path / "s.db", NOW) as db:
        kept = Leaves(db).add(Leave(None, "a", "annual", MONDAY, MONDAY))
        changed = Leaves(db).save(replace(kept, kind="sick", letter="S/1"))
        assert Leaves(db).get(1) == changed
        Leaves(db).delete(changed)
        with pytest.raises(NoSuchNumber):
            Leaves(db).get(1)
