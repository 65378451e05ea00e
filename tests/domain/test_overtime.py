"""Overtime: what counts, and what it may not meet."""

from datetime import date, time

import pytest

from keseimbangan.domain.overtime import (
    Overtime,
    counted_minutes,
    in_the_way,
    on_holiday,
    within_hours,
)
from keseimbangan.domain.times import parse_time_range
from keseimbangan.domain.workdays import WorkCalendar

CALENDAR, ZONE = WorkCalendar(), "Asia/Makassar"


def overtime(day: str, hours: str, number: int | None = None) -> Overtime:
    period = parse_time_range(hours).on(date.fromisoformat(day), ZONE)
    return Overtime(number, "u", period.start, period.end, ZONE)


@pytest.mark.parametrize(
    ("day", "hours", "minutes"),
    [
        ("2026-11-23", "16.00-19.00", 180),
        ("2026-11-23", "16.00-17.00", 60),
        ("2026-11-23", "16.00-16.59", 0),
        ("2026-11-28", "08.00-10.00", 240),
        ("2026-03-19", "08.00-10.00", 240),
        ("2026-03-20", "22.00-01.00", 360),
        # It belongs to the day on which it starts.
        ("2026-11-27", "22.00-01.00", 180),
    ],
)
def test_it_counts_from_an_hour_on_and_twice_on_a_holiday(
    day: str, hours: str, minutes: int
) -> None:
    assert counted_minutes(overtime(day, hours), CALENDAR) == minutes


def test_the_day_is_that_of_its_zone() -> None:
    early = overtime("2026-11-24", "05.00-07.00")
    assert early.day == date(2026, 11, 24)
    assert early.wall.start.time() == time(5)
    assert not on_holiday(early, CALENDAR)


@pytest.mark.parametrize(
    ("day", "hours", "within"),
    [
        ("2026-11-23", "16.00-18.00", False),
        ("2026-11-23", "15.30-18.00", True),
        ("2026-11-23", "12.00-13.00", False),
        ("2026-11-28", "08.00-10.00", False),
    ],
)
def test_it_may_lie_in_the_working_hours(day: str, hours: str, within: bool) -> None:
    assert within_hours(overtime(day, hours), CALENDAR) == within


def test_it_does_not_meet_other_overtime() -> None:
    one, other = overtime("2026-11-23", "16.00-18.00"), overtime("2026-11-23", "17.00-19.00", 1)
    assert in_the_way(one, [other]) is other
    assert in_the_way(other, [other]) is None
    assert in_the_way(one, [overtime("2026-11-23", "18.00-19.00", 1)]) is None


def test_it_ends_after_it_starts() -> None:
    one = overtime("2026-11-23", "16.00-18.00")
    with pytest.raises(ValueError, match="ends after"):
        Overtime(None, "u", one.ends_at, one.starts_at, ZONE)
