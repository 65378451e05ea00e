"""Coming back to overdue tasks: new due dates, spread over the working days ahead.

Only half of what is free goes to them, so that one returns to work by degrees (seed 004) and what
comes in meanwhile finds its place.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import accumulate
from typing import NamedTuple

from keseimbangan.domain.elements import Element
from keseimbangan.domain.tasks import (
    ASSUMED_MINUTES,
    Task,
    TaskStatus,
    in_order,
    remaining_minutes,
    without_umbrellas,
)

# Of the free time of a day, in per cent.
SHARE = 50
# What is not finished needs this much still, whatever its estimate said.
LEAST = 15
# A day does not mention fewer overdue tasks: one or two are seen as they are.
MANY = 5


class Room(NamedTuple):
    """Minutes of a working day that no block and no due date asks for."""

    day: date
    minutes: int


class Ahead(NamedTuple):
    """The blocks that stand for a task already: their minutes, and the day of the last."""

    minutes: int
    last: date


class NewDue(NamedTuple):
    """The day proposed for an overdue task, and the minutes it still needs."""

    task: Task
    day: date
    minutes: int


def overdue(tasks: Iterable[Task], today: date) -> list[Task]:
    """One's own open tasks whose due date has passed."""
    return [task for task in tasks if is_overdue(task, today)]


def is_overdue(task: Task, today: date) -> bool:
    """Whether its due date has passed while it is one's own to do."""
    return task.status is TaskStatus.OPEN and task.due is not None and task.due < today


def at_work(task: Task) -> bool:
    """Whether working time is for it."""
    return task.element in (Element.WORK, Element.GROWTH)


def needed_minutes(task: Task, planned: int = 0, usual: int = ASSUMED_MINUTES) -> int:
    """What a task still asks of working time beside `planned` minutes of blocks ahead.

    `usual` minutes stand for a missing estimate.
    """
    if not at_work(task):
        return 0
    known = task.estimate_minutes is not None
    whole = max(LEAST, remaining_minutes(task)) if known else usual
    return max(0, whole - planned)


def catch_up(
    tasks: Sequence[Task],
    rooms: Sequence[Room],
    today: date,
    urgent_days: int,
    ahead: Mapping[int | None, Ahead],
    days: int | None = None,
    usual: int = ASSUMED_MINUTES,
) -> list[NewDue]:
    """A due date for each overdue one of the open tasks, the important first.

    `rooms` are the working days to come, at least one, and `ahead` what is planned already, by
    number. `days` spreads the tasks over so many days; without, they take as many as half of the
    free time asks for. A task whose pieces are open is due with the last of them. `usual` minutes
    stand for a missing estimate.
    """
    late = in_order(overdue(tasks, today), today, urgent_days)
    umbrellas = {task.number for task in late} - {t.number for t in without_umbrellas(tasks)}
    needs = [
        (task, needed_minutes(task, _planned(task, ahead), usual))
        for task in late
        if task.number not in umbrellas
    ]
    found = _spread([need for need in needs if at_work(need[0])], rooms, days)
    found += _one_a_day([need for need in needs if not at_work(need[0])], rooms[0].day, days)
    dated = {new.task.number: _not_too_early(new, ahead) for new in found}
    return [
        dated.get(task.number) or NewDue(task, _last_piece(task, tasks, dated, rooms[0].day), 0)
        for task in late
    ]


def _planned(task: Task, ahead: Mapping[int | None, Ahead]) -> int:
    return ahead[task.number].minutes if task.number in ahead else 0


def _spread(
    needs: Sequence[tuple[Task, int]], rooms: Sequence[Room], days: int | None
) -> list[NewDue]:
    """Each due on the day on which the time for it and for all before it is full."""
    chosen = rooms[:days]
    weights = [room.minutes * SHARE // 100 for room in chosen]
    if not any(weights):
        weights = [1] * len(chosen)
    needed, there = sum(minutes for _task, minutes in needs), sum(weights)
    # Where so many days were asked for, or where all are too few, each takes its part.
    in_parts = needed > (there if days is None else 0)
    times, of = (needed, there) if in_parts else (1, 1)
    filled = [
        (room.day, full * times) for room, full in zip(chosen, accumulate(weights), strict=True)
    ]
    found, end = [], 0
    for task, minutes in needs:
        end += minutes
        reached = (day for day, full in filled if full and full >= end * of)
        found.append(NewDue(task, next(reached, chosen[-1].day), minutes))
    return found


def _one_a_day(needs: Sequence[tuple[Task, int]], first: date, days: int | None) -> list[NewDue]:
    """What needs no working time: one on each day that follows."""
    most = days or len(needs)
    return [
        NewDue(task, first + timedelta(days=place % most), minutes)
        for place, (task, minutes) in enumerate(needs)
    ]


def _not_too_early(new: NewDue, ahead: Mapping[int | None, Ahead]) -> NewDue:
    """A task is not due before it may be begun, nor before its last block."""
    number, day = new.task.number, new.day
    if number in ahead:
        day = max(day, ahead[number].last)
    return new._replace(day=max(day, new.task.not_before or day))


def _last_piece(
    task: Task, tasks: Sequence[Task], dated: Mapping[int | None, NewDue], first: date
) -> date:
    days = [first]
    for piece in (each for each in tasks if each.is_open and each.parent == task.number):
        if new := dated.get(piece.number):
            days.append(new.day)
            continue
        # A piece may itself have pieces.
        days.append(_last_piece(piece, tasks, dated, max(first, piece.due or first)))
    return max(days)
