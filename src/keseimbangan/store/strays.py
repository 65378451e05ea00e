"""Rows that point nowhere, looked for around the rows that undo has put in place.

`PRAGMA foreign_key_check` reads every row of the store, a quarter of all that undo does in one of
ten years. What a step has not touched points where it pointed before.
"""

from collections.abc import Iterable, Iterator

from sqlalchemy import Column, Table
from sqlalchemy.dialects.sqlite import dialect

from keseimbangan.store.triggers import logged

_ROWS = "(SELECT value FROM json_each(:rows))"


def render_strays(tables: Iterable[Table]) -> str:
    """A dict literal: by table, what finds a row that points nowhere since `:rows` were changed."""
    known = logged(tables)
    found = {table.name: "\nUNION ALL ".join(_queries(table, known)) for table in known}
    entries = (f'    "{name}": """{sql}""",\n' for name, sql in found.items() if sql)
    return "{\n" + "".join(entries) + "}"


def _queries(table: Table, tables: Iterable[Table]) -> Iterator[str]:
    """First for what the rows point at, then for what points at them."""
    for column, target in _references(table):
        yield _query(column, "id", target)
    for other in tables:
        for column, target in _references(other):
            if target is table:
                yield _query(column, column.name, table)


def _references(table: Table) -> list[tuple[Column[object], Table]]:
    found = [(key.parent, key.column.table) for key in table.foreign_keys]
    return sorted(found, key=lambda reference: reference[0].name)


def _query(column: Column[object], touched: str, target: Table) -> str:
    quote = dialect().identifier_preparer.quote
    name = quote(column.name)
    # Of NULL it is known that it is not among no rows at all.
    return (
        f"SELECT 1 FROM {column.table.name}\n    WHERE {quote(touched)} IN {_ROWS}\n"
        f"    AND {name} NOT NULL AND {name} NOT IN (SELECT id FROM {target.name})"
    )
