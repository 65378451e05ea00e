"""How the values of the domain stand in the columns of a table."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Integer, Text
from sqlalchemy.types import TypeDecorator

from keseimbangan.store import values


class Instant(TypeDecorator[datetime]):
    """An aware datetime as UTC text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> str | None:
        return values.from_instant(value)

    def process_result_value(self, value: str | None, dialect: Any) -> datetime | None:
        return values.to_instant(value)


class WallClock(TypeDecorator[datetime]):
    """A naive datetime: the wall clock of the row's own zone."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> str | None:
        return values.from_wall(value)

    def process_result_value(self, value: str | None, dialect: Any) -> datetime | None:
        return values.to_wall(value)


class Day(TypeDecorator[date]):
    """A date as ISO text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Any) -> str | None:
        return values.from_day(value)

    def process_result_value(self, value: str | None, dialect: Any) -> date | None:
        return values.to_day(value)


class Flag(TypeDecorator[bool]):
    """A truth as 0 or 1."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Any) -> int | None:
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Any) -> bool | None:
        return None if value is None else bool(value)
