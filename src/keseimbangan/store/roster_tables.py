"""The tables of rosters, beside `tables.py` and by its rules."""

from datetime import date

from sqlalchemy import CheckConstraint, Text
from sqlmodel import Field

from keseimbangan.store.columns import Day
from keseimbangan.store.tables import Row

_TABLE = {"sqlite_autoincrement": True, "sqlite_strict": True}


class ShiftRow(Row, table=True):
    """Shifts by the day on which they start; one without hours is a day off by the roster."""

    __tablename__ = "shifts"
    __table_args__ = (
        CheckConstraint("(start_time IS NULL) = (end_time IS NULL)", name="ck_shift_hours"),
        CheckConstraint("(break_start IS NULL) = (break_end IS NULL)", name="ck_shift_break"),
        CheckConstraint("start_time IS NOT NULL OR break_start IS NULL", name="ck_shift_off"),
        _TABLE,
    )

    day: date = Field(sa_type=Day, unique=True)
    # A code word, or what the agency calls it.
    name: str = Field(sa_type=Text)
    # Wall clock, `21:00`; the end lies on the next day unless it is later than the start.
    start_time: str | None = Field(default=None, sa_type=Text)
    end_time: str | None = Field(default=None, sa_type=Text)
    break_start: str | None = Field(default=None, sa_type=Text)
    break_end: str | None = Field(default=None, sa_type=Text)
