"""Writing a file whole or not at all, whatever the system does meanwhile."""

import errno
import os
from pathlib import Path

import pytest

from keseimbangan.errors.files import FileAlreadyThere, FileNotWritable
from keseimbangan.exchange.new_file import write_text


def test_a_full_disk_leaves_what_was_there(cwd: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = cwd / "x.md"
    path.write_text("lama", encoding="utf-8")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileNotWritable):
        write_text(path, "baru", overwrite=True)
    assert path.read_text(encoding="utf-8") == "lama"
    assert list(cwd.iterdir()) == [path]


def test_a_file_that_appears_meanwhile_is_not_written_over(
    cwd: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = cwd / "x.md"
    sync = os.fsync

    def meanwhile(handle: int) -> None:
        sync(handle)
        path.write_text("milik orang lain", encoding="utf-8")

    monkeypatch.setattr(os, "fsync", meanwhile)
    with pytest.raises(FileAlreadyThere):
        write_text(path, "baru", overwrite=False)
    assert path.read_text(encoding="utf-8") == "milik orang lain"
    assert list(cwd.iterdir()) == [path]


def test_a_file_system_without_links_serves_too(cwd: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_paths: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refused)
    write_text(cwd / "x.md", "baru", overwrite=False)
    assert (cwd / "x.md").read_text(encoding="utf-8") == "baru"


def test_lines_end_in_the_same_way_everywhere(cwd: Path) -> None:
    write_text(cwd / "x.md", "satu\ndua\n", overwrite=False)
    assert (cwd / "x.md").read_bytes() == b"satu\ndua\n"


def test_what_the_system_refuses_is_said_in_the_language(cwd: Path) -> None:
    with pytest.raises(FileNotWritable, match="foldernya tidak ada"):
        write_text(cwd / "tidak" / "ada.md", "baru", overwrite=False)
    (cwd / "folder").mkdir()
    with pytest.raises(FileNotWritable, match="itu sebuah folder"):
        write_text(cwd / "folder", "baru", overwrite=True)
