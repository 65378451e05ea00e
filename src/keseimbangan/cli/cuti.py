"""`imbang cuti`: own leave, and what is left of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Annotated, Any

from keseimbangan.cli import leave_values as given
from keseimbangan.cli import params
from keseimbangan.cli.command import Group
from keseimbangan.cli.context import Context, env_of
from keseimbangan.cli.leave_keeping import counted, counted_all, kept, remark, yearly
from keseimbangan.domain.leave import Leave
from keseimbangan.domain.period import DaySpan
from keseimbangan.errors.leave import HalfOfManyDays, LeaveBackwards
from keseimbangan.errors.usage import NothingToChange, OptionsConflict
from keseimbangan.i18n import _
from keseimbangan.store.leaves import Leaves
from keseimbangan.view.leave import LeaveBalance, LeaveCard, LeaveList, title


class _Leave(Group):
    """`imbang cuti 2027` is `imbang cuti daftar 2027`."""

    def complete(self, rest: Sequence[str]) -> list[str]:
        return super().complete(["daftar", *rest] if rest and rest[0].isdecimal() else rest)


group = _Leave(default="daftar")

Number = Annotated[int, given.number_argument()]
Year = Annotated[int | None, params.year_argument()]
HalfDay = Annotated[Any, given.half_option()]
Letter = Annotated[str | None, given.letter_option()]
Note = Annotated[str | None, params.note_option()]


@group.command("tambah", "add", help=_("Catat cuti."))
def add(
    ctx: Context,
    kind: Annotated[
        str, params.argument(_("JENIS"), help=given.kind_help(), complete=given.kind_words)
    ],
    first: Annotated[str, params.argument(_("MULAI"), help=_("Hari pertama."))],
    last: Annotated[
        str | None,
        params.argument(_("SELESAI"), help=_("Hari terakhir; bila kosong, hari pertama saja.")),
    ] = None,
    half: HalfDay = None,
    letter: Letter = None,
    note: Note = None,
) -> None:
    env = env_of(ctx)
    begins = env.day(first)
    ends = env.day(last) if last is not None else begins
    _require_order(begins, ends, half)
    leave = Leave(None, env.new_uid(), given.kind_of(env, kind), begins, ends, half, letter, note)
    with env.changing() as db:
        leave = kept(env, db, leave)
        taken, said = counted(env, db, leave), remark(env, db, leave)
    env.show(LeaveCard(leave, taken, _("Cuti dicatat.")))
    if said:
        env.note(said)


@group.command("daftar", "list", help=_("Cuti setahun, dengan hari kerja yang dipakainya."))
def list_(ctx: Context, year: Year = None) -> None:
    env = env_of(ctx)
    chosen = year or env.today().year
    with env.reading() as db:
        found = Leaves(db).between(DaySpan(date(chosen, 1, 1), date(chosen + 1, 1, 1)))
        taken = counted_all(env, db, found)
    env.show(LeaveList(chosen, found, taken))


@group.command("ubah", "edit", help=_("Ubah cuti."))
def change(
    ctx: Context,
    number: Number,
    kind: Annotated[
        str | None,
        params.option(
            "jenis",
            "kind",
            help=_("Jenis yang baru."),
            metavar=_("JENIS"),
            complete=given.kind_words,
        ),
    ] = None,
    first: Annotated[
        str | None,
        params.option("mulai", "start", help=_("Hari pertama yang baru."), metavar=_("TANGGAL")),
    ] = None,
    last: Annotated[
        str | None,
        params.option("selesai", "end", help=_("Hari terakhir yang baru."), metavar=_("TANGGAL")),
    ] = None,
    half: HalfDay = None,
    whole: Annotated[
        bool, params.option("sehari-penuh", "whole-day", help=_("Tidak lagi setengah hari."))
    ] = False,
    letter: Letter = None,
    note: Note = None,
) -> None:
    env = env_of(ctx)
    if half is not None and whole:
        raise OptionsConflict(_("--setengah"), _("--sehari-penuh"))
    asked: dict[str, Any] = {
        "kind": None if kind is None else given.kind_of(env, kind),
        "first": env.optional_day(first),
        "last": env.optional_day(last),
        "half": half,
        "letter": letter,
        "note": note,
    }
    changes = {field: value for field, value in asked.items() if value is not None}
    if whole:
        changes["half"] = None
    if not changes:
        raise NothingToChange(_("imbang cuti ubah"))
    with env.changing() as db:
        leave = kept(env, db, _changed(Leaves(db).get(number), changes))
        taken, said = counted(env, db, leave), remark(env, db, leave)
    env.show(LeaveCard(leave, taken, _("Cuti diubah.")))
    if said:
        env.note(said)


@group.command("hapus", "delete", help=_("Hapus cuti."))
def delete(ctx: Context, number: Number, yes: Annotated[bool, params.yes_option()] = False) -> None:
    from keseimbangan.cli.prompts import confirm
    from keseimbangan.view.deleted import Deleted

    env = env_of(ctx)
    with env.reading() as db:
        leave = Leaves(db).get(number)
    question = _("Hapus cuti {n}, {leave}?").format(n=number, leave=title(leave))
    if not yes and not confirm(env, question):
        return env.note(_("Tidak ada yang dihapus."))
    with env.changing() as db:
        leave = Leaves(db).get(number)
        taken = counted(env, db, leave)
        Leaves(db).delete(leave)
    return env.show(Deleted(LeaveCard(leave, taken, _("Cuti dihapus."))))


@group.command("sisa", "balance", help=_("Sisa cuti tahunan, dan yang dipakai dari jenis lain."))
def balance(ctx: Context, year: Year = None) -> None:
    env = env_of(ctx)
    with env.reading() as db:
        found = yearly(env, db, year or env.today().year)
    env.show(LeaveBalance(found))


def _changed(leave: Leave, changes: dict[str, Any]) -> Leave:
    first, last = changes.get("first", leave.first), changes.get("last", leave.last)
    # Moving the first day of a single day moves the day.
    if "first" in changes and "last" not in changes and leave.first == leave.last:
        changes["last"] = last = first
    _require_order(first, last, changes.get("half", leave.half))
    return replace(leave, **changes)


def _require_order(first: date, last: date, half: object) -> None:
    if last < first:
        raise LeaveBackwards(first, last)
    if half is not None and first != last:
        raise HalfOfManyDays
