"""Folders that are their owner's alone, and files that come about whole or not at all."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

# Writing one takes a moment: what is older by this is nobody's any more.
FORGOTTEN_SECONDS = 60 * 60


def make_folder(folder: Path) -> None:
    """Make a folder and those above it that are missing, each closed to others."""
    # `parents=True` would leave those above to the umask.
    for each in reversed(folder.parents):
        if not each.exists():
            _make(each)
    _make(folder)


def remove_forgotten(folder: Path, pattern: str, moment: float) -> None:
    """Remove files of this pattern, unfinished ones, an hour or more older than `moment`."""
    for path in _older(folder, pattern, moment - FORGOTTEN_SECONDS):
        with suppress(OSError):
            path.unlink()


def put_in_place(whole: Path, path: Path, *, overwrite: bool) -> bool:
    """Give a finished file its name; whether the disk is known to have both.

    A power cut leaves what was there before or all of the new file. Without leave to overwrite
    raises FileExistsError where somebody has the name.
    """
    sync(whole)
    if overwrite:
        os.replace(whole, path)
    else:
        _take_name(whole, path)
    return settled(path.parent)


def rename_aside(path: Path, aside: Path) -> None:
    """Take a file's name from it, for good before anything else gets that name."""
    os.rename(path, aside)
    settled(path.parent)


def name_twice(path: Path, other: Path) -> None:
    """Give a file a second name, or a copy of it, that stays when the first one goes."""
    try:
        os.link(path, other)
    except OSError:
        # A file system without hard links.
        import shutil

        # Its owner's alone from the first byte on, whatever the umask.
        handle = os.open(other, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with path.open("rb") as source, os.fdopen(handle, "wb") as target:
            shutil.copyfileobj(source, target)
    other.chmod(0o600)
    sync(other)
    settled(other.parent)


def settled(folder: Path) -> bool:
    """Wait until the names in a folder are on the disk; False where the system cannot tell."""
    try:
        sync_folder(folder)
    except OSError:
        # Some file systems do not do this for a folder; what is in the files is safe.
        return False
    return True


def _take_name(temporary: Path, path: Path) -> None:
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


def _make(folder: Path) -> None:
    if not folder.is_dir():
        folder.mkdir(mode=0o700, exist_ok=True)
        settled(folder.parent)


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
