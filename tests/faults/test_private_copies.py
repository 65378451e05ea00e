"""A private copy of a backup that cannot be removed is no reason to say that nothing was done."""

from pathlib import Path

from tests.faults.homes import filled, ready
from tests.faults.operations import Counter, FailAt, watched

RESTORE = ("data", "pulihkan", "--ya")


def test_what_was_brought_back_is_said_to_be_though_a_file_cannot_be_removed(root: Path) -> None:
    start = filled(root / "filled")
    ready(start, "data pulihkan")
    counter = Counter()
    place = start.copy(root / "tried")
    with watched(counter):
        place.run(RESTORE).ok()
    for at in [at for at, each in enumerate(counter.seen) if each in ("unlink", "rmdir")]:
        place = start.copy(root / "tried")
        with watched(FailAt(at)):
            result = place.run(RESTORE)
        assert result.code in (0, 3), result.err
        there = "Baru" in place.run(("tugas", "daftar")).ok().out
        assert there == (result.code != 0)
