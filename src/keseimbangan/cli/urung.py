"""`imbang urung`: take back what the last commands wrote."""

from typing import Annotated

from keseimbangan.cli import params
from keseimbangan.cli.command import Entry
from keseimbangan.cli.context import Context, Env, env_of
from keseimbangan.cli.step_turning import shown_commands, turn
from keseimbangan.domain.steps import MOST_STEPS
from keseimbangan.i18n import _
from keseimbangan.store.steps import Steps
from keseimbangan.view.steps import StepList, TurnedSteps

LISTED = 20

Count = Annotated[
    int | None,
    params.argument(
        _("ANGKA"),
        help=_("Berapa langkah; bila kosong, satu. Dengan --daftar: sebanyak itu ditampilkan."),
        parser=params.whole_number(1, MOST_STEPS),
    ),
]


def undo(
    ctx: Context,
    count: Count = None,
    listed: Annotated[
        bool,
        params.option(
            "daftar", "list", help=_("Tampilkan langkah yang dapat diurungkan dan diulang.")
        ),
    ] = False,
) -> None:
    env = env_of(ctx)
    if listed:
        return _show_list(env, count or LISTED)
    steps = turn(env, count or 1, redo=False)
    return env.show(TurnedSteps(steps, shown_commands(steps), env.now(), env.zone))


def _show_list(env: Env, most: int) -> None:
    with env.reading() as db:
        # One more than is shown tells whether there are older ones.
        undone, done = Steps(db).undone(most), Steps(db).done(most + 1)
        later = Steps(db).undone_count() - len(undone)
    steps = [*reversed(undone), *done[:most]]
    commands = shown_commands(steps)
    env.show(StepList(steps, commands, env.now(), env.zone, more=len(done) > most, later=later))


entry = Entry("urung", "undo", _("Urungkan perubahan terakhir."), undo)
