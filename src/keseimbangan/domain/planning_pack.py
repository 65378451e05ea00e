"""One day's work laid into its free slots: a bounded search from the left.

At each free slot it chooses what comes next, or a pause. Two ways of choosing: `neat` keeps the
wished order and tasks whole where time allows; tight wastes the fewest slots.
"""

from collections.abc import Sequence
from typing import NamedTuple

from keseimbangan.domain.planning_days import Day
from keseimbangan.domain.planning_room import NEVER, Segment

Piece = tuple[int, int, int]


class Item(NamedTuple):
    """Slots that a task takes on the day; no piece of it is shorter than `shortest`."""

    task: int
    units: int
    shortest: int
    meeting: bool


class Purse:
    """Steps of search that may still be spent: an end that is the same on every machine."""

    __slots__ = ("left",)

    def __init__(self, steps: int) -> None:
        self.left = steps


def pack(
    day: Day, items: Sequence[Item], purse: Purse, limit: int, *, neat: bool
) -> list[Piece] | None:
    """Pieces (task, start, end) that hold all items, or None when none were found in time."""
    purse.left -= 1
    if sum(item.units for item in items) > day.capacity:
        return None
    allowed = min(limit, purse.left)
    search = _Search(day, items, allowed, neat)
    found = search.enter(0, *NEVER)
    purse.left -= allowed - search.steps
    return _joined(search.pieces) if found else None


class _Search:
    """The state of one search: what is left of each item, and the pieces so far."""

    __slots__ = ("day", "failed", "items", "left", "meeting", "neat", "pieces", "steps", "total")

    def __init__(self, day: Day, items: Sequence[Item], steps: int, neat: bool) -> None:
        self.day, self.items, self.steps, self.neat = day, items, steps, neat
        self.left = [item.units for item in items]
        self.total = sum(self.left)
        self.meeting = sum(item.units for item in items if item.meeting)
        self.pieces: list[Piece] = []
        self.failed: set[tuple[int, ...]] = set()

    def enter(self, number: int, begun: int, ended: int) -> bool:
        """From the start of a segment, after a run of work from `begun` to `ended`."""
        if not self.total:
            return True
        if number == len(self.day.segments):
            return False
        segment = self.day.segments[number]
        first, last = segment.before
        if last > ended:
            begun, ended = (begun if first - ended < self.day.grid.pause else first), last
        return self._at(number, segment.start, begun, ended)

    def _at(self, number: int, slot: int, begun: int, ended: int) -> bool:
        """From a slot of a segment on; True when all that is left found its place."""
        segment = self.day.segments[number]
        if slot >= segment.end or not self.total:
            return self.enter(number + 1, begun, ended)
        if slot - ended >= self.day.grid.pause:
            begun = slot
        if self.steps <= 0 or not self._holds(number, segment, slot, begun):
            return False
        key = (slot, begun, *self.left)
        if key in self.failed:
            return False
        self.steps -= 1
        if self._try(number, segment, slot, begun, ended):
            return True
        self.failed.add(key)
        return False

    def _holds(self, number: int, segment: Segment, slot: int, begun: int) -> bool:
        """Whether the slots from here on are enough, were there nothing but length to heed."""
        day, grid, free = self.day, self.day.grid, segment.end - slot
        now = min(begun + grid.longest - slot, free)
        if begun < slot and now < free:
            now = max(0, now)
            here = now + grid.full(free - now - grid.pause)
        else:
            here = grid.full(free)
        if here + day.room[number + 1] < self.total:
            return False
        if not self.meeting:
            return True
        inside = min(segment.end, day.meetings[1]) - max(slot, day.meetings[0])
        return grid.full(inside) + day.meeting_room[number + 1] >= self.meeting

    def _try(self, number: int, segment: Segment, slot: int, begun: int, ended: int) -> bool:
        for place, length in self._choices(segment, slot, begun):
            if not length:
                if self._at(number, self._later(segment, slot, begun, ended), begun, ended):
                    return True
                continue
            self._take(place, length)
            self.pieces.append((self.items[place].task, slot, slot + length))
            if self._at(number, slot + length, begun, slot + length):
                return True
            self.pieces.pop()
            self._take(place, -length)
        return False

    def _take(self, place: int, length: int) -> None:
        self.left[place] -= length
        self.total -= length
        if self.items[place].meeting:
            self.meeting -= length

    def _later(self, segment: Segment, slot: int, begun: int, ended: int) -> int:
        """Where to go on after leaving this slot free."""
        if begun < slot:
            return min(segment.end, max(slot + 1, ended + self.day.grid.pause))
        opens = self.day.meetings[0]
        return opens if self.meeting and slot < opens < segment.end else segment.end

    def _choices(self, segment: Segment, slot: int, begun: int) -> list[tuple[int, int]]:
        """(place of an item, slots of it), the best first; a length of 0 leaves the slot free."""
        most = _end(self.day, segment, begun) - slot
        usable = _end(self.day, segment, segment.end) - slot
        found: list[tuple[int, int, int]] = []
        seen: set[tuple[int, bool]] = set()
        previous = self.pieces[-1][0] if self.pieces else -1
        for place, units in enumerate(self.left):
            item = self.items[place]
            if not units or most < min(units, item.shortest):
                continue
            if not self.neat:
                if (units, item.meeting) in seen:
                    continue
                seen.add((units, item.meeting))
            for length in self._lengths(item, units, slot, most, usable):
                rank = place + (0 if item.task == previous else 1000)
                if not self.neat:
                    rank = place - 100 * units + _waste(self.day, item, units, length, most)
                found.append((rank, place, -length if self.neat else length))
        found.sort()
        choices = [(place, abs(length)) for _, place, length in found]
        if self.neat and begun < slot and choices and self._better_whole(choices[0]):
            return [(-1, 0), *choices]
        return [*choices, (-1, 0)]

    def _lengths(self, item: Item, units: int, slot: int, most: int, usable: int) -> list[int]:
        """All of an item, or its longest part, or one after which a piece fits behind a pause."""
        if item.meeting:
            opens, closes = self.day.meetings
            most = min(most, closes - slot) if slot >= opens else 0
            usable = min(usable, closes - slot)
        if units <= most:
            return [units]
        longest = min(most, units - item.shortest)
        if longest < item.shortest:
            return []
        even = usable - self.day.grid.pause - item.shortest
        return [longest, even] if item.shortest <= even < longest else [longest]

    def _better_whole(self, choice: tuple[int, int]) -> bool:
        """Whether a pause first would keep a task in one piece."""
        place, length = choice
        return length < self.left[place] <= self.day.grid.longest


def _waste(day: Day, item: Item, units: int, length: int, most: int) -> int:
    """Smaller is better: a full stretch, then one that another piece can fill."""
    rest = most - length
    if length == units:
        waste = 0 if rest == 0 else 1 if rest >= day.grid.shortest else 3
    else:
        waste = 2 if rest == 0 else 4
    return 10**6 * (2 * waste + (units >= 2 * item.shortest))


def _end(day: Day, segment: Segment, begun: int) -> int:
    """The slot before which a piece of the run from `begun` ends."""
    end = min(segment.end, begun + day.grid.longest)
    first, last = segment.after
    return end if last - begun <= day.grid.longest else min(end, first - day.grid.pause)


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces of the same task that touch are one."""
    result: list[Piece] = []
    for task, start, end in pieces:
        if result and result[-1][0] == task and result[-1][2] == start:
            result[-1] = (task, result[-1][1], end)
        else:
            result.append((task, start, end))
    return result
