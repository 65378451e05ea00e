"""What the tests of backups share: a store with dated rows, and what harms a file."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from keseimbangan.store import compiled, database
from tests.store.target_rows import YEAR

NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
ZONE = "Asia/Jakarta"
LATER = NOW + timedelta(days=30)


def add(path: Path, uid: str, now: datetime = NOW) -> None:
    with database.changing(path, now) as db:
        db.insert(compiled.INSERT_TARGET, {"uid": uid, "title": uid, **YEAR})


def uids(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [uid for (uid,) in connection.execute("SELECT uid FROM targets ORDER BY id")]


def spoil(path: Path) -> None:
    """Overwrite a page in the middle."""
    content = bytearray(path.read_bytes())
    content[8192:12288] = b"\xff" * 4096
    path.write_bytes(content)


def pragma(path: Path, words: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA {words}")
