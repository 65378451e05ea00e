"""A file the program makes for a person: theirs alone, and whole or not there at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from keseimbangan.errors.files import FileAlreadyThere, FileNotWritable, NotRegularFile
from keseimbangan.private_files import put_in_place, remove_forgotten

_PREFIX = ".imbang-"


@contextmanager
def new_file(path: Path, *, overwrite: bool) -> Iterator[IO[bytes]]:
    """A file to write that takes its name when everything is in it and on the disk.

    Mode 0600. Raises FileAlreadyThere, NotRegularFile or FileNotWritable; whatever breaks, what lay
    there before still does.
    """
    if not overwrite and os.path.lexists(path):
        raise FileAlreadyThere(path)
    # A folder refuses by itself, but a device would be gone.
    if os.path.exists(path) and not (os.path.isfile(path) or os.path.isdir(path)):
        raise NotRegularFile(path)
    try:
        with _unfinished(path.parent) as (file, temporary):
            yield file
            file.close()
            put_in_place(temporary, path, overwrite=overwrite)
    except FileExistsError:
        raise FileAlreadyThere(path) from None
    except OSError as error:
        raise FileNotWritable(path, error) from error


def write_text(path: Path, text: str, *, overwrite: bool) -> None:
    """A text, UTF-8, as a new file with the same line ends on every system; raises as `new_file`.

    A reader never sees a part of it.
    """
    with new_file(path, overwrite=overwrite) as file:
        file.write(text.encode())


@contextmanager
def _unfinished(folder: Path) -> Iterator[tuple[IO[bytes], Path]]:
    """A file under a name of its own, which is gone in the end."""
    handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=".tmp", dir=folder)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            remove_forgotten(folder, f"{_PREFIX}*.tmp", temporary.stat().st_mtime)
            yield file, temporary
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
