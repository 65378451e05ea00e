"""Calls with a wrong passphrase, killed or not: not a byte may change, however often."""

import hashlib
import random
from pathlib import Path

from tests.faults import locks
from tests.faults.calls import locking
from tests.faults.figures import Figures
from tests.faults.homes import Place
from tests.faults.operations import KillAt

# Reading, writing, copying, bringing back; and those that write the store anew.
_CALLS = (
    ("tugas", "daftar"),
    ("tugas", "tambah", "Dengan sandi salah"),
    ("urung",),
    ("data", "cadangkan"),
    ("data", "periksa"),
    ("data", "ekspor", "--ke", "salah.json", "--timpa"),
    ("data", "hapus", "jurnal", "--ya"),
)
MOST = 3
CALLS = "calls with a wrong passphrase"
CHANGED, OPENED = "changed by a wrong passphrase", "opened by a wrong passphrase"


def tried(figures: Figures, place: Place, chance: random.Random) -> None:
    """A few such calls, where the store is locked as it is now, in order or not."""
    if locks.opening(place.store).key is None:
        return
    before = _bytes(place)
    for _call in range(chance.randint(1, MOST)):
        words = chance.choice((*_CALLS, *(each.call for each in locking())))
        code = _called(figures, place, words, chance)
        figures.count(CALLS)
        said = f"{' '.join(words)}: exit {code}"
        figures.expect(OPENED, code == 0, said)
        after = _bytes(place)
        others = sorted(set(before.items()) ^ set(after.items()))
        figures.expect(CHANGED, bool(others), f"{said}: {others}")
        before = after


def _called(
    figures: Figures, place: Place, words: tuple[str, ...], chance: random.Random
) -> int | None:
    from tests.faults.kills import forked

    how = chance.randrange(3)
    if how == 0:
        return place.run(words, passphrase=locks.WRONG).code
    kill = KillAt(chance.randrange(4), halfway=True) if how == 1 else None
    delay = chance.uniform(0, 0.03) if how == 2 else None
    code = forked(place, words, kill, delay, locks.WRONG)
    figures.detail(f"{CALLS}, killed", int(code is None))
    return code


def _bytes(place: Place) -> dict[str, str]:
    """Every file of the home but the map of the log, which holds nothing of a person's."""
    found = (path for path in sorted(place.home.rglob("*")) if path.is_file())
    return {
        str(path.relative_to(place.home)): _digest(path)
        for path in found
        if not path.name.endswith("-shm")
    }


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]
