"""Bring an older store to the schema of this program: a backup first, then Alembic, all or nothing.

Imported only when a store is behind, because Alembic and SQLAlchemy cost half a second. Of Alembic
it takes the order of the steps and their operations; `user_version` says where a store stands, so
there is no table of Alembic's in it. A step is a file in `migrations/versions/`; its revision is
the schema version to which it leads, in four digits.
"""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import Script, ScriptDirectory
from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from keseimbangan.errors.migration import MigrationFailed
from keseimbangan.store.files import BACKUPS

MIGRATIONS = Path(__file__).parent / "migrations"

# Longer than a command's: whoever holds the store may be migrating it.
BUSY_SECONDS = 30.0


def migrate(path: Path, version: int, steps: Path = MIGRATIONS) -> Path | None:
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
            with _backup(path, version) as backup:
                _run(connection, missing, path)
                connection.commit()
            return backup
    except DBAPIError as error:
        raise error.orig or error from error


def upgrade(connection: Connection, steps: list[Script]) -> None:
    """Run steps in their order, inside the transaction of the caller."""
    with Operations.context(MigrationContext.configure(connection)):
        for step in steps:
            step.module.upgrade()
            # A constant of the program's own: PRAGMA takes no parameters.
            connection.exec_driver_sql(f"PRAGMA user_version = {int(step.revision)}")


def back_up(path: Path, folder: Path, prefix: str) -> Path:
    """A whole, checked copy of the store in `folder`, readable by its owner alone."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{prefix}", suffix=".db", dir=folder)
    os.close(handle)
    copy = Path(name)
    try:
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
            _verify(target)
        # Only now: a copy that was cut short must not be taken for a backup.
        return copy.rename(folder / copy.name.removeprefix("."))
    except BaseException:
        copy.unlink(missing_ok=True)
        raise


@contextmanager
def _backup(path: Path, version: int) -> Iterator[Path]:
    copy = back_up(path, path.parent / BACKUPS, f"skema-{version}-")
    try:
        yield copy
    except BaseException:
        # The store stands as it was; a copy for every command that was tried would fill the disk.
        copy.unlink(missing_ok=True)
        raise


def _open(path: Path) -> sqlite3.Connection:
    # Foreign keys stay off, as SQLite asks of whoever rebuilds tables; they are checked at the end.
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    connection.execute("PRAGMA synchronous = FULL")
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
    code = (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
    return code in (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH)


def _verify(copy: sqlite3.Connection) -> None:
    (verdict,) = copy.execute("PRAGMA integrity_check").fetchone()
    if verdict != "ok":
        raise sqlite3.DatabaseError(verdict)
