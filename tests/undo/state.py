"""All that undoing has to put back, and how to look at the log."""

import sqlite3
import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from keseimbangan.store import compiled
from keseimbangan.store.triggers import NOT_LOGGED
from tests.in_process import Imbang
from tests.undo.calls import Call, prepare


@contextmanager
def fresh() -> Iterator[Imbang]:
    """The program with a home of its own, for each of the examples of one test."""
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        home, cwd = Path(name, "home"), Path(name, "cwd")
        cwd.mkdir()
        prepare(cwd)
        patch.setenv("KESEIMBANGAN_HOME", str(home))
        yield Imbang(home, cwd)


def run(imbang: Imbang, call: Call) -> int:
    """Make a call; its exit code."""
    result = imbang(*call.words, answers=call.answers)
    assert result.code in (0, 1, 2, 130), f"{call}: {result.err}"
    return result.code


def state(imbang: Imbang) -> dict[str, Any]:
    """Every row of every table that is logged, stamps included, and the settings."""
    return {**rows(imbang.store), "settings": settings(imbang.home)}


def rows(store: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every logged table."""
    tables = [table for table in compiled.TABLES if table not in NOT_LOGGED]
    if not store.exists():
        return {table: [] for table in tables}
    with closing(sqlite3.connect(store)) as db:
        return {t: db.execute(f"SELECT * FROM {t} ORDER BY id").fetchall() for t in tables}


def settings(home: Path) -> dict[str, Any]:
    """What the file of settings says."""
    path = home / "pengaturan.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def done_steps(store: Path) -> int:
    """How many steps can be undone."""
    if not store.exists():
        return 0
    with closing(sqlite3.connect(store)) as db:
        (number,) = db.execute("SELECT count(*) FROM steps WHERE state = 'done'").fetchone()
    return int(number)
