"""Tasks, blocks, and the plans that brought them together."""

from datetime import date, datetime

from sqlalchemy import REAL, CheckConstraint, Index, Text, text
from sqlalchemy.schema import UniqueConstraint
from sqlmodel import Field

from keseimbangan.domain.blocks import BlockKind, BlockStatus, WorkLocation
from keseimbangan.domain.elements import Element
from keseimbangan.domain.planning_values import Reason
from keseimbangan.domain.tasks import Impact, TaskKind, TaskStatus
from keseimbangan.store.columns import Day, Flag, Instant, WallClock
from keseimbangan.store.tables.base import TABLE, Row, one_of, realisation


class TaskRow(Row, table=True):
    """Tasks, with their delegation."""

    __tablename__ = "tasks"
    __table_args__ = (
        one_of("status", TaskStatus),
        one_of("kind", TaskKind),
        one_of("impact", Impact),
        one_of("element", Element),
        CheckConstraint("estimate_minutes > 0", name="ck_estimate_minutes"),
        realisation(),
        # The everyday lists look only at what is open; ten years of done tasks stay out of them.
        Index("ix_tasks_open", "due", sqlite_where=text("status IN ('open', 'delegated')")),
        Index("ix_tasks_done_at", "done_at"),
        TABLE,
    )

    title: str = Field(sa_type=Text)
    status: TaskStatus = Field(sa_type=Text)
    important: bool = Field(sa_type=Flag)
    urgent: bool = Field(sa_type=Flag)
    triaged: bool = Field(sa_type=Flag)
    due: date | None = Field(default=None, sa_type=Day)
    estimate_minutes: int | None = None
    kind: TaskKind | None = Field(default=None, sa_type=Text)
    impact: Impact | None = Field(default=None, sa_type=Text)
    element: Element = Field(sa_type=Text)
    target_id: int | None = Field(
        default=None, foreign_key="targets.id", ondelete="SET NULL", index=True
    )
    parent_id: int | None = Field(
        default=None, foreign_key="tasks.id", ondelete="SET NULL", index=True
    )
    delegate_to: str | None = Field(default=None, sa_type=Text)
    delegate_instruction: str | None = Field(default=None, sa_type=Text)
    delegate_expected_result: str | None = Field(default=None, sa_type=Text)
    delegate_follow_up: date | None = Field(default=None, sa_type=Day)
    postponed: int = 0
    done_at: datetime | None = Field(default=None, sa_type=Instant)
    result: str | None = Field(default=None, sa_type=Text)
    evidence: str | None = Field(default=None, sa_type=Text)
    indicator_id: int | None = Field(
        default=None, foreign_key="indicators.id", ondelete="SET NULL", index=True
    )
    # In the unit of the indicator.
    realisation: float | None = Field(default=None, sa_type=REAL)
    # Code words of BerAKHLAK, with commas between.
    akhlak: str | None = Field(default=None, sa_type=Text)
    note: str | None = Field(default=None, sa_type=Text)
    not_before: date | None = Field(default=None, sa_type=Day)


class BlockRow(Row, table=True):
    """Single blocks, series (with a rule) and changed occurrences (with a series)."""

    __tablename__ = "blocks"
    __table_args__ = (
        one_of("element", Element),
        one_of("kind", BlockKind),
        one_of("status", BlockStatus),
        one_of("location", WorkLocation),
        CheckConstraint("starts_at < ends_at", name="ck_block_order"),
        realisation(),
        CheckConstraint(
            "(actual_starts_at IS NULL) = (actual_ends_at IS NULL)", name="ck_block_actual"
        ),
        CheckConstraint("rule IS NULL OR series_id IS NULL", name="ck_block_sort"),
        CheckConstraint(
            "(series_id IS NULL) = (recurrence_id IS NULL)", name="ck_block_recurrence"
        ),
        UniqueConstraint("series_id", "recurrence_id", name="uq_block_occurrence"),
        # A series is found by its rule, everything else by its time.
        Index("ix_blocks_time", "starts_at", sqlite_where=text("rule IS NULL")),
        Index("ix_blocks_series", "last_day", sqlite_where=text("rule IS NOT NULL")),
        TABLE,
    )

    title: str = Field(sa_type=Text)
    starts_at: datetime = Field(sa_type=Instant)
    ends_at: datetime = Field(sa_type=Instant)
    zone: str = Field(sa_type=Text)
    element: Element = Field(sa_type=Text)
    kind: BlockKind = Field(sa_type=Text)
    status: BlockStatus = Field(sa_type=Text)
    protected: bool = Field(sa_type=Flag)
    location: WorkLocation | None = Field(default=None, sa_type=Text)
    task_id: int | None = Field(
        default=None, foreign_key="tasks.id", ondelete="SET NULL", index=True
    )
    target_id: int | None = Field(
        default=None, foreign_key="targets.id", ondelete="SET NULL", index=True
    )
    note: str | None = Field(default=None, sa_type=Text)
    result: str | None = Field(default=None, sa_type=Text)
    evidence: str | None = Field(default=None, sa_type=Text)
    indicator_id: int | None = Field(
        default=None, foreign_key="indicators.id", ondelete="SET NULL", index=True
    )
    realisation: float | None = Field(default=None, sa_type=REAL)
    akhlak: str | None = Field(default=None, sa_type=Text)
    actual_starts_at: datetime | None = Field(default=None, sa_type=Instant)
    actual_ends_at: datetime | None = Field(default=None, sa_type=Instant)
    rule: str | None = Field(default=None, sa_type=Text)
    # The last day on which the series can have an occurrence; without one it never ends.
    last_day: date | None = Field(default=None, sa_type=Day)
    series_id: int | None = Field(default=None, foreign_key="blocks.id", ondelete="CASCADE")
    recurrence_id: datetime | None = Field(default=None, sa_type=WallClock)
    requested_by: str | None = Field(default=None, sa_type=Text)


class ExclusionRow(Row, table=True):
    """Occurrences taken out of a series (EXDATE), by their wall-clock start."""

    __tablename__ = "exclusions"
    __table_args__ = (UniqueConstraint("series_id", "recurrence_id"), TABLE)

    series_id: int = Field(foreign_key="blocks.id", ondelete="CASCADE")
    recurrence_id: datetime = Field(sa_type=WallClock)


class PlanRow(Row, table=True):
    """Plans that were applied: which days they were made for, and when."""

    __tablename__ = "plans"
    __table_args__ = (CheckConstraint("first <= last", name="ck_plan_order"), TABLE)

    first: date = Field(sa_type=Day)
    last: date = Field(sa_type=Day)
    zone: str = Field(sa_type=Text)
    applied_at: datetime = Field(sa_type=Instant)


class PlanPieceRow(Row, table=True):
    """The pieces of a plan as they were planned, whatever becomes of task and block."""

    __tablename__ = "plan_pieces"
    __table_args__ = (
        one_of("reason", Reason),
        CheckConstraint("starts_at < ends_at", name="ck_piece_order"),
        UniqueConstraint("plan_id", "position"),
        TABLE,
    )

    plan_id: int = Field(foreign_key="plans.id", ondelete="CASCADE")
    task_id: int | None = Field(
        default=None, foreign_key="tasks.id", ondelete="SET NULL", index=True
    )
    # No foreign key: a block that is deleted stays in the plan that made it.
    block_uid: str = Field(sa_type=Text, index=True)
    title: str = Field(sa_type=Text)
    starts_at: datetime = Field(sa_type=Instant, index=True)
    ends_at: datetime = Field(sa_type=Instant)
    reason: Reason = Field(sa_type=Text)
    position: int
    # A later plan has decided anew about this block.
    replaced: bool = Field(default=False, sa_type=Flag)
