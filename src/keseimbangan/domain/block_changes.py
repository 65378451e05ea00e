"""What can be changed in a block: its contents, its time, how it repeats.

Times are those of the block's own zone, whoever asks from wherever.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import Any, NamedTuple

from keseimbangan.domain.blocks import Block, BlockStatus, moved, replan, without_outcome
from keseimbangan.domain.period import Period, instant
from keseimbangan.domain.times import TimeRange
from keseimbangan.errors.blocks import (
    AlreadyDone,
    EndsBeforeItRepeats,
    NeverOccurs,
    UntilWithoutRepeat,
)


class Change(NamedTuple):
    """What was asked for: `fields` by name, the rest in the order in which it is carried out."""

    fields: Mapping[str, Any] = MappingProxyType({})
    replan: bool = False
    day: date | None = None
    range: TimeRange | None = None
    start: time | None = None
    minutes: int = 0
    rule: str | None = None
    until: date | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing was asked for."""
        return not any(self)

    @property
    def only_ends(self) -> bool:
        """Whether nothing but the end of a series was asked for."""
        return self == Change(until=self.until)

    @property
    def moves(self) -> bool:
        """Whether another time was asked for."""
        return any((self.day, self.range, self.start, self.minutes))

    def needs_room(self, block: Block) -> bool:
        """Whether it gives a block time that the block does not already have."""
        freed = self.replan and block.status is BlockStatus.SKIPPED
        return freed or self.moves or self.rule is not None


def changed(block: Block, change: Change) -> Block:
    """The block after a change.

    Raises AlreadyDone for a finished one that would be moved, and what `repeating` and `ending_on`
    raise.
    """
    block = replace(block, **change.fields)
    if change.replan or (change.moves and block.status is BlockStatus.SKIPPED):
        # Who gives a skipped block another time means to do it after all.
        block = replan(block)
    if change.moves:
        block = _at_another_time(block, change)
    if change.rule is not None:
        return repeating(block, change.rule, change.until)
    return block if change.until is None else ending_on(block, change.until)


def repeating(block: Block, rule: str, until: date | None = None) -> Block:
    """A series that begins with the first occurrence on or after the block's day.

    A series that is given another rule ends where it ended, unless the rule is counted or `until`
    is given. Raises EndsBeforeItRepeats and NeverOccurs.
    """
    from keseimbangan.domain.recurrence import ending, next_occurrence

    if until is not None and until < block.day:
        raise EndsBeforeItRepeats(block.day, until)
    start = block.wall.start
    last = until or (None if "COUNT=" in rule else _present_end(block))
    fresh = without_outcome(replan(block))
    series = replace(fresh, rule=ending(rule, start, last), series=None, recurrence_id=None)
    first = next_occurrence(series, start)
    if first is None:
        raise NeverOccurs
    series = on_another_day(series, first.date())
    # A rule that counts within its first, broken week (BYSETPOS) may not fire where it begins.
    if (again := next_occurrence(series, series.wall.start)) is None or again.date() != series.day:
        raise NeverOccurs
    return series


def ending_on(block: Block, until: date) -> Block:
    """A series that ends on a day; raises UntilWithoutRepeat and EndsBeforeItRepeats."""
    from keseimbangan.domain.recurrence import ending

    if block.rule is None:
        raise UntilWithoutRepeat
    if until < block.day:
        raise EndsBeforeItRepeats(block.day, until)
    return replace(block, rule=ending(block.rule, block.wall.start, until))


def on_another_day(block: Block, day: date) -> Block:
    """At the same hours of another day."""
    shift = day - block.day
    start, end = block.wall.start + shift, block.wall.end + shift
    starts_at = instant(start.date(), start.time(), block.zone)
    ends_at = instant(end.date(), end.time(), block.zone)
    # Hours that the zone skips on that day: the length is then worth more than the hand.
    if ends_at <= starts_at:
        ends_at = starts_at + (block.wall.end - block.wall.start)
    return moved(block, Period(starts_at, ends_at))


def _at_another_time(block: Block, change: Change) -> Block:
    # Its hours may be put right, but what is done is not done at another time.
    if block.status is BlockStatus.DONE and not (change.range and change.day is None):
        raise AlreadyDone(block.number or 0, block.title)
    if change.day is not None:
        block = on_another_day(block, change.day)
    if change.range is not None:
        block = moved(block, change.range.on(block.day, block.zone))
    if change.start is not None:
        start = instant(block.day, change.start, block.zone)
        block = moved(block, Period(start, start + (block.ends_at - block.starts_at)))
    step = timedelta(minutes=change.minutes)
    return moved(block, Period(block.starts_at + step, block.ends_at + step))


def _present_end(block: Block) -> date | None:
    from keseimbangan.domain.recurrence import rule_parts

    until = rule_parts(block.rule or "").get("UNTIL")
    return datetime.strptime(until[:8], "%Y%m%d").date() if until else None  # noqa: DTZ007 -- a day
