"""A change of settings and the store in which its step is kept."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.harness import fingerprint
from tests.in_process import Imbang
from tests.undo.state import settings


@pytest.fixture
def begun(imbang: Imbang, monkeypatch: pytest.MonkeyPatch) -> Imbang:
    monkeypatch.setattr("keseimbangan.store.connections.BUSY_SECONDS", 0.0)
    imbang("tugas", "tambah", "A").ok()
    return imbang


@pytest.mark.parametrize("call", ["atur ubah zona WITA", "mulai --zona WITA --ya"])
def test_under_a_lock_no_setting_is_written_that_could_not_be_undone(
    begun: Imbang, call: str
) -> None:
    with closing(sqlite3.connect(begun.store, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        before = fingerprint(begun.home)
        result = begun(*call.split(), "--json")
        assert (result.code, result.error["code"]) == (3, "store_locked")
        assert fingerprint(begun.home) == before
    assert settings(begun.home) == {}
    begun(*call.split()).ok()
    begun("urung").ok()
    assert settings(begun.home) == {}


def test_the_file_is_written_while_others_are_kept_from_writing(
    begun: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else another command could come between the file and the step."""
    held: list[bool] = []

    def looked(path: Path, _before: Path, **_options: object) -> None:
        with closing(sqlite3.connect(begun.store, timeout=0)) as other:
            try:
                other.execute("BEGIN IMMEDIATE")
                held.append(False)
            except sqlite3.OperationalError:
                held.append(True)
        path.unlink()

    monkeypatch.setattr("keseimbangan.exchange.settings_file.put_in_place", looked)
    begun("atur", "ubah", "zona", "WITA").ok()
    assert held == [True]


def test_a_file_that_cannot_be_written_leaves_no_step(
    begun: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object, **_options: object) -> None:
        raise OSError

    monkeypatch.setattr("keseimbangan.exchange.settings_file.put_in_place", full)
    result = begun("atur", "ubah", "zona", "WITA", "--json")
    assert (result.code, result.error["code"]) == (3, "settings_unwritable")
    commands = [step["command"] for step in begun("urung", "--daftar", "--json").json["steps"]]
    assert commands == ["tugas tambah"]


def test_without_a_store_a_setting_is_changed_and_can_be_undone(imbang: Imbang) -> None:
    imbang("atur", "ubah", "zona", "WITA").ok()
    assert settings(imbang.home) == {"zona": "Asia/Makassar"}
    imbang("urung").ok()
    assert settings(imbang.home) == {}
