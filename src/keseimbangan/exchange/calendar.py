"""Calendar files: written under another name, put in their place when everything else is settled.

Google takes files up to 1 MB, so a longer export is parted: `blok-1.ics`, `blok-2.ics`. An event is
written, checked and let go before the next one is made.
"""

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import IO

from keseimbangan.domain.calendar_plan import Item
from keseimbangan.errors.calendar import FileNotOurs, NoSuchFolder, NotAFile
from keseimbangan.errors.files import FileNotWritable
from keseimbangan.exchange import ics_writer
from keseimbangan.exchange.ics_check import Check
from keseimbangan.private_files import put_in_place, remove_forgotten

FILE_OCTETS = 900_000
_PREFIX = ".blok-"
# The product line stands in the head of a calendar, before any event.
_HEAD_OCTETS = 1024
_PIECE_OCTETS = 65_536


class Draft:
    """An export that lies beside its place. Either published or discarded."""

    def __init__(self, target: Path, parts: list[Path]) -> None:
        self.target, self._parts = target, parts

    @property
    def places(self) -> list[Path]:
        """The files this will be: the one that was named, or numbered ones beside it."""
        if len(self._parts) < 2:
            return [self.target] if self._parts else []
        stem, suffix = self.target.stem, self.target.suffix
        numbers = range(1, len(self._parts) + 1)
        return [self.target.with_name(f"{stem}-{number}{suffix}") for number in numbers]

    def publish(self) -> None:
        """Put every part in its place, each of them whole or not at all."""
        for part, place in zip(self._parts, self.places, strict=True):
            with _writing(place):
                put_in_place(part, place, overwrite=True)

    def read(self) -> Iterator[bytes]:
        """The content, in pieces."""
        for part in self._parts:
            with part.open("rb") as file:
                while piece := file.read(_PIECE_OCTETS):
                    yield piece

    def discard(self) -> None:
        """Remove what was not published."""
        for part in self._parts:
            # What broke before is what the person has to know.
            with suppress(OSError):
                part.unlink(missing_ok=True)


def place(named: Path, *, overwrite: bool) -> Path:
    """Where a file of this name would come to lie, links followed.

    Raises NotAFile, NoSuchFolder, and FileNotOurs for one that is not ours to replace.
    """
    try:
        target = named.expanduser().resolve()
    except RuntimeError as error:
        # Links that lead to each other, or a person without a home.
        raise NotAFile(named) from error
    with _writing(named):
        if target.exists() and not target.is_file():
            raise NotAFile(named)
        if not target.parent.is_dir():
            raise NoSuchFolder(named.parent)
        if target.exists() and not overwrite and not _is_ours(target):
            raise FileNotOurs(named)
    return target


def draft(
    items: Iterable[Item], target: Path, *, overwrite: bool, most: int = FILE_OCTETS
) -> Draft:
    """Write the events beside their place, in parts of at most `most` octets.

    No event, no part: a calendar without one is refused by importers. Raises EventUnfit and what
    `place` raises.
    """
    made = Draft(target, [])
    try:
        with _writing(target):
            _write(pieces(items), made._parts, target.parent, most)
        for name in made.places:
            place(name, overwrite=overwrite)
    except BaseException:
        made.discard()
        raise
    return made


def pieces(items: Iterable[Item]) -> Iterator[bytes]:
    """The VEVENTs one by one, each of them checked."""
    check = Check()
    for item in items:
        written = ics_writer.event(item.event, item.entry)
        check.event(written, item.event.title)
        yield written


def _write(events: Iterable[bytes], parts: list[Path], folder: Path, most: int) -> None:
    head, tail = ics_writer.envelope()
    numbered = _numbered(events, most - len(head) - len(tail))
    for _number, group in groupby(numbered, key=itemgetter(0)):
        with _new_part(folder, parts) as file:
            file.write(head)
            file.writelines(event for _number, event in group)
            file.write(tail)


def _numbered(events: Iterable[bytes], room: int) -> Iterator[tuple[int, bytes]]:
    """Each event with the number of its part; one that is larger than a part has it for itself."""
    number = filled = 0
    for event in events:
        if not number or filled + len(event) > room:
            number, filled = number + 1, 0
        filled += len(event)
        yield number, event


@contextmanager
def _new_part(folder: Path, parts: list[Path]) -> Iterator[IO[bytes]]:
    handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=".tmp", dir=folder)
    parts.append(Path(name))
    remove_forgotten(folder, f"{_PREFIX}*.tmp", parts[-1].stat().st_mtime)
    with os.fdopen(handle, "wb") as file:
        yield file
        file.flush()
        # That it does not fit is to be known before anything is promised.
        os.fsync(file.fileno())


def _is_ours(path: Path) -> bool:
    with path.open("rb") as file:
        return f"PRODID:{ics_writer.PRODUCT}".encode() in file.read(_HEAD_OCTETS)


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    """The system's complaints about a file, as ours."""
    try:
        yield
    except OSError as error:
        raise FileNotWritable(path, error) from error
