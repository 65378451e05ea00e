"""When backups are made: of themselves once a day, and where something far-reaching is done."""

from pathlib import Path

from keseimbangan.cli.context import Env
from keseimbangan.domain.backups import Backup, BackupReason
from keseimbangan.errors import KeseimbanganError
from keseimbangan.i18n import _
from keseimbangan.store.backup_folder import backups_in, folder_of
from keseimbangan.store.backups import back_up, holds_yesterday
from keseimbangan.store.soundness import is_current


def keep_daily(env: Env) -> None:
    """The backup of the day. Where none comes about, the command goes on and a note says so."""
    # What is older is brought up by its opening, with a backup of its own; what is no store is
    # refused there.
    if not is_current(env.home.store):
        return
    try:
        if _is_worth_it(env):
            back_up(env.home.store, BackupReason.DAILY, env.now(), env.zone)
    except KeseimbanganError as error:
        fact = _("Cadangan harian belum dibuat. {reason} Perintah Anda tetap dijalankan.")
        env.note(fact.format(reason=error))


def back_up_before(env: Env, reason: BackupReason) -> Backup | None:
    """A verified backup, without which the command must not go on; None where there is no store."""
    if not env.home.store.exists():
        return None
    return back_up(env.home.store, reason, env.now(), env.zone)


def keep_restored(env: Env, backup: Path) -> None:
    """A backup of what has just come back, else the next damage would bring what was rejected.

    None where the newest one is `backup`, which came back.
    """
    from keseimbangan.store.backup_reading import newest_good
    from keseimbangan.store.keys import without_asking

    try:
        with without_asking():
            newest = newest_good(folder_of(env.home.store), env.now())
        if newest != backup:
            back_up(env.home.store, BackupReason.RESTORED, env.now(), env.zone)
    except KeseimbanganError as error:
        fact = _("Keadaan sesudah pemulihan belum dicadangkan. {reason}")
        env.note(fact.format(reason=error))


def _is_worth_it(env: Env) -> bool:
    # A store in which everything is of today has no yesterday to keep.
    reasons = {backup.reason for backup in backups_in(folder_of(env.home.store))}
    if BackupReason.DAILY in reasons:
        return True
    with env.reading() as db:
        return holds_yesterday(db, env.now(), env.zone)
