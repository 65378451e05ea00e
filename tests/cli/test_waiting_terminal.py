"""At a real terminal, who has to wait for another one is told so."""

import sqlite3
from contextlib import closing

import pytest

from tests.harness import Terminals, ended
from tests.in_process import Imbang


@pytest.mark.parametrize("words", [("tugas", "tambah", "Dua"), ("urung",)])
def test_a_command_that_waits_says_so_and_goes_on_when_it_can(
    imbang: Imbang, terminal: Terminals, words: tuple[str, ...]
) -> None:
    imbang("tugas", "tambah", "Satu").ok()
    with closing(sqlite3.connect(imbang.store, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        child = terminal(*words)
        child.expect("Menunggu terminal lain; Ctrl-C membatalkan.")
        other.execute("ROLLBACK")
    assert ended(child) == 0
    titles = [task["title"] for task in imbang("tugas", "--json").ok().json["tasks"]]
    assert titles == (["Satu", "Dua"] if words != ("urung",) else [])
