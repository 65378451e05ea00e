"""Stores of every earlier schema brought to this one, undisturbed and killed on the way."""

import random
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from keseimbangan.store.files import BACKUPS
from tests.faults import locks
from tests.faults.figures import Figures
from tests.faults.homes import Place, empty, lock, problems, state
from tests.faults.kills import forked, readable
from tests.faults.old_stores import fill, make, old_store, schema, versions
from tests.faults.operations import KillAt
from tests.faults.reference import reference

# Nothing else opens these stores: a key need not be slow to make.
ROUNDS = 10
_NO_SPACE = str.maketrans("", "", " \n\t")


def run(figures: Figures, root: Path, examples: int, kills: int, seed: int) -> None:
    """Every schema there was, each filled that many times, and migrations that are killed.

    About half of the stores are locked, and half of each schema's migrations that are killed.
    """
    figures.announce("stores", "stores that were locked", "rows", "migrations killed")
    fresh = _fresh(root / "fresh")
    with locks.keys_once(ROUNDS):
        for version in versions():
            _filled_by_hypothesis(figures, root, version, examples, seed, fresh)
        for version in versions()[:-1]:
            _killed(figures, root, version, kills, seed, fresh)


def _fresh(root: Path) -> list[str]:
    place = empty(root)
    place.run(("tugas", "tambah", "A")).ok()
    return definitions(place.store)


def definitions(store: Path) -> list[str]:
    """The schema as SQLite has it, spaces aside."""
    with closing(locks.opened(store)) as db:
        made = db.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY 1, 2")
        return ["".join(str(part) for part in row).translate(_NO_SPACE) for row in made]


def _filled_by_hypothesis(
    figures: Figures, root: Path, version: int, examples: int, seed: int, fresh: list[str]
) -> None:
    from hypothesis import HealthCheck, Phase, given, settings
    from hypothesis import seed as start_with
    from hypothesis import strategies as st

    @start_with(seed)
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )
    @given(st.randoms(use_true_random=False), st.integers(0, 6))
    def migrates(chance: random.Random, rows: int) -> None:
        figures.detail(f"stores of schema {version}")
        # Hypothesis prefers small numbers: this comes to about half.
        closed = locks.available() and chance.random() < 0.25
        _migrate_one(figures, root, version, chance, rows, fresh, closed)

    migrates()


def _migrate_one(
    figures: Figures,
    root: Path,
    version: int,
    chance: random.Random,
    rows: int,
    fresh: list[str],
    closed: bool,
) -> None:
    place = _template(root, version).copy(root / "migrated")
    fill(place.store, chance, rows)
    before = contents(place.store)
    if closed:
        lock(place)
    figures.count("stores")
    figures.count("stores that were locked", int(closed))
    figures.count("rows", sum(len(each) for each in before.values()))
    result = place.run(("tugas", "daftar", "--json"))
    said = f"schema {version}, {rows} rows a table{', locked' * closed}"
    figures.expect("not opened", result.code != 0, f"{said}: {result.err[-300:]}")
    judge(figures, place, root, before, fresh, said)
    if version != versions()[-1]:
        backups = list((place.home / BACKUPS).glob("*.db"))
        figures.expect("without a backup of before", len(backups) != 1, f"{said}: {backups}")
        for backup in backups:
            figures.expect("backups with other rows", contents(backup) != before, said)
    _judge_locks(figures, place, closed, said)


def _judge_locks(figures: Figures, place: Place, closed: bool, said: str) -> None:
    """What was locked is locked by the same passphrase, and so are the backups made of it."""
    wanted = "first" if closed else locks.PLAIN
    files = [place.store, *(place.home / BACKUPS).glob("*.db")]
    other = [path.name for path in files if locks.opening(path).name != wanted]
    figures.expect(
        "stores or backups locked otherwise than before", bool(other), f"{said}: {other}"
    )
    bare = locks.available() and closed and readable(place.home)
    figures.expect("locked stores that left something readable", bool(bare), f"{said}: {bare}")


def _template(root: Path, version: int) -> Place:
    place = Place(root / f"schema-{version}")
    if not place.root.exists():
        make(empty(place.root).store, version)
    return place


def judge(
    figures: Figures,
    place: Place,
    root: Path,
    before: Mapping[str, list[dict[str, object]]],
    fresh: list[str],
    said: str,
) -> None:
    """Whether a store has the schema of a new one and every row that it had."""
    found = problems(place, root / "state")
    figures.expect("damaged stores", bool(found), f"{said}: {found}")
    other = set(definitions(place.store)) ^ set(fresh)
    others = [each[:60] for each in other]
    figures.expect("another schema than a new store", bool(other), f"{said}: {others}")
    after = contents(place.store)
    for table, rows in before.items():
        names = rows[0] if rows else {}
        kept = [{name: row.get(name) for name in names} for row in after.get(table, []) if rows]
        figures.expect("other rows than before", kept != rows, f"{said}: {table}")


def contents(store: Path) -> dict[str, list[dict[str, object]]]:
    """Every row of every table, by column."""
    with closing(locks.opened(store)) as db:
        return {table: _rows(db, table) for table in schema(db)}


def _rows(db: sqlite3.Connection, table: str) -> list[dict[str, object]]:
    found = db.execute(f'SELECT * FROM "{table}" ORDER BY id')
    names = [name for name, *_rest in found.description]
    return [dict(zip(names, row, strict=True)) for row in found]


def _killed(
    figures: Figures, root: Path, version: int, kills: int, seed: int, fresh: list[str]
) -> None:
    """At each operation of a migration, or at so many, half of them of a locked store."""
    chance = random.Random(seed)
    start = old_store(root / f"kill-{version}", version, seed)
    before = contents(start.store)
    if not locks.available():
        _killed_one(figures, root, version, kills, chance, start, before, fresh)
        return
    _killed_one(figures, root, version, kills - kills // 2, chance, start, before, fresh)
    lock(start)
    _killed_one(figures, root, version, kills // 2, chance, start, before, fresh)


def _killed_one(
    figures: Figures,
    root: Path,
    version: int,
    kills: int,
    chance: random.Random,
    start: Place,
    before: Mapping[str, list[dict[str, object]]],
    fresh: list[str],
) -> None:
    words = ("tugas", "daftar")
    closed = locks.opening(start.store).key is not None
    known = reference(start, words, root)
    places = range(len(known.operations))
    for at in sorted(chance.sample(places, min(kills, len(places)))):
        place = start.copy(root / "killed")
        ended = forked(place, words, KillAt(at, halfway=chance.random() < 0.5), None)
        said = f"schema {version}, killed at {known.operations[at]} {at}{', locked' * closed}"
        figures.count("migrations killed", int(ended is None))
        figures.detail("migrations of locked stores killed", int(ended is None and closed))
        found = problems(place, root / "state")
        figures.expect("damaged stores or backups", bool(found), f"{said}: {found}")
        now = state(place, root / "state")
        figures.expect("half-done migrations", now not in known.states, said)
        resumed = place.run(words)
        figures.expect("not resumed", resumed.code != 0, f"{said}: {resumed.err[-300:]}")
        judge(figures, place, root, before, fresh, said)
        _judge_locks(figures, place, closed, said)
