"""A day that is interrupted: what stood in the way goes on afterwards, and the rest gives way.

Blocks keep their order and move no more than they must. What is protected, done, begun, a meeting
or a service stays, for others count on it. A buffer is used up first: its time is free. Where the
day no longer holds everything, what matters least leaves it. All times are instants.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from keseimbangan.domain.blocks import Block, BlockKind, BlockStatus
from keseimbangan.domain.elements import Element
from keseimbangan.domain.period import Period, merged
from keseimbangan.domain.reflow_places import free_spans, in_one_piece, in_pieces
from keseimbangan.domain.timeline import occupied, used_up

WITH_OTHERS = (BlockKind.MEETING, BlockKind.SERVICE)
MINUTE = timedelta(minutes=1)
# So much later may end what runs over midnight anyway.
NIGHT = timedelta(hours=6)

# What leaves the day first is least; equal ones leave from the end of the day.
Weight = Callable[[Block], tuple[int, ...]]


@dataclass(frozen=True)
class Surround:
    """What the day allows: `work` is working time, `whole` the same with its breaks, until `end`.

    No part of a task is shorter than `shortest`; a gap up to `pause` after a block stays behind it.
    """

    work: Sequence[Period]
    whole: Sequence[Period]
    end: datetime
    shortest: timedelta
    pause: timedelta


class Change(NamedTuple):
    """What becomes of a block: `kept` was before the interruption, `pieces` come after it.

    `left` is what has no place in the day any more.
    """

    block: Block
    kept: Period | None
    pieces: tuple[Period, ...]
    left: timedelta = timedelta()


class UsedBuffer(NamedTuple):
    """A buffer as it was, and what is left of it."""

    before: Block
    after: Block


class Reflow(NamedTuple):
    """The blocks that change, by start, the buffers used up, and what stays although in the way."""

    changes: tuple[Change, ...]
    buffers: tuple[UsedBuffer, ...]
    overlapped: tuple[Block, ...]


class _Item(NamedTuple):
    """Time to be found: of a block or of the rest of it, not before `since`."""

    block: Block
    kept: Period | None
    since: datetime
    length: timedelta
    in_the_way: bool


def reflow(
    taken: Period, blocks: Iterable[Block], around: Surround, now: datetime, weight: Weight
) -> Reflow:
    """What changes when `taken` is taken; the blocks are all near it, but for what takes it."""
    there = sorted((b for b in blocks if occupied(b)), key=_by_start)
    since = max(_next_minute(now), taken.start)
    buffers = [b for b in there if b.kind is BlockKind.BUFFER and _may_move(b, taken, since)]
    moving = [b for b in there if b.starts_at < around.end and _may_move(b, taken, since)]
    items = [_item(b, taken, since, now) for b in moving if b not in buffers]
    fixed = [b for b in there if b not in moving and b not in buffers]
    busy = [taken, *(period for b in fixed if (period := occupied(b)))]
    placed = _placed(items, taken, busy, around, weight)
    changes = [_change(item, places) for item, places in placed if _differs(item, places)]
    used = [taken, *(piece for change in changes for piece in change.pieces)]
    return Reflow(
        tuple(sorted(changes, key=lambda change: _by_start(change.block))),
        tuple(
            UsedBuffer(b, used_up(b, used)) for b in buffers if any(map(b.period.overlaps, used))
        ),
        tuple(b for b in fixed if (period := occupied(b)) and period.overlaps(taken)),
    )


def stays(block: Block) -> bool:
    """Whether nothing but its owner's hand moves it."""
    planned = block.status is BlockStatus.PLANNED
    return not planned or block.protected or block.kind in WITH_OTHERS


def _may_move(block: Block, taken: Period, since: datetime) -> bool:
    return not stays(block) and (block.period.overlaps(taken) or block.starts_at >= since)


def _item(block: Block, taken: Period, since: datetime, now: datetime) -> _Item:
    if not block.period.overlaps(taken):
        return _Item(block, None, block.starts_at, block.ends_at - block.starts_at, False)
    start = max(block.starts_at, taken.start)
    kept = Period(block.starts_at, start) if block.starts_at < start else None
    # Told afterwards, while the block goes on: it went on when the interruption was over.
    goes_on = taken.end <= now < block.ends_at
    return _Item(block, kept, taken.end if goes_on else since, block.ends_at - start, True)


def _placed(
    items: Sequence[_Item], taken: Period, busy: list[Period], around: Surround, weight: Weight
) -> list[tuple[_Item, list[Period]]]:
    """A place for each; what leaves the others their room gets what is left of the day."""
    staying, leaving = list(items), list[_Item]()
    while (flow := _flow(staying, taken, busy, around)) is None:
        least = min(staying, key=lambda item: (*weight(item.block), -_stamp(item.block)))
        staying.remove(least)
        leaving.append(least)
    full = [*busy, *(piece for _item, places in flow for piece in places)]
    for item in reversed(leaving):
        own = item.block.period
        free = not item.in_the_way and not any(map(own.overlaps, full))
        places = [own] if free else _places(item, full, around)
        full += places
        flow.append((item, places))
    return flow


def _flow(
    items: Sequence[_Item], taken: Period, busy: Sequence[Period], around: Surround
) -> list[tuple[_Item, list[Period]]] | None:
    """The items one behind the other; None when they are too much for the day."""
    found: list[tuple[_Item, list[Period]]] = []
    full, moved = list(busy), [taken]
    for index, item in enumerate(items):
        rest = _rest_after(items, index, around.pause)
        own = item.block.period
        if not item.in_the_way and not any(map(own.overlaps, moved)):
            places = [own]
        else:
            places = _places(item, full, around)
            if sum((p.end - p.start for p in places), timedelta()) < item.length:
                return None
            moved += [*places[:-1], Period(places[-1].start, places[-1].end + rest)]
        found.append((item, places))
        full += [*places[:-1], Period(places[-1].start, places[-1].end + rest)]
    return found


def _places(item: _Item, full: Iterable[Period], around: Surround) -> list[Period]:
    free = free_spans(_window(item.block, around), full, item.since)
    if item.block.task is None:
        return in_one_piece(free, item.length)
    return in_pieces(free, item.length, around.shortest)


def _window(block: Block, around: Surround) -> list[Period]:
    """Where it may go: what was planned beyond the hours may end beyond them."""
    if not any(day.overlap(block.period) == block.period for day in around.whole):
        over_midnight = block.ends_at > around.end
        return [Period(block.starts_at, block.ends_at + NIGHT if over_midnight else around.end)]
    if block.element in (Element.WORK, Element.GROWTH):
        return list(around.work)
    return list(around.whole)


def _rest_after(items: Sequence[_Item], index: int, pause: timedelta) -> timedelta:
    """The short rest that was planned behind a block."""
    if index + 1 == len(items):
        return timedelta()
    gap = items[index + 1].block.starts_at - items[index].block.ends_at
    return gap if timedelta() < gap <= pause else timedelta()


def _differs(item: _Item, places: Sequence[Period]) -> bool:
    return item.kept is not None or list(places) != [item.block.period]


def _change(item: _Item, places: Sequence[Period]) -> Change:
    pieces = merged(places)
    left = item.length - sum((p.end - p.start for p in pieces), timedelta())
    return Change(item.block, item.kept, tuple(pieces), left)


def _next_minute(moment: datetime) -> datetime:
    whole = moment.replace(second=0, microsecond=0)
    return whole if whole == moment else whole + MINUTE


def _by_start(block: Block) -> tuple[datetime, datetime, int]:
    return block.starts_at, block.ends_at, block.number or 0


def _stamp(block: Block) -> int:
    return int(block.starts_at.timestamp())
