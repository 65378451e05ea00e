"""Locked files for the harness: passphrases by descriptor, and stores read whatever locks them.

Reading goes by a copy: to look must change nothing, and a store that was killed in the middle is
put in order by whoever opens it.
"""

import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple, cast

from keseimbangan.store import keys
from keseimbangan.store.keys import Key
from tests.faults.calls import NEW_PASSPHRASE
from tests.faults.operations import unwatched

# The real one, whatever a test puts in its place.
connect = sqlite3.connect
FIRST, SECOND, WRONG = "kuda baterai staples", "lampu jembatan kopi", "kuda baterai stapler"
OURS = {"first": FIRST, "second": SECOND}
VARIABLE = "KESEIMBANGAN_SANDI_FD"
PLAIN, NEITHER, ABSENT = "plain", "neither", "absent"


@cache
def available() -> bool:
    """Whether SQLCipher is there, and descriptors can be handed on."""
    return os.name == "posix" and find_spec("sqlcipher3") is not None


class Opening(NamedTuple):
    """By which passphrase a file opens, and the key."""

    name: str
    key: Key | None


def opening(path: Path) -> Opening:
    """What opens a file: nothing is needed, one of our passphrases, or neither fits."""
    if not path.is_file():
        return Opening(ABSENT, None)
    if not keys.is_locked(path):
        return Opening(PLAIN, None)
    with tempfile.TemporaryDirectory(dir=_memory()) as folder:
        copy = Path(folder) / path.name
        for ending in ("", "-wal"):
            with suppress(FileNotFoundError):
                shutil.copyfile(f"{path}{ending}", f"{copy}{ending}")
        return _fitting(copy)


def _fitting(copy: Path) -> Opening:
    from keseimbangan.store.encrypted import fits

    salt = keys.salt_of(copy)
    assert salt is not None
    for name, passphrase in OURS.items():
        if fits(copy, key := keys.derived(passphrase, salt)):
            return Opening(name, key)
    return Opening(NEITHER, None)


@cache
def _memory() -> str | None:
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def opened(path: Path) -> sqlite3.Connection:
    """A connection to a file, with plain tuples; raises where neither passphrase opens it."""
    found = opening(path)
    if found.key is None:
        # Where neither opens it, SQLite says that it is no database.
        return connect(path)
    from keseimbangan.store.encrypted import connect as connect_locked

    connection = connect_locked(str(path), found.key, timeout=5)
    connection.row_factory = None
    return connection


class Handed(NamedTuple):
    """A call with its passphrases at hand: words, environment, descriptors."""

    words: tuple[str, ...]
    environment: dict[str, str]
    descriptors: tuple[int, ...]


@contextmanager
def handed(store: Path, words: Sequence[str], passphrase: str | None = None) -> Iterator[Handed]:
    """The passphrase that opens the store, or another, and a new one where the words ask for it."""
    with _pipes() as piped:
        with unwatched():
            found = opening(store).name
            given = passphrase or OURS.get(found)
            environment = {} if given is None else {VARIABLE: str(piped(given))}
            new = SECOND if found == "first" else FIRST
            said = tuple(str(piped(new)) if word == NEW_PASSPHRASE else word for word in words)
        yield Handed(said, environment, tuple(piped.handles))


class _Pipes:
    def __init__(self) -> None:
        self.handles: list[int] = []

    def __call__(self, text: str) -> int:
        reading, writing = os.pipe()
        self.handles.append(reading)
        os.write(writing, f"{text}\n".encode())
        os.close(writing)
        return reading


@contextmanager
def _pipes() -> Iterator[_Pipes]:
    pipes = _Pipes()
    try:
        yield pipes
    finally:
        for handle in pipes.handles:
            with suppress(OSError):
                os.close(handle)


@contextmanager
def keys_once(rounds: int | None = None) -> Iterator[None]:
    """Derive each key once in this process; with so many rounds, where no other must open it."""
    real = hashlib.pbkdf2_hmac

    @cache
    def derive(name: str, words: bytes, salt: bytes, given: int, length: int) -> bytes:
        return real(name, words, salt, rounds or given, length)

    hashlib.pbkdf2_hmac = cast(Any, derive)
    try:
        yield
    finally:
        hashlib.pbkdf2_hmac = real
