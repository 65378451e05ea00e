"""`imbang lembur`: overtime, by a letter (SPKL) or not."""

from dataclasses import replace
from typing import Annotated

from keseimbangan.cli import params
from keseimbangan.cli.command import Group
from keseimbangan.cli.context import Context, Env, env_of
from keseimbangan.cli.overtime_line import overtime_line
from keseimbangan.cli.work_calendar import work_calendar
from keseimbangan.domain.overtime import Overtime, in_the_way, within_hours
from keseimbangan.domain.period import day_of
from keseimbangan.errors.overtime import OvertimeInTheWay
from keseimbangan.errors.usage import NothingToChange
from keseimbangan.i18n import _
from keseimbangan.store.database import Database
from keseimbangan.store.overtimes import Overtimes
from keseimbangan.view.overtime import OvertimeCard, OvertimeList, title

group = Group(default="daftar")


def numbers() -> list[tuple[str, str]]:
    """Numbers of recent overtime with its time, for the shell."""
    from keseimbangan.cli.completion import overtime_titles

    return overtime_titles()


Number = Annotated[
    int,
    params.argument(
        _("NOMOR"), help=_("Nomor lembur."), parser=params.whole_number(1), complete=numbers
    ),
]
Day = Annotated[str | None, params.day_option(_("Hari mulainya; bila kosong, hari ini."))]
Letter = Annotated[
    str | None,
    params.option(
        "spkl",
        "letter",
        help=_("Nomor surat perintah kerja lembur."),
        metavar=_("TEKS"),
        parser=params.short_text,
    ),
]
Reason = Annotated[
    str | None,
    params.option(
        "alasan", "reason", help=_("Alasannya."), metavar=_("TEKS"), parser=params.short_text
    ),
]


@group.command("tambah", "add", help=_("Catat lembur."))
def add(
    ctx: Context,
    range_: Annotated[
        str, params.argument(_("RENTANG"), help=_("Jam lemburnya, misalnya 16.00-19.00."))
    ],
    day: Day = None,
    letter: Letter = None,
    reason: Reason = None,
) -> None:
    from keseimbangan.domain.times import parse_time_range

    env = env_of(ctx)
    period = parse_time_range(range_).on(env.day(day), env.zone)
    overtime = Overtime(None, env.new_uid(), period.start, period.end, env.zone, letter, reason)
    _keep(env, overtime, _("Lembur dicatat."))


@group.command("daftar", "list", help=_("Lembur sebulan, dengan jamnya."))
def list_(
    ctx: Context,
    month: Annotated[
        str | None, params.argument(_("BULAN"), help=_("Bulannya; bila kosong, bulan ini."))
    ] = None,
) -> None:
    env = env_of(ctx)
    days = env.month(month)
    with env.reading() as db:
        found = Overtimes(db).starting(days.instants(env.zone))
        calendar = work_calendar(env, db, days)
        line = overtime_line(env, db, days)
    env.show(OvertimeList(days, found, calendar, line))


@group.command("ubah", "edit", help=_("Ubah lembur."))
def change(
    ctx: Context,
    number: Number,
    range_: Annotated[
        str | None,
        params.option("rentang", "range", help=_("Jam yang baru."), metavar=_("RENTANG")),
    ] = None,
    day: Annotated[str | None, params.day_option(_("Hari yang baru."))] = None,
    letter: Letter = None,
    reason: Reason = None,
) -> None:
    env = env_of(ctx)
    if (range_, day, letter, reason) == (None,) * 4:
        raise NothingToChange(_("imbang lembur ubah"))
    with env.reading() as db:
        before = Overtimes(db).get(number)
    after = _moved(env, before, range_, day)
    after = replace(after, letter=letter or before.letter, reason=reason or before.reason)
    _keep(env, after, _("Lembur diubah."))


@group.command("hapus", "delete", help=_("Hapus lembur."))
def delete(ctx: Context, number: Number, yes: Annotated[bool, params.yes_option()] = False) -> None:
    from keseimbangan.cli.prompts import confirm
    from keseimbangan.view.deleted import Deleted

    env = env_of(ctx)
    with env.reading() as db:
        overtime = Overtimes(db).get(number)
    question = _("Hapus lembur {n}, {overtime}?").format(n=number, overtime=title(overtime))
    if not yes and not confirm(env, question):
        return env.note(_("Tidak ada yang dihapus."))
    with env.changing() as db:
        overtime = Overtimes(db).get(number)
        Overtimes(db).delete(overtime)
        calendar = work_calendar(env, db, day_of(overtime.day))
    return env.show(Deleted(OvertimeCard(overtime, calendar, _("Lembur dihapus."))))


def _keep(env: Env, overtime: Overtime, headline: str) -> None:
    with env.changing() as db:
        kept = _kept(db, overtime)
        calendar = work_calendar(env, db, day_of(kept.day))
    env.show(OvertimeCard(kept, calendar, headline))
    if within_hours(kept, calendar):
        env.note(_("Sebagian waktunya ada di dalam jam kerja."))


def _kept(db: Database, overtime: Overtime) -> Overtime:
    shelf = Overtimes(db)
    if overtime.number is not None:
        shelf.get(overtime.number)
    if other := in_the_way(overtime, shelf.during(overtime.period)):
        raise OvertimeInTheWay(other.number or 0, other.wall.start, other.wall.end)
    return shelf.add(overtime) if overtime.number is None else shelf.save(overtime)


def _moved(env: Env, overtime: Overtime, range_: str | None, day: str | None) -> Overtime:
    """At other hours, on another day, or both; in the zone in which it was noted."""
    from keseimbangan.domain.times import TimeRange, parse_time_range

    if range_ is None and day is None:
        return overtime
    wall = overtime.wall
    hours = parse_time_range(range_) if range_ else TimeRange(wall.start.time(), wall.end.time())
    period = hours.on(env.day(day) if day else overtime.day, overtime.zone)
    return replace(overtime, starts_at=period.start, ends_at=period.end)
