"""Render the tables and statements to `compiled.py`: `python -m keseimbangan.store.compile`.

The rendered module is committed and a test renders it again, so what runs is what is declared.
"""

import re
from pathlib import Path

from sqlalchemy import Executable
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlmodel import SQLModel

from keseimbangan.store.log_tables import LOG_TABLES
from keseimbangan.store.portable import told_deletions
from keseimbangan.store.statements import STATEMENTS
from keseimbangan.store.statements.deletions import noting
from keseimbangan.store.strays import render_strays
from keseimbangan.store.triggers import render_playback, render_triggers

TARGET = Path(__file__).with_name("compiled.py")

# Raised by one with each migration; `migrations/versions/` has the step that leads there.
SCHEMA_VERSION = 7

_TABLES = SQLModel.metadata.sorted_tables
_PLAYBACK = "dict[str, tuple[tuple[str, ...], str, str, str]]"

_HEADER = '''"""Rendered by `python -m keseimbangan.store.compile`. Never edited by hand."""

'''


def render() -> str:
    """The text of `compiled.py`."""
    parts = [
        _HEADER,
        f"SCHEMA_VERSION = {SCHEMA_VERSION}\n\n",
        f"TABLES = {_tuple(_table_names())}\n\n",
        f"SCHEMA = {_quoted(_schema())}\n\n",
        f"TRIGGERS = ({''.join(f'{_quoted(sql)},' for sql in render_triggers(_TABLES))})\n\n",
        f"PLAYBACK: {_PLAYBACK} = {render_playback(_TABLES)}\n\n",
        f"NOTE_DELETIONS = {_note_deletions()}\n\n",
        f"STRAYS: dict[str, str] = {render_strays(_TABLES)}\n",
    ]
    parts += [f"\n{name} = {_quoted(_sql(statement))}\n" for name, statement in STATEMENTS.items()]
    return "".join(parts)


def _table_names() -> list[str]:
    return [table.name for table in _TABLES if table.name not in LOG_TABLES]


def _schema() -> str:
    statements: list[str] = []
    for table in _TABLES:
        statements.append(_ddl(CreateTable(table)))
        ordered = sorted(table.indexes, key=lambda index: str(index.name))
        statements += [_ddl(CreateIndex(index)) for index in ordered]
    return "\n".join(statements)


def _note_deletions() -> str:
    told = [table for table in _TABLES if table.name in told_deletions()]
    return "{\n" + "".join(f'    "{each.name}": {_quoted(noting(each))},\n' for each in told) + "}"


def _ddl(element: CreateTable | CreateIndex) -> str:
    lines = str(element.compile(dialect=sqlite_dialect())).strip().splitlines()
    kept = [line.replace("\t", "    ").rstrip() for line in lines if line.strip()]
    return "\n".join(kept) + ";"


def _sql(statement: Executable) -> str:
    compiled = statement.compile(dialect=sqlite_dialect(paramstyle="named"))  # type: ignore[attr-defined]
    sql = "\n".join(line.strip() for line in str(compiled).splitlines())
    # A parameter that already has its value is a constant of the statement.
    for name, value in compiled.params.items():
        if value is not None:
            sql = re.sub(rf":{name}\b", str(int(value)), sql)
    return sql


def _quoted(sql: str) -> str:
    return f'"""\\\n{sql}\n"""'


def _tuple(names: list[str]) -> str:
    return "(\n" + "".join(f'    "{name}",\n' for name in names) + ")"


if __name__ == "__main__":
    TARGET.write_text(render(), encoding="utf-8", newline="\n")
