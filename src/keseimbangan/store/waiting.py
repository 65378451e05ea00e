"""Waiting for another terminal: work that lasts says so in a note beside the store.

SQLite tells that the store is held, but not by whom or for how long. The note is written for what
may take longer than a command waits (an import, a restore, a conversion), and read only by those
who have waited: the everyday path knows nothing of it.
"""

import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from keseimbangan.store.complaints import code_of
from keseimbangan.store.files import UNFINISHED, UNFINISHED_ENDING

# For work that has said that it lasts. It ends by itself, and a person can end the waiting.
LASTING_SECONDS = 120.0


class Holder(NamedTuple):
    """What holds the store: the words of a command, and its process."""

    command: str
    process: int


Tell = Callable[[Holder | None], None]


@contextmanager
def lasting(store: Path, command: str) -> Iterator[None]:
    """Leave a note that this command may hold the store for longer than others would wait."""
    note = note_of(store)
    ours = holder(store) is None and _write(note, command)
    try:
        yield
    finally:
        if ours:
            with suppress(OSError):
                note.unlink()


def holder(store: Path) -> Holder | None:
    """Whose work lasts, if it is another process and still there."""
    note = note_of(store)
    try:
        process, command = note.read_text(encoding="utf-8").split("\n", 1)
        found = Holder(command, int(process))
    except (OSError, ValueError):
        return None
    return found if found.process != os.getpid() and lives(found.process) else None


def begin(
    connection: sqlite3.Connection, store: Path, tell: Tell | None, patience: float, silent: float
) -> None:
    """BEGIN IMMEDIATE once more, after `silent` seconds in vain; `patience` seconds in all.

    Work that lasts is waited for longer. Raises SQLite's own error in the end.
    """
    waited = silent
    if tell is not None:
        tell(holder(store))
    while True:
        try:
            connection.execute("BEGIN IMMEDIATE")
            return
        except sqlite3.OperationalError as error:
            waited += silent
            lasts = holder(store) is not None
            if not is_busy(error) or waited >= (LASTING_SECONDS if lasts else patience):
                raise


def is_busy(error: sqlite3.OperationalError) -> bool:
    """Whether another holds the file."""
    return code_of(error) == sqlite3.SQLITE_BUSY


def note_of(store: Path) -> Path:
    """Where the note lies; `creation.py` removes one that was left under such a name."""
    return store.with_name(f"{UNFINISHED}sibuk{UNFINISHED_ENDING}")


def _write(note: Path, command: str) -> bool:
    # Its absence costs no more than a shorter wait.
    try:
        note.unlink(missing_ok=True)
        handle = os.open(note, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(f"{os.getpid()}\n{command}")
    except OSError:
        with suppress(OSError):
            note.unlink(missing_ok=True)
        return False
    return True


def lives(process: int) -> bool:
    """Whether a process of this number is there; on Windows always."""
    if sys.platform == "win32":
        # There a signal, even none, ends a process. A note is gone with the work, or after a crash
        # stays until the next such work: then one waits longer than one needs to.
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
