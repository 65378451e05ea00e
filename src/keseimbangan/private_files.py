"""Folders that are their owner's alone, and files that come about whole or not at all."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

# Writing one takes a moment: what is older by this is nobody's any more.
FORGOTTEN_SECONDS = 60 * 60


def make_folder(folder: Path) -> None:
    """Make a folder and those above it that are missing, each closed to others."""
    # `parents=True` would leave those above to the umask.
    for each in reversed(folder.parents):
        if not each.exists():
            each.mkdir(mode=0o700, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)


@contextmanager
def private_folder() -> Iterator[str]:
    """A folder in the system's temporary one, gone afterwards; where it will not go, it stays."""
    import tempfile

    # What was done in it was done: a file that cannot be removed does not take it back.
    with tempfile.TemporaryDirectory(prefix="keseimbangan-", ignore_cleanup_errors=True) as name:
        yield name


def remove_forgotten(folder: Path, pattern: str, moment: float) -> None:
    """Remove files of this pattern, unfinished ones, an hour or more older than `moment`."""
    for path in _older(folder, pattern, moment - FORGOTTEN_SECONDS):
        with suppress(OSError):
            path.unlink()


def take_name(temporary: Path, path: Path) -> None:
    """Rename a file, raising FileExistsError where somebody has the name."""
    if sys.platform == "win32":
        os.rename(temporary, path)
        return
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links, as on a USB stick; the race is then as short as can be.
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        os.rename(temporary, path)


def sync(path: Path) -> None:
    """Wait until the contents of a file are on the disk."""
    # Windows syncs only what is open for writing.
    _sync(path, os.O_RDWR)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk."""
    if sys.platform != "win32":
        _sync(folder, os.O_RDONLY)


def _older(folder: Path, pattern: str, moment: float) -> Iterator[Path]:
    for path in folder.glob(pattern):
        with suppress(OSError):
            if path.is_file() and path.stat().st_mtime < moment:
                yield path


def _sync(path: Path, flags: int) -> None:
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
