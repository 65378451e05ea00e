"""The rows of the store as they leave it, one at a time, in the order in which they can come in."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from keseimbangan.store.database import Database
from keseimbangan.store.portable import Shape, journal, queries, shapes


class Leaving(NamedTuple):
    """A table with its rows, which are read as they are taken."""

    name: str
    columns: tuple[str, ...]
    rows: Iterator[dict[str, Any]]


def leaving(db: Database, *, with_journal: bool) -> Iterator[Leaving]:
    """Every table that travels, empty ones included."""
    kept = frozenset() if with_journal else journal()
    for shape in shapes():
        if shape.name not in kept:
            yield Leaving(shape.name, shape.columns, _without(kept, _rows(db, shape)))


def _without(tables: frozenset[str], rows: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Not even that something was deleted from one of these."""
    return (row for row in rows if row.get("table_name") not in tables)


def _rows(db: Database, shape: Shape) -> Iterator[dict[str, Any]]:
    """Plain values; a reference is `{"number", "uid"}`, for numbers mean nothing elsewhere."""
    for row in db.each(queries(shape.name).all):
        values = dict(row)
        for flag in shape.flags:
            values[flag] = None if values[flag] is None else bool(values[flag])
        for column, table in shape.references:
            if values[column] is not None:
                values[column] = _reference(db, table, values[column])
        yield values


def _reference(db: Database, table: str, number: int) -> dict[str, Any]:
    row = db.one(queries(table).uid_of, id=number)
    return {"number": number, "uid": row["uid"] if row else None}
