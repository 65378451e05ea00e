"""`imbang tugas segarkan`: new due dates for what is overdue, in one step."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated

from keseimbangan.cli import params
from keseimbangan.cli.context import Context, Env, env_of
from keseimbangan.i18n import _

if TYPE_CHECKING:
    from keseimbangan.domain.catching_up import NewDue
    from keseimbangan.store.database import Database

# Days looked at for working days: long enough for any leave but the longest.
HORIZON = 92
MOST_DAYS = 30

Apply = Annotated[bool, params.option("terapkan", "apply", help=_("Terapkan usulannya."))]
First = Annotated[
    str | None,
    params.option(
        "mulai", "start", help=_("Hari pertama; bila kosong, hari ini."), metavar=_("TANGGAL")
    ),
]
Days = Annotated[
    int | None,
    params.option(
        "hari",
        "days",
        help=_("Sebar ke sekian hari kerja."),
        metavar=_("ANGKA"),
        parser=params.whole_number(1, MOST_DAYS),
    ),
]


def refresh(ctx: Context, apply: Apply = False, start: First = None, days: Days = None) -> None:
    """`segarkan`."""
    from keseimbangan.cli.surroundings import surroundings
    from keseimbangan.view.catching_up import CatchUp, exits

    env = env_of(ctx)
    first = _first(env, start)
    if apply:
        return _apply(env, first, days)
    with env.reading() as db:
        found, free = proposal(env, db, first, days)
    env.show(CatchUp(found, surroundings(env), free, usual_minutes(env)))
    if not found:
        return None
    if env.interactive:
        from keseimbangan.cli.task_refreshing_questions import ask_and_apply

        return ask_and_apply(env, found)
    return env.note(exits(found))


def proposal(env: Env, db: "Database", first: date, days: int | None) -> "tuple[list[NewDue], int]":
    """A due date for each overdue task, and the minutes free up to the last of these days.

    Raises NoWorkingDayAhead.
    """
    from keseimbangan.cli.task_work import with_work
    from keseimbangan.cli.work_calendar import work_calendar
    from keseimbangan.domain.catching_up import catch_up, overdue
    from keseimbangan.domain.load import planned_ahead, rooms
    from keseimbangan.domain.period import DaySpan
    from keseimbangan.errors.catching_up import NoWorkingDayAhead
    from keseimbangan.store.blocks import Blocks
    from keseimbangan.store.tasks import Tasks

    tasks, today = Tasks(db).open(), env.today()
    if not overdue(tasks, today):
        return [], 0
    span = DaySpan(today, first + timedelta(days=HORIZON))
    blocks = Blocks(db).on(span)
    ahead = planned_ahead(blocks, env.now())
    coming = DaySpan(first, span.end)
    calendar = work_calendar(env, db, coming)
    there = rooms(coming, calendar, blocks, tasks, env.zone, env.now())
    if not there:
        raise NoWorkingDayAhead(first, HORIZON)
    counted, by_number = with_work(db, tasks, today), {task.number: task for task in tasks}
    near, usual = env.settings.urgent_days, usual_minutes(env)
    found = [
        new._replace(task=by_number[new.task.number])
        for new in catch_up(counted, there, today, near, ahead, days, usual)
    ]
    last = max(new.day for new in found)
    return found, sum(room.minutes for room in there if room.day <= last)


def usual_minutes(env: Env) -> int:
    """What stands for a missing estimate, here also where a plan would leave the task out."""
    from keseimbangan.domain.tasks import ASSUMED_MINUTES

    return env.settings.planning.estimate or ASSUMED_MINUTES


def _first(env: Env, start: str | None) -> date:
    from keseimbangan.errors.catching_up import BeginsInPast

    first = env.day(start)
    if first < env.today():
        raise BeginsInPast(first)
    return first


def _apply(env: Env, first: date, days: int | None) -> None:
    from keseimbangan.cli.surroundings import surroundings
    from keseimbangan.domain.tasks import postpone
    from keseimbangan.store.tasks import Tasks
    from keseimbangan.view.catching_up import CatchUp

    with env.changing() as db:
        found, free = proposal(env, db, first, days)
        saved = [Tasks(db).save(postpone(new.task, new.day, env.today())) for new in found]
    env.show(CatchUp(found, surroundings(env), free, usual_minutes(env), saved))
