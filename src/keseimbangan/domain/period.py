"""Stretches of time and of days, half-open: the start belongs to them, the end does not."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from keseimbangan.frozen import dataclass

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, order=True)
class Period:
    """Two instants, or two wall-clock times: whichever it holds, both ends are of that sort."""

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"a period ends after it starts: {self.start} {self.end}")

    @property
    def minutes(self) -> int:
        """Whole minutes, rounded down."""
        return int((self.end - self.start).total_seconds() // 60)

    def overlaps(self, other: "Period") -> bool:
        """Whether some instant belongs to both."""
        return self.start < other.end and other.start < self.end

    def overlap(self, other: "Period") -> "Period | None":
        """What belongs to both."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Period(start, end) if start < end else None


@dataclass(frozen=True, order=True)
class DaySpan:
    """Days from `first` up to, not including, `end`."""

    first: date
    end: date

    def __post_init__(self) -> None:
        if self.end <= self.first:
            raise ValueError(f"a span of days ends after it starts: {self.first} {self.end}")

    @property
    def last(self) -> date:
        """The last day that belongs to it."""
        return self.end - ONE_DAY

    def __iter__(self) -> Iterator[date]:
        day = self.first
        while day < self.end:
            yield day
            day += ONE_DAY

    def __contains__(self, day: date) -> bool:
        return self.first <= day < self.end

    def __len__(self) -> int:
        return (self.end - self.first).days

    def instants(self, zone: str) -> Period:
        """The same days as instants, on the wall clock of `zone`."""
        return Period(instant(self.first, time(), zone), instant(self.end, time(), zone))


def instant(day: date, at: time, zone: str) -> datetime:
    """The instant in UTC at which the wall clock of `zone` shows `at` on `day`."""
    return datetime.combine(day, at, ZoneInfo(zone)).astimezone(ZoneInfo("UTC"))


def local(moment: datetime, zone: str) -> datetime:
    """The wall clock of `zone` at an instant, as a naive datetime."""
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def day_of(day: date) -> DaySpan:
    """One day."""
    return DaySpan(day, day + ONE_DAY)


def week_of(day: date) -> DaySpan:
    """The week, Monday to Sunday, in which a day falls."""
    monday = day - timedelta(days=day.weekday())
    return DaySpan(monday, monday + timedelta(days=7))


def month_of(day: date) -> DaySpan:
    """The month in which a day falls."""
    first = day.replace(day=1)
    return DaySpan(first, (first + timedelta(days=31)).replace(day=1))


def week_name(day: date) -> str:
    """The ISO week in which a day falls: `2026-W48`."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def week_named(name: str) -> DaySpan:
    """The week called `2026-W48`."""
    return week_of(date.fromisoformat(f"{name}-1"))


def month_key(day: date) -> str:
    """The month in which a day falls: `2026-11`."""
    return f"{day.year:04d}-{day.month:02d}"


def merged(periods: Iterable[Period]) -> list[Period]:
    """The same time in order, without overlap: touching periods become one."""
    result: list[Period] = []
    for period in sorted(periods):
        if result and period.start <= result[-1].end:
            result[-1] = Period(result[-1].start, max(result[-1].end, period.end))
        else:
            result.append(period)
    return result


def subtract(whole: Period, taken: Iterable[Period]) -> list[Period]:
    """What is left of `whole` when `taken` is gone, in order."""
    free: list[Period] = []
    start = whole.start
    for period in merged(taken):
        if start < period.start and start < whole.end:
            free.append(Period(start, min(period.start, whole.end)))
        start = max(start, period.end)
    if start < whole.end:
        free.append(Period(start, whole.end))
    return free
