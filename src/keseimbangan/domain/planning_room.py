"""How much work a gap can hold, with its pauses and beside the blocks around it.

A run is work without a pause in it, fixed or planned.
"""

from collections.abc import Sequence
from typing import NamedTuple

from keseimbangan.domain.planning_slots import Span

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


def segments_of(slots: Sequence[Span], runs: Sequence[Span]) -> tuple[Segment, ...]:
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


def within(segment: Segment, window: Span) -> Segment:
    """The part of a segment that lies in a window; empty when none does."""
    start, end = max(segment.start, window[0]), min(segment.end, window[1])
    before = segment.before if start == segment.start else NEVER
    return Segment(start, max(start, end), before, segment.after if end == segment.end else LATER)


def rooms_of(segments: Sequence[Segment], grid: Grid) -> tuple[int, ...]:
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
