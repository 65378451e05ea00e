"""What a reflow comes to as blocks, and which of them leave the day first."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from keseimbangan.domain.blocks import Block, BlockStatus
from keseimbangan.domain.elements import Element
from keseimbangan.domain.period import Period
from keseimbangan.domain.planning_values import Unplaced
from keseimbangan.domain.reflow import Change
from keseimbangan.domain.reflow_flow import Weight
from keseimbangan.domain.tasks import Quadrant, Task, quadrant


class Moved(NamedTuple):
    """A block as it stood, and the blocks that it is now, itself first."""

    before: Block
    after: tuple[Block, ...]


class Flow(NamedTuple):
    """What an interruption does: what moves, what has no place and why, and what it overlaps.

    `other_day` is the first working day that follows; `tight` says that the day had no time for all
    pauses any more.
    """

    moved: tuple[Moved, ...]
    unplaced: tuple[tuple[Block, Unplaced], ...]
    overlapped: tuple[Block, ...]
    other_day: date | None = None
    tight: bool = False


def as_blocks(change: Change, now: datetime, new_uid: Callable[[], str]) -> list[Block]:
    """The blocks that a change comes to, the first of which is the block itself.

    What was kept of it is done if it has passed; what has no place at all is skipped.
    """
    block = change.block
    periods = [*([change.kept] if change.kept else []), *change.pieces]
    if not periods:
        return [replace(block, status=BlockStatus.SKIPPED)]
    first, *rest = periods
    own = replace(block, starts_at=first.start, ends_at=first.end)
    if change.kept and change.kept.end <= now:
        own = replace(
            own,
            status=BlockStatus.DONE,
            actual_starts_at=first.start,
            actual_ends_at=first.end,
        )
    return [own, *(another(block, period, new_uid()) for period in rest)]


def another(block: Block, period: Period, uid: str) -> Block:
    """A further part of a block, which is a block of its own."""
    return replace(
        block,
        number=None,
        uid=uid,
        starts_at=period.start,
        ends_at=period.end,
        rule=None,
        series=None,
        recurrence_id=None,
    )


def weight_of(tasks: Mapping[int, Task], day: date, today: date, urgent_days: int) -> Weight:
    """Least is what another day can take, unimportant first; then work that serves no task.

    What is due on the day comes after that, and last one's own life and rest.
    """
    order = [Quadrant.ELIMINATE, Quadrant.DELEGATE, Quadrant.SCHEDULE, Quadrant.DO]

    def weight(block: Block) -> tuple[int, ...]:
        task = tasks.get(block.task or 0)
        if task is None:
            return (1 if block.element in (Element.WORK, Element.GROWTH) else 3, 0, 0)
        where = order.index(quadrant(task, today, urgent_days))
        return (2 if task.due == day else 0, where, -(task.due or date.max).toordinal())

    return weight
