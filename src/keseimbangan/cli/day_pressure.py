"""What days and weeks are asked beside their blocks."""

from collections.abc import Mapping, Sequence
from datetime import date

from keseimbangan.cli.context import Env
from keseimbangan.cli.task_work import with_work
from keseimbangan.cli.work_calendar import work_calendar
from keseimbangan.domain.blocks import Block
from keseimbangan.domain.day import CANDIDATES, DayWarning, WarningCode
from keseimbangan.domain.load import (
    NO_PRESSURE,
    Pressure,
    free_days,
    planned_ahead,
    pressure,
    pressure_until,
)
from keseimbangan.domain.period import DaySpan
from keseimbangan.domain.tasks import Task
from keseimbangan.domain.timeline import planned_work_minutes
from keseimbangan.domain.workdays import WorkCalendar, next_working_day, working_hours
from keseimbangan.store.blocks import Blocks
from keseimbangan.store.database import Database


def day_pressures(
    env: Env,
    db: Database,
    days: DaySpan,
    blocks: Mapping[date, Sequence[Block]],
    tasks: Sequence[Task],
    calendar: WorkCalendar,
) -> dict[date, Pressure]:
    """The pressure on today and on the days ahead that are too full; on others there is none."""
    found, today = dict.fromkeys(days, NO_PRESSURE), env.today()
    if today in days:
        tasks = with_work(db, tasks, today)
    for day in days:
        hours = working_hours(day, calendar)
        full = day > today and planned_work_minutes(blocks[day], day) > hours.minutes
        if day == today or full:
            other = next_working_day(day, calendar)
            found[day] = pressure(
                hours, blocks[day], tasks, env.zone, env.now(), env.settings.urgent_days, other
            )
    return found


def week_warnings(
    env: Env,
    db: Database,
    week: DaySpan,
    blocks: Sequence[Block],
    tasks: Sequence[Task],
    calendar: WorkCalendar,
) -> list[DayWarning]:
    """That the tasks due in the rest of a week ask more time than there is before they are due.

    `blocks` and `calendar` are those of the week, `tasks` all that are open.
    """
    days = DaySpan(max(week.first, env.today()), week.end) if env.today() < week.end else None
    if days is None or not any(task.due and task.due in days for task in tasks):
        return []
    span = DaySpan(env.today(), week.end)
    if env.today() < week.first:
        # What comes before it takes its part of the time too.
        blocks, calendar = Blocks(db).on(span), work_calendar(env, db, span)
    asked = pressure_until(
        week.last,
        free_days(span, calendar, blocks, env.zone, env.now()),
        with_work(db, tasks, week.last),
        planned_ahead(blocks, env.now()),
        env.today(),
        env.settings.urgent_days,
        next_working_day(week.last, calendar),
    )
    over = asked.overload(0, 0)
    if not over:
        return []
    code = WarningCode.OVERCOMMITTED
    candidates = asked.tasks[:CANDIDATES]
    return [DayWarning(code, minutes=over, tasks=candidates, other_day=asked.other_day)]
