"""What days and weeks are asked beside their blocks."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

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
from keseimbangan.domain.period import ONE_DAY, DaySpan
from keseimbangan.domain.tasks import Task
from keseimbangan.domain.timeline import planned_work_minutes
from keseimbangan.domain.workdays import WorkCalendar, working_hours
from keseimbangan.store.blocks import Blocks
from keseimbangan.store.database import Database
from keseimbangan.store.tasks import Tasks

# Where no working day comes this soon, none is named.
FURTHEST = timedelta(days=10)


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


def week_warnings(env: Env, db: Database, week: DaySpan) -> list[DayWarning]:
    """That the tasks due in the rest of a week ask more time than there is before they are due."""
    days = DaySpan(max(week.first, env.today()), week.end) if env.today() < week.end else None
    tasks = Tasks(db).open()
    if days is None or not any(task.due and task.due in days for task in tasks):
        return []
    span = DaySpan(env.today(), week.end)
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


def next_working_day(day: date, calendar: WorkCalendar) -> date | None:
    """The first working day after a day, if one comes soon."""
    later = DaySpan(day + ONE_DAY, day + FURTHEST)
    return next((each for each in later if working_hours(each, calendar).hours), None)
