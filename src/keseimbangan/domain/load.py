"""What is asked of working time: blocks planned, tasks due, and what is left free for them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from keseimbangan.domain.blocks import Block, BlockKind, BlockStatus
from keseimbangan.domain.catching_up import Ahead, Room, at_work
from keseimbangan.domain.period import DaySpan, Period, local
from keseimbangan.domain.tasks import Task, TaskStatus, remaining_minutes, without_umbrellas
from keseimbangan.domain.timeline import by_day, gaps
from keseimbangan.domain.workdays import WorkCalendar, WorkingHours, working_hours


def rooms(
    days: DaySpan,
    calendar: WorkCalendar,
    blocks: Sequence[Block],
    tasks: Sequence[Task],
    zone: str,
    now: datetime,
) -> list[Room]:
    """The working days among some days that lie ahead, each with what nothing asks for yet."""
    there, asked = by_day(blocks, days), due_minutes(tasks, planned_ahead(blocks, now))
    found = []
    for day in days:
        hours = working_hours(day, calendar)
        if hours.hours is not None:
            free = free_minutes(hours, there[day], zone, now) - asked.get(day, 0)
            found.append(Room(day, max(0, free)))
    return found


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
