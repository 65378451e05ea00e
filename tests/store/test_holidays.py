"""Holidays of one's own in a real store."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from keseimbangan.domain.holidays import Certainty, Holiday, HolidayKind
from keseimbangan.domain.period import DaySpan
from keseimbangan.store import database
from keseimbangan.store.holidays import Holidays

NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)
HOLIDAYS = st.builds(
    Holiday,
    day=st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    name=TEXTS,
    kind=st.sampled_from(HolidayKind),
    basis=st.none() | TEXTS,
    certainty=st.just(Certainty.OFFICIAL),
    english=st.none(),
    number=st.none(),
    cancelled=st.booleans(),
    uid=st.uuids().map(str),
)
ALWAYS = DaySpan(date(1900, 1, 1), date(2200, 1, 1))


@given(st.lists(HOLIDAYS, max_size=5, unique_by=(lambda h: h.day, lambda h: h.uid)))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_what_is_kept_is_read_again(tmp_path: Path, holidays: list[Holiday]) -> None:
    path = tmp_path / "keseimbangan.db"
    path.unlink(missing_ok=True)
    with database.changing(path, NOW) as db:
        kept = [Holidays(db).add(each) for each in holidays]
    with database.reading(path, NOW) as db:
        assert Holidays(db).between(ALWAYS) == {each.day: each for each in kept}


def test_the_last_day_of_a_span_belongs_to_it_and_the_next_does_not(tmp_path: Path) -> None:
    days = [date(2026, 11, day) for day in (22, 23, 24, 25)]
    with database.changing(tmp_path / "s.db", NOW) as db:
        for day in days:
            Holidays(db).add(Holiday(day, "X", HolidayKind.AGENCY, uid=str(day)))
        found = Holidays(db).between(DaySpan(days[1], days[3]))
    assert list(found) == days[1:3]


@pytest.mark.parametrize("change", [{"name": "Y"}, {"cancelled": True}, {"basis": "SE 1"}])
def test_what_is_changed_or_deleted_is_so(tmp_path: Path, change: dict[str, object]) -> None:
    day = date(2026, 11, 23)
    with database.changing(tmp_path / "s.db", NOW) as db:
        kept = Holidays(db).add(Holiday(day, "X", HolidayKind.AGENCY, uid="u"))
        changed = Holidays(db).save(kept._replace(**change))
        assert Holidays(db).between(ALWAYS) == {day: changed}
        Holidays(db).delete(changed)
        assert Holidays(db).between(ALWAYS) == {}
