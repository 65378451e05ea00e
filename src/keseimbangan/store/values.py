"""How a value of the domain stands in a column, and back. Absent stays absent.

What no command could have written is refused with a ValueError, which `complaints.py` takes for
damage: read on, it would come to grief where nobody expects it.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import overload

from keseimbangan.domain.akhlak import Akhlak

# As text: dates are understood from 1970 to 2200, in UTC they begin a day early and end a day late.
_FIRST, _BEYOND = "1969-12-31", "2201-01-02"


@overload
def from_instant(value: datetime) -> str: ...
@overload
def from_instant(value: None) -> None: ...
@overload
def from_instant(value: datetime | None) -> str | None: ...
def from_instant(value: datetime | None) -> str | None:
    """`2026-11-23T00:30:00Z`: whole seconds, UTC."""
    return None if value is None else value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@overload
def to_instant(value: str) -> datetime: ...
@overload
def to_instant(value: None) -> None: ...
@overload
def to_instant(value: str | None) -> datetime | None: ...
def to_instant(value: str | None) -> datetime | None:
    """The aware datetime of a stored instant."""
    if value is None:
        return None
    # Without its Z it would be read as the time of this computer.
    if value[-1:] != "Z":
        raise ValueError(value)
    return datetime.fromisoformat(_possible(value))


@overload
def from_day(value: date) -> str: ...
@overload
def from_day(value: None) -> None: ...
@overload
def from_day(value: date | None) -> str | None: ...
def from_day(value: date | None) -> str | None:
    """`2026-11-23`."""
    return None if value is None else value.isoformat()


@overload
def to_day(value: str) -> date: ...
@overload
def to_day(value: None) -> None: ...
@overload
def to_day(value: str | None) -> date | None: ...
def to_day(value: str | None) -> date | None:
    """The date of a stored day."""
    return None if value is None else date.fromisoformat(_possible(value))


@overload
def from_wall(value: datetime) -> str: ...
@overload
def from_wall(value: None) -> None: ...
@overload
def from_wall(value: datetime | None) -> str | None: ...
def from_wall(value: datetime | None) -> str | None:
    """`2026-11-23T07:30`: the wall clock of the row's own zone."""
    return None if value is None else value.strftime("%Y-%m-%dT%H:%M")


@overload
def to_wall(value: str) -> datetime: ...
@overload
def to_wall(value: None) -> None: ...
@overload
def to_wall(value: str | None) -> datetime | None: ...
def to_wall(value: str | None) -> datetime | None:
    """The naive datetime of a stored wall clock."""
    # No zone on purpose: the zone stands in its own column.
    return None if value is None else datetime.fromisoformat(_possible(value))


def from_akhlak(values: Iterable[Akhlak]) -> str | None:
    """`accountable,adaptive`."""
    return ",".join(value.value for value in values) or None


def to_akhlak(value: str | None) -> tuple[Akhlak, ...]:
    """The values of conduct in a stored text."""
    return tuple(Akhlak(word) for word in value.split(",")) if value else ()


def _possible(text: str) -> str:
    if not _FIRST <= text < _BEYOND:
        raise ValueError(text)
    return text
