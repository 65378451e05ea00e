"""What SQLite and the system complain about, in words that lead to the right remedy."""

import errno
import os
import sqlite3
from pathlib import Path

import pytest

from keseimbangan.errors import StoreProblem
from keseimbangan.errors.store import (
    StoreDamaged,
    StoreFull,
    StoreLocked,
    StoreReadOnly,
    StoreUnreachable,
)
from keseimbangan.store.complaints import translated

OF_SQLITE = {
    sqlite3.SQLITE_BUSY: StoreLocked,
    sqlite3.SQLITE_BUSY_SNAPSHOT: StoreLocked,
    sqlite3.SQLITE_PROTOCOL: StoreLocked,
    sqlite3.SQLITE_FULL: StoreFull,
    sqlite3.SQLITE_IOERR_WRITE: StoreFull,
    sqlite3.SQLITE_IOERR_FSYNC: StoreFull,
    sqlite3.SQLITE_IOERR_READ: StoreUnreachable,
    sqlite3.SQLITE_IOERR_SHMMAP: StoreUnreachable,
    sqlite3.SQLITE_IOERR_LOCK: StoreUnreachable,
    sqlite3.SQLITE_READONLY_DBMOVED: StoreReadOnly,
    sqlite3.SQLITE_CANTOPEN: StoreReadOnly,
    sqlite3.SQLITE_CORRUPT: StoreDamaged,
}
OF_THE_SYSTEM = {
    errno.ENOSPC: StoreFull,
    errno.EIO: StoreUnreachable,
    errno.ESTALE: StoreUnreachable,
    errno.EROFS: StoreReadOnly,
    errno.EACCES: StoreReadOnly,
}


@pytest.mark.parametrize(("code", "problem"), OF_SQLITE.items())
def test_a_complaint_of_sqlite_is_said_by_its_code(
    tmp_path: Path, code: int, problem: type[StoreProblem]
) -> None:
    error = sqlite3.OperationalError("in words that change from version to version")
    error.sqlite_errorcode = code
    with pytest.raises(problem) as caught, translated(tmp_path / "keseimbangan.db"):
        raise error
    assert (caught.value.exit_code, bool(caught.value.hint())) == (3, True)


@pytest.mark.parametrize(("code", "problem"), OF_THE_SYSTEM.items())
def test_a_complaint_of_the_system_is_said_by_its_code(
    tmp_path: Path, code: int, problem: type[StoreProblem]
) -> None:
    with pytest.raises(problem), translated(tmp_path / "keseimbangan.db"):
        raise OSError(code, os.strerror(code))


def test_a_fault_in_a_statement_is_the_programs_own(tmp_path: Path) -> None:
    error = sqlite3.OperationalError('near "SELEKT": syntax error')
    error.sqlite_errorcode = sqlite3.SQLITE_ERROR
    with (
        pytest.raises(sqlite3.OperationalError),
        translated(tmp_path / "keseimbangan.db"),
    ):
        raise error
