"""A day's blocks beside each other: overlaps, gaps, and pushing what is in the way."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from keseimbangan.domain.blocks import LONGEST, Block, BlockKind, BlockStatus, moved, skip
from keseimbangan.domain.elements import Element
from keseimbangan.domain.period import DaySpan, Period, local, merged, subtract
from keseimbangan.domain.workdays import WorkingHours
from keseimbangan.errors.blocks import NoRoomToPush


class Overlap(NamedTuple):
    """Two blocks that share time."""

    first: Block
    second: Block


def takes_time(block: Block) -> bool:
    """A skipped block leaves its time free."""
    return block.status is not BlockStatus.SKIPPED


def occupied(block: Block) -> Period | None:
    """The planned time, as instants, that nothing else can have.

    A skipped block leaves all of it free, one that ended early what was left.
    """
    if not takes_time(block):
        return None
    end = min(block.ends_at, block.ran.end) if block.ran else block.ends_at
    return Period(block.starts_at, end) if end > block.starts_at else None


def same(one: Block, other: Block) -> bool:
    """Whether two values stand for the same block or the same occurrence of a series."""
    return (
        one.number is not None
        and one.number == other.number
        and one.recurrence_id == other.recurrence_id
    )


def first_in_the_way(block: Block, others: Iterable[Block]) -> Block | None:
    """The earliest of the others that shares time with a block."""
    shared = [o for o in others if not same(o, block) and _touch(o, block)]
    return min(shared, key=lambda other: other.starts_at, default=None)


def first_clash(blocks: Sequence[Block], others: Iterable[Block]) -> Block | None:
    """The first of the others that shares time with any of the blocks; both may be many."""
    ordered = sorted(others, key=_by_start)
    starts = [other.starts_at for other in ordered]
    for block in blocks:
        # Only these can reach into it.
        low = bisect_left(starts, block.starts_at - LONGEST)
        high = bisect_left(starts, block.ends_at)
        if found := first_in_the_way(block, ordered[low:high]):
            return found
    return None


def overlaps(blocks: Sequence[Block]) -> list[Overlap]:
    """Every pair that shares time, by start."""
    ordered = sorted(filter(takes_time, blocks), key=_by_start)
    pairs: list[Overlap] = []
    for index, block in enumerate(ordered):
        for later in ordered[index + 1 :]:
            if later.starts_at >= block.ends_at:
                break
            if _touch(block, later):
                pairs.append(Overlap(block, later))
    return pairs


def push(block: Block, others: Iterable[Block], now: datetime) -> list[Block]:
    """The blocks that make room for a new one, each moved later, in order.

    What is protected, done, or has begun stays; what is pushed goes behind it and in turn pushes
    what follows. A buffer is there to be used up: it keeps what is left of its time, or is skipped.
    Blocks that overlapped before and are not in the way are left as they are. Raises NoRoomToPush
    when something that stays is in the way, or when a block would pass its midnight.
    """
    near = sorted((o for o in others if not same(o, block)), key=_by_start)
    buffers = [o for o in near if o.kind is BlockKind.BUFFER and _movable(o, now)]
    near = [other for other in near if other not in buffers]
    staying = [other for other in near if not _movable(other, now)]
    if stuck := first_in_the_way(block, staying):
        raise NoRoomToPush(stuck.title, stuck.wall.start, stuck.wall.end)
    taken = [period for one in (block, *staying) if (period := occupied(one))]
    pushed: list[Block] = []
    for other in near:
        if not _movable(other, now):
            continue
        if _touch(other, block) or (pushed and other.starts_at < pushed[-1].ends_at):
            other = _behind(other, taken, pushed)
            pushed.append(other)
        taken.append(other.period)
    used = [block.period, *(other.period for other in pushed)]
    return [*pushed, *(used_up(b, used) for b in buffers if any(map(b.period.overlaps, used)))]


def used_up(buffer: Block, used: Sequence[Period]) -> Block:
    """What is left of a buffer: the longest part of its time, and skipped where none is."""
    left = subtract(buffer.period, used)
    longest = max(left, key=lambda part: part.end - part.start, default=None)
    if longest is None or longest.end - longest.start < SHORTEST_GAP:
        return skip(buffer)
    return moved(buffer, longest)


def _behind(block: Block, taken: Sequence[Period], pushed: Sequence[Block]) -> Block:
    length = block.ends_at - block.starts_at
    start = max(block.starts_at, pushed[-1].ends_at) if pushed else block.starts_at
    for period in merged(taken):
        if period.start < start + length and start < period.end:
            start = period.end
    placed = replace(block, starts_at=start, ends_at=start + length)
    if placed.day != block.day or _past_midnight(placed, block):
        raise NoRoomToPush(block.title, block.wall.start, block.wall.end, past_midnight=True)
    return placed


def _past_midnight(placed: Block, before: Block) -> bool:
    midnight = datetime.combine(before.day + timedelta(days=1), time())
    return placed.wall.end > midnight >= before.wall.end


def _by_start(block: Block) -> tuple[datetime, datetime, int]:
    return block.starts_at, block.ends_at, block.number or 0


def _movable(block: Block, now: datetime) -> bool:
    return block.status is BlockStatus.PLANNED and not block.protected and block.starts_at >= now


def _touch(one: Block, other: Block) -> bool:
    mine, theirs = occupied(one), occupied(other)
    return mine is not None and theirs is not None and mine.overlaps(theirs)


def on_day(block: Block, day: date) -> Period | None:
    """The part of a block that lies on a day, on the wall clock of its own zone."""
    return block.wall.overlap(_whole(day))


def by_day(blocks: Iterable[Block], days: DaySpan) -> dict[date, list[Block]]:
    """The blocks that touch each of some days, on the wall clock of their own zone, in order."""
    found: dict[date, list[Block]] = {day: [] for day in days}
    for block in blocks:
        wall = block.wall
        day = wall.start.date()
        # A block up to midnight is not on the day that begins with it.
        while datetime.combine(day, time()) < wall.end:
            if day in found:
                found[day].append(block)
            day += timedelta(days=1)
    return found


def parts_on(blocks: Iterable[Block], day: date) -> list[Period]:
    """The time that blocks take on a day, wall clock, those that leave it free left out."""
    parts = (on_day(block, day) for block in blocks if takes_time(block))
    return [part for part in parts if part is not None]


# A gap below this is no time anyone could plan.
SHORTEST_GAP = timedelta(minutes=5)


def gaps(hours: WorkingHours, blocks: Iterable[Block], zone: str | None = None) -> list[Period]:
    """Free working time of a day, wall clock, without the break.

    With the `zone` of the hours, a block planned in another zone takes the time that it really
    takes there; without it, that of the clock it was planned by.
    """
    taken = [on_clock(one, zone or b.zone) for b in blocks if (one := occupied(b))]
    free = [gap for period in hours.periods() for gap in subtract(period, taken)]
    return [gap for gap in free if gap.end - gap.start >= SHORTEST_GAP]


def planned_work_minutes(blocks: Iterable[Block], day: date) -> int:
    """Minutes of work blocks on a day, each minute counted once."""
    return total_minutes(parts_on((b for b in blocks if b.element is Element.WORK), day))


def ran_on(blocks: Iterable[Block], day: date) -> list[Period]:
    """The time that finished blocks really took on a day, on the wall clock of their own zone."""
    spans = (on_clock(b.ran, b.zone) for b in blocks if b.ran is not None)
    parts = (span.overlap(_whole(day)) for span in spans)
    return [part for part in parts if part is not None]


def outside_hours(block: Block, hours: WorkingHours) -> bool:
    """Whether a work block runs, on that day, before or after the hours, or on a day off.

    A finished one is judged by when it really ran.
    """
    if block.element is not Element.WORK:
        return False
    done = block.status is BlockStatus.DONE
    parts = ran_on([block], hours.day) if done else parts_on([block], hours.day)
    open_ = [*hours.periods(), *hours.breaks()]
    return any(subtract(part, open_) for part in parts)


def total_minutes(periods: Iterable[Period]) -> int:
    """Minutes of some time, each counted once."""
    return sum(period.minutes for period in merged(periods))


def _whole(day: date) -> Period:
    midnight = datetime.combine(day, time())
    return Period(midnight, midnight + timedelta(days=1))


def on_clock(period: Period, zone: str) -> Period:
    """Instants on the wall clock of a zone, naive."""
    start, end = local(period.start, zone), local(period.end, zone)
    # As in Block.wall: clocks may be put back meanwhile.
    return Period(start, end if end > start else start + (period.end - period.start))
