"""Recurring blocks: rules (RFC 5545 RRULE, expanded by python-dateutil) and their occurrences.

Rules run on the wall clock of the series' zone, so that "every Monday 08.00" stays at 08.00 through
any change of offset. An occurrence that was never touched exists only here: it carries the number
of its series. A changed one is a row of its own, an excluded one (EXDATE) is nowhere.
"""

import re
from collections import deque
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from keseimbangan.domain.blocks import Block, BlockStatus
from keseimbangan.domain.period import Period, instant

# No rule is followed further than this beyond its beginning when its end is looked for.
FURTHEST = timedelta(days=366 * 50)
_UNTIL = re.compile(r"\d{8}T\d{6}Z?", re.ASCII)
_MOST_INTERVAL = 1000

# What an occurrence has from its series, besides its time, until it is changed itself.
SHARED = ("title", "element", "kind", "protected", "location", "task", "target", "note", "akhlak")


def occurrences(series: Block, span: Period, taken: Collection[datetime] = ()) -> list[Block]:
    """Occurrences that touch a naive wall-clock span, without those whose start is `taken`."""
    length = series.wall.end - series.wall.start
    starts = _starts(series, span.start - length, span.end)
    return [
        occurrence(series, start)
        for start in starts
        if start not in taken and start + length > span.start
    ]


def occurrence(series: Block, start: datetime) -> Block:
    """The occurrence of a series that starts at a wall-clock time."""
    length = series.wall.end - series.wall.start
    starts_at = instant(start.date(), start.time(), series.zone)
    end = start + length
    ends_at = instant(end.date(), end.time(), series.zone)
    if ends_at <= starts_at:
        # An hour that the zone skips or repeats; the length is then worth more than the hand.
        ends_at = starts_at + length
    return replace(
        series,
        starts_at=starts_at,
        ends_at=ends_at,
        rule=None,
        series=series.number,
        recurrence_id=start,
    )


def is_virtual(block: Block) -> bool:
    """Whether it is an untouched occurrence, which has no row of its own."""
    return block.virtual


def as_changed(block: Block, uid: str) -> Block:
    """An untouched occurrence as a row of its own, to be changed; any other block as it is."""
    return replace(block, number=None, uid=uid) if block.virtual else block


def following(series: Block, after: datetime) -> Iterator[datetime]:
    """The wall-clock starts at or after a wall-clock time, for fifty years."""
    return _starts(series, after, after + FURTHEST)


def next_occurrence(series: Block, after: datetime) -> datetime | None:
    """The first wall-clock start at or after a wall-clock time."""
    return next(following(series, after), None)


def last_day(series: Block) -> date | None:
    """The day on which the last occurrence ends, or None for a series without end."""
    if "UNTIL" not in rule_parts(series.rule or ""):
        return None
    starts = deque(_starts(series, series.wall.start, series.wall.start + FURTHEST), maxlen=1)
    length = series.wall.end - series.wall.start
    return (starts[0] + length).date() if starts else series.wall.end.date()


def ending(rule: str, begin: datetime, last: date | None) -> str:
    """The rule with its end as UNTIL: the given day or where COUNT stops it, whichever is earlier.

    A stored rule has no COUNT, because one that is counted has to be walked from its beginning. A
    COUNT that reaches further than fifty years ends there.
    """
    parts = rule_parts(rule)
    count = parts.pop("COUNT", None)
    parts.pop("UNTIL", None)
    if count is not None:
        expanded = _expanded(parts, begin, begin + FURTHEST)
        counted = deque(islice(expanded, int(count)), maxlen=1)
        stop = counted[0].date() if counted else begin.date()
        last = stop if last is None else min(last, stop)
    if last is not None:
        parts["UNTIL"] = datetime.combine(last, time(23, 59, 59)).strftime("%Y%m%dT%H%M%S")
    return rule_text(parts)


def split(series: Block, start: datetime, uid: str) -> tuple[Block | None, Block]:
    """The series up to an occurrence, and a new one from there on (RFC 5545 THISANDFUTURE).

    Nothing is left of the first part when the occurrence is the first one: then the second is the
    series itself.
    """
    before = deque(_starts(series, series.wall.start, start), maxlen=1)
    tail = replace(
        occurrence(series, start),
        number=None,
        uid=uid,
        rule=series.rule,
        series=None,
        recurrence_id=None,
    )
    if not before:
        return None, replace(tail, number=series.number, uid=series.uid)
    return replace(series, rule=ending(series.rule or "", start, before[0].date())), tail


def handed_over(changed: Block, before: Block, after: Block) -> Block:
    """A changed occurrence of a series as one of the series that takes its place.

    It keeps its day in the series. As long as it is planned, whatever it had in common with the
    old series it has in common with the new one; what was done or skipped is history.
    """
    day = _recurrence_id(changed).date()
    start = datetime.combine(day, after.wall.start.time())
    kept = replace(changed, series=after.number, recurrence_id=start)
    if changed.status is not BlockStatus.PLANNED:
        return kept
    untouched = [name for name in SHARED if getattr(changed, name) == getattr(before, name)]
    kept = replace(kept, **{name: getattr(after, name) for name in untouched})
    if changed.period != occurrence(before, _recurrence_id(changed)).period:
        return kept
    own = occurrence(after, start)
    return replace(kept, starts_at=own.starts_at, ends_at=own.ends_at)


def is_orphan(changed: Block, series: Block) -> bool:
    """Whether the rule of a series no longer has the occurrence that was changed."""
    start = _recurrence_id(changed)
    return next_occurrence(series, start) != start


def _recurrence_id(changed: Block) -> datetime:
    return changed.recurrence_id or changed.wall.start


def is_rule(text: str) -> bool:
    """Whether a text is a rule as a command would have stored it: see `repeats` and `ending`."""
    from keseimbangan.domain.repeats import parse_repeat
    from keseimbangan.errors.text import UnreadableRepeat

    parts = rule_parts(text)
    # A name that stood twice stands once now.
    if "FREQ" not in parts or "COUNT" in parts or rule_text(parts) != text or " " in text:
        return False
    if not _UNTIL.fullmatch(parts.get("UNTIL", "20261231T235959")) or text != text.upper():
        return False
    try:
        _until(parts)
        parse_repeat(rule_text({name: v for name, v in parts.items() if name != "UNTIL"}))
    except (ValueError, UnreadableRepeat):
        return False
    return True


def rule_parts(rule: str) -> dict[str, str]:
    """`FREQ=WEEKLY;BYDAY=MO` as a table, in the order of the text."""
    pairs = (part.partition("=") for part in rule.split(";") if part)
    return {name: value for name, _equals, value in pairs}


def rule_text(parts: dict[str, str]) -> str:
    """The table as text again."""
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _starts(series: Block, start: datetime, end: datetime) -> Iterator[datetime]:
    """Wall-clock starts from `start` up to, not including, `end`; raises RuleUnusable."""
    parts, begin = rule_parts(series.rule or ""), series.wall.start
    try:
        moments = _expanded(parts, _near(parts, begin, start), end)
    except (ValueError, TypeError, LookupError, AttributeError, OverflowError) as error:
        from keseimbangan.errors.blocks import RuleUnusable

        raise RuleUnusable(series.number or 0, series.title) from error
    for moment in moments:
        if moment >= end:
            return
        if moment >= start:
            yield moment


def _expanded(parts: dict[str, str], begin: datetime, end: datetime) -> Iterator[datetime]:
    # Only a store with recurring blocks pays for the import.
    from dateutil.rrule import rrulestr

    if not _goes_by_days(parts):
        raise ValueError(parts)
    # Every look is bounded: a rule that never fires would be followed to the year 9999. The end is
    # handed over as a value, because reading one would import the whole of dateutil.parser.
    last = min(end, _until(parts) or end)
    text = rule_text({name: value for name, value in parts.items() if name != "UNTIL"})
    rule: Any = rrulestr(text, dtstart=begin)
    moments: Iterator[datetime] = iter(rule.replace(until=last))
    return moments


def _until(parts: dict[str, str]) -> datetime | None:
    return datetime.fromisoformat(parts["UNTIL"]).replace(tzinfo=None) if "UNTIL" in parts else None


def _goes_by_days(parts: dict[str, str]) -> bool:
    """Whether every step is at least a day; by seconds, or by nothing, no look would ever end."""
    if parts.get("FREQ") not in _FREQUENCIES or parts.keys() & _WITHIN_A_DAY:
        return False
    return 0 < int(parts.get("INTERVAL", "1")) <= _MOST_INTERVAL


_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_WITHIN_A_DAY = {"BYHOUR", "BYMINUTE", "BYSECOND"}
_STEP_DAYS = {"DAILY": 1, "WEEKLY": 7}


def _near(parts: dict[str, str], begin: datetime, start: datetime) -> datetime:
    """A later beginning with the same occurrences from `start` on.

    Ten years of a daily rule would otherwise be walked through for each look at a day.
    """
    days = _STEP_DAYS.get(parts.get("FREQ", ""))
    if days is None or "BYSETPOS" in parts or start <= begin:
        return begin
    step = timedelta(days=days * int(parts.get("INTERVAL", "1")))
    return begin + step * max(0, (start - begin) // step - 1)
