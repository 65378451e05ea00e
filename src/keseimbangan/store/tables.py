"""The one definition of the schema. `compile.py` renders it to `compiled.py`, which runs.

Instants are UTC text (`2026-11-23T00:30:00Z`), days ISO text, so that they sort as they are and any
SQLite tool shows them readably. Tables are STRICT and enumerations are checked: what does not fit
the domain cannot get in by another door either.
"""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, Index, Text, text
from sqlalchemy.schema import UniqueConstraint
from sqlmodel import Field, SQLModel

from keseimbangan.domain.blocks import BlockKind, BlockStatus, WorkLocation
from keseimbangan.domain.elements import Element
from keseimbangan.domain.focus import FocusState
from keseimbangan.domain.holidays import HolidayKind
from keseimbangan.domain.review import Choice, ReviewStep
from keseimbangan.domain.tasks import Impact, TaskKind, TaskStatus
from keseimbangan.domain.workdays import Half
from keseimbangan.store.columns import Day, Flag, Instant, WallClock


def _one_of(column: str, words: type[StrEnum]) -> CheckConstraint:
    listed = ", ".join(f"'{word.value}'" for word in words)
    return CheckConstraint(f"{column} IN ({listed})", name=f"ck_{column}")


def _within(column: str, least: int, most: int) -> CheckConstraint:
    return CheckConstraint(f"{column} BETWEEN {least} AND {most}", name=f"ck_{column}")


# Numbers are shown to people and written in their notes, so AUTOINCREMENT: none is ever reused.
_TABLE = {"sqlite_autoincrement": True, "sqlite_strict": True}


class Row(SQLModel):
    """What every row has: a number to type, a UUID that survives export and merge, two stamps."""

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(sa_type=Text, unique=True)
    created_at: datetime = Field(sa_type=Instant)
    changed_at: datetime = Field(sa_type=Instant)


class TargetRow(Row, table=True):
    """Performance targets (SKP): the RHK of a year."""

    __tablename__ = "targets"
    __table_args__ = (_TABLE,)

    title: str = Field(sa_type=Text)
    year: int
    archived: bool = Field(default=False, sa_type=Flag)


class TaskRow(Row, table=True):
    """Tasks, with their delegation."""

    __tablename__ = "tasks"
    __table_args__ = (
        _one_of("status", TaskStatus),
        _one_of("kind", TaskKind),
        _one_of("impact", Impact),
        _one_of("element", Element),
        CheckConstraint("estimate_minutes > 0", name="ck_estimate_minutes"),
        # The everyday lists look only at what is open; ten years of done tasks stay out of them.
        Index("ix_tasks_open", "due", sqlite_where=text("status IN ('open', 'delegated')")),
        Index("ix_tasks_done_at", "done_at"),
        _TABLE,
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
    note: str | None = Field(default=None, sa_type=Text)


class BlockRow(Row, table=True):
    """Single blocks, series (with a rule) and changed occurrences (with a series)."""

    __tablename__ = "blocks"
    __table_args__ = (
        _one_of("element", Element),
        _one_of("kind", BlockKind),
        _one_of("status", BlockStatus),
        _one_of("location", WorkLocation),
        CheckConstraint("starts_at < ends_at", name="ck_block_order"),
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
        _TABLE,
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
    actual_starts_at: datetime | None = Field(default=None, sa_type=Instant)
    actual_ends_at: datetime | None = Field(default=None, sa_type=Instant)
    rule: str | None = Field(default=None, sa_type=Text)
    # The last day on which the series can have an occurrence; without one it never ends.
    last_day: date | None = Field(default=None, sa_type=Day)
    series_id: int | None = Field(default=None, foreign_key="blocks.id", ondelete="CASCADE")
    recurrence_id: datetime | None = Field(default=None, sa_type=WallClock)


class ExclusionRow(Row, table=True):
    """Occurrences taken out of a series (EXDATE), by their wall-clock start."""

    __tablename__ = "exclusions"
    __table_args__ = (UniqueConstraint("series_id", "recurrence_id"), _TABLE)

    series_id: int = Field(foreign_key="blocks.id", ondelete="CASCADE")
    recurrence_id: datetime = Field(sa_type=WallClock)


class FocusSessionRow(Row, table=True):
    """Focus sessions, one row per round."""

    __tablename__ = "focus_sessions"
    __table_args__ = (
        _one_of("state", FocusState),
        CheckConstraint("focused_seconds >= 0", name="ck_focused_seconds"),
        Index("ix_focus_sessions_live", "id", sqlite_where=text("ended_at IS NULL")),
        Index("ix_focus_sessions_break", "id", sqlite_where=text("state = 'break'")),
        _TABLE,
    )

    task_id: int | None = Field(
        default=None, foreign_key="tasks.id", ondelete="SET NULL", index=True
    )
    block_id: int | None = Field(
        default=None, foreign_key="blocks.id", ondelete="SET NULL", index=True
    )
    started_at: datetime = Field(sa_type=Instant, index=True)
    ended_at: datetime | None = Field(default=None, sa_type=Instant)
    zone: str = Field(sa_type=Text)
    planned_minutes: int
    break_minutes: int
    long_break_minutes: int
    state: FocusState = Field(sa_type=Text)
    cycle: str | None = Field(default=None, sa_type=Text)
    round: int = 1
    rounds: int = 1
    focused_seconds: int = 0
    seen_at: datetime | None = Field(default=None, sa_type=Instant)
    paused_at: datetime | None = Field(default=None, sa_type=Instant)
    background: bool = Field(default=False, sa_type=Flag)
    break_started_at: datetime | None = Field(default=None, sa_type=Instant)


class InterruptionRow(Row, table=True):
    """What broke into a focus session."""

    __tablename__ = "interruptions"
    __table_args__ = (_TABLE,)

    session_id: int = Field(foreign_key="focus_sessions.id", ondelete="CASCADE", index=True)
    at: datetime = Field(sa_type=Instant)
    note: str = Field(sa_type=Text)


class StressEntryRow(Row, table=True):
    """The stress journal. Nothing else in the store refers to it."""

    __tablename__ = "stress_entries"
    __table_args__ = (
        _within("level", 0, 10),
        _within("helped", 0, 10),
        _within("demand", 0, 10),
        _within("control", 0, 10),
        _TABLE,
    )

    week: str = Field(sa_type=Text, index=True)
    written_at: datetime = Field(sa_type=Instant, index=True)
    zone: str = Field(sa_type=Text)
    level: int
    main_cause: str | None = Field(default=None, sa_type=Text)
    coping: str | None = Field(default=None, sa_type=Text)
    helped: int | None = None
    demand: int | None = None
    control: int | None = None
    note: str | None = Field(default=None, sa_type=Text)


class StressTriggerRow(Row, table=True):
    """The triggers of an entry, in the order in which they were named."""

    __tablename__ = "stress_triggers"
    __table_args__ = (UniqueConstraint("entry_id", "name"), _TABLE)

    entry_id: int = Field(foreign_key="stress_entries.id", ondelete="CASCADE")
    name: str = Field(sa_type=Text)
    position: int


class WeeklyReviewRow(Row, table=True):
    """One review per ISO week, as far as it has come."""

    __tablename__ = "weekly_reviews"
    __table_args__ = (_one_of("step", ReviewStep), _TABLE)

    week: str = Field(sa_type=Text, unique=True)
    started_at: datetime = Field(sa_type=Instant)
    finished_at: datetime | None = Field(default=None, sa_type=Instant)
    step: ReviewStep = Field(sa_type=Text)
    learned: str | None = Field(default=None, sa_type=Text)


class ReviewItemRow(Row, table=True):
    """Small wins and priorities of a review."""

    __tablename__ = "review_items"
    __table_args__ = (
        CheckConstraint("kind IN ('win', 'priority')", name="ck_kind"),
        UniqueConstraint("review_id", "kind", "position"),
        _TABLE,
    )

    review_id: int = Field(foreign_key="weekly_reviews.id", ondelete="CASCADE")
    kind: str = Field(sa_type=Text)
    position: int
    text: str = Field(sa_type=Text)
    task_id: int | None = Field(
        default=None, foreign_key="tasks.id", ondelete="SET NULL", index=True
    )
    # Whether the block for a priority was decided on, so that a resumed review asks on from there.
    settled: bool = Field(default=False, sa_type=Flag)


class ReviewDecisionRow(Row, table=True):
    """What a review decided for a task that was not done."""

    __tablename__ = "review_decisions"
    __table_args__ = (_one_of("choice", Choice), UniqueConstraint("review_id", "task_id"), _TABLE)

    review_id: int = Field(foreign_key="weekly_reviews.id", ondelete="CASCADE")
    task_id: int = Field(foreign_key="tasks.id", ondelete="CASCADE", index=True)
    choice: Choice = Field(sa_type=Text)
    until: date | None = Field(default=None, sa_type=Day)
    to: str | None = Field(default=None, sa_type=Text)


class MonthlyReflectionRow(Row, table=True):
    """One reflection per month."""

    __tablename__ = "monthly_reflections"
    __table_args__ = (_TABLE,)

    month: str = Field(sa_type=Text, unique=True)
    written_at: datetime = Field(sa_type=Instant)
    worked: str | None = Field(default=None, sa_type=Text)
    improve: str | None = Field(default=None, sa_type=Text)
    adjust: str | None = Field(default=None, sa_type=Text)
    habit: str | None = Field(default=None, sa_type=Text)


class HolidayRow(Row, table=True):
    """A person's own holidays, one a day; a cancelled one makes a known holiday an ordinary day."""

    __tablename__ = "holidays"
    __table_args__ = (_one_of("kind", HolidayKind), _TABLE)

    day: date = Field(sa_type=Day, unique=True)
    name: str = Field(sa_type=Text)
    kind: HolidayKind = Field(sa_type=Text)
    basis: str | None = Field(default=None, sa_type=Text)
    cancelled: bool = Field(default=False, sa_type=Flag)


class LeaveRow(Row, table=True):
    """Own leave; the kind is a word, because agencies have kinds of their own."""

    __tablename__ = "leaves"
    __table_args__ = (
        _one_of("half", Half),
        CheckConstraint("first <= last", name="ck_leave_order"),
        CheckConstraint("half IS NULL OR first = last", name="ck_leave_half"),
        Index("ix_leaves_last", "last"),
        _TABLE,
    )

    kind: str = Field(sa_type=Text)
    first: date = Field(sa_type=Day)
    last: date = Field(sa_type=Day)
    half: Half | None = Field(default=None, sa_type=Text)
    letter: str | None = Field(default=None, sa_type=Text)
    note: str | None = Field(default=None, sa_type=Text)


class LocationDayRow(Row, table=True):
    """Where one worked on a day, by which letter, and what came of it."""

    __tablename__ = "location_days"
    __table_args__ = (
        _one_of("location", WorkLocation),
        CheckConstraint("(start_time IS NULL) = (end_time IS NULL)", name="ck_location_hours"),
        _TABLE,
    )

    day: date = Field(sa_type=Day, unique=True)
    location: WorkLocation = Field(sa_type=Text)
    basis: str | None = Field(default=None, sa_type=Text)
    # Wall clock, `08:00`.
    start_time: str | None = Field(default=None, sa_type=Text)
    end_time: str | None = Field(default=None, sa_type=Text)
    output: str | None = Field(default=None, sa_type=Text)
    evidence: str | None = Field(default=None, sa_type=Text)
    obstacle: str | None = Field(default=None, sa_type=Text)


class OvertimeRow(Row, table=True):
    """Overtime, with the number of its letter (SPKL) where there is one."""

    __tablename__ = "overtimes"
    __table_args__ = (CheckConstraint("starts_at < ends_at", name="ck_overtime_order"), _TABLE)

    starts_at: datetime = Field(sa_type=Instant, index=True)
    ends_at: datetime = Field(sa_type=Instant)
    zone: str = Field(sa_type=Text)
    letter: str | None = Field(default=None, sa_type=Text)
    reason: str | None = Field(default=None, sa_type=Text)


class ExportedEventRow(Row, table=True):
    """What the calendar has been given: `uid` is the event's UID, which is never reused."""

    __tablename__ = "exported_events"
    __table_args__ = (
        UniqueConstraint("block_uid", "recurrence_id", "generation"),
        _TABLE,
    )

    block_uid: str = Field(sa_type=Text)
    # The day within a series; empty, not NULL, for a single block: NULLs are unequal.
    recurrence_id: str = Field(default="", sa_type=Text)
    generation: int = 1
    sequence: int = 0
    # Empty until a file with this state is known to be in its place.
    digest: str = Field(sa_type=Text)
    stamped_at: datetime = Field(sa_type=Instant)
    title: str = Field(sa_type=Text)
    starts_at: datetime = Field(sa_type=Instant, index=True)
    ends_at: datetime = Field(sa_type=Instant)
    removed_at: datetime | None = Field(default=None, sa_type=Instant)
