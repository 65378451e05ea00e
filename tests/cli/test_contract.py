"""The JSON contract, key by key: what a script may rely on from release to release."""

from typing import Any

import pytest

from tests.cli.block_steps import added
from tests.in_process import Imbang

BLOCK = {
    *("number", "uid", "title", "starts_at", "ends_at", "zone", "element", "kind", "status"),
    *("protected", "location", "task", "target", "note", "recurring", "requested_by"),
    # Beyond the contract: the rule of a series, and when a finished block really ran.
    *("rule", "actual_starts_at", "actual_ends_at"),
    *("result", "evidence", "indicator", "realisation", "akhlak"),
}
TASK = {
    *("number", "uid", "title", "status", "important", "urgent", "quadrant", "triaged", "due"),
    *("estimate_minutes", "spent_minutes", "kind", "element", "target", "delegate", "done_at"),
    *("result", "evidence"),
    # Beyond the contract.
    *("impact", "parent", "postponed", "note", "not_before"),
    *("indicator", "realisation", "akhlak"),
}
DELEGATE = {"to", "instruction", "expected_result", "follow_up"}
DAY = {
    *("date", "zone", "location", "working_hours", "capacity_minutes", "planned_work_minutes"),
    *("blocks", "gaps", "tasks", "follow_ups", "focus", "warnings"),
    # Beyond the contract: what the reason of the hours is about, and days away from the office.
    *("holiday", "leave", "shift", "flexible_days"),
}
HOURS = {"start", "end", "break_start", "break_end", "minutes", "reason"}
WARNING = {
    *("code", "blocks", "message"),
    # Beyond the contract: what could give way, and how much is too much.
    *("tasks", "minutes"),
}
WEEK = {
    *("from", "to", "days", "elements"),
    # Beyond the contract: the week's load.
    *("capacity_minutes", "planned_work_minutes", "warnings"),
}
PLAN = {
    *("blocks", "unplaced"),
    # Beyond the contract: the days, what was assumed, and what planning anew would remove.
    *("from", "to", "zone", "applied", "days", "removed", "assumed", "warnings"),
}
PLAN_DAY = {"date", "working_hours", "capacity_minutes", "planned_work_minutes"}
PLANNED = BLOCK | {"reason"} | {"part", "parts", "moved_from"}
UNPLACED = {"task", "minutes", "reason"} | {"title", "due", "other_day"}
RESULTS = {
    *("from", "to", "zone", "plans", "pieces", "beside", "replaced"),
    *("planned_minutes", "done_minutes", "beside_minutes"),
}
PIECE = {
    *("task", "block", "title", "starts_at", "ends_at", "reason", "outcome", "moved_to"),
    *("planned_minutes", "done_minutes"),
}
MINUTES = {"planned_minutes", "done_minutes", "intended_minutes"}
ELEMENTS = {"work", "life", "recovery", "growth"}


@pytest.fixture
def full(imbang: Imbang) -> Imbang:
    """A store with one of everything that a day can hold."""
    imbang("tugas", "tambah", "Laporan", "--penting", "--tenggat", "hari ini").ok()
    imbang("tugas", "tambah", "Data honor").ok()
    call = ("tugas", "delegasikan", 2, "--ke", "Sari", "--instruksi", "Kumpulkan")
    imbang(*call, "--hasil", "Tabel", "--tindak-lanjut", "hari ini").ok()
    imbang("blok", "templat", "A").ok()
    added(imbang, "Lembur", "16.00-17.00", "--tugas", 1, "--catatan", "x")
    added(imbang, "Apel", "07.00-07.30", "--ulang", "tiap hari")
    return imbang


def document(imbang: Imbang, *call: str | int) -> dict[str, Any]:
    return dict(imbang(*call, "--json").ok().json)


def test_a_day_has_its_keys(full: Imbang) -> None:
    day = document(full, "hari")
    assert set(day) == DAY
    assert set(day["working_hours"]) == HOURS
    assert set(day["focus"]) == {"completed", "minutes", "running"}
    assert {frozenset(gap) for gap in day["gaps"]} <= {
        frozenset({"starts_at", "ends_at", "minutes"})
    }
    assert {frozenset(each) for each in day["warnings"]} == {frozenset(WARNING)}
    assert {frozenset(block) for block in day["blocks"]} == {frozenset(BLOCK)}
    assert {frozenset(task) for task in day["tasks"]} == {frozenset(TASK)}
    assert set(day["follow_ups"][0]["delegate"]) == DELEGATE


def test_an_empty_day_has_the_same_keys(imbang: Imbang) -> None:
    day = document(imbang, "hari", "sabtu")
    assert set(day) == DAY
    assert set(day["working_hours"]) == HOURS


def test_a_week_has_its_keys(full: Imbang) -> None:
    week = document(full, "minggu")
    assert set(week) == WEEK
    assert [set(day) for day in week["days"]] == [DAY] * 7
    assert set(week["elements"]) == ELEMENTS
    assert all(set(minutes) == MINUTES for minutes in week["elements"].values())


@pytest.mark.parametrize(
    "call",
    [
        ("blok", "tambah", "X", "20.00-21.00"),
        ("blok", "lihat", 1),
        ("blok", "ubah", 1, "--judul", "X"),
        ("blok", "geser", 1, "20.00"),
        ("blok", "selesai", 1, "--nyata", "06.00-07.00"),
        ("blok", "lewati", 1),
        ("blok", "hapus", 1, "--ya"),
        ("blok", "ubah", 11, "--semua", "--judul", "X"),
        ("blok", "lewati", 11, "--pada", "besok"),
    ],
    ids=lambda call: call[1],
)
def test_a_command_prints_the_block_it_was_about(full: Imbang, call: tuple[str | int, ...]) -> None:
    answer = document(full, *call)
    assert set(answer) == {"block"}
    assert set(answer["block"]) == BLOCK


def test_what_was_pushed_is_printed_beside_the_block(full: Imbang) -> None:
    answer = document(full, "blok", "tambah", "X", "16.00-16.30", "--geser")
    assert set(answer) == {"block", "moved"}
    assert [set(block) for block in answer["moved"]] == [BLOCK]


@pytest.mark.parametrize(
    "call", [("blok", "daftar"), ("blok", "daftar", "--rangkaian"), ("blok", "templat", "B",
             "--hari", "besok")], ids=len
)  # fmt: skip
def test_lists_of_blocks_stand_under_their_plural(full: Imbang, call: tuple[str, ...]) -> None:
    answer = document(full, *call)
    assert set(answer) == {"blocks"}
    assert {frozenset(block) for block in answer["blocks"]} == {frozenset(BLOCK)}


def test_tasks_have_their_keys(full: Imbang) -> None:
    assert set(document(full, "tugas", "lihat", 1)) == {"task"}
    assert set(document(full, "tugas", "lihat", 1)["task"]) == TASK
    listed = document(full, "tugas", "daftar")
    assert set(listed) == {"tasks"}
    assert {frozenset(task) for task in listed["tasks"]} == {frozenset(TASK)}


def test_steps_have_their_keys(full: Imbang) -> None:
    full("urung").ok()
    for call in (("urung", "--daftar"), ("urung",), ("ulang",)):
        steps = document(full, *call)
        assert set(steps) == {"steps"}
        for step in steps["steps"]:
            assert set(step) == {"number", "at", "command", "undone", "changes"}
            assert {frozenset(change) for change in step["changes"]} == {
                frozenset({"table", "number", "title", "effect"})
            }


def test_values_are_those_of_the_contract(full: Imbang) -> None:
    (lembur,) = (b for b in document(full, "blok", "daftar")["blocks"] if b["title"] == "Lembur")
    assert lembur | {"uid": "", "number": 0} == {
        "number": 0,
        "uid": "",
        "title": "Lembur",
        "starts_at": "2026-11-23T16:00:00+07:00",
        "ends_at": "2026-11-23T17:00:00+07:00",
        "zone": "Asia/Jakarta",
        "element": "work",
        "kind": "other",
        "status": "planned",
        "protected": False,
        "location": None,
        "task": 1,
        "target": None,
        "note": "x",
        "result": None,
        "evidence": None,
        "indicator": None,
        "realisation": None,
        "akhlak": [],
        "recurring": False,
        "rule": None,
        "actual_starts_at": None,
        "actual_ends_at": None,
        "requested_by": None,
    }


@pytest.fixture
def planned(imbang: Imbang) -> Imbang:
    """A store with an applied plan, and a task without a place in it."""
    imbang("tugas", "tambah", "Laporan", "--estimasi", "30j", "--tenggat", "besok").ok()
    imbang("rencana", "--terapkan").ok()
    return imbang


def test_a_plan_has_its_keys(planned: Imbang) -> None:
    plan = document(planned, "rencana", "--dari-awal")
    assert set(plan) == PLAN
    assert {frozenset(block) for block in plan["blocks"]} == {frozenset(PLANNED)}
    assert {frozenset(one) for one in plan["unplaced"]} == {frozenset(UNPLACED)}
    assert {frozenset(day) for day in plan["days"]} == {frozenset(PLAN_DAY)}
    assert set(plan["assumed"]) == {"tasks", "minutes"}


def test_a_plan_and_what_came_of_it_have_their_keys(planned: Imbang) -> None:
    results = document(planned, "rencana", "--bandingkan")
    assert set(results) == RESULTS
    assert {frozenset(piece) for piece in results["pieces"]} == {frozenset(PIECE)}
    assert {frozenset(plan) for plan in results["plans"]} == {
        frozenset({"number", "from", "to", "applied_at"})
    }


def test_every_time_carries_its_offset(full: Imbang) -> None:
    day = document(full, "hari")
    times = [value for block in day["blocks"] for key, value in block.items() if key == "starts_at"]
    times += [gap["starts_at"] for gap in day["gaps"]]
    times += [day["working_hours"][key] for key in ("start", "end", "break_start", "break_end")]
    assert all(value.endswith("+07:00") for value in times)


def test_the_words_of_a_document_do_not_change_with_the_language(full: Imbang) -> None:
    indonesian = document(full, "hari")
    english = dict(full("today", "--json", lang="en").ok().json)
    for each in (indonesian, english):
        for warning in each["warnings"]:
            del warning["message"]
    assert indonesian == english


def test_a_document_ignores_width_and_colour(full: Imbang) -> None:
    narrow = full("hari", "--json", columns=20, env={"FORCE_COLOR": "1"}).ok()
    assert narrow.json == document(full, "hari")
    assert not narrow.err
