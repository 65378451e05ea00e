"""The stress journal. No other table refers to these."""

from datetime import datetime

from sqlalchemy import Text
from sqlalchemy.schema import UniqueConstraint
from sqlmodel import Field

from keseimbangan.store.columns import Instant
from keseimbangan.store.tables.base import TABLE, Row, within


class StressEntryRow(Row, table=True):
    """The stress journal. Nothing else in the store refers to it."""

    __tablename__ = "stress_entries"
    __table_args__ = (
        within("level", 0, 10),
        within("helped", 0, 10),
        within("demand", 0, 10),
        within("control", 0, 10),
        TABLE,
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
    __table_args__ = (UniqueConstraint("entry_id", "name"), TABLE)

    entry_id: int = Field(foreign_key="stress_entries.id", ondelete="CASCADE")
    name: str = Field(sa_type=Text)
    position: int
