"""Stretches of time and of days, half-open."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keseimbangan.domain.period import (
    DaySpan,
    Period,
    day_of,
    instant,
    local,
    merged,
    month_key,
    month_of,
    subtract,
    week_name,
    week_named,
    week_of,
)

MONDAY = date(2026, 11, 23)
NOON = datetime.combine(MONDAY, time(12))
DAYS = st.dates(date(1970, 1, 5), date(2099, 12, 31))


def minutes(start: int, end: int) -> Period:
    """A period in minutes from noon."""
    return Period(NOON + timedelta(minutes=start), NOON + timedelta(minutes=end))


periods = st.tuples(st.integers(0, 200), st.integers(1, 60)).map(
    lambda pair: minutes(pair[0], pair[0] + pair[1])
)


def covered(some: list[Period]) -> set[int]:
    """The minutes from noon that belong to some period."""
    return {
        minute
        for period in some
        for minute in range(
            int((period.start - NOON).total_seconds() // 60),
            int((period.end - NOON).total_seconds() // 60),
        )
    }


@pytest.mark.parametrize("end", [0, -1])
def test_a_period_that_does_not_run_forward_is_not_born(end: int) -> None:
    with pytest.raises(ValueError, match="ends after it starts"):
        minutes(0, end)
    with pytest.raises(ValueError, match="ends after it starts"):
        DaySpan(MONDAY, MONDAY + timedelta(days=end))


def test_minutes_are_whole_and_rounded_down() -> None:
    assert Period(NOON, NOON + timedelta(minutes=2, seconds=59)).minutes == 2


def test_periods_that_touch_do_not_overlap() -> None:
    assert not minutes(0, 10).overlaps(minutes(10, 20))
    assert minutes(0, 10).overlap(minutes(10, 20)) is None
    assert minutes(0, 11).overlap(minutes(10, 20)) == minutes(10, 11)


@given(periods, periods)
def test_an_overlap_is_what_belongs_to_both(one: Period, other: Period) -> None:
    shared = one.overlap(other)
    assert covered([shared] if shared else []) == covered([one]) & covered([other])
    assert one.overlaps(other) == other.overlaps(one) == (shared is not None)


@given(st.lists(periods))
def test_merging_loses_no_minute_and_leaves_no_two_that_touch(some: list[Period]) -> None:
    whole = merged(some)
    assert covered(whole) == covered(some)
    assert all(one.end < other.start for one, other in pairwise(whole))


@given(periods, st.lists(periods))
def test_what_is_free_and_what_is_taken_tile_the_whole(whole: Period, taken: list[Period]) -> None:
    free = subtract(whole, taken)
    assert covered(free) == covered([whole]) - covered(taken)
    assert free == merged(free)


@given(DAYS, st.integers(1, 40))
def test_a_span_has_its_days_in_order_and_no_other(first: date, length: int) -> None:
    span = DaySpan(first, first + timedelta(days=length))
    days = list(span)
    assert len(days) == len(span) == length
    assert (days[0], days[-1]) == (span.first, span.last)
    assert all(day in span for day in days)
    assert span.end not in span
    assert first - timedelta(days=1) not in span


@given(DAYS)
def test_weeks_and_months_tile_the_calendar(day: date) -> None:
    for of in (day_of, week_of, month_of):
        span = of(day)
        assert day in span
        assert of(span.end).first == span.end
        assert of(span.last) == span
    assert week_of(day).first.weekday() == 0
    assert len(week_of(day)) == 7
    assert month_of(day).first.day == 1


@given(DAYS)
def test_a_week_is_found_again_by_its_name(day: date) -> None:
    assert week_named(week_name(day)) == week_of(day)


def test_a_week_is_named_by_the_year_to_which_iso_gives_it() -> None:
    assert week_name(MONDAY) == "2026-W48"
    assert week_name(date(2027, 1, 1)) == "2026-W53"
    assert week_name(date(2024, 12, 30)) == "2025-W01"


def test_a_month_has_the_days_of_its_calendar() -> None:
    assert len(month_of(date(2028, 2, 10))) == 29
    assert len(month_of(date(2026, 2, 10))) == 28
    assert month_of(date(2026, 12, 31)) == DaySpan(date(2026, 12, 1), date(2027, 1, 1))
    assert month_key(date(2026, 2, 1)) == "2026-02"


@pytest.mark.parametrize(
    ("zone", "hour"), [("Asia/Jakarta", 0), ("Asia/Makassar", 23), ("Asia/Jayapura", 22)]
)
def test_an_instant_is_the_wall_clock_of_its_zone(zone: str, hour: int) -> None:
    moment = instant(MONDAY, time(7), zone)
    assert moment.hour == hour
    assert local(moment, zone) == datetime.combine(MONDAY, time(7))


@given(DAYS, st.sampled_from(["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "Asia/Tokyo"]))
def test_a_day_of_a_zone_has_its_twentyfour_hours(day: date, zone: str) -> None:
    period = day_of(day).instants(zone)
    assert local(period.start, zone) == datetime.combine(day, time())
    assert day < date(1988, 1, 1) or period.minutes == 24 * 60


def test_a_day_in_which_the_clock_is_set_is_shorter_or_longer() -> None:
    assert day_of(date(2026, 3, 29)).instants("Europe/Berlin").minutes == 23 * 60
    assert day_of(date(2026, 10, 25)).instants("Europe/Berlin").minutes == 25 * 60


def test_days_follow_each_other_without_a_gap_as_instants() -> None:
    week = week_of(MONDAY)
    days = [day_of(day).instants("Asia/Makassar") for day in week]
    assert merged(days) == [week.instants("Asia/Makassar")]
    assert days[0].start == datetime(2026, 11, 22, 16, 0, tzinfo=UTC)
