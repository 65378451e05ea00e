"""`imbang hari`: the day."""

from typing import Annotated

from keseimbangan.cli import params
from keseimbangan.cli.command import Entry
from keseimbangan.cli.context import Context, env_of
from keseimbangan.cli.day_loader import load_days
from keseimbangan.cli.surroundings import surroundings
from keseimbangan.domain.period import day_of
from keseimbangan.i18n import _
from keseimbangan.view.day import DayScreen, Welcome


def show(
    ctx: Context,
    day: Annotated[
        str | None,
        params.argument(_("TANGGAL"), help=_("Hari yang dilihat; bila kosong, hari ini.")),
    ] = None,
) -> None:
    env = env_of(ctx)
    wanted = env.day(day)
    around = surroundings(env)
    with env.reading() as db:
        (plan,) = load_days(env, db, day_of(wanted))
        empty = not (plan.blocks or plan.tasks) and db.is_empty()
    if empty:
        return env.show(Welcome(plan, around))
    now = env.now() if wanted == env.today() else None
    return env.show(DayScreen(plan, around, now))


entry = Entry("hari", "today", _("Hari ini: jadwal, tugas, dan beban."), show)
