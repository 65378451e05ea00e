"""Shifts: the hours of a roster, also across midnight, against holidays and leave."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keseimbangan.domain.leave import Leave, days_by_year
from keseimbangan.domain.period import ONE_DAY, DaySpan, Period, day_of, week_of
from keseimbangan.domain.shifts import Shift, ShiftKind, in_place_of, rostered, shift_of
from keseimbangan.domain.workdays import (
    Absence,
    Half,
    HoursReason,
    WorkCalendar,
    WorkingDay,
    capacity,
    working_hours,
)
from keseimbangan.domain.working_day import OFF

MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25)
CHRISTMAS = date(2026, 12, 25)
NIGHT = WorkingDay(time(22), time(6), overnight=True, name="night")
DUTY = WorkingDay(time(8), time(8), time(12), time(13), overnight=True, name="dinas")


def at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour))


def test_a_night_lies_on_two_days() -> None:
    calendar = WorkCalendar(shifts={MONDAY: NIGHT, TUESDAY: None})
    first, second = (working_hours(day, calendar) for day in (MONDAY, TUESDAY))
    assert first.periods() == [Period(at(MONDAY, 22), at(TUESDAY, 0))]
    assert (first.minutes, first.reason) == (120, HoursReason.SHIFT)
    assert second.periods() == [Period(at(TUESDAY, 0), at(TUESDAY, 6))]
    assert (second.minutes, second.hours, second.reason) == (360, None, HoursReason.DAY_OFF)


def test_two_nights_in_a_row_meet_on_the_day_between() -> None:
    calendar = WorkCalendar(shifts={MONDAY: NIGHT, TUESDAY: NIGHT})
    assert working_hours(TUESDAY, calendar).periods() == [
        Period(at(TUESDAY, 0), at(TUESDAY, 6)),
        Period(at(TUESDAY, 22), at(WEDNESDAY, 0)),
    ]


def test_a_night_before_an_ordinary_day_is_added_to_its_hours() -> None:
    hours = working_hours(TUESDAY, WorkCalendar(shifts={MONDAY: NIGHT}))
    assert (hours.minutes, hours.reason) == (360 + 450, HoursReason.REGULAR)


def test_a_shift_of_a_whole_day_keeps_its_break() -> None:
    calendar = WorkCalendar(shifts={MONDAY: DUTY, TUESDAY: None})
    assert DUTY.minutes == 23 * 60
    assert capacity(DaySpan(MONDAY, WEDNESDAY), calendar) == 23 * 60
    assert working_hours(MONDAY, calendar).breaks() == [Period(at(MONDAY, 12), at(MONDAY, 13))]


def test_a_break_after_midnight_is_none_of_the_first_day() -> None:
    night = WorkingDay(time(21), time(7), time(1), time(2), overnight=True)
    hours = working_hours(MONDAY, WorkCalendar(shifts={MONDAY: night}))
    assert (hours.breaks(), hours.minutes) == ([], 180)
    after = working_hours(TUESDAY, WorkCalendar(shifts={MONDAY: night, TUESDAY: None}))
    assert [period.minutes for period in after.periods()] == [60, 300]


def test_leave_stands_above_a_shift_and_a_shift_above_a_holiday() -> None:
    shifts = {CHRISTMAS: NIGHT, CHRISTMAS + ONE_DAY: None}
    worked = WorkCalendar(shifts=shifts)
    assert working_hours(CHRISTMAS, worked).reason is HoursReason.SHIFT
    away = WorkCalendar(shifts=shifts, absences={CHRISTMAS: Absence("annual")})
    assert working_hours(CHRISTMAS, away).reason is HoursReason.LEAVE
    assert capacity(DaySpan(CHRISTMAS, CHRISTMAS + 2 * ONE_DAY), away) == 0


@pytest.mark.parametrize(
    ("half", "minutes"), [(Half.MORNING, (0, 240)), (Half.AFTERNOON, (120, 120))]
)
def test_half_a_night_off_leaves_the_other_half(half: Half, minutes: tuple[int, int]) -> None:
    calendar = WorkCalendar(
        shifts={MONDAY: NIGHT, TUESDAY: None}, absences={MONDAY: Absence("annual", half)}
    )
    found = tuple(working_hours(day, calendar).minutes for day in (MONDAY, TUESDAY))
    assert found == minutes


def test_leave_takes_the_days_on_which_shifts_start() -> None:
    calendar = WorkCalendar(shifts={MONDAY: NIGHT, TUESDAY: None, CHRISTMAS: NIGHT})
    week = Leave(None, "u", "annual", MONDAY, WEDNESDAY)
    # Monday's night and Wednesday's office hours, not the day off by the roster.
    assert days_by_year(week, calendar) == {2026: 2}
    assert days_by_year(Leave(None, "u", "annual", CHRISTMAS, CHRISTMAS), calendar) == {2026: 1}


TIMES = st.times().map(lambda moment: moment.replace(second=0, microsecond=0))


@given(TIMES, TIMES, st.dates(date(2026, 1, 1), date(2026, 12, 1)))
def test_no_minute_of_a_shift_is_lost_at_midnight(start: time, end: time, day: date) -> None:
    hours = WorkingDay(start, end, overnight=end <= start, name="x")
    shift = shift_of("u", day, ShiftKind("x", hours))
    assert shift.hours == hours
    alone = WorkCalendar((None,) * 7, (None,) * 7, shifts={day: hours})
    assert capacity(DaySpan(day, day + 2 * ONE_DAY), alone) == shift.minutes == hours.minutes
    assert 0 < shift.minutes <= 24 * 60


@given(st.integers(1, 40), st.integers(1, 6))
def test_a_pattern_begins_again_when_it_ends(length: int, size: int) -> None:
    pattern = [ShiftKind(str(place), None) for place in range(size)]
    days = DaySpan(MONDAY, MONDAY + timedelta(days=length))
    laid = rostered(days, pattern)
    assert [day for day, _kind in laid] == list(days)
    assert [kind.name for _day, kind in laid] == [str(place % size) for place in range(length)]


def test_a_week_of_a_roster_has_the_minutes_that_fall_on_it() -> None:
    sunday = MONDAY - ONE_DAY
    shifts = dict.fromkeys(week_of(MONDAY)) | {sunday: NIGHT, sunday + 7 * ONE_DAY: NIGHT}
    assert capacity(week_of(MONDAY), WorkCalendar(shifts=shifts)) == 6 * 60 + 2 * 60
    assert capacity(day_of(MONDAY), WorkCalendar(shifts=shifts)) == 6 * 60


def test_a_shift_takes_the_place_of_the_one_its_day_has() -> None:
    before = Shift(7, "old", MONDAY, OFF)
    after = in_place_of(Shift(None, "new", MONDAY, "night", time(22), time(6)), {MONDAY: before})
    assert (after.number, after.uid, after.name) == (7, "old", "night")


@pytest.mark.parametrize(
    "wrong",
    [
        {"start": time(7)},
        {"break_start": time(7), "break_end": time(8)},
        {"start": time(7), "end": time(14), "break_start": time(15), "break_end": time(16)},
        {"name": "", "start": time(7), "end": time(14)},
    ],
)
def test_a_shift_that_cannot_be_is_not_born(wrong: dict[str, time]) -> None:
    with pytest.raises(ValueError, match=r"shift|working day"):
        Shift(None, "u", MONDAY, **{"name": "x", **wrong})
