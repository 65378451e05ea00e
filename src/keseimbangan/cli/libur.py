"""`imbang libur`: holidays and collective leave, as decreed and as one knows better."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated, Any

from keseimbangan.cli import holiday_values as given
from keseimbangan.cli import params
from keseimbangan.cli.command import Group
from keseimbangan.cli.context import Context, Env, env_of
from keseimbangan.cli.work_calendar import work_calendar
from keseimbangan.domain.holidays import (
    Holiday,
    HolidayKind,
    adopted,
    cancelled,
    holiday_on,
    holidays_of,
    shipped_on,
)
from keseimbangan.domain.period import DaySpan, day_of
from keseimbangan.domain.plaintext import TITLE_LENGTH
from keseimbangan.errors.holidays import HolidayThere, NoHoliday
from keseimbangan.errors.usage import NothingToChange
from keseimbangan.formats import long_date
from keseimbangan.i18n import _, ngettext
from keseimbangan.store.database import Database
from keseimbangan.store.holidays import Holidays
from keseimbangan.view.holidays import HolidayCard, HolidayList
from keseimbangan.view.hours import plain_name


class _Holidays(Group):
    """`imbang libur 2027` is `imbang libur daftar 2027`."""

    def complete(self, rest: Sequence[str]) -> list[str]:
        return super().complete(["daftar", *rest] if rest and rest[0].isdecimal() else rest)


group = _Holidays(default="daftar")

Day = Annotated[str, params.argument(_("TANGGAL"), help=_("Hari liburnya."))]
Kind = Annotated[Any, given.kind_option(_("Jenis hari libur; bila kosong, nasional."))]
NewKind = Annotated[Any, given.kind_option(_("Jenis yang baru."))]
Basis = Annotated[str | None, given.basis_option()]


def _name(text: Any) -> str:
    return params.plain_text(str(text), _("Nama"), TITLE_LENGTH)


@group.command("daftar", "list", help=_("Hari libur dan cuti bersama setahun."))
def list_(ctx: Context, year: Annotated[int | None, params.year_argument()] = None) -> None:
    env = env_of(ctx)
    chosen = year or env.today().year
    span = DaySpan(date(chosen, 1, 1), date(chosen + 1, 1, 1))
    with env.reading() as db:
        calendar = work_calendar(env, db, DaySpan(span.first, span.first + timedelta(days=1)))
    env.show(HolidayList(chosen, holidays_of(chosen, calendar.holidays), calendar))


@group.command("tambah", "add", help=_("Catat hari libur."))
def add(
    ctx: Context,
    day: Day,
    name: Annotated[str, params.argument(_("NAMA"), help=_("Nama hari liburnya."), parser=_name)],
    kind: Kind = None,
    basis: Basis = None,
) -> None:
    env = env_of(ctx)
    when = env.day(day)
    holiday = Holiday(when, name, kind or HolidayKind.NATIONAL, basis=basis, uid=env.new_uid())
    with env.changing() as db:
        holiday = _added(db, holiday)
    env.show(HolidayCard(holiday, _("Hari libur dicatat.")))


@group.command("ubah", "edit", help=_("Ubah hari libur, juga yang sudah dikenal program."))
def change(
    ctx: Context,
    day: Day,
    to: Annotated[
        str | None,
        params.option("tanggal", "date", help=_("Tanggal yang baru."), metavar=_("TANGGAL")),
    ] = None,
    name: Annotated[
        str | None,
        params.option("nama", "name", help=_("Nama baru."), metavar=_("NAMA"), parser=_name),
    ] = None,
    kind: NewKind = None,
    basis: Basis = None,
) -> None:
    env = env_of(ctx)
    when, moved = env.day(day), env.optional_day(to)
    asked = {"day": moved, "name": name, "kind": kind, "basis": basis}
    changes = {field: value for field, value in asked.items() if value is not None}
    if not changes:
        raise NothingToChange(_("imbang libur ubah"))
    with env.changing() as db:
        before = _known(db, when)
        after = adopted(before, env.new_uid())._replace(**changes)
        holiday = _changed(env, db, before, after)
    env.show(HolidayCard(holiday, _("Hari libur diubah.")))


@group.command("hapus", "delete", help=_("Hapus atau batalkan hari libur; harinya jadi biasa."))
def delete(ctx: Context, day: Day, yes: Annotated[bool, params.yes_option()] = False) -> None:
    from keseimbangan.cli.prompts import confirm
    from keseimbangan.view.deleted import Deleted

    env = env_of(ctx)
    when = env.day(day)
    with env.reading() as db:
        holiday = _known(db, when)
    question = _("Hapus hari libur '{name}', {day}?").format(
        day=long_date(when), name=plain_name(holiday)
    )
    if not yes and not confirm(env, question):
        return env.note(_("Tidak ada yang dihapus."))
    with env.changing() as db:
        holiday = _known(db, when)
        gone = _removed(env, db, holiday)
    return env.show(Deleted(HolidayCard(gone, _("Hari libur dihapus."))))


@group.command("impor", "import", help=_("Catat hari libur dari berkas CSV atau TOML."))
def import_(ctx: Context, path: Annotated[str, given.file_argument()]) -> None:
    env = env_of(ctx)
    found = given.from_file(env, Path(path))
    with env.changing() as db:
        kept = [_taken(db, holiday) for holiday in found]
    text = ngettext("{n} hari libur dicatat.", "{n} hari libur dicatat.", len(kept))
    env.show(HolidayList(None, kept, None, text.format(n=len(kept))))


def _own(db: Database, day: date) -> Holiday | None:
    return Holidays(db).between(day_of(day)).get(day)


def _known(db: Database, day: date) -> Holiday:
    found = holiday_on(day, Holidays(db).between(day_of(day)))
    if found is None:
        raise NoHoliday(day)
    return found


def _added(db: Database, holiday: Holiday) -> Holiday:
    """Keep a new one; where the day's was cancelled it takes its place."""
    own = _own(db, holiday.day)
    there = holiday_on(holiday.day, {holiday.day: own} if own else {})
    if there is not None:
        raise HolidayThere(holiday.day, plain_name(there))
    return _placed(db, own, holiday)


def _taken(db: Database, holiday: Holiday) -> Holiday:
    """Keep one of a file: it may say more of what the program knows, not of what a person wrote."""
    own = _own(db, holiday.day)
    if own is not None and not own.cancelled:
        raise HolidayThere(holiday.day, own.name)
    return _placed(db, own, holiday)


def _placed(db: Database, own: Holiday | None, holiday: Holiday) -> Holiday:
    if own is None:
        return Holidays(db).add(holiday)
    return Holidays(db).save(holiday._replace(number=own.number, uid=own.uid))


def _changed(env: Env, db: Database, before: Holiday, after: Holiday) -> Holiday:
    if after.day == before.day:
        return Holidays(db).save(after)
    _removed(env, db, before)
    return _added(db, after._replace(number=None, uid=env.new_uid()))


def _removed(env: Env, db: Database, holiday: Holiday) -> Holiday:
    """Take out one's own; one that the program knows too is cancelled, or it would come back."""
    if shipped_on(holiday.day) is None:
        Holidays(db).delete(holiday)
        return holiday
    return Holidays(db).save(cancelled(holiday, env.new_uid()))
