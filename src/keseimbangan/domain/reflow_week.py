"""What an interrupted day no longer holds, on the days that follow."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from keseimbangan.domain.period import Period
from keseimbangan.domain.planning_question import demand_of
from keseimbangan.domain.planning_values import Demand, Fixed, Refusal, Unplaced
from keseimbangan.domain.reflow import Change
from keseimbangan.domain.tasks import Task, TaskStatus

MINUTE = timedelta(minutes=1)


def left_minutes(changes: Sequence[Change], tasks: Mapping[int, Task]) -> dict[int, int]:
    """Minutes that each of one's own open tasks has lost, by number."""
    left: dict[int, int] = {}
    for change in changes:
        task = tasks.get(change.block.task or 0)
        if change.left and task is not None and task.status is TaskStatus.OPEN:
            number = change.block.task or 0
            left[number] = left.get(number, 0) + change.left // MINUTE
    return left


def movable(task: Task, first: date, today: date) -> bool:
    """Whether another day can take it: not what is due before the first of them."""
    return task.due is None or not today <= task.due < first


def demands_for(
    left: Mapping[int, int], tasks: Mapping[int, Task], today: date, urgent_days: int, grid: int
) -> list[Demand]:
    """The same as demands of the planner, in whole steps of its grid."""
    return [
        replace(demand_of(tasks[number], today, urgent_days, 0, 0), minutes=-(-lost // grid) * grid)
        for number, lost in sorted(left.items())
    ]


def without_tasks(fixed: Sequence[Fixed]) -> list[Fixed]:
    """Blocks that take their time and stand for no demand: what was lost is wanted besides them."""
    return [block._replace(task=None) for block in fixed]


def with_places(
    changes: Sequence[Change], places: Mapping[int, Sequence[Period]]
) -> tuple[Change, ...]:
    """The changes with the places that were found for each task, in order, as far as they go."""
    rest = {task: list(periods) for task, periods in places.items()}
    return tuple(_filled(change, rest.get(change.block.task or 0, [])) for change in changes)


def unplaced(
    changes: Sequence[Change], refused: Mapping[int, Refusal], tasks: Mapping[int, Task]
) -> list[tuple[Change, Unplaced]]:
    """What has no place at all, and why; work of no open task had one day only."""
    found = []
    for change in changes:
        if change.left:
            number = change.block.task or 0
            # A task that is closed or with somebody else asks for nothing any more.
            if number not in tasks or tasks[number].status is not TaskStatus.OPEN:
                number = 0
            due = tasks[number].due if number else None
            reason = refused.get(number, Refusal.GAPS_TOO_SHORT)
            minutes = change.left // MINUTE
            found.append((change, Unplaced(number, minutes, reason, due)))
    return found


def _filled(change: Change, places: list[Period]) -> Change:
    pieces, left = list(change.pieces), change.left
    while left and places:
        first = places.pop(0)
        end = min(first.end, first.start + left)
        pieces.append(Period(first.start, end))
        left -= end - first.start
        if end < first.end and first.end - end >= MINUTE * 5:
            places.insert(0, Period(end, first.end))
    return change._replace(pieces=tuple(pieces), left=left)
