"""The report of a month or of any span: what was meant, what was done, and what lay before it.

`Material` is what was read; everything else follows from it without the store. Figures of a span
are the sum of those of its days.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from keseimbangan.domain.blocks import Block, BlockStatus
from keseimbangan.domain.elements import Element
from keseimbangan.domain.focus import FocusSession
from keseimbangan.domain.period import ONE_DAY, DaySpan, local, month_of, week_of
from keseimbangan.domain.report_focus import FocusFigures, focus_figures
from keseimbangan.domain.report_time import (
    AfterHours,
    ByDay,
    Minutes,
    Spent,
    after_hours,
    done_time,
    focus_time,
    minutes_by_day,
    planned_time,
    total,
)
from keseimbangan.domain.review import MonthlyReflection
from keseimbangan.domain.tasks import Quadrant, Task, TaskStatus, quadrant
from keseimbangan.domain.workdays import WorkCalendar, capacity

if TYPE_CHECKING:
    # The journal stays away from a report that was not asked for it.
    from keseimbangan.domain.report_stress import StressFigures

# A longer report is shown by months: nobody reads fifty rows of weeks.
MOST_WEEKS = 14


@dataclass(frozen=True)
class Material:
    """What figures are made of. `elements` are those of the tasks that focus sessions were for."""

    blocks: Sequence[Block]
    sessions: Sequence[FocusSession]
    closed: Sequence[Task]
    elements: Mapping[int, Element]
    calendar: WorkCalendar
    zone: str


class TaskFigures(NamedTuple):
    """Closed tasks; the minutes are of the `compared` ones: done, estimated, and worked on."""

    done: int
    dropped: int
    compared: int
    estimated_minutes: int
    spent_minutes: int


@dataclass(frozen=True)
class Figures:
    """What a span of days came to. `blocks` counts those that start in it, by their status."""

    days: DaySpan
    elements: Mapping[Element, Minutes]
    blocks: Mapping[BlockStatus, int]
    tasks: TaskFigures
    focus: FocusFigures
    after_hours: AfterHours

    @property
    def empty(self) -> bool:
        """Whether nothing at all was planned or done."""
        tasks = self.tasks.done + self.tasks.dropped
        return not (any(self.blocks.values()) or tasks or self.focus.sessions)

    @property
    def all_elements(self) -> Minutes:
        """Planned and done minutes of the four elements together."""
        minutes = self.elements.values()
        return Minutes(sum(one.planned for one in minutes), sum(one.done for one in minutes))


class Part(NamedTuple):
    """A week or a month within a report, as much of it as belongs to the span."""

    days: DaySpan
    elements: Mapping[Element, Minutes]


@dataclass(frozen=True)
class Report:
    """Figures against intentions, in parts, beside those of the period before.

    `reflection` is what the person wrote about the month, `stress` only there when asked for.
    """

    figures: Figures
    previous: Figures
    intended: Mapping[Element, int | None]
    parts: tuple[Part, ...]
    finished: tuple[Task, ...]
    quadrants_done: Mapping[Quadrant, int]
    quadrants_open: Mapping[Quadrant, int]
    today: date
    reflection: MonthlyReflection | None = None
    stress: "StressFigures | None" = None

    @property
    def days(self) -> DaySpan:
        """The days of the report."""
        return self.figures.days

    @property
    def month(self) -> date | None:
        """The first of the month, where the report is one of a whole month."""
        return self.days.first if is_month(self.days) else None

    @property
    def days_ahead(self) -> int:
        """How many of its days have not begun yet."""
        return max(0, min((self.days.end - self.today).days - 1, len(self.days)))


def report(
    days: DaySpan,
    material: Material,
    open_tasks: Iterable[Task],
    intentions: Mapping[Element, int],
    today: date,
    urgent_days: int,
) -> Report:
    """The report of a span; the material has to reach back over the period before."""
    before = period_before(days)
    times = _times(material)
    finished = finished_on(days, material)
    waiting = [task for task in open_tasks if task.is_open]
    return Report(
        figures=_figures(days, material, times),
        previous=_figures(before, material, times),
        intended={element: intended(element, days, material, intentions) for element in Element},
        parts=_parts(days, times.minutes),
        finished=tuple(finished),
        quadrants_done=_count(
            quadrant(task, _day_closed(task, material.zone), urgent_days) for task in finished
        ),
        quadrants_open=_count(quadrant(task, today, urgent_days) for task in waiting),
        today=today,
    )


def figures(days: DaySpan, material: Material) -> Figures:
    """What the material says about a span of days."""
    return _figures(days, material, _times(material))


def finished_on(days: DaySpan, material: Material) -> list[Task]:
    """The tasks that were done on the days, oldest first."""
    return [task for task in _closed(material, days) if task.status is TaskStatus.DONE]


def period_before(days: DaySpan) -> DaySpan:
    """The month before a month, else as many days just before."""
    if is_month(days):
        return month_of(days.first - ONE_DAY)
    return DaySpan(days.first - timedelta(days=len(days)), days.first)


def is_month(days: DaySpan) -> bool:
    """Whether the days are those of one calendar month."""
    return days == month_of(days.first)


def intended(
    element: Element, days: DaySpan, material: Material, intentions: Mapping[Element, int]
) -> int | None:
    """Minutes meant for an element: a week's intention by the share of days, rounded.

    Work without an intention of its own is meant for the working time of exactly these days.
    """
    if element in intentions:
        return round(intentions[element] * len(days) / 7)
    return capacity(days, material.calendar) if element is Element.WORK else None


class _Times(NamedTuple):
    """The material laid on days once, for all the spans that are asked for."""

    planned: list[Spent]
    done: list[Spent]
    minutes: ByDay
    started: Mapping[tuple[date, BlockStatus], int]


def _times(material: Material) -> _Times:
    planned, done = planned_time(material.blocks), done_time(material.blocks)
    focused = focus_time(material.sessions, material.blocks, material.elements)
    started = Counter((block.day, block.status) for block in material.blocks)
    return _Times(planned, [*done, *focused], minutes_by_day(planned, done), started)


def _figures(days: DaySpan, material: Material, times: _Times) -> Figures:
    blocks = dict.fromkeys(BlockStatus, 0)
    for (day, status), count in times.started.items():
        blocks[status] += count if day in days else 0
    return Figures(
        days=days,
        elements=total(times.minutes, days),
        blocks=blocks,
        tasks=_task_figures(_closed(material, days)),
        focus=focus_figures(material.sessions, days),
        after_hours=after_hours(times.planned, times.done, days, material.calendar),
    )


def _parts(days: DaySpan, table: ByDay) -> tuple[Part, ...]:
    weekly = len(days) <= MOST_WEEKS * 7
    found: list[Part] = []
    start = days.first
    while start < days.end:
        whole = week_of(start) if weekly else month_of(start)
        part = DaySpan(start, min(whole.end, days.end))
        found.append(Part(part, total(table, part)))
        start = part.end
    return tuple(found)


def _closed(material: Material, days: DaySpan) -> list[Task]:
    return [task for task in material.closed if _day_closed(task, material.zone) in days]


def _day_closed(task: Task, zone: str) -> date:
    # A closed task without a moment does not come out of the store.
    return local(task.done_at, zone).date() if task.done_at else date.min


def _task_figures(closed: Sequence[Task]) -> TaskFigures:
    done = [task for task in closed if task.status is TaskStatus.DONE]
    known = [(t.estimate_minutes, t.spent_minutes) for t in done if t.estimate_minutes]
    compared = [(estimate, spent) for estimate, spent in known if spent]
    return TaskFigures(
        done=len(done),
        dropped=len(closed) - len(done),
        compared=len(compared),
        estimated_minutes=sum(estimate for estimate, _spent in compared),
        spent_minutes=sum(spent for _estimate, spent in compared),
    )


def _count(quadrants: Iterable[Quadrant]) -> dict[Quadrant, int]:
    counted = Counter(quadrants)
    return {one: counted[one] for one in Quadrant}
