"""The working hours of a day and why they are so."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keseimbangan.domain.period import DaySpan, Period, day_of, merged, week_of
from keseimbangan.domain.workdays import (
    DEFAULT_PROFILE,
    HoursReason,
    WorkingDay,
    capacity,
    working_hours,
)

MONDAY, FRIDAY, SATURDAY = date(2026, 11, 23), date(2026, 11, 27), date(2026, 11, 28)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """A wall-clock moment."""
    return datetime.combine(day, time(hour, minute))


def test_the_week_of_the_decree_has_37_hours_and_a_half() -> None:
    assert capacity(week_of(MONDAY), DEFAULT_PROFILE) == 37 * 60 + 30


def test_an_ordinary_day_is_interrupted_by_an_hour_at_noon() -> None:
    hours = working_hours(MONDAY, DEFAULT_PROFILE)
    assert (hours.minutes, hours.reason) == (450, HoursReason.REGULAR)
    assert hours.periods() == [
        Period(at(MONDAY, 7, 30), at(MONDAY, 12)),
        Period(at(MONDAY, 13), at(MONDAY, 16)),
    ]
    assert hours.breaks() == [Period(at(MONDAY, 12), at(MONDAY, 13))]


def test_friday_has_a_longer_break_and_the_same_work() -> None:
    hours = working_hours(FRIDAY, DEFAULT_PROFILE)
    assert (hours.minutes, hours.reason) == (450, HoursReason.FRIDAY)
    assert hours.breaks() == [Period(at(FRIDAY, 11, 30), at(FRIDAY, 13))]


def test_a_day_off_has_no_hours_and_no_break() -> None:
    hours = working_hours(SATURDAY, DEFAULT_PROFILE)
    assert (hours.minutes, hours.reason) == (0, HoursReason.DAY_OFF)
    assert hours.periods() == []
    assert hours.breaks() == []


def test_a_friday_like_the_other_days_is_nothing_special() -> None:
    plain = (WorkingDay(time(8), time(16)),) * 5 + (None, None)
    hours = working_hours(FRIDAY, plain)
    assert (hours.minutes, hours.reason) == (480, HoursReason.REGULAR)
    assert hours.breaks() == []


@pytest.mark.parametrize(
    "marks",
    [
        (time(16), time(8)),
        (time(8), time(8)),
        (time(8), time(16), time(12)),
        (time(8), time(16), time(13), time(12)),
        (time(8), time(16), time(7), time(8)),
        (time(8), time(16), time(15), time(17)),
    ],
)
def test_hours_that_do_not_run_start_break_end_are_not_born(marks: tuple[time, ...]) -> None:
    with pytest.raises(ValueError, match="start, break, end"):
        WorkingDay(*marks)


@given(DAYS)
def test_work_and_breaks_tile_the_hours_of_a_day(day: date) -> None:
    hours = working_hours(day, DEFAULT_PROFILE)
    parts = [*hours.periods(), *hours.breaks()]
    if hours.hours is None:
        assert parts == []
        return
    assert merged(parts) == [
        Period(datetime.combine(day, hours.hours.start), datetime.combine(day, hours.hours.end))
    ]
    assert sum(part.minutes for part in hours.periods()) == hours.minutes


@given(DAYS, st.integers(1, 60))
def test_the_capacity_of_a_span_is_the_sum_of_its_days(first: date, length: int) -> None:
    span = DaySpan(first, date.fromordinal(first.toordinal() + length))
    assert capacity(span, DEFAULT_PROFILE) == sum(
        capacity(day_of(day), DEFAULT_PROFILE) for day in span
    )
