"""`imbang data hapus JENIS`: rows, the log of their changes, and the copies that hold them."""

from datetime import date, datetime
from functools import partial
from pathlib import Path

from keseimbangan.cli.context import Env
from keseimbangan.cli.home_files import backup_files, copies
from keseimbangan.cli.prompts import confirm
from keseimbangan.cli.purging_all import destroy_copies
from keseimbangan.formats import long_date
from keseimbangan.i18n import _
from keseimbangan.store.database import Database


def erase_rows(env: Env, tables: list[str], day: date | None, *, yes: bool) -> None:
    """Erase rows written before a day, or all, for good; without tables only what is behind them.

    The log of changes and every backup go with them.
    """
    from keseimbangan.cli.backup_keeping import back_up_before
    from keseimbangan.domain.backups import BackupReason
    from keseimbangan.store.purging import purge, rows_of, steps_of
    from keseimbangan.view.purging import Erased, question, question_of_history

    before = _moment(env, day)
    found = copies(env.home)
    with env.reading() as db:
        rows = {name: n for name, n in rows_of(db, tables, before).items() if n}
        steps, traced = steps_of(db), day is None and _has_traces(env, db, tables, found)
    if not rows and not traced:
        return env.note(_nothing(day))
    ask = partial(question, rows, day) if tables else question_of_history
    if not yes and not confirm(env, ask(steps, len(backup_files(env.home)))):
        return env.note(_("Tidak ada yang dihapus."))
    with env.lasting():
        purge(env.home.store, env.now(), tables, before)
    gone = destroy_copies(env)
    # Only now: what the backups took is room for it.
    _tighten(env)
    # It waited for whoever was copying what is erased.
    gone += destroy_copies(env)
    # What is left is to have a copy again.
    back_up_before(env, BackupReason.ERASURE)
    return env.show(Erased(rows, steps, gone, everything=False))


def _nothing(day: date | None) -> str:
    if day is None:
        return _("Tidak ada yang dihapus: tidak ada catatan seperti itu.")
    return _(
        "Tidak ada yang dihapus: tidak ada catatan seperti itu sebelum {day}. Jejak dari yang "
        "sudah dihapus hilang dengan `imbang data hapus riwayat`."
    ).format(day=long_date(day))


def _has_traces(env: Env, db: Database, tables: list[str], found: list[Path]) -> bool:
    """Whether the log, the backups or what remains of others hold what was deleted before."""
    from keseimbangan.store.purging import has_traces, may_hold, steps_of

    if not env.home.store.exists():
        # The backups of a store that was lost are all that there is.
        return False
    if not tables:
        return bool(steps_of(db) or found)
    return has_traces(db, tables) or any(may_hold(each, tables) for each in found)


def _tighten(env: Env) -> None:
    from keseimbangan.errors import StoreProblem
    from keseimbangan.errors.store import StoreLocked
    from keseimbangan.store.purging import tighten

    try:
        tighten(env.home.store)
    except StoreLocked:
        env.note(
            _(
                "Terminal lain masih membaca data ini. Isi yang dihapus baru tertimpa sesudah "
                "terminal itu selesai dan Anda menjalankan satu perintah lagi."
            )
        )
    except StoreProblem:
        env.note(_("Isinya sudah ditimpa, tetapi berkas data belum dirapatkan: disk penuh."))


def _moment(env: Env, day: date | None) -> datetime | None:
    from keseimbangan.domain.period import day_of

    return None if day is None else day_of(day).instants(env.zone).start
