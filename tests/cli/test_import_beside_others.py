"""An import that takes rows away, while another terminal writes."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from keseimbangan.store import merging
from tests.cli.exchange_steps import FILE, TUESDAY
from tests.in_process import Imbang


@pytest.fixture
def told(filled: Imbang, home: Imbang) -> Imbang:
    """A computer that has yet to hear, by `x.json`, that a task of it was deleted."""
    filled("tugas", "tambah", "Arsip").ok()
    filled("data", "ekspor").ok()
    home("data", "impor", FILE).ok()
    home("tugas", "hapus", 2, "--ya", now=TUESDAY).ok()
    home("data", "ekspor", "-o", "x.json", now=TUESDAY).ok()
    return filled


@pytest.fixture
def held(told: Imbang) -> Iterator[Imbang]:
    """The same, while another terminal writes."""
    with closing(sqlite3.connect(told.store, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield told


def test_a_preview_of_deletions_waits_for_nobody_who_writes(held: Imbang) -> None:
    out = held("data", "impor", "x.json", "--tinjau", now=TUESDAY).ok().out
    assert "Tugas 2 Arsip" in out


def test_what_another_terminal_writes_meanwhile_does_not_stop_it(
    told: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = merging.leave_running, []

    def between(*arguments: Any) -> Any:
        calls.append(arguments)
        if len(calls) == 1:
            told("tugas", "tambah", "Dari terminal lain", now=TUESDAY).ok()
        return real(*arguments)

    monkeypatch.setattr(merging, "leave_running", between)
    told("data", "impor", "x.json", now=TUESDAY).ok()
    tasks = told("tugas", "daftar", "--json", now=TUESDAY).ok().json["tasks"]
    assert {task["title"] for task in tasks} == {"Susun laporan", "Dari terminal lain"}
