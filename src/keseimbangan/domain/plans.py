"""Plans that were applied, and how a day went beside its plan.

A plan keeps its pieces as they were planned, whatever becomes of the tasks and blocks. A piece is
`replaced` when a later plan has decided anew about its block.
"""

from dataclasses import dataclass
from datetime import date, datetime

from keseimbangan.domain.period import Period
from keseimbangan.domain.planning_values import Reason


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
