"""A name never stands for what is not on the disk, and what is done stays done without power.

What SQLite does itself is its own; here is what the program renames.
"""

import ast
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from keseimbangan import private_files
from keseimbangan.store import replacing
from tests.harness import SOURCE
from tests.in_process import Imbang

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="folders cannot be synced there")

CALLS: dict[str, tuple[tuple[str, ...], ...]] = {
    "a new store": (("tugas", "tambah", "Susun laporan"),),
    "a setting": (("atur", "ubah", "fokus.menit", "30"),),
    "an export": (("tugas", "tambah", "A"), ("data", "ekspor", "--ke", "a.json")),
    "an export in the place of one": (
        ("tugas", "tambah", "A"),
        ("data", "ekspor", "--ke", "a.json"),
        ("data", "ekspor", "--ke", "a.json", "--timpa"),
    ),
    "a calendar": (
        ("blok", "tambah", "Rapat", "09.00-10.00"),
        ("kalender", "ekspor", "--ke", "blok.ics"),
    ),
    "a report": (("laporan", "--ke", "laporan.md"),),
    "a backup": (("tugas", "tambah", "A"), ("data", "cadangkan")),
    "a backup elsewhere": (("tugas", "tambah", "A"), ("data", "cadangkan", "x.db")),
    "a backup in the place of one": (
        ("tugas", "tambah", "A"),
        ("data", "cadangkan", "x.db"),
        ("data", "cadangkan", "x.db", "--timpa"),
    ),
}


@pytest.mark.parametrize("calls", CALLS.values(), ids=CALLS)
def test_a_file_is_on_the_disk_before_it_has_its_name_and_the_name_right_after(
    imbang: Imbang, calls: tuple[tuple[str, ...], ...]
) -> None:
    for call in calls[:-1]:
        imbang(*call).ok()
    with recorded() as events:
        imbang(*calls[-1]).ok()
    named = [place for place, (what, _inode, _folder) in enumerate(events) if what == "name"]
    assert named
    for place in named:
        _what, inode, folder = events[place]
        assert ("sync", inode, None) in events[:place]
        assert ("sync", folder, None) in events[place:]


def test_a_lost_store_is_aside_for_good_before_another_takes_its_name(imbang: Imbang) -> None:
    imbang("tugas", "tambah", "Susun laporan").ok()
    imbang("data", "cadangkan", "x.db").ok()
    imbang.store.write_bytes(b"x" * 5000)
    imbang.store.with_name(f"{imbang.store.name}-wal").write_bytes(b"y" * 5000)
    with recorded() as events:
        replacing.replace(imbang.store, imbang.cwd / "x.db", datetime(2026, 11, 23, tzinfo=UTC))
    folder = imbang.home.stat().st_ino
    names = [place for place, event in enumerate(events) if event[0] == "name"]
    # The lost file, its log, the new store.
    assert len(names) == 3
    for place, after in zip(names, [*names[1:], len(events)], strict=True):
        assert ("sync", folder, None) in events[place:after]
    assert "Susun laporan" in imbang("tugas").ok().out


def test_a_folder_that_is_made_is_known_to_the_folder_above(tmp_path: Path) -> None:
    with recorded() as events:
        private_files.make_folder(tmp_path / "a" / "b")
    synced = {inode for what, inode, _folder in events if what == "sync"}
    assert {tmp_path.stat().st_ino, (tmp_path / "a").stat().st_ino} <= synced


def test_names_are_given_in_one_place() -> None:
    calls = {("os", "replace"), ("os", "rename"), ("os", "link"), ("shutil", "move")}
    found = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and (node.value.id, node.attr) in calls
    }
    assert found == {"private_files.py"}


@contextmanager
def recorded() -> Iterator[list[tuple[str, int, int | None]]]:
    """What is synced, and what is named in which folder, by inode and in this order."""
    events: list[tuple[str, int, int | None]] = []
    real = {name: getattr(os, name) for name in ("fsync", "replace", "rename", "link")}

    def fsync(handle: int) -> None:
        events.append(("sync", os.fstat(handle).st_ino, None))

    def naming(name: str) -> Callable[..., Any]:
        def call(source: Any, target: Any, **rest: Any) -> None:
            real[name](source, target, **rest)
            events.append(("name", os.stat(target).st_ino, Path(target).parent.stat().st_ino))

        return call

    os.fsync = fsync
    for name in ("replace", "rename", "link"):
        setattr(os, name, naming(name))
    try:
        yield events
    finally:
        for name, function in real.items():
            setattr(os, name, function)
