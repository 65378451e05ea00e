"""What other calendars were given."""

from datetime import datetime

from sqlalchemy import Text
from sqlalchemy.schema import UniqueConstraint
from sqlmodel import Field

from keseimbangan.store.columns import Instant
from keseimbangan.store.tables.base import TABLE, Row


class ExportedEventRow(Row, table=True):
    """What the calendar has been given: `uid` is the event's UID, which is never reused."""

    __tablename__ = "exported_events"
    __table_args__ = (
        UniqueConstraint("block_uid", "recurrence_id", "generation"),
        TABLE,
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
