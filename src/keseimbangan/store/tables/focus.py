"""Focus sessions and what broke into them."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, Text, text
from sqlmodel import Field

from keseimbangan.domain.focus import FocusState
from keseimbangan.store.columns import Flag, Instant
from keseimbangan.store.tables.base import TABLE, Row, one_of


class FocusSessionRow(Row, table=True):
    """Focus sessions, one row per round."""

    __tablename__ = "focus_sessions"
    __table_args__ = (
        one_of("state", FocusState),
        CheckConstraint("focused_seconds >= 0", name="ck_focused_seconds"),
        Index("ix_focus_sessions_live", "id", sqlite_where=text("ended_at IS NULL")),
        Index("ix_focus_sessions_break", "id", sqlite_where=text("state = 'break'")),
        TABLE,
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
    __table_args__ = (TABLE,)

    session_id: int = Field(foreign_key="focus_sessions.id", ondelete="CASCADE", index=True)
    at: datetime = Field(sa_type=Instant)
    note: str = Field(sa_type=Text)
