"""`imbang data cadangkan`, and the backup of the day that nobody has to ask for."""

import os
import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.harness import Installed, fingerprint
from tests.in_process import Imbang

MONDAY = "2026-11-23T07:30:00+07:00"
TUESDAY = "2026-11-24T07:30:00+07:00"


@pytest.fixture
def filled(imbang: Imbang) -> Imbang:
    imbang("tugas", "tambah", "Susun laporan", now=MONDAY).ok()
    return imbang


def names(imbang: Imbang) -> list[str]:
    folder = imbang.home / "cadangan"
    return sorted(os.listdir(folder)) if folder.exists() else []


def titles(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [title for (title,) in connection.execute("SELECT title FROM tasks ORDER BY id")]


def test_the_first_write_of_a_day_keeps_what_was_before_it_and_the_next_costs_nothing(
    filled: Imbang,
) -> None:
    filled("tugas", "tambah", "Dua", now=TUESDAY).ok()
    (name,) = names(filled)
    assert name.startswith("2026-11-24T00.30.00Z-harian-skema")
    assert titles(filled.home / "cadangan" / name) == ["Susun laporan"]
    filled("tugas", "tambah", "Tiga", now="2026-11-24T23:59:00+07:00").ok()
    assert names(filled) == [name]


def test_a_day_that_begins_with_undoing_keeps_what_was_before_it(filled: Imbang) -> None:
    filled("urung", now=TUESDAY).ok()
    (name,) = names(filled)
    assert titles(filled.home / "cadangan" / name) == ["Susun laporan"]
    assert titles(filled.store) == []


def test_on_the_day_a_store_begins_there_is_nothing_to_keep(filled: Imbang) -> None:
    filled("tugas", "tambah", "Dua").ok()
    filled("tugas", "daftar", now=TUESDAY).ok()
    assert names(filled) == [], "and reading keeps nothing either"


def test_what_is_refused_keeps_no_backup_either(filled: Imbang) -> None:
    filled.refused(1, "tugas", "selesai", "99", now=TUESDAY)
    assert names(filled) == []


def test_a_day_of_another_zone_begins_when_it_begins_there(filled: Imbang) -> None:
    filled("atur", "ubah", "zona", "WIT").ok()
    filled("tugas", "tambah", "Dua", now="2026-11-23T22:30:00+07:00").ok()
    assert len(names(filled)) == 1


def test_after_a_month_of_days_only_those_of_the_rule_are_left(filled: Imbang) -> None:
    for day in range(1, 32):
        filled("tugas", "ubah", "1", "--penting", now=f"2026-12-{day:02d}T08:00:00+07:00").ok()
    listed = filled("data", "cadangkan", "--daftar", "--json").ok().json["backups"]
    days = [backup["made_at"][8:10] for backup in listed]
    assert days[:7] == ["31", "30", "29", "28", "27", "26", "25"]
    assert days[7:] == ["20", "13"], "the last of the weeks before"


def test_where_no_daily_backup_comes_about_the_command_goes_on_and_says_so(
    filled: Imbang,
) -> None:
    (filled.home / "cadangan").write_text("x")
    result = filled("tugas", "tambah", "Dua", now=TUESDAY).ok()
    assert "Cadangan harian belum dibuat." in result.err
    assert "Perintah Anda tetap dijalankan." in result.err
    assert "Dua" in filled("tugas", now=TUESDAY).ok().out


def test_a_damaged_page_is_noticed_by_the_backup_of_the_day(filled: Imbang) -> None:
    filled("tugas", "tambah", "Dua", now=TUESDAY).ok()
    with closing(sqlite3.connect(filled.store)) as connection:
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'leaves'"
        ).fetchone()
    content = bytearray(filled.store.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    filled.store.write_bytes(content)
    result = filled("tugas", "tambah", "Tiga", now="2026-11-25T07:30:00+07:00").ok()
    assert "rusak" in result.err
    assert names(filled)[0] in result.err
    assert len(names(filled)) == 1


def test_a_store_that_is_no_store_is_said_once(filled: Imbang) -> None:
    filled.store.write_text("bukan basis data " * 99)
    result = filled("tugas", "tambah", "Dua", now=TUESDAY)
    assert result.code == 3
    assert len(result.err.splitlines()) == 1
    assert names(filled) == []


def test_a_backup_by_hand_says_where_it_is_and_that_it_was_checked(filled: Imbang) -> None:
    document = filled("data", "cadangkan", "--json").ok().json["backup"]
    assert document["verified"] is True
    assert document["bytes"] == Path(document["path"]).stat().st_size
    assert titles(Path(document["path"])) == ["Susun laporan"]
    out = filled("data", "cadangkan", columns=200).ok().out
    assert "sudah diperiksa" in out
    assert names(filled)[-1] in out or names(filled)[0] in out


def test_a_backup_goes_into_a_file_or_a_folder_of_choice(filled: Imbang) -> None:
    filled("data", "cadangkan", "salinan.db").ok()
    filled("data", "cadangkan", ".").ok()
    assert sorted(os.listdir(filled.cwd)) == ["keseimbangan-2026-11-23.db", "salinan.db"]
    assert titles(filled.cwd / "salinan.db") == ["Susun laporan"]
    assert names(filled) == []


def test_a_file_that_is_there_is_replaced_only_with_leave(filled: Imbang) -> None:
    (filled.cwd / "x.db").write_text("penting")
    error = filled.refused(1, "data", "cadangkan", "x.db", "--json").error
    assert (error["code"], "--timpa" in error["hint"]) == ("file_exists", True)
    assert (filled.cwd / "x.db").read_text() == "penting"
    filled("data", "cadangkan", "x.db", "--timpa").ok()
    assert titles(filled.cwd / "x.db") == ["Susun laporan"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_a_link_is_never_written_through(filled: Imbang) -> None:
    (filled.cwd / "asli.db").write_text("penting")
    (filled.cwd / "x.db").symlink_to("asli.db")
    (filled.cwd / "buntu.db").symlink_to("tiada.db")
    for name in ("x.db", "buntu.db"):
        assert filled.refused(1, "data", "cadangkan", name, "--json").error["code"] == "file_exists"
    filled("data", "cadangkan", "x.db", "--timpa").ok()
    assert (filled.cwd / "asli.db").read_text() == "penting"
    assert titles(filled.cwd / "x.db") == ["Susun laporan"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_the_store_itself_is_never_the_place_of_its_backup(filled: Imbang) -> None:
    (filled.cwd / "tautan.db").symlink_to(filled.store)
    for place in (filled.store, "tautan.db", filled.home / ".." / "home" / filled.store.name):
        result = filled.refused(1, "data", "cadangkan", place, "--timpa", "--json")
        assert result.error["code"] == "own_file"


@pytest.mark.parametrize("place", ["hilang/x.db", "x" * 300])
def test_a_place_that_cannot_be_is_said(filled: Imbang, place: str) -> None:
    error = filled.refused(1, "data", "cadangkan", place, "--json").error
    assert error["code"] == "file_not_writable"
    assert not list(filled.cwd.iterdir())


def test_nothing_is_there_to_be_kept_before_the_first_write(imbang: Imbang) -> None:
    assert imbang.refused(1, "data", "cadangkan", "--json").error["code"] == "nothing_to_back_up"
    assert imbang("data", "cadangkan", "--daftar", "--json").ok().json["backups"] == []
    assert "Belum ada cadangan" in imbang("data", "cadangkan", "--daftar").ok().out
    assert not imbang.home.exists()


def test_the_list_and_a_file_do_not_go_together(filled: Imbang) -> None:
    filled.refused(2, "data", "cadangkan", "x.db", "--daftar")


def test_the_list_tells_when_why_how_large_and_by_which_name(filled: Imbang) -> None:
    filled("tugas", "tambah", "Dua", now=TUESDAY).ok()
    filled("data", "cadangkan", now="2026-11-24T16:00:00+07:00").ok()
    newest, oldest = filled("data", "backup", "--list", "--json", lang="en").ok().json["backups"]
    assert (newest["reason"], oldest["reason"]) == ("manual", "daily")
    assert newest["made_at"] == "2026-11-24T16:00:00+07:00"
    assert set(newest) == {"path", "made_at", "reason", "schema", "bytes", "locked"}
    out = filled("data", "cadangkan", "--daftar", columns=60).ok().out
    assert "Sel 24 Nov 2026 16.00, Anda minta" in out
    assert all(name in out for name in names(filled))
    assert all(len(line) <= 60 for line in out.splitlines()[:-2])


def test_a_backup_can_be_made_of_a_store_of_an_earlier_program(filled: Imbang) -> None:
    with closing(sqlite3.connect(filled.store)) as connection:
        connection.execute("PRAGMA user_version = 1")
    before = fingerprint(filled.home)
    filled("data", "cadangkan", "lama.db").ok()
    assert fingerprint(filled.home) == before


def test_every_day_costs_no_import_that_is_heavy(installed: Installed) -> None:
    installed("tugas", "tambah", "Satu", now=MONDAY).ok()
    program = (
        "import sys\nfrom keseimbangan.cli.run import run\n"
        "assert run(['tugas', 'tambah', 'Dua']) == 0\n"
        "assert not {'sqlmodel', 'sqlalchemy', 'alembic'} & set(sys.modules)\n"
    )
    done = installed.shell(
        f'"{sys.executable}" -c "{program}"', env={"KESEIMBANGAN_SEKARANG": TUESDAY}
    )
    assert done.code == 0, done.err
    assert len(os.listdir(installed.home / "cadangan")) == 1


def test_a_home_that_was_copied_as_a_whole_is_a_home(filled: Imbang, tmp_path: Path) -> None:
    filled("data", "cadangkan").ok()
    shutil.copytree(filled.home, tmp_path / "lain")
    home = str(tmp_path / "lain")
    listed = filled("--home", home, "data", "cadangkan", "--daftar", "--json").ok().json
    assert listed["folder"] == str(tmp_path / "lain" / "cadangan")
    assert len(listed["backups"]) == 1
