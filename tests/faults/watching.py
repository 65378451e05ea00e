"""Killed while a person looks on: the live countdown, triage, the demo.

The real program in a pseudo-terminal, with what a person types, ended at a random moment after it
has begun to show something. It goes on as long as it is let, so there is no list of states: what
it had shown to be kept must be there, and nothing else may have changed.
"""

import json
import os
import random
import select
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from tests.faults import locks
from tests.faults.figures import Figures
from tests.faults.homes import STILL, Place, problems, tables
from tests.harness import PROGRAM

# A second is half a minute, so that focus is counted while we wait.
PACE = {"KESEIMBANGAN_LAJU": "30"}
PATIENCE = 20
DAMAGED = "damaged stores and backups"
LOST = "lost acknowledged writes"
HALF = "half-done commands"
NEXT = "stores on which the next command did not work"
_TRIAGED = ("y", "t", "")
_FOCUS = ("focus_sessions", "interruptions", "steps", "changes", "sqlite_sequence")


class Seen(NamedTuple):
    """What stood on the screen, and whether the program was killed."""

    screen: str
    killed: bool


def killed(figures: Figures, place: Place, root: Path, chance: random.Random, which: int) -> None:
    """One of the three, by turns; the home of a demo is another one."""
    name, trial = tuple(TRIALS.items())[which % len(TRIALS)]
    seen = trial(figures, place, root, chance)
    figures.count(KILLS, int(seen.killed))
    figures.detail(f"kills of {name}", int(seen.killed))
    found = problems(place, root / "state")
    figures.expect(DAMAGED, bool(found), f"{name}: {found}")
    for words in (("fokus", "status"), ("tugas", "tambah", "Sesudahnya")):
        result = place.run(words)
        figures.expect(NEXT, result.code != 0, f"{name}: {result.err}")


KILLS = "kills of what a person watches"


def _countdown(figures: Figures, place: Place, root: Path, chance: random.Random) -> Seen:
    place.run(("fokus", "berhenti", "--buang"))
    place.run(("tugas", "tambah", "Hitung mundur"))
    words: tuple[str, ...] = ("fokus", "mulai")
    if chance.random() < 0.5:
        place.run(("fokus", "mulai", "--latar"))
        words = ("fokus", "pantau")
    before, noted = _rows(place, root), _interruptions(place, root)
    keys = chance.choice(("", "p", "p p", "gtelepon\r", "gtamu\rp"))
    seen = _run(place, words, keys, chance.uniform(0, 0.6), PACE)
    after = _rows(place, root)
    said = f"{' '.join(words)}, {keys!r}"
    others = [name for name in before if name not in _FOCUS and before[name] != after.get(name)]
    figures.expect(HALF, bool(others), f"{said}: {others}")
    lost = len(before["focus_sessions"]) > len(after["focus_sessions"])
    figures.expect(LOST, lost, f"{said}: sessions")
    # The line says how many there were, once one is kept.
    shown = "1 gangguan" in seen.screen
    missing = shown and _interruptions(place, root) == noted
    figures.expect(LOST, missing, f"{said}: an interruption")
    return seen


def _triage(figures: Figures, place: Place, root: Path, chance: random.Random) -> Seen:
    for number in range(3):
        place.run(("tugas", "tambah", f"Belum ditriase {number}"))
    before = _tasks(place, root)
    # As triage goes through them.
    waiting = [number for number, task in sorted(before.items()) if _waits(task)]
    answers = "".join(f"{answer}\n" for _task in waiting for answer in _TRIAGED)
    undisturbed = place.copy(root / "undisturbed")
    undisturbed.run(("tugas", "triase"), answers=[each for _t in waiting for each in _TRIAGED])
    wanted = _tasks(undisturbed, root)
    seen = _run(place, ("tugas", "triase"), answers, chance.uniform(0, 0.05), STILL)
    after = _tasks(place, root)
    changing = [number for number in waiting if before[number] != wanted[number]]
    done = [number for number in changing if after[number] == wanted[number]]
    figures.expect(HALF, done != changing[: len(done)], f"tugas triase: {done} of {changing}")
    allowed = {number: (before[number], wanted[number]) for number in before}
    strange = [number for number, task in after.items() if task not in allowed[number]]
    figures.expect(HALF, bool(strange), f"tugas triase: {strange}")
    # The heading of one task follows on the keeping of the one before.
    shown = max((at for at in range(len(waiting)) if f"[{at + 1}/" in seen.screen), default=0)
    lost = {*changing} & {*waiting[:shown]} - {*done}
    figures.expect(LOST, bool(lost), f"tugas triase: {lost} though {shown} were kept")
    return seen


def _demo(figures: Figures, place: Place, root: Path, chance: random.Random) -> Seen:
    """In a home of its own; that of the person must not be touched."""
    own, home, file = _bytes(place), root / "demo-home", place.here / "demo.ics"
    for path in (home, file):
        _remove(path)
    words = ("demo", "--home", str(home), "-o", str(file))
    seen = _run(place, words, "", chance.uniform(0, 2), {})
    figures.expect(HALF, _bytes(place) != own, "demo: the person's own home has changed")
    store = home / place.store.name
    found = store.is_file() and _is_partial(store)
    figures.expect(HALF, bool(found), f"demo: {found}")
    whole = not file.exists() or file.read_bytes().rstrip().endswith(b"END:VCALENDAR")
    figures.expect(HALF, not whole, "demo: half a calendar")
    _remove(file)
    return seen


TRIALS: dict[str, Callable[[Figures, Place, Path, random.Random], Seen]] = {
    "the live countdown": _countdown,
    "`tugas triase`": _triage,
    "`demo`": _demo,
}


def _is_partial(store: Path) -> str | None:
    """Its eight weeks are one transaction: the first thing in it is there, and so is the last."""
    with closing(locks.opened(store)) as db:
        (verdict,) = db.execute("PRAGMA integrity_check").fetchone()
        first, last = (
            db.execute(f"SELECT count(*) > 0 FROM {table}").fetchone()[0]
            for table in ("targets", "monthly_reflections")
        )
    return None if verdict == "ok" and first == last else f"{verdict}, {first}, {last}"


def _remove(path: Path) -> None:
    import shutil

    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)


def _bytes(place: Place) -> dict[str, bytes]:
    found = (path for path in sorted(place.home.rglob("*")) if path.is_file())
    return {path.name: path.read_bytes() for path in found}


def _rows(place: Place, root: Path) -> dict[str, Any]:
    text = tables(place.copy(root / "state").store)
    return dict(json.loads(text)[1]) if text.startswith("[") else {}


def _interruptions(place: Place, root: Path) -> int:
    return len(_rows(place, root).get("interruptions", ()))


def _tasks(place: Place, root: Path) -> dict[int, dict[str, Any]]:
    listed = place.copy(root / "state").run(("tugas", "daftar", "--json")).ok()
    return {task["number"]: task for task in listed.json["tasks"]}


def _waits(task: dict[str, Any]) -> bool:
    return not task["triaged"] and task["status"] == "open"


def _run(
    place: Place, words: Sequence[str], typed: str, delay: float, more: dict[str, str]
) -> Seen:
    """The program in a terminal, so long after its first words; all its processes end with it."""
    environment = dict(os.environ) | {"KESEIMBANGAN_HOME": str(place.home)} | more
    with _terminal() as (ours, theirs), locks.handed(place.store, words) as call:
        process = subprocess.Popen(
            [*PROGRAM, *call.words],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=place.here,
            env=environment | call.environment,
            pass_fds=call.descriptors,
            start_new_session=True,
        )
        try:
            screen = _read(ours, process, time.monotonic() + PATIENCE, until_something=True)
            os.write(ours, typed.encode())
            screen += _read(ours, process, time.monotonic() + delay)
        finally:
            was_running = process.poll() is None
            if was_running:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        screen += _read(ours, process, time.monotonic() + PATIENCE)
    return Seen(screen.decode("utf-8", "replace"), was_running)


def _read(
    ours: int, process: "subprocess.Popen[bytes]", until: float, *, until_something: bool = False
) -> bytes:
    """What the program shows until a moment, or until it ends."""
    shown = b""
    while (left := until - time.monotonic()) > 0 and not (shown and until_something):
        ended = process.poll() is not None
        ready, _w, _x = select.select([ours], [], [], 0 if ended else min(left, 0.02))
        if ready:
            shown += os.read(ours, 1 << 16)
        elif ended:
            break
    return shown


@contextmanager
def _terminal() -> Iterator[tuple[int, int]]:
    ours, theirs = os.openpty()
    try:
        yield ours, theirs
    finally:
        os.close(ours)
        os.close(theirs)
