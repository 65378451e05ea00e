"""Weekly reviews and monthly reflections."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Text
from sqlalchemy.schema import UniqueConstraint
from sqlmodel import Field

from keseimbangan.domain.review import Choice, ReviewStep
from keseimbangan.store.columns import Day, Flag, Instant
from keseimbangan.store.tables.base import TABLE, Row, one_of


class WeeklyReviewRow(Row, table=True):
    """One review per ISO week, as far as it has come."""

    __tablename__ = "weekly_reviews"
    __table_args__ = (one_of("step", ReviewStep), TABLE)

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
        TABLE,
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
    __table_args__ = (one_of("choice", Choice), UniqueConstraint("review_id", "task_id"), TABLE)

    review_id: int = Field(foreign_key="weekly_reviews.id", ondelete="CASCADE")
    task_id: int = Field(foreign_key="tasks.id", ondelete="CASCADE", index=True)
    choice: Choice = Field(sa_type=Text)
    until: date | None = Field(default=None, sa_type=Day)
    to: str | None = Field(default=None, sa_type=Text)


class MonthlyReflectionRow(Row, table=True):
    """One reflection per month."""

    __tablename__ = "monthly_reflections"
    __table_args__ = (TABLE,)

    month: str = Field(sa_type=Text, unique=True)
    written_at: datetime = Field(sa_type=Instant)
    worked: str | None = Field(default=None, sa_type=Text)
    improve: str | None = Field(default=None, sa_type=Text)
    adjust: str | None = Field(default=None, sa_type=Text)
    habit: str | None = Field(default=None, sa_type=Text)
