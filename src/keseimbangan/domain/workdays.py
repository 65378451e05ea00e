"""The working hours of a day and why they are so.

The default profile is Peraturan Presiden 21/2023: art. 3 (Monday to Friday), 4(1) (37 h 30 min a
week, breaks excluded), 4(3) (from 07.30), 4(5) (a break of 60 minutes, on Friday 90). The clock
time of the break is the agency's choice. Holidays, Ramadan and leave have their place here too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from keseimbangan.domain.period import DaySpan, Period, subtract

FRIDAY = 4


class HoursReason(StrEnum):
    """Why a day has the hours it has."""

    REGULAR = "regular"
    FRIDAY = "friday"
    DAY_OFF = "day_off"


@dataclass(frozen=True)
class WorkingDay:
    """The hours of one weekday, wall clock; a break needs both its ends."""

    start: time
    end: time
    break_start: time | None = None
    break_end: time | None = None

    def __post_init__(self) -> None:
        marks = [self.start, self.break_start, self.break_end, self.end]
        given = [mark for mark in marks if mark is not None]
        if len(given) == 3 or given != sorted(set(given)):
            raise ValueError("a working day runs start, break, end")


# A profile has one entry for each weekday, Monday first; None is a day off.
Profile = Sequence[WorkingDay | None]

_MONDAY_TO_THURSDAY = WorkingDay(time(7, 30), time(16, 0), time(12, 0), time(13, 0))
_FRIDAY = WorkingDay(time(7, 30), time(16, 30), time(11, 30), time(13, 0))
DEFAULT_PROFILE: Profile = (*[_MONDAY_TO_THURSDAY] * 4, _FRIDAY, None, None)


@dataclass(frozen=True)
class WorkingHours:
    """The hours of one date, wall clock, with their reason; no hours on a day off."""

    day: date
    hours: WorkingDay | None
    reason: HoursReason

    @property
    def minutes(self) -> int:
        """Minutes of work, the break excluded."""
        return sum(period.minutes for period in self.periods())

    def periods(self) -> list[Period]:
        """The working time on the wall clock, naive, without the break."""
        if self.hours is None:
            return []
        whole = Period(self._at(self.hours.start), self._at(self.hours.end))
        return subtract(whole, self.breaks())

    def breaks(self) -> list[Period]:
        """The break on the wall clock, if there is one."""
        if self.hours is None or self.hours.break_start is None or self.hours.break_end is None:
            return []
        return [Period(self._at(self.hours.break_start), self._at(self.hours.break_end))]

    def _at(self, moment: time) -> datetime:
        return datetime.combine(self.day, moment)


def working_hours(day: date, profile: Profile) -> WorkingHours:
    """The hours of a date."""
    hours = profile[day.weekday()]
    if hours is None:
        return WorkingHours(day, None, HoursReason.DAY_OFF)
    friday = day.weekday() == FRIDAY and hours != profile[0]
    return WorkingHours(day, hours, HoursReason.FRIDAY if friday else HoursReason.REGULAR)


def capacity(days: DaySpan, profile: Profile) -> int:
    """Minutes of working time in a span of days."""
    return sum(working_hours(day, profile).minutes for day in days)
