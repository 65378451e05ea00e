"""A file the program makes for a person: theirs alone, and whole or not there at all."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from keseimbangan.errors.exchange import ExportFileThere
from keseimbangan.errors.review import FileNotWritable, NotRegularFile


@contextmanager
def new_file(path: Path, *, overwrite: bool) -> Iterator[IO[bytes]]:
    """A file to write that takes its name when everything is in it and on the disk.

    Mode 0600. Raises ExportFileThere, NotRegularFile or FileNotWritable; whatever breaks, what lay
    there before still does.
    """
    try:
        if not overwrite and os.path.lexists(path):
            raise ExportFileThere(path)
        # A folder refuses by itself, but a device would be gone.
        if os.path.exists(path) and not (os.path.isfile(path) or os.path.isdir(path)):
            raise NotRegularFile(path)
        handle, name = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            _take_name(name, path, overwrite=overwrite)
        finally:
            with suppress(FileNotFoundError):
                os.unlink(name)
        _settle(path.parent)
    except FileExistsError:
        raise ExportFileThere(path) from None
    except OSError as error:
        raise FileNotWritable(path, error) from error


def _take_name(name: str, path: Path, *, overwrite: bool) -> None:
    # Without leave to overwrite, the name is taken in a way that fails where somebody has it.
    if overwrite:
        os.replace(name, path)
    elif sys.platform == "win32":
        os.rename(name, path)
    else:
        _link(name, path)


def _link(name: str, path: Path) -> None:
    try:
        os.link(name, path)
    except FileExistsError:
        raise
    except OSError:
        # A memory stick's file system knows no links.
        os.rename(name, path)


def _settle(folder: Path) -> None:
    """The name, too, is to outlive a power cut."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        # Some file systems do not do this for a folder; the file itself is safe.
        with suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)
