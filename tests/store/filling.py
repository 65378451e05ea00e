"""A store with rows in every table, made from the declared columns alone: `fill(db, seed)`.

What a column may hold follows from its type, what the program expects of it from its name; what
the schema still refuses is left out. The same seed fills the same.
"""

import sqlite3
import uuid
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from enum import EnumMeta
from random import Random
from types import NoneType
from typing import Any, get_args

from sqlalchemy import Column, Integer, Table
from sqlmodel import SQLModel

from keseimbangan.store import log, tables
from keseimbangan.store.columns import Day, Flag, Instant, WallClock
from keseimbangan.store.log_tables import LOG_TABLES
from keseimbangan.store.portable import told_deletions

FIRST = datetime(2026, 1, 5, tzinfo=UTC)
TEXTS = (
    *("Susun laporan", "Rapat; anggaran, dan lain-lain", 'Kutipan "ganda"', "a\nb\tc", "  "),
    *(
        "=1+1",
        "[red]x[/red]",
        "مرحبا",
        "👩‍👩‍👧",
        "\u202eterbalik",
        "\x1b[2J",
        "'; DROP TABLE tasks;--",
    ),
    *("é́", "0", "null", "\u2028", "x" * 300),
)
ZONES = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "Europe/Berlin")
RULES = ("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=MONTHLY;BYMONTHDAY=-1")
BY_NAME: dict[str, Any] = {
    "zone": lambda random: random.choice(ZONES),
    "rule": lambda random: random.choice(RULES),
    "week": lambda random: f"2026-W{random.randint(1, 53):02d}",
    "month": lambda random: f"2026-{random.randint(1, 12):02d}",
    "first_month": lambda random: random.randint(1, 6),
    "last_month": lambda random: random.randint(6, 12),
    "akhlak": lambda random: random.choice(("loyal", "accountable,competent")),
    "start_time": lambda random: f"0{random.randint(0, 9)}:30",
    "break_start": lambda random: f"1{random.randint(0, 9)}:00",
    "break_end": lambda random: f"1{random.randint(0, 9)}:30",
    "year": lambda random: random.randint(1970, 2200),
    "end_time": lambda random: f"1{random.randint(0, 9)}:00",
}
# Ends that lie after their beginnings.
PAIRS = {"ends_at": "starts_at", "actual_ends_at": "actual_starts_at", "last": "first"}
# Only a series has occurrences, and a row does not turn from one into the other.
CHOICES = {"series_id": " WHERE rule IS NOT NULL"}
LASTING = frozenset(
    ("id", "uid", "created_at", "rule", "last_day", "series_id", "recurrence_id", "parent_id")
)
TRIES = 12


def fill(connection: sqlite3.Connection, seed: int, rows: int = 3, apart: str = "") -> None:
    """Put up to `rows` rows into every table; UUIDs begin with `apart`, stamps are all distinct."""
    random = Random(f"{seed} {apart}")
    stamps = _stamps(random)
    for table in _kept():
        for _row in range(random.randint(0, rows)):
            _insert(connection, table, random, next(stamps), apart)


def change(connection: sqlite3.Connection, seed: int, apart: str) -> None:
    """Change some rows as somebody elsewhere might, each with a stamp of its own."""
    random = Random(f"change {seed} {apart}")
    stamps = _stamps(random, later=1)
    for table in _kept():
        for (number,) in connection.execute(f"SELECT id FROM {table.name}").fetchall():
            if random.random() < 0.4:
                _change(connection, table, number, random, next(stamps))


def delete(connection: sqlite3.Connection, seed: int, apart: str) -> None:
    """Delete some rows as a command does, in a store that has the triggers of the log."""
    random = Random(f"delete {seed} {apart}")
    log.set_apart(connection)
    for name in sorted(told_deletions()):
        for (number,) in connection.execute(f"SELECT id FROM {name}").fetchall():
            if random.random() < 0.3:
                connection.execute(f"DELETE FROM {name} WHERE id = ?", [number])
    log.close(connection, "hapus", None, FIRST + timedelta(minutes=random.randint(0, 1_000_000)))


def _kept() -> list[Table]:
    """What a person keeps: the change log comes about by itself."""
    found = tables.Row.metadata.sorted_tables
    return [table for table in found if table.name not in LOG_TABLES]


def _change(
    connection: sqlite3.Connection, table: Table, number: int, random: Random, stamp: str
) -> None:
    fresh = _values(connection, table, random, stamp, "")
    unique = {column.name for column in _unique(table)}
    names = [name for name in fresh if name not in unique | LASTING]
    listed = ", ".join(f'"{name}" = :{name}' for name in names)
    # What the schema refuses in this row stays as it was.
    with suppress(sqlite3.IntegrityError):
        connection.execute(
            f"UPDATE {table.name} SET {listed} WHERE id = :id", fresh | {"id": number}
        )


def _insert(
    connection: sqlite3.Connection, table: Table, random: Random, stamp: str, apart: str
) -> None:
    for _try in range(TRIES):
        values = _values(connection, table, random, stamp, apart)
        names = ", ".join(f'"{name}"' for name in values)
        marks = ", ".join(f":{name}" for name in values)
        with suppress(sqlite3.IntegrityError):
            connection.execute(f"INSERT INTO {table.name} ({names}) VALUES ({marks})", values)
            return


def _values(
    connection: sqlite3.Connection, table: Table, random: Random, stamp: str, apart: str
) -> dict[str, Any]:
    model = _model(table)
    uid = uuid.UUID(int=random.getrandbits(128), version=4)
    values: dict[str, Any] = {
        "uid": f"{apart}{uid}",
        "created_at": stamp,
        "changed_at": stamp,
    }
    for column in table.columns:
        if column.name not in (*values, "id"):
            kind = model.model_fields[column.name].annotation
            values[column.name] = _value(connection, column, kind, random)
    _mend(table, values, random)
    return values


def _value(connection: sqlite3.Connection, column: Column[Any], kind: Any, random: Random) -> Any:
    if column.nullable and random.random() < 0.4:
        return None
    for key in column.foreign_keys:
        where = CHOICES.get(column.name, "")
        found = connection.execute(f"SELECT id FROM {key.column.table.name}{where}").fetchall()
        return random.choice(found)[0] if found else None
    if column.name in BY_NAME:
        return BY_NAME[column.name](random)
    if words := [each for each in _kinds(kind) if isinstance(each, EnumMeta)]:
        return random.choice([word.value for word in words[0]])  # type: ignore[var-annotated]
    return _plain(column, random)


def _plain(column: Column[Any], random: Random) -> Any:
    moment = FIRST + timedelta(minutes=random.randint(0, 500_000))
    kind = column.type
    if isinstance(kind, Instant):
        return f"{moment:%Y-%m-%dT%H:%M:%SZ}"
    if isinstance(kind, WallClock):
        return f"{moment:%Y-%m-%dT%H:%M}"
    if isinstance(kind, Day):
        return date(2026, 1, 1).replace(month=random.randint(1, 12)).isoformat()
    if isinstance(kind, Flag):
        return random.randint(0, 1)
    if isinstance(kind, Integer):
        return random.randint(1, 10)
    if column.name == "kind":
        return random.choice(("win", "priority"))
    return random.choice(TEXTS) if kind.python_type is str else random.random()


def _mend(table: Table, values: dict[str, Any], random: Random) -> None:
    """What belongs together: an end after its start, both or neither."""
    for end, start in PAIRS.items():
        if end in values and start in values:
            values[end] = values[start]
            if values[start] is not None and end != "last":
                begin = datetime.fromisoformat(values[start])
                values[end] = (
                    f"{begin + timedelta(minutes=random.randint(1, 600)):%Y-%m-%dT%H:%M:%SZ}"
                )
    if "start_time" in values and None in (values["start_time"], values["end_time"]):
        values["start_time"] = values["end_time"] = None
    if table.name == "focus_sessions":
        # One that runs is counted where it runs.
        values["ended_at"] = max(values["ended_at"] or "", values["started_at"])
    if table.name == "exported_events":
        day = date(2026, random.randint(1, 12), random.randint(1, 28))
        values["recurrence_id"] = random.choice(("", day.isoformat()))
    if table.name == "blocks":
        _mend_block(values, random)


def _mend_block(values: dict[str, Any], random: Random) -> None:
    if values["series_id"] is None or values["recurrence_id"] is None or random.random() < 0.4:
        values["series_id"] = values["recurrence_id"] = None
    else:
        values["rule"] = None
    values["last_day"] = values["last_day"] if values["rule"] else None


def _kinds(kind: Any) -> Iterable[Any]:
    return [each for each in get_args(kind) if each is not NoneType] or [kind]


def _unique(table: Table) -> Iterator[Column[Any]]:
    for constraint in table.constraints:
        if type(constraint).__name__ == "UniqueConstraint":
            yield from constraint.columns  # type: ignore[attr-defined]


def _model(table: Table) -> type[SQLModel]:
    classes = (each for each in tables.Row.__subclasses__() if each.__tablename__ == table.name)
    return next(classes)


def _stamps(random: Random, later: int = 0) -> Iterator[str]:
    """Instants that never come twice, not even for two seeds that are likely to meet."""
    while True:
        seconds = random.randint(0, 86400 * 300)
        yield f"{FIRST + timedelta(days=300 * later, seconds=seconds):%Y-%m-%dT%H:%M:%SZ}"
