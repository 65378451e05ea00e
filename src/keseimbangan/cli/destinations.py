"""Where files may go that the person names: anywhere but where the program keeps its own.

Every command that writes such a file asks here. `--timpa` is leave for what a person has made.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from keseimbangan.cli.context import Env, Home
from keseimbangan.cli.home_files import papers
from keseimbangan.cli.readers import place_named
from keseimbangan.errors.files import FolderMissing, OwnFile, OwnFolder
from keseimbangan.store.files import BACKUPS, companions


def destination(env: Env, text: str) -> Path:
    """The file that a person means, to be written; links are followed.

    Raises FolderMissing, OwnFile or OwnFolder. Names that are ours count where no file has them
    yet: what lay there would be read as ours.
    """
    named = place_named(text)
    if _is_of_folder(text) and not named.is_dir():
        # A file of that name on this disk would pass for a copy on the disk that is away.
        raise FolderMissing(named)
    place = Path(os.path.realpath(named))
    folders = (env.home.data / BACKUPS, env.home.logs)
    for folder in folders:
        if any(_is_same(above, folder) for above in (place, *place.parents)):
            raise OwnFolder(named, folder)
    if any(_is_same(place, own) for own in _own_files(env.home, folders)):
        raise OwnFile(named)
    return named


def _is_of_folder(text: str) -> bool:
    return os.path.basename(text) in ("", os.curdir)


def _own_files(home: Home, folders: tuple[Path, ...]) -> Iterator[Path]:
    from keseimbangan.store.own_files import files_of, real_of

    yield from (*files_of(home.store), *papers(home))
    # SQLite keeps its files beside the store itself, not beside a link to it.
    yield from companions(real_of(home.store))
    for folder in folders:
        # A second name of a file in them.
        yield from folder.glob("*")


def _is_same(place: Path, own: Path) -> bool:
    if place == Path(os.path.realpath(own)):
        return True
    with suppress(OSError):
        return place.samefile(own)
    return False
