"""One day's work laid into its free slots: a bounded search from the left.

At each free slot it chooses what comes next, or a pause. Two ways of choosing: `neat` keeps the
wished order and tasks whole where time allows; tight wastes the fewest slots.
"""

from collections.abc import Sequence
from typing import NamedTuple

from keseimbangan.domain.planning_days import Day, Segment

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
    if sum(item.units for item in items) > day.capacity:
        return None
    allowed = min(limit, purse.left)
    search = _Search(day, items, allowed, neat)
    found = search.run()
    purse.left -= allowed - search.steps
    return _joined(search.pieces) if found else None


class _Search:
    """The state of one search: what is left of each item, and the pieces so far."""

    __slots__ = ("day", "failed", "items", "left", "neat", "pieces", "steps")

    def __init__(self, day: Day, items: Sequence[Item], steps: int, neat: bool) -> None:
        self.day, self.items, self.steps, self.neat = day, items, steps, neat
        self.left = [item.units for item in items]
        self.pieces: list[Piece] = []
        self.failed: set[tuple[int, int, tuple[int, ...]]] = set()

    def run(self) -> bool:
        return self._enter(0, -(10**6), -(10**6))

    def _enter(self, number: int, begun: int, ended: int) -> bool:
        """From the start of a segment, after a run of work from `begun` to `ended`."""
        if not any(self.left):
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
        if slot >= segment.end:
            return self._enter(number + 1, begun, ended)
        if slot - ended >= self.day.grid.pause:
            begun = slot
        if self.steps <= 0 or not self._holds(number, slot, begun):
            return False
        key = (slot, begun, tuple(self.left))
        if key in self.failed:
            return False
        self.steps -= 1
        if self._try(number, segment, slot, begun, ended):
            return True
        self.failed.add(key)
        return False

    def _holds(self, number: int, slot: int, begun: int) -> bool:
        """Whether the slots from here on are enough, were there nothing but length to heed."""
        day = self.day
        segment = day.segments[number]
        room = _room(day, segment, slot, begun) + day.room[number + 1]
        if room < sum(self.left):
            return False
        wanted = sum(n for n, item in zip(self.left, self.items, strict=True) if item.meeting)
        if not wanted:
            return True
        inside = max(0, min(segment.end, day.meetings[1]) - max(slot, day.meetings[0]))
        return day.grid.full(inside) + day.meeting_room[number + 1] >= wanted

    def _try(self, number: int, segment: Segment, slot: int, begun: int, ended: int) -> bool:
        most = _end(self.day, segment, begun) - slot
        for place, length in self._choices(slot, begun, most):
            if length == 0:
                later = self._later(segment, slot, begun, ended)
                if self._at(number, later, begun, ended):
                    return True
                continue
            self.left[place] -= length
            self.pieces.append((self.items[place].task, slot, slot + length))
            if self._at(number, slot + length, begun, slot + length):
                return True
            self.pieces.pop()
            self.left[place] += length
        return False

    def _later(self, segment: Segment, slot: int, begun: int, ended: int) -> int:
        """Where to go on after leaving this slot free."""
        if begun < slot:
            return min(segment.end, max(slot + 1, ended + self.day.grid.pause))
        opens = self.day.meetings[0]
        waits = any(n and i.meeting for n, i in zip(self.left, self.items, strict=True))
        return opens if waits and slot < opens < segment.end else segment.end

    def _choices(self, slot: int, begun: int, most: int) -> list[tuple[int, int]]:
        """(place of an item, slots of it), the best first; a length of 0 leaves the slot free."""
        found: list[tuple[tuple[int, ...], int, int]] = []
        seen: set[tuple[int, bool]] = set()
        previous = self.pieces[-1][0] if self.pieces else -1
        for place, item in enumerate(self.items):
            units = self.left[place]
            if not units or (not self.neat and (units, item.meeting) in seen):
                continue
            seen.add((units, item.meeting))
            length = self._length(item, units, slot, most)
            if length:
                ahead = 0 if item.task == previous else 1
                found.append((self._rank(item, units, length, most, ahead, place), place, length))
        found.sort()
        choices = [(place, length) for _, place, length in found]
        if self.neat and begun < slot and choices and self._better_whole(choices[0]):
            return [(-1, 0), *choices]
        return [*choices, (-1, 0)]

    def _length(self, item: Item, units: int, slot: int, most: int) -> int:
        if item.meeting:
            opens, closes = self.day.meetings
            most = min(most, closes - slot) if slot >= opens else 0
        if units <= most:
            return units
        part = min(most, units - item.shortest)
        return part if part >= item.shortest else 0

    def _better_whole(self, choice: tuple[int, int]) -> bool:
        """Whether a pause first would keep a task in one piece."""
        place, length = choice
        return length < self.left[place] <= self.day.grid.longest

    def _rank(
        self, item: Item, units: int, length: int, most: int, ahead: int, place: int
    ) -> tuple[int, ...]:
        if self.neat:
            return (ahead, place)
        whole, rest = length == units, most - length
        if whole:
            waste = 0 if rest == 0 else 1 if rest >= self.day.grid.shortest else 3
        else:
            waste = 2 if rest == 0 else 4
        return (waste, units >= 2 * item.shortest, -units, place)


def _end(day: Day, segment: Segment, begun: int) -> int:
    """The slot before which a piece of the run from `begun` ends."""
    end = min(segment.end, begun + day.grid.longest)
    first, last = segment.after
    return end if last - begun <= day.grid.longest else min(end, first - day.grid.pause)


def _room(day: Day, segment: Segment, slot: int, begun: int) -> int:
    grid = day.grid
    now = min(begun + grid.longest, segment.end) - slot
    if begun == slot or now >= segment.end - slot:
        return grid.full(segment.end - slot)
    now = max(0, now)
    return now + grid.full(max(0, segment.end - slot - now - grid.pause))


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces of the same task that touch are one."""
    result: list[Piece] = []
    for task, start, end in pieces:
        if result and result[-1][0] == task and result[-1][2] == start:
            result[-1] = (task, result[-1][1], end)
        else:
            result.append((task, start, end))
    return result
