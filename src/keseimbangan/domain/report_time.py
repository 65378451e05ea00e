"""Time laid on days: planned and done minutes of each element, and work outside the hours.

A stretch of time belongs to the days of its own zone; where it crosses midnight each day gets its
part. What stretches of one element share counts once. Everything is kept by day, so that a week, a
month or any range is the sum of its days.
Planned and done minutes are those of blocks, as in the week's view; focus has figures of its own
and counts here only for work outside the hours.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from typing import NamedTuple

from keseimbangan.domain.blocks import Block, BlockStatus
from keseimbangan.domain.elements import Element
from keseimbangan.domain.focus import FocusSession
from keseimbangan.domain.focus_tallies import worked_period
from keseimbangan.domain.period import ONE_DAY, DaySpan, Period, instant, local, merged, subtract
from keseimbangan.domain.timeline import takes_time
from keseimbangan.domain.workdays import Profile, working_hours

# An hour before this belongs to the night of the day before: 01.00 is later than 23.00.
NIGHT_ENDS = 4


class Spent(NamedTuple):
    """Time of one element, as instants, and the zone that says on which days it lies."""

    element: Element
    period: Period
    zone: str


class Minutes(NamedTuple):
    """What was meant and what was done."""

    planned: int = 0
    done: int = 0


ByDay = Mapping[tuple[date, Element], Minutes]


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
    return [Spent(b.element, b.period, b.zone) for b in blocks if takes_time(b)]


def done_time(blocks: Iterable[Block]) -> list[Spent]:
    """The time that finished blocks took: as told when they were finished, else as planned."""
    return [Spent(b.element, period, b.zone) for b in blocks if (period := _ran(b))]


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
            found.append(Spent(of_block.get(session.block or 0, own), period, session.zone))
    return found


def minutes_by_day(planned: Iterable[Spent], done: Iterable[Spent], days: DaySpan) -> ByDay:
    """Minutes of each element on each of the days that has any."""
    meant, took = _by_day(planned, days), _by_day(done, days)
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
    planned: Iterable[Spent], done: Iterable[Spent], days: DaySpan, profile: Profile
) -> AfterHours:
    """Work outside the hours of its day; the lunch break lies inside them."""
    pieces = _outside(done, days, profile)
    by_day: defaultdict[date, list[Period]] = defaultdict(list)
    for day, piece, _zone in pieces:
        by_day[day].append(piece)
    meant: defaultdict[date, list[Period]] = defaultdict(list)
    for day, piece, _zone in _outside(planned, days, profile):
        meant[day].append(piece)
    minutes = [_minutes(periods) for periods in by_day.values()]
    return AfterHours(
        minutes=sum(minutes),
        planned_minutes=sum(_minutes(periods) for periods in meant.values()),
        days=sum(1 for count in minutes if count),
        latest=_latest(pieces),
    )


def on_days(period: Period, zone: str) -> Iterator[tuple[date, Period]]:
    """The parts of a stretch on each day of a zone, as instants."""
    start, day = period.start, local(period.start, zone).date()
    while start < period.end:
        end = min(period.end, instant(day + ONE_DAY, time(), zone))
        if end > start:
            yield day, Period(start, end)
            start = end
        day += ONE_DAY


def _ran(block: Block) -> Period | None:
    if block.status is not BlockStatus.DONE:
        return None
    if block.actual_starts_at is None or block.actual_ends_at is None:
        return block.period
    return Period(block.actual_starts_at, block.actual_ends_at)


def _by_day(spent: Iterable[Spent], days: DaySpan) -> dict[tuple[date, Element], list[Period]]:
    found: defaultdict[tuple[date, Element], list[Period]] = defaultdict(list)
    for element, period, zone in spent:
        for day, part in on_days(period, zone):
            if day in days:
                found[day, element].append(part)
    return dict(found)


def _minutes(periods: Iterable[Period]) -> int:
    return sum(period.minutes for period in merged(periods))


def _outside(
    spent: Iterable[Spent], days: DaySpan, profile: Profile
) -> list[tuple[date, Period, str]]:
    open_: dict[tuple[date, str], list[Period]] = {}
    pieces: list[tuple[date, Period, str]] = []
    for element, period, zone in spent:
        if element is not Element.WORK:
            continue
        for day, part in on_days(period, zone):
            if day in days:
                if (day, zone) not in open_:
                    open_[day, zone] = _open_hours(day, zone, profile)
                pieces += [(day, piece, zone) for piece in subtract(part, open_[day, zone])]
    return pieces


def _open_hours(day: date, zone: str, profile: Profile) -> list[Period]:
    hours = working_hours(day, profile)
    return [
        Period(instant(day, wall.start.time(), zone), instant(day, wall.end.time(), zone))
        for wall in (*hours.periods(), *hours.breaks())
    ]


def _latest(pieces: Iterable[tuple[date, Period, str]]) -> datetime | None:
    def into_the_night(piece: tuple[date, Period, str]) -> float:
        day, period, zone = piece
        hours = (local(period.end, zone) - datetime.combine(day, time())).total_seconds() / 3600
        return hours + 24 if local(period.start, zone).hour < NIGHT_ENDS else hours

    last = max(pieces, key=into_the_night, default=None)
    if last is None:
        return None
    from zoneinfo import ZoneInfo

    return last[1].end.astimezone(ZoneInfo(last[2]))
