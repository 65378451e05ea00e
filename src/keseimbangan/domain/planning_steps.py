"""From a plan to blocks: which are new, which are moved there, which are no longer needed."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from keseimbangan.domain.blocks import Block, BlockKind
from keseimbangan.domain.period import Period, instant
from keseimbangan.domain.planning_question import Question
from keseimbangan.domain.planning_values import Placement, Plan, WorkKind
from keseimbangan.domain.timeline import on_clock

KINDS = {
    WorkKind.FOCUS: BlockKind.FOCUS,
    WorkKind.MEETING: BlockKind.MEETING,
    WorkKind.LIGHT: BlockKind.ADMINISTRATION,
}


class Step(NamedTuple):
    """A piece of the plan with its block; `before` is that block where it stood until now."""

    placement: Placement
    block: Block
    before: Block | None = None

    @property
    def changes(self) -> bool:
        """Whether there is anything to write."""
        return self.before is None or self.before.period != self.block.period


class Steps(NamedTuple):
    """What a plan comes to: its pieces in order, and the released blocks that it has no use for."""

    pieces: tuple[Step, ...]
    dropped: tuple[Block, ...] = ()

    @property
    def changes(self) -> bool:
        """Whether anything would be written."""
        return bool(self.dropped) or any(step.changes for step in self.pieces)


def steps_of(question: Question, plan: Plan, new_uid: Callable[[], str]) -> Steps:
    """The blocks of a plan. Released ones of a task are moved rather than made again.

    One that stands in its place already stays; of the rest the earliest is moved first.
    """
    left = list(question.released)
    kept = {at: _taken(left, at, question.zone) for at in plan.placements}
    found = []
    for placement in plan.placements:
        before = kept[placement] or _next(left, placement.task)
        found.append(_step(question, placement, before, new_uid))
    return Steps(tuple(found), tuple(left))


def instants(period: Period, zone: str) -> Period:
    """A wall-clock period as instants; where clocks change it keeps its length."""
    start = instant(period.start.date(), period.start.time(), zone)
    end = instant(period.end.date(), period.end.time(), zone)
    length = period.end - period.start
    return Period(start, end if end - start == length else start + max(length, timedelta(0)))


def _taken(left: list[Block], placement: Placement, zone: str) -> Block | None:
    """The block of the task that stands exactly there, taken from those that are left."""
    return _first(left, (b for b in left if _stands(b, placement, zone)))


def _next(left: list[Block], task: int) -> Block | None:
    return _first(left, (block for block in left if block.task == task))


def _first(left: list[Block], found: Iterable[Block]) -> Block | None:
    block = next(iter(found), None)
    if block is not None:
        left.remove(block)
    return block


def _stands(block: Block, placement: Placement, zone: str) -> bool:
    return block.task == placement.task and on_clock(block.period, zone) == placement.period


def _step(
    question: Question, placement: Placement, before: Block | None, new_uid: Callable[[], str]
) -> Step:
    period = instants(placement.period, question.zone)
    if before is not None:
        zone = before.zone if before.period == period else question.zone
        moved = replace(before, starts_at=period.start, ends_at=period.end, zone=zone)
        return Step(placement, moved, before)
    task = question.tasks[placement.task]
    kinds = {demand.task: demand.kind for demand in question.demands}
    block = Block(
        number=None,
        uid=new_uid(),
        title=task.title,
        starts_at=period.start,
        ends_at=period.end,
        zone=question.zone,
        element=task.element,
        kind=KINDS[kinds[placement.task]],
        task=task.number,
        target=task.target,
    )
    return Step(placement, block)
