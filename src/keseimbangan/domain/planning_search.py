"""Which order of tasks meets the deadlines; when none does, which saves the most important work."""

from collections.abc import Callable, Iterator, Sequence

from keseimbangan.domain.planning_chance import Chance
from keseimbangan.domain.planning_days import Day
from keseimbangan.domain.planning_pack import Purse
from keseimbangan.domain.planning_values import Need
from keseimbangan.domain.planning_week import Week, bound

# Steps of search for meeting every deadline, and for the important ones when that fails.
_ALL_STEPS = 10000
_IMPORTANT_STEPS = 10000
_FILL_STEPS = 1500
DEEP = 1

Key = Callable[[Need], tuple[int, ...]]


def best_week(days: Sequence[Day], needs: Sequence[Need]) -> Week:
    """Every deadline met where a plan was found that does; then the rest by order of the needs.

    Otherwise important work with a deadline comes first, then other work with one.
    """
    due = [need for need in needs if need.deadline]
    week = _meeting_all(days, needs, due) or _saving_important(days, needs, due)
    week.purse = Purse(_FILL_STEPS)
    for need in sorted(needs, key=lambda need: need.order):
        if week.lacking(need):
            week.place(need)
    week.tidy()
    return week


def _meeting_all(days: Sequence[Day], needs: Sequence[Need], due: Sequence[Need]) -> Week | None:
    if bound(days, due):
        return None
    week = _search(days, needs, due, 0, Purse(_ALL_STEPS))
    return None if week.lack(due) else week


def _saving_important(days: Sequence[Day], needs: Sequence[Need], due: Sequence[Need]) -> Week:
    important = [need for need in due if need.important]
    least = bound(days, important)
    week = _search(days, needs, important, least, Purse(_IMPORTANT_STEPS), partly=True)
    week.purse = Purse(_FILL_STEPS)
    for need in sorted(due, key=_by_due):
        week.place(need)
    return week


def _by_order(need: Need) -> tuple[int, ...]:
    return need.order


def _by_due(need: Need) -> tuple[int, ...]:
    return (need.last, -need.first, *need.order)


def _by_freedom(need: Need) -> tuple[int, ...]:
    return (need.last - need.first, need.last, -need.units)


def _by_size(need: Need) -> tuple[int, ...]:
    return (need.last, -need.units)


def _search(
    days: Sequence[Day],
    needs: Sequence[Need],
    wanted: Sequence[Need],
    least: int,
    purse: Purse,
    *,
    partly: bool = False,
) -> Week:
    """The week in which the fewest slots of the wanted tasks lack a place.

    First some orders that mostly do; then the best of them, with a few tasks taken out and placed
    again in another order, until the purse is empty.
    """
    best, lack = Week(days, needs, purse), sum(need.units for need in wanted)
    for order in _orders(wanted):
        week = _built(days, needs, order, purse, partly)
        if (now := week.lack(wanted)) < lack:
            best, lack = week, now
        if lack <= least:
            return best
    if lack == sum(need.units for need in wanted):
        # Not even a task alone finds a place.
        return best
    chance = Chance()
    while purse.left > 0:
        week = _changed(best, wanted, chance, partly)
        if (now := week.lack(wanted)) <= lack:
            best, lack = week, now
        if lack <= least:
            break
    return best


def _orders(wanted: Sequence[Need]) -> Iterator[list[Need]]:
    keys: tuple[Key, ...] = (_by_order, _by_due, _by_freedom, _by_size)
    for key in keys:
        yield sorted(wanted, key=key)


def _changed(best: Week, wanted: Sequence[Need], chance: Chance, partly: bool) -> Week:
    """The week with a task that lacks time, and a few in its way, placed anew."""
    week = best.copy()
    lacking = [need for need in wanted if week.lacking(need)]
    first = lacking[chance.below(len(lacking))]
    others = [need for need in wanted if need is not first and _meet(need, first)]
    moved = [first, *chance.some(others, 1 + chance.below(4))]
    for need in moved:
        week.clear(need)
    _placed(week, moved if chance.below(3) else chance.some(moved, len(moved)), partly, DEEP)
    return week


def _meet(one: Need, other: Need) -> bool:
    return one.first <= other.last and other.first <= one.last


def _built(
    days: Sequence[Day], needs: Sequence[Need], order: Sequence[Need], purse: Purse, partly: bool
) -> Week:
    week = Week(days, needs, purse)
    _placed(week, order, partly)
    return week


def _placed(week: Week, order: Sequence[Need], partly: bool, deep: int = 2) -> None:
    """Places tasks one after the other, then makes room for those that lack some."""
    week.purse.left -= 10 + 3 * len(order)
    for need in order:
        week.place(need)
        if partly and week.lacking(need):
            week.place(need, partly=True)
    for depth in range(1, deep + 1):
        for need in order:
            if week.lacking(need):
                week.place(need, depth)
    if partly:
        for need in order:
            if week.lacking(need):
                week.place(need, partly=True)
