"""Rows that come with stamps of their own: a stamp is then what they say, and a step keeps it."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from keseimbangan.store import compiled, database
from keseimbangan.store.database import Database, Run
from keseimbangan.store.steps import Steps
from tests.store.target_rows import NOW, YEAR

NOTED = "2026-11-23T00:30:00Z"
LATER = "2026-11-25T00:30:00Z"
NOTE = """
INSERT INTO deletions (uid, table_name, created_at, changed_at)
VALUES ('gone', 'tasks', :at, :at)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A target, a note of a deletion, and a step that was undone."""
    path = tmp_path / "keseimbangan.db"
    with database.changing(path, NOW, Run("skp tambah")) as db:
        db.insert(compiled.INSERT_TARGET, {"uid": "kept", "title": "kept", **YEAR})
        db.put(NOTE, {"at": NOTED})
    with database.changing(path, NOW, Run("skp tambah")) as db:
        db.insert(compiled.INSERT_TARGET, {"uid": "undone", "title": "undone", **YEAR})
    with database.replaying(path, NOW, Run()) as db:
        Steps(db).turn(Steps(db).done(1), dict)
    return path


def put(db: Database, sql: str) -> None:
    db.put(sql, {"at": LATER})


def play(db: Database, sql: str) -> None:
    db.play(sql, [{"at": LATER}])


@pytest.mark.parametrize("table", ["targets", "deletions"])
@pytest.mark.parametrize("write", [put, play])
def test_a_step_that_only_moves_a_stamp_stays(
    path: Path, write: Callable[[Database, str], None], table: str
) -> None:
    run = Run("data impor")
    with database.changing(path, NOW + timedelta(days=9), run) as db:
        write(db, f"UPDATE {table} SET changed_at = :at")
    with database.reading(path, NOW) as db:
        stamps = [row["changed_at"] for row in db.all(f"SELECT changed_at FROM {table}")]
        newest, *_others = Steps(db).done(9)
    assert stamps == [LATER]
    assert (newest.number, newest.command) == (run.step, "data impor")
