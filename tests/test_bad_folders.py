"""Folders of a home that the account may not look into: what erasing and locking make of them."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.harness import Installed
from tests.test_bad_processes import bound, obey_modes, said

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX alone has these")


@pytest.fixture
def filled(installed: Installed) -> Installed:
    """A program with an entry in its store and in a backup."""
    script = "imbang jurnal tulis --tingkat 5 --catatan ISINYA && imbang data cadangkan"
    assert installed.shell(script).code == 0
    return installed


@contextmanager
def closed(folder: Path, mode: int) -> Iterator[None]:
    folder.mkdir(exist_ok=True)
    folder.chmod(mode)
    try:
        yield
    finally:
        folder.chmod(0o700)


@pytest.mark.parametrize(
    ("folder", "words"),
    [
        ("cadangan", ("hapus", "--semua", "--ya")),
        ("cadangan", ("hapus", "jurnal", "--ya")),
        ("cadangan", ("kunci", "--sandi-fd", "9")),
        ("log", ("hapus", "--semua", "--ya")),
    ],
)
@pytest.mark.parametrize("mode", [0o000, 0o300])
def test_what_cannot_be_looked_into_is_not_called_empty(
    filled: Installed, folder: str, words: tuple[str, ...], mode: int
) -> None:
    if "kunci" in words:
        pytest.importorskip("sqlcipher3")
    with closed(filled.home / folder, mode):
        assert said(bound(filled, obey_modes, "data", *words, "--json"), 3) == "folder_unreadable"
    assert "ISINYA" in filled("jurnal", "lihat", 1).ok().out
