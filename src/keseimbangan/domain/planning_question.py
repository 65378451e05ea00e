"""What the planner is asked, made of a person's calendar, blocks, tasks and wishes.

Times are the wall clock where the person is, naive. Work that was planned in another zone takes
the time that it really takes there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from keseimbangan.domain.blocks import Block, BlockKind, BlockStatus
from keseimbangan.domain.elements import Element
from keseimbangan.domain.period import ONE_DAY, DaySpan, Period, merged, subtract
from keseimbangan.domain.planning_days import RESTFUL, UNWORKED
from keseimbangan.domain.planning_values import Demand, Fixed, Rules, WorkKind
from keseimbangan.domain.planning_wishes import PlanningWishes
from keseimbangan.domain.tasks import (
    Impact,
    Quadrant,
    Task,
    TaskKind,
    TaskStatus,
    is_near,
    quadrant,
    without_umbrellas,
)
from keseimbangan.domain.timeline import occupied, on_clock
from keseimbangan.domain.times import TimeRange
from keseimbangan.domain.workdays import WorkCalendar, WorkingHours, working_hours

# By these a task says that it is a meeting: there is no kind for it.
_MEETING_WORDS = ("rapat", "meeting")
# What others take part in stays where it was put, also when the day is planned anew.
_WITH_OTHERS = (BlockKind.MEETING, BlockKind.SERVICE)
_NOT_FOR_WORK = (Element.LIFE, Element.RECOVERY)


@dataclass(frozen=True)
class Question:
    """All that is needed to plan some days, and to show the plan; demands in the order of need.

    `free` is working time from `since` on; `guessed` are the tasks that were counted with the
    `usual` estimate; `released` are the blocks that may be planned anew, and are not among `fixed`.
    """

    horizon: DaySpan
    zone: str
    since: datetime
    calendar: WorkCalendar
    hours: Sequence[WorkingHours]
    free: Sequence[Period]
    blocks: Sequence[Block]
    fixed: Sequence[Fixed]
    demands: Sequence[Demand]
    rules: Rules
    tasks: Mapping[int, Task]
    guessed: frozenset[int] = frozenset()
    usual: int = 0
    released: Sequence[Block] = ()

    @property
    def asked(self) -> list[Demand]:
        """The demands that could have a place in these days."""
        return [
            demand
            for demand in self.demands
            if demand.element in self.rules.elements
            and (demand.not_before is None or demand.not_before < self.horizon.end)
        ]

    def spent_minutes(self, task: int) -> int:
        """What was worked on a task with an estimate until now, its own or the usual one."""
        whole = self.tasks[task].estimate_minutes or self.usual
        return whole - next(d.minutes or 0 for d in self.demands if d.task == task)

    def next_day(self, after: date) -> date | None:
        """The first working day after a day, within a month."""
        days = DaySpan(after + ONE_DAY, after + 31 * ONE_DAY)
        open_ = (day for day in days if working_hours(day, self.calendar).hours is not None)
        return next(open_, None)


def rules_of(wishes: PlanningWishes, urgent_days: int) -> Rules:
    """The planner's rules by a person's wishes; no element but work and growth is planned."""
    return Rules(
        buffer=wishes.buffer,
        longest=wishes.longest,
        pause=wishes.pause,
        shortest=wishes.shortest,
        grid=wishes.grid,
        inflation=wishes.inflation,
        morning=wishes.morning,
        meetings_from=wishes.meetings_from,
        meetings_until=wishes.meetings_until,
        shutdown=wishes.shutdown,
        near_days=urgent_days,
    )


def on_grid(moment: datetime, grid: int) -> datetime:
    """The first step of the grid at a wall-clock moment or after it."""
    midnight = datetime.combine(moment.date(), time())
    return midnight - (midnight - moment) // timedelta(minutes=grid) * timedelta(minutes=grid)


def free_time(
    hours: Sequence[WorkingHours],
    since: datetime,
    shutdown: time | None = None,
    overtime: TimeRange | None = None,
) -> list[Period]:
    """Working time from `since` on, without breaks, leave and holidays; blocks are not looked at.

    With `overtime` also those hours, after any shutdown too: on days off only when the day is the
    one that is asked for.
    """
    found: list[Period] = []
    for day in hours:
        open_ = _open(day, shutdown)
        if overtime is not None and (day.hours is not None or len(hours) == 1):
            open_ = merged([*open_, _on(day.day, overtime)])
        found += [Period(max(p.start, since), p.end) for p in open_ if p.end > since]
    return found


def fixed_of(block: Block, zone: str, now: datetime) -> list[Fixed]:
    """A block as the planner sees it; `now` is an instant.

    Of a running one of a task, the time ahead is planned for the task, and what is behind is not.
    """
    taken = occupied(block)
    if taken is None:
        return []
    kind, task = _kind(block), block.task if block.status is BlockStatus.PLANNED else None
    if task is None or taken.end <= now:
        return [Fixed(on_clock(taken, zone), kind, block.protected)]
    behind = taken.overlap(Period(taken.start, now)) if taken.start < now else None
    ahead = Period(max(taken.start, now), taken.end)
    found = [Fixed(on_clock(ahead, zone), kind, block.protected, task)]
    return [*found, Fixed(on_clock(behind, zone), kind)] if behind else found


def is_labour(block: Block) -> bool:
    """Whether the time of a block is work, which asks for pauses."""
    return _kind(block) not in UNWORKED


def wanted(tasks: Sequence[Task]) -> list[Task]:
    """One's own open tasks that can be worked on."""
    return [task for task in without_umbrellas(tasks) if task.status is TaskStatus.OPEN]


def demand_of(task: Task, today: date, urgent_days: int, worked: int, usual: int) -> Demand:
    """What a task asks of the planner; `worked` are minutes beside its focus sessions.

    Without an estimate of its own it asks for the `usual` minutes, where there are any.
    """
    where = quadrant(task, today, urgent_days)
    whole = task.estimate_minutes or usual or None
    return Demand(
        task=task.number or 0,
        title=task.title,
        minutes=None if whole is None else whole - task.spent_minutes - worked,
        due=task.due,
        not_before=task.not_before,
        important=where in (Quadrant.DO, Quadrant.SCHEDULE),
        urgent=task.urgent or is_near(task, today, urgent_days),
        rank=list(Quadrant).index(where),
        kind=work_kind(task),
        element=task.element,
    )


def in_order(demand: Demand) -> tuple[int, date, int]:
    """What is to be planned first comes first: by quadrant, due date and number."""
    return demand.rank, demand.due or date.max, demand.task


def work_kind(task: Task) -> WorkKind:
    """What a task asks of the person: projects and what has a high impact ask for concentration."""
    if task.title.lower().startswith(_MEETING_WORDS):
        return WorkKind.MEETING
    if task.kind is TaskKind.PROJECT or task.impact is Impact.HIGH:
        return WorkKind.FOCUS
    return WorkKind.LIGHT


def releasable(block: Block, now: datetime, made: bool) -> bool:
    """Whether a block of an open task may be planned anew: `made` says that a plan has made it."""
    own = made or block.kind not in (*_WITH_OTHERS, *RESTFUL, BlockKind.BUFFER)
    ahead = block.status is BlockStatus.PLANNED and block.starts_at >= now
    return own and ahead and block.task is not None and not (block.protected or block.recurring)


def _open(day: WorkingHours, shutdown: time | None) -> list[Period]:
    if shutdown is None:
        return day.periods()
    end = datetime.combine(day.day, shutdown)
    ended = Period(end, datetime.combine(day.day, time()) + timedelta(days=2))
    return [part for period in day.periods() for part in subtract(period, [ended])]


def _on(day: date, hours: TimeRange) -> Period:
    last = day + timedelta(days=1) if hours.crosses_midnight else day
    return Period(datetime.combine(day, hours.start), datetime.combine(last, hours.end))


def _kind(block: Block) -> BlockKind:
    """The kind; what belongs to one's own life or rest is no work, whatever it is called."""
    if block.element in _NOT_FOR_WORK and block.kind not in (*RESTFUL, BlockKind.BUFFER):
        return BlockKind.FAMILY if block.element is Element.LIFE else BlockKind.BREAK
    return block.kind
