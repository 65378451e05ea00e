"""SIGKILL in the middle of commands, and what the store is like afterwards.

A home lives through a chain of commands, each killed somewhere. Before each the harness learns on a
copy through which states the command goes undisturbed; afterwards the home must be in one of them,
and in the last where the command had said that it was done. So every acknowledged write is looked
for again after every later kill.
"""

import os
import random
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from keseimbangan.store.files import BACKUPS
from tests.faults.calls import Command, commands
from tests.faults.figures import Figures
from tests.faults.homes import STILL, Place, empty, filled, leftovers, problems, ready, state
from tests.faults.old_stores import old_store, versions
from tests.faults.operations import KillAt, watched
from tests.faults.reference import Reference, reference
from tests.harness import PROGRAM

CHAIN = 20
# Of ten kills so many hit a chosen operation, and so many the real program started anew.
EXACT, INSTALLED = 6, 1
_AFTER = ("tugas", "tambah", "Sesudahnya")
# One of each kind of file.
_CLEANERS = (
    _AFTER,
    ("atur", "ubah", "zona", "WIT"),
    ("laporan", "--ke", "laporan.html", "--timpa"),
    ("kalender", "ekspor", "--minggu", "2026-W48", "-o", "blok.ics"),
)
_LONG_AGO = 1_000_000_000


class Killed(NamedTuple):
    """How a call ended: its exit code, or None where it was killed before it could say."""

    code: int | None
    how: str


def run(figures: Figures, root: Path, kills: int, seed: int) -> None:
    """Kill that many commands; the chains begin with stores of every kind."""
    chance = random.Random(seed)
    starts = _starts(root)
    done = 0
    while done < kills:
        place = starts[done // CHAIN % len(starts)].copy(root / "chain")
        for _step in range(min(CHAIN, kills - done)):
            done += _try(figures, place, root, chance)
        figures.expect(
            "stores on which the next command did not work",
            place.run(_AFTER).code != 0,
            "after a chain",
        )
        _look_for_leftovers(figures, place)


def _starts(root: Path) -> list[Place]:
    full = filled(root / "filled")
    olds = [old_store(root / f"old-{version}", version) for version in versions()[:-1]]
    return [full, empty(root / "empty"), *olds]


def _try(figures: Figures, place: Place, root: Path, chance: random.Random) -> int:
    command = chance.choice(commands())
    ready(place, command.name)
    known = reference(place, command.call, root)
    if known.code or not known.writes:
        return 0
    ended = _killed(place, command, known, chance)
    figures.count("kills" if ended.code is None else "commands that were quicker")
    figures.count(f"… {ended.how}", int(ended.code is None))
    _judge(figures, place, command, known, ended, root)
    return int(ended.code is None)


def _judge(
    figures: Figures, place: Place, command: Command, known: Reference, ended: Killed, root: Path
) -> None:
    said = f"{command.name}, {ended.how}"
    after = state(place, root / "state")
    found = problems(place, root / "state")
    figures.expect("damaged stores", bool(found), f"{said}: {found}")
    acknowledged = ended.code == 0
    figures.expect("lost acknowledged writes", acknowledged and after != known.states[-1], said)
    figures.expect("half-done commands", after not in known.states, said)
    if after in known.states[1:-1]:
        figures.count("between two steps of a command, completed by repeating it")
        again = place.copy(root / "again")
        figures.expect("commands that cannot be repeated", again.run(command.call).code != 0, said)


def _look_for_leftovers(figures: Figures, place: Place) -> None:
    """A killed program cannot clean up; a later one must, when it is clear that nobody writes on.

    Backups that were cut short wait for the next backup.
    """
    figures.count("unfinished files left by kills", len(leftovers(place)))
    for path in place.root.rglob(".*"):
        if path.is_file():
            os.utime(path, (_LONG_AGO, _LONG_AGO))
    for words in _CLEANERS:
        place.run(words)
    left = [name for name in leftovers(place) if not (place.home / BACKUPS / name).exists()]
    figures.expect("unfinished files that stay", bool(left), str(left))


def _killed(place: Place, command: Command, known: Reference, chance: random.Random) -> Killed:
    die = chance.randrange(10)
    if die < EXACT and known.operations:
        at = chance.randrange(len(known.operations))
        kill = KillAt(at, halfway=chance.random() < 0.5)
        return Killed(forked(place, command.call, kill, None), "at a write, sync or rename")
    if die < 10 - INSTALLED:
        delay = chance.uniform(0, 0.03)
        return Killed(forked(place, command.call, None, delay), "at a random moment of its work")
    delay = chance.uniform(0, 0.25)
    return Killed(_installed(place, command, delay), "at a random moment of a new process")


def forked(
    place: Place, words: Sequence[str], kill: KillAt | None, delay: float | None
) -> int | None:
    """The call in a copy of this process, which has everything imported already; None if killed."""
    child = os.fork()
    if child == 0:
        os._exit(_alone(lambda: place.run(words).code, kill))
    if delay is not None:
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
    _pid, status = os.waitpid(child, 0)
    return os.WEXITSTATUS(status) if os.WIFEXITED(status) else None


def _alone(work: Callable[[], int], kill: KillAt | None) -> int:
    try:
        with watched(kill) if kill else _unwatched():
            return work()
    except BaseException:
        return 99


@contextmanager
def _unwatched() -> Iterator[None]:
    yield


def _installed(place: Place, command: Command, delay: float) -> int | None:
    environment = dict(os.environ) | STILL | {"KESEIMBANGAN_HOME": str(place.home)}
    nothing = subprocess.DEVNULL
    process = subprocess.Popen(
        [*PROGRAM, *command.call],
        **dict.fromkeys(("stdin", "stdout", "stderr"), nothing),
        cwd=place.here,
        env=environment,
    )
    try:
        process.wait(delay)
    except subprocess.TimeoutExpired:
        process.kill()
    code = process.wait()
    return None if code < 0 else code
