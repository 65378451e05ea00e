"""Every file of a home, by what it holds: for whoever erases, locks, or must not write over it."""

import os
from collections.abc import Iterator
from pathlib import Path

from keseimbangan.cli.context import Home
from keseimbangan.errors.files import FolderUnreadable
from keseimbangan.store.files import BACKUPS, DOOMED, FORMS


def backup_files(home: Home) -> list[Path]:
    """Every backup of the store, by whatever name. Raises FolderUnreadable."""
    from keseimbangan.store.own_files import copies_in

    return copies_in(_seen(home.data / BACKUPS))


def remains(home: Home) -> list[Path]:
    """Lost stores kept aside, and what killed programs left of stores and backups.

    Raises FolderUnreadable.
    """
    from keseimbangan.store.own_files import remains_of

    _seen(home.data)
    return [each for each in remains_of(home.store) if each.is_file() or each.is_symlink()]


def copies(home: Home) -> list[Path]:
    """The backups, and what remains of others."""
    # In this order: another terminal may be giving an unfinished backup its name.
    left = remains(home)
    return [*backup_files(home), *left]


def drafts(home: Home) -> list[Path]:
    """What killed programs left of texts in an editor, and of copies that were looked at."""
    return sorted(path for folder in _draft_folders(home) for path in folder.rglob("*"))


def papers(home: Home) -> list[Path]:
    """The settings, where they lie and where their name points to, and the error logs.

    With them what killed programs were erasing of these: it lies where it lay. Raises
    FolderUnreadable.
    """
    from keseimbangan.store.own_files import real_of

    settings = home.settings
    places = {settings.parent, real_of(settings).parent, _seen(home.logs)}
    begun = (path for folder in places for path in folder.glob(f"{DOOMED}*"))
    return [real_of(settings), settings, *sorted([*home.logs.glob("galat-*.txt"), *begun])]


def folders(home: Home) -> list[Path]:
    """The folders that the program made below that of the home, or left in the system's own."""
    return [home.data / BACKUPS, home.logs, *_draft_folders(home)]


def _seen(folder: Path) -> Path:
    # Looking for files takes a folder without leave for one without any.
    try:
        with os.scandir(folder):
            pass
    except (FileNotFoundError, NotADirectoryError):
        pass
    except OSError as error:
        raise FolderUnreadable(folder, error) from error
    return folder


def _draft_folders(home: Home) -> Iterator[Path]:
    from keseimbangan.store.staging import left_behind

    yield from home.data.glob(FORMS)
    yield from left_behind()
