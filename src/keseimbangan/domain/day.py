"""One day as a person looks at it: hours, blocks, load, what matters, what to say about it."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from keseimbangan.domain.blocks import Block, WorkLocation
from keseimbangan.domain.elements import Element
from keseimbangan.domain.holidays import lacks_collective_leave, lacks_holidays
from keseimbangan.domain.load import NO_PRESSURE, Pressure
from keseimbangan.domain.locations import FlexibleDays
from keseimbangan.domain.period import Period
from keseimbangan.domain.tasks import (
    Quadrant,
    Task,
    TaskStatus,
    follow_ups,
    in_order,
    quadrant,
    without_umbrellas,
)
from keseimbangan.domain.timeline import (
    gaps,
    outside_hours,
    overlaps,
    parts_on,
    planned_work_minutes,
    ran_on,
    total_minutes,
)
from keseimbangan.domain.workdays import WorkCalendar, WorkingHours
from keseimbangan.frozen import dataclass

NO_FLEXIBLE_DAYS = FlexibleDays(0, 0)
# As many tasks as a day can hold in the head.
TASKS_SHOWN = 5
# As many of what could give way as a warning names.
CANDIDATES = 3


class WarningCode(StrEnum):
    """What a day is warned about."""

    OVERLAP = "overlap"
    OUT_OF_HOURS = "out_of_hours"
    OVERCOMMITTED = "overcommitted"
    OVERDUE = "overdue"
    DANGLING_FOCUS = "dangling_focus"
    REVIEW_DUE = "review_due"
    REFLECTION_DUE = "reflection_due"
    NO_HOLIDAYS = "no_holidays"
    NO_COLLECTIVE_LEAVE = "no_collective_leave"


class DayWarning(NamedTuple):
    """One warning and the blocks, the tasks, the minutes or the year it is about.

    Too much work names what could give way, the least important first, to `other_day`.
    """

    code: WarningCode
    blocks: tuple[Block, ...] = ()
    minutes: int = 0
    year: int = 0
    tasks: tuple[Task, ...] = ()
    other_day: date | None = None


class FocusTally(NamedTuple):
    """Rounds completed and whole minutes focused on the day; the number of a running session."""

    completed: int = 0
    minutes: int = 0
    running: int | None = None


@dataclass(frozen=True)
class DayPlan:
    """A day, computed. Gaps are wall clock, naive."""

    hours: WorkingHours
    location: WorkLocation
    blocks: Sequence[Block]
    tasks: Sequence[Task]
    follow_ups: Sequence[Task]
    focus: FocusTally
    gaps: Sequence[Period]
    planned_work_minutes: int
    warnings: Sequence[DayWarning]
    more_tasks: int = 0
    flexible: FlexibleDays = NO_FLEXIBLE_DAYS

    @property
    def day(self) -> date:
        """The date."""
        return self.hours.day

    @property
    def capacity_minutes(self) -> int:
        """Working minutes."""
        return self.hours.minutes


def day_plan(
    hours: WorkingHours,
    location: WorkLocation,
    blocks: Sequence[Block],
    tasks: Sequence[Task] = (),
    asked_after: Sequence[Task] = (),
    focus: FocusTally = FocusTally(),
    reminders: Sequence[DayWarning] = (),
    zone: str | None = None,
    flexible: FlexibleDays = NO_FLEXIBLE_DAYS,
    noted: bool = False,
    pressure: Pressure = NO_PRESSURE,
) -> DayPlan:
    """The day of these hours with its blocks, and of the tasks that matter the first five.

    `zone` is that of the hours, where blocks may have been planned in another. A place that was
    `noted` for the day stands above what its blocks say.
    """
    load = planned_work_minutes(blocks, hours.day)
    return DayPlan(
        hours=hours,
        location=location if noted else _location(blocks, location),
        blocks=blocks,
        tasks=tasks[:TASKS_SHOWN],
        follow_ups=asked_after,
        focus=focus,
        gaps=gaps(hours, blocks, zone),
        planned_work_minutes=load,
        warnings=[*_warnings(hours, blocks, load, pressure), *reminders],
        more_tasks=len(tasks[TASKS_SHOWN:]),
        flexible=flexible,
    )


def tasks_that_matter(tasks: Sequence[Task], day: date, urgent_days: int) -> list[Task]:
    """One's own, by quadrant; what is neither important nor urgent stays away."""
    own = [task for task in without_umbrellas(tasks) if task.status is TaskStatus.OPEN]
    matter = [t for t in own if quadrant(t, day, urgent_days) is not Quadrant.ELIMINATE]
    return in_order(matter, day, urgent_days)


def asked_after(tasks: Sequence[Task], day: date) -> list[Task]:
    """Delegated tasks to follow up by the day."""
    return follow_ups(tasks, day)


def calendar_warnings(year: int, calendar: WorkCalendar) -> list[DayWarning]:
    """What is not known of the year's holidays, and so not counted."""
    if lacks_holidays(year, calendar.holidays):
        return [DayWarning(WarningCode.NO_HOLIDAYS, year=year)]
    if lacks_collective_leave(year, calendar.holidays):
        return [DayWarning(WarningCode.NO_COLLECTIVE_LEAVE, year=year)]
    return []


def minutes_by_element(blocks: Sequence[Block], day: date) -> dict[Element, int]:
    """Planned minutes of each element on a day, each minute of an element counted once."""
    return {e: total_minutes(parts_on(_of(e, blocks), day)) for e in Element}


def done_by_element(blocks: Sequence[Block], day: date) -> dict[Element, int]:
    """Minutes that finished blocks of each element really took on a day, each counted once."""
    return {e: total_minutes(ran_on(_of(e, blocks), day)) for e in Element}


def _of(element: Element, blocks: Sequence[Block]) -> list[Block]:
    return [block for block in blocks if block.element is element]


def _location(blocks: Sequence[Block], default: WorkLocation) -> WorkLocation:
    """Where the work blocks of the day are, when they say so and agree."""
    named = {b.location for b in blocks if b.element is Element.WORK and b.location is not None}
    return named.pop() if len(named) == 1 else default


def _warnings(
    hours: WorkingHours, blocks: Sequence[Block], load: int, pressure: Pressure
) -> list[DayWarning]:
    found = [DayWarning(WarningCode.OVERLAP, tuple(pair)) for pair in overlaps(blocks)]
    if late := tuple(block for block in blocks if outside_hours(block, hours)):
        found.append(DayWarning(WarningCode.OUT_OF_HOURS, late))
    if (over := pressure.overload(load, hours.minutes)) and hours.minutes > 0:
        found.append(_overcommitted(over, load > hours.minutes, pressure))
    return found


def _overcommitted(over: int, by_blocks: bool, pressure: Pressure) -> DayWarning:
    # Where the blocks alone fit, it is a due date that does not.
    return DayWarning(
        WarningCode.OVERCOMMITTED,
        pressure.blocks[:CANDIDATES] if by_blocks else (),
        over,
        tasks=pressure.tasks[:CANDIDATES],
        other_day=pressure.other_day,
    )
