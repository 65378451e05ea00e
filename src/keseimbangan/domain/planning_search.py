"""Which order of tasks meets the deadlines; when none does, which saves the most important work."""

from collections.abc import Callable, Iterator, Sequence

from keseimbangan.domain.planning_chance import Chance
from keseimbangan.domain.planning_days import Day
from keseimbangan.domain.planning_pack import Purse
from keseimbangan.domain.planning_values import Need
from keseimbangan.domain.planning_week import Week, bound

# Steps of search for meeting every deadline, and for the important ones when that fails.
_ALL_STEPS = 8000
_IMPORTANT_STEPS = 6000
# For other work with a deadline beside the important, and for all that has none.
_SPARING_STEPS = 4000
_FILL_STEPS = 1500
# How far moving one task may move others: at first, and in the changes that follow.
_DEPTH = 2
_DEPTH_OF_CHANGES = 1

Key = Callable[[Need], tuple[int, ...]]


def best_week(days: Sequence[Day], needs: Sequence[Need]) -> Week:
    """Every deadline met where a plan was found that does; then the rest by order of the needs.

    Otherwise important work with a deadline comes first, then other work with one.
    """
    week = _for_deadlines(days, needs)
    week.purse = Purse(_FILL_STEPS)
    for need in sorted(needs, key=_by_order):
        if week.lacking(need) and (need.deadline or not week.place_whole(need)):
            week.place(need)
    week.tidy()
    return week


def _for_deadlines(days: Sequence[Day], needs: Sequence[Need]) -> Week:
    """The week without work that has no deadline."""
    due = [need for need in needs if need.deadline]
    if bound(days, due):
        return _saving_important(days, needs, due)
    week = _search(days, needs, due, 0, Purse(_ALL_STEPS))
    if not week.lack(due):
        return week
    important = [need for need in due if need.important]
    other = _saving_important(days, needs, due)
    return min((week, other), key=lambda one: (one.lack(important), one.lack(due)))


def _saving_important(days: Sequence[Day], needs: Sequence[Need], due: Sequence[Need]) -> Week:
    important = [need for need in due if need.important]
    least = bound(days, important)
    week = _search(days, needs, important, least, Purse(_IMPORTANT_STEPS), partly=True)
    week.purse, week.moving_steps = Purse(_SPARING_STEPS), _SPARING_STEPS // 8
    for need in sorted(due, key=_by_due):
        week.place(need, _DEPTH)
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
    whole = sum(need.units for need in wanted)
    best, lack = Week(days, needs, purse), whole
    for order in _orders(wanted):
        week = _built(days, needs, order, purse, partly)
        if (now := week.lack(wanted)) < lack:
            best, lack = week, now
        if lack <= least:
            return best
    if lack == whole:
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
    order = moved if chance.below(3) else chance.some(moved, len(moved))
    _placed(week, order, partly, _DEPTH_OF_CHANGES)
    return week


def _meet(one: Need, other: Need) -> bool:
    return one.first <= other.last and other.first <= one.last


def _built(
    days: Sequence[Day], needs: Sequence[Need], order: Sequence[Need], purse: Purse, partly: bool
) -> Week:
    week = Week(days, needs, purse)
    _placed(week, order, partly, _DEPTH)
    return week


def _placed(week: Week, order: Sequence[Need], partly: bool, depth: int) -> None:
    """Places tasks one after the other, then makes room for those that lack some."""
    week.purse.left -= 10 + 3 * len(order)
    for need in order:
        week.place(need)
        if partly and week.lacking(need):
            week.place(need, partly=True)
    for deep in range(1, depth + 1):
        for need in order:
            if week.lacking(need):
                week.place(need, deep)
    if partly:
        for need in order:
            if week.lacking(need):
                week.place(need, partly=True)
