"""Erasing for good: rows with the log of their changes, or every file of a home.

What is freed is overwritten first. That reaches the file; a disk that writes elsewhere than told,
as an SSD does, may keep the old pages until it needs the room.
"""

import sqlite3
import sys
from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from keseimbangan.errors import StoreProblem
from keseimbangan.errors.purging import NotErased
from keseimbangan.errors.store import StoreLocked
from keseimbangan.store import compiled
from keseimbangan.store.complaints import translated
from keseimbangan.store.connections import BUSY_SECONDS, keep_others_out, keyed
from keseimbangan.store.database import Database, changing
from keseimbangan.store.files import erase
from keseimbangan.store.keys import Key, forget, is_locked, key_of, without_asking
from keseimbangan.store.soundness import UNREADABLE, open_file
from keseimbangan.store.values import from_instant

# Later than anything: an erasing without a day takes every row.
_ALWAYS = "9999"
# Stamps nothing: a backup is only looked at.
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_WHERE = "WHERE created_at < :before"
# A person is still told when the event was that Google keeps; its title was the block's.
_UNTITLE = (
    "UPDATE exported_events SET title = '', changed_at = :changed_at"
    " WHERE title <> '' AND block_uid NOT IN (SELECT uid FROM blocks)"
)


def rows_of(db: Database, tables: Sequence[str], before: datetime | None) -> dict[str, int]:
    """How many rows of each table would go: those written before a moment, or all."""
    moment = from_instant(before) if before else _ALWAYS
    found = {}
    for table in tables:
        row = db.one(f"SELECT count(*) AS n FROM {_known(table)} {_WHERE}", before=moment)
        found[table] = int(row[0]) if row else 0
    return found


def steps_of(db: Database) -> int:
    """How many steps could be undone or done again."""
    row = db.one("SELECT count(*) AS n FROM steps")
    return int(row["n"]) if row else 0


def has_traces(db: Database, tables: Sequence[str]) -> bool:
    """Whether the log of changes, or the note of what was deleted, still knows rows of these."""
    known = (
        "SELECT 1 FROM changes WHERE table_name = :name"
        " UNION ALL SELECT 1 FROM deletions WHERE table_name = :name LIMIT 1"
    )
    return any(db.one(known, name=table) is not None for table in _with_parts(db, tables))


def may_hold(backup: Path, tables: Sequence[str]) -> bool:
    """Whether rows of these tables, or traces of them, stand in a backup, or nobody can tell."""
    try:
        with without_asking(), closing(open_file(backup, "ro")) as connection:
            db = Database(connection, _EPOCH)
            return any(rows_of(db, tables, None).values()) or has_traces(db, tables)
    except (*UNREADABLE, StoreProblem):
        return True


def purge(store: Path, now: datetime, tables: Sequence[str], before: datetime | None) -> None:
    """Erase rows, and with them the whole log of changes.

    What belongs to a row goes with it; what refers to it stays and refers to nothing. Raises
    StoreLocked while another terminal has the store open: what it reads could not be erased.
    """
    moment = from_instant(before) if before else _ALWAYS
    # Before anything is erased: a repeated command must find what is to go.
    if (held := hold_alone(store, key_of(store))) is not None:
        held.close()
    with changing(store, now) as db:
        for table in tables:
            db.change(f"DELETE FROM {_known(table)} {_WHERE}", {"before": moment})
        for table in _with_parts(db, tables):
            db.change(compiled.FORGET_DELETIONS, {"table_name": table})
        if "blocks" in tables:
            db.change(_UNTITLE, {})
        db.change("DELETE FROM changes", {})
        db.change("DELETE FROM steps", {})


def tighten(store: Path) -> None:
    """Write the store anew without the room that was freed. Raises StoreFull or StoreLocked."""
    with translated(store), closing(open_file(store)) as connection:
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("VACUUM")
        (busy, *_pages) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise StoreLocked(store)


def hold_alone(store: Path, key: Key | None = None) -> sqlite3.Connection | None:
    """Keep others out of a store that is about to go; None where that cannot be, or need not.

    Raises StoreLocked where another terminal is using it.
    """
    if not store.is_file() or (key is None and is_locked(store)):
        # A forgotten passphrase must not keep anyone from erasing.
        return None
    try:
        with translated(store):
            held = _alone(store, key)
    except StoreLocked:
        raise
    except Exception:
        return None
    if sys.platform == "win32":
        # A file that anybody has open, we ourselves included, cannot be removed there.
        held.close()
        return None
    return held


def _alone(store: Path, key: Key | None) -> sqlite3.Connection:
    connection = keyed(str(store), key, timeout=BUSY_SECONDS)
    try:
        keep_others_out(connection)
        # Then whoever is killed between the store and its log leaves nothing to read in the log.
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except BaseException:
        connection.close()
        raise
    return connection


def destroy(paths: Iterable[Path]) -> None:
    """Overwrite files and remove them. Raises NotErased.

    A link, or one of several names of a file, is only taken away: what it names may be in use.
    """
    for path in paths:
        if not path.is_file() and not path.is_symlink():
            continue
        try:
            erase(path)
        except OSError as error:
            raise NotErased(Path(error.filename or path), error) from error
        forget(path)


def _known(table: str) -> str:
    if table not in compiled.TABLES:
        raise KeyError(table)
    return table


def _with_parts(db: Database, tables: Sequence[str]) -> list[str]:
    """These tables, and those whose rows go with rows of them."""
    owned = (
        "SELECT 1 FROM pragma_foreign_key_list(:part)"
        " WHERE \"table\" = :owner AND on_delete = 'CASCADE'"
    )
    found = [_known(table) for table in tables]
    # It grows while it is read: a part may have parts.
    for owner in found:
        parts = [name for name in compiled.TABLES if db.one(owned, part=name, owner=owner)]
        found += [name for name in parts if name not in found]
    return found
