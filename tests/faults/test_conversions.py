"""A store is locked or unlocked as a whole, or a sentence says why it was not."""

from pathlib import Path

import pytest

from keseimbangan.errors import StoreProblem
from keseimbangan.store import keys
from tests.cli.lock_steps import KEY
from tests.faults.operations import Counter, FailAt, watched
from tests.faults.test_new_store import add, uids

pytest.importorskip("sqlcipher3")

from keseimbangan.store import conversion


@pytest.mark.parametrize("locking", [True, False])
def test_a_disk_without_room_keeps_a_store_as_it_was_and_is_said_to_be_full(
    root: Path, locking: bool
) -> None:
    path = root / "keseimbangan.db"
    add(path, "a")
    keys.hold(KEY)
    if not locking:
        conversion.convert(path, KEY)
    counter = Counter()
    with watched(counter):
        conversion.convert(path, KEY if locking else None)
        conversion.convert(path, None if locking else KEY)
    half = counter.seen.index("replace")
    for at in {counter.seen.index(kind) for kind in ("sqlite write", "fsync", "replace")} | {
        half // 2
    }:
        with pytest.raises(StoreProblem), watched(FailAt(at, forever=True)):
            conversion.convert(path, KEY if locking else None)
        assert keys.is_locked(path) != locking, counter.seen[at]
        assert uids(path) == ["a"]
        assert [each.name for each in root.glob(".*")] == []
