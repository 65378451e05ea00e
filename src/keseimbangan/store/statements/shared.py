"""What statements of several nouns are made of."""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Executable,
    Table,
    bindparam,
    case,
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
    kept = ("id", "uid", "created_at", "changed_at")
    values: dict[str, Any] = {n: bindparam(n) for n in _columns(table) if n not in kept}
    return (
        update(table)
        .where(table.c.id == bindparam("id"))
        .values({**values, "changed_at": later(table)})
    )


def later(table: Table) -> ColumnElement[str]:
    """Now, but a second after the change before where a clock ahead of this one stamped that.

    Of two versions that are merged the later one stays: it must be the one made from the other.
    """
    now: ColumnElement[str] = bindparam("changed_at")
    after: ColumnElement[str] = literal_column(
        "strftime('%Y-%m-%dT%H:%M:%SZ', changed_at, '+1 second')"
    )
    return case((table.c.changed_at > now, after), else_=now)


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
