"""Finding time for a block that has to go elsewhere, with the pauses that work asks for.

A stretch is work whose parts lie less than a pause from each other. Places are sought from the
left. All times are instants.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from keseimbangan.domain.period import Period, merged, subtract

NOTHING = timedelta()
# Longer than any day of work.
_ENDLESS = timedelta(days=7)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Pace(NamedTuple):
    """After `longest` of work comes a `pause`; pieces start on the grid, none below `shortest`.

    What may not be parted can be longer than a stretch, and then stands by itself.
    """

    shortest: timedelta
    longest: timedelta
    pause: timedelta
    grid: timedelta

    def without_pauses(self) -> "Pace":
        """The same for a day that has no time for pauses."""
        return self._replace(longest=_ENDLESS, pause=NOTHING)


def free_spans(
    open_: Iterable[Period], taken: Iterable[Period], since: datetime, grid: timedelta
) -> list[Period]:
    """What is left of open time from a moment on, in order, each from a step of the grid on."""
    busy = merged(taken)
    ahead = [Period(max(one.start, since), one.end) for one in open_ if one.end > since]
    left = [part for one in merged(ahead) for part in subtract(one, busy)]
    starts = ((_on_grid(part.start, grid), part.end) for part in left)
    return [Period(start, end) for start, end in starts if start < end]


def in_one_piece(
    free: Sequence[Period], length: timedelta, pace: Pace, work: Sequence[Period]
) -> list[Period]:
    """The first place beside other `work` that holds all of it; none where there is none."""
    return _places(free, length, pace._replace(shortest=length), work)


def in_pieces(
    free: Sequence[Period], length: timedelta, pace: Pace, work: Sequence[Period]
) -> list[Period]:
    """The first places for as much of it as they hold; what is short stays in one piece."""
    if length < 2 * pace.shortest:
        return in_one_piece(free, length, pace, work)
    return _places(free, length, pace, work)


def stretches(work: Iterable[Period], pause: timedelta) -> list[Period]:
    """Work in order, as one where less than a pause lies between."""
    found: list[Period] = []
    for one in sorted(work):
        if found and one.start - found[-1].end < pause:
            found[-1] = Period(found[-1].start, max(found[-1].end, one.end))
        else:
            found.append(one)
    return found


def stretch_of(piece: Period, work: Iterable[Period], pause: timedelta) -> Period:
    """The stretch that a piece of work is part of, beside other work."""
    return next(s for s in stretches([piece, *work], pause) if s.overlap(piece) == piece)


def _places(
    free: Sequence[Period], length: timedelta, pace: Pace, work: Sequence[Period]
) -> list[Period]:
    found: list[Period] = []
    left = length
    for span in free:
        at = span.start
        while left and at < span.end:
            beside = stretches([*work, *found], pace.pause)
            before = _before(at, beside, pace.pause)
            part = _part(_room(at, span.end, before, beside, pace), left, pace.shortest)
            fresh = _on_grid(before.end + pace.pause, pace.grid) if before else at
            whole = before and part < left <= min(
                pace.longest, _room(fresh, span.end, None, beside, pace)
            )
            if part and not whole:
                found.append(Period(at, at + part))
                left -= part
                at += part
            elif fresh > at:
                at = fresh
            else:
                break
    return found


def _before(at: datetime, beside: Sequence[Period], pause: timedelta) -> Period | None:
    """The stretch that work from a moment on would go on with."""
    near = [one for one in beside if one.start < at < one.end + pause]
    return near[-1] if near else None


def _room(
    at: datetime, end: datetime, before: Period | None, beside: Sequence[Period], pace: Pace
) -> timedelta:
    """The most work from a moment on, until a pause is due or the stretch that follows is near."""
    begun, most = (before.start, pace.longest) if before else (at, max(pace.longest, pace.shortest))
    end = min(end, begun + most)
    after = next((one for one in beside if one.start >= at), None)
    if after and after.start - end < pace.pause and after.end - begun > pace.longest:
        end = min(end, after.start - pace.pause)
    return max(NOTHING, end - at)


def _part(room: timedelta, left: timedelta, shortest: timedelta) -> timedelta:
    """How much of what is left goes into a room, so that the rest is no crumb."""
    part = min(room, left)
    if NOTHING < left - part < shortest:
        part = left - shortest
    return part if part >= min(shortest, left) else NOTHING


def _on_grid(moment: datetime, grid: timedelta) -> datetime:
    """The first step of the grid at a moment or after it."""
    return moment + (_EPOCH - moment) % grid
