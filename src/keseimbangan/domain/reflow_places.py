"""Finding time for a block that has to go elsewhere."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from keseimbangan.domain.period import Period, merged, subtract


def free_spans(open_: Iterable[Period], taken: Iterable[Period], since: datetime) -> list[Period]:
    """What is left of open time from a moment on, in order."""
    busy = merged(taken)
    ahead = [Period(max(one.start, since), one.end) for one in open_ if one.end > since]
    return [part for one in merged(ahead) for part in subtract(one, busy)]


def in_one_piece(free: Sequence[Period], length: timedelta) -> list[Period]:
    """The first place that holds all of it; none where there is no such place."""
    for span in free:
        if span.end - span.start >= length:
            return [Period(span.start, span.start + length)]
    return []


def in_pieces(free: Sequence[Period], length: timedelta, shortest: timedelta) -> list[Period]:
    """The first places, none below `shortest`, for as much of it as they hold."""
    if length < 2 * shortest:
        return in_one_piece(free, length)
    found, left = [], length
    for span in free:
        part = _part(span.end - span.start, left, shortest)
        if part:
            found.append(Period(span.start, span.start + part))
            left -= part
        if not left:
            break
    return found


def _part(room: timedelta, left: timedelta, shortest: timedelta) -> timedelta:
    """How much of what is left goes into a room, so that the rest is no crumb."""
    part = min(room, left)
    if timedelta() < left - part < shortest:
        part = left - shortest
    return part if part >= min(shortest, left) else timedelta()
