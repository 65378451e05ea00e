"""What stands in the place of a store and is none: folders, files, links, pipes."""

import os
from pathlib import Path

import pytest

from keseimbangan.errors.store import (
    StoreDamaged,
    StoreReadOnly,
    StoreUnreachable,
)
from keseimbangan.store import database
from tests.harness import Installed, fingerprint
from tests.store.target_rows import NOW, POSIX, add, uids


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "keseimbangan.db"


@POSIX
def test_a_link_to_a_disk_that_is_not_there_is_no_new_beginning(path: Path, tmp_path: Path) -> None:
    away = tmp_path / "disk" / "data.db"
    path.parent.mkdir()
    path.symlink_to(away)
    for there in (False, True):
        with pytest.raises(StoreUnreachable), database.reading(path, NOW):
            pass
        with pytest.raises(StoreUnreachable):
            add(path, "a")
        if not there:
            away.parent.mkdir()
    assert not away.exists()
    add(away, "b")
    add(path, "c")
    assert uids(path) == ["b", "c"]


def test_a_file_where_the_directory_should_be_is_said_with_exit_code_3(
    installed: Installed, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("x")
    result = installed("--home", blocked / "below", "tugas", "tambah", "Susun laporan")
    assert result.code == 3
    assert str(blocked) in result.err
    assert "Traceback" not in result.err
    assert blocked.read_text() == "x"


def test_a_directory_where_the_file_should_be_is_said(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(StoreReadOnly):
        add(path, "a")
    with pytest.raises(StoreReadOnly):
        uids(path)


def test_an_empty_file_is_no_store_and_stays_empty(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    before = fingerprint(path.parent)
    with pytest.raises(StoreDamaged):
        add(path, "a")
    assert fingerprint(path.parent) == before


@POSIX
def test_a_link_to_nothing_is_not_taken_for_a_new_beginning(path: Path, tmp_path: Path) -> None:
    # As to a memory stick that is not there just now.
    path.parent.mkdir()
    path.symlink_to(tmp_path / "lain.db")
    with pytest.raises(StoreUnreachable), database.changing(path, NOW):
        pass
    assert not (tmp_path / "lain.db").exists()


@POSIX
def test_a_pipe_in_the_place_of_a_store_is_none(path: Path) -> None:
    path.parent.mkdir()
    os.mkfifo(path)
    with pytest.raises(StoreDamaged), database.changing(path, NOW):
        pass
    with pytest.raises(StoreDamaged), database.reading(path, NOW):
        pass
