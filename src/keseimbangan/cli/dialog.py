"""`imbang dialog`: notes of performance talks, and what was agreed in them."""

from dataclasses import replace
from datetime import date
from typing import Annotated, Any

from keseimbangan.cli import params
from keseimbangan.cli.command import Group
from keseimbangan.cli.context import Context, Env, env_of
from keseimbangan.domain.dialogues import Dialogue
from keseimbangan.domain.period import DaySpan
from keseimbangan.errors.usage import NothingToChange
from keseimbangan.formats import long_date
from keseimbangan.i18n import _
from keseimbangan.store.database import Database
from keseimbangan.store.dialogues import Dialogues
from keseimbangan.store.targets import Targets
from keseimbangan.view.dialogues import DialogueCard, DialogueList

group = Group(default="daftar")


def numbers() -> list[tuple[str, str]]:
    """Numbers of this year's talks with whom and when, for the shell."""
    from keseimbangan.cli.completion import dialogue_titles

    return dialogue_titles()


Number = Annotated[
    int,
    params.argument(
        _("NOMOR"), help=_("Nomor dialog."), parser=params.whole_number(1), complete=numbers
    ),
]
Day = Annotated[str | None, params.day_option(_("Tanggalnya; bila kosong, hari ini."))]
NewDay = Annotated[str | None, params.day_option(_("Tanggal yang baru."))]
Target = Annotated[int | None, params.target_option()]
Note = Annotated[str | None, params.note_option()]
Agreement = Annotated[
    str | None,
    params.option(
        "kesepakatan",
        "agreement",
        help=_("Yang disepakati."),
        metavar=_("TEKS"),
        parser=params.note,
    ),
]
FollowUp = Annotated[
    str | None,
    params.option(
        "tindak-lanjut",
        "follow-up",
        help=_("Kapan kesepakatan itu ditinjau."),
        metavar=_("TANGGAL"),
    ),
]


@group.command("tambah", "add", help=_("Catat dialog kinerja."))
def add(
    ctx: Context,
    partner: Annotated[
        str, params.argument(_("DENGAN"), help=_("Dengan siapa."), parser=params.short_text)
    ],
    day: Day = None,
    target: Target = None,
    note: Note = None,
    agreement: Agreement = None,
    follow_up: FollowUp = None,
) -> None:
    env = env_of(ctx)
    when, review = env.day(day), env.optional_day(follow_up)
    new = Dialogue(None, env.new_uid(), when, partner, target, note, agreement, review)
    with env.changing() as db:
        _require_target(db, target)
        new = Dialogues(db).add(new)
    env.show(DialogueCard(new, _("Dialog kinerja dicatat.")))


@group.command("daftar", "list", help=_("Dialog kinerja setahun."))
def list_(
    ctx: Context,
    year: Annotated[int | None, params.year_argument()] = None,
) -> None:
    env = env_of(ctx)
    year = year or env.today().year
    days = DaySpan(date(year, 1, 1), date(year + 1, 1, 1))
    with env.reading() as db:
        found = Dialogues(db).between(days)
    env.show(DialogueList(year, found))


@group.command("lihat", "show", help=_("Satu dialog kinerja, lengkap."))
def show(ctx: Context, number: Number) -> None:
    env = env_of(ctx)
    with env.reading() as db:
        dialogue = Dialogues(db).get(number)
    env.show(DialogueCard(dialogue))


@group.command("ubah", "edit", help=_("Ubah catatan dialog kinerja."))
def change(
    ctx: Context,
    number: Number,
    partner: Annotated[
        str | None,
        params.option(
            "dengan", "with", help=_("Dengan siapa."), metavar=_("TEKS"), parser=params.short_text
        ),
    ] = None,
    day: NewDay = None,
    target: Target = None,
    note: Note = None,
    agreement: Agreement = None,
    follow_up: FollowUp = None,
) -> None:
    env = env_of(ctx)
    changes = _changes(env, partner, day, target, note, agreement, follow_up)
    if not changes:
        raise NothingToChange(_("imbang dialog ubah"))
    with env.changing() as db:
        _require_target(db, target)
        dialogue = Dialogues(db).save(replace(Dialogues(db).get(number), **changes))
    env.show(DialogueCard(dialogue, _("Dialog kinerja diubah.")))


@group.command("hapus", "delete", help=_("Hapus catatan dialog kinerja."))
def delete(ctx: Context, number: Number, yes: Annotated[bool, params.yes_option()] = False) -> None:
    from keseimbangan.cli.prompts import confirm
    from keseimbangan.view.deleted import Deleted

    env = env_of(ctx)
    with env.reading() as db:
        dialogue = Dialogues(db).get(number)
    question = _("Hapus dialog {n} dengan {partner}, {day}?").format(
        n=number, partner=dialogue.partner, day=long_date(dialogue.day)
    )
    if not yes and not confirm(env, question):
        return env.note(_("Tidak ada yang dihapus."))
    with env.changing() as db:
        dialogue = Dialogues(db).get(number)
        Dialogues(db).delete(dialogue)
    return env.show(Deleted(DialogueCard(dialogue, _("Dialog kinerja dihapus."))))


def _changes(
    env: Env,
    partner: str | None,
    day: str | None,
    target: int | None,
    note: str | None,
    agreement: str | None,
    follow_up: str | None,
) -> dict[str, Any]:
    asked = {
        "partner": partner,
        "day": env.optional_day(day),
        "target": target,
        "note": note,
        "agreement": agreement,
        "follow_up": env.optional_day(follow_up),
    }
    return {field: value for field, value in asked.items() if value is not None}


def _require_target(db: Database, target: int | None) -> None:
    if target is not None:
        Targets(db).get(target)
