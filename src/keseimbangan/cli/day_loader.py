"""Load what a day or a week is made of, once, and hand it to the pure step."""

from datetime import date, datetime, time, timedelta

from keseimbangan.cli.context import Env
from keseimbangan.cli.day_pressure import day_pressures, week_warnings
from keseimbangan.cli.work_calendar import work_calendar
from keseimbangan.cli.workplaces import Workplaces
from keseimbangan.domain.blocks import Block
from keseimbangan.domain.catching_up import MANY, overdue
from keseimbangan.domain.day import (
    DayPlan,
    DayWarning,
    FocusTally,
    WarningCode,
    asked_after,
    calendar_warnings,
    day_plan,
    tasks_that_matter,
)
from keseimbangan.domain.focus import FocusSession, is_dangling
from keseimbangan.domain.focus_tallies import completed_today, focused_today
from keseimbangan.domain.load import Pressure
from keseimbangan.domain.period import ONE_DAY, DaySpan, local, month_key, week_name, week_of
from keseimbangan.domain.tasks import Task, without_umbrellas
from keseimbangan.domain.timeline import by_day
from keseimbangan.domain.workdays import FRIDAY, WorkCalendar, working_hours
from keseimbangan.store.blocks import Blocks
from keseimbangan.store.database import Database
from keseimbangan.store.focus import Focus
from keseimbangan.store.tasks import Tasks

# The review belongs to Friday afternoon (seed 004: the end of each week).
REVIEW_FROM = time(13, 0)


def load_days(env: Env, db: Database, days: DaySpan) -> list[DayPlan]:
    """The plans of some days, in order, with two queries for blocks, tasks and sessions each."""
    return _plans(env, db, days, *_asked(env, db, days))


def load_week(env: Env, db: Database, week: DaySpan) -> tuple[list[DayPlan], list[DayWarning]]:
    """The plans of the days of a week, and what is to be said of it as a whole."""
    asked = _asked(env, db, week)
    return _plans(env, db, week, *asked), week_warnings(env, db, week, *asked)


def _asked(env: Env, db: Database, days: DaySpan) -> tuple[list[Block], list[Task], WorkCalendar]:
    # The count of flexible days looks at whole weeks.
    return Blocks(db).on(days), Tasks(db).open(), work_calendar(env, db, _whole_weeks(days))


def _whole_weeks(days: DaySpan) -> DaySpan:
    return DaySpan(week_of(days.first).first, week_of(days.last).end)


def _plans(
    env: Env,
    db: Database,
    days: DaySpan,
    found: list[Block],
    tasks: list[Task],
    calendar: WorkCalendar,
) -> list[DayPlan]:
    blocks = by_day(found, days)
    # One day more on either side: sessions belong to the day of their own zone.
    around = DaySpan(days.first - ONE_DAY, days.end + ONE_DAY).instants(env.zone)
    sessions = Focus(db).between(around.start, around.end)
    running = Focus(db).running()
    places = Workplaces(env, db, _whole_weeks(days))
    pressures = day_pressures(env, db, days, blocks, tasks, calendar)
    return [
        _plan(env, db, day, blocks[day], tasks, sessions, running, calendar, places, pressures[day])
        for day in days
    ]


def _plan(
    env: Env,
    db: Database,
    day: date,
    blocks: list[Block],
    tasks: list[Task],
    sessions: list[FocusSession],
    running: FocusSession | None,
    calendar: WorkCalendar,
    places: Workplaces,
    pressure: Pressure,
) -> DayPlan:
    today = day == env.today()
    focus = FocusTally(
        completed_today(sessions, day),
        focused_today(sessions, day, env.now()),
        running.number if today and running else None,
    )
    return day_plan(
        working_hours(day, calendar),
        places.of(day),
        blocks,
        _tasks(env, tasks, day),
        asked_after(tasks, day) if today else [],
        focus,
        [
            *(_overdue(tasks, day) if today else []),
            *(_reminders(env, db, running, calendar) if today else []),
            *calendar_warnings(day.year, calendar),
        ],
        env.zone,
        places.flexible(day, calendar),
        places.is_noted(day),
        pressure,
    )


def _overdue(tasks: list[Task], day: date) -> list[DayWarning]:
    """Many overdue tasks are a wall, and there is a step to take it down."""
    found = overdue(without_umbrellas(tasks), day)
    return [DayWarning(WarningCode.OVERDUE, tasks=tuple(found))] if len(found) >= MANY else []


def _tasks(env: Env, tasks: list[Task], day: date) -> list[Task]:
    """Today all that matter; on another day those that are due on it."""
    if day != env.today():
        tasks = [task for task in tasks if task.due == day]
    return tasks_that_matter(tasks, env.today(), env.settings.urgent_days)


def _reminders(
    env: Env, db: Database, running: FocusSession | None, calendar: WorkCalendar
) -> list[DayWarning]:
    now = local(env.now(), env.zone)
    found: list[DayWarning] = []
    if running is not None and is_dangling(running, env.now()):
        found.append(DayWarning(WarningCode.DANGLING_FOCUS))
    if now.weekday() == FRIDAY and now.time() >= REVIEW_FROM and not _reviewed(db, now.date()):
        found.append(DayWarning(WarningCode.REVIEW_DUE))
    if _last_workday_of_month(now, calendar) and not _reflected(db, now.date()):
        found.append(DayWarning(WarningCode.REFLECTION_DUE))
    return found


def _last_workday_of_month(now: datetime, calendar: WorkCalendar) -> bool:
    day = now.date()
    if now.time() < REVIEW_FROM or working_hours(day, calendar).hours is None:
        return False
    following = day + timedelta(days=1)
    while working_hours(following, calendar).hours is None and (following - day) < timedelta(
        days=8
    ):
        following += timedelta(days=1)
    return following.month != day.month


def _reviewed(db: Database, day: date) -> bool:
    from keseimbangan.store import compiled

    row = db.one(compiled.WEEKLY_REVIEW_OF, week=week_name(day))
    return row is not None and row["finished_at"] is not None


def _reflected(db: Database, day: date) -> bool:
    from keseimbangan.store import compiled

    return db.one(compiled.MONTHLY_REFLECTION_OF, month=month_key(day)) is not None
