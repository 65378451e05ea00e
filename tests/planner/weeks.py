"""Working weeks made from a seed: random fixed events, 2 to 40 tasks, 30 to 130 % load."""

import random
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from keseimbangan.domain.blocks import BlockKind
from keseimbangan.domain.period import Period, week_of
from keseimbangan.domain.planning_days import days_of
from keseimbangan.domain.planning_values import Demand, Fixed, Rules, WorkKind
from keseimbangan.domain.workdays import WorkCalendar, working_hours

HORIZON = week_of(date(2026, 11, 23))
RULES = Rules()
_KINDS = (BlockKind.MEETING, BlockKind.MEETING, BlockKind.SERVICE, BlockKind.FAMILY)
_WORK = (WorkKind.FOCUS, WorkKind.FOCUS, WorkKind.LIGHT, WorkKind.LIGHT, WorkKind.MEETING)


class Question(NamedTuple):
    """What the planner and the solver are both asked."""

    free: tuple[Period, ...]
    fixed: tuple[Fixed, ...]
    demands: tuple[Demand, ...]
    load: float


def question(seed: int, *, tight: bool = False) -> Question:
    """The week of a seed; a tight one is nearly full, and every task in it has a deadline."""
    chance = random.Random(seed)
    free = tuple(p for day in HORIZON for p in working_hours(day, WorkCalendar()).periods())
    fixed = tuple(_event(chance) for _ in range(chance.randint(0, 14)))
    capacity = sum(day.capacity for day in days_of(HORIZON, free, fixed, RULES)) * RULES.grid
    load = chance.uniform(0.85, 1.0) if tight else chance.uniform(0.3, 1.3)
    sizes = _sizes(chance, chance.randint(2, 40), int(capacity * load))
    share = 1.0 if tight else chance.choice((0.4, 0.7, 1.0))
    demands = tuple(_demand(chance, n, size, share) for n, size in enumerate(sizes, 1))
    return Question(free, fixed, demands, load)


def _event(chance: random.Random) -> Fixed:
    day = HORIZON.first + timedelta(days=chance.randrange(5))
    start = datetime.combine(day, time(7, 30)) + timedelta(minutes=5 * chance.randrange(96))
    length = timedelta(minutes=chance.choice((15, 30, 30, 45, 60, 60, 90, 120, 150)))
    return Fixed(Period(start, start + length), chance.choice(_KINDS), chance.random() < 0.5)


def _sizes(chance: random.Random, count: int, total: int) -> list[int]:
    """Minutes of each task; uneven, at least ten, and mostly on the grid."""
    weights = [chance.lognormvariate(0, 0.7) for _ in range(count)]
    sizes = [max(10, int(total * weight / sum(weights))) for weight in weights]
    return [n if chance.random() < 0.1 else n // 5 * 5 for n in sizes]


def _demand(chance: random.Random, number: int, minutes: int, share: float) -> Demand:
    due = None
    if chance.random() < share:
        due = HORIZON.first + timedelta(days=chance.choice((0, 1, 1, 2, 2, 3, 3, 4, 4, 4)))
    not_before = None
    if chance.random() < 0.15:
        latest = 4 if due is None else (due - HORIZON.first).days
        not_before = HORIZON.first + timedelta(days=chance.randint(0, latest))
    important = chance.random() < 0.5
    near = due is not None and (due - HORIZON.first).days <= RULES.near_days
    return Demand(
        number,
        f"Tugas {number}",
        minutes,
        due,
        not_before,
        important,
        rank=(0 if near else 1) if important else (2 if near else 3),
        kind=chance.choice(_WORK),
    )
