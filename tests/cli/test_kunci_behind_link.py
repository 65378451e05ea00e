"""A store that is kept on another disk, behind a link, is locked, unlocked and erased there."""

import sys
from pathlib import Path

import pytest

from tests.cli.lock_steps import MARKER, Opened, lock
from tests.in_process import Imbang

pytest.importorskip("sqlcipher3")
pytestmark = [
    pytest.mark.usefixtures("quick_keys"),
    pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows"),
]


@pytest.fixture
def disk(imbang: Imbang) -> Path:
    """The folder in which a locked store lies, its name in the home a link."""
    imbang("tugas", "tambah", MARKER).ok()
    lock(imbang)
    disk = imbang.cwd / "diska"
    disk.mkdir()
    imbang.store.rename(disk / imbang.store.name)
    imbang.store.symlink_to(disk / imbang.store.name)
    return disk


def left_in(folder: Path) -> Path:
    """What a killed unlocking leaves there."""
    left = folder / ".keseimbangan-kunci-abcd1234.new"
    left.write_text(MARKER)
    return left


def test_the_next_write_removes_what_a_killed_unlocking_left_there(
    imbang: Imbang, disk: Path
) -> None:
    left = left_in(disk)
    Opened(imbang)("tugas", "tambah", "x").ok()
    assert not left.exists()


def test_locking_again_names_what_is_still_readable_there(imbang: Imbang, disk: Path) -> None:
    left = left_in(disk)
    words = ("data", "kunci", "--cadangan", "--json")
    assert str(left) in Opened(imbang)(*words).ok().json["encryption"]["plaintext"]


def test_erasing_takes_it_along(imbang: Imbang, disk: Path) -> None:
    left = left_in(disk)
    Opened(imbang)("data", "hapus", "riwayat", "--ya").ok()
    assert not left.exists()
    assert [path.name for path in disk.iterdir()] == [imbang.store.name]
