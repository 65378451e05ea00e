"""Times of day, ranges and durations as a person writes them, in Indonesian or English.

A range ends after it starts, on one day. Only a night may run into the next day: it starts at
18.00 or later and ends at 12.00 or earlier, because `22.00-01.00` is a late shift, but
`10.00-09.00` is nearly always two hours swapped. A duration that is said (`20.00+14 jam`) needs no
such guess.
"""

import re
from datetime import date, datetime, time
from typing import NamedTuple

from keseimbangan.domain.dates import folded
from keseimbangan.domain.period import ONE_DAY, Period, instant
from keseimbangan.errors.text import (
    BackwardRange,
    DurationOutOfBounds,
    UnreadableDuration,
    UnreadableRange,
    UnreadableTime,
)

DAY_MINUTES = 24 * 60
NIGHT_STARTS, NIGHT_ENDS = 18 * 60, 12 * 60

# First and last hour that each word can mean; the written hour is one of 12 or of 24.
_DAY_PARTS = {
    "dini hari": (0, 5),
    "pagi": (0, 11),
    "siang": (10, 15),
    "sore": (15, 18),
    "petang": (15, 19),
    "malam": (18, 23),
}
_DASHES = str.maketrans("–—−‑", "----")
_NOON = ("noon", "tengah hari")
_CLOCK = r"(?:pukul |jam |pk )?(?:(\d{1,2})(?:[.:](\d{2}))?|(\d{2})(\d{2}))(?: ?([a-z ]+))?"
_UNTIL = r" ?(?:-|\bs\.d\.|\bsd\b|\bs/d\b|\bsampai\b|\bhingga\b|\bto\b|\buntil\b) ?"
_HOURS = r"(?:j|jam|h|hrs?|hours?)"
_MINUTES = r"(?:m|mnt|menit|mins?|minutes?)"
_DURATION = (
    rf"(?P<m>\d{{1,6}}) ?{_MINUTES}?",
    rf"(?P<h>\d{{1,6}})(?:[.,](?P<part>\d{{1,4}}))? ?{_HOURS}",
    rf"(?P<h>\d{{1,6}}) ?{_HOURS} ?(?P<m>[0-5]?\d)(?: ?{_MINUTES})?",
    r"(?P<h>\d{1,2}):(?P<m>[0-5]\d)",
)
_SPOKEN = {
    **dict.fromkeys(("setengah jam", "half an hour", "half hour"), 30),
    **dict.fromkeys(("sejam", "satu jam", "an hour", "one hour"), 60),
    **dict.fromkeys(("satu setengah jam", "an hour and a half"), 90),
}


class TimeRange(NamedTuple):
    """Two times on the wall clock; the end belongs to the next day unless it is later."""

    start: time
    end: time

    @property
    def crosses_midnight(self) -> bool:
        """Whether it ends on the next day, be it at 00.00."""
        return self.end <= self.start

    def on(self, day: date, zone: str) -> Period:
        """The instants in UTC when it starts on `day` on the wall clock of `zone`.

        Where a change of clocks swallows the start, the range keeps its length.
        """
        last = day + ONE_DAY if self.crosses_midnight else day
        start, end = instant(day, self.start, zone), instant(last, self.end, zone)
        length = datetime.combine(last, self.end) - datetime.combine(day, self.start)
        return Period(start, end if end > start else start + length)


def parse_time(text: str) -> time:
    """The time of day, 00.00 to 23.59; 24.00 can only end a range. Raises UnreadableTime."""
    minutes = _clock(folded(text))
    if minutes is None or minutes >= DAY_MINUTES:
        raise UnreadableTime(text)
    return _time(minutes)


def parse_time_range(text: str) -> TimeRange:
    """Two times, or a time and how long it lasts (`08.00+90m`, `08.00 1j30m`).

    Raises UnreadableRange, BackwardRange by the rule above, or DurationOutOfBounds.
    """
    words = folded(text.translate(_DASHES))
    if lasting := _lasting(words):
        return lasting
    ends = _ends(words)
    if ends is None or ends[0] >= DAY_MINUTES:
        raise UnreadableRange(text)
    start, end = ends
    if end <= start and not (start >= NIGHT_STARTS and end <= NIGHT_ENDS):
        raise BackwardRange(text)
    return TimeRange(_time(start), _time(end))


def parse_duration(text: str, least: int = 1, most: int = DAY_MINUTES) -> int:
    """Whole minutes, to the nearest; a bare number is minutes and `1:30` is an hour and a half.

    Raises UnreadableDuration, or DurationOutOfBounds outside `least` and `most`, both included.
    """
    minutes = _minutes(folded(text.translate(_DASHES)))
    if minutes is None:
        raise UnreadableDuration(text)
    if not least <= minutes <= most:
        raise DurationOutOfBounds(minutes, least, most)
    return minutes


def _time(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)


def _clock(words: str) -> int | None:
    """Minutes since midnight, 24.00 included."""
    if words in _NOON:
        return 12 * 60
    if not (match := re.fullmatch(_CLOCK, words)):
        return None
    hour = _hour(int(match[1] or match[3]), match[5])
    minute = int(match[2] or match[4] or 0)
    if hour is None or minute > 59 or hour * 60 + minute > DAY_MINUTES:
        return None
    return hour * 60 + minute


def _hour(written: int, part: str | None) -> int | None:
    if part is None:
        return written
    if part in ("am", "pm"):
        return written % 12 + 12 * (part == "pm") if 1 <= written <= 12 else None
    first, last = _DAY_PARTS.get(part, (0, -1))
    return next((hour for hour in (written, written + 12) if first <= hour <= last), None)


def _ends(words: str) -> tuple[int, int] | None:
    first, *rest = re.split(_UNTIL, re.sub(r"^(?:dari|from) ", "", words), maxsplit=1)
    second = rest[0] if rest else ""
    before, after = (re.search(r"\d ?([a-z ]+)$", each) for each in (first, second))
    if before and not after and second not in _NOON:
        return None
    # A word after the second hour stands for both: 7-9 malam, 1-3 pm.
    shared = after and not before and first not in _NOON
    start, end = _clock(f"{first} {after[1]}" if after and shared else first), _clock(second)
    if start is None or end is None or (shared and end <= start):
        return None
    return start, end


def _lasting(words: str) -> TimeRange | None:
    # Without a sign between them a bare number could be another hour: a unit is needed.
    match = re.fullmatch(r"(.+?) ?(?:\+|\bselama\b|\bfor\b) ?(.+)", words) or re.fullmatch(
        r"(\d{1,2}[.:]\d{2}) (?=.*[a-z])([^-].*)", words
    )
    start, minutes = (_clock(match[1]), _minutes(match[2])) if match else (None, None)
    if start is None or start >= DAY_MINUTES or minutes is None:
        return None
    if not 1 <= minutes <= DAY_MINUTES:
        raise DurationOutOfBounds(minutes, 1, DAY_MINUTES)
    return TimeRange(_time(start), _time(start + minutes))


def _minutes(words: str) -> int | None:
    size = words.removeprefix("-").lstrip()
    minutes = _SPOKEN.get(size)
    if match := next(filter(None, (re.fullmatch(form, size) for form in _DURATION)), None):
        minutes = _sum(**match.groupdict(""))
    return -minutes if minutes and words != size else minutes


def _sum(m: str = "", h: str = "", part: str = "") -> int:
    # Whole numbers throughout, for half a minute must round up: 0,125 jam is 8 minutes.
    scale: int = 10 ** len(part)
    return int(m or 0) + (int(h + part or 0) * 120 + scale) // (2 * scale)
