"""`imbang hari`: the day."""

from typing import Annotated

from keseimbangan.cli import params
from keseimbangan.cli.command import Entry
from keseimbangan.cli.context import Context, Env, env_of
from keseimbangan.cli.day_loader import load_days
from keseimbangan.cli.surroundings import surroundings
from keseimbangan.domain.period import day_of, local
from keseimbangan.i18n import _
from keseimbangan.view.day import DayScreen, Lost, Welcome


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
        lost = _lost(env)
        env.loss_unsaid = lost is None
        return env.show(Welcome(plan, around, lost))
    now = env.now() if wanted == env.today() else None
    return env.show(DayScreen(plan, around, now))


def _lost(env: Env) -> Lost | None:
    """What is left of a store that is gone."""
    if env.home.store.exists():
        return None
    from keseimbangan.cli.lost_store import backups_left

    backups = backups_left(env)
    if not backups:
        return None
    return Lost(env.home.store, len(backups), local(backups[0].at, env.zone))


entry = Entry("hari", "today", _("Hari ini: jadwal, tugas, dan beban."), show)
