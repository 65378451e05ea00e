"""A second name for a file, also where the file system has no hard links."""

import os
import shutil
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from keseimbangan.private_files import name_twice


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_copy_is_its_owners_alone_from_its_first_byte(
    cwd: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, other = cwd / "x.db", cwd / "x-rusak.db"
    path.write_text("rahasia")
    path.chmod(0o644)
    modes: list[int] = []

    def no_links(*_names: object) -> None:
        raise PermissionError

    def copied(*files: Any) -> None:
        modes.append(stat.S_IMODE(other.stat().st_mode))
        copy(*files)

    copy = shutil.copyfileobj
    monkeypatch.setattr(os, "link", no_links)
    monkeypatch.setattr(shutil, "copyfileobj", copied)
    before = os.umask(0)
    try:
        name_twice(path, other)
    finally:
        os.umask(before)
    assert modes == [0o600]
    assert other.read_text() == "rahasia"
