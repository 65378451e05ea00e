"""The planner against CP-SAT: `python -m tests.planner.measure [--weeks 500] [--tight]`.

The solver is asked only where it could do better: where the plan misses a deadline, or places less
important work with a deadline than there is.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Sequence
from typing import NamedTuple

from keseimbangan.domain.planning import plan
from keseimbangan.domain.planning_days import Day, days_of, slot_period
from keseimbangan.domain.planning_needs import needs_of
from keseimbangan.domain.planning_values import Need, Placement, Plan, Reason
from tests.planner.exact import Answer, meet_all, most_placed
from tests.planner.laws import broken
from tests.planner.weeks import HORIZON, RULES, Question, question


class Result(NamedTuple):
    """One week; minutes are those of important work with a deadline."""

    seed: int
    tasks: int
    load: float
    milliseconds: float
    due: int
    missed: int
    feasible: str
    placed: int
    optimum: int
    proved: bool
    broken: tuple[str, ...]

    @property
    def beaten(self) -> bool:
        """The solver meets every deadline and the planner does not."""
        return self.missed > 0 and self.feasible == "yes"

    @property
    def loss(self) -> float:
        """The share of the optimum that was not placed."""
        return 1 - self.placed / self.optimum if self.optimum else 0.0


def measure(seed: int, seconds: float, *, tight: bool = False) -> Result:
    """One week, planned and compared."""
    asked = question(seed, tight=tight)
    begun = time.process_time()
    made = plan(HORIZON, asked.free, asked.fixed, asked.demands, RULES)
    spent = (time.process_time() - begun) * 1000
    needs = needs_of(HORIZON, asked.fixed, asked.demands, RULES)
    least = min(need.shortest for need in needs)
    days = days_of(HORIZON, asked.free, asked.fixed, RULES, least)
    due = [need for need in needs if need.deadline]
    important = [need for need in due if need.important]
    missed, lost = _lacking(made, due), _lacking(made, important)
    wrong = _broken(asked, made.placements)
    feasible, optimum, proved = "yes", _units(important), True
    if missed:
        answer = meet_all(days, due, seconds)
        feasible = {"OPTIMAL": "yes", "FEASIBLE": "yes", "INFEASIBLE": "no"}.get(answer.status, "?")
        wrong += _broken(asked, _placements(days, answer))
    if lost:
        answer = most_placed(days, important, seconds)
        optimum, proved = answer.bound, answer.status == "OPTIMAL"
        wrong += _broken(asked, _placements(days, answer))
    step = RULES.grid
    placed = _units(important) - lost
    return Result(
        seed,
        len(asked.demands),
        asked.load,
        spent,
        _units(due) * step,
        missed * step,
        feasible,
        placed * step,
        optimum * step,
        proved,
        tuple(wrong),
    )


def _units(needs: Sequence[Need]) -> int:
    return sum(need.units for need in needs)


def _lacking(made: Plan, needs: Sequence[Need]) -> int:
    tasks = {need.task for need in needs}
    placed = sum(p.period.minutes for p in made.placements if p.task in tasks)
    return _units(needs) - placed // RULES.grid


def _placements(days: Sequence[Day], answer: Answer) -> list[Placement]:
    return [
        Placement(task, slot_period(days[number], start, end), Reason.FILLS_GAP)
        for task, pieces in answer.pieces.items()
        for number, start, end in pieces
    ]


def _broken(asked: Question, placements: Sequence[Placement]) -> list[str]:
    return broken(HORIZON, asked.free, asked.fixed, asked.demands, RULES, placements)


def report(results: Sequence[Result]) -> str:
    """The distribution, as Markdown."""
    met = [r for r in results if not r.missed]
    none = [r for r in results if r.feasible == "no"]
    open_ = [r for r in results if r.feasible == "?"]
    beaten = [r for r in results if r.beaten]
    optimum = sum(r.optimum for r in results)
    losses = [r.loss for r in results if r.optimum]
    took = sorted(r.milliseconds for r in results)
    forty = [r.milliseconds for r in results if r.tasks >= 36]
    rows = [
        ("weeks", f"{len(results)}"),
        ("every deadline met by the planner", f"{len(met)}"),
        ("no plan meets every deadline (proved)", f"{len(none)}"),
        ("the solver meets them, the planner does not", f"{len(beaten)}"),
        ("the solver found no plan and no proof in time", f"{len(open_)}"),
        ("important minutes before deadlines: optimum or its bound", f"{optimum:,}"),
        ("placed by the planner", f"{sum(r.placed for r in results):,}"),
        ("loss over the set", f"{1 - sum(r.placed for r in results) / optimum:.3%}"),
        ("weeks without loss", f"{sum(loss == 0 for loss in losses)} of {len(losses)}"),
        ("weeks with a loss above 0 to 1 %", f"{sum(0 < loss <= 0.01 for loss in losses)}"),
        ("above 1 to 2 %", f"{sum(0.01 < loss <= 0.02 for loss in losses)}"),
        ("above 2 to 5 %", f"{sum(0.02 < loss <= 0.05 for loss in losses)}"),
        ("above 5 %", f"{sum(loss > 0.05 for loss in losses)}"),
        ("worst week", f"{max(losses):.2%}"),
        ("optimum not proved (its bound taken)", f"{sum(not r.proved for r in results)}"),
        ("weeks that break a law", f"{sum(bool(r.broken) for r in results)}"),
        ("minutes with a deadline, in all weeks", f"{sum(r.due for r in results):,}"),
        ("of these placed", f"{sum(r.due - r.missed for r in results):,}"),
        ("processor time of a plan, median", f"{statistics.median(took):.0f} ms"),
        ("95th percentile", f"{took[int(len(took) * 0.95)]:.0f} ms"),
        ("longest", f"{took[-1]:.0f} ms"),
    ]
    if forty:
        rows.append(
            (f"longest of the {len(forty)} weeks of 36 to 40 tasks", f"{max(forty):.0f} ms")
        )
    return "\n".join(
        ["| | |", "| --- | ---: |", *(f"| {name} | {value} |" for name, value in rows)]
    )


def main() -> None:
    """Measures and prints; a line on standard error for each week worth looking at."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--weeks", type=int, default=500)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--tight", action="store_true")
    words = parser.parse_args()
    results = []
    for seed in range(words.first, words.first + words.weeks):
        result = measure(seed, words.seconds, tight=words.tight)
        results.append(result)
        if result.beaten or result.loss > 0 or result.feasible == "?" or result.broken:
            sys.stderr.write(f"{result}\n")
    sys.stdout.write(report(results) + "\n")


if __name__ == "__main__":
    main()
