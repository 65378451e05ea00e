"""Why each piece stands where it stands, and why the rest has no place."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, time, timedelta

from keseimbangan.domain.period import DaySpan, Period
from keseimbangan.domain.planning_days import days_of
from keseimbangan.domain.planning_needs import inflated, plannable, planned, window_of
from keseimbangan.domain.planning_values import (
    Demand,
    Fixed,
    Placement,
    Reason,
    Refusal,
    Rules,
    Unplaced,
    WorkKind,
)


def reasoned(
    placed: Sequence[Fixed], demands: Sequence[Demand], rules: Rules, horizon: DaySpan
) -> tuple[Placement, ...]:
    """The pieces by time, each with the first reason that holds."""
    by_task = {demand.task: demand for demand in demands}
    parts = Counter(block.task for block in placed)
    seen: Counter[int | None] = Counter()
    found = []
    for block in sorted(placed, key=lambda block: block.period):
        demand = by_task[block.task or 0]
        seen[block.task] += 1
        reason = _reason(demand, block.period, seen[block.task], horizon, rules)
        number, of = seen[block.task], parts[block.task]
        found.append(Placement(demand.task, block.period, reason, demand.due, number, of))
    return tuple(found)


def refusals(
    horizon: DaySpan,
    free: Sequence[Period],
    standing: Sequence[Fixed],
    demands: Sequence[Demand],
    rules: Rules,
) -> tuple[Unplaced, ...]:
    """What has no place beside all that stands; a rest below one step of the grid is not told."""
    room = [day.capacity * rules.grid for day in days_of(horizon, free, standing, rules)]
    found = []
    for demand in demands:
        before = planned(demand, standing)
        rest = inflated(demand, rules) - before
        if demand.minutes is not None and before and rest < rules.grid:
            continue
        reason = _refusal(demand, rest, standing, rules) or _no_room(
            demand, rest, horizon, free, room
        )
        found.append(Unplaced(demand.task, max(0, rest), reason, demand.due, demand.not_before))
    return tuple(found)


def _reason(demand: Demand, period: Period, part: int, horizon: DaySpan, rules: Rules) -> Reason:
    near = timedelta(days=rules.near_days)
    if part > 1:
        return Reason.CONTINUES
    if demand.due is not None and demand.due < horizon.first:
        return Reason.OVERDUE
    if demand.due is not None and demand.due - period.start.date() <= near:
        return Reason.DUE_SOON
    if demand.kind is WorkKind.MEETING:
        return Reason.MEETING_HOURS
    if demand.kind is WorkKind.FOCUS and rules.morning and period.start.time() < rules.noon:
        return Reason.MORNING
    if demand.important:
        return Reason.IMPORTANT
    if demand.urgent:
        return Reason.URGENT
    return Reason.FILLS_GAP if demand.due is None else Reason.BEFORE_DUE


def _refusal(demand: Demand, rest: int, standing: Sequence[Fixed], rules: Rules) -> Refusal | None:
    """What is in the task itself."""
    if demand.minutes is None:
        return Refusal.NO_ESTIMATE
    if demand.minutes <= 0:
        return Refusal.ESTIMATE_SPENT
    if demand.element not in rules.elements:
        return Refusal.OTHER_ELEMENT
    if rest < rules.grid:
        return Refusal.BELOW_GRID
    if not plannable(demand, standing, rules):
        return Refusal.BELOW_SHORTEST
    return None


def _no_room(
    demand: Demand, rest: int, horizon: DaySpan, free: Sequence[Period], room: Sequence[int]
) -> Refusal:
    """What is in the days."""
    if demand.not_before is not None and demand.not_before >= horizon.end:
        return Refusal.NOT_YET
    window = window_of(demand, horizon)
    if window is None:
        return Refusal.NO_TIME_BEFORE_DUE
    first, last = window
    begin = datetime.combine(horizon.first + timedelta(days=first), time())
    days = Period(begin, begin + timedelta(days=last - first + 1))
    if not any(period.overlaps(days) for period in free):
        return Refusal.NO_WORKING_TIME
    if sum(room[first : last + 1]) >= rest:
        return Refusal.GAPS_TOO_SHORT
    if demand.due is not None and demand.due in horizon:
        return Refusal.NO_TIME_BEFORE_DUE
    return Refusal.BEYOND_HORIZON
