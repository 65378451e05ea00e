"""The working hours of a day and why they are so.

The default profiles are those of Peraturan Presiden 21/2023: art. 3 (Monday to Friday), 4(1) and
4(2) (37 h 30 min a week, 32 h 30 min in Ramadan, breaks excluded), 4(3) and 4(4) (from 07.30, in
Ramadan from 08.00), 4(5) and 4(6) (a break of 60 minutes, on Friday 90; in Ramadan 30 and 60). The
clock time of the break is the agency's choice. For offices of six days (art. 7) the same hours of a
week are laid on six days.
"""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple

from keseimbangan.domain.holidays import Holiday, HolidayKind, holiday_on, is_fasting
from keseimbangan.domain.period import ONE_DAY, DaySpan, Period, merged
from keseimbangan.domain.working_day import DAY_MINUTES, Stretch
from keseimbangan.domain.working_day import WorkingDay as WorkingDay
from keseimbangan.frozen import dataclass

FRIDAY = 4
# Where no working day comes this soon, none is named.
FURTHEST = timedelta(days=10)


class HoursReason(StrEnum):
    """Why a day has the hours it has."""

    REGULAR = "regular"
    FRIDAY = "friday"
    RAMADAN = "ramadan"
    SHIFT = "shift"
    DAY_OFF = "day_off"
    HOLIDAY = "holiday"
    COLLECTIVE_LEAVE = "collective_leave"
    LEAVE = "leave"


# A profile has one entry for each weekday, Monday first; None is a day off.
Profile = Sequence[WorkingDay | None]

_MONDAY_TO_THURSDAY = WorkingDay(time(7, 30), time(16, 0), time(12, 0), time(13, 0))
_FRIDAY = WorkingDay(time(7, 30), time(16, 30), time(11, 30), time(13, 0))
DEFAULT_PROFILE: Profile = (*[_MONDAY_TO_THURSDAY] * 4, _FRIDAY, None, None)

_FASTING = WorkingDay(time(8), time(15), time(12), time(12, 30))
_FASTING_FRIDAY = WorkingDay(time(8), time(15, 30), time(11, 30), time(12, 30))
RAMADAN_PROFILE: Profile = (*[_FASTING] * 4, _FASTING_FRIDAY, None, None)

SIX_DAYS: Profile = (
    *[WorkingDay(time(7, 30), time(15), time(12), time(13))] * 4,
    WorkingDay(time(7, 30), time(15, 30), time(11, 30), time(13)),
    WorkingDay(time(7, 30), time(12, 30)),
    None,
)
RAMADAN_SIX_DAYS: Profile = (
    *[WorkingDay(time(8), time(14), time(12), time(12, 30))] * 4,
    WorkingDay(time(8), time(14, 30), time(11, 30), time(12, 30)),
    WorkingDay(time(8), time(13)),
    None,
)
# By the number of working days in a week: the profile, and that of Ramadan.
PROFILES: Mapping[int, tuple[Profile, Profile]] = {
    5: (DEFAULT_PROFILE, RAMADAN_PROFILE),
    6: (SIX_DAYS, RAMADAN_SIX_DAYS),
}


class Half(StrEnum):
    """The half of a working day, before or after its break."""

    MORNING = "morning"
    AFTERNOON = "afternoon"


class Absence(NamedTuple):
    """Own leave on a day: the word for its kind, and the half that is off, or the whole day."""

    kind: str
    half: Half | None = None


@dataclass(frozen=True)
class WorkCalendar:
    """All that decides a day's hours: profiles, holidays and Ramadans of one's own, shifts, leave.

    A shift replaces what its weekday and any holiday say (art. 6), leave comes above all. A shift
    belongs to the day on which it starts; what of it falls on the next day is working time there.
    """

    profile: Profile = DEFAULT_PROFILE
    ramadan_profile: Profile = RAMADAN_PROFILE
    ramadan: Sequence[DaySpan] = ()
    holidays: Mapping[date, Holiday] = field(default_factory=dict)
    shifts: Mapping[date, WorkingDay | None] = field(default_factory=dict)
    absences: Mapping[date, Absence] = field(default_factory=dict)


@dataclass(frozen=True)
class WorkingHours:
    """The hours of one date, wall clock, with their reason; no hours on a day off.

    `holiday` and `absence` are what the reason is about, where it is about one of them. `before`
    is the working time after midnight of a shift that began on the day before.
    """

    day: date
    hours: WorkingDay | None
    reason: HoursReason
    holiday: Holiday | None = None
    absence: Absence | None = None
    before: Sequence[Period] = ()

    @property
    def minutes(self) -> int:
        """Minutes of work between this midnight and the next, the break excluded."""
        return sum(period.minutes for period in self.periods())

    def periods(self) -> list[Period]:
        """The working time of the date on the wall clock, naive, without the break."""
        own = _on(self.day, self.hours.work) if self.hours else []
        return merged([*self.before, *own]) if self.before else own

    def breaks(self) -> list[Period]:
        """The break on the wall clock, if there is one on the date."""
        pause = self.hours.pause if self.hours else None
        return _on(self.day, [pause]) if pause else []


def working_hours(day: date, calendar: WorkCalendar) -> WorkingHours:
    """The hours of a date."""
    due = hours_due(day, calendar)
    before = _since_yesterday(day, calendar)
    absence = calendar.absences.get(day)
    if absence is None or due.hours is None:
        return replace(due, before=before) if before else due
    left = _without(absence.half, due.hours) if absence.half else None
    hours = _starting_today(left, due.hours.name) if left else None
    return WorkingHours(day, hours, HoursReason.LEAVE, absence=absence, before=before)


def hours_due(day: date, calendar: WorkCalendar) -> WorkingHours:
    """The hours of a date but for one's own leave: those that leave is taken from."""
    if day in calendar.shifts:
        shift = calendar.shifts[day]
        return WorkingHours(day, shift, HoursReason.SHIFT if shift else HoursReason.DAY_OFF)
    if holiday := holiday_on(day, calendar.holidays):
        collective = holiday.kind is HolidayKind.COLLECTIVE
        reason = HoursReason.COLLECTIVE_LEAVE if collective else HoursReason.HOLIDAY
        return WorkingHours(day, None, reason, holiday)
    return _by_weekday(day, calendar)


def is_working_day(day: date, calendar: WorkCalendar) -> bool:
    """Whether a date has hours, own leave aside."""
    return hours_due(day, calendar).hours is not None


def capacity(days: DaySpan, calendar: WorkCalendar) -> int:
    """Minutes of working time in a span of days."""
    return sum(working_hours(day, calendar).minutes for day in days)


def next_working_day(day: date, calendar: WorkCalendar) -> date | None:
    """The first working day after a day, if one comes within ten days."""
    later = DaySpan(day + ONE_DAY, day + FURTHEST)
    return next((each for each in later if working_hours(each, calendar).hours), None)


def week_minutes(profile: Profile) -> int:
    """Minutes of a full week by a profile."""
    monday = date(2000, 1, 3)
    return sum(WorkingHours(monday, day, HoursReason.REGULAR).minutes for day in profile)


def _by_weekday(day: date, calendar: WorkCalendar) -> WorkingHours:
    fasting = is_fasting(day, calendar.ramadan)
    profile = calendar.ramadan_profile if fasting else calendar.profile
    hours = profile[day.weekday()]
    if hours is None:
        return WorkingHours(day, None, HoursReason.DAY_OFF)
    if fasting:
        return WorkingHours(day, hours, HoursReason.RAMADAN)
    friday = day.weekday() == FRIDAY and hours != profile[0]
    return WorkingHours(day, hours, HoursReason.FRIDAY if friday else HoursReason.REGULAR)


def _since_yesterday(day: date, calendar: WorkCalendar) -> tuple[Period, ...]:
    """What a shift of the day before leaves for this one, own leave taken off."""
    shift = calendar.shifts.get(day - ONE_DAY) if calendar.shifts else None
    if shift is None:
        return ()
    absence = calendar.absences.get(day - ONE_DAY)
    if absence is None:
        left = shift.work
    else:
        left = [_without(absence.half, shift)] if absence.half else []
    return tuple(_on(day, [(start - DAY_MINUTES, end - DAY_MINUTES) for start, end in left]))


def _without(half: Half, hours: WorkingDay) -> Stretch:
    """What is left of a day; one without a break parts in the middle."""
    start, end = hours.ends
    middle = (start + end) // 2
    pause = hours.pause or (middle, middle)
    return (pause[1], end) if half is Half.MORNING else (start, pause[0])


def _starting_today(left: Stretch, name: str | None) -> WorkingDay | None:
    """The half of a night may begin after midnight: then it is none of this day."""
    if left[0] >= DAY_MINUTES:
        return None
    start, end = (time(*divmod(mark % DAY_MINUTES, 60)) for mark in left)
    return WorkingDay(start, end, overnight=end <= start, name=name)


def _on(day: date, stretches: Sequence[Stretch]) -> list[Period]:
    """The parts that lie between a date's two midnights."""
    midnight = datetime.combine(day, time())
    clipped = [(max(start, 0), min(end, DAY_MINUTES)) for start, end in stretches]
    return [
        Period(midnight + timedelta(minutes=start), midnight + timedelta(minutes=end))
        for start, end in clipped
        if start < end
    ]
