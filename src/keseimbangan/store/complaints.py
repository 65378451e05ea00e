"""SQLite's and the system's complaints about the store, as errors of ours."""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from keseimbangan.errors import StoreProblem
from keseimbangan.errors.store import StoreDamaged, StoreFull, StoreLocked, StoreReadOnly


@contextlib.contextmanager
def translated(path: Path) -> Iterator[None]:
    """SQLite's and the system's complaints about the file, as our errors."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if problem := _operational(error, path):
            raise problem from error
        raise
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.InterfaceError):
        # Of the program, not of the file.
        raise
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        raise damaged(path) from error
    except ValueError as error:
        from keseimbangan.store.damage import is_of_a_row

        if not is_of_a_row(error):
            raise
        raise damaged(path) from error
    except (PermissionError, NotADirectoryError, IsADirectoryError, FileExistsError) as error:
        raise StoreReadOnly(path) from error
    except OSError as error:
        if problem := _system(error, path):
            raise problem from error
        raise


def damaged(path: Path) -> StoreDamaged:
    """The error for a store that cannot be read, with the newest backup that can."""
    # Only now: a command on a sound store never looks for backups.
    from keseimbangan.store.backup_folder import folder_of
    from keseimbangan.store.backup_reading import newest_good
    from keseimbangan.store.keys import without_asking

    with without_asking():
        return StoreDamaged(path, newest_good(folder_of(path)))


def found_damaged(path: Path) -> StoreDamaged | None:
    """What SQLite finds wrong with a store when it looks at all of it, which takes a while."""
    if not path.is_file():
        return None
    from keseimbangan.store.keys import without_asking
    from keseimbangan.store.soundness import looks_sound, open_file

    try:
        with without_asking(), closing(open_file(path)) as connection:
            sound = looks_sound(connection)
    except sqlite3.OperationalError:
        # Held by another: nothing is known about what is in it.
        return None
    except StoreProblem:
        # Locked: nobody is asked for a passphrase in the middle of a fault.
        return None
    except sqlite3.DatabaseError:
        return damaged(path)
    return None if sound else damaged(path)


def _operational(error: sqlite3.OperationalError, path: Path) -> StoreProblem | None:
    # Every statement was rendered from the tables: what one does not find, the file has lost.
    lost = ("no such table", "no such column", "Could not decode to UTF-8", "unsupported file")
    if str(error).startswith(lost):
        return damaged(path)
    # By its words too: SQLCipher's export has one code for whatever stops it.
    if str(error).startswith(("database or disk is full", "disk I/O error")):
        return _of_writing(path)
    # The base code stands in the low byte; the rest only refines it.
    code = (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
    known: dict[int, Callable[[Path], StoreProblem]] = {
        sqlite3.SQLITE_BUSY: StoreLocked,
        sqlite3.SQLITE_LOCKED: StoreLocked,
        sqlite3.SQLITE_FULL: StoreFull,
        sqlite3.SQLITE_READONLY: StoreReadOnly,
        sqlite3.SQLITE_CANTOPEN: StoreReadOnly,
        sqlite3.SQLITE_PERM: StoreReadOnly,
        sqlite3.SQLITE_IOERR: _of_writing,
        sqlite3.SQLITE_CORRUPT: damaged,
        sqlite3.SQLITE_NOTADB: damaged,
    }
    return known[code](path) if code in known else None


def _of_writing(path: Path) -> StoreProblem:
    # SQLite knows only that it could not; a full disk is what that nearly always is.
    return StoreFull(path) if path.is_file() or not path.exists() else damaged(path)


def _system(error: OSError, path: Path) -> StoreProblem | None:
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StoreFull(path)
    if error.errno in (errno.EROFS, errno.ENOENT, errno.ENAMETOOLONG, errno.ELOOP):
        return StoreReadOnly(path)
    return None
