"""Folders that are their owner's alone, and files that a killed program left unfinished."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

# Writing one takes a moment: what is older by this is nobody's any more.
FORGOTTEN_SECONDS = 60 * 60


def make_folder(folder: Path) -> None:
    """Make a folder and those above it that are missing, each closed to others."""
    # `parents=True` would leave those above to the umask.
    for each in reversed(folder.parents):
        if not each.exists():
            each.mkdir(mode=0o700, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)


def remove_forgotten(folder: Path, pattern: str, moment: float) -> None:
    """Remove files of this pattern, unfinished ones, an hour or more older than `moment`."""
    for path in _older(folder, pattern, moment - FORGOTTEN_SECONDS):
        with suppress(OSError):
            path.unlink()


def _older(folder: Path, pattern: str, moment: float) -> Iterator[Path]:
    for path in folder.glob(pattern):
        with suppress(OSError):
            if path.is_file() and path.stat().st_mtime < moment:
                yield path
