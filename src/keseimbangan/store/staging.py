"""Private folders for copies that are only looked at, in the system's temporary folder.

A copy of a store that is not locked is as readable as the store. Who is killed leaves it there; so
it can be found again.
"""

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PREFIX = "keseimbangan-"
# As `tempfile` calls them: those of the demo, whose names are longer, are none of these.
_PATTERN = f"{_PREFIX}????????"
# A person may look at a question for hours: what is older by this was left by a killed process.
_FORGOTTEN_SECONDS = 24 * 60 * 60


@contextmanager
def private_folder() -> Iterator[Path]:
    """An empty folder, its owner's alone, which is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix=_PREFIX) as name:
        folder = Path(name)
        for left in left_behind():
            _remove_old(left, folder.stat().st_mtime)
        yield folder


def left_behind() -> list[Path]:
    """Folders of this kind, also those that somebody is using just now."""
    return [path for path in sorted(Path(tempfile.gettempdir()).glob(_PATTERN)) if _is_own(path)]


def _remove_old(folder: Path, now: float) -> None:
    with suppress(OSError):
        if now - folder.stat().st_mtime > _FORGOTTEN_SECONDS:
            shutil.rmtree(folder, ignore_errors=True)


def _is_own(path: Path) -> bool:
    # The folder is everybody's: others may have put something there under such a name.
    with suppress(OSError):
        facts = path.lstat()
        return stat.S_ISDIR(facts.st_mode) and facts.st_uid == _user(facts)
    return False


def _user(facts: os.stat_result) -> int:
    # On Windows every account has a temporary folder of its own.
    return facts.st_uid if sys.platform == "win32" else os.getuid()
