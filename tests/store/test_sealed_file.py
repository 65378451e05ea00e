"""A locked file gives back what was put into it, and is not blamed for what others do meanwhile."""

import sqlite3
from pathlib import Path

import pytest

from keseimbangan.errors.exchange import ExportFileBroken
from keseimbangan.store import keys, sealed_file
from keseimbangan.store.sealed_file import sealing, unsealed
from tests.cli.lock_steps import KEY

pytest.importorskip("sqlcipher3")

# Longer than one piece.
CONTENT = b"0123456789" * 150_000


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    keys.hold(KEY)
    path = tmp_path / "x.json.kunci"
    with path.open("wb") as file, sealing(file, KEY) as stream:
        stream.write(CONTENT)
    return path


def test_what_was_put_in_comes_out(sealed: Path) -> None:
    assert CONTENT[:100] not in sealed.read_bytes()
    with unsealed(sealed) as stream:
        pieces = list(iter(lambda: stream.read(65_536), b""))
    assert b"".join(pieces) == CONTENT


def test_a_file_that_is_damaged_in_the_middle_is_said_to_be(sealed: Path) -> None:
    content = bytearray(sealed.read_bytes())
    half = len(content) // 2
    content[half : half + 8192] = bytes(8192)
    sealed.write_bytes(content)
    with unsealed(sealed) as stream, pytest.raises(ExportFileBroken):
        list(iter(lambda: stream.read(65_536), b""))


def test_a_file_that_is_damaged_at_its_start_is_closed_again(
    sealed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = sealed.read_bytes()
    sealed.write_bytes(content[:16] + bytes(len(content) - 16))
    opened: list[sqlite3.Connection] = []
    original = sealed_file.open_file

    def watched(path: Path, mode: str) -> sqlite3.Connection:
        opened.append(original(path, mode))
        return opened[-1]

    monkeypatch.setattr(sealed_file, "open_file", watched)
    with pytest.raises(ExportFileBroken), unsealed(sealed):
        pass
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        opened[0].execute("SELECT 1")


def test_what_fails_while_it_is_read_is_not_its_fault(sealed: Path) -> None:
    with pytest.raises(sqlite3.OperationalError, match="elsewhere"), unsealed(sealed):
        raise sqlite3.OperationalError("elsewhere")
