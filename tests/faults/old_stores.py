"""Stores of every earlier schema, filled from what their own tables say of their columns.

Nothing here knows a table, so a migration that is added later is tried without a word here.
"""

import random
import re
import sqlite3
import uuid
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

from keseimbangan.store.log_tables import LOG_TABLES
from tests.faults.homes import Place, empty
from tests.faults.locks import connect

_DAYS = ("day", "due", "until", "first", "last", "last_day", "not_before")
_WORDS = re.compile(r"(\w+) IN \(([^)]*)\)")
_BOUNDS = re.compile(r"(\w+) BETWEEN (-?\d+) AND (-?\d+)")
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

    from keseimbangan.store.connections import APPLICATION_ID
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
    _end_within_a_day(values, chance)
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" for _name in values)
    try:
        db.execute(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', list(values.values()))
    except sqlite3.IntegrityError:
        return False
    return True


def _end_within_a_day(values: dict[str, object], chance: random.Random) -> None:
    """As the program writes them; it takes anything longer for damage."""
    for start, end in (("starts_at", "ends_at"), ("actual_starts_at", "actual_ends_at")):
        if isinstance(begin := values.get(start), str) and values.get(end) is not None:
            later = datetime.fromisoformat(begin) + timedelta(minutes=chance.randint(5, 600))
            values[end] = later.strftime("%Y-%m-%dT%H:%M:%SZ")


def _value(db: sqlite3.Connection, column: Column, chance: random.Random) -> object:
    if not column.required and chance.random() < 0.4:
        return None
    if column.refers_to:
        rows = db.execute(f'SELECT id FROM "{column.refers_to}"').fetchall()
        return chance.choice(rows)[0] if rows else None
    if column.words:
        return chance.choice(column.words)
    if column.kind == "INTEGER":
        # A session of no minutes is damage to the program, which then locks nothing.
        least = int(column.name == "planned_minutes")
        return max(least, chance.randint(*(column.bounds or (0, 1))))
    if column.kind == "REAL":
        return chance.randint(1, 10_000) / 4
    return _text(column.name, chance)


def _text(name: str, chance: random.Random) -> str:
    """What a migration may read is written as the program writes it."""
    month, date = chance.randrange(1, 13), chance.randrange(1, 29)
    day = f"20{chance.randrange(20, 30)}-{month:02d}-{date:02d}"
    if name.endswith(("_at", "_id")) or name == "at":
        return f"{day}T{chance.randrange(24):02d}:{chance.randrange(60):02d}:00Z"
    if name in ("day", "due", "until", "first", "last", "last_day", "not_before") or name.endswith(
        "follow_up"
    ):
        return day
    known = {"week": f"{day[:4]}-W{chance.randrange(1, 53):02d}", "month": day[:7]}
    known |= {"zone": "Asia/Jakarta", "rule": "FREQ=DAILY"}
    known |= {"start_time": "08:00", "end_time": "16:00", "akhlak": "loyal"}
    known |= {"break_start": "12:00", "break_end": "13:00"}
    if name in ("uid", "block_uid"):
        return str(uuid.UUID(int=chance.getrandbits(128), version=4))
    return known.get(name) or chance.choice(TEXTS)


Schema = Mapping[str, tuple[Column, ...]]


def schema(db: sqlite3.Connection) -> Schema:
    """The tables of a store with their columns, but for the number that SQLite gives."""
    made = db.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    # A migration begins the change log anew.
    kept = [(name, sql) for name, sql in made.fetchall() if name not in LOG_TABLES]
    return {name: tuple(_columns(db, name, sql)) for name, sql in kept}


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
