"""SQLite's and the system's complaints about the store, as errors of ours."""

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from keseimbangan.errors import StoreProblem
from keseimbangan.errors.store import (
    StoreDamaged,
    StoreFull,
    StoreLocked,
    StoreReadOnly,
    StoreUnreachable,
)

# SQLite knows only that it could not write; a full disk, or a quota, is what that nearly always is.
_NO_ROOM = (
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_FSYNC,
    sqlite3.SQLITE_IOERR_DIR_FSYNC,
    sqlite3.SQLITE_IOERR_TRUNCATE,
    sqlite3.SQLITE_IOERR_DELETE,
    sqlite3.SQLITE_IOERR_SHMSIZE,
)

_HERE = os.path.dirname(__file__)
# They call what the commands do; a frame of theirs says nothing about where an error began.
_BELOW_ALL = ("database.py", "complaints.py", "log.py")


@contextlib.contextmanager
def translated(path: Path) -> Iterator[None]:
    """SQLite's and the system's complaints about the file, as our errors."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if problem := problem_of(error, path):
            raise problem from error
        raise
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.InterfaceError):
        # Of the program, not of the file.
        raise
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        raise damaged(path) from error
    except ValueError as error:
        if not _is_of_a_row(error):
            raise
        raise damaged(path) from error
    except (PermissionError, NotADirectoryError, IsADirectoryError, FileExistsError) as error:
        raise _unwritable(error, path) from error
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
    """What is wrong with a store when all of it is looked at, which takes a while."""
    if not path.is_file():
        return None
    from keseimbangan.store.keys import without_asking
    from keseimbangan.store.nonsense import holds_nonsense
    from keseimbangan.store.soundness import looks_sound, open_file

    try:
        with without_asking(), closing(open_file(path)) as connection:
            sound = looks_sound(connection) and not holds_nonsense(connection)
    except sqlite3.OperationalError as error:
        # Held by another: nothing is known about what is in it.
        problem = problem_of(error, path)
        return problem if isinstance(problem, StoreDamaged) else None
    except StoreProblem:
        # Locked: nobody is asked for a passphrase in the middle of a fault.
        return None
    except sqlite3.DatabaseError:
        return damaged(path)
    return None if sound else damaged(path)


def problem_of(error: Exception, path: Path) -> StoreProblem | None:
    """What SQLite complains about, as an error of ours; None for a fault of the program."""
    # Every statement was rendered from the tables: what one does not find, the file has lost.
    lost = ("no such table", "no such column", "Could not decode to UTF-8", "unsupported file")
    if str(error).startswith(lost):
        return damaged(path)
    if lacks_room(error):
        return StoreFull(path)
    code = code_of(error)
    known: dict[int, Callable[[Path], StoreProblem]] = {
        sqlite3.SQLITE_BUSY: _held,
        sqlite3.SQLITE_LOCKED: _held,
        sqlite3.SQLITE_PROTOCOL: _held,
        sqlite3.SQLITE_READONLY: StoreReadOnly,
        sqlite3.SQLITE_CANTOPEN: StoreReadOnly,
        sqlite3.SQLITE_PERM: StoreReadOnly,
        sqlite3.SQLITE_IOERR: _without_answer,
        sqlite3.SQLITE_CORRUPT: damaged,
        sqlite3.SQLITE_NOTADB: damaged,
    }
    return known[code](path) if code in known else None


def lacks_room(error: Exception) -> bool:
    """Whether SQLite complains of a disk that is full."""
    if code_of(error) == sqlite3.SQLITE_FULL:
        return True
    return getattr(error, "sqlite_errorcode", None) in _NO_ROOM


def code_of(error: BaseException | None) -> int:
    """SQLite's code of an error without what refines it; 0 where it has none."""
    # The base code stands in the low byte.
    return (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF


def _held(path: Path) -> StoreLocked:
    from keseimbangan.store.waiting import holder

    found = holder(path)
    return StoreLocked(path, found.command, found.process) if found else StoreLocked(path)


def _without_answer(path: Path) -> StoreProblem:
    # A pipe or a device in the place of the store gives no answer either.
    return StoreUnreachable(path) if path.is_file() or not path.exists() else damaged(path)


def _unwritable(error: OSError, path: Path) -> StoreProblem:
    # A zone in a row that is called like a folder of zones.
    if isinstance(error, IsADirectoryError) and path.is_file():
        return damaged(path)
    return StoreReadOnly(path)


def _system(error: OSError, path: Path) -> StoreProblem | None:
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StoreFull(path)
    if error.errno in (errno.EIO, errno.ESTALE, errno.ENOTCONN, errno.ETIMEDOUT):
        return StoreUnreachable(path)
    if error.errno in (errno.EROFS, errno.ENOENT, errno.ENAMETOOLONG, errno.ELOOP):
        return StoreReadOnly(path)
    return None


def _is_of_a_row(error: ValueError) -> bool:
    """Whether an error arose where a row becomes a value: no such word, no such day, no text.

    The program's own INSERTs are checked by the tables, so only damage can bring such a row.
    """
    if isinstance(error, UnicodeDecodeError):
        return True
    step = error.__traceback__
    while step is not None:
        name = step.tb_frame.f_code.co_filename
        if name.startswith(_HERE) and os.path.basename(name) not in _BELOW_ALL:
            return True
        step = step.tb_next
    return False
