"""Bring an older store to the schema of this program: a backup first, then Alembic, all or nothing.

Imported only when a store is behind, because Alembic and SQLAlchemy cost half a second. Of Alembic
it takes the order of the steps and their operations; `user_version` says where a store stands, so
there is no table of Alembic's in it. A step is a file in `migrations/versions/`; its revision is
the schema version to which it leads, in four digits.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import Script, ScriptDirectory
from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from keseimbangan.domain.backups import BackupReason
from keseimbangan.errors.migration import MigrationFailed
from keseimbangan.store.backups import back_up
from keseimbangan.store.compiled import SCHEMA_VERSION, TRIGGERS
from keseimbangan.store.complaints import code_of
from keseimbangan.store.connections import keyed
from keseimbangan.store.keys import key_of
from keseimbangan.store.soundness import quoted

MIGRATIONS = Path(__file__).parent / "migrations"

# Longer than a command's: whoever holds the store may be migrating it.
BUSY_SECONDS = 30.0


def migrate(
    path: Path, version: int, steps: Path = MIGRATIONS, *, now: datetime | None = None
) -> Path | None:
    """Upgrade the store at `path`, seen at schema `version`; the backup made, None if up to date.

    Raises MigrationFailed where a step cannot be done; the store is then as it was.
    """
    engine = create_engine("sqlite://", creator=lambda: _open(path), poolclass=NullPool)
    try:
        with engine.connect() as connection:
            # The lock before the look: another terminal may have been quicker.
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            missing = list(_missing(steps, _version(connection)))
            if not missing:
                return None
            with _backup(path, now) as backup:
                _run(connection, missing, path)
                connection.commit()
            return backup
    except DBAPIError as error:
        raise error.orig or error from error


def upgrade(connection: Connection, steps: list[Script]) -> None:
    """Run steps in their order, inside the transaction of the caller.

    What they change is not logged, and what was logged before does not fit the tables any more:
    undo does not reach back behind a migration, the backup does.
    """
    _stop_logging(connection)
    with Operations.context(MigrationContext.configure(connection)):
        for step in steps:
            step.module.upgrade()
            # A constant of the program's own: PRAGMA takes no parameters.
            connection.exec_driver_sql(f"PRAGMA user_version = {int(step.revision)}")
    _start_logging(connection)


def _stop_logging(connection: Connection) -> None:
    # Every trigger and view of a store belongs to the log; the triggers write into the view.
    query = "SELECT type, name FROM sqlite_schema WHERE type IN ('trigger', 'view') ORDER BY type"
    for kind, name in connection.exec_driver_sql(query).fetchall():
        connection.exec_driver_sql(f"DROP {kind} IF EXISTS {quoted(name)}")


def _start_logging(connection: Connection) -> None:
    if _version(connection) < SCHEMA_VERSION:
        # Led only a part of the way: not all the tables are there yet.
        return
    connection.exec_driver_sql("DELETE FROM changes")
    connection.exec_driver_sql("DELETE FROM steps")
    for statement in TRIGGERS:
        connection.exec_driver_sql(statement)


@contextmanager
def _backup(path: Path, now: datetime | None) -> Iterator[Path]:
    # Whoever gives no moment means that of the store's last change.
    moment = now or datetime.fromtimestamp(path.stat().st_mtime, UTC)
    # Without a zone, so that no older one goes: this one goes itself where the migration fails.
    copy = back_up(path, BackupReason.MIGRATION, moment).path
    try:
        yield copy
    except BaseException:
        # The store stands as it was; a copy for every command that was tried would fill the disk.
        copy.unlink(missing_ok=True)
        raise


def _open(path: Path) -> sqlite3.Connection:
    # Foreign keys stay off, as SQLite asks of whoever rebuilds tables; they are checked at the end.
    connection = keyed(str(path), key_of(path), timeout=BUSY_SECONDS)
    connection.row_factory = None
    connection.execute("PRAGMA synchronous = FULL")
    # Tables are written anew, and the log of changes goes: nothing of it is to stay in free pages.
    connection.execute("PRAGMA secure_delete = ON")
    return connection


def _version(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def _missing(steps: Path, version: int) -> Iterator[Script]:
    revisions = list(ScriptDirectory(str(steps)).walk_revisions())
    return (step for step in reversed(revisions) if int(step.revision) > version)


def _run(connection: Connection, missing: list[Script], path: Path) -> None:
    try:
        upgrade(connection, missing)
    except DBAPIError as error:
        if _is_of_the_content(error.orig):
            raise MigrationFailed(path) from error
        raise
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise MigrationFailed(path)


def _is_of_the_content(error: BaseException | None) -> bool:
    """Not of the disk or a lock: those have words of their own."""
    return code_of(error) in (
        sqlite3.SQLITE_ERROR,
        sqlite3.SQLITE_CONSTRAINT,
        sqlite3.SQLITE_MISMATCH,
    )
