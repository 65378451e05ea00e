"""Tasks into free working time: pure, and the same answer to the same question.

Earliest due first, important first where not everything fits; the hours of a day by what the work
asks of the person. How well it does that is measured: docs/planner.md.
"""

from collections.abc import Sequence

from keseimbangan.domain.period import DaySpan, Period
from keseimbangan.domain.planning_days import days_of, slot_period
from keseimbangan.domain.planning_needs import needs_of
from keseimbangan.domain.planning_reasons import reasoned, refusals
from keseimbangan.domain.planning_search import best_week
from keseimbangan.domain.planning_values import Demand, Fixed, Plan, Rules


def plan(
    horizon: DaySpan,
    free: Sequence[Period],
    fixed: Sequence[Fixed],
    demands: Sequence[Demand],
    rules: Rules,
) -> Plan:
    """Places demands into free working time around what is fixed; every number is a task's own.

    `free` is working time without breaks, prayer and leave; fixed blocks may lie within it. A fixed
    block with the number of a demand is time already planned for it, so that a plan that was
    applied is planned no further.
    """
    standing, placed = list(fixed), list[Fixed]()
    while new := _step(horizon, free, standing, demands, rules):
        standing += new
        placed += new
    return Plan(
        reasoned(placed, demands, rules, horizon),
        refusals(horizon, free, standing, demands, rules),
    )


def released(fixed: Sequence[Fixed], demands: Sequence[Demand]) -> list[Fixed]:
    """What stays when a day is planned anew: all but the unprotected blocks of these tasks."""
    tasks = {demand.task for demand in demands}
    return [block for block in fixed if block.protected or block.task not in tasks]


def _step(
    horizon: DaySpan,
    free: Sequence[Period],
    standing: Sequence[Fixed],
    demands: Sequence[Demand],
    rules: Rules,
) -> list[Fixed]:
    """What finds a place beside all that stands already.

    Its answer is taken for standing and asked again until nothing is new: so a plan that was
    applied leaves nothing to plan, by construction.
    """
    needs = needs_of(horizon, standing, demands, rules)
    if not needs:
        return []
    days = days_of(horizon, free, standing, rules, min(need.shortest for need in needs))
    week = best_week(days, needs)
    return [
        Fixed(slot_period(day, start, end), task=task)
        for day, load in zip(days, week.loads, strict=True)
        for task, start, end in load.pieces
    ]
