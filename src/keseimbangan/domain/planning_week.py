"""How much of which task on which day: earliest due first, and room made by moving others."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from keseimbangan.domain.planning_days import Day
from keseimbangan.domain.planning_pack import Item, Piece, Purse, pack
from keseimbangan.domain.planning_values import Need

# Steps of search for one packing of a day.
_STEPS = 40
_NEAT_STEPS = 200
_MOVING_STEPS = 60


class Load(NamedTuple):
    """What a day holds: slots by task, and the pieces they stand in."""

    amounts: dict[int, int]
    pieces: list[Piece]
    used: int


class Week:
    """A plan in the making; every day of it can be worked at any moment."""

    def __init__(self, days: Sequence[Day], needs: Sequence[Need], purse: Purse) -> None:
        self.days, self.purse = days, purse
        # Below this the purse is closed to moving tasks about; one task may spend so much on it.
        self.floor, self.moving_steps = 0, _MOVING_STEPS
        self.needs = {need.task: need for need in needs}
        self.loads = [Load({}, [], 0) for _ in days]

    def lacking(self, need: Need) -> int:
        """Slots of a task that have no place yet."""
        left = need.units
        for number in range(need.first, need.last + 1):
            left -= self.loads[number].amounts.get(need.task, 0)
        return left

    def lack(self, needs: Iterable[Need]) -> int:
        """Slots of some tasks that have no place yet."""
        return sum(map(self.lacking, needs))

    def place(self, need: Need, depth: int = 0, *, partly: bool = False) -> None:
        """As much of a task as finds a place; with `depth`, others move to other days for it.

        `partly` lets a rest remain that is too short for a piece of its own.
        """
        self._fill(need, self.lacking(need), partly)
        if depth and self.lacking(need):
            self.floor = self.purse.left - self.moving_steps * depth
            self._make_room(need, depth, partly, frozenset({need.task}))

    def place_whole(self, need: Need) -> bool:
        """All that a task lacks on the first day that takes it in one go; whether there is one."""
        units = self.lacking(need)
        if units > self.days[0].grid.longest:
            return False
        days = range(need.first, need.last + 1)
        return any(self._room(day) >= units and self._try(need, day, units) for day in days)

    def clear(self, need: Need) -> None:
        """Takes a task off every day."""
        for number, load in enumerate(self.loads):
            if need.task in load.amounts:
                amounts = {task: n for task, n in load.amounts.items() if task != need.task}
                pieces = [piece for piece in load.pieces if piece[0] != need.task]
                self.loads[number] = Load(amounts, pieces, sum(amounts.values()))

    def copy(self) -> "Week":
        """The same plan, to be changed for itself."""
        other = Week(self.days, (), self.purse)
        other.needs, other.loads = self.needs, list(self.loads)
        return other

    def tidy(self) -> None:
        """Each day in the wished order, where a neat packing is found."""
        for number, load in enumerate(self.loads):
            if load.amounts:
                purse = Purse(_NEAT_STEPS)
                pieces = pack(
                    self.days[number], self._items(load.amounts), purse, _NEAT_STEPS, neat=True
                )
                if pieces is not None:
                    self.loads[number] = load._replace(pieces=pieces)

    def _fill(self, need: Need, wanted: int, partly: bool) -> int:
        """Places up to `wanted` slots, the earliest days first; the slots that were placed."""
        rest = wanted
        for number in range(need.first, need.last + 1):
            if not rest:
                break
            rest -= self._most(need, number, rest, partly)
        return wanted - rest

    def _most(self, need: Need, number: int, rest: int, partly: bool) -> int:
        """The most slots that one day takes more, found by halving; they are placed."""
        least = 1 if need.task in self.loads[number].amounts else min(need.shortest, need.units)
        top = min(rest, self._room(number))
        if top < rest and not partly:
            top = min(top, rest - need.shortest)
        if top < least:
            return 0
        if self._try(need, number, top):
            return top
        if top == rest and not partly:
            # A part leaves enough for another piece.
            top = rest - need.shortest + 1
        low, high, middle = 0, top, least
        while low < middle < high:
            if self._try(need, number, middle - low):
                low = middle
            elif low == 0:
                break
            else:
                high = middle
            middle = (low + high) // 2
        return low

    def _room(self, number: int) -> int:
        return self.days[number].capacity - self.loads[number].used

    def _try(self, need: Need, number: int, more: int) -> bool:
        """The day with `more` slots of a task, or with fewer when negative."""
        amounts = dict(self.loads[number].amounts)
        amounts[need.task] = amounts.get(need.task, 0) + more
        if not amounts[need.task]:
            del amounts[need.task]
        pieces = pack(self.days[number], self._items(amounts), self.purse, _STEPS, neat=False)
        if pieces is None:
            return False
        self.loads[number] = Load(amounts, pieces, sum(amounts.values()))
        return True

    def _items(self, amounts: dict[int, int]) -> list[Item]:
        chosen = sorted(
            (self.needs[task] for task in amounts), key=lambda n: (not n.morning, n.order)
        )
        return [Item(n.task, amounts[n.task], n.shortest, n.meeting) for n in chosen]

    def _make_room(self, need: Need, depth: int, partly: bool, kept: frozenset[int]) -> None:
        for number in range(need.first, need.last + 1):
            for other in self._movable(number, kept):
                while (rest := self.lacking(need)) and self.purse.left > max(0, self.floor):
                    if not self._swap(need, other, number, depth, partly, kept):
                        break
                if not rest:
                    return

    def _movable(self, number: int, kept: frozenset[int]) -> list[Need]:
        """Tasks of a day that may stand on others, those with the most freedom first."""
        found = [self.needs[task] for task in self.loads[number].amounts if task not in kept]
        found = [need for need in found if need.last > need.first]
        return sorted(found, key=lambda need: (need.first - need.last, need.order))

    def _swap(
        self,
        need: Need,
        other: Need,
        number: int,
        depth: int,
        partly: bool,
        kept: frozenset[int],
    ) -> bool:
        """Moves slots of another task away from a day, so that this one gains; all or nothing."""
        self.purse.left -= 2
        before, lack = list(self.loads), self.lack((need, other))
        for amount in self._parts(need, other, number):
            if self._try(other, number, -amount):
                self._fill_on(need, number, partly)
                if self._elsewhere(other, number, amount, depth, kept) and (
                    self.lack((need, other)) < lack
                ):
                    return True
            self.loads = list(before)
        return False

    def _fill_on(self, need: Need, number: int, partly: bool) -> None:
        self._most(need, number, self.lacking(need), partly)

    def _parts(self, need: Need, other: Need, number: int) -> list[int]:
        """How many slots of the other task to move: just enough, all but one piece, or all."""
        there, load = self.loads[number].amounts.get(other.task, 0), self.loads[number].used
        lack = self.lacking(need) - (self.days[number].capacity - load)
        least = max(lack, min(other.shortest, there))
        wanted = {least, min(other.shortest, there), there - other.shortest, there}
        return sorted(
            n for n in wanted if 0 < n <= there and (n == there or there - n >= other.shortest)
        )

    def _elsewhere(
        self, other: Need, number: int, amount: int, depth: int, kept: frozenset[int]
    ) -> bool:
        left = amount
        for day in range(other.first, other.last + 1):
            if left and day != number:
                left -= self._most(other, day, left, False)
        if left and depth > 1:
            self._make_room(other, depth - 1, False, kept | {other.task})
            left = self.lacking(other)
        return not left


def bound(days: Sequence[Day], needs: Iterable[Need]) -> int:
    """Slots of some tasks that have no place in any plan, were pieces as small as one likes."""
    everything = list(needs)
    meetings = [need for need in everything if need.meeting]
    room = [day.capacity for day in days]
    inside = [min(day.budget, day.meeting_room[0]) for day in days]
    return max(_overflow(room, everything), _overflow(inside, meetings))


def _overflow(room: list[int], needs: Sequence[Need]) -> int:
    """Earliest due first into the earliest day: the most that any order can place."""
    over = 0
    for need in sorted(needs, key=lambda need: need.last):
        rest = need.units
        for number in range(need.first, need.last + 1):
            taken = min(rest, room[number])
            room[number] -= taken
            rest -= taken
        over += rest
    return over
