"""The questions of `imbang jurnal tulis`, answered line by line."""

import sqlite3
import threading
from contextlib import closing

import pytest

from keseimbangan.store import connections
from tests.cli.journal_steps import ENTRY_KEYS, entry, flat, written
from tests.in_process import Imbang


class TestQuestions:
    def test_each_but_the_level_may_be_passed_over(self, imbang: Imbang) -> None:
        result = imbang("jurnal", "tulis", answers=["", "12", "6", "", "", "", "", "", ""]).ok()
        assert flat(result.err).count("Gunakan bilangan bulat 0 sampai 10.") == 2
        assert entry(imbang) | {"uid": "", "written_at": ""} == {
            **dict.fromkeys(ENTRY_KEYS),
            "number": 1,
            "uid": "",
            "written_at": "",
            "week": "2026-W48",
            "level": 6,
            "triggers": [],
        }

    def test_triggers_are_answered_by_number_or_word(self, imbang: Imbang) -> None:
        tries = ["99, rapat", "12 7, suara bor", "12, Audit, suara bor"]
        result = imbang("jurnal", "tulis", answers=["6", *tries, "", "", "", "", ""]).ok()
        assert "12  rapat" in result.err
        assert "Angka '99'" in result.err
        # Among words a blank parts nothing.
        assert "Pemicu '12 7' bukan kata." in result.err
        assert entry(imbang)["triggers"] == ["rapat", "audit", "suara bor"]

    def test_numbers_alone_may_be_parted_by_blanks(self, imbang: Imbang) -> None:
        imbang("jurnal", "tulis", answers=["6", "12 7, 1", "", "", "", "", "", ""]).ok()
        assert entry(imbang)["triggers"] == ["rapat", "audit", "beban-berlebih"]

    def test_ones_own_words_stand_below_the_known_ones_next_time(self, imbang: Imbang) -> None:
        written(imbang, 5, "--pemicu", "suara bor")
        answers = ["6", "30", "", "", "", "", "", ""]
        result = imbang("jurnal", "tulis", answers=answers, columns=60).ok()
        assert "30  suara bor" in result.err
        assert entry(imbang, 2)["triggers"] == ["suara bor"]

    def test_every_answer_is_kept(self, imbang: Imbang) -> None:
        answers = ["8", "rapat", "Rapat beruntun", "Jalan kaki", "7", "9", "2", "satu", "dua", ""]
        imbang("jurnal", "tulis", answers=answers).ok()
        kept = entry(imbang)
        assert (kept["main_cause"], kept["coping"]) == ("Rapat beruntun", "Jalan kaki")
        assert (kept["helped"], kept["demand"], kept["control"]) == (7, 9, 2)
        assert kept["note"] == "satu\ndua"

    def test_how_much_it_helped_is_asked_only_where_something_was_done(
        self, imbang: Imbang
    ) -> None:
        result = imbang("jurnal", "tulis", answers=["8", "", "", "", "", "", ""]).ok()
        assert "Seberapa membantu" not in result.err

    def test_what_is_given_is_not_asked(self, imbang: Imbang) -> None:
        options = ("--pemicu", "rapat", "--kendali", 0, "--penyebab", "x", "--catatan", "y")
        result = imbang("jurnal", "tulis", *options, answers=["8", "", ""]).ok()
        assert "Apa pemicunya" not in result.err
        assert entry(imbang)["control"] == 0

    def test_a_level_given_means_no_questions_at_all(self, imbang: Imbang) -> None:
        result = imbang("jurnal", "tulis", "--tingkat", 5, answers=[]).ok()
        assert "?" not in result.err

    def test_a_note_too_long_is_asked_again(self, imbang: Imbang) -> None:
        answers = ["8", "", "", "", "", "", *["x" * 5001] * 2, "", "pendek", ""]
        result = imbang("jurnal", "tulis", answers=answers).ok()
        assert "10003 karakter terlalu panjang" in flat(result.err)
        assert entry(imbang)["note"] == "pendek"

    def test_the_end_of_input_ends_a_note_but_nothing_else(self, imbang: Imbang) -> None:
        assert imbang("jurnal", "tulis", answers=["8", "rapat"]).code == 130
        assert not imbang.store.exists()
        imbang("jurnal", "tulis", answers=["8", "", "", "", "", "", "satu"]).ok()
        assert entry(imbang)["note"] == "satu"

    def test_a_damaged_store_is_said_before_the_first_question(self, imbang: Imbang) -> None:
        imbang.home.mkdir(parents=True)
        imbang.store.write_bytes(b"bukan basis data" * 100)
        result = imbang("jurnal", "tulis", answers=["5"])
        assert result.code == 3
        assert "Seberapa berat" not in result.err

    def test_answers_are_not_lost_when_the_store_is_locked(
        self, imbang: Imbang, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        written(imbang, 1)
        monkeypatch.setattr(connections, "BUSY_SECONDS", 0.02)
        answered = ["8", "rapat", "", "", "", "", ""]
        with closing(sqlite3.connect(imbang.store, check_same_thread=False)) as other:
            other.execute("BEGIN IMMEDIATE")
            refused = imbang("jurnal", "tulis", answers=[*answered, "t"])
            assert refused.code == 3
            assert "Coba simpan lagi? Bila tidak, jawaban Anda hilang." in flat(refused.err)
            threading.Timer(0.2, other.rollback).start()
            imbang("jurnal", "tulis", answers=[*answered, *["y"] * 500]).ok()
        assert entry(imbang, 2)["triggers"] == ["rapat"]
