"""`imbang urung` and `imbang ulang`: what is taken back, what is said of it, what is refused."""

import sqlite3
from contextlib import closing

import pytest

from keseimbangan.store import compiled
from keseimbangan.view.step_words import counted
from tests.cli.block_steps import added
from tests.harness import Installed
from tests.in_process import Imbang
from tests.undo.state import settings, state

LATER = "2026-11-24T09:15:00+07:00"


@pytest.fixture
def filled(imbang: Imbang) -> Imbang:
    """A task with a block, and the task deleted again."""
    imbang("tugas", "tambah", "Laporan [red]x[/]").ok()
    added(imbang, "Rapat pimpinan", "08.00-10.00", "--tugas", 1)
    imbang("tugas", "hapus", 1, "--ya").ok()
    return imbang


def commands(imbang: Imbang, *call: str | int) -> list[tuple[str | None, bool]]:
    steps = imbang("urung", *call, "--daftar", "--json").ok().json["steps"]
    return [(step["command"], step["undone"]) for step in steps]


def test_the_last_command_is_taken_back_and_what_became_of_it_is_said(filled: Imbang) -> None:
    assert filled("urung").ok().out == (
        "Diurungkan: tugas hapus, hari ini 07.30\n"
        "  kembali         1 tugas: Laporan [red]x[/]\n"
        "  seperti semula  1 blok: Rapat pimpinan, Sen 23 Nov 08.00–10.00\n"
        "Tidak jadi? Sebelum mengubah hal lain: imbang ulang\n"
    )
    assert filled("tugas", "lihat", 1, "--json").ok().json["task"]["title"] == "Laporan [red]x[/]"
    assert filled("blok", "lihat", 1, "--json").ok().json["block"]["task"] == 1


def test_several_are_taken_back_at_once_the_newest_first(filled: Imbang) -> None:
    out = filled("urung", 3).ok().out
    heads = [line for line in out.splitlines() if not line.startswith(" ")]
    assert heads == [
        "Diurungkan: tugas hapus, hari ini 07.30",
        "Diurungkan: blok tambah, hari ini 07.30",
        "Diurungkan: tugas tambah, hari ini 07.30",
        "Tidak jadi? Sebelum mengubah hal lain: imbang ulang 3",
    ]
    assert filled("tugas", "--json").json["tasks"] == []


def test_what_was_taken_back_comes_again_the_oldest_first(filled: Imbang) -> None:
    before = state(filled)
    filled("urung", 3).ok()
    out = filled("ulang", 2).ok().out
    assert out.index("Diulang: tugas tambah") < out.index("Diulang: blok tambah")
    assert "  kembali  1 tugas: Laporan" in out
    assert out.endswith("Urungkan lagi dengan: imbang urung 2\n")
    out = filled("ulang").ok().out
    assert "  dihapus  1 tugas: Laporan" in out
    assert "  diubah   1 blok: Rapat pimpinan" in out
    assert state(filled) == before


def test_in_english_the_words_of_commands_are_english(filled: Imbang) -> None:
    assert filled("undo", lang="en").ok().out == (
        "Undone: task delete, today 07:30\n"
        "  restored   1 task: Laporan [red]x[/]\n"
        "  as before  1 block: Rapat pimpinan, Mon 23 Nov 08:00–10:00\n"
        "Changed your mind? Before any other change: imbang redo\n"
    )
    assert "Redone: task delete" in filled("redo", lang="en").ok().out
    assert "block add: Rapat pimpinan" in filled("undo", "--list", lang="en").ok().out


def test_the_list_names_what_can_be_undone_and_done_again(filled: Imbang) -> None:
    filled("urung").ok()
    assert filled("urung", "--daftar", now=LATER).ok().out == (
        "Dapat diulang (imbang ulang)\n"
        "1 Sen 23 Nov 07.30 tugas hapus: Laporan [red]x[/]\n"
        "\n"
        "Dapat diurungkan (imbang urung 2: baris 1 sampai 2)\n"
        "1 Sen 23 Nov 07.30 blok tambah: Rapat pimpinan, Sen 23 Nov 08.00–10.00\n"
        "2 Sen 23 Nov 07.30 tugas tambah: Laporan [red]x[/]\n"
    )


def test_a_list_that_leaves_out_older_steps_says_so(imbang: Imbang) -> None:
    for title in "abcd":
        imbang("tugas", "tambah", title).ok()
    out = imbang("urung", 2, "--daftar").ok().out
    assert "tugas tambah: d" in out
    assert "tugas tambah: b" not in out
    assert "imbang urung 4 --daftar" in out


def test_many_rows_are_counted_and_the_first_named(imbang: Imbang) -> None:
    imbang("tugas", "tambah", "Induk").ok()
    imbang("tugas", "pecah", 1, "A", "B", "C", "D", "E").ok()
    assert "tugas pecah: 5 tugas" in imbang("urung", "--daftar").ok().out
    assert "dihapus  5 tugas: A; B; C; 2 lagi" in imbang("urung").ok().out


def test_a_row_is_shown_as_it_is_now(imbang: Imbang) -> None:
    added(imbang, "Rapat", "08.00-09.00")
    imbang("blok", "geser", 1, "10.00").ok()
    assert "blok geser: Rapat, Sen 23 Nov 10.00–11.00" in imbang("urung", "--daftar").ok().out
    assert "seperti semula  1 blok: Rapat, Sen 23 Nov 08.00–09.00" in imbang("urung").ok().out
    assert "diubah  1 blok: Rapat, Sen 23 Nov 10.00–11.00" in imbang("ulang").ok().out


def test_the_document_tells_what_the_command_did_to_each_row(filled: Imbang) -> None:
    (step,) = filled("urung", "--json").ok().json["steps"]
    assert step == {
        "number": 3,
        "at": step["at"],
        "command": "tugas hapus",
        "undone": True,
        "changes": [
            {"table": "blocks", "number": 1, "title": "Rapat pimpinan", "effect": "changed"},
            {"table": "tasks", "number": 1, "title": "Laporan [red]x[/]", "effect": "removed"},
        ],
    }
    assert step["at"].endswith("+07:00")
    assert filled("redo", "--json", lang="en").ok().json["steps"] == [step | {"undone": False}]


def test_of_the_journal_nothing_but_the_week_is_shown(imbang: Imbang) -> None:
    call = ("jurnal", "tulis", "--tingkat", 7, "--pemicu", "rahasia", "--catatan", "rahasia")
    imbang(*call, "--penyebab", "rahasia").ok()
    imbang("jurnal", "hapus", 1, "--ya").ok()
    said = imbang("urung", "--daftar").out + imbang("urung", "--daftar", "--json").out
    said += imbang("urung", 2).out
    assert "rahasia" not in said
    assert "1 catatan jurnal: pekan 48, 2026" in said


def test_rows_are_called_by_words_of_the_language_and_not_by_codes(imbang: Imbang) -> None:
    imbang("giliran", "tambah", "pagi", "besok").ok()
    imbang("dialog", "tambah", "Kabid").ok()
    assert [
        line.split(maxsplit=4)[4]
        for line in imbang("urung", "--daftar").ok().out.splitlines()
        if "07.30" in line
    ] == [
        "dialog tambah: Kabid, Sen 23 Nov",
        "giliran tambah: pagi, Sel 24 Nov",
    ]
    assert "shift add: morning, Tue 24 Nov" in imbang("undo", "--list", lang="en").ok().out
    imbang("urung", 2).ok()
    steps = imbang("urung", "--daftar", "--json").ok().json["steps"]
    assert {row["title"] for step in steps for row in step["changes"]} == {"Kabid", "morning"}


def test_nothing_to_undo_is_said_and_no_store_is_made(imbang: Imbang) -> None:
    assert imbang.refused(1, "urung", "--json").error["code"] == "nothing_to_undo"
    assert imbang.refused(1, "ulang", "--json").error["code"] == "nothing_to_redo"
    assert imbang("urung", "--daftar").ok().out == "Belum ada langkah yang dapat diurungkan.\n"
    assert not imbang.home.exists()


def test_a_minus_is_no_number_of_steps_and_the_help_is_named(imbang: Imbang) -> None:
    error = imbang.refused(2, "urung", "-1", "--json").error
    assert error["hint"] == "Lihat cara pakainya dengan `imbang urung --help`."


def test_more_steps_than_there_are_change_nothing(filled: Imbang) -> None:
    error = filled.refused(1, "urung", 4, "--json").error
    assert (error["code"], "3 langkah" in error["message"]) == ("too_few_steps", True)
    filled("urung").ok()
    assert filled.refused(1, "ulang", 2, "--json").error["code"] == "too_few_steps"


def test_a_new_change_takes_the_place_of_what_was_undone(filled: Imbang) -> None:
    filled("urung", 2).ok()
    filled("tugas", "tambah", "Baru").ok()
    assert commands(filled) == [("tugas tambah", False), ("tugas tambah", False)]
    assert filled.refused(1, "ulang", "--json").error["code"] == "nothing_to_redo"


def test_reading_and_what_failed_are_no_steps(filled: Imbang) -> None:
    before = commands(filled)
    filled("hari").ok()
    filled("tugas", "lihat", 99)
    filled("blok", "tambah", "X", "08.30-09.00")
    assert commands(filled) == before


def test_a_guided_first_run_is_one_step(imbang: Imbang) -> None:
    imbang("mulai", "--zona", "WITA", "--menit", 50, "--ya").ok()
    assert commands(imbang) == [("mulai", False)]
    assert imbang("hari").ok().out.startswith("Selamat datang"), "nothing is written down yet"
    said = imbang("urung").ok().out
    assert "1 pengaturan: zona = bawaan, fokus.menit = bawaan" in said
    assert settings(imbang.home) == {}


def test_what_another_program_wrote_can_be_taken_back(filled: Imbang) -> None:
    with closing(sqlite3.connect(filled.store)) as db, db:
        db.execute("DELETE FROM blocks")
    assert "program lain: Rapat pimpinan" in filled("urung", "--daftar").ok().out
    assert "Diurungkan: program lain" in filled("urung").ok().out
    assert commands(filled)[0] == (None, True)


def test_a_step_that_does_not_fit_says_so_and_changes_nothing(filled: Imbang) -> None:
    with closing(sqlite3.connect(filled.store)) as db, db:
        db.execute(
            "INSERT INTO tasks (id, uid, created_at, changed_at, title, status, important, urgent, "
            "triaged, element, postponed) VALUES (1, 'x', '', '', 'X', 'open', 0, 0, 0, 'work', 0)"
        )
        db.execute("DELETE FROM changes WHERE step_id = (SELECT max(id) FROM steps)")
        db.execute("DELETE FROM steps WHERE state = 'open'")
        db.execute("UPDATE changes SET row_id = 5 WHERE table_name = 'tasks' AND step_id = 3")
    before = state(filled)
    assert filled("urung", "--json").error["code"] == "step_does_not_fit"
    assert state(filled) == before


def test_every_table_has_a_word_for_its_rows() -> None:
    assert not [table for table in compiled.PLAYBACK if counted(table, 1) == "1 data lain"]


def test_it_is_readable_in_sixty_columns_and_in_a_pipe(filled: Imbang) -> None:
    out = filled("urung", "--daftar", columns=60, env={"NO_COLOR": "1"}).ok().out
    assert all(len(line) <= 60 for line in out.splitlines())
    assert "\x1b" not in out


def test_the_installed_program_undoes_what_a_process_before_wrote(installed: Installed) -> None:
    installed("tugas", "tambah", "Susun laporan").ok()
    installed("tugas", "hapus", "1", "--ya").ok()
    assert "1 tugas: Susun laporan" in installed("urung").ok().out
    assert installed("tugas", "--json").ok().json["tasks"][0]["number"] == 1


def test_an_occurrence_that_was_moved_is_back_in_its_place_and_not_deleted(imbang: Imbang) -> None:
    imbang("blok", "tambah", "Apel", "07.00-07.30", "--ulang", "tiap senin").ok()
    imbang("blok", "geser", 1, "07.15", "--pada", "30/11").ok()
    said = imbang("urung").ok().out
    assert "seperti semula  1 blok: Apel, Sen 30 Nov 07.00\n" in said
    assert "diubah  1 blok: Apel, Sen 30 Nov 07.15–07.45" in imbang("ulang").ok().out


def test_an_occurrence_and_a_holiday_that_were_taken_away_come_back(imbang: Imbang) -> None:
    imbang("blok", "tambah", "Apel", "07.00-07.30", "--ulang", "tiap senin").ok()
    imbang("blok", "hapus", 1, "--pada", "30/11", "--ya").ok()
    assert "kembali  1 kejadian berulang: Apel, Sen 30 Nov 07.00" in imbang("urung").ok().out
    assert "dihapus  1 kejadian berulang: Apel, Sen 30 Nov 07.00" in imbang("ulang").ok().out
    imbang("libur", "hapus", "2026-12-25", "--ya").ok()
    assert "kembali  1 hari libur" in imbang("urung").ok().out


def test_a_series_that_was_cut_in_two_is_named_once(imbang: Imbang) -> None:
    imbang("blok", "tambah", "Apel", "07.00-07.30", "--ulang", "tiap senin").ok()
    change = ("blok", "ubah", 1, "--rentang", "07.10-07.40", "--pada", "30/11", "--seterusnya")
    imbang(*change).ok()
    lines = imbang("urung").ok().out.splitlines()
    assert lines[1:] == ["  seperti semula  1 blok: Apel, berulang", WAY_BACK]


WAY_BACK = "Tidak jadi? Sebelum mengubah hal lain: imbang ulang"


def test_when_all_is_undone_the_way_forward_is_named(imbang: Imbang) -> None:
    imbang("tugas", "tambah", "A").ok()
    imbang("urung").ok()
    assert "imbang ulang" in imbang.refused(1, "urung").err
