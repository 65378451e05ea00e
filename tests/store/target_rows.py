"""What many tests of the store share: a moment, and the rows that are quickest to write."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from keseimbangan.store import compiled, database

NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
YEAR = {"year": 2026, "first_month": 1, "last_month": 12, "archived": 0}

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")


def add(path: Path, uid: str) -> None:
    with database.changing(path, NOW) as db:
        db.insert(compiled.INSERT_TARGET, {"uid": uid, "title": uid, **YEAR})


def uids(path: Path) -> list[str]:
    with database.reading(path, NOW) as db:
        return [row["uid"] for row in db.all(compiled.ALL_TARGETS)]


@contextmanager
def umask(bits: int) -> Iterator[None]:
    before = os.umask(bits)
    try:
        yield
    finally:
        os.umask(before)
