"""What is held about a person, and where it lies."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple


class Holding(NamedTuple):
    """The rows of one table: how many, when the first was written and any was last changed."""

    name: str
    rows: int
    oldest: datetime | None
    newest: datetime | None


class Place(NamedTuple):
    """A file, or a directory with its files; `mode` are the POSIX permission bits, if any."""

    path: Path
    files: int
    size: int
    mode: int | None

    @property
    def exists(self) -> bool:
        """Whether there is anything."""
        return self.files > 0

    @property
    def open_to_others(self) -> bool:
        """Whether another account of the computer may read or change it."""
        return self.mode is not None and bool(self.mode & 0o077)
