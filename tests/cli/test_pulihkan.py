"""`imbang data pulihkan`: what was comes back, what is can come back again."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from keseimbangan.store import compiled
from tests.harness import fingerprint
from tests.in_process import Imbang

MONDAY = "2026-11-23T07:30:00+07:00"
TUESDAY = "2026-11-24T07:30:00+07:00"
NOON = "2026-11-24T12:00:00+07:00"
LATER = "2026-11-24T13:00:00+07:00"


@pytest.fixture
def filled(imbang: Imbang) -> Imbang:
    """On Monday one task and one block; on Tuesday another task, and the block is deleted."""
    imbang("tugas", "tambah", "Susun laporan", now=MONDAY).ok()
    imbang("blok", "tambah", "Rapat", "09.00-10.00", now=MONDAY).ok()
    imbang("tugas", "tambah", "Dua", now=TUESDAY).ok()
    imbang("blok", "hapus", "1", "--ya", now=TUESDAY).ok()
    return imbang


def titles(imbang: Imbang) -> list[str]:
    tasks = imbang("tugas", "--json", now=NOON).ok().json["tasks"]
    return sorted(task["title"] for task in tasks)


def daily(imbang: Imbang) -> Path:
    return next((imbang.home / "cadangan").glob("*-harian-*"))


def test_the_newest_good_backup_comes_back_and_the_present_is_kept(filled: Imbang) -> None:
    document = filled("data", "pulihkan", "--ya", "--json", now=NOON).ok().json
    assert document["restored"] is True
    assert document["backup"] == str(daily(filled))
    assert document["changes"] == [
        {"table": "tasks", "returned": 0, "gone": 1, "changed": 0},
        {"table": "blocks", "returned": 1, "gone": 0, "changed": 0},
    ]
    assert document["damaged_kept"] is None
    assert titles(filled) == ["Susun laporan"]
    with closing(sqlite3.connect(document["kept"])) as kept:
        assert kept.execute("SELECT title FROM tasks ORDER BY id").fetchall() == [
            ("Susun laporan",),
            ("Dua",),
        ]


def test_a_backup_that_a_wrong_clock_dated_ahead_is_not_taken_for_the_newest(
    filled: Imbang,
) -> None:
    filled("data", "cadangkan", now="2027-11-24T07:30:00+07:00").ok()
    document = filled("data", "pulihkan", "--tinjau", "--json", now=NOON).ok().json
    assert document["backup"] == str(daily(filled))
    drill = filled("data", "periksa", "--latihan", "--json", now=NOON).ok().json
    assert drill["drill"]["backup"]["path"] == str(daily(filled))


def test_restoring_what_was_kept_before_takes_a_restore_back(filled: Imbang) -> None:
    kept = filled("data", "pulihkan", "--ya", "--json", now=NOON).ok().json["kept"]
    filled("data", "pulihkan", Path(kept).name, "--ya", now=LATER).ok()
    assert titles(filled) == ["Dua", "Susun laporan"]


def test_what_would_change_is_shown_and_nothing_changed(filled: Imbang) -> None:
    before = fingerprint(filled.home)
    out = filled("data", "pulihkan", "--tinjau", now=NOON, columns=200).ok().out
    assert "Tugas: 1 hilang" in out
    assert "Blok: 1 kembali" in out
    document = filled("data", "restore", "--preview", "--json", lang="en", now=NOON).ok().json
    assert (document["restored"], document["kept"]) == (False, None)
    assert fingerprint(filled.home) == before


def test_it_asks_and_names_what_and_how_many(filled: Imbang) -> None:
    before = fingerprint(filled.home)
    result = filled("data", "pulihkan", answers=["t"], now=NOON, columns=200).ok()
    assert "Tugas: 1 hilang" in result.err
    assert "Pulihkan (1 kembali dan 1 hilang)?" in " ".join(result.err.split())
    assert "Tidak ada yang diubah." in result.err
    assert not result.out
    assert fingerprint(filled.home) == before
    out = filled("data", "pulihkan", answers=["y"], now=NOON, columns=200).ok().out
    assert "Data dipulihkan" in out
    assert titles(filled) == ["Susun laporan"]


def test_without_a_terminal_the_flag_is_named(filled: Imbang) -> None:
    assert "--ya" in filled.refused(2, "data", "pulihkan", now=NOON).err


def test_a_day_a_file_and_a_name_from_the_list_are_understood(filled: Imbang) -> None:
    filled("data", "cadangkan", filled.cwd / "salinan.db", now=NOON).ok()
    filled("tugas", "tambah", "Tiga", now=NOON).ok()
    for which, backup in (
        ("selasa ini", daily(filled)),
        ("24/11", daily(filled)),
        (daily(filled).name, daily(filled)),
        ("salinan.db", filled.cwd / "salinan.db"),
        (str(filled.cwd / "salinan.db"), filled.cwd / "salinan.db"),
    ):
        document = filled("data", "pulihkan", which, "--tinjau", "--json", now=NOON).ok().json
        assert document["backup"] == str(backup), which


def test_a_day_before_the_first_backup_has_none(filled: Imbang) -> None:
    error = filled.refused(1, "data", "pulihkan", "22/11", "--json", now=NOON).error
    assert error["code"] == "no_backup"
    assert "22 November 2026" in error["message"]


@pytest.mark.parametrize("what", ["zzz", "hilang.db", "/tidak/ada.db", "."])
def test_what_is_neither_a_file_nor_a_day_is_said(filled: Imbang, what: str) -> None:
    error = filled.refused(2, "data", "pulihkan", what, "--json", now=NOON).error
    assert error["code"] == "unknown_backup"


def test_what_is_the_same_already_stays_so_and_makes_no_backup(filled: Imbang) -> None:
    filled("data", "cadangkan", now=NOON).ok()
    before = fingerprint(filled.home)
    out = filled("data", "pulihkan", now=NOON).ok().out
    assert "sudah sama" in out
    assert fingerprint(filled.home) == before


def test_nothing_is_restored_where_the_present_cannot_be_kept(
    filled: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = fingerprint(filled.home)
    monkeypatch.setattr("keseimbangan.store.backups.is_whole", lambda _connection: False)
    filled.refused(3, "data", "pulihkan", "--ya", now=NOON)
    assert fingerprint(filled.home) == before


def test_a_damaged_or_newer_backup_is_refused_with_the_newest_good_one(filled: Imbang) -> None:
    bad = filled.cwd / "x.db"
    bad.write_text("bukan basis data " * 99)
    error = filled.refused(1, "data", "pulihkan", "x.db", "--ya", "--json", now=NOON).error
    assert error["code"] == "backup_damaged"
    assert str(daily(filled)) in error["hint"]
    bad.unlink()
    filled("data", "cadangkan", "x.db", now=NOON).ok()
    with closing(sqlite3.connect(bad)) as connection:
        connection.execute(f"PRAGMA user_version = {compiled.SCHEMA_VERSION + 1}")
    error = filled.refused(1, "data", "pulihkan", "x.db", "--ya", "--json", now=NOON).error
    assert error["code"] == "backup_newer"


def sql(words: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(words)

    return change


DAMAGE: dict[str, Callable[[Path], object]] = {
    "a text": lambda path: path.write_text("catatan\n" * 900),
    "nothing": lambda path: path.write_bytes(b""),
    "a piece": lambda path: path.write_bytes(path.read_bytes()[:20_000]),
    "a format to come": lambda path: path.write_bytes(
        path.read_bytes()[:47] + b"\x09" + path.read_bytes()[48:]
    ),
    "another program's": sql("PRAGMA application_id = 7"),
    "without a table": sql("DROP TABLE tasks"),
    "a wrong schema number": sql("PRAGMA user_version = 1"),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_store_says_which_backup_and_which_command_and_that_works(
    filled: Imbang, damage: Callable[[Path], object]
) -> None:
    damage(filled.store)
    content = filled.store.read_bytes()
    error = filled("tugas", "--json", now=NOON).error
    if error["code"] != "migration_failed":
        assert error["code"] == "store_damaged"
        assert str(daily(filled)) in error["hint"]
        assert "imbang data pulihkan" in error["hint"]
    assert filled("data", "pulihkan", now=NOON).code == 2, "even so it asks"
    document = filled("data", "pulihkan", "--ya", "--json", now=NOON).ok().json
    kept = Path(document["damaged_kept"])
    assert kept.read_bytes() == content
    assert kept.parent == filled.home
    assert titles(filled) == ["Susun laporan"]
    filled("tugas", "tambah", "Lanjut", now=NOON).ok()
    filled("data", "periksa", now=NOON).ok()


def test_a_store_that_is_gone_comes_back_without_a_question(filled: Imbang) -> None:
    os.remove(filled.store)
    document = filled("data", "pulihkan", "--json", now=NOON).ok().json
    assert (document["kept"], document["damaged_kept"]) == (None, None)
    assert titles(filled) == ["Susun laporan"]


def test_a_new_computer_begins_with_a_backup(filled: Imbang, tmp_path: Path) -> None:
    filled("data", "cadangkan", "x.db", now=NOON).ok()
    home = tmp_path / "baru" / "rumah"
    filled("--home", home, "data", "pulihkan", "x.db", now=NOON).ok()
    assert "Dua" in filled("--home", home, "tugas", now=NOON).ok().out
    assert home.stat().st_mode & 0o077 == 0


def test_a_store_of_a_later_program_is_left_alone(filled: Imbang) -> None:
    sql(f"PRAGMA user_version = {compiled.SCHEMA_VERSION + 1}")(filled.store)
    error = filled.refused(3, "data", "pulihkan", "--ya", "--json", now=NOON).error
    assert error["code"] == "store_newer"


def test_a_damaged_store_without_a_backup_says_what_else_can_be_done(imbang: Imbang) -> None:
    imbang("tugas", "tambah", "Satu").ok()
    imbang.store.write_text("bukan basis data " * 99)
    error = imbang.refused(3, "tugas", "--json").error
    assert "imbang data pulihkan BERKAS" in error["hint"]
    assert imbang.refused(3, "data", "pulihkan", "--ya", "--json").error["code"] == "store_damaged"


def test_the_backup_is_called_by_its_moment_and_undoing_is_named(filled: Imbang) -> None:
    out = filled("data", "pulihkan", "--ya", now=NOON, columns=200).ok().out
    assert out.startswith("Data dipulihkan dari cadangan Sel 24 Nov 2026 07.30 (harian).\n")
    assert "Urungkan dengan: imbang urung" in out


def test_an_export_is_not_taken_for_a_backup_nor_a_backup_for_an_export(filled: Imbang) -> None:
    filled("data", "ekspor", "-o", "x.json", now=NOON).ok()
    filled("data", "cadangkan", filled.cwd / "x.db", now=NOON).ok()
    assert "imbang data impor" in filled.refused(1, "data", "pulihkan", "x.json", now=NOON).err
    assert "imbang data pulihkan" in filled.refused(2, "data", "impor", "x.db", now=NOON).err


def test_a_store_that_is_gone_is_not_taken_for_a_new_beginning(filled: Imbang) -> None:
    for path in filled.home.glob("keseimbangan.db*"):
        path.unlink()
    out = filled("hari", now=NOON, columns=200).ok().out
    assert "tidak ada, tetapi cadangannya ada" in out.splitlines()[0]
    assert "1 cadangan, yang terbaru Sel 24 Nov 2026 07.30." in out
    assert "Selamat datang" not in out
    examined = filled("data", "periksa", "--json", now=NOON)
    assert (examined.code, examined.json["sound"]) == (1, False)
    assert "imbang data pulihkan" in filled("data", "periksa", now=NOON).out
    assert "imbang data pulihkan" in filled("tugas", "tambah", "Baru", now=NOON).ok().err
    filled("data", "pulihkan", "--ya", now=LATER).ok()
    assert titles(filled) == ["Susun laporan"]


HOSTILE = """
CREATE TABLE bayangan (isi);
CREATE TRIGGER "intip; DROP" AFTER INSERT ON stress_entries
    BEGIN INSERT INTO bayangan VALUES (NEW.note); END;
CREATE TRIGGER ganti AFTER INSERT ON tasks
    BEGIN UPDATE tasks SET title = 'lain' WHERE id = NEW.id; END;
CREATE VIEW tanpa_akhir AS
    WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n;
DROP TRIGGER log_keep;
"""


def altered(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(HOSTILE)


def test_what_somebody_put_into_a_backup_never_acts(filled: Imbang, tmp_path: Path) -> None:
    filled("data", "cadangkan", "x.db", now=NOON).ok()
    altered(filled.cwd / "x.db")
    home = tmp_path / "baru"
    filled("--home", home, "data", "pulihkan", "x.db", now=NOON).ok()
    filled("--home", home, "tugas", "tambah", "Tiga", now=NOON).ok()
    assert "Tiga" in filled("--home", home, "tugas", now=NOON).ok().out
    filled("--home", home, "urung", now=NOON).ok()
    assert "utuh" in filled("--home", home, "data", "periksa", now=NOON).ok().out


def test_a_store_in_which_somebody_put_something_is_as_it_should_be_after_a_restore(
    filled: Imbang,
) -> None:
    filled("data", "cadangkan", now=NOON).ok()
    altered(filled.store)
    assert "imbang data pulihkan" in filled("data", "periksa", now=NOON).out
    result = filled("data", "pulihkan", "--ya", now=LATER).ok()
    assert "semestinya" in result.err
    assert "utuh" in filled("data", "periksa", now=LATER).ok().out
    assert titles(filled) == ["Dua", "Susun laporan"]


def test_a_home_of_nobody_is_a_name_like_any_other(filled: Imbang) -> None:
    for command in ("pulihkan", "cadangkan", "ekspor"):
        name = "~tidakadaorangnya/x.db"
        words = ("data", command, "--ke", name) if command == "ekspor" else ("data", command, name)
        assert filled(*words).code in (1, 2, 3)
