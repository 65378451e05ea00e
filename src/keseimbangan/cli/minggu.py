"""`imbang minggu`: the week."""

from typing import Annotated

from keseimbangan.cli import params
from keseimbangan.cli.command import Entry
from keseimbangan.cli.context import Context, env_of
from keseimbangan.cli.day_loader import load_week
from keseimbangan.cli.overtime_line import overtime_line
from keseimbangan.cli.surroundings import surroundings
from keseimbangan.domain.elements import Element
from keseimbangan.i18n import _
from keseimbangan.view.week import WeekScreen


def show(
    ctx: Context,
    week: Annotated[
        str | None,
        params.argument(
            _("TANGGAL"), help=_("Pekan yang memuat hari itu; bila kosong, pekan ini.")
        ),
    ] = None,
) -> None:
    env = env_of(ctx)
    span = env.week(week)
    with env.reading() as db:
        plans, warnings = load_week(env, db, span)
        line = overtime_line(env, db, span)
    around = surroundings(env)
    intentions = {element: env.settings.intention(element) for element in Element}
    remarks = line.of_the_week() if line else ()
    env.show(WeekScreen(plans, around, intentions, warnings, remarks))


entry = Entry("minggu", "week", _("Pekan: tiap hari dan keseimbangannya."), show)
