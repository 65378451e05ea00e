"""Rewriting a store: killed at any moment the old or the new one stands; others are held off."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from keseimbangan import private_files
from keseimbangan.errors.locking import ConversionFailed
from keseimbangan.errors.store import StoreDamaged, StoreLocked
from keseimbangan.store import compiled, database, keys
from tests.cli.lock_steps import KEY, MARKER, OTHER_KEY, is_plain, read_elsewhere

pytest.importorskip("sqlcipher3")

from keseimbangan.store import conversion

NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="there is no fork on Windows")
YEAR = {"year": 2026, "first_month": 1, "last_month": 12, "archived": 0}


@pytest.fixture
def store(own_home: Path) -> Path:
    path = own_home / "keseimbangan.db"
    for title in (MARKER, "b"):
        _add(path, title)
    keys.hold(KEY)
    keys.hold(OTHER_KEY)
    return path


def _add(path: Path, title: str) -> None:
    with database.changing(path, NOW) as db:
        db.insert(compiled.INSERT_TARGET, {"uid": title, "title": title, **YEAR})


def _titles(path: Path) -> list[str]:
    with database.reading(path, NOW) as db:
        return [row["title"] for row in db.all("SELECT title FROM targets ORDER BY id")]


@POSIX
def test_where_the_store_is_a_link_the_file_it_points_to_is_locked(
    store: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "disk" / "data.db"
    kept.parent.mkdir()
    store.rename(kept)
    store.symlink_to(kept)
    conversion.convert(store, KEY)
    assert store.is_symlink()
    assert not is_plain(kept)
    assert _titles(store) == [MARKER, "b"]


@pytest.mark.parametrize("chain", [(KEY,), (KEY, None), (KEY, OTHER_KEY), (KEY, OTHER_KEY, None)])
def test_what_was_written_is_there_under_every_key(
    store: Path, chain: tuple[keys.Key | None, ...]
) -> None:
    for key in chain:
        conversion.convert(store, key)
    assert _titles(store) == [MARKER, "b"]
    assert is_plain(store) == (chain[-1] is None)
    _add(store, "c")
    assert _titles(store) == [MARKER, "b", "c"]


MOMENTS = {
    "the copy is begun": (conversion, "_export"),
    "the copy is compared": (conversion, "_is_same"),
    "the copy is brought to the disk": (private_files, "sync"),
    "the names are exchanged": (os, "replace"),
    "the old file is overwritten": (conversion, "_blank"),
    "the folder is brought to the disk": (private_files, "sync_folder"),
}


@POSIX
@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize(("before", "key"), [(None, KEY), (KEY, None), (KEY, OTHER_KEY)])
def test_killed_at_any_moment_the_store_is_whole_and_old_or_new(
    store: Path,
    monkeypatch: pytest.MonkeyPatch,
    moment: str,
    after: bool,
    before: keys.Key | None,
    key: keys.Key | None,
) -> None:
    if before:
        conversion.convert(store, before)
    place, name = MOMENTS[moment]
    _in_a_killed_process(lambda: conversion.convert(store, key), place, name, after, monkeypatch)
    assert _titles(store) == [MARKER, "b"]
    _add(store, "c")
    assert _titles(store) == [MARKER, "b", "c"]
    with closing(conversion.open_source(store)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    # And it can be done again.
    conversion.convert(store, key)
    assert _titles(store) == [MARKER, "b", "c"]


def _in_a_killed_process(
    call: Callable[[], None], place: Any, name: str, after: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = getattr(place, name)

    def killed(*arguments: Any, **named: Any) -> None:
        if after:
            original(*arguments, **named)
        os._exit(9)

    child = os.fork()
    if child == 0:
        monkeypatch.setattr(place, name, killed)
        try:
            call()
        finally:
            os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


def test_a_copy_that_differs_is_not_used(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = store.read_bytes()
    monkeypatch.setattr(conversion, "_is_same", lambda _source, _copy: False)
    with pytest.raises(ConversionFailed):
        conversion.convert(store, KEY)
    assert store.read_bytes() == before
    assert os.listdir(store.parent) == [store.name]


def test_a_damaged_store_is_not_rewritten(store: Path) -> None:
    data = bytearray(store.read_bytes())
    data[len(data) // 2 :] = os.urandom(len(data) - len(data) // 2)
    store.write_bytes(data)
    with pytest.raises(StoreDamaged):
        conversion.convert(store, KEY)
    assert store.read_bytes() == bytes(data)


def test_while_another_process_has_it_open_it_is_not_rewritten(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conversion, "BUSY_SECONDS", 0.1)
    with read_elsewhere(store):
        with pytest.raises(StoreLocked):
            conversion.convert(store, KEY)
        assert is_plain(store)
    conversion.convert(store, KEY)
    assert not is_plain(store)


@POSIX
def test_who_had_the_old_file_open_cannot_write_into_it_any_more(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As a command that has opened the file but not yet looked into it.
    early = sqlite3.connect(store, isolation_level=None)
    conversion.convert(store, KEY)
    with closing(early), pytest.raises(sqlite3.DatabaseError):
        early.execute("DELETE FROM targets")
    assert _titles(store) == [MARKER, "b"]


CONVERTER = (
    "import sys; from pathlib import Path; from keseimbangan.store import conversion, keys;"
    "conversion.convert(Path(sys.argv[1]), keys.Key(b'k' * 32, b'KSMB1' + b's' * 11))"
)


@POSIX
def test_a_command_that_waited_meanwhile_goes_on_with_the_new_file(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from keseimbangan.store import connections

    original = connections.keyed

    def late(name: str, key: keys.Key | None, **named: Any) -> sqlite3.Connection:
        monkeypatch.setattr(connections, "keyed", original)
        connection = original(name, key, **named)
        # In a process of its own: the locks of SQLite do not hold off their own.
        subprocess.run([sys.executable, "-c", CONVERTER, str(store)], check=True)
        return connection

    monkeypatch.setattr(connections, "keyed", late)
    _add(store, "c")
    assert _titles(store) == [MARKER, "b", "c"]
    assert not is_plain(store)


FULL = """
import resource, sys
from pathlib import Path
from keseimbangan.errors.store import StoreFull
from keseimbangan.store import conversion, keys
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    conversion.convert(Path(sys.argv[1]), keys.Key(b"k" * 32, b"KSMB1" + b"s" * 11))
except StoreFull:
    sys.exit(7)
"""


@POSIX
def test_a_full_disk_is_said_and_leaves_the_old_one(store: Path) -> None:
    before = store.read_bytes()
    assert subprocess.run([sys.executable, "-c", FULL, str(store)], check=False).returncode == 7
    assert store.read_bytes() == before
    assert os.listdir(store.parent) == [store.name]
