"""A store that is damaged, while another terminal has it."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from keseimbangan.store import compiled, database, replacing
from tests.store.test_database import YEAR

NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


def test_a_store_that_another_one_is_recovering_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, copy = tmp_path / "keseimbangan.db", tmp_path / "salinan.db"
    for path in (store, copy):
        with database.changing(path, NOW) as db:
            db.insert(compiled.INSERT_TARGET, {"uid": path.stem, "title": path.stem, **YEAR})
    before = store.read_bytes()

    def held(_connection: sqlite3.Connection) -> None:
        error = sqlite3.OperationalError("database is locked")
        error.sqlite_errorcode = sqlite3.SQLITE_BUSY_RECOVERY
        raise error

    monkeypatch.setattr(replacing, "keep_others_out", held)
    with pytest.raises(sqlite3.OperationalError):
        replacing.replace(store, copy, NOW)
    assert store.read_bytes() == before
