"""The keys of locked files: how such a file is told, and what key this process holds for it.

A locked file is an ordinary SQLCipher 4 database whose salt, its first 16 bytes, begins with a mark
of ours. So a file says by itself that it is locked, wherever it was copied to; one that is merely
damaged does not.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from keseimbangan.errors.locking import LockedByNewer, PassphraseNeeded, PassphraseWrong

MARK = b"KSMB"
# The way the rest of the file is encrypted and the key is made: docs/adr/0008-encryption.md.
FORMAT = b"1"
SALT_BYTES = 16
# As SQLCipher 4 itself: any SQLCipher opens the file with the passphrase alone.
_ROUNDS, _KEY_BYTES = 256_000, 32


class Key(NamedTuple):
    """What opens the files of one salt."""

    secret: bytes
    salt: bytes

    @property
    def text(self) -> str:
        """As SQLCipher takes a key that needs no derivation."""
        return f"x'{self.secret.hex()}{self.salt.hex()}'"


# Finds the key of a file: from a keyring, a descriptor, a question. It has opened the file with it.
Finder = Callable[[Path, bytes], Key]


def _none(path: Path, salt: bytes) -> Key:
    raise PassphraseNeeded(path)


_finder: Finder = _none
_held: dict[bytes, Key] = {}
# A file is looked at before it is first opened and not again: to close any descriptor of a file
# gives up the locks by which SQLite holds it in this process.
_paths: dict[Path, Key | None] = {}


def use(finder: Finder) -> None:
    """From now on keys are found so; what was held before is forgotten."""
    global _finder
    _finder = finder
    _held.clear()
    _paths.clear()


@contextmanager
def without_asking() -> Iterator[None]:
    """What is not held is not looked for: PassphraseNeeded is raised instead."""
    global _finder
    before, _finder = _finder, _none
    try:
        yield
    finally:
        _finder = before


def key_of(path: Path) -> Key | None:
    """The key that opens a file; None for one that is not locked.

    Raises PassphraseNeeded, PassphraseWrong, or LockedByNewer.
    """
    if path not in _paths:
        salt = salt_of(path)
        if salt is not None and salt not in _held:
            try:
                _held[salt] = _finder(path, salt)
            except PassphraseWrong:
                if salt_of(path) == salt:
                    raise
                # It is another file by now: what was given may well open that one.
                return key_of(path)
        if not path.exists():
            return None
        _paths[path] = None if salt is None else _held[salt]
    return _paths[path]


def has_changed(path: Path) -> bool:
    """Whether a file was locked, unlocked or locked anew since its key was found.

    Only for a file that this process has not open, or that cannot be the one it has open.
    """
    before = _paths.pop(path, None)
    return salt_of(path) != (before and before.salt)


def forget(path: Path) -> None:
    """Look at a file again: this process has put another in its place."""
    _paths.pop(path, None)


def hold(key: Key) -> None:
    """Keep a key for this process."""
    _held[key.salt] = key


def is_locked(path: Path) -> bool:
    """Whether the file says that it is locked."""
    return _head(path).startswith(MARK)


def salt_of(path: Path) -> bytes | None:
    """The salt of a locked file; None for any other. Raises LockedByNewer."""
    head = _head(path)
    if not head.startswith(MARK):
        return None
    if head[len(MARK) : len(MARK) + 1] != FORMAT:
        raise LockedByNewer(path)
    return head


def new_salt() -> bytes:
    """A salt that nobody else has: the mark, then 88 random bits."""
    import os

    start = MARK + FORMAT
    return start + os.urandom(SALT_BYTES - len(start))


def derived(passphrase: str, salt: bytes) -> Key:
    """The key of a passphrase: PBKDF2-HMAC-SHA512 with 256,000 rounds, a tenth of a second."""
    import hashlib
    import unicodedata

    # A Mac may hand over the same letters in another form.
    words = unicodedata.normalize("NFC", passphrase).encode()
    return Key(hashlib.pbkdf2_hmac("sha512", words, salt, _ROUNDS, _KEY_BYTES), salt)


def _head(path: Path) -> bytes:
    # What is read from a pipe is gone from it, and one that nobody fills is waited for.
    if not path.is_file():
        return b""
    try:
        with path.open("rb", buffering=0) as file:
            return file.read(SALT_BYTES)
    except OSError:
        return b""
