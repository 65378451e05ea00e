"""The planned days on the grid: where work may stand, and how much of it.

A slot is one step of the grid, counted from midnight. A run is work without a pause in it.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from keseimbangan.domain.blocks import BlockKind
from keseimbangan.domain.period import ONE_DAY, DaySpan, Period, merged
from keseimbangan.domain.planning_values import Fixed, Rules

# Time that is no work: it neither lengthens a stretch nor counts against the day's work.
RESTFUL = (BlockKind.BREAK, BlockKind.FAMILY)


Span = tuple[int, int]
# Runs that are too far away to matter.
NEVER: Span = (-(10**6), -(10**6))
LATER: Span = (10**6, 10**6)


class Segment(NamedTuple):
    """Free slots in one piece, with the runs of fixed work before and after them."""

    start: int
    end: int
    before: Span
    after: Span


class Grid(NamedTuple):
    """The rules in slots."""

    minutes: int
    longest: int
    pause: int
    shortest: int
    # The shortest piece that any task allows.
    least: int

    def full(self, slots: int) -> int:
        """The most work that free slots in one piece can hold."""
        if slots < self.least:
            return 0
        whole, rest = divmod(slots, self.longest + self.pause)
        return whole * self.longest + min(rest, self.longest)


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
    working = _slots(midnight, merged(_working(midnight, free, rules)), grid, inward=True)
    work = _spans(midnight, (b for b in blocks if b.kind not in RESTFUL), grid)
    rest = _spans(midnight, (b for b in blocks if b.kind in RESTFUL), grid)
    labour = [b for b in blocks if b.kind not in (*RESTFUL, BlockKind.BUFFER)]
    runs = _joined(_spans(midnight, labour, grid), grid.pause)
    open_slots = _minus(working, sorted(work + rest))
    segments = _segments(open_slots, runs, grid)
    meetings = _window(rules)
    budget = _budget(working, rest, _spans(midnight, labour, grid), rules)
    room = _rooms(segments, grid)
    return Day(
        day,
        grid,
        segments,
        budget,
        min(budget, room[0]),
        meetings,
        room,
        _rooms([_within(s, meetings) for s in segments], grid),
    )


def _working(midnight: datetime, free: Iterable[Period], rules: Rules) -> Iterable[Period]:
    """The day's own working time; a night shift pauses at midnight, where days part."""
    end = midnight + ONE_DAY
    if rules.shutdown is not None:
        end = datetime.combine(midnight.date(), rules.shutdown)
    start = midnight + timedelta(minutes=rules.pause)
    if end <= start:
        return []
    own = Period(start, end)
    return [part for period in free if (part := period.overlap(own))]


def _slots(
    midnight: datetime, periods: Iterable[Period], grid: Grid, *, inward: bool
) -> list[Span]:
    """Periods as slots, rounded to the inside or to the outside."""
    step = timedelta(minutes=grid.minutes)
    found = []
    for period in periods:
        start, end = period.start - midnight, period.end - midnight
        first, last = start // step, -(-end // step)
        if inward:
            first, last = -(-start // step), end // step
        if first < last:
            found.append((first, last))
    return found


def _spans(midnight: datetime, blocks: Iterable[Fixed], grid: Grid) -> list[Span]:
    return sorted(_slots(midnight, (b.period for b in blocks), grid, inward=False))


def _joined(spans: Sequence[Span], pause: int) -> tuple[Span, ...]:
    """Runs: work with less than a pause between it."""
    runs: list[Span] = []
    for start, end in spans:
        if runs and (start < runs[-1][1] or start - runs[-1][1] < pause):
            runs[-1] = (runs[-1][0], max(end, runs[-1][1]))
        else:
            runs.append((start, end))
    return tuple(runs)


def _minus(
    whole: Sequence[Span], taken: Sequence[Span]
) -> list[Span]:
    left = []
    for start, end in whole:
        at = start
        for first, last in taken:
            if at < first and at < end:
                left.append((at, min(first, end)))
            at = max(at, last)
        if at < end:
            left.append((at, end))
    return left


def _segments(
    slots: Sequence[Span], runs: Sequence[Span], grid: Grid
) -> tuple[Segment, ...]:
    """Free slots between the runs; a gap within a run is shorter than a pause, and stays one."""
    found = []
    for start, end in slots:
        if any(first < start and end < last for first, last in runs):
            continue
        before = [run for run in runs if run[1] <= start]
        after = [run for run in runs if run[0] >= end]
        found.append(
            Segment(start, end, before[-1] if before else NEVER, after[0] if after else LATER)
        )
    return tuple(found)


def _budget(
    working: Sequence[Span],
    rest: Sequence[Span],
    labour: Sequence[Span],
    rules: Rules,
) -> int:
    """Slots of work beside what is fixed; a block for ad-hoc work is part of the buffer."""
    whole = _minus(working, rest)
    length = sum(end - start for start, end in whole)
    left = sum(end - start for start, end in _minus(whole, labour))
    return max(0, length * (100 - rules.buffer) // 100 - (length - left))


def _window(rules: Rules) -> Span:
    start = rules.meetings_from.hour * 60 + rules.meetings_from.minute
    end = rules.meetings_until.hour * 60 + rules.meetings_until.minute
    return -(-start // rules.grid), end // rules.grid


def _within(segment: Segment, window: Span) -> Segment:
    start, end = max(segment.start, window[0]), min(segment.end, window[1])
    before = segment.before if start == segment.start else NEVER
    return Segment(start, max(start, end), before, segment.after if end == segment.end else LATER)


def _rooms(segments: Sequence[Segment], grid: Grid) -> tuple[int, ...]:
    """The most work from each segment on; one more entry, 0, for after the last."""
    rooms = [0]
    for segment in reversed(segments):
        rooms.append(rooms[-1] + _hold(segment, grid))
    return tuple(reversed(rooms))


def _hold(segment: Segment, grid: Grid) -> int:
    """The most work of a segment: beside a fixed run it pauses first, or makes the run longer."""
    start, end, before, after = segment
    joins_left, joins_right = start - before[1] < grid.pause, after[0] - end < grid.pause
    left = max(0, grid.longest - (start - before[0])) if joins_left else 0
    right = max(0, grid.longest - (after[1] - end)) if joins_right else 0
    first = before[1] + grid.pause if joins_left else start
    last = after[0] - grid.pause if joins_right else end
    held = [
        grid.full(last - first),
        left + grid.full(last - start - left - grid.pause) if left else 0,
        right + grid.full(end - first - right - grid.pause) if right else 0,
    ]
    if left and right:
        held += [
            min(left + right, end - start - grid.pause),
            left + right + grid.full(end - start - left - right - 2 * grid.pause),
            end - start if after[1] - before[0] <= grid.longest else 0,
        ]
    return min(end - start, max(held))
