"""Where one works: what was noted of a day, the usual place of its weekday, and flexible days.

PermenPANRB 4/2025 art. 13: flexible by location on at most two working days a week, if the agency
says so. The limit is a setting.
"""

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import NamedTuple

from keseimbangan.domain.blocks import WorkLocation
from keseimbangan.domain.period import DaySpan
from keseimbangan.domain.workdays import WorkCalendar, working_hours
from keseimbangan.frozen import dataclass


@dataclass(frozen=True)
class LocationDay:
    """What one keeps of a day's place of work: its basis, hours, and what came of it."""

    number: int | None
    uid: str
    day: date
    location: WorkLocation
    basis: str | None = None
    start: time | None = None
    end: time | None = None
    output: str | None = None
    evidence: str | None = None
    obstacle: str | None = None

    def __post_init__(self) -> None:
        if (self.start is None) != (self.end is None):
            raise ValueError("hours at a place need both ends")
        if self.start is not None and self.end is not None and self.end <= self.start:
            raise ValueError("hours at a place end after they start")


class FlexibleDays(NamedTuple):
    """Working days of a week away from the office, and how many there may be."""

    used: int
    limit: int


def location_of(
    day: date, noted: Mapping[date, WorkLocation], usual: Sequence[WorkLocation]
) -> WorkLocation:
    """The place of a day: as noted, else as usual on its weekday (Monday first)."""
    return noted.get(day) or usual[day.weekday()]


def flexible_days(
    week: DaySpan,
    noted: Mapping[date, WorkLocation],
    usual: Sequence[WorkLocation],
    calendar: WorkCalendar,
    limit: int,
) -> FlexibleDays:
    """The count of a week; a day without hours is none of them."""
    away = [
        day
        for day in week
        if location_of(day, noted, usual) is not WorkLocation.OFFICE
        and working_hours(day, calendar).hours is not None
    ]
    return FlexibleDays(len(away), limit)
