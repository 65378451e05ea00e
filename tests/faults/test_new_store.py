"""The first write makes the store: whole, or not at all."""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from keseimbangan.errors import StoreProblem
from keseimbangan.store import compiled, database
from tests.faults.operations import Counter, FailAt, watched
from tests.store.target_rows import YEAR

NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


def add(path: Path, uid: str) -> None:
    with database.changing(path, NOW) as db:
        db.insert(compiled.INSERT_TARGET, {"uid": uid, "title": uid, **YEAR})


def uids(path: Path) -> list[str]:
    with database.reading(path, NOW) as db:
        return [row["uid"] for row in db.all(compiled.ALL_TARGETS)]


@pytest.mark.parametrize("forever", [False, True])
def test_a_new_store_is_whole_or_absent_whichever_operation_a_full_disk_refuses(
    root: Path, forever: bool
) -> None:
    path = root / "keseimbangan.db"
    counter = Counter()
    with watched(counter):
        add(path, "a")
    for at in range(len(counter.seen)):
        for leftover in path.parent.iterdir():
            leftover.unlink()
        with suppress(StoreProblem), watched(FailAt(at, forever=forever)):
            add(path, "a")
        assert uids(path) in ([], ["a"]), counter.seen[at]
        add(path, "b")
        assert uids(path)[-1] == "b"
