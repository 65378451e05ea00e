"""The store of ten years is whole, of the promised size, and the same each time."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.benchmarks.generate import BLOCKS, ENTRIES, SESSIONS, TASKS, generate
from tests.in_process import Imbang

COUNTS = {
    "tasks": TASKS,
    "blocks": BLOCKS,
    "focus_sessions": SESSIONS,
    "stress_entries": ENTRIES,
}


@pytest.fixture(scope="module")
def ten_years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ten") / "keseimbangan.db"
    generate(path)
    return path


def test_ten_years_are_whole_and_the_program_reads_them(imbang: Imbang, ten_years: Path) -> None:
    imbang.home.mkdir()
    shutil.copyfile(ten_years, imbang.store)
    with closing(sqlite3.connect(ten_years)) as connection:
        for table, count in COUNTS.items():
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (count,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    day = imbang("hari", "--json", now="2026-11-23T09:10:00+07:00").ok().json
    titles = [block["title"] for block in day["blocks"]]
    assert titles[:3] == ["Peregangan", "Apel pagi", "Surat masuk dan disposisi"]
    assert not [warning for warning in day["warnings"] if "overlap" in str(warning)]


def test_ten_years_are_the_same_each_time(ten_years: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.db"
    generate(again)
    for table in COUNTS:
        rows = []
        for path in (ten_years, again):
            with closing(sqlite3.connect(path)) as connection:
                rows.append(connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall())
        assert rows[0] == rows[1]
