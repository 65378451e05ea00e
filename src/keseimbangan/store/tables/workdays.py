"""What decides working days: holidays, leave, places, overtime, shifts."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, Text
from sqlmodel import Field

from keseimbangan.domain.blocks import WorkLocation
from keseimbangan.domain.holidays import HolidayKind
from keseimbangan.domain.workdays import Half
from keseimbangan.store.columns import Day, Flag, Instant
from keseimbangan.store.tables.base import TABLE, Row, one_of


class HolidayRow(Row, table=True):
    """A person's own holidays, one a day; a cancelled one makes a known holiday an ordinary day."""

    __tablename__ = "holidays"
    __table_args__ = (one_of("kind", HolidayKind), TABLE)

    day: date = Field(sa_type=Day, unique=True)
    name: str = Field(sa_type=Text)
    kind: HolidayKind = Field(sa_type=Text)
    basis: str | None = Field(default=None, sa_type=Text)
    cancelled: bool = Field(default=False, sa_type=Flag)


class LeaveRow(Row, table=True):
    """Own leave; the kind is a word, because agencies have kinds of their own."""

    __tablename__ = "leaves"
    __table_args__ = (
        one_of("half", Half),
        CheckConstraint("first <= last", name="ck_leave_order"),
        CheckConstraint("half IS NULL OR first = last", name="ck_leave_half"),
        Index("ix_leaves_last", "last"),
        TABLE,
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
        one_of("location", WorkLocation),
        CheckConstraint("(start_time IS NULL) = (end_time IS NULL)", name="ck_location_hours"),
        TABLE,
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
    __table_args__ = (CheckConstraint("starts_at < ends_at", name="ck_overtime_order"), TABLE)

    starts_at: datetime = Field(sa_type=Instant, index=True)
    ends_at: datetime = Field(sa_type=Instant)
    zone: str = Field(sa_type=Text)
    letter: str | None = Field(default=None, sa_type=Text)
    reason: str | None = Field(default=None, sa_type=Text)


class ShiftRow(Row, table=True):
    """Shifts by the day on which they start; one without hours is a day off by the roster."""

    __tablename__ = "shifts"
    __table_args__ = (
        CheckConstraint("(start_time IS NULL) = (end_time IS NULL)", name="ck_shift_hours"),
        CheckConstraint("(break_start IS NULL) = (break_end IS NULL)", name="ck_shift_break"),
        CheckConstraint("start_time IS NOT NULL OR break_start IS NULL", name="ck_shift_off"),
        TABLE,
    )

    day: date = Field(sa_type=Day, unique=True)
    # A code word, or what the agency calls it.
    name: str = Field(sa_type=Text)
    # Wall clock, `21:00`; the end lies on the next day unless it is later than the start.
    start_time: str | None = Field(default=None, sa_type=Text)
    end_time: str | None = Field(default=None, sa_type=Text)
    break_start: str | None = Field(default=None, sa_type=Text)
    break_end: str | None = Field(default=None, sa_type=Text)
