"""How an own Ramadan and an agency's kinds of leave are read from the settings and written."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from keseimbangan.domain.period import ONE_DAY, DaySpan
from keseimbangan.i18n import _


def ramadan(value: Any) -> tuple[DaySpan, ...]:
    """`2027-02-08/2027-03-09`, first and last day, several parted by commas."""
    parts = [part.strip() for part in str(value).split(",") if part.strip(" –-")]
    try:
        spans = sorted(_span(part) for part in parts)
        if len({span.first.year for span in spans}) < len(spans):
            raise ValueError("a year has one Ramadan")
    except ValueError as error:
        raise ValueError(_("2027-02-08/2027-03-09 (hari pertama/hari terakhir)")) from error
    return tuple(spans)


def extra_leave(value: Any) -> tuple[tuple[str, int | None], ...]:
    """`pemulihan 10, sehat`: kinds of the agency's own, with the days a year where bounded."""
    parts = [part.strip() for part in str(value).split(",") if part.strip() not in ("", "–", "-")]
    found = [
        re.fullmatch(r"([^\W\d_]+(?:[ -][^\W\d_]+)*)(?:\s+(\d{1,3}))?", part) for part in parts
    ]
    names = [match[1].lower() for match in found if match]
    if not all(found) or len(set(names)) < len(names):
        raise ValueError(_("pemulihan 10, sehat (nama, lalu hari setahun bila dibatasi)"))
    return tuple((m[1].lower(), int(m[2]) if m[2] else None) for m in found if m)


def extra_leave_text(kinds: Iterable[tuple[str, int | None]]) -> str:
    """`pemulihan 10, sehat`."""
    return ", ".join(name if days is None else f"{name} {days}" for name, days in kinds)


def ramadan_text(spans: Iterable[DaySpan]) -> str:
    """`2027-02-08/2027-03-09`, several parted by commas."""
    return ", ".join(f"{span.first}/{span.last}" for span in spans)


def _span(text: str) -> DaySpan:
    first, last = (date.fromisoformat(day.strip()) for day in text.split("/"))
    span = DaySpan(first, last + ONE_DAY)
    if len(span) not in (29, 30):
        raise ValueError("a month of the moon has 29 or 30 days")
    return span
