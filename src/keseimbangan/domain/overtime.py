"""Overtime (lembur): ordered by a letter (SPKL) or not, on a working day or a holiday.

It counts from one full hour on; on holidays it counts double (PMK 125/2009 for what is paid; money
is not computed here).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from keseimbangan.domain.period import DaySpan, Period, local, week_of
from keseimbangan.domain.workdays import WorkCalendar, is_working_day, working_hours

FULL_HOUR = 60


@dataclass(frozen=True)
class Overtime:
    """Work beyond the hours, as instants, on the wall clock of a zone."""

    number: int | None
    uid: str
    starts_at: datetime
    ends_at: datetime
    zone: str
    letter: str | None = None
    reason: str | None = None

    def __post_init__(self) -> None:
        if self.ends_at <= self.starts_at:
            raise ValueError("overtime ends after it starts")

    @property
    def period(self) -> Period:
        """Its time as instants."""
        return Period(self.starts_at, self.ends_at)

    @property
    def wall(self) -> Period:
        """Its time on the wall clock of its zone, naive."""
        return Period(local(self.starts_at, self.zone), local(self.ends_at, self.zone))

    @property
    def day(self) -> date:
        """The day on which it starts."""
        return self.wall.start.date()


def on_holiday(overtime: Overtime, calendar: WorkCalendar) -> bool:
    """Whether the day on which it starts is no working day."""
    return not is_working_day(overtime.day, calendar)


def counted_minutes(overtime: Overtime, calendar: WorkCalendar) -> int:
    """Minutes that count: none below a full hour, on a holiday twice as many."""
    minutes = overtime.period.minutes
    if minutes < FULL_HOUR:
        return 0
    return 2 * minutes if on_holiday(overtime, calendar) else minutes


def within_hours(overtime: Overtime, calendar: WorkCalendar) -> bool:
    """Whether some of it lies in the working hours of its day."""
    hours = working_hours(overtime.day, calendar)
    return any(period.overlaps(overtime.wall) for period in hours.periods())


class Reference(NamedTuple):
    """A soft line of one's own, in minutes: that of the private sector, for ASN have none."""

    day: int
    week: int


class Beyond(NamedTuple):
    """Minutes of overtime on the days, and in the weeks by their Monday, that pass the line."""

    days: Mapping[date, int]
    weeks: Mapping[date, int]

    def within(self, span: DaySpan) -> "Beyond":
        """Of the days those of a span, and every week that touches it."""
        return Beyond({day: value for day, value in self.days.items() if day in span}, self.weeks)


def beyond(overtimes: Iterable[Overtime], line: Reference) -> Beyond:
    """Where the overtime of a day, or of a week, Monday to Sunday, passes the line."""
    days: dict[date, int] = {}
    weeks: dict[date, int] = {}
    for each in overtimes:
        monday = week_of(each.day).first
        days[each.day] = days.get(each.day, 0) + each.period.minutes
        weeks[monday] = weeks.get(monday, 0) + each.period.minutes
    return Beyond(
        {day: minutes for day, minutes in sorted(days.items()) if minutes > line.day},
        {day: minutes for day, minutes in sorted(weeks.items()) if minutes > line.week},
    )


def in_the_way(overtime: Overtime, others: Iterable[Overtime]) -> Overtime | None:
    """The earliest other overtime that shares time with it."""
    shared = [
        other
        for other in others
        if other.number != overtime.number and other.period.overlaps(overtime.period)
    ]
    return min(shared, key=lambda other: other.starts_at, default=None)
