"""Said plainly, when it is so: more urgent work is open than the week can hold."""

from keseimbangan import formats
from keseimbangan.cli.context import Env
from keseimbangan.cli.task_work import with_work
from keseimbangan.cli.work_calendar import work_calendar
from keseimbangan.domain.period import DaySpan, Period, local, week_of
from keseimbangan.domain.tasks import (
    Task,
    UrgentLoad,
    in_order,
    is_pressing,
    urgent_load,
    without_umbrellas,
)
from keseimbangan.domain.workdays import WorkCalendar, next_working_day, working_hours
from keseimbangan.i18n import _, ngettext
from keseimbangan.store.database import Database
from keseimbangan.store.tasks import Tasks


def overload_sentence(env: Env, db: Database, new: Task | None = None) -> str | None:
    """The warning, ways out and a wording for a professional no, or nothing.

    With a `new` task only where it adds to what is urgent.
    """
    today, near = env.today(), env.settings.urgent_days
    if new is not None and not is_pressing(new, today, near):
        return None
    days, calendar, later = _week(env, db)
    usual = env.settings.planning.estimate
    tasks = with_work(db, Tasks(db).open(), days.last)
    load = urgent_load(tasks, today, near, _time_left(env, days, calendar), usual)
    if not load.too_much or load.tasks < 2:
        return None
    from keseimbangan.view.exits import exits_of_task

    pressing = [task for task in without_umbrellas(tasks) if is_pressing(task, today, near)]
    least = in_order(pressing, today, near)[-1]
    way = exits_of_task(least, next_working_day(days.last, calendar), today)
    return f"{sentence(load, usual, later=later)} {way.sentence}\n{professional_no()}"


def sentence(load: UrgentLoad, usual: int, *, later: bool = False) -> str:
    """What does not fit, and how it was counted; `later` says that the week is the next one."""
    fact = ngettext(
        "{n} tugas mendesak perlu {needed}, sedangkan sisa jam kerja pekan ini {left}.",
        "{n} tugas mendesak perlu {needed}, sedangkan sisa jam kerja pekan ini {left}.",
        load.tasks,
    )
    if later:
        fact = ngettext(
            "{n} tugas mendesak perlu {needed}, sedangkan jam kerja pekan depan {left}.",
            "{n} tugas mendesak perlu {needed}, sedangkan jam kerja pekan depan {left}.",
            load.tasks,
        )
    needed, left = formats.duration(load.minutes), formats.duration(load.capacity)
    text = fact.format(n=load.tasks, needed=needed, left=left)
    if not load.guessed:
        return text
    guess = _("({n} tanpa estimasi dihitung {each}.)")
    return f"{text} {guess.format(n=load.guessed, each=formats.duration(usual))}"


def _week(env: Env, db: Database) -> tuple[DaySpan, WorkCalendar, bool]:
    """What is left of this week, or the next one where nothing of it is, and which of the two."""
    days = DaySpan(env.today(), week_of(env.today()).end)
    calendar = work_calendar(env, db, days)
    if _time_left(env, days, calendar):
        return days, calendar, False
    days = week_of(days.end)
    return days, work_calendar(env, db, days), True


def _time_left(env: Env, days: DaySpan, calendar: WorkCalendar) -> int:
    """Minutes of working time from now on."""
    now = local(env.now(), env.zone)
    open_ = [period for day in days for period in working_hours(day, calendar).periods()]
    return sum(Period(max(p.start, now), p.end).minutes for p in open_ if p.end > now)


def professional_no() -> str:
    """A wording ready to send (seed 004: offer to reschedule, to prioritise, or to delegate)."""
    return _(
        'Bila diminta lagi, Anda dapat berkata: "Saya siap membantu. Pekan ini saya sedang '
        "menyelesaikan tugas lain yang mendesak. Mana yang didahulukan, atau boleh saya "
        'selesaikan pekan depan, atau bersama rekan lain?"'
    )
