"""`imbang lokasi`: where one works, by which letter, and what came of it."""

from dataclasses import replace
from datetime import time
from typing import Annotated, Any

from keseimbangan.cli import params
from keseimbangan.cli.command import Group
from keseimbangan.cli.context import Context, Env, env_of
from keseimbangan.cli.work_calendar import work_calendar
from keseimbangan.cli.workplaces import Workplaces
from keseimbangan.domain.locations import FlexibleDays, LocationDay
from keseimbangan.domain.period import week_of
from keseimbangan.errors.overtime import HoursOverMidnight, NothingNoted
from keseimbangan.formats import long_date
from keseimbangan.i18n import _
from keseimbangan.store.database import Database
from keseimbangan.store.locations import LocationDays
from keseimbangan.view.locations import LocationCard, LocationWeek, PlaceOfDay

group = Group(default="daftar")


def _text_option(*names: str, help: str) -> Any:
    return params.option(*names, help=help, metavar=_("TEKS"), parser=params.short_text)


_PLACES = params.shown_words(params.LOCATIONS)


@group.command("catat", "set", help=_("Catat lokasi kerja sebuah hari, atau tambahkan hasilnya."))
def note(
    ctx: Context,
    place: Annotated[
        Any,
        params.argument(
            "|".join(_PLACES),
            help=_("Lokasinya; WFO, WFH, dan WFA juga dikenali."),
            parser=params.words(params.LOCATIONS, _PLACES),
            complete=lambda: _PLACES,
        ),
    ],
    day: Annotated[
        str | None, params.argument(_("TANGGAL"), help=_("Harinya; bila kosong, hari ini."))
    ] = None,
    basis: Annotated[
        str | None, _text_option("dasar", "basis", help=_("Dasarnya, misalnya nomor surat."))
    ] = None,
    hours: Annotated[
        str | None,
        params.option(
            "jam", "hours", help=_("Jam kerja di sana, misalnya 07.30-16.00."), metavar=_("RENTANG")
        ),
    ] = None,
    output: Annotated[
        str | None, _text_option("hasil", "output", help=_("Keluaran hari itu."))
    ] = None,
    evidence: Annotated[str | None, _text_option("bukti", "evidence", help=_("Bukti."))] = None,
    obstacle: Annotated[
        str | None, _text_option("kendala", "obstacle", help=_("Yang menghambat."))
    ] = None,
) -> None:
    env = env_of(ctx)
    when = env.day(day)
    start, end = _hours(hours)
    asked = {
        "location": place,
        "basis": basis,
        "start": start,
        "end": end,
        "output": output,
        "evidence": evidence,
        "obstacle": obstacle,
    }
    changes: dict[str, Any] = {name: value for name, value in asked.items() if value is not None}
    with env.changing() as db:
        shelf = LocationDays(db)
        before = shelf.on(when) or LocationDay(None, env.new_uid(), when, place)
        noted = shelf.save(replace(before, **changes))
        count = _count(env, db, noted)
    env.show(LocationCard(noted, count, _("Lokasi dicatat.")))


@group.command("daftar", "list", help=_("Lokasi kerja sepekan, dan hari fleksibelnya."))
def list_(
    ctx: Context,
    week: Annotated[
        str | None, params.argument(_("PEKAN"), help=_("Pekannya; bila kosong, pekan ini."))
    ] = None,
) -> None:
    env = env_of(ctx)
    days = env.week(week)
    with env.reading() as db:
        calendar, places = work_calendar(env, db, days), Workplaces(env, db, days)
        noted = {each.day: each for each in LocationDays(db).between(days)}
    rows = [PlaceOfDay(day, places.of(day), noted.get(day)) for day in days]
    env.show(LocationWeek(days, rows, places.flexible(days.first, calendar), calendar))


@group.command("hapus", "delete", help=_("Hapus catatan lokasi; lokasi biasa berlaku lagi."))
def delete(
    ctx: Context,
    day: Annotated[str, params.argument(_("TANGGAL"), help=_("Harinya."))],
    yes: Annotated[bool, params.yes_option()] = False,
) -> None:
    from keseimbangan.cli.prompts import confirm
    from keseimbangan.view.deleted import Deleted

    env = env_of(ctx)
    when = env.day(day)
    with env.reading() as db:
        if LocationDays(db).on(when) is None:
            raise NothingNoted(when)
    question = _("Hapus catatan lokasi {day}?").format(day=long_date(when))
    if not yes and not confirm(env, question):
        return env.note(_("Tidak ada yang dihapus."))
    with env.changing() as db:
        noted = LocationDays(db).on(when)
        if noted is None:
            raise NothingNoted(when)
        LocationDays(db).delete(noted)
        count = _count(env, db, noted)
    return env.show(Deleted(LocationCard(noted, count, _("Catatan lokasi dihapus."))))


def _count(env: Env, db: Database, noted: LocationDay) -> FlexibleDays:
    week = week_of(noted.day)
    return Workplaces(env, db, week).flexible(noted.day, work_calendar(env, db, week))


def _hours(text: str | None) -> tuple[time | None, time | None]:
    if text is None:
        return None, None
    from keseimbangan.domain.times import parse_time_range

    hours = parse_time_range(text)
    if hours.crosses_midnight:
        raise HoursOverMidnight
    return hours.start, hours.end
