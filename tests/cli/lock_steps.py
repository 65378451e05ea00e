"""What the tests of locking share: passphrases through a file descriptor, keys, and readers."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from keseimbangan.store.keys import Key
from tests.harness import Result
from tests.in_process import Imbang

PASSPHRASE = "kuda baterai staples"
OTHER = "lampu jembatan kopi"
MARKER = "RAHASIAQZX"
VARIABLE = "KESEIMBANGAN_SANDI_FD"
KEY = Key(b"k" * 32, b"KSMB1" + b"s" * 11)
OTHER_KEY = Key(b"o" * 32, b"KSMB1" + b"t" * 11)


@contextmanager
def pipe(text: str) -> Iterator[int]:
    """A descriptor from which a text can be read."""
    reading, writing = os.pipe()
    os.write(writing, text.encode())
    os.close(writing)
    try:
        yield reading
    finally:
        os.close(reading)


class Opened:
    """The program with a passphrase at hand: `Opened(imbang)("tugas", "daftar")`."""

    def __init__(self, imbang: Imbang, passphrase: str = PASSPHRASE) -> None:
        self.imbang, self.passphrase = imbang, passphrase

    def __call__(self, *arguments: Any, **options: Any) -> Result:
        with pipe(f"{self.passphrase}\n") as handle:
            return self.imbang(*arguments, env={VARIABLE: str(handle)}, **options)


def lock(imbang: Imbang, passphrase: str = PASSPHRASE, *options: str) -> Result:
    """Lock the store, with its backups unless said otherwise."""
    given = options or ("--cadangan",)
    with pipe(f"{passphrase}\n") as handle:
        return imbang("data", "kunci", "--sandi-fd", handle, *given).ok()


_READER = (
    "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
    "c.execute('BEGIN'); c.execute('SELECT count(*) FROM tasks').fetchone();"
    "print('ready', flush=True); sys.stdin.read()"
)


@contextmanager
def read_elsewhere(store: Path) -> Iterator[None]:
    """Meanwhile another process reads a store that is not locked."""
    command = [sys.executable, "-c", _READER, str(store)]
    reader = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        assert reader.stdout
        assert reader.stdout.readline()
        yield
    finally:
        reader.communicate()


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
