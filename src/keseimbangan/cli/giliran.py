"""`imbang giliran`: shifts by date, one by one, by a pattern, or from a file."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from keseimbangan.cli import params
from keseimbangan.cli import shift_values as given
from keseimbangan.cli.command import Group
from keseimbangan.cli.context import Context, env_of
from keseimbangan.cli.work_calendar import work_calendar
from keseimbangan.domain.period import ONE_DAY, DaySpan
from keseimbangan.domain.shifts import Shift, in_place_of, rostered, shift_of
from keseimbangan.errors.shifts import NoShift, ShiftThere
from keseimbangan.i18n import _, ngettext
from keseimbangan.store.database import Database
from keseimbangan.store.shifts import Shifts
from keseimbangan.view.shifts import ShiftList
from keseimbangan.view.words import shift_name

group = Group(default="daftar")

First = Annotated[str, params.argument(_("MULAI"), help=_("Hari pertama."))]
Last = Annotated[
    str | None,
    params.argument(_("SELESAI"), help=_("Hari terakhir; bila kosong, hari pertama saja.")),
]
Replace = Annotated[bool, given.replace_option()]


@group.command("tambah", "add", help=_("Catat giliran sehari, atau pola untuk banyak hari."))
def add(
    ctx: Context,
    pattern: Annotated[str, given.pattern_argument()],
    first: First,
    last: Last = None,
    hours: Annotated[str | None, given.hours_option()] = None,
    instead: Replace = False,
) -> None:
    env = env_of(ctx)
    kinds = given.with_hours(given.pattern_of(env, pattern), hours)
    days = given.bounded(given.days_of(env, first, last))
    wanted = [shift_of(env.new_uid(), day, kind) for day, kind in rostered(days, kinds)]
    with env.changing() as db:
        kept = _kept(db, days, wanted, instead=instead)
        calendar = work_calendar(env, db, days)
    env.show(ShiftList(days, kept, calendar, _noted(kept)))


@group.command("daftar", "list", help=_("Giliran sebulan, dengan jamnya."))
def list_(
    ctx: Context,
    month: Annotated[
        str | None, params.argument(_("BULAN"), help=_("Bulannya; bila kosong, bulan ini."))
    ] = None,
) -> None:
    env = env_of(ctx)
    days = env.month(month, ahead=True)
    with env.reading() as db:
        found = list(Shifts(db).between(days).values())
        calendar = work_calendar(env, db, days)
    env.show(ShiftList(days, found, calendar))


@group.command("hapus", "delete", help=_("Hapus giliran; harinya kembali ke jam biasa."))
def delete(
    ctx: Context,
    first: First,
    last: Last = None,
    yes: Annotated[bool, params.yes_option()] = False,
) -> None:
    from keseimbangan import formats
    from keseimbangan.cli.prompts import confirm
    from keseimbangan.view.deleted import Deleted

    env = env_of(ctx)
    days = given.days_of(env, first, last)
    with env.reading() as db:
        count = len(_present(db, days))
    question = ngettext("Hapus {n} giliran, {days}?", "Hapus {n} giliran, {days}?", count)
    span = formats.date_span(days.first, days.last)
    if not yes and not confirm(env, question.format(n=count, days=span)):
        return env.note(_("Tidak ada yang dihapus."))
    with env.changing() as db:
        gone = _present(db, days)
        for shift in gone:
            Shifts(db).delete(shift)
        calendar = work_calendar(env, db, days)
    text = ngettext("{n} giliran dihapus.", "{n} giliran dihapus.", len(gone))
    return env.show(Deleted(ShiftList(days, gone, calendar, text.format(n=len(gone)))))


@group.command("impor", "import", help=_("Catat giliran dari berkas CSV atau TOML."))
def import_(
    ctx: Context,
    path: Annotated[
        str,
        params.argument(
            _("BERKAS"),
            help=_("Berkas .csv (tanggal,giliran,jam) atau .toml ([[giliran]])."),
            parser=params.short_text,
        ),
    ],
    instead: Replace = False,
) -> None:
    env = env_of(ctx)
    found = given.from_file(env, Path(path))
    days = DaySpan(found[0].day, found[-1].day + ONE_DAY)
    with env.changing() as db:
        kept = _kept(db, days, found, instead=instead)
        calendar = work_calendar(env, db, days)
    env.show(ShiftList(days, kept, calendar, _noted(kept)))


def _kept(db: Database, days: DaySpan, wanted: Sequence[Shift], *, instead: bool) -> list[Shift]:
    present = Shifts(db).between(days)
    taken = [present[shift.day] for shift in wanted if shift.day in present]
    if taken and not instead:
        raise ShiftThere(taken[0].day, shift_name(taken[0].name), len(taken))
    return [Shifts(db).keep(in_place_of(shift, present)) for shift in wanted]


def _present(db: Database, days: DaySpan) -> list[Shift]:
    found = list(Shifts(db).between(days).values())
    if not found:
        raise NoShift(days.first, days.last)
    return found


def _noted(kept: Sequence[Shift]) -> str:
    return ngettext("{n} giliran dicatat.", "{n} giliran dicatat.", len(kept)).format(n=len(kept))
