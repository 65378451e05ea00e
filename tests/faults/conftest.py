"""What the short runs share."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ALLOWED
from tests.faults.figures import Figures

# Processes are copied and killed here as POSIX alone can.
collect_ignore_glob = ["test_*.py"] if sys.platform == "win32" else []


@pytest.fixture
def figures() -> Figures:
    """What a run counts."""
    return Figures("a test")


@pytest.fixture
def root(tmp_path: Path) -> Iterator[Path]:
    """A folder for homes to break, in memory where that can be: no disk has to be waited for."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else tmp_path) as name:
        ALLOWED.append(Path(name).resolve())
        yield Path(name) / "faults"
        ALLOWED.pop()


@pytest.fixture
def seed() -> int:
    """Another one each time at home, the same before a change is kept."""
    return 2026 if os.environ.get("CI") else int.from_bytes(os.urandom(2), "big")
