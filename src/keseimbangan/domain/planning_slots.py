"""Spans of slots, half-open: a slot is one step of the grid, counted from midnight."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from keseimbangan.domain.period import Period

Span = tuple[int, int]


def slots_of(
    midnight: datetime, periods: Iterable[Period], minutes: int, *, inward: bool
) -> list[Span]:
    """Periods as slots of some minutes from midnight, rounded to the inside or the outside."""
    step = timedelta(minutes=minutes)
    found = []
    for period in periods:
        start, end = period.start - midnight, period.end - midnight
        first, last = start // step, -(-end // step)
        if inward:
            first, last = -(-start // step), end // step
        if first < last:
            found.append((first, last))
    return sorted(found)


def joined(spans: Sequence[Span], pause: int) -> tuple[Span, ...]:
    """Spans in order, as one where less than `pause` lies between them."""
    runs: list[Span] = []
    for start, end in spans:
        if runs and (start < runs[-1][1] or start - runs[-1][1] < pause):
            runs[-1] = (runs[-1][0], max(end, runs[-1][1]))
        else:
            runs.append((start, end))
    return tuple(runs)


def minus(whole: Sequence[Span], taken: Sequence[Span]) -> list[Span]:
    """What is left of some spans when others, in order, are gone."""
    left = []
    for start, end in whole:
        at = start
        for first, last in taken:
            if at < first and at < end:
                left.append((at, min(first, end)))
            at = max(at, last)
        if at < end:
            left.append((at, end))
    return left


def length(spans: Iterable[Span]) -> int:
    """Slots of spans that do not overlap."""
    return sum(end - start for start, end in spans)
