"""Plans that were applied, and how a day went beside its plan.

A plan keeps its pieces as they were planned, whatever becomes of the tasks and blocks. A piece is
`replaced` when a later plan has decided anew about its block.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from keseimbangan.domain.blocks import Block, BlockStatus
from keseimbangan.domain.elements import Element
from keseimbangan.domain.period import Period
from keseimbangan.domain.planning_values import Reason
from keseimbangan.frozen import dataclass


@dataclass(frozen=True)
class AppliedPlan:
    """One plan: the days it was made for, both included, and when it was applied, in UTC."""

    number: int | None
    uid: str
    first: date
    last: date
    zone: str
    applied_at: datetime


@dataclass(frozen=True)
class PlanPiece:
    """One piece of a plan, and the block that was made for it. Instants are UTC."""

    uid: str
    task: int | None
    block_uid: str
    title: str
    starts_at: datetime
    ends_at: datetime
    reason: Reason
    position: int
    replaced: bool = False

    @property
    def period(self) -> Period:
        """The planned time, as instants."""
        return Period(self.starts_at, self.ends_at)


class Outcome(StrEnum):
    """What became of a piece; nothing of it is a judgement."""

    DONE = "done"
    # Its time is over, and nobody said what became of it.
    OPEN = "open"
    AHEAD = "ahead"
    MOVED = "moved"
    SKIPPED = "skipped"
    REMOVED = "removed"


class Result(NamedTuple):
    """A piece with what became of it; `block` is None when it was deleted.

    `minutes` are those that its block really took, or that were focused on it, and what another
    block of its task took in its place.
    """

    piece: PlanPiece
    outcome: Outcome
    block: Block | None
    minutes: int

    @property
    def moved(self) -> bool:
        """Whether its block stands elsewhere than the plan said, whatever became of it."""
        return self.block is not None and self.block.period != self.piece.period


@dataclass(frozen=True)
class Comparison:
    """Plans and what came of them; `beside` are done blocks of work that belong to no plan.

    `replaced` counts the pieces about which a later plan decided anew.
    """

    results: Sequence[Result]
    replaced: int
    beside: Sequence[Block]

    @property
    def planned_minutes(self) -> int:
        """Minutes of the pieces."""
        return sum(result.piece.period.minutes for result in self.results)

    @property
    def done_minutes(self) -> int:
        """Minutes that the pieces really took."""
        return sum(result.minutes for result in self.results)

    @property
    def beside_minutes(self) -> int:
        """Minutes of done work beside the plan."""
        return sum(block.actual_minutes for block in self.beside)


def compare(
    pieces: Sequence[PlanPiece],
    blocks: Mapping[str, Block],
    focused: Mapping[str, int],
    done: Iterable[Block],
    now: datetime,
) -> Comparison:
    """The pieces beside their blocks and the focused minutes of those, both by the block's uid.

    `done` are the finished blocks of the same days, whoever made them. One of a task counts for the
    first of its pieces that still lacks time: an interruption leaves the rest of a piece to another
    block.
    """
    standing = [piece for piece in pieces if not piece.replaced]
    own = {piece.block_uid for piece in standing}
    results = [
        _result(piece, blocks.get(piece.block_uid), focused.get(piece.block_uid, 0), now)
        for piece in standing
    ]
    work = (Element.WORK, Element.GROWTH)
    others = [block for block in done if block.uid not in own and block.element in work]
    beside = [block for block in others if not _counted(block, results)]
    return Comparison(results, len(pieces) - len(standing), beside)


def _counted(block: Block, results: list[Result]) -> bool:
    """Add what a block took to the first piece of its task that lacks time; False without one."""
    for at, result in enumerate(results):
        piece = result.piece
        own = piece.task is not None and piece.task == block.task
        if own and result.minutes < piece.period.minutes:
            results[at] = result._replace(minutes=result.minutes + block.actual_minutes)
            return True
    return False


def _result(piece: PlanPiece, block: Block | None, focused: int, now: datetime) -> Result:
    if block is None:
        return Result(piece, Outcome.REMOVED, None, 0)
    if block.status is BlockStatus.DONE:
        return Result(piece, Outcome.DONE, block, block.actual_minutes)
    return Result(piece, _unfinished(piece, block, now), block, focused)


def _unfinished(piece: PlanPiece, block: Block, now: datetime) -> Outcome:
    if block.status is BlockStatus.SKIPPED:
        return Outcome.SKIPPED
    if block.period != piece.period:
        return Outcome.MOVED
    return Outcome.OPEN if block.ends_at <= now else Outcome.AHEAD
