"""What all tables share: the columns of every row, and the constraints that several have."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, Text
from sqlmodel import Field, SQLModel

from keseimbangan.store.columns import Instant

# Numbers are shown to people and written in their notes, so AUTOINCREMENT: none is ever reused.
TABLE = {"sqlite_autoincrement": True, "sqlite_strict": True}


class Row(SQLModel):
    """What every row has: a number to type, a UUID that survives export and merge, two stamps."""

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(sa_type=Text, unique=True)
    created_at: datetime = Field(sa_type=Instant)
    changed_at: datetime = Field(sa_type=Instant)


def one_of(column: str, words: type[StrEnum]) -> CheckConstraint:
    """The column holds one of the words of the domain."""
    listed = ", ".join(f"'{word.value}'" for word in words)
    return CheckConstraint(f"{column} IN ({listed})", name=f"ck_{column}")


def within(column: str, least: int, most: int) -> CheckConstraint:
    """The column holds a number from `least` to `most`."""
    return CheckConstraint(f"{column} BETWEEN {least} AND {most}", name=f"ck_{column}")


def realisation() -> CheckConstraint:
    """What was realised is an amount as people write them."""
    return CheckConstraint("realisation >= 0 AND realisation < 1e12", name="ck_realisation")
