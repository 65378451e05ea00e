"""What change log and daily backup cost is computed rightly, between two homes that differ so."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from keseimbangan.store.daily import is_due
from tests.benchmarks.bench import NOW, STORE, Bench, Run
from tests.benchmarks.counters import calls_in, instructions_in
from tests.benchmarks.safety import ARM, Counts, Middle, make_homes, middle, row, verdict
from tests.benchmarks.safety_arm import NETS
from tests.in_process import Imbang
from tests.marked_page import put

STRACE = """\
% time     seconds  usecs/call     calls    errors syscall
------ ----------- ----------- --------- --------- ----------------
 61.33    0.000203           7        26         1 openat
 38.67    0.000128          32         4           fdatasync
  0.00    0.000000           0         2           fsync
------ ----------- ----------- --------- --------- ----------------
100.00    0.000331          10        32         1 total
"""
CACHEGRIND = "==7== Command: python x.py\n==7==\n==7== I   refs:      421,895,151\n"


@pytest.fixture
def bench(tmp_path: Path, imbang: Imbang) -> Bench:
    """Beside a store in which something was written on an earlier day."""
    place = tmp_path / "bench"
    place.mkdir()
    made = Bench(Path(sys.executable), place)
    made.home.mkdir()
    imbang("tugas", "tambah", "A", now="2026-11-01T08:00:00+07:00").ok()
    imbang.store.rename(made.home / STORE)
    make_homes(made)
    return made


def test_a_median_is_certain_as_by_the_sign_test() -> None:
    assert middle([3, 1, 2, 6, 5, 4]) == Middle(3.5, 1, 6)
    assert middle(range(1, 11)) == Middle(5.5, 2, 9)
    assert middle(range(1, 42)) == Middle(21, 14, 28)


@pytest.mark.parametrize("turns", [6, 9, 12])
def test_the_true_middle_lies_outside_at_most_once_in_twenty(turns: int) -> None:
    outside = 0
    for signs in product((-1, 1), repeat=turns):
        found = middle([sign * (place + 1) for place, sign in enumerate(signs)])
        outside += not found.low <= 0 <= found.high
    assert outside / 2**turns <= 0.05


def test_a_wish_is_kept_missed_or_left_open() -> None:
    assert verdict(Middle(0.02, 0.01, 0.03)) == "✓"
    assert verdict(Middle(0.02, 0.01, 0.04)) == "?"
    assert verdict(Middle(0.05, 0.031, 0.07)) == "✗"


def test_a_row_tells_differences_in_parts_of_the_floor() -> None:
    def six(seconds: float, cpu: float) -> list[Run]:
        return [Run(seconds, cpu, 20, 0)] * 6

    found = {"with": six(0.103, 0.082), "without": six(0.101, 0.081), "floor": six(0.1, 0.08)}
    counted = {
        "with": Counts(410, (120, 5)),
        "without": Counts(402, (100, 4)),
        "floor": Counts(400, (90, 0)),
    }
    time, cpu = "+0.020 (+0.020 … +0.020)", "+0.013 (+0.013 … +0.013)"
    told = row("hari", found, counted)
    assert told == f"| `imbang hari` | {time} | {cpu} | +0.020 | 120 / 100 | 5 / 4 | ✓ |"
    unknown = dict.fromkeys(counted, Counts(None, None))
    told = row("hari", found, unknown)
    assert told == f"| `imbang hari` | {time} | {cpu} | – | – | – | ✓ |"


def test_what_the_tools_report_is_read() -> None:
    assert calls_in(STRACE) == (32, 6)
    assert instructions_in(CACHEGRIND) == 421_895_151
    assert instructions_in("valgrind: cannot run") is None


def test_what_is_left_out_is_what_the_program_calls() -> None:
    for name, functions in NETS.items():
        assert not [each for each in functions if not callable(getattr(import_module(name), each))]


def test_the_backup_of_the_day_is_there_already_among_those_of_a_year(bench: Bench) -> None:
    now = datetime.fromisoformat(NOW).astimezone(UTC)
    store = bench.place / "with" / STORE
    assert not is_due(store, now, "Asia/Jakarta")
    assert len(list(store.with_name("cadangan").iterdir())) == 7 + 4 + 12


@pytest.mark.parametrize(("arm", "logged"), [("with", ["tugas tambah"]), ("without", [])])
def test_both_ways_write_and_one_of_them_without_a_net(
    arm: str, logged: list[str], bench: Bench
) -> None:
    home = bench.place / arm
    environment = {"KESEIMBANGAN_HOME": str(home), "KESEIMBANGAN_SEKARANG": NOW}
    before = _names(home)
    subprocess.run(
        [sys.executable, ARM, arm, "tugas", "tambah", "B"],
        env={**os.environ, **environment},
        capture_output=True,
        check=True,
    )
    assert _column(home, "SELECT title FROM tasks") == ["A", "B"]
    written = _column(home, "SELECT command FROM steps WHERE created_at > '2026-11-23'")
    assert written == logged
    assert _names(home) == before


def test_a_table_takes_the_place_of_what_stands_between_its_marks(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("a\n<!-- x -->\nold\n<!-- /x -->\nb\n<!-- y -->\n<!-- /y -->\n", "utf-8")
    put(page, "x", "| \\1 |")
    after = "a\n<!-- x -->\n| \\1 |\n<!-- /x -->\nb\n<!-- y -->\n<!-- /y -->\n"
    assert page.read_text("utf-8") == after
    with pytest.raises(AssertionError, match="no place for z"):
        put(page, "z", "")


def _column(home: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(home / STORE)) as connection:
        return [value for (value,) in connection.execute(query)]


def _names(home: Path) -> set[str]:
    return {path.name for path in home.rglob("*")}
