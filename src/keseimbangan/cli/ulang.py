"""`imbang ulang`: bring again what `imbang urung` has taken back."""

from typing import Annotated

from keseimbangan.cli import params
from keseimbangan.cli.command import Entry
from keseimbangan.cli.context import Context, env_of
from keseimbangan.cli.step_turning import shown_commands, turn
from keseimbangan.domain.steps import MOST_STEPS
from keseimbangan.i18n import _
from keseimbangan.view.steps import TurnedSteps


def redo(
    ctx: Context,
    count: Annotated[
        int,
        params.argument(
            _("ANGKA"),
            help=_("Berapa langkah; bila kosong, satu."),
            parser=params.whole_number(1, MOST_STEPS),
        ),
    ] = 1,
) -> None:
    env = env_of(ctx)
    steps = turn(env, count, redo=True)
    env.show(TurnedSteps(steps, shown_commands(steps), env.now(), env.zone))


entry = Entry("ulang", "redo", _("Ulangi perubahan yang baru diurungkan."), redo)
