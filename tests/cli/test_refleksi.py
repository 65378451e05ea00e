"""`imbang refleksi`: four answers for a month, and the habit of the month before."""

import pytest

from tests.in_process import Imbang

FRIDAY = "2026-11-27T15:30:00+07:00"
ANSWERS = (
    *("--berhasil", "Blok pagi terjaga", "--perbaiki", "Rapat sore"),
    *("--sesuaikan", "Penyangga pukul 15.00", "--kebiasaan", "Jalan kaki"),
)


def test_answers_are_kept_and_shown(imbang: Imbang) -> None:
    kept = imbang("refleksi", *ANSWERS, "--json", now=FRIDAY).ok().json["reflection"]
    assert set(kept) == {
        *("number", "uid", "month", "worked", "improve", "adjust", "habit"),
        *("previous_habit", "written_at"),
    }
    assert (kept["month"], kept["habit"], kept["written_at"]) == ("2026-11", "Jalan kaki", FRIDAY)
    shown = imbang("refleksi", now=FRIDAY).ok().out
    assert "Refleksi November 2026" in shown
    for text in ANSWERS[1::2]:
        assert text in shown


def test_one_answer_leaves_the_others_as_they_are(imbang: Imbang) -> None:
    imbang("refleksi", *ANSWERS, now=FRIDAY).ok()
    kept = imbang("refleksi", "--perbaiki", "Lain", "--json", now=FRIDAY).ok().json["reflection"]
    assert (kept["worked"], kept["improve"]) == ("Blok pagi terjaga", "Lain")


def test_the_habit_of_the_month_before_is_shown_first(imbang: Imbang) -> None:
    imbang("refleksi", "oktober", "--kebiasaan", "Tidur pukul 22.00", now=FRIDAY).ok()
    shown = imbang("refleksi", now=FRIDAY).ok().out
    assert "Kebiasaan yang Anda pilih bulan sebelumnya: Tidur pukul 22.00" in shown
    told = imbang("refleksi", "--json", now=FRIDAY).ok().json["reflection"]
    assert told["previous_habit"] == "Tidur pukul 22.00"
    assert told["written_at"] is None


@pytest.mark.parametrize(
    ("words", "now", "month"),
    [
        ((), "2026-12-05T08:00:00+07:00", "2026-11"),
        ((), "2026-12-06T08:00:00+07:00", "2026-12"),
        ((), "2026-11-30T16:00:00+07:00", "2026-11"),
        (("bulan lalu",), FRIDAY, "2026-10"),
        (("2026-01",), FRIDAY, "2026-01"),
    ],
)
def test_the_month_is_the_one_that_is_meant(
    imbang: Imbang, words: tuple[str, ...], now: str, month: str
) -> None:
    assert imbang("refleksi", *words, "--json", now=now).ok().json["reflection"]["month"] == month


def test_an_empty_store_has_none_and_stays_absent(imbang: Imbang) -> None:
    assert "Belum ditulis." in imbang("refleksi", now=FRIDAY).ok().out
    assert not imbang.store.exists()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("2027-01",), "month_ahead"),
        (("2027-01", "--berhasil", "x"), "month_ahead"),
        (("13-2026",), None),
        (("--berhasil", ""), None),
        (("--kebiasaan", "x\x1b[2J"), None),
        (("--perbaiki", "x" * 10_001), None),
        (("--ulangi",), "nothing_to_change"),
    ],
)
def test_what_cannot_be_kept_is_said(
    imbang: Imbang, words: tuple[str, ...], code: str | None
) -> None:
    imbang("refleksi", *ANSWERS, now=FRIDAY).ok()
    refused = imbang.refused(2, "refleksi", *words, "--json", now=FRIDAY)
    assert code is None or refused.error["code"] == code
    assert refused.error["hint"]


def test_hostile_text_is_shown_as_it_was_typed(imbang: Imbang) -> None:
    imbang("refleksi", "--berhasil", "[red]x[/red]\n<b> 🎉", now=FRIDAY).ok()
    shown = imbang("refleksi", now=FRIDAY).ok().out
    assert "[red]x[/red]\n<b> 🎉" in shown


def test_questions_ask_only_what_has_no_answer(imbang: Imbang) -> None:
    imbang("refleksi", "--berhasil", "Pagi", now=FRIDAY).ok()
    asked = imbang("refleksi", now=FRIDAY, answers=["Sore", "", "Jalan kaki"]).ok()
    assert "Apa yang berhasil" not in asked.err
    told = imbang("refleksi", "--json", now=FRIDAY).ok().json["reflection"]
    assert (told["worked"], told["improve"]) == ("Pagi", "Sore")
    assert (told["adjust"], told["habit"]) == (None, "Jalan kaki")


def test_asking_again_keeps_what_is_left_empty(imbang: Imbang) -> None:
    imbang("refleksi", *ANSWERS, now=FRIDAY).ok()
    imbang("refleksi", "--ulangi", now=FRIDAY, answers=["", "Lain", "", ""]).ok()
    told = imbang("refleksi", "--json", now=FRIDAY).ok().json["reflection"]
    assert (told["worked"], told["improve"]) == ("Blok pagi terjaga", "Lain")


def test_each_answer_is_kept_at_once(imbang: Imbang) -> None:
    # The answers end early, as they do when a terminal is closed.
    assert imbang("refleksi", now=FRIDAY, answers=["Pagi", "Sore"]).code == 130
    told = imbang("refleksi", "--json", now=FRIDAY).ok().json["reflection"]
    assert (told["worked"], told["improve"], told["habit"]) == ("Pagi", "Sore", None)


def test_english_words_do_the_same(imbang: Imbang) -> None:
    words = ("--worked", "a", "--improve", "b", "--adjust", "c", "--habit", "d", "--json")
    assert (
        imbang("reflection", "november", *words, now=FRIDAY).ok().json["reflection"]["habit"] == "d"
    )
