"""A day's blocks beside each other: overlaps, gaps, and pushing what is in the way."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from keseimbangan.domain.blocks import Block, BlockStatus
from keseimbangan.domain.elements import Element
from keseimbangan.domain.period import Period, merged, subtract
from keseimbangan.domain.workdays import WorkingHours
from keseimbangan.errors.blocks import NoRoomToPush


class Overlap(NamedTuple):
    """Two blocks that share time."""

    first: Block
    second: Block


def takes_time(block: Block) -> bool:
    """A skipped block leaves its time free."""
    return block.status is not BlockStatus.SKIPPED


def same(one: Block, other: Block) -> bool:
    """Whether two values stand for the same block or the same occurrence of a series."""
    return (
        one.number is not None
        and one.number == other.number
        and one.recurrence_id == other.recurrence_id
    )


def first_in_the_way(block: Block, others: Iterable[Block]) -> Block | None:
    """The earliest of the others that shares time with a block."""
    shared = [o for o in others if takes_time(o) and not same(o, block) and _touch(o, block)]
    return min(shared, key=lambda other: other.starts_at, default=None)


def first_clash(blocks: Sequence[Block], others: Iterable[Block]) -> Block | None:
    """The first of the others that shares time with any of the blocks; both may be many."""
    ordered = sorted(filter(takes_time, others), key=lambda other: other.starts_at)
    starts = [other.starts_at for other in ordered]
    for block in blocks:
        # No block is longer than a day, so only these can reach into it.
        low = bisect_left(starts, block.starts_at - timedelta(days=1))
        high = bisect_left(starts, block.ends_at)
        if found := first_in_the_way(block, ordered[low:high]):
            return found
    return None


def overlaps(blocks: Sequence[Block]) -> list[Overlap]:
    """Every pair that shares time, by start."""
    ordered = sorted(filter(takes_time, blocks), key=lambda block: (block.starts_at, block.ends_at))
    pairs: list[Overlap] = []
    for index, block in enumerate(ordered):
        for later in ordered[index + 1 :]:
            if later.starts_at >= block.ends_at:
                break
            pairs.append(Overlap(block, later))
    return pairs


def push(block: Block, others: Iterable[Block], now: datetime) -> list[Block]:
    """The blocks that make room for a new one, each moved later, in order.

    What is protected, done, or has begun stays; what is pushed goes behind it. Raises NoRoomToPush
    when something that stays is in the way, or when a block would be pushed past its midnight.
    """
    near = [o for o in others if takes_time(o) and not same(o, block)]
    fixed = [other for other in near if not _movable(other, now)]
    if stuck := first_in_the_way(block, fixed):
        raise NoRoomToPush(stuck.title, stuck.wall.start, stuck.wall.end)
    taken = [block.period, *(other.period for other in fixed)]
    moved: list[Block] = []
    waiting = sorted((o for o in near if _movable(o, now)), key=lambda o: o.starts_at)
    for other in waiting:
        placed = _first_fit(other, taken)
        taken.append(placed.period)
        if placed != other:
            moved.append(placed)
    return moved


def _first_fit(block: Block, taken: Sequence[Period]) -> Block:
    length = block.ends_at - block.starts_at
    start = block.starts_at
    for period in merged(taken):
        if period.start < start + length and start < period.end:
            start = period.end
    placed = replace(block, starts_at=start, ends_at=start + length)
    if placed.day != block.day or _past_midnight(placed, block):
        raise NoRoomToPush(block.title, block.wall.start, block.wall.end)
    return placed


def _past_midnight(placed: Block, before: Block) -> bool:
    midnight = datetime.combine(before.day + timedelta(days=1), time())
    return placed.wall.end > midnight >= before.wall.end


def _movable(block: Block, now: datetime) -> bool:
    return block.status is BlockStatus.PLANNED and not block.protected and block.starts_at >= now


def _touch(one: Block, other: Block) -> bool:
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at


def on_day(block: Block, day: date) -> Period | None:
    """The part of a block that lies on a day, on the wall clock of its own zone."""
    midnight = datetime.combine(day, time())
    return block.wall.overlap(Period(midnight, midnight + timedelta(days=1)))


def parts_on(blocks: Iterable[Block], day: date) -> list[Period]:
    """The time that blocks take on a day, wall clock, those that leave it free left out."""
    parts = (on_day(block, day) for block in blocks if takes_time(block))
    return [part for part in parts if part is not None]


# A gap below this is no time anyone could plan.
SHORTEST_GAP = timedelta(minutes=5)


def gaps(hours: WorkingHours, blocks: Iterable[Block]) -> list[Period]:
    """Free working time of a day, wall clock, without the break."""
    taken = parts_on(blocks, hours.day)
    free = [gap for period in hours.periods() for gap in subtract(period, taken)]
    return [gap for gap in free if gap.end - gap.start >= SHORTEST_GAP]


def planned_work_minutes(blocks: Iterable[Block], day: date) -> int:
    """Minutes of work blocks on a day, each minute counted once."""
    return _minutes(parts_on((b for b in blocks if b.element is Element.WORK), day))


def outside_hours(block: Block, hours: WorkingHours) -> bool:
    """Whether a work block runs, on that day, before or after the hours, or on a day off."""
    part = on_day(block, hours.day)
    if block.element is not Element.WORK or part is None or not takes_time(block):
        return False
    return bool(subtract(part, [*hours.periods(), *hours.breaks()]))


def _minutes(periods: Iterable[Period]) -> int:
    return sum(period.minutes for period in merged(periods))
