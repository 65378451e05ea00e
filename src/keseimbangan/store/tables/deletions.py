"""What was deleted, so that another computer does not bring it back."""

from sqlalchemy import Text
from sqlmodel import Field

from keseimbangan.store.tables.base import TABLE, Row


class DeletionRow(Row, table=True):
    """That a row is gone since `changed_at`: `uid` was its UUID, and nothing else is kept of it."""

    __tablename__ = "deletions"
    __table_args__ = (TABLE,)

    table_name: str = Field(sa_type=Text)
