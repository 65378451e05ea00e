"""A whole file in the place of a store that is damaged or gone; the damaged one is kept aside."""

import os
import shutil
import tempfile
from contextlib import closing
from datetime import datetime
from pathlib import Path

from keseimbangan.private_files import sync, sync_folder, take_name
from keseimbangan.store.files import UNFINISHED, UNFINISHED_ENDING, companions, free_name, set_aside
from keseimbangan.store.keys import forget
from keseimbangan.store.soundness import open_file

STAMP = "%Y-%m-%dT%H.%M.%SZ"


def replace(store: Path, copy: Path, now: datetime) -> Path | None:
    """Put a staged copy in the place of a lost store; where the damaged file is kept, if any.

    The store's name never stands for nothing, which a command would take for a new beginning.
    """
    _finish(copy)
    store.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = _fetch(copy, store.parent)
    try:
        kept = _keep(store, now)
        # What SQLite left beside the lost store would be read into the new one.
        for companion in companions(store):
            set_aside(companion, f"{now:{STAMP}}")
        if kept is None:
            # Raises where another terminal has begun a new store meanwhile.
            take_name(fresh, store)
        else:
            os.replace(fresh, store)
    finally:
        fresh.unlink(missing_ok=True)
    forget(store)
    sync_folder(store.parent)
    return kept


def _finish(copy: Path) -> None:
    with closing(open_file(copy)) as connection:
        # A backup is one file; a store that is in use has a log beside it.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _fetch(copy: Path, folder: Path) -> Path:
    handle, name = tempfile.mkstemp(prefix=UNFINISHED, suffix=UNFINISHED_ENDING, dir=folder)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as target, copy.open("rb") as source:
            shutil.copyfileobj(source, target)
        sync(fresh)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    return fresh


def _keep(store: Path, now: datetime) -> Path | None:
    if not os.path.lexists(store):
        return None
    kept = free_name(store, f"{now:{STAMP}}")
    try:
        os.link(store, kept)
    except OSError:
        # A file system without hard links.
        shutil.copy2(store, kept)
    kept.chmod(0o600)
    return kept
