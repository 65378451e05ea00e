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
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tests.faults import locks, watching, wrong_passphrase
from tests.faults.calls import WRITTEN, Command, commands, locking
from tests.faults.figures import Figures
from tests.faults.homes import (
    STILL,
    Place,
    empty,
    filled,
    leftovers,
    lock,
    problems,
    ready,
    state,
)
from tests.faults.old_stores import TEXTS, old_store, versions
from tests.faults.operations import KillAt, watched
from tests.faults.reference import Reference, reference
from tests.faults.watching import DAMAGED, HALF, LOST, NEXT
from tests.harness import PROGRAM

CHAIN, SHORT_CHAIN = 20, 8
# Of ten kills so many hit a chosen operation, and so many the real program started anew.
EXACT, INSTALLED = 6, 1
# Of six commands one locks the store, unlocks it, or locks it anew.
LOCKING = 6
_AFTER = ("tugas", "tambah", "Sesudahnya")
# One of each kind of file.
_CLEANERS = (
    _AFTER,
    ("data", "cadangkan"),
    ("atur", "ubah", "zona", "WIT"),
    ("laporan", "--ke", "laporan.html", "--timpa"),
    ("kalender", "ekspor", "--minggu", "2026-W48", "-o", "blok.ics"),
)
# Where nothing else opens a store, its key need not be slow to make.
ROUNDS = 10
_LONG_AGO = 1_000_000_000
PLAINTEXT = "plaintext left unspoken of"


class Killed(NamedTuple):
    """How a call ended: its exit code, or None where it was killed before it could say."""

    code: int | None
    how: str


class Start(NamedTuple):
    """A home with which chains begin; a locked one stays locked.

    One that nobody has lived in is filled with rows that the tables allow, and no more.
    """

    make: Callable[[Path], Place]
    is_locked: bool = False
    is_lived: bool = False


def run(figures: Figures, root: Path, kills: int, seed: int, *, quick: bool = False) -> None:
    """Kill that many commands; the chains begin with stores of every kind.

    In a `quick` run the keys are such that the program started anew meets open stores only.
    """
    figures.announce("kills", "commands that were quicker", watching.KILLS, wrong_passphrase.CALLS)
    chance = random.Random(seed)
    starts = _starts()
    chain = CHAIN if kills > CHAIN * len(starts) else SHORT_CHAIN
    done = number = 0
    with locks.keys_once(ROUNDS if quick else None):
        while done < kills:
            start = starts[number % len(starts)]
            place = _made(start, root / f"start-{number % len(starts)}").copy(root / "chain")
            for _step in range(min(chain, kills - done)):
                done += _try(figures, place, start, root, chance, quick=quick)
            figures.expect(NEXT, place.run(_AFTER).code != 0, "after a chain")
            if not (quick and locks.opening(place.store).key):
                seen = place if start.is_lived else _lived(starts, number, root)
                watching.killed(figures, seen, root, chance, number)
            _look_for_leftovers(figures, place)
            number += 1


def _starts() -> list[Start]:
    """Open and locked ones by turns."""
    olds = [partial(old_store, version=version) for version in versions()[:-1]]
    plain = [
        *(Start(make, is_lived=True) for make in (filled, empty)),
        *(Start(make) for make in olds),
    ]
    if not locks.available():
        return plain
    closed = [
        Start(partial(_locked, make=each.make), is_locked=True, is_lived=each.is_lived)
        for each in plain
    ]
    return [each for both in zip(plain, closed, strict=True) for each in both]


def _lived(starts: list[Start], number: int, root: Path) -> Place:
    """The first home in which somebody has lived, plain and locked by turns where both are."""
    which = number % 2 if starts[1].is_locked else 0
    return _made(starts[which], root / f"start-{which}").copy(root / "watched")


def _locked(root: Path, make: Callable[[Path], Place]) -> Place:
    """What cannot be locked yet is locked when there is something."""
    place = make(root)
    lock(place)
    return place


def _made(start: Start, root: Path) -> Place:
    return Place(root) if root.exists() else start.make(root)


def _try(
    figures: Figures,
    place: Place,
    start: Start,
    root: Path,
    chance: random.Random,
    *,
    quick: bool,
) -> int:
    if start.is_locked:
        lock(place)
    command = _chosen(chance)
    ready(place, command.name)
    known = reference(place, command.call, root)
    if known.code or not known.writes:
        return 0
    locked = locks.opening(place.store).key is not None
    ended = _killed(
        place, command, known, chance, anew=not (quick and (locked or command in locking()))
    )
    killed = int(ended.code is None)
    figures.count("kills" if killed else "commands that were quicker")
    figures.detail(f"kills {ended.how}", killed)
    figures.detail("kills of commands on locked stores", killed * locked)
    _judge(figures, place, command, known, ended, root)
    wrong_passphrase.tried(figures, place, chance)
    return killed


def _chosen(chance: random.Random) -> Command:
    if locks.available() and chance.randrange(LOCKING) == 0:
        return chance.choice(locking())
    return chance.choice(commands())


def _judge(
    figures: Figures, place: Place, command: Command, known: Reference, ended: Killed, root: Path
) -> None:
    said = f"{command.name}, {ended.how}"
    after = state(place, root / "state")
    found = problems(place, root / "state")
    figures.expect(DAMAGED, bool(found), f"{said}: {found}")
    acknowledged = ended.code == 0
    figures.expect(LOST, acknowledged and after != known.states[-1], said)
    figures.expect(HALF, after not in known.states, said)
    if after in known.states[1:-1]:
        figures.detail("kills between two steps of a command, completed by repeating it")
        again = place.copy(root / "again")
        figures.expect("commands that cannot be repeated", again.run(command.call).code != 0, said)
    if command in locking():
        figures.detail(f"kills of `{command.name}`", int(ended.code is None))
        neither = after.opened_by == locks.NEITHER
        figures.expect("stores that neither passphrase opens", neither, said)
        _look_for_plaintext(figures, place.copy(root / "again"), said)


def _look_for_plaintext(figures: Figures, place: Place, said: str) -> None:
    """Who goes on, and asks again for everything to be locked, is told what is still readable."""
    figures.expect(NEXT, place.run(_AFTER).code != 0, said)
    result = place.run((*_locking_all(place), "--json"))
    told = result.out + result.err
    left = [path for path in readable(place.home) if str(path) not in told]
    names = [path.name for path in left]
    figures.expect(PLAINTEXT, bool(left), f"{said}: {names}, exit {result.code}")


def _locking_all(place: Place) -> tuple[str, ...]:
    """The call that locks everything, or what an earlier one had not come to."""
    if locks.opening(place.store).name == locks.PLAIN:
        return next(each.call for each in locking() if each.name == "data kunci")
    return ("data", "kunci", "--cadangan")


def readable(home: Path) -> list[Path]:
    """Files in which words that a person wrote can be read by anyone."""
    words = [word.encode() for word in (*WRITTEN, *TEXTS) if len(word) > 4]
    found = [path for path in sorted(home.rglob("*")) if path.is_file()]
    return [path for path in found if any(word in path.read_bytes() for word in words)]


def _look_for_leftovers(figures: Figures, place: Place) -> None:
    """A killed program cannot clean up; a later one must, when it is clear that nobody writes on.

    Backups that were cut short wait for the next backup.
    """
    figures.detail("unfinished files left by kills", len(leftovers(place)))
    for path in place.root.rglob(".*"):
        if path.is_file():
            os.utime(path, (_LONG_AGO, _LONG_AGO))
    for words in _CLEANERS:
        place.run(words)
    left = leftovers(place)
    figures.expect("unfinished files that stay", bool(left), str(left))


def _killed(
    place: Place, command: Command, known: Reference, chance: random.Random, *, anew: bool
) -> Killed:
    die = chance.randrange(10)
    if die < EXACT and known.operations:
        at = place_in(known.operations, chance)
        kill = KillAt(at, halfway=chance.random() < 0.5)
        return Killed(forked(place, command.call, kill, None), "at a write, sync or rename")
    if die < 10 - INSTALLED or not anew:
        delay = chance.uniform(0, 0.03)
        return Killed(forked(place, command.call, None, delay), "at a random moment of its work")
    delay = chance.uniform(0, 0.25)
    return Killed(_installed(place, command, delay), "at a random moment of a new process")


def place_in(operations: Sequence[str], chance: random.Random) -> int:
    """Of each kind as likely: a store that is written anew has a thousand writes and one rename."""
    kind = chance.choice(sorted(set(operations)))
    return chance.choice([at for at, each in enumerate(operations) if each == kind])


def forked(
    place: Place,
    words: Sequence[str],
    kill: KillAt | None,
    delay: float | None,
    passphrase: str | None = None,
) -> int | None:
    """The call in a copy of this process, which has everything imported already; None if killed."""
    child = os.fork()
    if child == 0:
        os._exit(_alone(lambda: place.run(words, passphrase=passphrase).code, kill))
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
    with locks.handed(place.store, command.call) as call:
        process = subprocess.Popen(
            [*PROGRAM, *call.words],
            **dict.fromkeys(("stdin", "stdout", "stderr"), nothing),
            cwd=place.here,
            env=environment | call.environment,
            pass_fds=call.descriptors,
        )
    try:
        process.wait(delay)
    except subprocess.TimeoutExpired:
        process.kill()
    code = process.wait()
    return None if code < 0 else code
