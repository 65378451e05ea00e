"""What of the store can leave it and come back: every table as the metadata declares it.

Nothing here names a column: a table or column that is added to `tables` is exported, validated
and merged without another word. What is special is listed below, each with its reason.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Executable, Table, bindparam, delete, insert, select, update
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect
from sqlalchemy.schema import UniqueConstraint

from keseimbangan.store import tables
from keseimbangan.store.columns import Flag
from keseimbangan.store.log_tables import LOG_TABLES

# With the journal goes whatever refers to it.
JOURNAL = "stress_entries"

# Rows that are written anew whenever their owner is: they belong to that version of it, so the
# newer owner brings all of its own and takes the others' away.
PARTS = {
    "stress_triggers": "entry_id",
    "review_items": "review_id",
    "review_decisions": "review_id",
}

# What outranks the time of the change. A calendar takes no lower SEQUENCE and forgets no removal.
RANKS = {"exported_events": ("removed_at", "sequence")}

# What is not there any more, by UUID.
DELETIONS = "deletions"

# The occurrences that a series does not have.
EXCLUSIONS = "exclusions"

# By one of these a person knows a row again; nothing of the journal is among them.
_LABELS = ("title", "week", "month", "day", "first")


class Reference(NamedTuple):
    """A column that points to a row of a table."""

    column: str
    table: str


class Shape(NamedTuple):
    """One table: what it has, what it points to, and what may stand in it only once."""

    name: str
    columns: tuple[str, ...]
    flags: frozenset[str]
    references: tuple[Reference, ...]
    keys: tuple[tuple[str, ...], ...]
    owner: Reference | None

    def parts(self) -> "list[Shape]":
        """The tables whose rows belong to a row of this one."""
        return [part for part in shapes() if part.owner and part.owner.table == self.name]

    def target(self, column: str) -> str | None:
        """The table to which a column points, if it does."""
        return next((each.table for each in self.references if each.column == column), None)


class Belonging(NamedTuple):
    """A column by which rows of another table belong to a row, and go when it goes."""

    table: str
    column: str
    rows: str


class Queries(NamedTuple):
    """The statements for one table, with named parameters."""

    all: str
    of_id: str
    of_uid: str
    of_keys: tuple[str, ...]
    of_owner: str
    uid_of: str
    insert: str
    update: str
    delete: str
    delete_of_owner: str


@cache
def shapes() -> tuple[Shape, ...]:
    """Every table that travels; what is referred to comes before what refers to it."""
    found = tables.Row.metadata.sorted_tables
    # The log of changes tells of this file's own past: in another one it would undo what never was.
    return tuple(_shape(table) for table in found if table.name not in LOG_TABLES)


def shape(name: str) -> Shape | None:
    """The table of that name, if it travels."""
    return next((each for each in shapes() if each.name == name), None)


@cache
def told_deletions() -> frozenset[str]:
    """The tables of which another computer is told that a row was deleted.

    Not parts, which go with their owner; not the ledger, in which nothing is ever deleted.
    """
    whole = (each.name for each in shapes() if each.owner is None)
    return frozenset(whole) - {DELETIONS, *RANKS}


@cache
def belongings(name: str) -> tuple[Belonging, ...]:
    """By what rows of other tables go with a row of this one, parts left out: they are of it."""
    found = []
    for each in shapes():
        for column, target in each.references:
            if target == name and column != PARTS.get(each.name) and _cascades(each.name, column):
                rows = f"SELECT * FROM {each.name} WHERE {column} = :owner ORDER BY id"
                found.append(Belonging(each.name, column, rows))
    return tuple(found)


@cache
def owned_by(name: str) -> Reference | None:
    """To what a row of a table belongs, where it is told of by itself and goes with another."""
    if name in PARTS:
        return None
    this = shape(name)
    found = this.references if this else ()
    return next((each for each in found if _cascades(name, each.column)), None)


def label_of(values: Mapping[str, Any]) -> str | None:
    """What a person knows a row by, where it has such a thing."""
    found = next((values[name] for name in _LABELS if values.get(name)), None)
    return None if found is None else str(found)


def journal() -> frozenset[str]:
    """The tables that hold what was written about stress."""
    found = {JOURNAL}
    for each in shapes():
        if any(reference.table in found for reference in each.references):
            found.add(each.name)
    return frozenset(found)


@cache
def queries(name: str) -> Queries:
    """The statements for a table, rendered from its declaration."""
    table, this = _table(name), shape(name)
    assert this is not None
    names = [column.name for column in table.columns]
    own = table.c[this.owner.column] if this.owner else table.c.id
    # First what points to nothing in its own table: a series before its occurrences.
    itself = [table.c[r.column].isnot(None) for r in this.references if r.table == name]
    of_keys = tuple(
        _sql(select(table).where(*(table.c[column] == bindparam(column) for column in key)))
        for key in this.keys
    )
    return Queries(
        all=_sql(select(table).order_by(*itself, table.c.id)),
        of_id=_sql(select(table).where(table.c.id == bindparam("id"))),
        of_uid=_sql(select(table).where(table.c.uid == bindparam("uid"))),
        of_keys=of_keys,
        of_owner=_sql(select(table).where(own == bindparam("owner")).order_by(table.c.id)),
        uid_of=_sql(select(table.c.uid).where(table.c.id == bindparam("id"))),
        insert=_sql(insert(table).values({each: bindparam(each) for each in names})),
        update=_sql(
            update(table)
            .where(table.c.id == bindparam("id"))
            .values({each: bindparam(each) for each in names if each != "id"})
        ),
        delete=_sql(delete(table).where(table.c.uid == bindparam("uid"))),
        delete_of_owner=_sql(delete(table).where(own == bindparam("owner"))),
    )


def processors(name: str) -> dict[str, Any]:
    """How the values of each column are written into it, where not as they are."""
    dialect = sqlite_dialect()
    found = {c.name: c.type.bind_processor(dialect) for c in _table(name).columns}
    return {column: processor for column, processor in found.items() if processor}


def _shape(table: Table) -> Shape:
    owner = PARTS.get(table.name)
    references = tuple(_references(table))
    return Shape(
        name=table.name,
        columns=tuple(column.name for column in table.columns),
        flags=frozenset(c.name for c in table.columns if isinstance(c.type, Flag)),
        references=references,
        keys=tuple(_keys(table)),
        owner=next((each for each in references if each.column == owner), None),
    )


def _references(table: Table) -> Iterator[Reference]:
    for column in table.columns:
        for key in column.foreign_keys:
            yield Reference(column.name, key.column.table.name)


def _cascades(name: str, column: str) -> bool:
    keys = _table(name).columns[column].foreign_keys
    return any(key.ondelete == "CASCADE" for key in keys)


def _keys(table: Table) -> Iterator[tuple[str, ...]]:
    """What is unique besides number and UUID."""
    for constraint in sorted(table.constraints, key=lambda each: str(each.name)):
        if isinstance(constraint, UniqueConstraint):
            names = tuple(column.name for column in constraint.columns)
            if names != ("uid",):
                yield names
    for index in sorted(table.indexes, key=lambda each: str(each.name)):
        if index.unique and index.dialect_options["sqlite"]["where"] is None:
            yield tuple(column.name for column in index.columns)


def _table(name: str) -> Table:
    return tables.Row.metadata.tables[name]


def _sql(statement: Executable) -> str:
    # The parameters are named as the columns are, so that a row serves as their values.
    return str(statement.compile(dialect=sqlite_dialect(paramstyle="named")))  # type: ignore[attr-defined]
