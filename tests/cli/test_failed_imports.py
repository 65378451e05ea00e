"""An import that fails leaves no backup behind: the store is as it was, and needs none."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest

from keseimbangan.store import connections, merging, waiting
from tests.cli.exchange_steps import FILE, LATER, MONDAY, imported
from tests.in_process import Imbang

WORDS = ("data", "impor", "x.json")


@pytest.fixture
def brought(filled: Imbang, home: Imbang) -> Imbang:
    """Has five backups of imports; `x.json` brings another task."""
    filled("data", "ekspor", now=MONDAY).ok()
    home("data", "impor", FILE, now=MONDAY).ok()
    for name in range(6):
        home("tugas", "tambah", f"Tugas {name}", now=MONDAY).ok()
        home("data", "ekspor", "-o", "x.json", "--timpa", now=MONDAY).ok()
        if name < 5:
            imported(filled, "x.json", now=f"2026-11-24T08:00:0{name}+07:00")
    assert len(backups(filled)) == 5
    return filled


@pytest.fixture
def held(brought: Imbang, monkeypatch: pytest.MonkeyPatch) -> Iterator[Imbang]:
    """The same, while another terminal writes."""
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.01)
    with closing(sqlite3.connect(brought.store, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield brought


def backups(imbang: Imbang) -> list[str]:
    return sorted(path.name for path in imbang.home.glob("cadangan/*-impor-*"))


def test_none_is_left_where_another_terminal_holds_the_store(held: Imbang) -> None:
    before = backups(held)
    for _time in range(3):
        assert held(*WORDS, now=LATER).code == 3
    assert backups(held) == before


@pytest.mark.parametrize(
    ("error", "code"),
    [(sqlite3.IntegrityError("UNIQUE"), 1), (ZeroDivisionError(), 70), (KeyboardInterrupt(), 130)],
)
def test_none_is_left_where_the_writing_fails(
    brought: Imbang, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int
) -> None:
    def fail(*_arguments: Any) -> None:
        raise error

    before = backups(brought)
    monkeypatch.setattr(merging, "note_along", fail)
    assert brought(*WORDS, now=LATER).code == code
    assert backups(brought) == before


def test_it_stays_where_ctrl_c_came_when_all_was_written(
    brought: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def left(*_arguments: Any) -> Iterator[None]:
        yield
        raise KeyboardInterrupt

    monkeypatch.setattr(waiting, "lasting", left)
    assert brought(*WORDS, now=LATER).code == 130
    assert len(backups(brought)) == 6
    assert "Tugas 5" in brought("tugas", "daftar", now=LATER).ok().out
