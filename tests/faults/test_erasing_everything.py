"""`data hapus --semua`, killed at each operation: what is left works, and is erased in the end."""

from pathlib import Path

import pytest

from tests.faults import locks
from tests.faults.homes import Place, filled, leftovers, lock, problems
from tests.faults.kills import ROUNDS, forked
from tests.faults.operations import KillAt
from tests.faults.reference import reference

ERASE = ("data", "hapus", "--semua", "--ya")


def _home(root: Path, *, is_locked: bool) -> Place:
    place = filled(root / "start")
    place.run(("data", "cadangkan")).ok()
    if is_locked:
        lock(place)
    return place


@pytest.mark.parametrize("is_locked", [False, True])
def test_killed_anywhere_it_leaves_a_home_to_go_on_in_and_to_erase(
    root: Path, *, is_locked: bool
) -> None:
    if is_locked and not locks.available():
        pytest.skip("SQLCipher is not installed")
    with locks.keys_once(ROUNDS):
        _kill_everywhere(root, _home(root, is_locked=is_locked))


def _kill_everywhere(root: Path, start: Place) -> None:
    operations = reference(start, ERASE, root).operations
    assert {"rename", "write", "unlink"} <= set(operations)
    for at in range(len(operations)):
        place = start.copy(root / "killed")
        assert forked(place, ERASE, KillAt(at, halfway=True), None) is None
        assert problems(place, root / "look") == []
        used = place.copy(root / "used")
        used.run(("tugas", "tambah", "Sesudahnya")).ok()
        place.run(ERASE).ok()
        assert (list(place.home.iterdir()), leftovers(place)) == ([], [])
