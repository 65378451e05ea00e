"""An export of a locked store for which there is no room: said, and nothing is left."""

from pathlib import Path

import pytest

from tests.faults import locks
from tests.faults.homes import leftovers, locked
from tests.faults.operations import Counter, FailAt, watched

pytest.importorskip("sqlcipher3")

EXPORT = ("data", "ekspor", "--ke", "salinan.json.kunci", "--json")


def test_an_export_of_a_locked_store_says_that_the_disk_is_full(root: Path) -> None:
    with locks.keys_once(10):
        place = locked(root / "locked")
        counter = Counter()
        with watched(counter):
            place.run(EXPORT).ok()
        (place.here / EXPORT[3]).unlink()
        kinds = ("sqlite open", "sqlite write", "sqlite sync")
        places = [at for at, each in enumerate(counter.seen) if each in kinds]
        for at in places[:: len(places) // 5]:
            with watched(FailAt(at, forever=True)):
                result = place.run(EXPORT)
            assert result.code in (1, 3), (counter.seen[at], result.err)
            assert result.error["hint"]
            assert not (place.here / EXPORT[3]).exists()
            assert leftovers(place) == []
