"""Weeks, blocks, tasks and rules from which the planner's tests are made."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st

from keseimbangan.domain.blocks import BlockKind
from keseimbangan.domain.elements import Element
from keseimbangan.domain.period import DaySpan, Period, week_of
from keseimbangan.domain.planning import plan
from keseimbangan.domain.planning_values import Demand, Fixed, Plan, Rules, WorkKind
from keseimbangan.domain.workdays import WorkCalendar, working_hours

MONDAY = date(2026, 11, 23)
WEEK = week_of(MONDAY)
WORKING = tuple(p for day in WEEK for p in working_hours(day, WorkCalendar()).periods())
RULES = Rules()


def at(day: int, clock: str) -> datetime:
    """A moment of November 2026: `at(23, "08.00")`."""
    return datetime.combine(date(2026, 11, day), time.fromisoformat(clock.replace(".", ":")))


def span(day: int, start: str, end: str) -> Period:
    """Hours of one day."""
    return Period(at(day, start), at(day, end))


def block(day: int, start: str, end: str, kind: BlockKind = BlockKind.MEETING) -> Fixed:
    """A block that stays."""
    return Fixed(span(day, start, end), kind)


def demand(task: int, minutes: int | None, **more: Any) -> Demand:
    """A task that wants time."""
    return Demand(task, f"Tugas {task}", minutes, **more)


def planned(
    *demands: Demand,
    fixed: Sequence[Fixed] = (),
    rules: Rules = RULES,
    free: Sequence[Period] = WORKING,
    horizon: DaySpan = WEEK,
) -> Plan:
    """The plan of the default week."""
    return plan(horizon, free, fixed, demands, rules)


def lines(made: Plan) -> list[str]:
    """The placements as text: `23 07.30-08.30 #1 important_first`."""
    return [
        f"{p.period.start:%d %H.%M}-{p.period.end:%H.%M} #{p.task} {p.reason}"
        for p in made.placements
    ]


_days = st.integers(0, 3).map(lambda n: MONDAY + timedelta(days=n))


def _periods(step: int, longest: int) -> st.SearchStrategy[Period]:
    return st.builds(
        lambda day, start, length: Period(
            datetime.combine(day, time()) + timedelta(minutes=start * step),
            datetime.combine(day, time()) + timedelta(minutes=(start + length) * step),
        ),
        _days,
        st.integers(0, 24 * 60 // step - 1),
        st.integers(1, longest // step),
    )


some_rules = st.builds(
    Rules,
    buffer=st.sampled_from([0, 15, 33]),
    longest=st.sampled_from([60, 90, 120]),
    pause=st.sampled_from([10, 20, 30]),
    shortest=st.sampled_from([10, 30, 60]),
    grid=st.sampled_from([5, 10]),
    inflation=st.sampled_from([0, 20]),
    morning=st.booleans(),
    shutdown=st.sampled_from([None, time(15), time(16, 10)]),
)
some_free = st.lists(_periods(7, 700), min_size=1, max_size=6)
some_fixed = st.lists(
    st.builds(
        Fixed,
        _periods(5, 240),
        st.sampled_from(BlockKind),
        st.booleans(),
        st.sampled_from([None, None, 1, 2]),
    ),
    max_size=6,
)
some_demands = st.lists(
    st.builds(
        Demand,
        st.integers(1, 12),
        st.just("Tugas"),
        st.one_of(st.none(), st.integers(-10, 600)),
        st.one_of(st.none(), st.integers(-3, 6).map(lambda n: MONDAY + timedelta(days=n))),
        st.one_of(st.none(), st.integers(-3, 6).map(lambda n: MONDAY + timedelta(days=n))),
        st.booleans(),
        st.booleans(),
        st.integers(0, 3),
        st.sampled_from(WorkKind),
        st.sampled_from([Element.WORK, Element.WORK, Element.GROWTH, Element.LIFE]),
    ),
    max_size=8,
    unique_by=lambda one: one.task,
)
FOUR_DAYS = DaySpan(MONDAY, MONDAY + timedelta(days=4))
