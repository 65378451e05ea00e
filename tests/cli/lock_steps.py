"""What the tests of locking share: passphrases that come through a file descriptor."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.harness import Result
from tests.in_process import Imbang

PASSPHRASE = "kuda baterai staples"
OTHER = "lampu jembatan kopi"
MARKER = "RAHASIAQZX"
VARIABLE = "KESEIMBANGAN_SANDI_FD"


def pipe(text: str) -> int:
    """A descriptor from which a text can be read."""
    reading, writing = os.pipe()
    os.write(writing, text.encode())
    os.close(writing)
    return reading


class Opened:
    """The program with a passphrase at hand: `Opened(imbang)("tugas", "daftar")`."""

    def __init__(self, imbang: Imbang, passphrase: str = PASSPHRASE) -> None:
        self.imbang, self.passphrase = imbang, passphrase

    def __call__(self, *arguments: Any, **options: Any) -> Result:
        handle = pipe(f"{self.passphrase}\n")
        try:
            return self.imbang(*arguments, env={VARIABLE: str(handle)}, **options)
        finally:
            os.close(handle)


def lock(imbang: Imbang, passphrase: str = PASSPHRASE, *options: str) -> Result:
    """Lock the store, with its backups unless said otherwise."""
    handle = pipe(f"{passphrase}\n")
    try:
        given = options or ("--cadangan",)
        return imbang("data", "kunci", "--sandi-fd", handle, *given).ok()
    finally:
        os.close(handle)


def holding(home: Path, text: str) -> list[str]:
    """The files below a folder in whose bytes a text can be read."""
    found = (path for path in sorted(home.rglob("*")) if path.is_file())
    return [path.name for path in found if text.encode() in path.read_bytes()]


def is_plain(path: Path) -> bool:
    """Whether ordinary SQLite can read a file."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_schema")
    except sqlite3.DatabaseError:
        return False
    return True
