"""What is asked of working time: blocks planned, tasks due, and what is left free for them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from keseimbangan.domain.blocks import Block, BlockKind, BlockStatus
from keseimbangan.domain.catching_up import Ahead, Room, at_work
from keseimbangan.domain.elements import Element
from keseimbangan.domain.period import ONE_DAY, DaySpan, Period, local
from keseimbangan.domain.tasks import (
    Quadrant,
    Task,
    TaskStatus,
    quadrant,
    remaining_minutes,
    without_umbrellas,
)
from keseimbangan.domain.timeline import by_day, gaps
from keseimbangan.domain.workdays import WorkCalendar, WorkingHours, working_hours


class Pressure(NamedTuple):
    """What a day is asked beside its blocks, and what could give way, the least important first.

    `minutes` are those of the `tasks` that are due on it and have no block yet, `free` is the time
    for them; `blocks` are its own that may move, and `other_day` is where to.
    """

    minutes: int = 0
    free: int = 0
    tasks: tuple[Task, ...] = ()
    blocks: tuple[Block, ...] = ()
    other_day: date | None = None

    def overload(self, planned: int, capacity: int) -> int:
        """Minutes too much, with so many planned in blocks against the working time."""
        return max(0, planned - capacity) + max(0, self.minutes - self.free)


NO_PRESSURE = Pressure()


def pressure(
    hours: WorkingHours,
    blocks: Sequence[Block],
    tasks: Sequence[Task],
    zone: str,
    now: datetime,
    urgent_days: int,
    other_day: date | None = None,
) -> Pressure:
    """The pressure on a day that has not passed, from all open tasks.

    Only of today it counts what is due: for a later due date there are the days before it too.
    """
    today = local(now, zone).date()
    by_number = {task.number: task for task in tasks}

    def gives_way(block: Block) -> tuple[int, int]:
        task = by_number.get(block.task)
        # Work that serves no task has its place between.
        return 2 if task is None else _rank(task, today, urgent_days), -block.minutes

    movable = sorted((b for b in blocks if may_give_way(b, now)), key=gives_way)
    if hours.day != today:
        return Pressure(blocks=tuple(movable), other_day=other_day)
    due, minutes = due_by(today, tasks, planned_ahead(blocks, now), today, urgent_days)
    free = free_minutes(hours, blocks, zone, now)
    return Pressure(minutes, free, tuple(due), tuple(movable), other_day)


def due_by(
    day: date,
    tasks: Sequence[Task],
    ahead: Mapping[int | None, Ahead],
    today: date,
    urgent_days: int,
) -> tuple[list[Task], int]:
    """What is due from today to a day and has no block yet, the least important first; minutes.

    An estimate that is not known is not guessed.
    """
    due = [
        task
        for task in without_umbrellas(tasks)
        if task.due is not None
        and today <= task.due <= day
        and at_work(task)
        and unplanned_minutes(task, ahead)
    ]
    due.sort(key=lambda task: (_rank(task, today, urgent_days), -(task.number or 0)))
    return due, sum(unplanned_minutes(task, ahead) for task in due)


def pressure_until(
    last: date,
    there: Sequence[Room],
    tasks: Sequence[Task],
    ahead: Mapping[int | None, Ahead],
    today: date,
    urgent_days: int,
    other_day: date | None = None,
) -> Pressure:
    """The pressure of due dates up to `last` where they ask most beyond the time before them.

    `there` are the working days up to then. What gives way goes to the next of them, and beyond
    the last to `other_day`.
    """
    worst, free = NO_PRESSURE, 0
    for place, room in enumerate(there):
        free += room.minutes
        after = there[place + 1].day if place + 1 < len(there) else None
        # A day off adds no time for what is due on it.
        due, minutes = due_by(after - ONE_DAY if after else last, tasks, ahead, today, urgent_days)
        if minutes - free > worst.minutes - worst.free:
            worst = Pressure(minutes, free, tuple(due), (), after or other_day)
    return worst


def may_give_way(block: Block, now: datetime) -> bool:
    """Whether it is one's own work, still ahead, that nothing holds where it is.

    A meeting is kept with others, and a buffer is no work to be moved.
    """
    return (
        block.status is BlockStatus.PLANNED
        and not block.protected
        and block.starts_at >= now
        and block.kind not in (BlockKind.MEETING, BlockKind.BUFFER)
        and block.element is Element.WORK
    )


def _rank(task: Task, today: date, urgent_days: int) -> int:
    """What gives way first has 0."""
    order = [Quadrant.ELIMINATE, Quadrant.DELEGATE, None, Quadrant.SCHEDULE, Quadrant.DO]
    return order.index(quadrant(task, today, urgent_days))


def rooms(
    days: DaySpan,
    calendar: WorkCalendar,
    blocks: Sequence[Block],
    tasks: Sequence[Task],
    zone: str,
    now: datetime,
) -> list[Room]:
    """The working days among some days that lie ahead, with what blocks and due dates leave."""
    asked = due_minutes(tasks, planned_ahead(blocks, now))
    return [
        Room(room.day, max(0, room.minutes - asked.get(room.day, 0)))
        for room in free_days(days, calendar, blocks, zone, now)
    ]


def free_days(
    days: DaySpan, calendar: WorkCalendar, blocks: Sequence[Block], zone: str, now: datetime
) -> list[Room]:
    """The working days among some days that lie ahead, each with the time that blocks leave."""
    there = by_day(blocks, days)
    open_ = [hours for day in days if (hours := working_hours(day, calendar)).hours is not None]
    return [Room(hours.day, free_minutes(hours, there[hours.day], zone, now)) for hours in open_]


def due_minutes(tasks: Sequence[Task], ahead: Mapping[int | None, Ahead]) -> dict[date, int]:
    """What is due on each day and has no block yet, as far as its estimate is known."""
    asked: dict[date, int] = {}
    for task in without_umbrellas(tasks):
        if task.due is not None and at_work(task):
            asked[task.due] = asked.get(task.due, 0) + unplanned_minutes(task, ahead)
    return asked


def planned_ahead(blocks: Iterable[Block], now: datetime) -> dict[int | None, Ahead]:
    """The blocks that stand for tasks from now on, by the number of the task."""
    found: dict[int | None, Ahead] = {}
    for block in blocks:
        if block.task is None or block.status is not BlockStatus.PLANNED or block.ends_at <= now:
            continue
        before = found.get(block.task, Ahead(0, block.day))
        minutes = Period(max(block.starts_at, now), block.ends_at).minutes
        found[block.task] = Ahead(before.minutes + minutes, max(before.last, block.day))
    return found


def free_minutes(hours: WorkingHours, blocks: Sequence[Block], zone: str, now: datetime) -> int:
    """Working minutes from now on that nothing has taken; a buffer is free."""
    taken = [block for block in blocks if block.kind is not BlockKind.BUFFER]
    clock = local(now, zone)
    free = [gap for gap in gaps(hours, taken, zone) if gap.end > clock]
    return sum(Period(max(gap.start, clock), gap.end).minutes for gap in free)


def unplanned_minutes(task: Task, ahead: Mapping[int | None, Ahead]) -> int:
    """What is left of the estimate of one's own open task beside its blocks ahead."""
    if task.status is not TaskStatus.OPEN:
        return 0
    planned = ahead[task.number].minutes if task.number in ahead else 0
    return max(0, remaining_minutes(task) - planned)
