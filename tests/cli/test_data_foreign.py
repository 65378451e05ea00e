"""`imbang data impor --dari`: people come over from other programs, once and again."""

import json
from typing import Any

import pytest

from tests.exchange.test_foreign import JRNL, SUPER, TASKWARRIOR, TIMEWARRIOR
from tests.in_process import Imbang

LATER = "2026-12-24T08:00:00+07:00"
FILES = {
    "taskwarrior": TASKWARRIOR,
    "timewarrior": TIMEWARRIOR,
    "jrnl": JRNL,
    "super-productivity": SUPER,
}
BROUGHT = {
    "taskwarrior": {"tasks": 4},
    "timewarrior": {"blocks": 2},
    "jrnl": {"stress_entries": 1},
    "super-productivity": {"tasks": 4},
}


@pytest.fixture
def files(imbang: Imbang) -> Imbang:
    for name, document in FILES.items():
        (imbang.cwd / f"{name}.json").write_text(json.dumps(document), encoding="utf-8")
    return imbang


def imported(imbang: Imbang, program: str, *words: Any, **options: Any) -> dict[str, Any]:
    call = ("data", "impor", f"{program}.json", "--dari", program, *words, "--json")
    return dict(imbang(*call, **options).ok().json["import"])


def brought(found: dict[str, Any], verdict: str) -> dict[str, int]:
    return {each["name"]: each[verdict] for each in found["tables"] if each[verdict]}


@pytest.mark.parametrize("program", FILES)
def test_a_file_brings_what_it_has_once(files: Imbang, program: str) -> None:
    preview = imported(files, program, "--tinjau")
    assert not files.home.exists()
    found = imported(files, program)
    assert found["from"] == program
    assert brought(found, "new") == brought(preview, "new") == BROUGHT[program]
    again = imported(files, program)
    assert brought(again, "new") == brought(again, "changed") == {}
    assert again["backup"] is None
    assert not again["differences"]


@pytest.mark.parametrize("program", FILES)
def test_it_is_said_what_was_left_out_and_why(files: Imbang, program: str) -> None:
    out = files("data", "impor", f"{program}.json", "--dari", program).ok().out
    assert "Tidak ikut" in out
    english = files("data", "import", f"{program}.json", "--from", program, lang="en").ok().out
    assert "Left out" in english


def test_what_the_others_have_and_we_do_not_is_named_with_a_count(files: Imbang) -> None:
    tasks = [each | {"depends": ["x"], "[bold]": "y"} for each in TASKWARRIOR[:2]]
    (files.cwd / "taskwarrior.json").write_text(json.dumps(tasks), encoding="utf-8")
    out = files("data", "impor", "taskwarrior.json", "--dari", "taskwarrior", "--tinjau").ok().out
    assert "Isian yang tidak punya tempat di sini" in out
    assert "[bold] 2, depends 2" in out
    assert imported(files, "taskwarrior")["fields_left_out"] == [
        {"name": "depends", "count": 2},
        {"name": "[bold]", "count": 2},
    ]


def test_many_that_stay_behind_are_counted_by_their_reason(files: Imbang) -> None:
    gone = [TASKWARRIOR[5] | {"description": f"Lama {n}"} for n in range(30)]
    (files.cwd / "taskwarrior.json").write_text(
        json.dumps([*gone, TASKWARRIOR[4]]), encoding="utf-8"
    )
    out = files("data", "impor", "taskwarrior.json", "--dari", "taskwarrior").ok().out
    assert "sudah dihapus di sana: 30" in out
    assert "pola berulang; buat dengan `imbang blok tambah --ulang`: 1" in " ".join(out.split())


@pytest.mark.parametrize("program", FILES)
def test_the_same_file_in_another_language_brings_nothing_new(files: Imbang, program: str) -> None:
    imported(files, program)
    again = imported(files, program, lang="en")
    assert brought(again, "new") == brought(again, "changed") == {}


def test_what_was_changed_here_since_stays(files: Imbang) -> None:
    imported(files, "taskwarrior")
    files("tugas", "ubah", 1, "--judul", "Milik saya", now=LATER).ok()
    again = imported(files, "taskwarrior", now=LATER)
    assert brought(again, "kept") == {"tasks": 1}
    assert files("tugas", "lihat", 1, "--json").json["task"]["title"] == "Milik saya"


def test_what_was_changed_there_since_comes(files: Imbang) -> None:
    imported(files, "taskwarrior")
    done = TASKWARRIOR[0] | {
        "status": "completed",
        "end": "20261223T010203Z",
        "modified": "20261223T010203Z",
    }
    (files.cwd / "taskwarrior.json").write_text(json.dumps([done]), encoding="utf-8")
    assert brought(imported(files, "taskwarrior", now=LATER), "changed") == {"tasks": 1}
    task = files("tugas", "lihat", 1, "--json").json["task"]
    assert (task["status"], task["done_at"]) == ("done", "2026-12-23T08:02:03+07:00")


def test_a_piece_stays_a_piece(files: Imbang) -> None:
    imported(files, "super-productivity")
    tasks = [files("tugas", "lihat", n, "--json").ok().json["task"] for n in range(1, 5)]
    numbers = {task["title"]: task["number"] for task in tasks}
    (chart,) = (task for task in tasks if task["title"] == "Grafik")
    assert chart["parent"] == numbers["Siapkan paparan"]


def test_tracked_time_is_on_its_day(files: Imbang) -> None:
    imported(files, "timewarrior")
    blocks = files("blok", "daftar", "--hari", "2026-11-20", "--json").ok().json["blocks"]
    assert [(block["title"], block["status"], block["starts_at"]) for block in blocks] == [
        ("kerja, rapat anggaran", "done", "2026-11-20T08:00:00+07:00"),
        ("Membaca Perpres 21/2023", "done", "2026-11-20T10:00:00+07:00"),
    ]


def test_the_journal_takes_no_level_that_nobody_told(files: Imbang) -> None:
    found = imported(files, "jrnl")
    assert [each["reason"] for each in found["skipped"]] == ["no_level"]
    assert brought(imported(files, "jrnl", "--tingkat", 3), "new") == {"stress_entries": 1}
    entries = files("jurnal", "daftar", "--json").ok().json["entries"]
    assert {entry["level"]: entry["week"] for entry in entries} == {7: "2026-W47", 3: "2026-W47"}


def test_a_level_is_for_journals_alone(files: Imbang) -> None:
    call = ("data", "impor", "taskwarrior.json", "--dari", "taskwarrior", "--tingkat", "5")
    assert files.refused(2, *call, "--json").error["code"] == "level_for_nothing"


def test_another_programs_file_says_how_to_make_the_right_one(files: Imbang) -> None:
    refused = files.refused(2, "data", "impor", "jrnl.json", "--dari", "taskwarrior")
    assert "`task export > tugas.json`" in refused.err
    refused = files.refused(2, "data", "impor", "taskwarrior.json")
    assert "--dari" in refused.err
