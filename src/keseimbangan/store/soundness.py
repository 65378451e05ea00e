"""Whether a file is a whole store: what is in it, whether SQLite finds it sound, its schema."""

import re
import sqlite3
from collections import deque
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from keseimbangan.errors.store import StoreDamaged, StoreNewer
from keseimbangan.store.compiled import SCHEMA, SCHEMA_VERSION, TRIGGERS
from keseimbangan.store.complaints import code_of, translated
from keseimbangan.store.connections import (
    APPLICATION_ID,
    BUSY_SECONDS,
    Way,
    keyed,
    let_nobody_in,
    way_around,
)
from keseimbangan.store.files import uri_of
from keseimbangan.store.keys import has_changed, key_of

# What Python's sqlite3 raises on damage; the second where even the complaint cannot be read.
UNREADABLE = (sqlite3.DatabaseError, UnicodeDecodeError)

_OBJECTS = (
    "SELECT type || ' ' || name, sql FROM sqlite_schema"
    " WHERE sql NOTNULL AND substr(name, 1, 7) <> 'sqlite_'"
)


class Declared(NamedTuple):
    """A table, index, view or trigger of this program's schema."""

    kind: str
    name: str
    sql: str


class Contents(NamedTuple):
    """What a copy must have in common with its original; `strays` are rows that point nowhere."""

    application: int
    schema: int
    rows: dict[str, int]
    strays: int


def open_file(path: Path, mode: str = "rw", like: Path | None = None) -> sqlite3.Connection:
    """A file as it is, nothing in it looked at; `ro` touches neither it nor what lies beside.

    An empty file that is to become a copy is opened `like` its original, locked or not.
    """
    connection = _opened(path, f"mode={mode}", like or path)
    fault = _first_fault(connection) if like is None else None
    if fault is None:
        return connection
    if way := way_around(fault, path):
        connection.close()
        connection = _opened(path, "immutable=1" if way is Way.STILL else f"mode={mode}", path)
        if way is Way.ALONE:
            let_nobody_in(connection)
    elif _is_another(fault, path):
        connection.close()
        return open_file(path, mode)
    return connection


def contents(connection: sqlite3.Connection) -> Contents:
    """The facts of an open file, from one read transaction of the caller's."""
    return Contents(
        _number(connection, "PRAGMA application_id"),
        _number(connection, "PRAGMA user_version"),
        {name: _rows(connection, name) for name in _tables(connection)},
        len(connection.execute("PRAGMA foreign_key_check").fetchall()),
    )


def is_whole(connection: sqlite3.Connection) -> bool:
    """Whether SQLite finds every page and index in order, and every text is one.

    Raises what belongs to `UNREADABLE`.
    """
    if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        return False
    for name in _tables(connection):
        # A flipped bit in a text is no fault to SQLite, until somebody wants to read it.
        deque(connection.execute(f"SELECT * FROM {quoted(name)}"), maxlen=0)
    return True


def has_tables(connection: sqlite3.Connection) -> bool:
    """Whether every table of this program's schema is there; of an older one nothing is asked."""
    if _number(connection, "PRAGMA user_version") != SCHEMA_VERSION:
        return True
    found = _objects(connection)
    return all(
        found.get(name) == sql for name, sql in _wanted().items() if name.startswith("table ")
    )


def schema_differences(connection: sqlite3.Connection) -> list[str]:
    """What differs from the schema of this program, triggers too; missing and strange ones."""
    wanted, found = _wanted(), _objects(connection)
    names = wanted.keys() | found.keys()
    return sorted(name for name in names if wanted.get(name) != found.get(name))


def declared() -> list[Declared]:
    """All of this program's schema, in an order in which it can be made."""
    query = "SELECT type, name, sql FROM sqlite_schema WHERE sql NOTNULL ORDER BY rowid"
    with closing(_model()) as model:
        return [Declared(*each) for each in model.execute(query)]


def quoted(name: str) -> str:
    """The name of a table or of anything else in a file, as SQL takes it."""
    escaped = name.replace('"', '""')
    return f'"{escaped}"'


def looks_sound(connection: sqlite3.Connection) -> bool:
    """Whether SQLite finds the file in order, and its schema is the one that belongs to it."""
    if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        return False
    older = _number(connection, "PRAGMA user_version") != SCHEMA_VERSION
    return older or not schema_differences(connection)


def is_current(path: Path) -> bool:
    """Whether the file says that it is a store of this program's schema."""
    with suppress(*UNREADABLE), closing(open_file(path)) as connection:
        if _number(connection, "PRAGMA application_id") == APPLICATION_ID:
            return _number(connection, "PRAGMA user_version") == SCHEMA_VERSION
    return False


def is_usable(path: Path) -> bool:
    """Whether the store can be worked with as it is; one of an older schema can, if it is whole.

    Raises StoreNewer, StoreLocked or StoreReadOnly, where the file may well be sound.
    """
    try:
        with translated(path), closing(open_file(path)) as connection:
            version = _number(connection, "PRAGMA user_version")
            if _number(connection, "PRAGMA application_id") != APPLICATION_ID:
                return False
            if version > SCHEMA_VERSION:
                raise StoreNewer(path, version, SCHEMA_VERSION)
            return is_whole(connection) and has_tables(connection)
    except StoreDamaged:
        return False


def _opened(path: Path, query: str, like: Path) -> sqlite3.Connection:
    # By a URI, because the plain call would make a file that is not there.
    uri = uri_of(path.absolute(), query)
    connection = keyed(uri, key_of(like), uri=True, timeout=BUSY_SECONDS)
    # Rows are compared with those of other files: plain tuples.
    connection.row_factory = None
    # What is taken out of a file is not to stay in its free pages.
    connection.execute("PRAGMA secure_delete = ON")
    return connection


def _first_fault(connection: sqlite3.Connection) -> sqlite3.DatabaseError | None:
    """What hinders the first read; what cannot be mended here tells it to whoever reads on."""
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.DatabaseError as error:
        return error
    return None


def _is_another(fault: sqlite3.DatabaseError, path: Path) -> bool:
    """Whether another terminal has locked, unlocked or locked anew what lies at the path."""
    # Then no other connection of this process has the file that lies there now.
    return code_of(fault) == sqlite3.SQLITE_NOTADB and has_changed(path)


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(pragma).fetchone()[0])


def _tables(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    return [name for (name,) in found]


def _rows(connection: sqlite3.Connection, table: str) -> int:
    return _number(connection, f"SELECT count(*) FROM {quoted(table)}")


def _wanted() -> dict[str, str]:
    with closing(_model()) as model:
        return _objects(model)


def _model() -> sqlite3.Connection:
    model = sqlite3.connect(":memory:")
    model.executescript(f"{SCHEMA} {';'.join(TRIGGERS)};")
    return model


def _objects(connection: sqlite3.Connection) -> dict[str, str]:
    return {
        name: re.sub(r"\s+", "", sql.replace('"', "")) for name, sql in connection.execute(_OBJECTS)
    }
