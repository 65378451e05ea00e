"""The blocks of an interrupted day one behind the other, and what leaves where that is too much."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import NamedTuple

from keseimbangan.domain.blocks import Block
from keseimbangan.domain.elements import Element
from keseimbangan.domain.period import Period
from keseimbangan.domain.planning_question import is_labour
from keseimbangan.domain.reflow_places import Pace, free_spans, in_one_piece, in_pieces, stretch_of

# So much later may end what runs over midnight anyway.
NIGHT = timedelta(hours=6)

# What leaves the day first is least; equal ones leave from the end of the day.
Weight = Callable[[Block], tuple[int, ...]]
# What begins with less than this has other days to go to. Before more leaves, the pauses do.
BOUND = 1


@dataclass(frozen=True)
class Surround:
    """What the day allows: `work` is working time, `whole` the same with its breaks, until `end`.

    A gap up to the pause of `pace` after a block stays behind it. `worked` is work that stands and
    is none of the blocks.
    """

    work: Sequence[Period]
    whole: Sequence[Period]
    end: datetime
    pace: Pace
    worked: Sequence[Period] = ()


class Standing(NamedTuple):
    """What is there before anything is placed: what takes time, and the work of it."""

    taken: Period
    busy: tuple[Period, ...]
    work: tuple[Period, ...]


class Item(NamedTuple):
    """Time to be found: of a block or of the rest of it, not before `since`.

    What `goes_on` is being worked on already, and waits for no pause.
    """

    block: Block
    kept: Period | None
    since: datetime
    length: timedelta
    in_the_way: bool
    goes_on: bool = False


Flow = list[tuple[Item, list[Period]]]


def placed(
    items: Sequence[Item], standing: Standing, around: Surround, weight: Weight
) -> tuple[Flow, bool]:
    """A place for each, and whether some are without the pause that they need.

    What leaves the others their room gets what is left of the day.
    """
    staying, leaving, tight, pace = list(items), list[Item](), False, around.pace
    while (flow := _flow(staying, standing, around)) is None:
        least = min(staying, key=lambda item: (*weight(item.block), -_stamp(item.block)))
        if not tight and weight(least.block)[0] >= BOUND:
            around, tight = replace(around, pace=around.pace.without_pauses()), True
            continue
        staying.remove(least)
        leaving.append(least)
    for item in reversed(leaving):
        flow.append((item, _left_for(item, flow, standing, around)))
    return flow, tight and _cramped(flow, standing, pace)


def _flow(items: Sequence[Item], standing: Standing, around: Surround) -> Flow | None:
    """The items one behind the other; None when they are too much for the day."""
    found: Flow = []
    full, moved = list(standing.busy), [standing.taken]
    for index, item in enumerate(items):
        own, work = item.block.period, [*standing.work, *_labour(found)]
        disturbed = item.in_the_way or any(map(own.overlaps, moved))
        places = [own]
        if disturbed or not _rested(item, moved, work, around):
            places = _places(item, full, work, around)
            if sum((p.end - p.start for p in places), timedelta()) < item.length:
                return None
        rest = _rest_after(items, index, around.pace.pause)
        behind = [*places[:-1], Period(places[-1].start, places[-1].end + rest)]
        moved += behind if places != [own] else []
        found.append((item, places))
        full += behind
    return found


def _left_for(item: Item, flow: Flow, standing: Standing, around: Surround) -> list[Period]:
    """What the others leave of the day: its own place, or others."""
    own, work = item.block.period, [*standing.work, *_labour(flow)]
    full = [*standing.busy, *(piece for _item, places in flow for piece in places)]
    moved = [piece for other, places in flow for piece in places if piece != other.block.period]
    free = not item.in_the_way and not any(map(own.overlaps, full))
    if free and _rested(item, [standing.taken, *moved], work, around):
        return [own]
    return _places(item, full, work, around)


def _labour(flow: Flow) -> list[Period]:
    return [piece for item, places in flow if is_labour(item.block) for piece in places]


def _rested(item: Item, moved: Sequence[Period], work: Sequence[Period], around: Surround) -> bool:
    """Whether it may stay: what moved to its side has left it the pause that it needs."""
    if not is_labour(item.block):
        return True
    own, pace = item.block.period, around.pace
    stretch = stretch_of(own, work, pace.pause)
    long = stretch != own and stretch.end - stretch.start > pace.longest
    return not (long and any(map(stretch.overlaps, moved)))


def _cramped(flow: Flow, standing: Standing, pace: Pace) -> bool:
    """Whether something that moved has no pause after the longest stretch."""
    moved = [(item, places) for item, places in flow if places != [item.block.period]]
    work = [*standing.work, *_labour(flow)]
    found = ((piece, stretch_of(piece, work, pace.pause)) for piece in _labour(moved))
    return any(all_ != piece and all_.end - all_.start > pace.longest for piece, all_ in found)


def _places(
    item: Item, full: Iterable[Period], work: Sequence[Period], around: Surround
) -> list[Period]:
    pace = around.pace
    free = free_spans(_window(item.block, around), full, item.since, pace.grid)
    if item.goes_on or not is_labour(item.block):
        pace, work = pace.without_pauses(), ()
    if item.block.task is None:
        return in_one_piece(free, item.length, pace, work)
    return in_pieces(free, item.length, pace, work)


def _window(block: Block, around: Surround) -> list[Period]:
    """Where it may go: what was planned beyond the hours may end beyond them."""
    if not any(day.overlap(block.period) == block.period for day in around.whole):
        over_midnight = block.ends_at > around.end
        return [Period(block.starts_at, block.ends_at + NIGHT if over_midnight else around.end)]
    if block.element in (Element.WORK, Element.GROWTH):
        return list(around.work)
    return list(around.whole)


def _rest_after(items: Sequence[Item], index: int, pause: timedelta) -> timedelta:
    """The short rest that was planned behind a block."""
    if index + 1 == len(items):
        return timedelta()
    gap = items[index + 1].block.starts_at - items[index].block.ends_at
    return gap if timedelta() < gap <= pause else timedelta()


def _stamp(block: Block) -> int:
    return int(block.starts_at.timestamp())
