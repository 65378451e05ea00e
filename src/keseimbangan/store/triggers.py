"""The change log, rendered from the tables: triggers that keep it, statements that play it back.

A step is what one command wrote. For every row a step touched the log keeps one image: the row as
it was before the step, or nothing where it was not there. Only the first change of a row in a step
is kept; later ones change nothing about where the step began. `docs/adr/0006` has the reasons.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import Column, Integer, Table, Text
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.types import REAL

# What is not logged, each with the reason; everything else is, also tables yet to come.
NOT_LOGGED = {
    "steps": "the log itself",
    "changes": "the log itself",
    "exported_events": "what a calendar was given stays given: a UID or SEQUENCE taken back would "
    "be given twice, and Google would ignore or refuse the file",
}
# A running session's row is counted on every 15 seconds. An update of nothing else is no step:
# it would stand between a person and the step they mean to undo.
HEARTBEATS = {"focus_sessions": ("seen_at", "focused_seconds")}

# Rows go into the view, so that how a step begins stands once and not in every trigger.
# `OR IGNORE` would not do: inside a trigger the outer statement's conflict clause counts instead.
_VIEW = "CREATE VIEW log AS SELECT table_name, row_id, image FROM changes"
_KEEP = """\
CREATE TRIGGER log_keep INSTEAD OF INSERT ON log BEGIN
    INSERT INTO steps (created_at, changed_at, command, state)
    SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), '', 'open'
    WHERE NOT EXISTS (
        SELECT 1 FROM steps WHERE id = (SELECT max(id) FROM steps) AND state = 'open'
    );
    INSERT INTO changes (step_id, table_name, row_id, image)
    SELECT (SELECT max(id) FROM steps), NEW.table_name, NEW.row_id, NEW.image
    WHERE NOT EXISTS (
        SELECT 1 FROM changes
        WHERE step_id = (SELECT max(id) FROM steps)
            AND table_name = NEW.table_name AND row_id = NEW.row_id
    );
END"""


def logged(tables: Iterable[Table]) -> list[Table]:
    """The tables whose changes are logged."""
    return [table for table in tables if table.name not in NOT_LOGGED]


def render_triggers(tables: Iterable[Table]) -> list[str]:
    """The view and the triggers that keep the log, for a store that has the tables."""
    own = [trigger for table in logged(tables) for trigger in _triggers(table)]
    return [_VIEW, _KEEP, *own]


def render_playback(tables: Iterable[Table]) -> str:
    """A dict literal: by table its columns, and how rows are read, removed and put back."""
    return "{\n" + "".join(_playback(table) for table in logged(tables)) + "}"


def _triggers(table: Table) -> list[str]:
    name, image = table.name, f"json_array({', '.join(_image(column) for column in table.columns)})"
    return [
        f"""\
CREATE TRIGGER log_{name}_insert AFTER INSERT ON {name} BEGIN
    INSERT INTO log VALUES ('{name}', NEW.id, NULL);
END""",
        f"""\
CREATE TRIGGER log_{name}_update AFTER UPDATE ON {name}{_when(table)} BEGIN
    SELECT RAISE(ABORT, 'a number never changes') WHERE NEW.id <> OLD.id;
    INSERT INTO log VALUES ('{name}', OLD.id, {image});
END""",
        f"""\
CREATE TRIGGER log_{name}_delete AFTER DELETE ON {name} BEGIN
    INSERT INTO log VALUES ('{name}', OLD.id, {image});
END""",
    ]


def _when(table: Table) -> str:
    """Nothing, or the condition that more than a heartbeat has changed."""
    beats = HEARTBEATS.get(table.name)
    if not beats:
        return ""
    steady = [name for name in _names(table) if name not in (*beats, "changed_at")]
    return f"\nWHEN ({_listed(steady, 'OLD.')}) IS NOT ({_listed(steady, 'NEW.')})"


def _playback(table: Table) -> str:
    names = _names(table)
    marks = ", ".join("?" for _name in names)
    columns = _listed(names)
    return (
        f'    "{table.name}": (\n'
        + f"        ({', '.join(repr(name) for name in names)}),\n".replace("'", '"')
        + f"        '''SELECT {columns} FROM {table.name}\n"
        + "        WHERE id IN (SELECT value FROM json_each(:rows))''',\n"
        + f"        '''DELETE FROM {table.name} WHERE id = ?''',\n"
        + f"        '''INSERT INTO {table.name} ({columns}) VALUES ({marks})''',\n"
        + "    ),\n"
    ).replace("'''", '"""')


def _names(table: Table) -> list[str]:
    return [column.name for column in table.columns]


def _image(column: Column[object]) -> str:
    """The column's old value in a form that comes back from JSON as it was."""
    stored = getattr(column.type, "impl", column.type)
    value = _listed([column.name], "OLD.")
    if isinstance(stored, REAL):
        # JSON alone would round to 15 digits.
        return f"json(iif({value} IS NULL, 'null', printf('%!.17g', {value})))"
    if not isinstance(stored, (Integer, Text)):
        raise TypeError(f"the change log cannot keep {column}: {column.type!r}")
    return value


def _listed(names: Sequence[str], prefix: str = "") -> str:
    quote = dialect().identifier_preparer.quote
    return ", ".join(prefix + quote(name) for name in names)
