"""Stores of every earlier schema, filled from the tables' own definitions, brought to this one.

Nothing here knows a table: what a column may hold is read from the store itself, so a migration
that is added later is tried without a word here.
"""

import random
import re
import sqlite3
import uuid
from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import NamedTuple

from keseimbangan.store.files import BACKUPS
from tests.faults.figures import Figures
from tests.faults.homes import Place, connect, empty, problems, state
from tests.faults.operations import KillAt
from tests.faults.reference import reference

_WORDS = re.compile(r"(\w+) IN \(([^)]*)\)")
_BOUNDS = re.compile(r"(\w+) BETWEEN (-?\d+) AND (-?\d+)")
_NO_SPACE = str.maketrans("", "", " \n\t")
TEXTS = ("Rapat", "a'b\"c", "=1+1", "اجتماع", "x" * 300, "baris satu\nbaris dua", "🏳️‍🌈", "%s {n}")


class Column(NamedTuple):
    """What a table says of a column."""

    name: str
    kind: str
    required: bool
    words: tuple[str, ...]
    bounds: tuple[int, int] | None
    refers_to: str | None


@cache
def versions() -> tuple[int, ...]:
    """Every schema there has been, the present one last."""
    from alembic.script import ScriptDirectory

    from keseimbangan.store.migrate import MIGRATIONS

    steps = ScriptDirectory(str(MIGRATIONS)).walk_revisions()
    return tuple(sorted(int(step.revision) for step in steps))


def make(store: Path, version: int) -> None:
    """An empty store of an earlier schema, made by the migrations up to it."""
    from alembic.script import ScriptDirectory
    from sqlalchemy import create_engine

    from keseimbangan.store.database import APPLICATION_ID
    from keseimbangan.store.migrate import MIGRATIONS, upgrade

    steps = reversed(list(ScriptDirectory(str(MIGRATIONS)).walk_revisions()))
    wanted = [step for step in steps if int(step.revision) <= version]
    store.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    engine = create_engine(f"sqlite:///{store}")
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA journal_mode = WAL")
        upgrade(connection, wanted)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.commit()
    engine.dispose()
    store.chmod(0o600)


def old_store(root: Path, version: int, seed: int = 0) -> Place:
    """A home of an earlier release with rows in every table."""
    place = empty(root)
    make(place.store, version)
    fill(place.store, random.Random(seed), 3)
    return place


def fill(store: Path, chance: random.Random, rows: int) -> None:
    """Up to that many rows in every table; what a table refuses is tried again otherwise."""
    with closing(connect(store)) as db:
        db.execute("PRAGMA foreign_keys = ON")
        for table, columns in in_order(schema(db)):
            for _row in range(rows):
                for _attempt in range(40):
                    if _inserted(db, table, columns, chance):
                        break
        db.commit()


def _inserted(
    db: sqlite3.Connection, table: str, columns: tuple[Column, ...], chance: random.Random
) -> bool:
    values = {column.name: _value(db, column, chance) for column in columns}
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" for _name in values)
    try:
        db.execute(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', list(values.values()))
    except sqlite3.IntegrityError:
        return False
    return True


def _value(db: sqlite3.Connection, column: Column, chance: random.Random) -> object:
    if not column.required and chance.random() < 0.4:
        return None
    if column.refers_to:
        rows = db.execute(f'SELECT id FROM "{column.refers_to}"').fetchall()
        return chance.choice(rows)[0] if rows else None
    if column.words:
        return chance.choice(column.words)
    if column.kind == "INTEGER":
        return chance.randint(*(column.bounds or (0, 1)))
    return _text(column.name, chance)


def _text(name: str, chance: random.Random) -> str:
    """What a migration may read is written as the program writes it."""
    month, date = chance.randrange(1, 13), chance.randrange(1, 29)
    day = f"20{chance.randrange(20, 30)}-{month:02d}-{date:02d}"
    if name.endswith(("_at", "_id")) or name == "at":
        return f"{day}T{chance.randrange(24):02d}:{chance.randrange(60):02d}:00Z"
    if name in ("day", "due", "until", "first", "last", "last_day") or name.endswith("follow_up"):
        return day
    known = {"week": f"{day[:4]}-W{chance.randrange(1, 53):02d}", "month": day[:7]}
    known |= {"zone": "Asia/Jakarta", "rule": "FREQ=DAILY"}
    known |= {"start_time": "08:00", "end_time": "16:00"}
    if name in ("uid", "block_uid"):
        return str(uuid.UUID(int=chance.getrandbits(128), version=4))
    return known.get(name) or chance.choice(TEXTS)


Schema = Mapping[str, tuple[Column, ...]]


def schema(db: sqlite3.Connection) -> Schema:
    """The tables of a store with their columns, but for the number that SQLite gives."""
    made = db.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    return {name: tuple(_columns(db, name, sql)) for name, sql in made.fetchall()}


def _columns(db: sqlite3.Connection, table: str, sql: str) -> Iterator[Column]:
    words = {name: tuple(re.findall(r"'([^']*)'", listed)) for name, listed in _WORDS.findall(sql)}
    bounds = {name: (int(low), int(high)) for name, low, high in _BOUNDS.findall(sql)}
    keys = {row[3]: row[2] for row in db.execute(f'PRAGMA foreign_key_list("{table}")')}
    described = db.execute(f'PRAGMA table_info("{table}")')
    for _cid, name, kind, required, _default, primary in described:
        if not primary:
            yield Column(
                name, kind, bool(required), words.get(name, ()), bounds.get(name), keys.get(name)
            )


def in_order(found: Schema) -> list[tuple[str, tuple[Column, ...]]]:
    """The tables with those first to which others refer."""
    ordered: list[tuple[str, tuple[Column, ...]]] = []
    waiting = dict(found)
    while waiting:
        free = [name for name in waiting if not _waits(name, waiting)] or list(waiting)
        ordered += [(name, waiting.pop(name)) for name in free]
    return ordered


def _waits(table: str, waiting: Schema) -> bool:
    return any(
        column.refers_to in waiting and column.refers_to != table for column in waiting[table]
    )


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
    from tests.faults.kills import forked

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
