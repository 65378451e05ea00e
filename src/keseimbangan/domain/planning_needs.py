"""What is still to be planned of each task, in units of the grid, and within which days."""

from collections.abc import Sequence
from datetime import date

from keseimbangan.domain.period import DaySpan
from keseimbangan.domain.planning_values import Demand, Fixed, Need, Rules, WorkKind


def needs_of(
    horizon: DaySpan, fixed: Sequence[Fixed], demands: Sequence[Demand], rules: Rules
) -> list[Need]:
    """The demands that can be planned at all, by the number of their task."""
    found = []
    for demand in sorted(demands, key=lambda demand: demand.task):
        window = window_of(demand, horizon)
        units = plannable(demand, fixed, rules)
        if units and window and demand.element in rules.elements:
            found.append(_need(demand, units, window, horizon, rules))
    return found


def inflated(demand: Demand, rules: Rules) -> int:
    """Its minutes with the inflation of estimates, rounded down."""
    return (demand.minutes or 0) * (100 + rules.inflation) // 100


def planned(demand: Demand, fixed: Sequence[Fixed]) -> int:
    """Minutes of blocks that stand for it already."""
    return sum(block.period.minutes for block in fixed if block.task == demand.task)


def plannable(demand: Demand, fixed: Sequence[Fixed], rules: Rules) -> int:
    """Units of the grid to place; 0 when the rest of a longer task is shorter than a piece."""
    whole = inflated(demand, rules)
    units = (whole - planned(demand, fixed)) // rules.grid
    if whole >= rules.shortest and units * rules.grid < rules.shortest:
        return 0
    return max(0, units)


def window_of(demand: Demand, horizon: DaySpan) -> tuple[int, int] | None:
    """Indexes of its first and last day, None without one; a due date that passed binds no more."""
    first = max(0, (_or(demand.not_before, horizon.first) - horizon.first).days)
    last = len(horizon) - 1
    if has_deadline(demand, horizon):
        last = (_or(demand.due, horizon.last) - horizon.first).days
    return (first, last) if first <= last else None


def has_deadline(demand: Demand, horizon: DaySpan) -> bool:
    """Whether its due date is one of the planned days."""
    return demand.due is not None and demand.due in horizon


def _need(
    demand: Demand, units: int, window: tuple[int, int], horizon: DaySpan, rules: Rules
) -> Need:
    whole = inflated(demand, rules) // rules.grid
    # Behind what can still be in time, and before what has time yet.
    late = demand.due is not None and demand.due < horizon.first
    least = rules.shortest // rules.grid
    # People meet once, not in parts.
    short = demand.kind is WorkKind.MEETING and units * rules.grid <= rules.longest
    return Need(
        task=demand.task,
        units=units,
        shortest=units if short or whole < least else least,
        first=window[0],
        last=window[1],
        deadline=has_deadline(demand, horizon),
        important=demand.important,
        meeting=demand.kind is WorkKind.MEETING,
        morning=rules.morning and demand.kind is WorkKind.FOCUS,
        order=(
            not late,
            demand.rank,
            _or(demand.due, date.max).toordinal(),
            not demand.urgent,
            demand.task,
        ),
    )


def _or(day: date | None, other: date) -> date:
    return other if day is None else day
