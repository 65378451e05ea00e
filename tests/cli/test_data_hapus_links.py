"""Erasing where links, pipes and second names stand in the place of files of ours."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.erasing_steps import OWN, written
from tests.cli.lock_steps import MARKER, holding
from tests.in_process import Imbang

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
_WRITER = (
    "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], timeout=0.1);"
    "c.execute('UPDATE tasks SET title = 1'); c.commit()"
)
NAMES = (".keseimbangan-hapus-x.new", ".keseimbangan-kunci-x.new")


@pytest.fixture
def filled(imbang: Imbang) -> Imbang:
    return written(imbang)


@pytest.fixture
def linked(filled: Imbang, tmp_path: Path) -> Imbang:
    """The store is kept on another disk."""
    (tmp_path / "disk").mkdir()
    filled.store.rename(tmp_path / "disk" / "data.db")
    filled.store.symlink_to(tmp_path / "disk" / "data.db")
    return filled


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("folder", [".", "cadangan"])
def test_what_a_link_of_that_name_leads_to_stays(
    filled: Imbang, tmp_path: Path, name: str, folder: str
) -> None:
    letter = tmp_path / "surat.txt"
    letter.write_text("milik orang")
    (filled.home / folder / name).symlink_to(letter)
    filled("tugas", "tambah", "Baru").ok()
    filled("data", "cadangkan").ok()
    filled("data", "hapus", "jurnal", "--ya").ok()
    assert letter.read_text() == "milik orang"
    assert holding(filled.home, MARKER) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_second_name_of_the_store_does_not_cost_the_store(filled: Imbang, name: str) -> None:
    os.link(filled.store, filled.home / name)
    filled("tugas", "tambah", "Baru").ok()
    assert not (filled.home / name).exists()
    assert "Baru" in filled("tugas", "daftar").ok().out


@pytest.mark.parametrize("name", NAMES)
def test_a_pipe_of_that_name_is_not_waited_for(filled: Imbang, name: str) -> None:
    os.mkfifo(filled.home / name)
    filled("tugas", "tambah", "Baru").ok()
    assert not (filled.home / name).exists()


def test_files_of_others_beside_a_named_backup_stay(filled: Imbang, tmp_path: Path) -> None:
    shared = tmp_path / "bersama"
    shared.mkdir()
    (shared / NAMES[0]).write_text("milik orang")
    filled("data", "cadangkan", shared / "x.db").ok()
    assert (shared / NAMES[0]).read_text() == "milik orang"


def test_a_copy_that_a_person_keeps_by_a_second_name_stays_whole(
    filled: Imbang, tmp_path: Path
) -> None:
    (backup, *_others) = (filled.home / "cadangan").glob("*.db")
    os.link(backup, tmp_path / "simpanan.db")
    filled("data", "hapus", "--semua", "--ya").ok()
    filled("data", "pulihkan", tmp_path / "simpanan.db", "--ya").ok()
    assert OWN in filled("tugas", "daftar").ok().out


def test_a_disk_that_is_away_is_waited_for(linked: Imbang, tmp_path: Path) -> None:
    (tmp_path / "disk").rename(tmp_path / "dilepas")
    for words in (("hapus", "--semua", "--ya"), ("hapus", "jurnal", "--ya"), ("kunci",)):
        assert linked.refused(3, "data", *words, "--json").error["code"] == "store_unreachable"
    (tmp_path / "dilepas").rename(tmp_path / "disk")
    assert OWN in linked("tugas", "daftar").ok().out


@pytest.mark.parametrize(("lang", "said"), [("id", "tidak ikut terhapus"), ("en", "not erased")])
def test_a_store_that_is_not_where_its_name_leads_is_said_to_be_left(
    linked: Imbang, tmp_path: Path, lang: str, said: str
) -> None:
    (tmp_path / "disk" / "data.db").unlink()
    assert said in linked("data", "hapus", "--semua", "--ya", lang=lang).ok().err
    assert os.listdir(linked.home) == []


def test_a_log_that_a_killed_erasing_left_behind_a_link_goes_too(
    linked: Imbang, tmp_path: Path
) -> None:
    store, log = tmp_path / "disk" / "data.db", tmp_path / "disk" / "data.db-wal"
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("UPDATE tasks SET title = ?", ("SISANYA",))
        connection.commit()
        shutil.copyfile(log, tmp_path / "sisa")
    store.unlink()
    (tmp_path / "sisa").rename(log)
    assert b"SISANYA" in log.read_bytes()
    linked("data", "hapus", "--semua", "--ya").ok()
    assert os.listdir(tmp_path / "disk") == []


def test_behind_a_link_too_nobody_writes_while_everything_goes(
    linked: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    from keseimbangan.store import purging

    destroy, said = purging.destroy, []

    def meanwhile(paths: list[Path]) -> None:
        if linked.store.exists():
            writing = [sys.executable, "-c", _WRITER, str(linked.store)]
            said.append(subprocess.run(writing, capture_output=True, text=True).stderr)
        destroy(paths)

    monkeypatch.setattr(purging, "destroy", meanwhile)
    linked("data", "hapus", "--semua", "--ya").ok()
    assert said
    assert all("database is locked" in each for each in said)


def test_a_store_that_another_terminal_began_meanwhile_stays(
    filled: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    from keseimbangan.cli import purging_all

    begun = purging_all._is_begun_anew

    def begin(store: Path) -> bool:
        filled("tugas", "tambah", "Awal yang baru").ok()
        return begun(store)

    monkeypatch.setattr(purging_all, "_is_begun_anew", begin)
    filled("data", "hapus", "--semua", "--ya").ok()
    assert "Awal yang baru" in filled("tugas", "daftar").ok().out
    assert holding(filled.home, MARKER) == []
