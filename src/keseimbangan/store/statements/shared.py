"""What statements of several nouns are made of."""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Executable,
    Table,
    bindparam,
    delete,
    func,
    insert,
    literal_column,
    or_,
    select,
    update,
)

from keseimbangan.store import log_tables, tables

# Imported for what they declare: the metadata is filled by them.
_DECLARED = (log_tables, tables)
METADATA = tables.Row.metadata

LIMIT: ColumnElement[int] = bindparam("limit")


def _columns(table: Table) -> list[str]:
    return [column.name for column in table.columns]


def insertion(table: Table) -> Executable:
    """A new row, all of it but its number."""
    return insert(table).values({n: bindparam(n) for n in _columns(table) if n != "id"})


def change(table: Table) -> Executable:
    """A row as it is to be from now on, found by its number."""
    # The birth of a row is not the update's to change.
    kept = ("id", "uid", "created_at")
    return (
        update(table)
        .where(table.c.id == bindparam("id"))
        .values({n: bindparam(n) for n in _columns(table) if n not in kept})
    )


def removal(table: Table) -> Executable:
    """A row that goes, found by its number."""
    return delete(table).where(table.c.id == bindparam("id"))


def by_number(table: Table) -> Executable:
    """A row, found by its number."""
    return select(table).where(table.c.id == bindparam("id"))


def one_word_of(column: Any, *words: str) -> ColumnElement[bool]:
    """Constants in the text of the statement: only so can SQLite use a partial index."""
    return or_(*(column == literal_column(f"'{word}'") for word in words))


def in_list(column: Any, parameter: str) -> ColumnElement[bool]:
    """Membership in a list that is passed as one JSON text."""
    listed = func.json_each(bindparam(parameter)).table_valued("value")
    found: ColumnElement[bool] = column.in_(select(listed.c.value))
    return found
