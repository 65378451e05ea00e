"""Said plainly, when it is so: more urgent work is open than the week can hold."""

from keseimbangan import formats
from keseimbangan.cli.context import Env
from keseimbangan.cli.work_calendar import work_calendar
from keseimbangan.domain.period import DaySpan, week_of
from keseimbangan.domain.tasks import (
    ASSUMED_MINUTES,
    Task,
    UrgentLoad,
    in_order,
    is_pressing,
    urgent_load,
    without_umbrellas,
)
from keseimbangan.domain.workdays import capacity, next_working_day
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
    tasks, days = Tasks(db).open(), DaySpan(today, week_of(today).end)
    calendar = work_calendar(env, db, days)
    load = urgent_load(tasks, today, near, capacity(days, calendar))
    if not load.too_much or load.tasks < 2:
        return None
    from keseimbangan.view.exits import exits_of_task

    pressing = [task for task in without_umbrellas(tasks) if is_pressing(task, today, near)]
    least = in_order(pressing, today, near)[-1]
    way = exits_of_task(least, next_working_day(days.last, calendar), today)
    return f"{sentence(load)} {way.sentence}\n{professional_no()}"


def sentence(load: UrgentLoad) -> str:
    """What does not fit, and how it was counted."""
    fact = ngettext(
        "{n} tugas mendesak perlu {needed}, sedangkan sisa jam kerja pekan ini {left}.",
        "{n} tugas mendesak perlu {needed}, sedangkan sisa jam kerja pekan ini {left}.",
        load.tasks,
    ).format(
        n=load.tasks, needed=formats.duration(load.minutes), left=formats.duration(load.capacity)
    )
    guess = ""
    if load.guessed:
        guess = " " + _("({n} tanpa estimasi dihitung {each}.)").format(
            n=load.guessed, each=formats.duration(ASSUMED_MINUTES)
        )
    return fact + guess


def professional_no() -> str:
    """A wording ready to send (seed 004: offer to reschedule, to prioritise, or to delegate)."""
    return _(
        'Bila diminta lagi, Anda dapat berkata: "Saya siap membantu. Pekan ini saya sedang '
        "menyelesaikan tugas lain yang mendesak. Mana yang didahulukan, atau boleh saya "
        'selesaikan pekan depan, atau bersama rekan lain?"'
    )
