"""Time laid on days: planned and done minutes of each element, and work outside the hours.

A stretch of time belongs to the days of its own zone; where it crosses midnight each day gets its
part. What stretches of one element share counts once. Everything is kept by day, so that a week, a
month or any range is the sum of its days.
Planned and done minutes are those of blocks, as in the week's view; focus has figures of its own
and counts here only for work outside the hours.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from keseimbangan.domain.blocks import Block, BlockStatus
from keseimbangan.domain.elements import Element
from keseimbangan.domain.focus import FocusSession
from keseimbangan.domain.focus_tallies import worked_period
from keseimbangan.domain.period import ONE_DAY, DaySpan, Period, instant, local, merged, subtract
from keseimbangan.domain.timeline import takes_time
from keseimbangan.domain.workdays import WorkCalendar, working_hours

# An hour before this belongs to the night of the day before: 01.00 is later than 23.00.
NIGHT_ENDS = 4
ONE_MINUTE = timedelta(minutes=1)


class Spent(NamedTuple):
    """A stretch of time of one element on one day of its zone, as instants."""

    element: Element
    day: date
    start: datetime
    end: datetime
    zone: str


class Minutes(NamedTuple):
    """What was meant and what was done."""

    planned: int = 0
    done: int = 0


ByDay = Mapping[tuple[date, Element], Minutes]
_Hours = Callable[[date, str], list[Period]]


class AfterHours(NamedTuple):
    """Work outside the working hours; `latest` is a wall-clock time with its zone.

    `minutes`, `days` and `latest` tell what was done, `planned_minutes` what had been planned.
    """

    minutes: int = 0
    planned_minutes: int = 0
    days: int = 0
    latest: datetime | None = None


def planned_time(blocks: Iterable[Block]) -> list[Spent]:
    """The time for which blocks are or were planned; a skipped one leaves its time free."""
    return [
        part
        for b in blocks
        if takes_time(b)
        for part in on_days(b.element, b.starts_at, b.ends_at, b.zone)
    ]


def done_time(blocks: Iterable[Block]) -> list[Spent]:
    """The time that finished blocks took: as told when they were finished, else as planned."""
    found: list[Spent] = []
    for b in blocks:
        if b.status is BlockStatus.DONE:
            start, end = b.actual_starts_at or b.starts_at, b.actual_ends_at or b.ends_at
            found += on_days(b.element, start, end, b.zone)
    return found


def focus_time(
    sessions: Iterable[FocusSession], blocks: Iterable[Block], elements: Mapping[int, Element]
) -> list[Spent]:
    """The time that focus sessions counted.

    A session is of the element of its block, else of its task (`elements`), else of work.
    """
    of_block = {block.number: block.element for block in blocks}
    found: list[Spent] = []
    for session in sessions:
        if period := worked_period(session, session.last_seen):
            own = elements.get(session.task or 0, Element.WORK)
            element = of_block.get(session.block or 0, own)
            found += on_days(element, period.start, period.end, session.zone)
    return found


def minutes_by_day(planned: Iterable[Spent], done: Iterable[Spent]) -> ByDay:
    """Minutes of each element on each day that has any."""
    meant, took = _by_element(planned), _by_element(done)
    return {
        key: Minutes(_minutes(meant.get(key, ())), _minutes(took.get(key, ())))
        for key in {**meant, **took}
    }


def total(table: ByDay, days: DaySpan) -> dict[Element, Minutes]:
    """The sum over days for every element."""
    planned, done = dict.fromkeys(Element, 0), dict.fromkeys(Element, 0)
    for (day, element), minutes in table.items():
        if day in days:
            planned[element] += minutes.planned
            done[element] += minutes.done
    return {element: Minutes(planned[element], done[element]) for element in Element}


def after_hours(
    planned: Iterable[Spent], done: Iterable[Spent], days: DaySpan, calendar: WorkCalendar
) -> AfterHours:
    """Work outside the hours of its day; the lunch break lies inside them."""
    hours = cache(lambda day, zone: _open_hours(day, zone, calendar))
    pieces = _outside(done, days, hours)
    minutes = _minutes_of_days(pieces)
    return AfterHours(
        minutes=sum(minutes),
        planned_minutes=sum(_minutes_of_days(_outside(planned, days, hours))),
        days=sum(1 for count in minutes if count),
        latest=_latest(pieces),
    )


def on_days(element: Element, start: datetime, end: datetime, zone: str) -> Iterator[Spent]:
    """The parts of a stretch on each day of a zone."""
    place = ZoneInfo(zone)
    day, last = start.astimezone(place).date(), end.astimezone(place).date()
    while day < last:
        midnight = instant(day + ONE_DAY, time(), zone)
        if midnight > start:
            yield Spent(element, day, start, midnight, zone)
            start = midnight
        day += ONE_DAY
    if end > start:
        yield Spent(element, day, start, end, zone)


def _by_element(spent: Iterable[Spent]) -> dict[tuple[date, Element], list[Spent]]:
    found: defaultdict[tuple[date, Element], list[Spent]] = defaultdict(list)
    for one in spent:
        found[one.day, one.element].append(one)
    return found


def _minutes(spent: Iterable[Spent]) -> int:
    """Whole minutes, rounded down; time that stretches share counts once."""
    total = timedelta()
    reached: datetime | None = None
    for start, end in sorted((one.start, one.end) for one in spent):
        since = start if reached is None else max(start, reached)
        if end > since:
            total += end - since
            reached = end
    return total // ONE_MINUTE


def _minutes_of_days(spent: Iterable[Spent]) -> list[int]:
    by_day: defaultdict[date, list[Spent]] = defaultdict(list)
    for one in spent:
        by_day[one.day].append(one)
    return [_minutes(pieces) for pieces in by_day.values()]


def _outside(spent: Iterable[Spent], days: DaySpan, hours: _Hours) -> list[Spent]:
    return [
        piece
        for one in spent
        if one.element is Element.WORK and one.day in days
        for piece in _left(one, hours(one.day, one.zone))
    ]


def _left(one: Spent, open_: list[Period]) -> list[Spent]:
    # Nearly everything lies inside: only what does not is cut.
    if any(hours.start <= one.start and one.end <= hours.end for hours in open_):
        return []
    left = subtract(Period(one.start, one.end), open_)
    return [one._replace(start=period.start, end=period.end) for period in left]


def _open_hours(day: date, zone: str, calendar: WorkCalendar) -> list[Period]:
    """Working time and break as one: the lunch break lies inside the hours."""
    hours = working_hours(day, calendar)
    return merged(
        Period(
            instant(wall.start.date(), wall.start.time(), zone),
            instant(wall.end.date(), wall.end.time(), zone),
        )
        for wall in (*hours.periods(), *hours.breaks())
    )


def _latest(pieces: Iterable[Spent]) -> datetime | None:
    def into_the_night(one: Spent) -> float:
        since_midnight = local(one.end, one.zone) - datetime.combine(one.day, time())
        hours = since_midnight.total_seconds() / 3600
        return hours + 24 if local(one.start, one.zone).hour < NIGHT_ENDS else hours

    last = max(pieces, key=into_the_night, default=None)
    return last and last.end.astimezone(ZoneInfo(last.zone))
