"""The lines of a performance log: what was done, when, with what result. From done work alone.

A done block is a line. A done task is a line of the day on which it was finished, unless a block of
that day was for it: then the last such block tells what came of it. Focus sessions give a task its
time where no block does. Life, rest, family and buffers are nobody's business here, save what
serves a target. The journal is out of reach: nothing of it can be imported here.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from keseimbangan.domain.akhlak import Akhlak
from keseimbangan.domain.blocks import Block, BlockKind
from keseimbangan.domain.elements import Element
from keseimbangan.domain.focus import FocusSession
from keseimbangan.domain.period import DaySpan, local, merged
from keseimbangan.domain.tasks import Task, TaskStatus

NO_ACTIVITY = (BlockKind.BREAK, BlockKind.FAMILY, BlockKind.BUFFER)


@dataclass(frozen=True)
class Activity:
    """One line. Instants are UTC, absent where nobody knows when; `day` is that of `zone`."""

    day: date
    zone: str
    title: str
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    minutes: int = 0
    target: int | None = None
    result: str | None = None
    evidence: str | None = None
    indicator: int | None = None
    realisation: float | None = None
    akhlak: tuple[Akhlak, ...] = ()
    task: int | None = None
    block: int | None = None


def activities(
    days: DaySpan,
    blocks: Iterable[Block],
    tasks: Mapping[int, Task],
    sessions: Iterable[FocusSession],
    zone: str,
) -> list[Activity]:
    """The lines of some days, in the order of time; `tasks` are those the others name, and more."""
    done = [block for block in blocks if block.ran and _is_work(block)]
    lines = {block.number: _of_block(block, tasks.get(block.task or 0)) for block in done}
    last = {(line.task, line.day): line for line in sorted(lines.values(), key=_order)}
    focused = _free_by_task(sessions, done)
    others: list[Activity] = []
    for task in tasks.values():
        if task.status is not TaskStatus.DONE or not _counts(task):
            continue
        end = local(task.done_at, zone).date() if task.done_at else None
        block_line = last.get((task.number, end)) if end else None
        if block_line and (block_line.realisation is None or task.realisation is None):
            lines[block_line.block] = _ended(block_line, task)
            end = None
        others += _of_task(task, end, focused.get(task.number or 0, ()), zone)
    return sorted((line for line in (*lines.values(), *others) if line.day in days), key=_order)


def _is_work(block: Block) -> bool:
    if block.target is not None:
        return True
    return block.element is Element.WORK and block.kind not in NO_ACTIVITY


def _counts(task: Task) -> bool:
    return task.target is not None or task.element is Element.WORK


def _of_block(block: Block, task: Task | None) -> Activity:
    ran = block.ran or block.period
    return Activity(
        day=local(ran.start, block.zone).date(),
        zone=block.zone,
        title=block.title,
        starts_at=ran.start,
        ends_at=ran.end,
        minutes=ran.minutes,
        target=block.target,
        result=block.result,
        # What proves the task proves the work on it.
        evidence=block.evidence or (task.evidence if task else None),
        indicator=block.indicator,
        realisation=block.realisation,
        akhlak=block.akhlak or (task.akhlak if task else ()),
        task=block.task,
        block=block.number,
    )


def _ended(line: Activity, task: Task) -> Activity:
    """The line of a block in which its task was finished."""
    amount = task if line.realisation is None else line
    return replace(
        line,
        result=line.result or task.result,
        indicator=amount.indicator,
        realisation=amount.realisation,
    )


def _free_by_task(
    sessions: Iterable[FocusSession], done: Sequence[Block]
) -> dict[int, list[FocusSession]]:
    """Sessions for tasks whose time is not that of a block already."""
    taken = merged(block.ran for block in done if block.ran)
    ends = [period.end for period in taken]
    free: dict[int, list[FocusSession]] = {}
    for session in sessions:
        if session.task is None or session.ended_at is None:
            continue
        # The only one that can share time with it is the first to end after it starts.
        place = bisect_right(ends, session.started_at)
        if place == len(taken) or taken[place].start >= session.ended_at:
            free.setdefault(session.task, []).append(session)
    return free


def _of_task(
    task: Task, end: date | None, sessions: Iterable[FocusSession], zone: str
) -> list[Activity]:
    """A line for each day of its sessions, and for `end` with what came of it."""
    by_day: dict[date, list[FocusSession]] = {} if end is None else {end: []}
    for session in sessions:
        by_day.setdefault(local(session.started_at, session.zone).date(), []).append(session)
    lines = [_on_day(task, day, some, zone) for day, some in by_day.items()]
    return [_ended(line, task) if line.day == end else line for line in lines]


def _on_day(task: Task, day: date, sessions: Sequence[FocusSession], zone: str) -> Activity:
    ends = [session.ended_at for session in sessions if session.ended_at]
    return Activity(
        day=day,
        zone=sessions[0].zone if sessions else zone,
        title=task.title,
        starts_at=min((session.started_at for session in sessions), default=None),
        ends_at=max(ends, default=None),
        minutes=sum(session.focused_seconds for session in sessions) // 60,
        target=task.target,
        evidence=task.evidence,
        akhlak=task.akhlak,
        task=task.number,
    )


def _order(line: Activity) -> tuple[date, bool, float, int, int]:
    # What has no time comes last on its day.
    start = line.starts_at.timestamp() if line.starts_at else 0.0
    return line.day, line.starts_at is None, start, line.task or 0, line.block or 0
