"""What comes in, first of all in a store of its own in memory: so the schema itself judges it.

Nothing of a file reaches the person's store before every row of it has been read, checked and
found to fit the others.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from typing import Any, NamedTuple, Protocol

from pydantic import ValidationError

from keseimbangan.errors.exchange import RowProblem
from keseimbangan.i18n import _
from keseimbangan.store import compiled, row_models
from keseimbangan.store.database import Database
from keseimbangan.store.portable import Shape, queries, shape, shapes

# More of them say no more.
MOST_PROBLEMS = 20
# A number beyond these would leave the person with numbers nobody can type.
MOST_NUMBER = 9_999_999

_EPOCH = datetime(2026, 1, 1, tzinfo=UTC)


class Arriving(Protocol):
    """A row as it stands in a file."""

    @property
    def table(self) -> str: ...
    @property
    def position(self) -> int: ...
    @property
    def text(self) -> str: ...


class TooManyProblems(Exception):
    """Reading on would say no more."""


class _Where(NamedTuple):
    table: str
    position: int


class Incoming:
    """A store in memory, and the numbers that its rows had where they come from."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.db = Database(connection, _EPOCH)
        self.wishes: dict[str, dict[str, int]] = {each.name: {} for each in shapes()}
        self.problems: list[RowProblem] = []

    def wish(self, table: str, uid: str) -> int | None:
        """The number a row would like to keep."""
        return self.wishes[table].get(uid)

    def make_whole(self) -> None:
        """Bring back all that was taken out or changed since this was called before."""
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")
        # As in the person's store: what belongs to a row goes with it.
        self.connection.execute("PRAGMA foreign_keys = ON")
        self.connection.execute("BEGIN")


@contextmanager
def empty() -> Iterator[Incoming]:
    """A store in memory with nothing in it."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        # Else a long sort would write what people wrote into the system's temporary folder.
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.executescript(compiled.SCHEMA)
        yield Incoming(connection)


def receive(incoming: Incoming, rows: Iterable[Arriving]) -> None:
    """Take every row in; what cannot be taken stands in `problems` afterwards."""
    # References are settled when all rows are there; until then they point ahead.
    incoming.connection.execute("BEGIN")
    reader = _Reader(incoming)
    try:
        for row in rows:
            reader.take(row)
        reader.finish()
    except TooManyProblems:
        return
    incoming.connection.execute("COMMIT")


class _Reader:
    def __init__(self, incoming: Incoming) -> None:
        self._incoming = incoming
        self._numbers: dict[str, dict[str, int]] = {each.name: {} for each in shapes()}
        self._there: dict[str, set[int]] = {each.name: set() for each in shapes()}
        # Who first named what is not there yet.
        self._asked: dict[tuple[str, str], _Where] = {}

    def take(self, row: Arriving) -> None:
        """Check a row and keep it, or note what is wrong with it."""
        where = _Where(row.table, row.position)
        known = shape(row.table)
        if known is None:
            self._problem(where, None, _("tabelnya tidak dikenal"))
            return
        try:
            values = row_models.read(known, row.text)
        except ValidationError as error:
            for field, fault in row_models.faults(error):
                self._problem(where, field, _fault_text(fault))
            return
        self._keep(known, where, values)

    def _keep(self, known: Shape, where: _Where, values: dict[str, Any]) -> None:
        uid = values["uid"]
        number = self._number(known.name, uid)
        if number in self._there[known.name]:
            self._problem(where, "uid", _("UUID ini ada dua kali"))
            return
        wish = values["id"]
        for reference in known.references:
            target = values[reference.column]
            if target is not None:
                values[reference.column] = self._ask(reference.table, target, where)
        try:
            self._incoming.db.put(queries(known.name).insert, values | {"id": number})
        except (sqlite3.IntegrityError, OverflowError) as error:
            self._problem(where, _named(error), _("nilainya bertentangan dengan yang lain"))
            return
        self._there[known.name].add(number)
        if wish is not None and 0 < wish <= MOST_NUMBER:
            self._incoming.wishes[known.name][uid] = wish

    def finish(self) -> None:
        """Note what was named and never came, and what only leads back to itself."""
        for (table, uid), where in self._asked.items():
            if self._number(table, uid) not in self._there[table]:
                text = _("merujuk ke {table} yang tidak ada dalam berkas").format(table=table)
                self._problem(where, None, text)
        if not self._incoming.problems:
            for table, number in _circles(self._incoming.db):
                self._problem(_Where(table, number), None, _("merujuk ke dirinya sendiri"))
            for number in _without_series(self._incoming.db):
                self._problem(_Where("blocks", number), "series_id", _("bukan blok berulang"))
        if self._incoming.problems:
            raise TooManyProblems

    def _number(self, table: str, uid: str) -> int:
        numbers = self._numbers[table]
        return numbers.setdefault(uid, len(numbers) + 1)

    def _ask(self, table: str, uid: str, where: _Where) -> int:
        number = self._number(table, uid)
        if number not in self._there[table]:
            self._asked.setdefault((table, uid), where)
        return number

    def _problem(self, where: _Where, field: str | None, text: str) -> None:
        self._incoming.problems.append(RowProblem(where.table, where.position, field, text))
        if len(self._incoming.problems) >= MOST_PROBLEMS:
            raise TooManyProblems


def _fault_text(fault: str) -> str:
    return {
        "missing": _("tidak ada"),
        "unknown": _("tidak dikenal"),
        "length": _("terlalu panjang"),
        "value": _("nilainya tidak berlaku"),
    }[fault]


def _named(error: Exception) -> str | None:
    """The constraint or column that refused a row, from SQLite's words for it."""
    return str(error).rpartition(": ")[2].partition(".")[2] or str(error).rpartition(": ")[2]


def _without_series(db: Database) -> Iterator[int]:
    """Occurrences of what is no series."""
    rules = {row["id"]: row["rule"] for row in db.each(queries("blocks").all)}
    for row in db.each(queries("blocks").all):
        if row["series_id"] is not None and rules.get(row["series_id"]) is None:
            yield row["id"]


def _circles(db: Database) -> Iterator[tuple[str, int]]:
    """Rows that come back to themselves by the references within their table."""
    for each in shapes():
        for column in (r.column for r in each.references if r.table == each.name):
            above = {row["id"]: row[column] for row in db.each(queries(each.name).all)}
            yield from ((each.name, number) for number in _on_circles(above))


def _on_circles(above: dict[int, int | None]) -> Iterator[int]:
    settled: set[int] = set()
    for start in above:
        path: dict[int, None] = {}
        at: int | None = start
        while at is not None and at not in settled and at not in path:
            path[at] = None
            at = above.get(at)
        if at is not None and at in path:
            yield at
        settled.update(path)
