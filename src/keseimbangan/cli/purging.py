"""`imbang data hapus`: what is to be gone for good, with its traces in the log and the backups."""

from contextlib import suppress
from datetime import date, datetime
from functools import partial
from typing import Annotated, Any

from keseimbangan.cli import params
from keseimbangan.cli.context import Context, Env, env_of
from keseimbangan.cli.erased_kinds import kind_in
from keseimbangan.cli.home_files import backup_files, drafts, folders, papers, remains
from keseimbangan.cli.locked_backups import salt_known
from keseimbangan.cli.prompts import confirm
from keseimbangan.errors.purging import NothingNamed
from keseimbangan.errors.usage import OptionsConflict
from keseimbangan.i18n import _
from keseimbangan.store.database import Database

# The words of the commands, each with the table whose rows carry the others along.
NOUNS = {
    "tugas": "tasks",
    "blok": "blocks",
    "fokus": "focus_sessions",
    "jurnal": "stress_entries",
    "evaluasi": "weekly_reviews",
    "refleksi": "monthly_reflections",
    "skp": "targets",
    "indikator": "indicators",
    "dialog": "dialogues",
    "rencana": "plans",
    "cuti": "leaves",
    "libur": "holidays",
    "giliran": "shifts",
    "lokasi": "location_days",
    "lembur": "overtimes",
    "kalender": "exported_events",
}
ENGLISH = {
    "task": "tasks",
    "block": "blocks",
    "focus": "focus_sessions",
    "journal": "stress_entries",
    "review": "weekly_reviews",
    "reflection": "monthly_reflections",
    "target": "targets",
    "indicator": "indicators",
    "dialogue": "dialogues",
    "plan": "plans",
    "leave": "leaves",
    "holiday": "holidays",
    "shift": "shifts",
    "location": "location_days",
    "overtime": "overtimes",
    "calendar": "exported_events",
}
# What was deleted lives on in these two; all that there is now stays.
HISTORY = "history"
WORDS = {**NOUNS, **ENGLISH, "riwayat": HISTORY, "history": HISTORY}


def purge(
    ctx: Context,
    table: Annotated[
        Any,
        params.argument(
            _("JENIS"),
            help=_(
                "Yang dihapus, dengan kata perintahnya: jurnal, tugas, blok, dan seterusnya; atau "
                "riwayat: hanya riwayat urung dan cadangan."
            ),
            parser=kind_in(WORDS),
            complete=lambda: params.shown_words(WORDS),
        ),
    ] = None,
    everything: Annotated[
        bool,
        params.option(
            "semua", "all", help=_("Semua data, cadangan, catatan galat, dan pengaturan.")
        ),
    ] = False,
    before: Annotated[
        str | None,
        params.option(
            "sebelum",
            "before",
            help=_("Hanya yang dicatat sebelum tanggal ini."),
            metavar=_("TANGGAL"),
        ),
    ] = None,
    yes: Annotated[bool, params.yes_option()] = False,
) -> None:
    """`hapus`."""
    env = env_of(ctx)
    if everything and table is not None:
        raise OptionsConflict(_("JENIS"), _("--semua"))
    if not everything and table is None:
        raise NothingNamed
    if table == HISTORY:
        if before is not None:
            raise OptionsConflict(_("riwayat"), _("--sebelum"))
        return _some(env, [], None, yes=yes)
    day = env.optional_day(before)
    if everything and day is None:
        return _all(env, yes=yes)
    return _some(env, [table] if table else list(NOUNS.values()), day, yes=yes)


def _some(env: Env, tables: list[str], day: date | None, *, yes: bool) -> None:
    """Without tables only the history and the backups."""
    from keseimbangan.cli.backup_keeping import back_up_before
    from keseimbangan.domain.backups import BackupReason
    from keseimbangan.store.purging import purge, rows_of, steps_of
    from keseimbangan.view.purging import Erased, question, question_of_history

    before = _moment(env, day)
    with env.reading() as db:
        rows = {name: n for name, n in rows_of(db, tables, before).items() if n}
        steps, traced = steps_of(db), _has_traces(env, db, tables, before)
    if not rows and not traced:
        return env.note(_("Tidak ada yang dihapus: tidak ada catatan seperti itu."))
    ask = partial(question, rows) if tables else question_of_history
    if not yes and not confirm(env, ask(steps, len(backup_files(env.home)))):
        return env.note(_("Tidak ada yang dihapus."))
    with env.lasting():
        purge(env.home.store, env.now(), tables, before)
    gone = _destroy_copies(env)
    # Only now: what the backups took is room for it.
    _tighten(env)
    # It waited for whoever was copying what is erased.
    gone += _destroy_copies(env)
    # What is left is to have a copy again.
    back_up_before(env, BackupReason.ERASURE)
    return env.show(Erased(rows, steps, gone, everything=False))


def _destroy_copies(env: Env) -> int:
    """Every backup and what remains of others, until none is left; how many backups there were."""
    from keseimbangan.store.purging import destroy

    store, count = env.home.store, 0
    while True:
        # In this order: another terminal may be giving an unfinished backup its name.
        left = remains(env.home)
        copies = backup_files(env.home)
        if not left and not copies:
            return count
        destroy([*copies, *left], sparing=store)
        count += len(copies)


def _has_traces(env: Env, db: Database, tables: list[str], before: datetime | None) -> bool:
    """Whether the log, the backups or what remains of others hold what was deleted before."""
    from keseimbangan.store.purging import has_traces, may_hold, steps_of

    if not env.home.store.exists():
        # The backups of a store that was lost are all that there is.
        return False
    copies = [*remains(env.home), *backup_files(env.home)]
    if not tables:
        return bool(steps_of(db) or copies)
    return has_traces(db, tables) or any(may_hold(each, tables, before) for each in copies)


def _tighten(env: Env) -> None:
    from keseimbangan.errors import StoreProblem
    from keseimbangan.store.purging import tighten

    try:
        tighten(env.home.store)
    except StoreProblem:
        env.note(
            _("Isinya sudah ditimpa, tetapi berkas data belum dirapatkan: disk penuh atau dipakai.")
        )


def _all(env: Env, *, yes: bool) -> None:
    from keseimbangan.store.own_files import files_of
    from keseimbangan.store.purging import destroy, hold_alone
    from keseimbangan.view.purging import Erased, question_of_all

    question = question_of_all(str(env.home.data), len(backup_files(env.home)))
    if not yes and not confirm(env, question):
        return env.note(_("Tidak ada yang dihapus."))
    _forget_keys(env)
    held = hold_alone(env.home.store)
    try:
        # The backups before the store: who is interrupted here still sees what is left.
        gone = _destroy_copies(env)
        destroy([*papers(env.home), *drafts(env.home), *files_of(env.home.store)])
    finally:
        if held is not None:
            held.close()
    # Closing may have left an empty one behind, and others may have been copying till then.
    destroy(files_of(env.home.store))
    gone += _destroy_copies(env)
    for folder in folders(env.home):
        # What else somebody keeps there stays.
        with suppress(OSError):
            folder.rmdir()
    return env.show(Erased({}, 0, gone, everything=True))


def _moment(env: Env, day: date | None) -> datetime | None:
    from keseimbangan.domain.period import day_of

    return None if day is None else day_of(day).instants(env.zone).start


def _forget_keys(env: Env) -> None:
    """What opens the files that are about to go, and copies of them elsewhere."""
    salts = {salt_known(path) for path in (env.home.store, *backup_files(env.home))}
    if known := [salt for salt in salts if salt]:
        from keseimbangan.cli.system_keyring import take_out

        take_out(env, known)
