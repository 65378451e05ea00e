"""Erasing a file that a killed program seems to have left, while it may still be at work."""

import os
from pathlib import Path

import pytest

from keseimbangan.store import files


def test_a_file_that_is_erased_can_no_longer_be_given_its_name(
    cwd: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left, store = cwd / ".keseimbangan-kunci-abcd1234.new", cwd / "lain.db"
    left.write_text("isi")
    store.write_text("isi lama")

    def meanwhile(path: Path) -> None:
        with pytest.raises(FileNotFoundError):
            os.replace(left, store)

    monkeypatch.setattr(files, "blank", meanwhile)
    files.erase(left)
    assert store.read_text() == "isi lama"
    assert list(cwd.iterdir()) == [store]
