"""A disk that is full, or breaks, at each single operation of each command.

Old state or new state, never a third; and a sentence with a remedy.
"""

import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.faults import locks
from tests.faults.calls import Command, commands, every, long
from tests.faults.figures import Figures
from tests.faults.homes import Place, empty, filled, leftovers, locked, problems, ready, state
from tests.faults.locks import connect
from tests.faults.operations import FailAt, watched
from tests.faults.reference import Reference, reference
from tests.harness import Result

PAGE = 4096
# A file the person named is a fact when it cannot be written; the store is more than that.
REFUSALS = (1, 3)
# Nothing else opens these stores: a key need not be slow to make.
ROUNDS = 10
MOST_OF_A_KIND = 200


def injected(figures: Figures, root: Path, most: int | None, seed: int, share: float = 1) -> None:
    """Let each operation of each command fail, once alone and once with all that follow it.

    `most` operations of a command are chosen, and a `share` of the commands.
    """
    _announce(figures)
    chance = random.Random(seed)
    with locks.keys_once(ROUNDS):
        for name, start in _starts(root):
            for command in _some(share, chance):
                place = _prepared(start, command, root)
                known = reference(place, command.call, root)
                if known.code == 0 and known.writes:
                    figures.count(f"commands that write, on a store that is {name}")
                    for at in _among(known.operations, most, chance):
                        for forever in (False, True):
                            _inject(figures, place, command, known, root, at, forever)


def _announce(figures: Figures) -> None:
    figures.announce("faults", "refused with a remedy", "carried out all the same")


def _starts(root: Path) -> list[tuple[str, Place]]:
    starts = [("filled", filled(root / "filled")), ("absent", empty(root / "empty"))]
    return [*starts, ("locked", locked(root / "locked"))] if locks.available() else starts


def _among(operations: Sequence[str], most: int | None, chance: random.Random) -> list[int]:
    """All of them, but of a store that is written anew not each of its thousand writes."""
    chosen = []
    for kind in dict.fromkeys(operations):
        places = [at for at, each in enumerate(operations) if each == kind]
        chosen += _chosen(places, MOST_OF_A_KIND, chance)
    return _chosen(sorted(chosen), most, chance)


def _prepared(start: Place, command: Command, root: Path) -> Place:
    place = start.copy(root / "prepared")
    ready(place, command.name)
    return place


def _chosen(places: Sequence[int], most: int | None, chance: random.Random) -> list[int]:
    if most is None or len(places) <= most:
        return list(places)
    return sorted(chance.sample(list(places), most))


def _inject(
    figures: Figures,
    place: Place,
    command: Command,
    known: Reference,
    root: Path,
    at: int,
    forever: bool,
) -> None:
    tried = place.copy(root / "tried")
    with watched(FailAt(at, forever=forever)):
        result = tried.run((*command.call, "--json"))
    operation = known.operations[at]
    figures.detail(f"faults: {operation}")
    figures.detail("faults with all that follow", int(forever))
    _judge(figures, tried, command, known, root, result, f"{command.name}, {operation} {at}")


def _some(
    share: float, chance: random.Random, among: Sequence[Command] | None = None
) -> list[Command]:
    return [command for command in among or every() if chance.random() < share]


def page_limit(figures: Figures, root: Path, most: int | None, seed: int, share: float = 1) -> None:
    """SQLite may take no page more than it has, then one more, until the command fits."""
    _announce(figures)
    chance = random.Random(seed)
    start = filled(root / "filled")
    pages = _pages(start.store)
    # Its limit is for Python's SQLite; SQLCipher meets the small disk.
    for command in _some(share, chance, commands()):
        place = _prepared(start, command, root)
        words = long(command)
        known = reference(place, words, root)
        if known.code or not known.writes:
            continue
        for extra in _chosen(range(12), most, chance):
            tried = place.copy(root / "tried")
            with _limited(pages + extra):
                result = tried.run((*words, "--json"))
            figures.detail("faults: page limit")
            said = f"{command.name}, {extra} pages left"
            _judge(figures, tried, command, known, root, result, said)


def _pages(store: Path) -> int:
    db = connect(store)
    try:
        return int(db.execute("PRAGMA page_count").fetchone()[0])
    finally:
        db.close()


@contextmanager
def _limited(pages: int) -> Iterator[None]:
    def connected(*arguments: Any, **named: Any) -> sqlite3.Connection:
        db = connect(*arguments, **named)
        db.execute(f"PRAGMA max_page_count = {pages}")
        return db

    sqlite3.connect = connected  # type: ignore[assignment]
    try:
        yield
    finally:
        sqlite3.connect = connect


def small_disk(figures: Figures, root: Path, most: int | None, seed: int, share: float = 1) -> bool:
    """A real file system with less and less room; False where none can be made here."""
    chance = random.Random(seed)
    disk = root / "disk"
    with _mounted(disk, 4096 * PAGE) as mounted, locks.keys_once(ROUNDS):
        if not mounted:
            return False
        _announce(figures)
        for _name, begin in _starts(root):
            for command in _some(share, chance):
                place = _prepared(begin, command, root)
                known = reference(place, command.call, root)
                if known.code == 0 and known.writes:
                    _shrink(figures, place, command, known, root, disk, most, chance)
    return True


def _shrink(
    figures: Figures,
    place: Place,
    command: Command,
    known: Reference,
    root: Path,
    disk: Path,
    most: int | None,
    chance: random.Random,
) -> None:
    for pages in _chosen(range(100), most, chance):
        tried = place.copy(disk / "person")
        with _ballast(disk, pages):
            result = tried.run((*command.call, "--json"))
        figures.detail("faults: pages left on a small disk")
        said = f"{command.name}, {pages} pages left on the disk"
        _judge(figures, tried, command, known, root, result, said)
        if result.code == 0 and most is None:
            break


@contextmanager
def _mounted(disk: Path, size: int) -> Iterator[bool]:
    disk.mkdir(parents=True, exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size},mode=0700", "tmpfs", str(disk)]
    able = sys.platform == "linux" and os.geteuid() == 0 and shutil.which("mount") is not None
    mounted = able and subprocess.run(mount, capture_output=True, check=False).returncode == 0
    try:
        yield mounted
    finally:
        if mounted:
            # Lazily: what a failure left open is closed later.
            subprocess.run(["umount", "--lazy", str(disk)], check=True)


@contextmanager
def _ballast(disk: Path, pages: int) -> Iterator[None]:
    """Something so large that only so many pages are left."""
    file = disk / "ballast"
    with file.open("wb") as ballast:
        room = os.statvfs(disk)
        left = room.f_bavail * room.f_frsize - pages * PAGE
        if left > 0:
            os.posix_fallocate(ballast.fileno(), 0, left)
    try:
        yield
    finally:
        file.unlink()


def _judge(
    figures: Figures,
    tried: Place,
    command: Command,
    known: Reference,
    root: Path,
    result: Result,
    said: str,
) -> None:
    figures.count("faults")
    after = state(tried, root / "state")
    found = problems(tried, root / "state")
    figures.expect("damaged stores", bool(found), f"{said}: {found}")
    first, last = known.states[0], known.states[-1]
    # A setting is written, and said to be, though the store cannot note the step for undoing it.
    lasting = command.words[0] in ("atur", "mulai")
    alone = lasting and after == first._replace(files=last.files)
    figures.expect("a third state", after not in known.states and not alone, said)
    undone = after.files != last.files if lasting else after != last
    untrue = result.code == 0 and undone
    figures.expect("said to be done and was not", untrue, said)
    figures.expect("refused without a remedy", not _is_told(result), f"{said}: {_shown(result)}")
    # What could not be removed is still there.
    left = "unlink" not in said and leftovers(tried)
    figures.expect("unfinished files", bool(left), f"{said}: {left}")
    later = tried.run(("tugas", "tambah", "Sesudahnya"))
    figures.expect("next command did not work", later.code != 0, f"{said}: {later.err}")
    figures.count("carried out all the same" if result.code == 0 else "refused with a remedy")


def _is_told(result: Result) -> bool:
    if result.code == 0:
        return True
    try:
        error = json.loads(result.err)["error"]
    except (ValueError, KeyError):
        return False
    return result.code in REFUSALS and bool(error["message"]) and bool(error["hint"])


def _shown(result: Result) -> str:
    return f"exit {result.code} {result.out[:80]} {result.err[-300:]}"
