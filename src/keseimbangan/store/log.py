"""Where a step of the change log ends: one for each command, however many transactions it takes.

The triggers open a step at the first row that is written. Here it gets its command, joins what the
same command wrote before, takes the place of what was undone, and the oldest steps are forgotten.
"""

import sqlite3
from datetime import datetime

from keseimbangan.store import compiled
from keseimbangan.store.values import from_instant


def set_apart(connection: sqlite3.Connection) -> None:
    """End the step another program may have left open, so that it is not taken for ours."""
    if connection.execute(compiled.CLOSE_STRANGE_STEP).rowcount:
        connection.execute(compiled.FORGET_UNDONE_STEPS)


def close(
    connection: sqlite3.Connection,
    command: str,
    earlier: int | None,
    now: datetime,
    *,
    deletes: bool = True,
    brings_stamps: bool = False,
) -> int | None:
    """End the step of this transaction; its number, or `earlier` where nothing was changed.

    `earlier` is the step that the same call has written before. Unless it `deletes`, what is gone
    need not be looked for. If it `brings_stamps`, a row that came with another one is a change.
    """
    newest = connection.execute(compiled.TWO_NEWEST_STEPS).fetchall()
    if not newest or not newest[0]["open"]:
        return earlier
    number, before = newest[0]["id"], newest[1] if newest[1:] else None
    at = from_instant(now)
    if deletes:
        # Hardly any command does.
        from keseimbangan.store import deletions

        deletions.note(connection, number, at)
    # Only side by side: what another terminal wrote in between must be undone in between.
    if before and before["id"] == earlier and not before["undone"]:
        return _join(connection, number, before["id"], at)
    undone = before is not None and before["undone"]
    # Only where something would be lost by it: looking at the rows again costs time.
    if undone and not brings_stamps and _is_nothing(connection, number):
        return earlier
    connection.execute(compiled.CLOSE_STEP, {"id": number, "command": command, "at": at})
    if undone:
        connection.execute(compiled.FORGET_UNDONE_STEPS)
    connection.execute(compiled.FORGET_STEPS_BEYOND)
    connection.execute(compiled.FORGET_STEPS_BEFORE, {"at": at})
    return int(number)


def _is_nothing(connection: sqlite3.Connection, number: int) -> bool:
    from keseimbangan.store.unchanged import take_back

    return take_back(connection, number)


def _join(connection: sqlite3.Connection, number: int, earlier: int, at: str) -> int:
    connection.execute(compiled.JOIN_CHANGES, {"id": number, "joined": earlier})
    # With it go the images of rows that the earlier part had touched already.
    connection.execute(compiled.DELETE_STEP, {"id": number})
    connection.execute(compiled.TOUCH_STEP, {"id": earlier, "at": at})
    return earlier
