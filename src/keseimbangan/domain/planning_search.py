"""Which order of tasks meets the deadlines; when none does, which saves the most important work."""

from collections.abc import Callable, Sequence

from keseimbangan.domain.planning_days import Day
from keseimbangan.domain.planning_pack import Purse
from keseimbangan.domain.planning_values import Need
from keseimbangan.domain.planning_week import Week, bound

# Steps of search for meeting every deadline, and for the important ones when that fails.
_ALL_STEPS = 10000
_IMPORTANT_STEPS = 10000
_FILL_STEPS = 1500
_ROUNDS = 30
_DEPTH = 2

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
    """The week in which the fewest slots of the wanted tasks lack a place."""
    best: Week | None = None
    keys: tuple[Key, ...] = (_by_order, _by_due, _by_freedom, _by_size)
    for key in keys:
        order = sorted(wanted, key=key)
        for _ in range(_ROUNDS):
            week = _built(days, needs, order, purse, partly)
            if best is None or week.lack(wanted) < best.lack(wanted):
                best = week
            if best.lack(wanted) <= least or purse.left <= 0:
                return best
            squeaking = [need for need in order if week.lacking(need)]
            again = squeaking + [need for need in order if need not in squeaking]
            if again == order or key is _by_order:
                break
            order = again
    assert best is not None
    return best


def _built(
    days: Sequence[Day], needs: Sequence[Need], order: Sequence[Need], purse: Purse, partly: bool
) -> Week:
    week = Week(days, needs, purse)
    for need in order:
        week.place(need)
    for depth in range(1, _DEPTH + 1):
        for need in order:
            if week.lacking(need):
                week.place(need, depth)
    if partly:
        for need in order:
            if week.lacking(need):
                week.place(need, partly=True)
    return week
