"""`imbang data periksa`: whether the store is sound, and whether the newest backup would serve."""

import errno
import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from keseimbangan.cli import params
from keseimbangan.cli.context import Context, Env, env_of
from keseimbangan.domain.checkup import Finding, FindingKind
from keseimbangan.i18n import _
from keseimbangan.store.database import Database

if TYPE_CHECKING:
    from keseimbangan.domain.backups import Backup


def check(
    ctx: Context,
    drill: Annotated[
        bool,
        params.option(
            "latihan",
            "drill",
            help=_("Coba pulihkan cadangan terbaru di tempat sementara, tanpa mengubah apa pun."),
        ),
    ] = False,
) -> None:
    """`periksa`."""
    env = env_of(ctx)
    if drill:
        sound = _drill(env)
    else:
        sound = _show(env, _findings(env) if os.path.lexists(env.home.store) else None)
    if not sound:
        raise typer.Exit(1)


def _findings(env: Env) -> list[Finding]:
    from keseimbangan.cli.lost_store import refuse_damaged
    from keseimbangan.store.checkup import examine, of_the_schema

    store, now = env.home.store, env.now()
    refuse_damaged(env)
    with env.reading() as db:
        found = [*examine(db, now), *_unkept(env, db)]
    # Afterwards: on a full disk there can be one connection at a time.
    return [*_open_to_others(env), *of_the_schema(store), *found]


def _open_to_others(env: Env) -> list[Finding]:
    """Files that another account can read, and a folder in which it can put others in their place.

    Windows guards them by the profile in which they lie.
    """
    from keseimbangan.store.backup_folder import folder_of

    if sys.platform == "win32":
        return []
    home, folder = env.home, folder_of(env.home.store)
    # SQLite's working files have the mode of the store.
    own = [home.store, home.settings, home.logs, *home.logs.glob("*")]
    guarded = [(home.data, 0o022), *((path, 0o077) for path in (*own, folder, *folder.glob("*")))]
    return [
        Finding(FindingKind.OPEN_TO_OTHERS, detail=str(path))
        for path, bits in guarded
        if path.exists() and path.stat().st_mode & bits
    ]


def _unkept(env: Env, db: Database) -> list[Finding]:
    from keseimbangan.store.backup_folder import backups_in, folder_of
    from keseimbangan.store.backups import holds_yesterday

    if backups_in(folder_of(env.home.store)) or not holds_yesterday(db, env.now(), env.zone):
        return []
    return [Finding(FindingKind.NO_BACKUP)]


def _show(env: Env, findings: list[Finding] | None) -> bool:
    """Show what was found; whether all is well."""
    from keseimbangan.view.checkup import Checkup

    screen = Checkup(env.home.store, findings, next(iter(_backups(env)), None), env.zone)
    env.show(screen)
    return screen.sound


def _drill(env: Env) -> bool:
    """Try the newest backup, or where that is damaged the next one; whether it was the newest."""
    from keseimbangan.cli.lost_store import refuse_damaged
    from keseimbangan.errors.backups import BackupDamaged, NoneGood, NothingToTry
    from keseimbangan.view.checkup import Drill

    damaged: list[Backup] = []
    for backup in _backups(env):
        begun = env.clock.steady()
        try:
            rows = _tried(env, backup.path)
        except BackupDamaged:
            damaged.append(backup)
            continue
        env.show(Drill(backup, rows, env.clock.steady() - begun, env.zone, damaged))
        return not damaged
    if damaged:
        raise NoneGood(damaged[0].path, None)
    # What no backup can be made of.
    refuse_damaged(env)
    raise NothingToTry


def _tried(env: Env, backup: Path) -> dict[str, int]:
    from keseimbangan.store.backup_reading import staged

    with staged(backup, env.home.store, env.now()) as copy:
        return _read_back(env, backup, copy)


def _backups(env: Env) -> "list[Backup]":
    from keseimbangan.domain.backups import newest_first
    from keseimbangan.store.backup_folder import backups_in, folder_of

    return newest_first(backups_in(folder_of(env.home.store)), env.now())


def _read_back(env: Env, backup: Path, copy: Path) -> dict[str, int]:
    """Rows by table as the program itself reads them from a restored copy; as many as it held."""
    from keseimbangan.errors.backups import BackupDamaged, BackupUnreadable
    from keseimbangan.store import database
    from keseimbangan.store.inventory import inventory
    from keseimbangan.store.soundness import contents, open_file

    with database.reading(copy, env.now()) as db:
        rows = {holding.name: holding.rows for holding in inventory(db)}
    try:
        with closing(open_file(backup, "ro")) as connection:
            held = contents(connection).rows
    except sqlite3.OperationalError as error:
        if backup.exists():
            raise
        # Another terminal has let it go, as rotation and erasing do.
        gone = FileNotFoundError(errno.ENOENT, str(error))
        raise BackupUnreadable(backup, gone) from error
    if any(rows[name] != held[name] for name in rows.keys() & held.keys()):
        raise BackupDamaged(backup, None)
    return rows
