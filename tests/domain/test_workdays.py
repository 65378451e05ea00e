"""The working hours of a day and why they are so."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keseimbangan.domain.period import DaySpan, Period, day_of, merged, week_of
from keseimbangan.domain.workdays import (
    PROFILES,
    SIX_DAYS,
    Absence,
    Half,
    HoursReason,
    WorkCalendar,
    WorkingDay,
    WorkingHours,
    capacity,
    week_minutes,
    working_hours,
)

MONDAY, FRIDAY, SATURDAY = date(2026, 11, 23), date(2026, 11, 27), date(2026, 11, 28)
CALENDAR = WorkCalendar()
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """A wall-clock moment."""
    return datetime.combine(day, time(hour, minute))


def test_the_week_of_the_decree_has_37_hours_and_a_half() -> None:
    assert capacity(week_of(MONDAY), CALENDAR) == 37 * 60 + 30


def test_an_ordinary_day_is_interrupted_by_an_hour_at_noon() -> None:
    hours = working_hours(MONDAY, CALENDAR)
    assert (hours.minutes, hours.reason) == (450, HoursReason.REGULAR)
    assert hours.periods() == [
        Period(at(MONDAY, 7, 30), at(MONDAY, 12)),
        Period(at(MONDAY, 13), at(MONDAY, 16)),
    ]
    assert hours.breaks() == [Period(at(MONDAY, 12), at(MONDAY, 13))]


def test_friday_has_a_longer_break_and_the_same_work() -> None:
    hours = working_hours(FRIDAY, CALENDAR)
    assert (hours.minutes, hours.reason) == (450, HoursReason.FRIDAY)
    assert hours.breaks() == [Period(at(FRIDAY, 11, 30), at(FRIDAY, 13))]


def test_a_day_off_has_no_hours_and_no_break() -> None:
    hours = working_hours(SATURDAY, CALENDAR)
    assert (hours.minutes, hours.reason) == (0, HoursReason.DAY_OFF)
    assert hours.periods() == []
    assert hours.breaks() == []


def test_a_friday_like_the_other_days_is_nothing_special() -> None:
    plain = (WorkingDay(time(8), time(16)),) * 5 + (None, None)
    hours = working_hours(FRIDAY, WorkCalendar(plain))
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
    hours = working_hours(day, CALENDAR)
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
    assert capacity(span, CALENDAR) == sum(capacity(day_of(day), CALENDAR) for day in span)


YEARS = {
    # Working days, of which in Ramadan, and hours rounded down: Perpres 21/2023 with the decrees.
    2026: (240, 19, 1781),
    2027: (242, 20, 1795),
}


@pytest.mark.parametrize("year", YEARS)
def test_a_year_has_the_working_days_and_hours_of_the_decrees(year: int) -> None:
    span = DaySpan(date(year, 1, 1), date(year + 1, 1, 1))
    worked = [hours for day in span if (hours := working_hours(day, CALENDAR)).hours]
    fasting = [hours for hours in worked if hours.reason is HoursReason.RAMADAN]
    assert (len(worked), len(fasting), capacity(span, CALENDAR) // 60) == YEARS[year]


@pytest.mark.parametrize("days", PROFILES)
def test_a_week_has_its_hours_on_five_days_or_six(days: int) -> None:
    normal, fasting = PROFILES[days]
    assert sum(1 for day in normal if day) == sum(1 for day in fasting if day) == days
    assert (week_minutes(normal), week_minutes(fasting)) == (2250, 1950)


def test_ramadan_begins_later_and_breaks_shorter() -> None:
    tuesday = working_hours(date(2026, 3, 3), CALENDAR)
    assert (tuesday.minutes, tuesday.reason) == (390, HoursReason.RAMADAN)
    assert tuesday.hours == WorkingDay(time(8), time(15), time(12), time(12, 30))
    friday = working_hours(date(2026, 3, 6), CALENDAR)
    assert (friday.minutes, friday.reason) == (390, HoursReason.RAMADAN)
    assert friday.hours == WorkingDay(time(8), time(15, 30), time(11, 30), time(12, 30))


def test_the_week_of_lebaran_2026_has_two_working_days() -> None:
    week = week_of(date(2026, 3, 18))
    assert [working_hours(day, CALENDAR).reason for day in week] == [
        *[HoursReason.RAMADAN] * 2,
        HoursReason.COLLECTIVE_LEAVE,
        HoursReason.HOLIDAY,
        HoursReason.COLLECTIVE_LEAVE,
        *[HoursReason.HOLIDAY] * 2,
    ]
    assert capacity(week, CALENDAR) == 2 * 390
    nyepi = working_hours(date(2026, 3, 19), CALENDAR)
    assert nyepi.holiday is not None
    assert nyepi.holiday.name == "Hari Suci Nyepi"


def test_a_shift_stands_above_its_weekday_and_a_holiday() -> None:
    shift = WorkingDay(time(14), time(21))
    nyepi, monday = date(2026, 3, 19), date(2026, 11, 23)
    calendar = WorkCalendar(shifts={nyepi: shift, monday: None})
    assert working_hours(nyepi, calendar).hours == shift
    assert working_hours(nyepi, calendar).reason is HoursReason.SHIFT
    assert working_hours(monday, calendar).reason is HoursReason.DAY_OFF


def test_leave_takes_a_day_or_its_half() -> None:
    def hours(day: date, half: Half | None = None) -> WorkingHours:
        return working_hours(day, WorkCalendar(absences={day: Absence("tahunan", half)}))

    assert (hours(MONDAY).hours, hours(MONDAY).reason) == (None, HoursReason.LEAVE)
    assert hours(MONDAY, Half.MORNING).hours == WorkingDay(time(13), time(16))
    assert hours(MONDAY, Half.AFTERNOON).hours == WorkingDay(time(7, 30), time(12))
    assert hours(MONDAY, Half.AFTERNOON).reason is HoursReason.LEAVE
    assert hours(SATURDAY).reason is HoursReason.DAY_OFF


def test_half_a_day_without_a_break_parts_in_the_middle() -> None:
    saturday = WorkCalendar(SIX_DAYS, absences={SATURDAY: Absence("tahunan", Half.MORNING)})
    assert working_hours(SATURDAY, saturday).hours == WorkingDay(time(10), time(12, 30))


@given(DAYS)
def test_two_halves_of_leave_leave_what_they_take(day: date) -> None:
    whole = working_hours(day, CALENDAR).minutes
    halves = [
        working_hours(day, WorkCalendar(absences={day: Absence("tahunan", half)})) for half in Half
    ]
    if whole:
        assert sum(half.minutes for half in halves) == whole
    else:
        assert [half.minutes for half in halves] == [0, 0]
