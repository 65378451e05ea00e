"""A day that is interrupted: what stood in the way goes on afterwards, and the rest gives way.

Blocks keep their order and move no more than they must. What is protected, done, begun, a meeting
or a service stays, for others count on it. A buffer is used up first: its time is free. Where the
day no longer holds everything, what matters least leaves it. Work keeps the pauses of `rencana`
(planning_values.Rules) as long as nothing loses its place for them. All times are instants.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from keseimbangan.domain.blocks import Block, BlockKind, BlockStatus
from keseimbangan.domain.period import Period, merged
from keseimbangan.domain.planning_question import is_labour
from keseimbangan.domain.reflow_flow import Item, Standing, Surround, Weight, placed
from keseimbangan.domain.reflow_places import Pace
from keseimbangan.domain.timeline import occupied, used_up

WITH_OTHERS = (BlockKind.MEETING, BlockKind.SERVICE)
MINUTE = timedelta(minutes=1)


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
    """The blocks that change, by start, the buffers used up, and what stays although in the way.

    `tight` says that the day had no time for all pauses any more.
    """

    changes: tuple[Change, ...]
    buffers: tuple[UsedBuffer, ...]
    overlapped: tuple[Block, ...]
    tight: bool = False


def reflow(
    taken: Period, blocks: Iterable[Block], around: Surround, now: datetime, weight: Weight
) -> Reflow:
    """What changes when `taken` is taken; the blocks are all near it, but for what takes it."""
    there = sorted((b for b in blocks if occupied(b)), key=_by_start)
    since = max(_next_minute(now), taken.start)
    buffers = [b for b in there if b.kind is BlockKind.BUFFER and _may_move(b, taken, since)]
    moving = [b for b in there if b.starts_at < around.end and _may_move(b, taken, since)]
    items = [_item(b, taken, since, now, around.pace) for b in moving if b not in buffers]
    fixed = [b for b in there if b not in moving and b not in buffers]
    standing = _standing(taken, fixed, items, around)
    flow, tight = placed(items, standing, around, weight)
    found = _joined([_change(item, places) for item, places in flow])
    changes = [change for change in found if _differs(change)]
    used = [taken, *(piece for change in changes for piece in change.pieces)]
    return Reflow(
        tuple(sorted(changes, key=lambda change: _by_start(change.block))),
        tuple(
            UsedBuffer(b, used_up(b, used)) for b in buffers if any(map(b.period.overlaps, used))
        ),
        tuple(b for b in fixed if (period := occupied(b)) and period.overlaps(taken)),
        tight,
    )


def stays(block: Block) -> bool:
    """Whether nothing but its owner's hand moves it."""
    planned = block.status is BlockStatus.PLANNED
    return not planned or block.protected or block.kind in WITH_OTHERS


def _may_move(block: Block, taken: Period, since: datetime) -> bool:
    return not stays(block) and (block.period.overlaps(taken) or block.starts_at >= since)


def _item(block: Block, taken: Period, since: datetime, now: datetime, pace: Pace) -> Item:
    whole = block.ends_at - block.starts_at
    if not block.period.overlaps(taken):
        return Item(block, None, block.starts_at, whole, False)
    kept = max(timedelta(), taken.start - block.starts_at)
    if block.starts_at >= now:
        kept = _worth_keeping(kept, whole, pace.shortest)
    # Told afterwards, while the block goes on: it went on when the interruption was over.
    goes_on = taken.end <= now < block.ends_at
    stood = Period(block.starts_at, block.starts_at + kept) if kept else None
    return Item(block, stood, taken.end if goes_on else since, whole - kept, True, goes_on)


def _worth_keeping(kept: timedelta, whole: timedelta, shortest: timedelta) -> timedelta:
    """How much of a block that has not begun stays before: neither it nor the rest is a crumb."""
    kept = min(kept, whole - shortest)
    return kept if kept >= shortest else timedelta()


def _standing(
    taken: Period, fixed: Sequence[Block], items: Sequence[Item], around: Surround
) -> Standing:
    there = [(b, period) for b in fixed if (period := occupied(b))]
    kept = [item.kept for item in items if item.kept and is_labour(item.block)]
    labour = [period for b, period in there if is_labour(b)]
    return Standing(
        taken, (taken, *(period for _b, period in there)), (*around.worked, *labour, *kept)
    )


def _change(item: Item, places: Sequence[Period]) -> Change:
    pieces = merged(places)
    left = item.length - sum((p.end - p.start for p in pieces), timedelta())
    return Change(item.block, item.kept, tuple(pieces), left)


def _joined(changes: Sequence[Change]) -> list[Change]:
    """The same, where a new part that touches another block of its task is no block of its own."""
    found = list(changes)
    for at in range(len(found)):
        kept, pieces = found[at].kept, found[at].pieces
        # The first piece is the block itself, unless that stays before the interruption.
        for piece in pieces if kept else pieces[1:]:
            beside = (n for n in range(len(found)) if n != at and _goes_on_in(found, at, piece, n))
            if (other := next(beside, None)) is not None:
                left = tuple(one for one in found[at].pieces if one != piece)
                more = tuple(merged([*found[other].pieces, piece]))
                found[at] = found[at]._replace(pieces=left)
                found[other] = found[other]._replace(pieces=more)
    return found


def _goes_on_in(found: Sequence[Change], at: int, piece: Period, other: int) -> bool:
    """Whether a piece of the change `at` touches one of another change of the same task."""
    task, near = found[at].block.task, found[other]
    touching = any(p.start == piece.end or p.end == piece.start for p in near.pieces)
    return touching and task is not None and task == near.block.task


def _differs(change: Change) -> bool:
    return change.kept is not None or change.pieces != (change.block.period,)


def _next_minute(moment: datetime) -> datetime:
    whole = moment.replace(second=0, microsecond=0)
    return whole if whole == moment else whole + MINUTE


def _by_start(block: Block) -> tuple[datetime, datetime, int]:
    return block.starts_at, block.ends_at, block.number or 0
