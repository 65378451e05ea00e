"""`imbang rencana --bandingkan`: the plan that was applied beside what came of it."""

from typing import Any

import pytest

from tests.cli.planning_steps import plan
from tests.in_process import Imbang

EVENING = "2026-11-23T17:00:00+07:00"


@pytest.fixture
def day(imbang: Imbang) -> Imbang:
    """A Monday with a plan of five pieces, one to an hour."""
    for number in range(5):
        imbang("tugas", "tambah", f"Tugas {number}", "--estimasi", "1j").ok()
    plan(imbang, "--terapkan")
    return imbang


def outcomes(imbang: Imbang, *call: str, now: str = EVENING) -> dict[int, Any]:
    """The outcome of each task's piece."""
    pieces = plan(imbang, "--bandingkan", *call, now=now)["pieces"]
    return {piece["task"]: piece["outcome"] for piece in pieces}


def test_in_the_morning_everything_lies_ahead(day: Imbang) -> None:
    assert set(outcomes(day, now="2026-11-23T07:30:00+07:00").values()) == {"ahead"}


def test_in_the_evening_each_piece_has_its_outcome(day: Imbang) -> None:
    by_task = {block["task"]: block for block in plan(day, "--dari-awal")["blocks"]}
    number = {task: block["number"] for task, block in by_task.items()}
    day("blok", "selesai", number[1], now=EVENING).ok()
    day("blok", "lewati", number[2], now=EVENING).ok()
    day("blok", "geser", number[3], "15.00-15.45", now="2026-11-23T07:30:00+07:00").ok()
    day("blok", "hapus", number[4], "--ya").ok()
    expected = {1: "done", 2: "skipped", 3: "moved", 4: "removed", 5: "open"}
    assert outcomes(day) == expected
    document = plan(day, "--bandingkan", now=EVENING)
    assert (document["planned_minutes"], document["done_minutes"]) == (300, 60)
    screen = day("rencana", "--bandingkan", now=EVENING).ok().out
    assert "Terlaksana 1 j dari 5 j yang direncanakan." in screen
    assert "dipindahkan, kini 15.00–15.45" in screen


def test_work_beside_the_plan_is_counted_by_itself(day: Imbang) -> None:
    day("blok", "tambah", "Disposisi", "15.00-15.30", "--jenis", "rapat", "--tumpuk").ok()
    number = day("blok", "daftar", "--json").ok().json["blocks"][-1]["number"]
    day("blok", "selesai", number, now=EVENING).ok()
    document = plan(day, "--bandingkan", now=EVENING)
    assert [block["title"] for block in document["beside"]] == ["Disposisi"]
    assert document["beside_minutes"] == 30
    assert "Di luar rencana: 1 blok, 30 m." in day("rencana", "--bandingkan", now=EVENING).out


MORNING = "2026-11-23T07:45:00+07:00"


def test_the_rest_of_an_interrupted_piece_belongs_to_the_plan(day: Imbang) -> None:
    day("sela", "Disposisi", "30m", now="2026-11-23T08:00:00+07:00").ok()
    blocks = day("blok", "daftar", "--json").ok().json["blocks"]
    (rest,) = (b["number"] for b in blocks if b["task"] == 1 and b["status"] == "planned")
    day("blok", "selesai", rest, now=EVENING).ok()
    document = plan(day, "--bandingkan", now=EVENING)
    first = document["pieces"][0]
    assert (first["task"], first["done_minutes"], first["planned_minutes"]) == (1, 60, 60)
    assert document["beside"] == []


def test_what_an_interruption_or_a_hand_moved_is_said_to_have_moved(day: Imbang) -> None:
    day("sela", "Disposisi", "07.30-08.30", now="2026-11-23T07:20:00+07:00").ok()
    pieces = plan(day, "--bandingkan", now="2026-11-23T07:20:00+07:00")["pieces"]
    assert {piece["outcome"] for piece in pieces} == {"moved"}
    assert pieces[0]["moved_to"] == "2026-11-23T08:40:00+07:00"
    last = max(pieces, key=lambda piece: str(piece["moved_to"]))
    day("blok", "geser", last["block"], "--hari", "besok", now=MORNING).ok()
    screen = day("rencana", "--bandingkan", now=MORNING).ok().out
    assert "dipindahkan, kini Sel 24 Nov" in screen


def test_right_after_planning_anew_everything_lies_ahead(day: Imbang) -> None:
    day("sela", "Disposisi", "07.30-08.30", now="2026-11-23T07:20:00+07:00").ok()
    day("blok", "tambah", "Rapat", "09.50-10.20", "--kunci", "--tumpuk", now=MORNING).ok()
    plan(day, "--dari-awal", "--terapkan", now=MORNING)
    document = plan(day, "--bandingkan", now=MORNING)
    assert {piece["outcome"] for piece in document["pieces"]} == {"ahead"}
    assert all(piece["moved_to"] is None for piece in document["pieces"])
    day("urung").ok()
    document = plan(day, "--bandingkan", now=MORNING)
    assert (document["replaced"], len(document["plans"])) == (0, 1)
    assert {piece["outcome"] for piece in document["pieces"]} == {"moved"}


def test_a_later_plan_takes_the_place_of_the_earlier_one(day: Imbang) -> None:
    day("blok", "tambah", "Rapat", "07.30-09.00", "--jenis", "rapat", "--kunci", "--tumpuk").ok()
    plan(day, "--dari-awal", "--terapkan")
    document = plan(day, "--bandingkan", now=EVENING)
    assert [one["number"] for one in document["plans"]] == [1, 2]
    assert document["replaced"] == 5
    assert {piece["block"] for piece in document["pieces"]} >= {1, 2, 3, 4, 5}
    assert all(piece["moved_to"] is None for piece in document["pieces"])


def test_the_plan_outlives_task_and_block(day: Imbang) -> None:
    day("tugas", "hapus", 1, "--ya").ok()
    pieces = plan(day, "--bandingkan", now=EVENING)["pieces"]
    assert [piece["title"] for piece in pieces if piece["task"] is None] == ["Tugas 0"]


def test_past_days_and_weeks_can_be_looked_at(day: Imbang) -> None:
    later = "2026-12-01T08:00:00+07:00"
    assert len(plan(day, "2026-11-23", "--bandingkan", now=later)["pieces"]) == 5
    assert len(plan(day, "2026-11-23", "--minggu", "--bandingkan", now=later)["pieces"]) == 5
    span = ("2026-11-20", "--sampai", "2026-11-24")
    assert len(plan(day, *span, "--bandingkan", now=later)["pieces"]) == 5
    shown = day("rencana", "2026-11-20", "--bandingkan", now=later).ok().out
    assert "Tidak ada rencana yang diterapkan" in shown


def test_spans_that_make_no_sense_are_refused(day: Imbang) -> None:
    day.refused(2, "rencana", "besok", "--sampai", "kemarin", "--bandingkan")
    day.refused(2, "rencana", "--sampai", "2027-11-23", "--bandingkan")
