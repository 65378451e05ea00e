"""Performance targets (SKP), their indicators, and the dialogues about them."""

from datetime import date

from sqlalchemy import REAL, CheckConstraint, Text
from sqlmodel import Field

from keseimbangan.domain.targets import Aspect
from keseimbangan.store.columns import Day, Flag
from keseimbangan.store.tables.base import TABLE, Row, one_of


class TargetRow(Row, table=True):
    """Performance targets (SKP): the RHK of a year or of some months of it."""

    __tablename__ = "targets"
    __table_args__ = (
        CheckConstraint(
            "first_month BETWEEN 1 AND last_month AND last_month <= 12", name="ck_target_months"
        ),
        TABLE,
    )

    title: str = Field(sa_type=Text)
    year: int
    first_month: int = 1
    last_month: int = 12
    archived: bool = Field(default=False, sa_type=Flag)


class IndicatorRow(Row, table=True):
    """What a target is measured by: an amount of a unit, in one of the four aspects."""

    __tablename__ = "indicators"
    __table_args__ = (
        one_of("aspect", Aspect),
        CheckConstraint("amount > 0 AND amount < 1e12", name="ck_indicator_amount"),
        TABLE,
    )

    target_id: int = Field(foreign_key="targets.id", ondelete="CASCADE", index=True)
    aspect: Aspect = Field(sa_type=Text)
    name: str = Field(sa_type=Text)
    amount: float = Field(sa_type=REAL)
    unit: str = Field(sa_type=Text)


class DialogueRow(Row, table=True):
    """Notes of performance talks with a superior."""

    __tablename__ = "dialogues"
    __table_args__ = (TABLE,)

    day: date = Field(sa_type=Day, index=True)
    partner: str = Field(sa_type=Text)
    target_id: int | None = Field(
        default=None, foreign_key="targets.id", ondelete="SET NULL", index=True
    )
    note: str | None = Field(default=None, sa_type=Text)
    agreement: str | None = Field(default=None, sa_type=Text)
    follow_up: date | None = Field(default=None, sa_type=Day)
