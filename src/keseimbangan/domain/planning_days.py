"""The planned days on the grid: where work may stand, and how much of it."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from keseimbangan.domain.blocks import BlockKind
from keseimbangan.domain.period import ONE_DAY, DaySpan, Period, merged
from keseimbangan.domain.planning_room import NEVER, Grid, Segment, rooms_of, segments_of, within
from keseimbangan.domain.planning_slots import Span, joined, length, minus, slots_of
from keseimbangan.domain.planning_values import Fixed, Rules

# Time that is no work: it neither lengthens a stretch nor counts against the day's work.
RESTFUL = (BlockKind.BREAK, BlockKind.FAMILY)
# A buffer takes its time, but is no work either: what comes up has its place there.
UNWORKED = (*RESTFUL, BlockKind.BUFFER)


class Day(NamedTuple):
    """One day: `budget` slots of work fit into it beside its buffer."""

    date: date
    grid: Grid
    segments: tuple[Segment, ...]
    budget: int
    # The most work it can take at all.
    capacity: int
    meetings: Span
    # The most work from each segment on, and the most within meeting hours.
    room: tuple[int, ...]
    meeting_room: tuple[int, ...]


def days_of(
    horizon: DaySpan,
    free: Sequence[Period],
    fixed: Sequence[Fixed],
    rules: Rules,
    least: int = 1,
) -> list[Day]:
    """The days of the horizon as the planner sees them; no task has a piece below `least` slots."""
    grid = Grid(
        rules.grid,
        rules.longest // rules.grid,
        rules.pause // rules.grid,
        rules.shortest // rules.grid,
        least,
    )
    return [_day(day, free, fixed, rules, grid) for day in horizon]


def slot_period(day: Day, start: int, end: int) -> Period:
    """Slots of a day as wall-clock time."""
    midnight, step = datetime.combine(day.date, time()), timedelta(minutes=day.grid.minutes)
    return Period(midnight + start * step, midnight + end * step)


def _day(
    day: date, free: Sequence[Period], fixed: Sequence[Fixed], rules: Rules, grid: Grid
) -> Day:
    midnight = datetime.combine(day, time())
    near = Period(midnight - ONE_DAY, midnight + 2 * ONE_DAY)
    blocks = [block for block in fixed if block.period.overlaps(near)]
    labour = [block.period for block in blocks if block.kind not in UNWORKED]
    rest = [block.period for block in blocks if block.kind in RESTFUL]
    working = merged(_working(midnight, free, rules))
    taken = slots_of(midnight, (block.period for block in blocks), grid.minutes, inward=False)
    runs = joined(slots_of(midnight, labour, grid.minutes, inward=False), grid.pause)
    night = _night(runs, grid.pause)
    open_slots = minus(slots_of(midnight, working, grid.minutes, inward=True), [night, *taken])
    segments, meetings = segments_of(open_slots, runs), _window(rules)
    budget, room = _budget(midnight, working, rest, labour, rules), rooms_of(segments, grid)
    meeting_room = rooms_of([within(segment, meetings) for segment in segments], grid)
    return Day(day, grid, segments, budget, min(budget, room[0]), meetings, room, meeting_room)


def _working(midnight: datetime, free: Iterable[Period], rules: Rules) -> Iterable[Period]:
    """The day's own part of the working time."""
    end = midnight + ONE_DAY
    if rules.shutdown is not None:
        end = datetime.combine(midnight.date(), rules.shutdown)
    if end <= midnight:
        return []
    own = Period(midnight, end)
    return [part for period in free if (part := period.overlap(own))]


def _night(runs: Sequence[Span], pause: int) -> Span:
    """Slots from before midnight to a pause after it, or after the work that goes on then.

    So days part at midnight even in a night shift: no stretch reaches from one into the next.
    """
    return (NEVER[0], max([0, *(last for first, last in runs if first < pause)]) + pause)


def _budget(
    midnight: datetime,
    working: Sequence[Period],
    rest: Sequence[Period],
    labour: Sequence[Period],
    rules: Rules,
) -> int:
    """Slots of work beside what is fixed, so that the buffer stays free; counted in minutes."""
    whole = minus(
        slots_of(midnight, working, 1, inward=True), slots_of(midnight, rest, 1, inward=False)
    )
    worked = length(whole) - length(minus(whole, slots_of(midnight, labour, 1, inward=False)))
    allowed = length(whole) * (100 - rules.buffer) // 100 - worked
    return max(0, allowed) // rules.grid


def _window(rules: Rules) -> Span:
    start = rules.meetings_from.hour * 60 + rules.meetings_from.minute
    end = rules.meetings_until.hour * 60 + rules.meetings_until.minute
    return -(-start // rules.grid), end // rules.grid
