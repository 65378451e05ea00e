"""The questions of the Friday review, answered in process: what each leads to."""

from collections.abc import Sequence

import pytest

from tests.cli.review_steps import FRIDAY, WEEK, a_week, numbers, review, task
from tests.harness import Result
from tests.in_process import Imbang

KEEP_ALL = ["b", "b", "b"]


@pytest.fixture
def week(imbang: Imbang) -> Imbang:
    """The program over a store in which a week stands."""
    a_week(imbang)
    return imbang


def answer(imbang: Imbang, answers: Sequence[str], *words: str, now: str = FRIDAY) -> Result:
    return imbang("evaluasi", *words, now=now, answers=answers)


def test_every_question_can_be_left_empty(week: Imbang) -> None:
    asked = answer(week, [*KEEP_ALL, "", "", ""]).ok()
    assert "Tidak ada blok yang perlu diusulkan." in asked.err
    assert "Evaluasi selesai." in asked.err
    found = review(week)
    assert (found["step"], found["learned"], found["wins"]) == ("finished", None, [])


def test_what_was_achieved_is_told_before_the_first_question(week: Imbang) -> None:
    said = answer(week, []).err
    assert said.index("Susun laporan · Terkirim") < said.index("Apa keputusan Anda")
    assert "2  Telaah staf (lewat 1 hari)" in said


def test_answers_are_kept_one_by_one(week: Imbang) -> None:
    all_answers = ["s", "b", "b", "satu", "dua", "", "a", "b", "", "5", "lain", "", "p", "l"]
    expected = [
        (0, 1, "decisions", [], 0),
        (1, 4, "learned", [], 0),
        (4, 6, "wins", [], 0),
        (6, 8, "wins", ["a", "b"], 0),
        (8, 10, "priorities", ["a", "b"], 1),
        (10, 12, "blocks", ["a", "b"], 2),
        (12, 13, "blocks", ["a", "b"], 2),
    ]
    for first, end, step, wins, priorities in expected:
        left = answer(week, all_answers[first:end])
        assert left.code == 130
        assert f"imbang evaluasi {WEEK}" in left.err
        found = review(week)
        assert (found["step"], found["wins"], len(found["priorities"])) == (step, wins, priorities)
    answer(week, all_answers[13:]).ok()
    assert review(week)["learned"] == "satu\ndua"


def test_a_resumed_lesson_is_shown_and_can_be_added_to(week: Imbang) -> None:
    answer(week, [*KEEP_ALL, "satu"])
    again = answer(week, ["dua", ""])
    assert "satu" in again.err
    assert review(week)["learned"] == "satu\ndua"


def test_a_delegation_may_do_without_a_day_to_ask(week: Imbang) -> None:
    answer(week, ["d", "Budi", "", "b", "b"])
    assert task(week, 2)["delegate"] == {
        "to": "Budi",
        "instruction": None,
        "expected_result": None,
        "follow_up": None,
    }


def test_answers_that_cannot_be_read_are_asked_again(week: Imbang) -> None:
    asked = answer(
        week,
        [
            *("x", "", "j", "31-02", "kemarin", "besok", "b", "b"),
            *("a\x07", "x" * 10_001, "baik", ""),
            *("", "0", "1", "99", "x" * 201, "hal", "", ""),
            *("?", "w", "kapan saja", "25.00", "senin", "10.00-09.00", "08.00-09.00"),
        ],
    ).ok()
    for part in ("31-02", "sudah lewat", "karakter", "201", "nomor 99 tidak ada", "sudah ditutup"):
        assert part in " ".join(asked.err.split()), part
    assert review(week)["learned"] == "baik"
    monday = week("blok", "daftar", "--hari", "2026-11-30", "--json").ok().json["blocks"]
    assert [one["title"] for one in monday] == ["hal"]


def test_three_priorities_are_enough(week: Imbang) -> None:
    asked = answer(week, [*KEEP_ALL, "", "", "satu", "dua", "tiga", "l", "l", "l"]).ok()
    assert "Prioritas 4" not in asked.err
    assert [one["text"] for one in review(week)["priorities"]] == ["satu", "dua", "tiga"]


def test_each_priority_gets_a_morning_of_its_own(week: Imbang) -> None:
    answer(week, [*KEEP_ALL, "", "", "satu", "dua", "tiga", "p", "p", "p"]).ok()
    days = ("blok", "daftar", "--dari", "2026-11-30", "--sampai", "2026-12-06", "--json")
    starts = [one["starts_at"] for one in week(*days).ok().json["blocks"]]
    assert starts == [f"2026-{day}T07:30:00+07:00" for day in ("11-30", "12-01", "12-02")]


def test_a_week_without_room_says_so(week: Imbang) -> None:
    for day in ("2026-11-30", "2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04"):
        week("blok", "tambah", "Bimtek", "07.00-17.00", "--hari", day).ok()
    asked = answer(week, [*KEEP_ALL, "", "", "satu", "", "l"]).ok()
    assert "Tidak ada waktu kosong yang cukup untuk 'satu'." in asked.err


def test_time_taken_between_question_and_answer_is_asked_about_again(week: Imbang) -> None:
    answers = [*KEEP_ALL, "", "", "satu", "", "w", "senin 08.00-09.00"]
    week("blok", "tambah", "Apel", "08.30-09.00", "--hari", "2026-11-30").ok()
    asked = answer(week, [*answers, "selasa 08.00-09.00"]).ok()
    assert "Waktu itu sudah terisi 'Apel' (Senin, 30 November 2026, 08.30–09.00)." in asked.err
    assert "→ Sel 1 Des 08.00–09.00" in asked.err
    assert "→ Sen 30 Nov" not in asked.err


def test_doing_it_over_asks_for_every_answer_again(week: Imbang) -> None:
    answer(week, ["s", "b", "b", "lama", "", "a", "", "5", "", "l"]).ok()
    shown = answer(week, []).ok()
    assert "ubah dengan --ulangi" in shown.err
    assert "★ a" in shown.out
    over = ["y", "j", "senin", "t", "t", "t", "", "t", "b", "", "y", "baru", "", "l"]
    answer(week, over, "--ulangi").ok()
    found = review(week)
    assert [one["choice"] for one in found["decisions"]] == ["reschedule", "keep", "keep"]
    assert (found["learned"], found["wins"]) == ("lama", ["a", "b"])
    assert [one["text"] for one in found["priorities"]] == ["baru"]
    assert task(week, 2)["status"] == "open"


def test_a_task_that_is_done_now_is_not_decided_about_again(week: Imbang) -> None:
    answer(week, [*KEEP_ALL, "", "", ""]).ok()
    week("tugas", "selesai", 2, now=FRIDAY).ok()
    asked = answer(week, ["t", "t", "", "", ""], "--ulangi").ok()
    assert "Telaah staf: " not in asked.err


def test_the_questions_speak_english_too(week: Imbang) -> None:
    asked = week("review", now=FRIDAY, lang="en", answers=["k", "k", "k", "", "", ""]).ok()
    assert "What did you learn?" in asked.err
    assert numbers(review(week)["postponed"]) == [2, 3, 4]
