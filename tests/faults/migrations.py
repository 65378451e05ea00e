"""Stores of every earlier schema brought to this one, undisturbed and killed on the way."""

import random
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from keseimbangan.store.files import BACKUPS
from tests.faults.figures import Figures
from tests.faults.homes import Place, empty, problems, state
from tests.faults.kills import forked
from tests.faults.locks import connect
from tests.faults.old_stores import fill, make, old_store, schema, versions
from tests.faults.operations import KillAt
from tests.faults.reference import reference

_NO_SPACE = str.maketrans("", "", " \n\t")


def run(figures: Figures, root: Path, examples: int, kills: int, seed: int) -> None:
    """Every schema there was, each filled that many times, and migrations that are killed."""
    fresh = _fresh(root / "fresh")
    for version in versions():
        _filled_by_hypothesis(figures, root, version, examples, seed, fresh)
    for version in versions()[:-1]:
        _killed(figures, root, version, kills, seed)


def _fresh(root: Path) -> list[str]:
    place = empty(root)
    place.run(("tugas", "tambah", "A")).ok()
    return definitions(place.store)


def definitions(store: Path) -> list[str]:
    """The schema as SQLite has it, spaces aside."""
    with closing(connect(store)) as db:
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
        figures.count(f"stores of schema {version}")
        _migrate_one(figures, root, version, chance, rows, fresh)

    migrates()


def _migrate_one(
    figures: Figures,
    root: Path,
    version: int,
    chance: random.Random,
    rows: int,
    fresh: list[str],
) -> None:
    place = _template(root, version).copy(root / "migrated")
    fill(place.store, chance, rows)
    before = contents(place.store)
    figures.count("rows", sum(len(each) for each in before.values()))
    result = place.run(("tugas", "daftar", "--json"))
    said = f"schema {version}, {rows} rows a table"
    figures.expect("not opened", result.code != 0, f"{said}: {result.err[-300:]}")
    judge(figures, place, root, before, fresh, said)
    if version != versions()[-1]:
        backups = list((place.home / BACKUPS).glob("*.db"))
        figures.expect("without a backup of before", len(backups) != 1, f"{said}: {backups}")
        for backup in backups:
            figures.expect("backups with other rows", contents(backup) != before, said)


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
    with closing(connect(store)) as db:
        db.row_factory = sqlite3.Row
        return {
            table: [dict(row) for row in db.execute(f'SELECT * FROM "{table}" ORDER BY id')]
            for table in schema(db)
        }


def _killed(figures: Figures, root: Path, version: int, kills: int, seed: int) -> None:
    """At each operation of a migration, or at so many of them."""
    chance = random.Random(seed)
    start = old_store(root / f"kill-{version}", version, seed)
    words = ("tugas", "daftar")
    known = reference(start, words, root)
    before = contents(start.store)
    fresh = _fresh(root / f"fresh-{version}")
    places = range(len(known.operations))
    for at in sorted(chance.sample(places, min(kills, len(places)))):
        place = start.copy(root / "killed")
        ended = forked(place, words, KillAt(at, halfway=chance.random() < 0.5), None)
        said = f"schema {version}, killed at {known.operations[at]} {at}"
        figures.count("migrations killed", int(ended is None))
        found = problems(place, root / "state")
        figures.expect("damaged stores or backups", bool(found), f"{said}: {found}")
        now = state(place, root / "state")
        figures.expect("half-done migrations", now not in known.states, said)
        resumed = place.run(words)
        figures.expect("not resumed", resumed.code != 0, f"{said}: {resumed.err[-300:]}")
        judge(figures, place, root, before, fresh, said)
