"""The months of a performance target as people write them: `2026`, `2026-TW1`, `2026-03`."""

import re
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from keseimbangan.domain.dates import MONTHS, folded, parse_month
from keseimbangan.domain.targets import WHOLE_YEAR
from keseimbangan.errors.targets import UnreadableTargetPeriod
from keseimbangan.errors.text import UnreadablePeriod

FIRST_YEAR, LAST_YEAR = 2000, 2100

_QUARTER = r"(?:(\d{4})[- ]?)?(?:tw|triwulan|q|quarter)[- ]?([1-4])(?:[- ](\d{4}))?"


class TargetPeriod(NamedTuple):
    """Months of one year, the first and the last included."""

    year: int
    first_month: int
    last_month: int


def parse_target_period(text: str, today: date) -> TargetPeriod:
    """A year, a quarter or a month, 2000 to 2100; without its year it is one of this year.

    Raises UnreadableTargetPeriod.
    """
    words = folded(text)
    period = _year(words) or _quarter(words, today) or _month(words, today)
    if period is None or not FIRST_YEAR <= period.year <= LAST_YEAR:
        raise UnreadableTargetPeriod(text)
    return period


def _year(words: str) -> TargetPeriod | None:
    match = re.fullmatch(r"(?:tahun |year )?(\d{4})", words)
    return TargetPeriod(int(match[1]), *WHOLE_YEAR) if match else None


def _quarter(words: str, today: date) -> TargetPeriod | None:
    match = re.fullmatch(_QUARTER, words)
    if not match or (match[1] and match[3]):
        return None
    last = int(match[2]) * 3
    return TargetPeriod(int(match[1] or match[3] or today.year), last - 2, last)


def _month(words: str, today: date) -> TargetPeriod | None:
    if words in MONTHS:
        return TargetPeriod(today.year, MONTHS[words], MONTHS[words])
    with suppress(UnreadablePeriod):
        first = parse_month(words, today).first
        return TargetPeriod(first.year, first.month, first.month)
    return None
