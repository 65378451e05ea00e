"""Where what has no place could go: the earliest due dates by which there is time for it."""

from collections.abc import Mapping
from datetime import date

from keseimbangan.domain.planning_days import days_of
from keseimbangan.domain.planning_question import Question
from keseimbangan.domain.planning_values import Fixed, Plan, Unplaced


def later_days(question: Question, plan: Plan) -> Mapping[int, date | None]:
    """For each task without a place a day by which it could be done, by the number of the task.

    Each takes the time that is left after its due date, in the order of the plan. What finds none
    within the days is put off to the first working day after them.
    """
    room = _room(question, plan)
    beyond = question.next_day(question.horizon.last)
    return {one.task: _day(one, room) or beyond for one in plan.unplaced}


def _room(question: Question, plan: Plan) -> dict[date, int]:
    """Minutes of work that each day could still take."""
    placed = [Fixed(placement.period, task=placement.task) for placement in plan.placements]
    fixed, rules = [*question.fixed, *placed], question.rules
    days = days_of(question.horizon, question.free, fixed, rules)
    return {day.date: day.capacity * rules.grid for day in days}


def _day(one: Unplaced, room: dict[date, int]) -> date | None:
    """The day by which the minutes fit, taken from the room; nothing is taken where none does."""
    if one.due is None:
        return None
    taken: dict[date, int] = {}
    left = one.minutes
    for day, minutes in room.items():
        if day > one.due and left > 0:
            taken[day] = min(left, minutes)
            left -= taken[day]
    if left > 0 or not taken:
        return None
    room.update({day: room[day] - minutes for day, minutes in taken.items()})
    return max(day for day, minutes in taken.items() if minutes)
