"""Which files belong to a store: itself, its copies, and what killed programs left of either."""

import os
from contextlib import suppress
from itertools import chain
from pathlib import Path

from keseimbangan.store.backup_folder import backups_in
from keseimbangan.store.connections import APPLICATION_ID
from keseimbangan.store.files import BACKUPS, UNFINISHED, companions, folders_of
from keseimbangan.store.keys import is_locked


def files_of(store: Path) -> list[Path]:
    """The store, what SQLite keeps beside it, and what remains of others.

    Its name may be a link; then first of all the file to which it leads, if that is one of ours,
    or what SQLite kept beside it, if an erasing was killed when only that was left.
    """
    own = [store, *companions(store), *remains_of(store)]
    real = real_of(store)
    if real == store or (real.exists() and not _is_ours(real)):
        return own
    return [real, *companions(real), *own]


def is_away(store: Path) -> bool:
    """Whether the store's name is a link that leads nowhere: the disk may only be away."""
    return store.is_symlink() and not store.exists()


def real_of(path: Path) -> Path:
    """Where the file of this name lies."""
    return Path(os.path.realpath(path))


def copies_in(folder: Path) -> list[Path]:
    """The backups of a folder, and files of ours that somebody put there under other names."""
    dated = [backup.path for backup in backups_in(folder)]
    others = (path for path in sorted(folder.glob("[!.]*")) if path not in dated)
    files = (path for path in others if path.is_file() and not path.is_symlink())
    return [*dated, *filter(_is_ours, files)]


def remains_of(store: Path) -> list[Path]:
    """Lost stores that were kept aside, and what killed programs left of new ones and backups."""
    aside = store.parent.glob(f"{store.name.partition('.')[0]}-rusak-*")
    folders = {*folders_of(store), store.parent / BACKUPS}
    return sorted(chain(aside, *(folder.glob(f"{UNFINISHED}*") for folder in folders)))


def _is_ours(path: Path) -> bool:
    if is_locked(path):
        return True
    with suppress(OSError), path.open("rb") as file:
        # Where SQLite keeps the application's id.
        return file.read(72)[68:] == APPLICATION_ID.to_bytes(4, "big")
    return False
