"""The words of `imbang data` in both languages: one thing has one name, and it is the right one."""

from typing import Any

import pytest

from keseimbangan.domain.merging import FieldDifference
from keseimbangan.view.column_words import readable
from tests.cli.lock_steps import Opened, lock
from tests.in_process import Imbang

AHEAD = "2027-01-05T08:00:00+07:00"
EVENING, NIGHT = "2026-11-23T19:00:00+07:00", "2026-11-23T21:00:00+07:00"


@pytest.fixture
def filled(imbang: Imbang) -> Imbang:
    imbang("tugas", "tambah", "Susun laporan").ok()
    imbang("tugas", "tambah", "Arsip").ok()
    return imbang


def listed(imbang: Imbang, **options: Any) -> str:
    return imbang("data", "cadangkan", "--daftar", columns=200, **options).ok().out


def test_a_locked_backup_is_locked_and_not_protected_in_english(filled: Imbang) -> None:
    lock(filled)
    assert "locked" in listed(filled, lang="en").splitlines()[0]
    assert "protected" not in listed(filled, lang="en")
    assert ", terkunci" in listed(filled)


@pytest.fixture
def two_backups(filled: Imbang) -> Imbang:
    """One of this evening, and one from the morning by a clock that was months ahead."""
    filled("data", "cadangkan", now=AHEAD).ok()
    filled("data", "cadangkan", now=EVENING).ok()
    return filled


def test_a_backup_that_a_wrong_clock_dated_ahead_is_nowhere_the_newest(two_backups: Imbang) -> None:
    lines = listed(two_backups, now=NIGHT).splitlines()
    assert lines[0].startswith("Sen 23 Nov 2026 19.00")
    document = two_backups("data", "cadangkan", "--daftar", "--json", now=NIGHT).ok().json
    assert document["backups"][0]["made_at"].startswith("2026-11-23T19:00")
    two_backups.store.unlink()
    assert "2 cadangan, yang terbaru Sen 23 Nov 2026 19.00." in two_backups("hari", now=NIGHT).out


def test_a_backup_dated_ahead_is_not_the_first_that_is_offered(two_backups: Imbang) -> None:
    words = {
        "_IMBANG_COMPLETE": "complete_bash",
        "COMP_WORDS": "imbang\ndata\npulihkan\n",
        "COMP_CWORD": "3",
        "COMP_TYPE": "9",
    }
    offered = two_backups(env=words, now=NIGHT).ok().out.splitlines()
    assert offered[0].startswith("2026-11-23T12.00.00Z-manual")


def test_restore_names_tables_in_a_word_or_two(imbang: Imbang) -> None:
    imbang("cuti", "tambah", "tahunan", "2026-12-01").ok()
    imbang("libur", "tambah", "2026-11-27", "HUT kantor").ok()
    imbang("data", "cadangkan", now=EVENING).ok()
    imbang("cuti", "hapus", 1, "--ya").ok()
    imbang("libur", "hapus", "2026-11-27", "--ya").ok()
    words = ("data", "pulihkan", "--tinjau")
    told = imbang(*words, now=NIGHT, columns=200).ok().out
    assert "  Cuti: 1 kembali" in told
    assert "  Hari libur: 1" in told
    told = imbang(*words, now=NIGHT, columns=200, lang="en").ok().out
    assert "  Leave: 1 back" in told
    assert "  Holidays: 1" in told


def test_english_tells_one_row_from_many(filled: Imbang) -> None:
    empty = " ".join(filled("data", "apa", lang="en").ok().out.split())
    assert "blocks, focus sessions, journal entries, weekly reviews" in empty
    filled("blok", "tambah", "Rapat", "09.00-10.00").ok()
    filled("data", "ekspor").ok()
    filled("blok", "ubah", 1, "--judul", "Rapat2", now=EVENING).ok()
    told = filled("data", "impor", FILE, "--tinjau", now=NIGHT, lang="en").ok().out
    assert "Block 1 Rapat2" in told


FILE = "keseimbangan-2026-11-23.json"


def test_a_planned_block_has_a_start_and_has_not_started(filled: Imbang) -> None:
    differs = FieldDifference("starts_at", "2026-11-23T02:00:00Z", "2026-11-23T03:00:00Z")
    assert word_of("blocks", differs) == "jam mulai"
    filled("atur", "ubah", "bahasa", "en").ok()
    filled("blok", "tambah", "Rapat", "09.00-10.00").ok()
    filled("data", "ekspor").ok()
    filled("blok", "geser", 1, "10.30", now=EVENING).ok()
    told = filled("data", "impor", FILE, "--tinjau", now=NIGHT).ok().out
    assert "start: Mon 23 Nov 10:30 here" in told


def word_of(table: str, differs: FieldDifference) -> str:
    found = readable(table, differs, "Asia/Jakarta")
    assert found is not None
    return found[0]


def test_notes_of_deletions_are_not_counted_among_what_one_keeps(filled: Imbang) -> None:
    filled("tugas", "hapus", 2, "--ya").ok()
    told = filled("data", "ekspor").ok().out
    assert "Isinya: 1 tugas." in told
    told = filled("data", "impor", FILE, "--tinjau").ok().out
    assert "penghapusan" not in told


def test_a_file_of_deletions_alone_is_carried_all_the_same(imbang: Imbang) -> None:
    imbang("tugas", "tambah", "Arsip").ok()
    imbang("tugas", "hapus", 1, "--ya").ok()
    told = imbang("data", "ekspor").ok().out
    assert "Isinya: catatan tentang yang dihapus." in told
    assert f"imbang data impor {FILE}" in told
    imbang.store.unlink()
    imbang("tugas", "tambah", "Laporan").ok()
    told = imbang("data", "impor", FILE).ok().out
    assert "Hanya catatan tentang yang dihapus di sana" in told
    assert "Hanya catatan" not in imbang("data", "impor", FILE).ok().out


def test_the_backup_after_an_erasing_says_so(filled: Imbang) -> None:
    filled("data", "hapus", "tugas", "--ya").ok()
    assert "sesudah menghapus" in listed(filled)
    document = filled("data", "backup", "--list", "--json", lang="en").ok().json
    assert [each["reason"] for each in document["backups"]] == ["erasure"]


def test_what_locking_and_unlocking_came_to_has_the_same_keys(filled: Imbang) -> None:
    handed = lock(filled, "kuda baterai staples", "--cadangan", "--json").json["encryption"]
    back = Opened(filled)("data", "buka-kunci", "--ya", "--json").ok().json["encryption"]
    assert list(handed) == list(back)
    assert (handed["backups_still_locked"], back["backups_locked"]) == (None, None)
    assert back["plaintext"] is None


def test_indicators_are_erased_by_their_own_word(imbang: Imbang) -> None:
    imbang("skp", "tambah", "Layanan cepat").ok()
    imbang("indikator", "tambah", 1, "Jumlah", "--target", "12 laporan").ok()
    imbang("data", "erase", "indicator", "--yes", lang="en").ok()
    held = imbang("data", "apa", "--json").ok().json["tables"]
    rows = {each["name"]: each["rows"] for each in held}
    assert (rows["targets"], rows["indicators"]) == (1, 0)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_command_to_be_copied_stands_on_a_line_of_its_own(filled: Imbang, lang: str) -> None:
    lock(filled)
    told = Opened(filled)("data", "kunci", "--tanpa-gantungan", columns=80, lang=lang).ok().out
    call = {"id": "imbang data kunci --gantungan", "en": "imbang data lock --keyring"}[lang]
    assert f"  {call}" in told.splitlines()
