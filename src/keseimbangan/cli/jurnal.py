"""`imbang jurnal`: writing about stress, reading it again, what repeats.

No text need pass the command line, where a shell would keep it in its history: there are
questions, an editor, and standard input. Only `lihat` shows what an entry says; the other
commands keep to number, week, level and triggers, for a screen is easily read by others.
"""

from typing import Annotated, Any

from keseimbangan.cli import journal_keeping as keeping
from keseimbangan.cli import journal_options as options
from keseimbangan.cli import journal_values as values
from keseimbangan.cli import params
from keseimbangan.cli.command import Group
from keseimbangan.cli.context import Context, Env, env_of
from keseimbangan.domain import journal as domain
from keseimbangan.domain.journal import Answers
from keseimbangan.domain.period import DaySpan
from keseimbangan.domain.triggers import distinct
from keseimbangan.errors.usage import NothingToChange, OptionsConflict
from keseimbangan.i18n import _
from keseimbangan.store.journal import Journal
from keseimbangan.view.journal import Entry, EntryList, Kept, week_text

group = Group(default="daftar")

# Before any journal: `--sampai` alone means everything up to that day.
_BEGINNING = "1970-01-01"


@group.command("tulis", "write", help=_("Tulis tentang stres Anda, seperlunya."))
def write(
    ctx: Context,
    level: options.Level = None,
    triggers: options.Triggers = None,
    cause: options.Cause = None,
    coping: options.Coping = None,
    helped: options.Helped = None,
    demand: options.Demand = None,
    control: options.Control = None,
    note: options.Note = None,
    week: options.About = None,
    editor: options.InEditor = False,
) -> None:
    env = env_of(ctx)
    given = _answers(level, triggers, cause, coping, helped, demand, control, note)
    about = domain.require_begun(env.week(week), env.today())
    keep = keeping.write_in_editor if editor else keeping.write
    entry = keep(env, given, about)
    if entry is None:
        return env.note(_("Tidak ada yang dicatat."))
    return env.show(Kept(entry, _("Catatan jurnal disimpan.")))


@group.command("daftar", "list", help=_("Catatan jurnal, yang terbaru lebih dahulu."))
def list_(
    ctx: Context,
    week: options.OfWeek = None,
    month: options.OfMonth = None,
    since: options.Since = None,
    until: options.Until = None,
    most: options.Most = 20,
) -> None:
    env = env_of(ctx)
    span = _span(env, week, month, since, until)
    with env.reading() as db:
        journal = Journal(db)
        found = journal.latest(most + 1) if span is None else journal.between(span)[::-1]
    empty = _("Belum ada catatan jurnal di sini. Tulis yang pertama: imbang jurnal tulis")
    env.show(EntryList(found[:most], empty, _remark(len(found), most)))


@group.command("lihat", "show", help=_("Satu catatan jurnal, lengkap dengan isinya."))
def show(ctx: Context, number: options.Number) -> None:
    env = env_of(ctx)
    with env.reading() as db:
        entry = Journal(db).get(number)
    env.show(Entry(entry))


@group.command("cari", "search", help=_("Cari kata dalam catatan jurnal."))
def search(
    ctx: Context,
    words: Annotated[
        list[str],
        params.argument(
            _("KATA"), help=_("Kata yang dicari; semuanya harus ada."), parser=params.short_text
        ),
    ],
    most: options.Most = 20,
) -> None:
    from keseimbangan.domain.journal_search import search as look_for
    from keseimbangan.view.journal_search import FoundList

    env = env_of(ctx)
    with env.reading() as db:
        found = look_for(Journal(db).all(), words)[::-1]
    env.show(FoundList(found[:most], _remark(len(found), most)))


@group.command("ubah", "edit", help=_("Ubah sebuah catatan jurnal."))
def change(
    ctx: Context,
    number: options.Number,
    level: options.NewLevel = None,
    triggers: options.Triggers = None,
    cause: options.Cause = None,
    coping: options.Coping = None,
    helped: options.Helped = None,
    demand: options.Demand = None,
    control: options.Control = None,
    note: options.Note = None,
    week: options.About = None,
    clear: options.Clear = None,
    editor: options.InEditor = False,
) -> None:
    env = env_of(ctx)
    given = _answers(level, triggers, cause, coping, helped, demand, control, note)
    changes = _changes(given, clear or [])
    about = week and domain.require_begun(env.week(week), env.today())
    if not (changes or about or editor):
        raise NothingToChange(_("imbang jurnal ubah"))
    keep = keeping.change_in_editor if editor else keeping.change
    entry = keep(env, number, changes, about)
    if entry is None:
        return env.note(_("Tidak ada yang diubah."))
    return env.show(Kept(entry, _("Catatan jurnal diubah.")))


@group.command("hapus", "delete", help=_("Hapus sebuah catatan jurnal."))
def delete(ctx: Context, number: options.Number, yes: options.Yes = False) -> None:
    from keseimbangan.cli.prompts import confirm
    from keseimbangan.view.deleted import Deleted

    env = env_of(ctx)
    with env.reading() as db:
        entry = Journal(db).get(number)
    question = _("Hapus catatan jurnal {n}, pekan {week}?").format(
        n=number, week=week_text(entry.week)
    )
    if not yes and not confirm(env, question):
        return env.note(_("Tidak ada yang dihapus."))
    with env.changing() as db:
        entry = Journal(db).get(number)
        Journal(db).delete(entry)
    return env.show(Deleted(Kept(entry, _("Catatan jurnal dihapus."))))


@group.command("pola", "patterns", help=_("Apa yang berulang, dan apa yang membantu."))
def pattern(ctx: Context, weeks: options.WeeksBack = 8) -> None:
    from keseimbangan.domain.patterns import last_weeks, patterns
    from keseimbangan.view.patterns import PatternScreen

    env = env_of(ctx)
    span = last_weeks(env.week(None), weeks)
    with env.reading() as db:
        entries = Journal(db).of_weeks(*domain.weeks_touching(span))
    env.show(PatternScreen(patterns(entries, span)))


def _answers(
    level: int | None,
    triggers: list[str] | None,
    cause: str | None,
    coping: str | None,
    helped: int | None,
    demand: int | None,
    control: int | None,
    note: str | None,
) -> Answers:
    named = distinct(name for text in triggers or () for name in values.triggers(text))
    return Answers(level, named, cause, coping, helped, demand, control, note)


def _changes(given: Answers, clear: list[str]) -> dict[str, Any]:
    """What was given, and the fields to be emptied."""
    changes = {name: value for name, value in given._asdict().items() if value not in (None, ())}
    for field in clear:
        if field in changes:
            raise OptionsConflict(_("--kosongkan"), f"--{values.word_of(field)}")
    return changes | {field: Answers._field_defaults[field] for field in clear}


def _span(
    env: Env, week: str | None, month: str | None, since: str | None, until: str | None
) -> DaySpan | None:
    """The days asked for; none where nothing was said. Both dates belong to it."""
    given = [
        (week, _("--minggu")),
        (month, _("--bulan")),
        (until if since is None else since, _("--dari")),
    ]
    named = [name for value, name in given if value is not None]
    if len(named) > 1:
        raise OptionsConflict(*named[:2])
    if week is not None:
        return env.week(week)
    if month is not None:
        return env.month(month)
    if since is None and until is None:
        return None
    return params.past_span(env, _BEGINNING if since is None else since, until)


def _remark(found: int, most: int) -> str | None:
    if found <= most:
        return None
    return _("Masih ada yang lebih lama; tambahkan --jumlah {n}.").format(n=most * 2)
