"""Many processes that write at once: everything is there, nothing twice, and how long one waits."""

import os
import pickle
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from tests.faults.figures import Figures
from tests.faults.homes import STILL, Place, empty, problems
from tests.faults.locks import connect
from tests.harness import PROGRAM

# Three nouns by turns: titles say who wrote what.
WRITES = (
    ("tugas", "tambah", "{title}"),
    ("blok", "tambah", "{title}", "20.00-21.00", "--tumpuk"),
    ("jurnal", "tulis", "--tingkat", "5", "--catatan", "{title}"),
)
TABLES = (("tasks", "title"), ("blocks", "title"), ("stress_entries", "note"))


class Written(NamedTuple):
    """One call of one process: what it said, how long it took, how long it waited for others."""

    title: str
    code: int
    seconds: float
    waited: float


def run(figures: Figures, root: Path, processes: int, writes: int) -> None:
    """So many processes with so many writes each, on a store that is not there yet."""
    place = empty(root / "at-once")
    done = _at_once(place, root, processes, writes)
    _judge(figures, place, root, done, "")
    figures.seconds("a write among the others", [each.seconds for each in done])
    figures.seconds("waiting for the others", [each.waited for each in done])


def run_installed(figures: Figures, root: Path, processes: int, writes: int) -> None:
    """The same with the real program, a new process for every write."""
    place = empty(root / "installed")
    done = _forked(root, processes, lambda who: _series(place, who, writes, _new_process))
    _judge(figures, place, root, done, " (program started anew)")
    figures.seconds("a whole command among the others", [each.seconds for each in done])


def _judge(figures: Figures, place: Place, root: Path, done: list[Written], where: str) -> None:
    there = titles(place.store)
    figures.count(f"writes{where}", len(done))
    for each in done:
        said = f"{each.title}: exit {each.code}, {there.count(each.title)} times{where}"
        figures.expect("writes refused", each.code != 0, said)
        figures.expect("lost", each.code == 0 and each.title not in there, said)
        figures.expect("there though refused", each.code != 0 and each.title in there, said)
        figures.expect("twice", there.count(each.title) > 1, said)
    found = problems(place, root / "state")
    figures.expect("damaged stores", bool(found), str(found))


def titles(store: Path) -> list[str]:
    """What was written, in all of the tables."""
    with closing(connect(store)) as db:
        return [
            title
            for table, column in TABLES
            for (title,) in db.execute(f"SELECT {column} FROM {table}")
        ]


def _at_once(place: Place, root: Path, processes: int, writes: int) -> list[Written]:
    # Once here, so that no copy of this process has to import anything.
    Place(empty(root / "first").root).run(("tugas", "tambah", "A"))
    return _forked(root, processes, lambda who: _series(place, who, writes, _in_process))


def _forked(root: Path, processes: int, work: Any) -> list[Written]:
    start = time.monotonic() + 0.2
    children = {}
    for who in range(processes):
        result = root / f"worker-{who}"
        child = os.fork()
        if child == 0:
            os._exit(_worker(result, work, who, start))
        children[child] = result
    done: list[Written] = []
    for child, result in children.items():
        _pid, status = os.waitpid(child, 0)
        assert status == 0, f"a worker ended with {status}"
        done += pickle.loads(result.read_bytes())
    return done


def _worker(result: Path, work: Any, who: int, start: float) -> int:
    try:
        time.sleep(max(0.0, start - time.monotonic()))
        result.write_bytes(pickle.dumps(work(who)))
    except BaseException:
        return 1
    return 0


def _series(place: Place, who: int, writes: int, call: Any) -> list[Written]:
    done = []
    for number in range(writes):
        title = f"proses {who} tulisan {number}"
        words = [word.format(title=title) for word in WRITES[number % len(WRITES)]]
        done.append(Written(title, *call(place, words)))
    return done


def _in_process(place: Place, words: list[str]) -> tuple[int, float, float]:
    waits: list[float] = []
    sqlite3.connect = _timing_connect(waits)
    began = time.monotonic()
    try:
        code = place.run(words).code
    finally:
        sqlite3.connect = connect
    return code, time.monotonic() - began, sum(waits)


def _timing_connect(waits: list[float]) -> Any:
    class Timing(sqlite3.Connection):
        """A connection that knows how long it waited for the right to write."""

        def execute(self, sql: str, *rest: Any) -> sqlite3.Cursor:
            if sql != "BEGIN IMMEDIATE":
                return super().execute(sql, *rest)
            began = time.monotonic()
            try:
                return super().execute(sql, *rest)
            finally:
                waits.append(time.monotonic() - began)

    def connected(*arguments: Any, **named: Any) -> Any:
        return connect(*arguments, **{"factory": Timing} | named)

    return connected


def _new_process(place: Place, words: list[str]) -> tuple[int, float, float]:
    began = time.monotonic()
    done = subprocess.run(
        [*PROGRAM, *words],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        cwd=place.here,
        env=dict(os.environ) | STILL | {"KESEIMBANGAN_HOME": str(place.home)},
        check=False,
    )
    return done.returncode, time.monotonic() - began, 0.0
