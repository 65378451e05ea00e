"""`imbang evaluasi` with flags, and as it is shown: facts, decisions carried out, no questions."""

from collections.abc import Callable

import pytest

from tests.cli.review_steps import FRIDAY, MONDAY, WEEK, a_week, numbers, review, task
from tests.in_process import Imbang

ALL = (
    *("--putuskan", "2=jadwalkan:senin", "--putuskan", "3=delegasikan:Ibu Sri"),
    *("--putuskan", "4=singkirkan", "--pelajaran", "Mulai dari yang berat"),
    *("--kemenangan", "Pulang tepat waktu", "--kemenangan", "Jalan sore"),
    *("--prioritas", "5", "--prioritas", "Satu sore tanpa rapat"),
)


@pytest.fixture
def week(imbang: Imbang) -> Imbang:
    """The program over a store in which a week stands."""
    a_week(imbang)
    return imbang


class TestShowing:
    def test_a_week_that_was_never_reviewed_is_shown_without_questions(self, week: Imbang) -> None:
        before = week.store.read_bytes()
        shown = week("evaluasi", now=FRIDAY).ok().out
        assert "Evaluasi pekan 48 · 23–29 November 2026" in shown
        assert "Belum dimulai." in shown
        assert "✓ 1 Susun laporan · Terkirim" in shown
        assert "? 2 Telaah staf" in shown
        assert week.store.read_bytes() == before

    def test_a_finished_review_as_a_screen_and_as_markdown(
        self, week: Imbang, golden: Callable[[str, str], None]
    ) -> None:
        week("evaluasi", *ALL, now=FRIDAY).ok()
        golden("evaluasi.txt", week("evaluasi", now=FRIDAY, columns=60).ok().out)
        golden("evaluasi.md", week("evaluasi", "--format", "md", now=FRIDAY).ok().out)

    def test_an_empty_store_has_nothing_to_tell_and_stays_absent(self, imbang: Imbang) -> None:
        assert "Belum ada yang tercatat" in imbang("evaluasi", now=FRIDAY).ok().out
        assert not imbang.store.exists()

    def test_the_document_has_the_keys_of_the_contract(self, week: Imbang) -> None:
        found = review(week)
        assert {
            *("week", "from", "to", "achieved", "postponed", "decisions", "learned"),
            *("wins", "priorities", "finished_at"),
        } <= set(found)
        assert (found["week"], found["from"], found["to"]) == (WEEK, "2026-11-23", "2026-11-30")
        assert (found["number"], found["uid"], found["started_at"]) == (None, None, None)
        assert numbers(found["achieved"]["tasks"]) == [1]
        assert found["achieved"]["elements"]["work"]["done_minutes"] == 120
        assert numbers(found["postponed"]) == [2, 3, 4]

    def test_format_json_is_the_same_document(self, week: Imbang) -> None:
        assert week("evaluasi", "--format", "json", now=FRIDAY).ok().json["review"] == review(week)

    def test_hostile_text_is_shown_as_it_was_typed(self, week: Imbang) -> None:
        text = "[bold]x[/bold] <b> | *y*"
        week("evaluasi", "--kemenangan", text, now=FRIDAY).ok()
        assert text in week("evaluasi", now=FRIDAY).ok().out
        assert "\\[bold\\]x\\[/bold\\] \\<b\\> \\| \\*y\\*" in (
            week("evaluasi", "--format", "md", now=FRIDAY).ok().out
        )

    def test_nothing_of_the_journal_stands_in_it(self, week: Imbang) -> None:
        week("jurnal", "tulis", "--tingkat", 9, "--pemicu", "rahasia-hati", now=MONDAY).ok()
        for form in ("teks", "md", "json"):
            assert "rahasia" not in week("evaluasi", "--format", form, now=FRIDAY).ok().out


class TestWhichWeek:
    @pytest.mark.parametrize(
        ("words", "now", "name"),
        [
            ((), "2026-11-25T11:59:00+07:00", "2026-W47"),
            ((), "2026-11-25T12:00:00+07:00", "2026-W48"),
            ((), "2026-11-30T08:00:00+07:00", "2026-W48"),
            (("pekan lalu",), FRIDAY, "2026-W47"),
            (("2026-W40",), FRIDAY, "2026-W40"),
            (("pekan ini",), MONDAY, "2026-W48"),
        ],
    )
    def test_a_week_as_it_is_asked_for(
        self, imbang: Imbang, words: tuple[str, ...], now: str, name: str
    ) -> None:
        assert review(imbang, *words, now=now)["week"] == name

    def test_a_week_that_has_not_begun_is_refused(self, week: Imbang) -> None:
        refused = week.refused(2, "evaluasi", "pekan depan", "--json", now=FRIDAY)
        assert refused.error["code"] == "week_ahead"

    def test_the_week_is_that_of_the_persons_zone(self, imbang: Imbang) -> None:
        # Sunday evening in London is Monday in Jayapura.
        (imbang.home).mkdir()
        (imbang.home / "pengaturan.toml").write_text('zona = "WIT"\n')
        found = review(imbang, "hari ini", now="2026-11-29T20:00:00+00:00")
        assert found["week"] == "2026-W49"


class TestAnswering:
    def test_all_answers_finish_the_review(self, week: Imbang) -> None:
        found = review(week, *ALL)
        assert found["step"] == "finished"
        assert found["finished_at"] == FRIDAY
        assert found["learned"] == "Mulai dari yang berat"
        assert found["wins"] == ["Pulang tepat waktu", "Jalan sore"]
        assert found["priorities"] == [
            {"text": "Rancang survei", "task": 5},
            {"text": "Satu sore tanpa rapat", "task": None},
        ]
        assert [one["choice"] for one in found["decisions"]] == ["reschedule", "delegate", "drop"]
        assert review(week) == found

    def test_decisions_are_carried_out_on_the_tasks(self, week: Imbang) -> None:
        week("evaluasi", *ALL, now=FRIDAY).ok()
        assert (task(week, 2)["due"], task(week, 2)["postponed"]) == ("2026-11-30", 1)
        assert (task(week, 3)["status"], task(week, 3)["delegate"]["to"]) == (
            "delegated",
            "Ibu Sri",
        )
        assert task(week, 4)["status"] == "dropped"

    def test_keeping_a_task_is_a_decision_too(self, week: Imbang) -> None:
        before = task(week, 2)
        found = review(week, "--putuskan", "2=biarkan")
        assert found["decisions"] == [{"task": 2, "choice": "keep", "until": None, "to": None}]
        assert task(week, 2) == before

    def test_some_answers_leave_the_rest_open(self, week: Imbang) -> None:
        found = review(week, "--pelajaran", "x")
        assert (found["step"], found["finished_at"]) == ("decisions", None)
        said = week("evaluasi", now=FRIDAY).ok().out
        assert "Belum selesai; berikutnya: keputusan untuk yang tertunda." in said

    def test_it_can_be_closed_as_it_stands(self, week: Imbang) -> None:
        found = review(week, "--selesai")
        assert found["finished_at"] == FRIDAY
        assert found["postponed"] == []

    def test_running_a_script_again_changes_nothing_while_it_is_open(self, week: Imbang) -> None:
        words = ("--putuskan", "4=singkirkan", "--kemenangan", "a", "--prioritas", "5")
        assert review(week, *words) == review(week, *words)

    def test_english_words_do_the_same(self, week: Imbang) -> None:
        words = ("review", "--decide", "2=reschedule:monday", "--decide", "3=delegate:Budi")
        words += ("--decide", "4=drop", "--learned", "x", "--win", "y", "--priority", "5", "--json")
        assert week(*words, now=FRIDAY).ok().json["review"]["step"] == "finished"

    def test_friday_afternoon_is_reminded_until_it_is_done(self, week: Imbang) -> None:
        def codes() -> list[str]:
            return [one["code"] for one in week("hari", "--json", now=FRIDAY).json["warnings"]]

        assert "review_due" in codes()
        week("evaluasi", *ALL, now=FRIDAY).ok()
        assert "review_due" not in codes()


class TestChanging:
    def test_a_finished_review_is_not_changed_by_accident(self, week: Imbang) -> None:
        week("evaluasi", *ALL, now=FRIDAY).ok()
        refused = week.refused(1, "evaluasi", "--pelajaran", "lain", "--json", now=FRIDAY)
        assert refused.error["code"] == "review_finished"
        assert "--ulangi" in refused.error["hint"]

    def test_it_can_be_changed_on_purpose(self, week: Imbang) -> None:
        week("evaluasi", *ALL, now=FRIDAY).ok()
        found = review(week, "--ulangi", "--pelajaran", "lain", "--putuskan", "4=biarkan")
        assert (found["learned"], found["step"]) == ("lain", "finished")
        assert found["wins"] == ["Pulang tepat waktu", "Jalan sore"]
        assert task(week, 4)["status"] == "open"

    def test_doing_it_over_without_a_terminal_needs_an_answer(self, week: Imbang) -> None:
        week.refused(2, "evaluasi", "--ulangi", now=FRIDAY)


class TestBadInput:
    @pytest.mark.parametrize(
        "text",
        [
            *("", "2", "2=", "2=besok", "=jadwalkan:besok", "2=jadwalkan", "2=singkirkan:besok"),
            *("2=biarkan:", "x=biarkan", "-1=biarkan", "2=jadwalkan:31-02", "2=jadwalkan:"),
            *("2=jadwalkan:kemarin", "2=delegasikan:", "2=delegasikan:\x1b[31m", "٢=biarkan"),
        ],
    )
    def test_a_decision_that_cannot_be_read_changes_nothing(self, week: Imbang, text: str) -> None:
        refused = week.refused(2, "evaluasi", "--putuskan", text, now=FRIDAY)
        assert refused.err.count("\n") <= 4

    @pytest.mark.parametrize(
        ("words", "code"),
        [
            (("--putuskan", "99=biarkan"), "not_found"),
            (("--putuskan", "5=biarkan"), "not_postponed"),
            (("--putuskan", "1=biarkan"), "not_postponed"),
            (("--prioritas", "99"), "not_found"),
            (("--prioritas", "1"), "already_closed"),
        ],
    )
    def test_a_fact_in_the_way_changes_nothing(
        self, week: Imbang, words: tuple[str, ...], code: str
    ) -> None:
        answers = ("--putuskan", "4=singkirkan", "--kemenangan", "a", *words, "--json")
        assert week.refused(1, "evaluasi", *answers, now=FRIDAY).error["code"] == code

    @pytest.mark.parametrize(
        "words",
        [
            ("--pelajaran", ""),
            ("--pelajaran", "x" * 10_001),
            ("--kemenangan", "a\x07"),
            ("--kemenangan", "dua\nbaris"),
            ("--prioritas", "x" * 201),
            ("--prioritas", "0"),
            tuple(word for n in range(4) for word in ("--prioritas", f"p{n}")),
            ("31-02",),
            ("--format", "html"),
        ],
    )
    def test_what_cannot_be_kept_is_said(self, week: Imbang, words: tuple[str, ...]) -> None:
        assert week.refused(2, "evaluasi", *words, now=FRIDAY).err

    def test_emoji_and_right_to_left_letters_are_fine(self, week: Imbang) -> None:
        found = review(week, "--kemenangan", "🎉 שלום مرحبا", "--pelajaran", "baris\ndua")
        assert found["wins"] == ["🎉 שלום مرحبا"]
        assert found["learned"] == "baris\ndua"


class TestPostponed:
    def test_a_task_planned_anew_is_not_asked_about(self, week: Imbang) -> None:
        week("blok", "tambah", "Arsip", "13.00-14.00", "--hari", "30/11", "--tugas", 4, now=FRIDAY)
        assert numbers(review(week)["postponed"]) == [2, 3]

    def test_an_occurrence_of_a_series_that_went_by_counts(self, imbang: Imbang) -> None:
        imbang("tugas", "tambah", "Rekap").ok()
        words = ("blok", "tambah", "Rekap", "08.00-09.00", "--tugas", 1, "--ulang", "tiap selasa")
        imbang(*words, "--sampai", "2026-11-24").ok()
        assert numbers(review(imbang)["postponed"]) == [1]

    def test_a_task_done_meanwhile_is_no_longer_asked_about(self, week: Imbang) -> None:
        week("tugas", "selesai", 2, now=FRIDAY).ok()
        assert numbers(review(week)["postponed"]) == [3, 4]
