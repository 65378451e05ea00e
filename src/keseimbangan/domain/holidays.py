"""Holidays, collective leave and Ramadan: what the program knows, and what a person knows better.

What it knows is dated data (`dated.py`, rendered from `data/*.toml`): joint decrees (SKB), and
estimates where there is none yet. A person's own entry stands above it, day by day; a cancelled one
makes the day an ordinary one.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from keseimbangan.domain.dated import DECREES, HOLIDAYS, RAMADAN
from keseimbangan.domain.period import DaySpan


class HolidayKind(StrEnum):
    """Whose holiday it is."""

    NATIONAL = "national"
    COLLECTIVE = "collective"
    AGENCY = "agency"
    REGIONAL = "regional"


class Certainty(StrEnum):
    """Whether a decree says so."""

    OFFICIAL = "official"
    ESTIMATE = "estimate"


class Holiday(NamedTuple):
    """A day off for all. `number` and `uid` are those of a person's own entry."""

    day: date
    name: str
    kind: HolidayKind
    certainty: Certainty = Certainty.OFFICIAL
    basis: str | None = None
    english: str | None = None
    cancelled: bool = False
    number: int | None = None
    uid: str | None = None


Own = Mapping[date, Holiday]


def holiday_on(day: date, own: Own) -> Holiday | None:
    """The holiday of a day, if it is one."""
    found = own.get(day) or shipped_on(day)
    return None if found is None or found.cancelled else found


def holidays_of(year: int, own: Own) -> list[Holiday]:
    """The holidays of a year in order, a person's own and the cancelled ones among them."""
    days = {date.fromisoformat(text) for text in HOLIDAYS if text.startswith(f"{year:04d}-")}
    days |= {day for day in own if day.year == year}
    return [found for day in sorted(days) if (found := own.get(day) or shipped_on(day))]


def cancelled(holiday: Holiday, uid: str) -> Holiday:
    """The entry by which a holiday that the program knows becomes an ordinary day."""
    return holiday._replace(cancelled=True, uid=holiday.uid or uid)


def adopted(holiday: Holiday, uid: str) -> Holiday:
    """The same as a person's own entry: what they say is neither estimated nor translated."""
    own_uid = holiday.uid or uid
    return holiday._replace(
        certainty=Certainty.OFFICIAL, english=None, cancelled=False, uid=own_uid
    )


def shipped_on(day: date) -> Holiday | None:
    """What the program knows of a day."""
    row = HOLIDAYS.get(day.isoformat())
    if row is None:
        return None
    kind, certainty, decree, name, english = row
    return Holiday(day, name, HolidayKind(kind), Certainty(certainty), DECREES.get(decree), english)


def lacks_collective_leave(year: int, own: Own) -> bool:
    """Whether no collective leave is known for a year, because its decree is not."""
    prefix = f"{year:04d}-"
    shipped = any(
        text.startswith(prefix) and row[0] == HolidayKind.COLLECTIVE
        for text, row in HOLIDAYS.items()
    )
    return not shipped and not any(
        day.year == year and each.kind is HolidayKind.COLLECTIVE for day, each in own.items()
    )


def lacks_holidays(year: int, own: Own) -> bool:
    """Whether no holiday at all is known for a year."""
    known = any(text.startswith(f"{year:04d}-") for text in HOLIDAYS)
    return not known and not any(day.year == year for day in own)


def is_fasting(day: date, own: Iterable[DaySpan] = ()) -> bool:
    """Whether a day lies in Ramadan."""
    mine = [span for span in own if span.first.year == day.year]
    if mine:
        return any(day in span for span in mine)
    text = day.isoformat()
    return any(first <= text <= last for first, last, _certainty in RAMADAN)
