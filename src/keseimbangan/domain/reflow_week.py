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


def lost(changes: Sequence[Change], tasks: Mapping[int, Task]) -> dict[int, Task]:
    """The changes that have lost time of one's own open tasks, by their place among them."""
    return {
        at: tasks[change.block.task or 0]
        for at, change in enumerate(changes)
        if change.left and _asks(change, tasks)
    }


def movable(task: Task, first: date, today: date) -> bool:
    """Whether another day can take it: not what is due before the first of them."""
    return task.due is None or not today <= task.due < first


def demands_for(
    changes: Sequence[Change], wanted: Mapping[int, Task], today: date, urgent_days: int, grid: int
) -> list[Demand]:
    """A demand of the planner for each change, under its place among them.

    The minutes are whole steps of the grid; each change keeps its own pieces, none of them a crumb.
    """
    found = []
    for at, task in wanted.items():
        minutes = -(-(changes[at].left // MINUTE) // grid) * grid
        demand = demand_of(task, today, urgent_days, 0, 0)
        found.append(replace(demand, task=at, minutes=minutes))
    return found


def without_tasks(fixed: Sequence[Fixed]) -> list[Fixed]:
    """Blocks that take their time and stand for no demand: what was lost is wanted besides them."""
    return [block._replace(task=None) for block in fixed]


def with_places(
    changes: Sequence[Change], places: Mapping[int, Sequence[Period]]
) -> tuple[Change, ...]:
    """The changes with the places that were found for them, each under its place among them."""
    return tuple(_filled(change, places.get(at, ())) for at, change in enumerate(changes))


def unplaced(
    changes: Sequence[Change], refused: Mapping[int, Refusal], tasks: Mapping[int, Task]
) -> list[tuple[Change, Unplaced]]:
    """What has no place at all, and why; work of no open task had one day only."""
    found = []
    for at, change in enumerate(changes):
        if change.left:
            # A task that is closed or with somebody else asks for nothing any more.
            number = (change.block.task or 0) if _asks(change, tasks) else 0
            due = tasks[number].due if number else None
            reason = refused.get(at, Refusal.GAPS_TOO_SHORT)
            found.append((change, Unplaced(number, change.left // MINUTE, reason, due)))
    return found


def _asks(change: Change, tasks: Mapping[int, Task]) -> bool:
    task = tasks.get(change.block.task or 0)
    return task is not None and task.status is TaskStatus.OPEN


def _filled(change: Change, places: Sequence[Period]) -> Change:
    """The change with its places; of the longest what is more than was lost is cut off."""
    if not places:
        return change
    left = change.left - sum((place.end - place.start for place in places), timedelta())
    longest = max(places, key=lambda place: place.end - place.start)
    cut = Period(longest.start, longest.end + min(left, timedelta()))
    pieces = (*change.pieces, *(cut if place is longest else place for place in places))
    return change._replace(pieces=pieces, left=max(left, timedelta()))
