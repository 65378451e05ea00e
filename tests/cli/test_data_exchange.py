"""`imbang data ekspor` and `impor`: one's own data, carried from one computer to another."""

import csv
import io
import json
import os
import sqlite3
import sys
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from keseimbangan.errors import exchange
from keseimbangan.store import compiled
from keseimbangan.view.table_words import noun
from tests.in_process import Imbang
from tests.store import filling

SECRET = "atasan menyindir saya di rapat"
MONDAY, TUESDAY = "2026-11-23T08:00:00+07:00", "2026-11-24T08:00:00+07:00"
LATER = "2026-11-24T12:00:00+07:00"
FILE = "keseimbangan-2026-11-23.json"


@pytest.fixture
def filled(imbang: Imbang) -> Imbang:
    """A store with something of what one exchanges."""
    imbang("skp", "tambah", "Laporan tepat waktu").ok()
    imbang("tugas", "tambah", "Susun laporan", "--penting", "--skp", 1).ok()
    imbang("blok", "tambah", "Apel", "07.00-07.30", "--ulang", "tiap senin", "--tugas", 1).ok()
    imbang("jurnal", "tulis", "--tingkat", 6, "--pemicu", "rapat", "--catatan", SECRET).ok()
    imbang("libur", "tambah", "2026-11-27", "HUT kantor").ok()
    return imbang


@pytest.fixture
def home(tmp_path: Path, cwd: Path) -> Imbang:
    """The other computer, which shares the folder for files."""
    return Home(tmp_path / "other", cwd)


class Home(Imbang):
    def __call__(self, *arguments: Any, **options: Any) -> Any:
        options["env"] = {"KESEIMBANGAN_HOME": str(self.home), **(options.get("env") or {})}
        return super().__call__(*arguments, **options)


def imported(imbang: Imbang, *words: Any, **options: Any) -> dict[str, Any]:
    return dict(imbang("data", "impor", *words, "--json", **options).ok().json["import"])


def counts(found: dict[str, Any], verdict: str) -> dict[str, int]:
    return {each["name"]: each[verdict] for each in found["tables"] if each[verdict]}


# Export


def test_everything_is_in_one_file_that_is_its_owners_alone(filled: Imbang) -> None:
    before = os.umask(0)
    try:
        found = filled("data", "ekspor", "--json").ok().json["export"]
    finally:
        os.umask(before)
    path = filled.cwd / FILE
    assert found["file"] == FILE
    assert found["bytes"] == path.stat().st_size
    assert {each["name"] for each in found["tables"]} == set(compiled.TABLES)
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o777 == 0o600
    document = json.loads(path.read_text(encoding="utf-8"))
    assert {name: value for name, value in document.items() if name != "tables"} == {
        "format": "keseimbangan",
        "format_version": 1,
        "application_id": 0x4B534D42,
        "schema": compiled.SCHEMA_VERSION,
        "created_at": "2026-11-23T00:30:00Z",
        "journal": True,
    }
    (task,), (target,) = document["tables"]["tasks"], document["tables"]["targets"]
    assert task["important"] is True
    assert task["target_id"] == {"number": 1, "uid": target["uid"]}
    assert [entry.name for entry in filled.cwd.iterdir()] == [FILE]


def test_it_is_said_whether_the_journal_is_inside(filled: Imbang) -> None:
    said = " ".join(filled("data", "ekspor").ok().out.split())
    assert "Jurnal stres Anda ada di dalamnya (1 catatan)" in said
    assert "--tanpa-jurnal" in said
    assert SECRET in (filled.cwd / FILE).read_text(encoding="utf-8")
    without = filled("data", "ekspor", "--tanpa-jurnal", "-o", "tanpa.json").ok().out
    assert "Jurnal stres tidak ada di dalamnya." in without
    text = (filled.cwd / "tanpa.json").read_text(encoding="utf-8")
    assert SECRET not in text
    assert "stress" not in text
    assert json.loads(text)["journal"] is False


def test_a_file_is_not_written_over_unasked(filled: Imbang) -> None:
    (filled.cwd / "x.json").write_text("penting", encoding="utf-8")
    refused = filled.refused(1, "data", "ekspor", "-o", "x.json")
    assert "--timpa" in refused.err
    assert (filled.cwd / "x.json").read_text(encoding="utf-8") == "penting"
    filled("data", "ekspor", "-o", "x.json", "--timpa").ok()
    assert json.loads((filled.cwd / "x.json").read_text(encoding="utf-8"))


def test_what_breaks_while_it_is_written_leaves_what_was_there(
    filled: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    (filled.cwd / "x.json").write_text("penting", encoding="utf-8")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    refused = filled("data", "ekspor", "-o", "x.json", "--timpa")
    assert (refused.code, refused.out) == (1, "")
    assert "tidak ada ruang tersisa" in refused.err
    assert [entry.name for entry in filled.cwd.iterdir()] == ["x.json"]
    assert (filled.cwd / "x.json").read_text(encoding="utf-8") == "penting"


def test_standard_output_can_be_piped_into_what_encrypts_it(filled: Imbang) -> None:
    result = filled("data", "ekspor", "-o", "-").ok()
    assert result.json["format"] == "keseimbangan"
    assert "Jurnal stres" in result.err
    filled.refused(2, "data", "ekspor", "-o", "-", "--json")
    filled.refused(2, "data", "ekspor", "-o", "-", "--format", "csv")
    assert not list(filled.cwd.iterdir())


def test_tables_come_as_csv_without_formulas(filled: Imbang) -> None:
    filled("tugas", "tambah", '=HYPERLINK("http://x")').ok()
    with closing(sqlite3.connect(filled.store)) as connection, connection:
        connection.execute("UPDATE tasks SET note = char(10) || '@x' WHERE id = 2")
    filled("data", "ekspor", "--format", "csv").ok()
    with zipfile.ZipFile(filled.cwd / "keseimbangan-2026-11-23.zip") as archive:
        assert {name.removesuffix(".csv") for name in archive.namelist()} == set(compiled.TABLES)
        text = archive.read("tasks.csv").decode("utf-8-sig")
    first, second = csv.DictReader(io.StringIO(text, newline=""))
    assert (first["title"], first["important"], first["target_id"]) == ("Susun laporan", "1", "1")
    assert second["title"] == '\'=HYPERLINK("http://x")'
    assert second["note"] == "'\n@x"
    assert second["due"] == ""


def test_an_empty_store_is_exported_and_not_made(imbang: Imbang) -> None:
    assert "Belum ada isinya." in imbang("data", "ekspor").ok().out
    assert not imbang.home.exists()


# Import


def test_another_computer_gets_all_of_it_under_the_same_numbers(
    filled: Imbang, home: Imbang
) -> None:
    filled("data", "ekspor").ok()
    found = imported(home, FILE)
    assert counts(found, "new") == {
        "targets": 1,
        "tasks": 1,
        "blocks": 1,
        "stress_entries": 1,
        "holidays": 1,
    }
    for call in (("hari",), ("tugas", "lihat", 1), ("jurnal", "lihat", 1), ("blok", "lihat", 1)):
        assert home(*call, "--json").ok().json == filled(*call, "--json").ok().json


def test_a_preview_changes_nothing_and_makes_nothing(filled: Imbang, home: Imbang) -> None:
    filled("data", "ekspor").ok()
    found = imported(home, FILE, "--tinjau")
    assert (found["applied"], counts(found, "new")["tasks"]) == (False, 1)
    assert not home.home.exists()
    out = filled("data", "impor", FILE, "--tinjau").ok().out
    assert "Tidak ada yang baru" in out


def test_what_changed_last_stays_and_both_stamps_are_told(filled: Imbang, home: Imbang) -> None:
    filled("data", "ekspor").ok()
    home("data", "impor", FILE).ok()
    home("tugas", "ubah", 1, "--judul", "Susun laporan akhir", now=TUESDAY).ok()
    filled("tugas", "ubah", 1, "--judul", "Susun laporan awal", now=MONDAY).ok()
    home("data", "ekspor", "-o", "rumah.json", now=TUESDAY).ok()
    filled("data", "ekspor", "-o", "kantor.json", now=MONDAY).ok()
    kept = imported(home, "kantor.json", now=TUESDAY)
    (difference,) = kept["differences"]
    assert (difference["winner"], difference["number"]) == ("store", 1)
    assert difference["here_changed_at"] == "2026-11-24T01:00:00Z"
    assert difference["file_changed_at"] == "2026-11-23T01:00:00Z"
    assert difference["reason"] == "same_row"
    taken = imported(filled, "rumah.json", now=TUESDAY)
    assert taken["differences"][0]["winner"] == "file"
    for imbang in (home, filled):
        assert imbang("tugas", "lihat", 1, "--json").json["task"]["title"] == "Susun laporan akhir"
    assert counts(imported(home, "rumah.json"), "changed") == {}


def test_a_change_made_after_that_of_a_clock_that_is_ahead_stays(
    filled: Imbang, home: Imbang
) -> None:
    filled("data", "ekspor").ok()
    home("data", "impor", FILE).ok()
    home("tugas", "ubah", 1, "--judul", "Dari rumah", now="2026-11-23T09:00:00+07:00").ok()
    home("data", "ekspor", "-o", "rumah.json").ok()
    filled("data", "impor", "rumah.json", now="2026-11-23T08:00:00+07:00").ok()
    for minute, title in enumerate(("Dari kantor", "Lagi dari kantor"), 10):
        now = f"2026-11-23T08:{minute}:00+07:00"
        filled("tugas", "ubah", 1, "--judul", title, now=now).ok()
    assert counts(imported(filled, "rumah.json"), "changed") == {}
    filled("data", "ekspor", "-o", "kantor.json").ok()
    home("data", "impor", "kantor.json").ok()
    for imbang in (home, filled):
        assert imbang("tugas", "lihat", 1, "--json").json["task"]["title"] == "Lagi dari kantor"


def test_a_person_reads_which_version_stays(filled: Imbang, home: Imbang) -> None:
    filled("data", "ekspor").ok()
    home("data", "impor", FILE).ok()
    home("tugas", "ubah", 1, "--judul", "[bold]x[/]", now=TUESDAY).ok()
    home("data", "ekspor", "-o", "rumah.json").ok()
    out = filled("data", "impor", "rumah.json", "--tinjau", columns=60).ok().out
    assert "Diganti, sebab versi di berkas lebih baru" in out
    assert "[bold]x[/]" in out
    assert all(len(line) <= 60 for line in out.splitlines())
    assert "Dipertahankan, sebab versi di sini lebih baru" in home("data", "impor", FILE).ok().out


def test_new_rows_get_numbers_of_their_own_where_theirs_are_taken(
    filled: Imbang, home: Imbang
) -> None:
    home("tugas", "tambah", "Belanja").ok()
    filled("data", "ekspor").ok()
    preview = home("data", "impor", FILE, "--tinjau").ok().out
    out = home("data", "impor", FILE).ok().out
    assert "Tugas 2 Susun laporan: di berkas 1" in out
    assert "Bernomor lain di sini" in preview
    assert "Jurnal stres 1" not in out
    tasks = home("tugas", "daftar", "--json").json["tasks"]
    assert {task["number"]: task["title"] for task in tasks} == {1: "Belanja", 2: "Susun laporan"}
    assert home("blok", "lihat", 1, "--json").json["block"]["task"] == 2


def test_two_notes_of_the_same_day_become_the_one_that_changed_last(
    filled: Imbang, home: Imbang
) -> None:
    home("libur", "tambah", "2026-11-27", "HUT provinsi", now=TUESDAY).ok()
    home("data", "ekspor", "-o", "rumah.json").ok()
    (difference,) = imported(filled, "rumah.json")["differences"]
    assert (difference["reason"], difference["winner"]) == ("same_key", "file")
    found = filled("libur", "daftar", 2026, "--json").json["holidays"]
    assert [each["name"] for each in found if each["date"] == "2026-11-27"] == ["HUT provinsi"]


def test_what_is_not_in_the_file_stays(filled: Imbang, home: Imbang) -> None:
    home("tugas", "tambah", "Belanja").ok()
    home("data", "ekspor", "-o", "rumah.json").ok()
    filled("data", "impor", "rumah.json").ok()
    titles = {task["title"] for task in filled("tugas", "daftar", "--json").json["tasks"]}
    assert titles == {"Belanja", "Susun laporan"}


def titles(imbang: Imbang) -> list[str]:
    found = imbang("tugas", "daftar", "--json").ok().json["tasks"]
    return sorted(task["title"] for task in found)


@pytest.fixture
def shared(filled: Imbang, home: Imbang) -> Imbang:
    """The first computer, after both have the same three tasks."""
    filled("tugas", "tambah", "Arsip").ok()
    filled("tugas", "tambah", "Belanja").ok()
    filled("data", "ekspor").ok()
    home("data", "impor", FILE).ok()
    return filled


def test_what_was_deleted_on_one_computer_goes_on_the_other(shared: Imbang, home: Imbang) -> None:
    home("tugas", "hapus", 2, "--ya", now=TUESDAY).ok()
    home("data", "ekspor", "-o", "rumah.json", now=TUESDAY).ok()
    told = shared("data", "impor", "rumah.json", "--tinjau", now=TUESDAY).ok().out
    assert "Dihapus, sebab sudah dihapus di komputer lain" in told
    assert "Tugas 2 Arsip: diubah Sen 23 Nov 07.30, dihapus Sel 24 Nov 08.00" in told
    assert titles(shared) == ["Arsip", "Belanja", "Susun laporan"]
    (removal,) = imported(shared, "rumah.json", now=TUESDAY)["removals"]
    assert (removal["label"], removal["deleted_in"], removal["removed"]) == ("Arsip", "file", True)
    assert titles(shared) == ["Belanja", "Susun laporan"]
    assert imported(shared, "rumah.json", now=TUESDAY)["backup"] is None
    shared("urung").ok()
    assert titles(shared) == ["Arsip", "Belanja", "Susun laporan"]


def test_what_was_deleted_here_does_not_come_back(shared: Imbang, home: Imbang) -> None:
    home("data", "ekspor", "-o", "rumah.json").ok()
    shared("tugas", "hapus", 2, "--ya", now=TUESDAY).ok()
    out = shared("data", "impor", "rumah.json", now=TUESDAY).ok().out
    assert "Tidak dibawa kembali, sebab sudah dihapus di sini" in out
    assert titles(shared) == ["Belanja", "Susun laporan"]


def test_what_was_changed_after_it_was_deleted_elsewhere_stays(
    shared: Imbang, home: Imbang
) -> None:
    home("tugas", "hapus", 2, "--ya").ok()
    shared("tugas", "ubah", 2, "--judul", "Arsip TW4", now=TUESDAY).ok()
    home("data", "ekspor", "-o", "rumah.json").ok()
    out = shared("data", "impor", "rumah.json", now=TUESDAY).ok().out
    assert "Tetap ada, sebab diubah setelah dihapus di komputer lain" in out
    shared("data", "ekspor", "-o", "kantor.json", now=TUESDAY).ok()
    out = home("data", "impor", "kantor.json", now=TUESDAY).ok().out
    assert "Kembali, sebab diubah di sana setelah dihapus di sini" in out
    assert titles(home) == titles(shared) == ["Arsip TW4", "Belanja", "Susun laporan"]
    home("data", "ekspor", "-o", "lagi.json", now=TUESDAY).ok()
    assert imported(shared, "lagi.json", now=TUESDAY)["removals"] == []


def test_what_was_undone_or_restored_is_no_deletion(shared: Imbang, home: Imbang) -> None:
    home("data", "cadangkan").ok()
    home("tugas", "tambah", "Rapat", now=TUESDAY).ok()
    home("urung", now=TUESDAY).ok()
    home("tugas", "tambah", "Notula", now=TUESDAY).ok()
    home("data", "pulihkan", "2026-11-23", "--ya", now=TUESDAY).ok()
    home("tugas", "hapus", 2, "--ya", now=TUESDAY).ok()
    home("urung", now=TUESDAY).ok()
    home("data", "ekspor", "-o", "rumah.json", now=TUESDAY).ok()
    assert imported(shared, "rumah.json", now=TUESDAY)["removals"] == []
    assert json.loads((shared.cwd / "rumah.json").read_text())["tables"]["deletions"] == []


def test_that_an_entry_was_deleted_is_not_told_without_the_journal(filled: Imbang) -> None:
    filled("jurnal", "hapus", 1, "--ya").ok()
    filled("data", "ekspor", "--tanpa-jurnal").ok()
    assert json.loads((filled.cwd / FILE).read_text())["tables"]["deletions"] == []
    filled("data", "ekspor", "--timpa").ok()
    (deletion,) = json.loads((filled.cwd / FILE).read_text())["tables"]["deletions"]
    assert deletion["table_name"] == "stress_entries"


def test_the_triggers_of_an_entry_are_those_of_its_version(filled: Imbang, home: Imbang) -> None:
    filled("data", "ekspor").ok()
    home("data", "impor", FILE).ok()
    home("jurnal", "ubah", 1, "--pemicu", "lembur", now=TUESDAY).ok()
    home("data", "ekspor", "-o", "rumah.json").ok()
    filled("data", "impor", "rumah.json").ok()
    assert filled("jurnal", "lihat", 1, "--json").json == home("jurnal", "lihat", 1, "--json").json


def test_a_backup_is_made_first_and_only_for_what_changes_something(
    filled: Imbang, home: Imbang
) -> None:
    home("tugas", "tambah", "Belanja").ok()
    home("data", "ekspor", "-o", "rumah.json").ok()
    backup = Path(imported(filled, "rumah.json")["backup"])
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT title FROM tasks").fetchall() == [("Susun laporan",)]
    assert imported(filled, "rumah.json")["backup"] is None
    assert list(backup.parent.iterdir()) == [backup]


def test_without_a_backup_nothing_is_imported(
    filled: Imbang, home: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    home("tugas", "tambah", "Belanja").ok()
    home("data", "ekspor", "-o", "rumah.json").ok()

    def full(*_arguments: Any) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("keseimbangan.cli.backup_keeping.back_up", full)
    filled.refused(3, "data", "impor", "rumah.json")


def test_a_calendar_never_gets_a_lower_sequence_back(filled: Imbang, home: Imbang) -> None:
    week = ("--minggu", "2026-W48", "-o", "x.ics", "--timpa")
    filled("kalender", "ekspor", *week).ok()
    filled("data", "ekspor").ok()
    home("data", "impor", FILE).ok()
    for hour in ("08.00", "09.00"):
        filled("blok", "ubah", 1, "--semua", "--judul", f"Apel {hour}").ok()
        filled("kalender", "ekspor", *week).ok()
    home("blok", "ubah", 1, "--semua", "--judul", "Upacara", now=TUESDAY).ok()
    home("kalender", "ekspor", *week, now=TUESDAY).ok()
    home("data", "ekspor", "-o", "rumah.json").ok()
    found = imported(filled, "rumah.json")
    by_table = {each["table"]: each["winner"] for each in found["differences"]}
    assert by_table == {"blocks": "file", "exported_events": "store"}


def bad(filled: Imbang, change: Any, name: str = "x.json") -> str:
    filled("data", "ekspor", "-o", "asli.json", "--timpa").ok()
    document = json.loads((filled.cwd / "asli.json").read_text(encoding="utf-8"))
    change(document)
    (filled.cwd / name).write_text(json.dumps(document), encoding="utf-8")
    return name


def test_one_bad_row_keeps_all_of_the_file_out(filled: Imbang, home: Imbang) -> None:
    def spoil(document: dict[str, Any]) -> None:
        document["tables"]["tasks"][0]["due"] = "besok"
        document["tables"]["blocks"][0]["zone"] = "Asia/Atlantis"

    name = bad(filled, spoil)
    refused = home.refused(2, "data", "impor", name)
    assert "tasks baris 1, due" in refused.err
    assert "blocks baris 1, zone" in refused.err
    assert not home.home.exists()
    assert home.refused(2, "data", "impor", name, "--json").error["code"] == "import_rows_wrong"


def test_a_file_of_a_newer_schema_is_refused(filled: Imbang, home: Imbang) -> None:
    name = bad(filled, lambda document: document.update(schema=compiled.SCHEMA_VERSION + 1))
    error = home.refused(2, "data", "impor", name, "--json").error
    assert error["code"] == "export_file_newer"


def test_a_file_of_an_older_schema_may_lack_what_has_a_default(
    filled: Imbang, home: Imbang
) -> None:
    def age(document: dict[str, Any]) -> None:
        document["schema"] = 1
        for name in ("holidays", "leaves", "location_days", "overtimes"):
            del document["tables"][name]
        del document["tables"]["tasks"][0]["postponed"]

    assert counts(imported(home, bad(filled, age)), "new")["tasks"] == 1


@pytest.mark.parametrize("name", ["hilang.json", "."])
def test_a_file_that_cannot_be_read_is_named(imbang: Imbang, name: str) -> None:
    error = imbang.refused(2, "data", "impor", name, "--json").error
    assert error["code"] == "import_file_unreadable"


def test_a_file_too_large_is_refused_by_its_size_alone(imbang: Imbang) -> None:
    with (imbang.cwd / "x.json").open("wb") as file:
        file.truncate(1_000_000_000)
    assert imbang.refused(2, "data", "impor", "x.json", "--json").error["code"] == (
        "export_file_too_large"
    )


def test_a_zip_of_tables_is_no_file_to_import(filled: Imbang) -> None:
    filled("data", "ekspor", "--format", "csv").ok()
    assert (
        "bukan ekspor keseimbangan yang utuh"
        in filled.refused(2, "data", "impor", "keseimbangan-2026-11-23.zip").err
    )


def test_a_store_full_of_strange_texts_goes_out_and_comes_in(imbang: Imbang, home: Imbang) -> None:
    imbang("tugas", "tambah", "X").ok()
    with closing(sqlite3.connect(imbang.store)) as connection, connection:
        filling.fill(connection, 5, 6)
    imbang("data", "ekspor").ok()
    found = imported(home, FILE)
    assert not found["differences"]
    out = imbang("data", "impor", FILE).ok().out
    assert all(sign.isprintable() or sign == "\n" for sign in out)


def test_every_table_has_a_name_a_person_reads() -> None:
    assert all(noun(table) != table for table in compiled.TABLES if table not in STAYING)


STAYING = ("steps", "changes")


def test_the_english_words_do_the_same(filled: Imbang, home: Imbang) -> None:
    out = filled("data", "export", "--output", "x.json", "--no-journal", lang="en").ok().out
    assert "journal" in out
    report = home("data", "import", "x.json", "--preview", lang="en").ok().out
    assert "nothing has been changed" in report


def test_too_many_problems_are_counted_and_the_first_told() -> None:
    problems = [exchange.RowProblem("tasks", n, "due", "x") for n in range(1, 21)]
    error = exchange.RowsWrong(Path("x.json"), problems, more=True)
    assert "≥ 20" in error.message()
    assert error.message().count("tasks") == exchange.RowsWrong.SHOWN


def test_what_differs_is_told_field_by_field(filled: Imbang, home: Imbang) -> None:
    filled("data", "ekspor").ok()
    home("data", "impor", FILE).ok()
    change = ("--judul", "Susun laporan III", "--tenggat", "27/11", "--catatan", SECRET)
    home("tugas", "ubah", 1, *change, now=TUESDAY).ok()
    home("jurnal", "ubah", 1, "--tingkat", 7, "--catatan", "lain", now=TUESDAY).ok()
    home("data", "ekspor", "-o", "rumah.json", now=TUESDAY).ok()
    out = filled("data", "impor", "rumah.json", "--tinjau", columns=200).ok().out
    assert "    judul: di sini Susun laporan, di berkas Susun laporan III\n" in out
    assert "    tenggat: di sini –, di berkas Jum 27 Nov\n" in out
    assert "    berbeda juga: catatan\n" in out
    assert "    berbeda juga: tingkat, catatan\n" in out
    assert SECRET not in out
    found = imported(filled, "rumah.json", "--tinjau")["differences"]
    fields = {each["table"]: each["fields"] for each in found}
    assert fields == {"tasks": ["title", "due", "note"], "stress_entries": ["level", "note"]}
    taken = filled("data", "impor", "rumah.json", columns=200).ok().out
    assert "    judul: tadinya Susun laporan, kini Susun laporan III\n" in taken
    assert "Batalkan dengan: imbang urung" in taken


def test_in_a_folder_the_export_is_called_after_the_day(filled: Imbang) -> None:
    (filled.cwd / "usb").mkdir()
    assert filled("data", "ekspor", "-o", "usb", "--json").ok().json["export"]["file"] == (
        str(Path("usb", FILE))
    )
    assert (filled.cwd / "usb" / FILE).is_file()
    filled.refused(1, "data", "ekspor", "-o", "usb")


# What both computers went on with


def exchanged(one: Imbang, other: Imbang) -> None:
    """Each brings in what the other had."""
    one("data", "ekspor", "-o", "satu.json", "--timpa", now=LATER).ok()
    other("data", "ekspor", "-o", "dua.json", "--timpa", now=LATER).ok()
    one("data", "impor", "dua.json", now=LATER).ok()
    other("data", "impor", "satu.json", now=LATER).ok()


@pytest.mark.parametrize("first", ["filled", "home"])
def test_what_was_taken_out_of_a_series_stays_out_though_the_other_moved_its_hour(
    first: str, filled: Imbang, home: Imbang
) -> None:
    filled("blok", "tambah", "Senam", "06.00-06.30", "--ulang", "tiap hari").ok()
    exchanged(filled, home)
    home("blok", "hapus", 2, "--pada", "2026-11-26", "--ya", now=TUESDAY).ok()
    home("blok", "ubah", 2, "--pada", "2026-11-25", "--judul", "Yoga", now=TUESDAY).ok()
    filled("blok", "geser", 2, "06.10", "--semua", now=TUESDAY).ok()
    pair = (filled, home) if first == "filled" else (home, filled)
    exchanged(*pair)
    days = {
        day: [
            [(block["title"], block["starts_at"][11:16]) for block in found.json["blocks"]]
            for found in (
                imbang("blok", "daftar", "--hari", f"2026-11-{day}", "--json").ok()
                for imbang in (filled, home)
            )
        ]
        for day in (25, 26, 27)
    }
    assert days == {
        25: [[("Yoga", "06:00")]] * 2,
        26: [[]] * 2,
        27: [[("Senam", "06:10")]] * 2,
    }
    exchanged(*pair)
    assert not imported(filled, "satu.json")["differences"]


def test_a_session_that_runs_there_is_neither_shown_nor_stopped_here(
    filled: Imbang, home: Imbang
) -> None:
    exchanged(filled, home)
    filled("fokus", "mulai", 1, "--latar", now="2026-11-24T09:00:00+07:00").ok()
    home("fokus", "mulai", 1, "--latar", now="2026-11-24T09:05:00+07:00").ok()
    home("fokus", "gangguan", "telepon", now="2026-11-24T09:06:00+07:00").ok()
    home("data", "ekspor", "-o", "rumah.json", now="2026-11-24T09:06:00+07:00").ok()
    now = "2026-11-24T09:07:00+07:00"
    for words in (("--tinjau",), ()):
        found = imported(filled, "rumah.json", *words, now=now)
        assert [(each["title"], each["reason"]) for each in found["skipped"]] == [
            ("Susun laporan", "still_running")
        ]
        assert "focus_sessions" not in counts(found, "new")
    stopped = filled("fokus", "berhenti", "--json", now=now).ok().json["session"]
    assert (stopped["number"], stopped["focused_minutes"]) == (1, 7)
    home("fokus", "berhenti", now="2026-11-24T09:30:00+07:00").ok()
    exchanged(filled, home)
    for imbang in (filled, home):
        sessions = imbang("fokus", "riwayat", "--json", now=LATER).ok().json["sessions"]
        assert sorted(one["focused_minutes"] for one in sessions) == [7, 25]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such file")
def test_a_file_that_another_program_writes_just_now_is_read_whole(
    filled: Imbang, home: Imbang
) -> None:
    filled("data", "ekspor", "-o", "semua.json").ok()
    reading, writing = os.pipe()
    # Small enough that the system takes it at once.
    os.write(writing, (filled.cwd / "semua.json").read_bytes())
    os.close(writing)
    try:
        assert counts(imported(home, f"/dev/fd/{reading}"), "new")["tasks"] == 1
    finally:
        os.close(reading)
