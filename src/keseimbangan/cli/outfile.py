"""Writing a file where the person wants it: whole or not at all, and never over another."""

import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from keseimbangan.errors.review import FileAlreadyThere, FileNotWritable, NotRegularFile
from keseimbangan.private_files import remove_forgotten

_PREFIX = ".imbang-"


def write_file(path: Path, text: str, *, overwrite: bool) -> None:
    """Put text into a file, UTF-8, readable by its owner; raises FileAlreadyThere, FileNotWritable.

    A reader never sees a part of it, and a full disk leaves what was there before.
    """
    if not overwrite and os.path.lexists(path):
        raise FileAlreadyThere(path)
    # A folder refuses by itself, but a device would be gone.
    if os.path.exists(path) and not (os.path.isfile(path) or os.path.isdir(path)):
        raise NotRegularFile(path)
    try:
        _write(path, text, overwrite=overwrite)
    except FileExistsError:
        raise FileAlreadyThere(path) from None
    except OSError as error:
        raise FileNotWritable(path, error) from error


def _write(path: Path, text: str, *, overwrite: bool) -> None:
    handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        remove_forgotten(path.parent, f"{_PREFIX}*.tmp", temporary.stat().st_mtime)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        _take_name(temporary, path, overwrite=overwrite)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _take_name(temporary: Path, path: Path, *, overwrite: bool) -> None:
    # Without leave to overwrite, the name is taken in a way that fails where somebody has it.
    if overwrite:
        os.replace(temporary, path)
    elif sys.platform == "win32":
        os.rename(temporary, path)
    else:
        _link(temporary, path)


def _link(temporary: Path, path: Path) -> None:
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        # A memory stick's file system knows no links.
        os.rename(temporary, path)
