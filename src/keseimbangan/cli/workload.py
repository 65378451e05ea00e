"""Said plainly, when it is so: more urgent work is open than the week can hold."""

from keseimbangan import formats
from keseimbangan.cli.context import Env
from keseimbangan.cli.work_calendar import work_calendar
from keseimbangan.domain.period import DaySpan, week_of
from keseimbangan.domain.tasks import ASSUMED_MINUTES, UrgentLoad, urgent_load
from keseimbangan.domain.workdays import capacity
from keseimbangan.i18n import _, ngettext
from keseimbangan.store.database import Database
from keseimbangan.store.tasks import Tasks


def load_of_the_week(env: Env, db: Database) -> UrgentLoad:
    """Open urgent work against the working time from today to the end of the week."""
    today = env.today()
    days = DaySpan(today, week_of(today).end)
    rest = capacity(days, work_calendar(env, db, days))
    return urgent_load(Tasks(db).open(), today, env.settings.urgent_days, rest)


def overload_sentence(env: Env, db: Database) -> str | None:
    """The warning with a wording for a professional no, or nothing."""
    load = load_of_the_week(env, db)
    return sentence(load) if load.too_much and load.tasks > 1 else None


def sentence(load: UrgentLoad) -> str:
    """What does not fit, how it was counted, and what one could say."""
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
    return fact + guess + "\n" + professional_no()


def professional_no() -> str:
    """A wording ready to send (seed 004: offer to reschedule, to prioritise, or to delegate)."""
    return _(
        'Bila diminta lagi, Anda dapat berkata: "Saya siap membantu. Pekan ini saya sedang '
        "menyelesaikan tugas lain yang mendesak. Mana yang didahulukan, atau boleh saya "
        'selesaikan pekan depan, atau bersama rekan lain?"'
    )
