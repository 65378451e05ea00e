"""`imbang rencana`: open tasks into the free working time, with a reason for each line."""

from typing import Annotated, Any

from keseimbangan.cli import params
from keseimbangan.cli.command import Entry
from keseimbangan.cli.context import Context, Env, env_of
from keseimbangan.cli.plan_days import Wish, checked, compared_days
from keseimbangan.cli.plan_making import Way, ask_estimates, made
from keseimbangan.domain.times import parse_time_range
from keseimbangan.errors.usage import OptionsConflict
from keseimbangan.i18n import _


def show(
    ctx: Context,
    day: Annotated[
        str | None,
        params.argument(
            _("TANGGAL"), help=_("Harinya; bila kosong, yang terdekat dengan sisa jam kerja.")
        ),
    ] = None,
    week: Annotated[
        bool, params.option("minggu", "week", help=_("Seluruh pekan hari itu, mulai sekarang."))
    ] = False,
    last: Annotated[
        str | None, params.option("sampai", "to", help=_("Hari terakhir."), metavar=_("TANGGAL"))
    ] = None,
    put: Annotated[
        bool, params.option("terapkan", "apply", help=_("Simpan rencana sebagai blok."))
    ] = False,
    afresh: Annotated[
        bool,
        params.option(
            "dari-awal",
            "afresh",
            help=_("Susun ulang: blok tugas yang tidak terkunci boleh berpindah."),
        ),
    ] = False,
    overtime: Annotated[
        str | None,
        params.option(
            "lembur",
            "overtime",
            help=_("Boleh juga di luar jam kerja, misalnya 16.00-18.00."),
            metavar=_("RENTANG"),
        ),
    ] = None,
    usual: Annotated[
        Any,
        params.option(
            "taksiran",
            "estimate",
            help=_("Lama tugas tanpa estimasi; tanpa ini Anda ditanya."),
            metavar=_("LAMA"),
            parser=params.duration(5, 480),
        ),
    ] = None,
    compare: Annotated[
        bool,
        params.option("bandingkan", "compare", help=_("Rencana yang diterapkan dan hasilnya.")),
    ] = False,
) -> None:
    env = env_of(ctx)
    if week and last is not None:
        raise OptionsConflict(_("--minggu"), _("--sampai"))
    wish = Wish(env.optional_day(day), week, env.optional_day(last))
    if compare:
        return _compare(env, wish, put=put, afresh=afresh)
    hours = None if overtime is None else parse_time_range(overtime)
    way = Way(checked(env, wish), afresh, hours, usual)
    ask_estimates(env, way)
    with env.changing() if put else env.reading() as db:
        screen = made(env, db, way, put=put)
    return env.show(screen)


def _compare(env: Env, wish: Wish, *, put: bool, afresh: bool) -> None:
    from keseimbangan.cli.plan_comparing import compared

    for given, name in ((put, _("--terapkan")), (afresh, _("--dari-awal"))):
        if given:
            raise OptionsConflict(_("--bandingkan"), name)
    days = compared_days(env, wish)
    with env.reading() as db:
        screen = compared(env, db, days)
    env.show(screen)


entry = Entry("rencana", "plan", _("Susun rencana dari tugas yang terbuka."), show)
