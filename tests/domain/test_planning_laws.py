"""What holds of every plan, whatever the rules, the hours and the tasks."""

from collections import Counter
from collections.abc import Sequence

from hypothesis import given, settings

from keseimbangan.domain.blocks import BlockKind
from keseimbangan.domain.period import Period
from keseimbangan.domain.planning import plan
from keseimbangan.domain.planning_values import Demand, Fixed, Refusal, Rules
from tests.domain.planning_examples import (
    FOUR_DAYS,
    some_demands,
    some_fixed,
    some_free,
    some_rules,
)
from tests.planner.laws import broken

question = given(some_free, some_fixed, some_demands, some_rules)
often = settings(deadline=None, max_examples=150)


@question
@often
def test_no_plan_breaks_a_law(
    free: list[Period], fixed: list[Fixed], demands: list[Demand], rules: Rules
) -> None:
    made = plan(FOUR_DAYS, free, fixed, demands, rules)
    assert broken(FOUR_DAYS, free, fixed, demands, rules, made.placements) == []


@question
@often
def test_planning_twice_changes_nothing(
    free: list[Period], fixed: list[Fixed], demands: list[Demand], rules: Rules
) -> None:
    once = plan(FOUR_DAYS, free, fixed, demands, rules)
    applied = [*fixed, *(Fixed(p.period, BlockKind.FOCUS, task=p.task) for p in once.placements)]
    again = plan(FOUR_DAYS, free, applied, demands, rules)
    assert again.placements == ()
    assert again.unplaced == once.unplaced


@question
@often
def test_the_order_of_the_question_does_not_matter(
    free: list[Period], fixed: list[Fixed], demands: list[Demand], rules: Rules
) -> None:
    once = plan(FOUR_DAYS, free, fixed, demands, rules)
    again = plan(FOUR_DAYS, free[::-1], fixed[::-1], demands[::-1], rules)
    assert once.placements == again.placements
    assert set(once.unplaced) == set(again.unplaced)


@question
@often
def test_every_minute_is_placed_or_told(
    free: list[Period], fixed: list[Fixed], demands: list[Demand], rules: Rules
) -> None:
    made = plan(FOUR_DAYS, free, fixed, demands, rules)
    told = {one.task: one for one in made.unplaced}
    placed = Counter[int]()
    for placement in made.placements:
        placed[placement.task] += placement.period.minutes
    for demand in demands:
        left = _wanted(demand, fixed, rules) - placed[demand.task]
        if demand.task in told:
            assert told[demand.task].minutes == max(0, left)
        else:
            assert left < rules.grid
    assert all(one.reason in Refusal for one in made.unplaced)


def _wanted(demand: Demand, fixed: Sequence[Fixed], rules: Rules) -> int:
    before = sum(block.period.minutes for block in fixed if block.task == demand.task)
    return (demand.minutes or 0) * (100 + rules.inflation) // 100 - before
