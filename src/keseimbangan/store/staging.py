"""Private folders for copies that are only looked at, in the system's temporary folder.

A copy of a store that is not locked is as readable as the store. Who is killed leaves it there; so
it can be found again: its name says whose it was.
"""

import os
import re
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from keseimbangan.errors.backups import TemporaryFolderFull
from keseimbangan.store.waiting import lives

# Then the number of the process, then what `tempfile` adds.
_PREFIX = "keseimbangan-"
_NAME = re.compile(rf"{_PREFIX}(\d+)-.{{8}}")

# Where `tempfile` looks first.
_VARIABLES = ("TMPDIR", "TEMP", "TMP")
_USUAL = r"C:\TEMP" if sys.platform == "win32" else "/tmp"


@contextmanager
def private_folder() -> Iterator[Path]:
    """An empty folder, its owner's alone, which is gone afterwards; what will not go stays.

    Raises TemporaryFolderFull.
    """
    try:
        for left in left_behind():
            shutil.rmtree(left, ignore_errors=True)
        prefix = f"{_PREFIX}{os.getpid()}-"
        # What was done in it was done: a file that cannot be removed does not take it back.
        made = tempfile.TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True)
    except OSError as error:
        raise TemporaryFolderFull(_parent(), error) from error
    with made as name:
        yield Path(name)


def _parent() -> Path:
    if tempfile.tempdir:
        return Path(tempfile.tempdir)
    # Where none can be written, asking for it fails as well: the one in which there is to be room.
    return Path(next(filter(None, map(os.environ.get, _VARIABLES)), _USUAL))


def left_behind() -> list[Path]:
    """The folders of this kind that killed processes have left."""
    found = sorted(Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"))
    return [path for path in found if _is_own(path) and not _is_used(path)]


def _is_used(path: Path) -> bool:
    named = _NAME.fullmatch(path.name)
    # Those of the demo, for one, are not ours to judge.
    return named is None or lives(int(named[1]))


def _is_own(path: Path) -> bool:
    # The folder is everybody's: others may have put something there under such a name.
    with suppress(OSError):
        facts = path.lstat()
        return stat.S_ISDIR(facts.st_mode) and facts.st_uid == _user(facts)
    return False


def _user(facts: os.stat_result) -> int:
    # On Windows every account has a temporary folder of its own.
    return facts.st_uid if sys.platform == "win32" else os.getuid()
