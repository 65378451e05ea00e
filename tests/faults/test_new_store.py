"""The first write makes the store: whole, or not at all."""

from contextlib import suppress
from pathlib import Path

import pytest

from keseimbangan.errors import StoreProblem
from tests.faults.operations import Counter, FailAt, watched
from tests.store.target_rows import add, uids


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
