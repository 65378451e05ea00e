"""A whole file in the place of a store that is damaged or gone; the damaged one is kept aside."""

import os
import shutil
from contextlib import closing
from datetime import datetime
from pathlib import Path

from keseimbangan.private_files import make_folder, name_twice, put_in_place
from keseimbangan.store.files import companions, free_name, set_aside
from keseimbangan.store.keys import forget
from keseimbangan.store.soundness import open_file

STAMP = "%Y-%m-%dT%H.%M.%SZ"


def replace(store: Path, copy: Path, now: datetime) -> Path | None:
    """Put a staged copy in the place of a lost store; where the damaged file is kept, if any.

    The store's name never stands for nothing, which a command would take for a new beginning.
    """
    _finish(copy)
    make_folder(store.parent)
    fresh = store.with_name(f".{store.name}.pulih-{os.getpid()}")
    try:
        _fetch(copy, fresh)
        kept = _keep(store, now)
        # What SQLite left beside the lost store would be read into the new one.
        for companion in companions(store):
            set_aside(companion, f"{now:{STAMP}}")
        # Where nothing was lost, raises if another terminal has begun a new store meanwhile.
        put_in_place(fresh, store, overwrite=kept is not None)
    finally:
        fresh.unlink(missing_ok=True)
    forget(store)
    return kept


def _finish(copy: Path) -> None:
    with closing(open_file(copy)) as connection:
        # A backup is one file; a store that is in use has a log beside it.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _fetch(copy: Path, fresh: Path) -> None:
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as target, copy.open("rb") as source:
        shutil.copyfileobj(source, target)


def _keep(store: Path, now: datetime) -> Path | None:
    if not os.path.lexists(store):
        return None
    kept = free_name(store, f"{now:{STAMP}}")
    name_twice(store, kept)
    return kept
