"""Leave: the working days it takes, what it may not meet, and for whom it is."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keseimbangan.domain.leave import (
    PNS,
    PPPK,
    RULES,
    Leave,
    days_by_year,
    in_the_way,
    months_passed,
    years_missing,
)
from keseimbangan.domain.workdays import PROFILES, Half, WorkCalendar

CALENDAR = WorkCalendar()
DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))


def leave(first: str, last: str | None = None, half: Half | None = None, **more: object) -> Leave:
    begins = date.fromisoformat(first)
    ends = date.fromisoformat(last) if last else begins
    return Leave(
        **{"number": None, "uid": "u", "kind": "annual", **more}, first=begins, last=ends, half=half
    )  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("taken", "days"),
    [
        (leave("2026-11-23"), {2026: 1}),
        (leave("2026-11-23", "2026-11-29"), {2026: 5}),
        (leave("2026-11-28", "2026-11-29"), {}),
        (leave("2026-11-23", half=Half.MORNING), {2026: 0.5}),
        # Lebaran: holidays and collective leave take nothing.
        (leave("2026-03-16", "2026-03-27"), {2026: 5}),
        # Across the end of a year each year's counts by itself.
        (leave("2026-12-21", "2027-01-08"), {2026: 7, 2027: 4}),
    ],
)
def test_only_working_days_count(taken: Leave, days: dict[int, float]) -> None:
    assert days_by_year(taken, CALENDAR) == days


def test_an_office_of_six_days_counts_its_saturday() -> None:
    week = leave("2026-11-23", "2026-11-29")
    assert days_by_year(week, WorkCalendar(PROFILES[6][0])) == {2026: 6}


@given(DAYS, st.integers(0, 40), st.integers(0, 40))
def test_leave_in_two_parts_takes_what_it_takes_as_one(first: date, one: int, two: int) -> None:
    middle, last = first.toordinal() + one, first.toordinal() + one + 1 + two
    parts = (
        Leave(None, "u", "annual", first, date.fromordinal(middle)),
        Leave(None, "u", "annual", date.fromordinal(middle + 1), date.fromordinal(last)),
    )
    whole = Leave(None, "u", "annual", first, date.fromordinal(last))
    split = [sum(days_by_year(part, CALENDAR).values()) for part in parts]
    assert sum(split) == sum(days_by_year(whole, CALENDAR).values())


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (leave("2026-11-23", "2026-11-25"), leave("2026-11-25", number=1), True),
        (leave("2026-11-23", "2026-11-25"), leave("2026-11-26", number=1), False),
        (leave("2026-11-23", half=Half.MORNING), leave("2026-11-23", number=1), True),
        (
            leave("2026-11-23", half=Half.MORNING),
            leave("2026-11-23", half=Half.AFTERNOON, number=1),
            False,
        ),
        (
            leave("2026-11-23", half=Half.MORNING),
            leave("2026-11-23", half=Half.MORNING, number=1),
            True,
        ),
        (leave("2026-11-23", number=1), leave("2026-11-23", number=1), False),
    ],
)
def test_leave_does_not_meet_other_leave(one: Leave, other: Leave, meet: bool) -> None:
    assert (in_the_way(one, [other]) is other) == meet
    assert (in_the_way(other, [one]) is one) == meet


def test_half_a_day_is_of_one_day_and_no_leave_ends_before_it_begins() -> None:
    with pytest.raises(ValueError, match="no such leave"):
        leave("2026-11-23", "2026-11-24", half=Half.MORNING)
    with pytest.raises(ValueError, match="no such leave"):
        leave("2026-11-23", "2026-11-22")


def test_a_status_has_its_kinds() -> None:
    assert {kind for kind, rule in RULES.items() if PPPK in rule.months} == {
        *("annual", "sick", "maternity")
    }
    assert all(PNS in rule.months for rule in RULES.values())


def test_some_leave_comes_after_years_of_service() -> None:
    long = leave("2026-11-23", kind="long")
    assert years_missing(long, None) is None
    assert years_missing(long, date(2021, 11, 23)) is None
    assert years_missing(long, date(2021, 11, 24)) == 5
    assert years_missing(leave("2026-11-23"), date(2025, 11, 24)) == 1
    assert years_missing(leave("2026-11-23", kind="sick"), date(2026, 11, 1)) is None
    assert years_missing(leave("2026-11-23", kind="pemulihan"), date(2026, 11, 1)) is None


@pytest.mark.parametrize(
    ("kind", "status", "first", "last", "months"),
    [
        ("important", "pns", date(2027, 1, 31), date(2027, 2, 27), None),
        ("important", "pns", date(2027, 1, 31), date(2027, 2, 28), 1),
        ("maternity", "pppk", date(2026, 12, 1), date(2027, 2, 28), None),
        ("maternity", "pppk", date(2026, 12, 1), date(2027, 3, 1), 3),
        ("sick", "pppk", date(2026, 11, 30), date(2026, 12, 30), 1),
        ("sick", "pns", date(2026, 11, 30), date(2027, 11, 30), None),
        ("annual", "pns", date(2026, 1, 1), date(2026, 12, 31), None),
        ("pemulihan", "pns", date(2026, 1, 1), date(2026, 12, 31), None),
    ],
)
def test_a_kind_lasts_its_months_at_most(
    kind: str, status: str, first: date, last: date, months: int | None
) -> None:
    assert months_passed(Leave(None, "u", kind, first, last), status) == months
