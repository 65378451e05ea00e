"""The two tables of the change log. Triggers write them, see `triggers.py`."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Text
from sqlmodel import Field, SQLModel

from keseimbangan.domain.steps import StepState
from keseimbangan.store.columns import Instant

_STATES = ", ".join(f"'{state}'" for state in StepState)

# Not what a person keeps but how it came about: neither exported nor merged nor itself logged.
LOG_TABLES = ("steps", "changes")


class StepRow(SQLModel, table=True):
    """What one command wrote. `created_at` is when; `changed_at` when it was last added to."""

    __tablename__ = "steps"
    # A number of a step that is gone must not be taken for that of another, so AUTOINCREMENT.
    __table_args__ = (
        CheckConstraint(f"state IN ({_STATES})", name="ck_state"),
        {"sqlite_autoincrement": True, "sqlite_strict": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    created_at: datetime = Field(sa_type=Instant)
    changed_at: datetime = Field(sa_type=Instant)
    # The words of the command and nothing that was typed after them.
    command: str = Field(sa_type=Text)
    state: StepState = Field(sa_type=Text)


class ChangeRow(SQLModel, table=True):
    """One row that a step touched: its image on the far side of the step, NULL if not there."""

    __tablename__ = "changes"
    __table_args__ = ({"sqlite_strict": True, "sqlite_with_rowid": False},)

    step_id: int = Field(foreign_key="steps.id", ondelete="CASCADE", primary_key=True)
    table_name: str = Field(sa_type=Text, primary_key=True)
    row_id: int = Field(primary_key=True)
    image: str | None = Field(default=None, sa_type=Text)
