"""What goes from a store is overwritten, also where SQLite by itself would not do so."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from keseimbangan.store import database
from keseimbangan.store.migrate import migrate
from keseimbangan.store.reshaping import reshape_store
from tests.cli.lock_steps import MARKER
from tests.faults.old_stores import make

NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
TEXT = f"{MARKER} " + "teks " * 300


@pytest.fixture
def careless(monkeypatch: pytest.MonkeyPatch) -> None:
    """As SQLite is built unless somebody asks for more."""
    real: Callable[..., sqlite3.Connection] = sqlite3.connect

    def connect(*arguments: Any, **options: Any) -> sqlite3.Connection:
        connection = real(*arguments, **options)
        connection.execute("PRAGMA secure_delete = OFF")
        return connection

    monkeypatch.setattr(sqlite3, "connect", connect)


def _with_log(path: Path) -> None:
    """A store of the schema that brought the log, in which thirty long texts were deleted."""
    make(path, 6)
    with closing(sqlite3.connect(path)) as connection:
        step = (1, "2026-11-20T00:30:00Z", "2026-11-20T00:30:00Z", "jurnal hapus", "done")
        connection.execute("INSERT INTO steps VALUES (?, ?, ?, ?, ?)", step)
        deleted = [(1, "stress_entries", number, TEXT) for number in range(30)]
        connection.executemany("INSERT INTO changes VALUES (?, ?, ?, ?)", deleted)
        connection.commit()


@pytest.mark.usefixtures("careless")
def test_a_migration_leaves_nothing_of_the_log_that_it_clears(tmp_path: Path) -> None:
    path = tmp_path / "keseimbangan.db"
    _with_log(path)
    assert MARKER.encode() in path.read_bytes()
    migrate(path, 6, now=NOW)
    assert MARKER.encode() not in path.read_bytes()


@pytest.mark.usefixtures("careless")
def test_what_is_taken_out_of_a_file_that_is_put_in_order_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "keseimbangan.db"
    with database.changing(path, NOW):
        pass
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE strange (words TEXT)")
        connection.executemany("INSERT INTO strange VALUES (?)", [(TEXT,)] * 30)
        connection.commit()
    reshape_store(path)
    assert MARKER.encode() not in path.read_bytes()
