"""A step that wrote and changed nothing: an edit to the same value, or what came and went."""

import json
import sqlite3
from collections.abc import Sequence
from typing import Any

from keseimbangan.store import compiled

Values = Sequence[Any]


def take_back(connection: sqlite3.Connection, step: int) -> bool:
    """Take the open step back if all its rows say what they said; whether it was such a one.

    Their stamps are as before then, too: a merge must not take the edit for a later change. So it
    is only for a step that stamped its rows itself, not for one that brought their stamps.
    """
    stamps = []
    for table, row, image in connection.execute(compiled.CHANGES_OF_STEP, {"id": step}).fetchall():
        # Settings are no table; what is written of them is a change.
        if table not in compiled.PLAYBACK:
            return False
        before, now = image and json.loads(image), _now(connection, table, row)
        if before is None and now is None:
            continue
        if before is None or now is None or _said(table, before) != _said(table, now):
            return False
        stamps.append((table, before[_stamp(table)], row))
    for table, changed_at, row in stamps:
        connection.execute(f"UPDATE {table} SET changed_at = ? WHERE id = ?", (changed_at, row))
    connection.execute(compiled.DELETE_STEP, {"id": step})
    return True


def _now(connection: sqlite3.Connection, table: str, row: int) -> Values | None:
    _columns, read, _remove, _put = compiled.PLAYBACK[table]
    found: Values | None = connection.execute(read, {"rows": json.dumps([row])}).fetchone()
    return found


def _said(table: str, row: Values) -> list[Any]:
    stamp = _stamp(table)
    return [*row[:stamp], *row[stamp + 1 :]]


def _stamp(table: str) -> int:
    return compiled.PLAYBACK[table][0].index("changed_at")
