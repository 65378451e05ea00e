"""`imbang jurnal daftar`, `lihat`, `cari` and `pola` as a person and a script meet them."""

from typing import Any

import pytest

from tests.cli.journal_steps import SECRETS, flat, numbers, secrets, written
from tests.harness import fingerprint
from tests.in_process import Imbang

# Section 7 of the rules: what must not be said to somebody who writes about stress.
AVOIDED = ("normal", "depresi", "gangguan", "skor", "buruk", "depress", "disorder", "score", "bad ")


class TestReading:
    def test_an_empty_journal_says_how_to_begin_and_makes_no_store(self, imbang: Imbang) -> None:
        assert "imbang jurnal tulis" in flat(imbang("jurnal").ok().out)
        assert not imbang.store.exists()

    def test_a_list_shows_number_week_level_and_triggers_alone(self, imbang: Imbang) -> None:
        written(imbang, 7, "--pemicu", "rapat", *secrets())
        for call in (("jurnal",), ("jurnal", "daftar"), ("jurnal", "cari", "rahasia")):
            shown = imbang(*call).ok().out
            assert "1  pekan 48, 2026     7/10  rapat" in shown
            assert "rahasia" not in shown

    def test_one_entry_is_shown_whole(self, imbang: Imbang) -> None:
        written(imbang, 7, *secrets(), "--terbantu", 4)
        shown = imbang("jurnal", "lihat", 1).ok().out
        assert all(text in shown for text in SECRETS.values())
        assert "23–29 November 2026 (pekan 48)" in shown
        assert "Senin, 23 November 2026" in shown
        assert "4/10" in shown

    def test_the_newest_comes_first_and_what_is_hidden_is_said(self, imbang: Imbang) -> None:
        for level in (1, 2, 3):
            written(imbang, level)
        assert numbers(imbang, "daftar") == [3, 2, 1]
        assert numbers(imbang, "daftar", "--jumlah", 2) == [3, 2]
        few = imbang("jurnal", "daftar", "--jumlah", 2).ok().out
        assert "Masih ada yang lebih lama; tambahkan --jumlah 4." in few

    def test_a_period_narrows_the_list(self, imbang: Imbang) -> None:
        for week in ("2026-W40", "2026-W44", "2026-W47", "2026-W48"):
            written(imbang, 5, "--minggu", week)
        assert numbers(imbang, "daftar", "--minggu", "pekan lalu") == [3]
        assert numbers(imbang, "daftar", "--bulan", "oktober") == [2, 1]
        assert numbers(imbang, "daftar", "--dari", "2026-10-29", "--sampai", "2026-11-19") == [3, 2]
        assert numbers(imbang, "daftar", "--sampai", "2026-10-31") == [2, 1]
        assert numbers(imbang, "daftar", "--dari", "2026-11-01") == [4, 3]
        assert numbers(imbang, "list", "--from", "2026-11-01", "--limit", 1) == [4]

    @pytest.mark.parametrize(
        "options",
        [
            ("--minggu", "2026-W44", "--bulan", "oktober"),
            ("--bulan", "oktober", "--dari", "1/10"),
            ("--dari", "1/11", "--sampai", "1/10"),
            ("--bulan", "entah"),
            ("--jumlah", "0"),
        ],
    )
    def test_periods_that_make_no_sense_are_refused(
        self, imbang: Imbang, options: tuple[str, ...]
    ) -> None:
        imbang.refused(2, "jurnal", "daftar", *options)

    @pytest.mark.parametrize("command", ["lihat", "hapus", "ubah"])
    def test_a_number_that_does_not_exist_is_said(self, imbang: Imbang, command: str) -> None:
        written(imbang, 5)
        options = ("--kendali", 3) if command == "ubah" else ()
        result = imbang.refused(1, "jurnal", command, 9, *options)
        assert "Catatan jurnal nomor 9 tidak ada." in result.err

    def test_a_search_is_for_all_words_whatever_their_case(self, imbang: Imbang) -> None:
        written(imbang, 5, "--penyebab", "Résumé disposisi", "--pemicu", "media")
        written(imbang, 5, "--catatan", "disposisi lagi")
        assert numbers(imbang, "cari", "DISPOSISI") == [2, 1]
        assert numbers(imbang, "cari", "resume", "sorotan") == [1]
        assert numbers(imbang, "search", "media", "attention") == [1]
        assert "penyebab" in imbang("jurnal", "cari", "resume").ok().out
        nothing = imbang("jurnal", "cari", "tak ada").ok()
        assert "Tidak ditemukan dalam catatan jurnal." in nothing.out

    def test_everything_fits_into_sixty_columns(self, imbang: Imbang) -> None:
        for level in range(4):
            written(imbang, level, "--pemicu", "beban-berlebih, batas-kabur, media", *secrets())
        for call in (["daftar"], ["lihat", "1"], ["cari", "rahasia"], ["pola"]):
            shown = imbang("jurnal", *call, columns=60).ok().out
            assert max(len(line) for line in shown.split("\n")) <= 60


class TestPatterns:
    def fill(self, imbang: Imbang) -> None:
        for number in range(9):
            trigger = "rapat" if number > 5 else "beban-berlebih, suara bor"
            imbang(
                *("jurnal", "tulis", "--tingkat", number, "--pemicu", trigger),
                *("--minggu", f"2026-W{41 + number % 8}", "--mengatasi", "Jalan kaki, tidur"),
                *("--terbantu", 6, "--tuntutan", 5 + number % 4, "--kendali", number % 9),
            ).ok()

    def test_fewer_than_three_entries_make_no_pattern(self, imbang: Imbang) -> None:
        written(imbang, 9, "--pemicu", "rapat")
        written(imbang, 9, "--pemicu", "rapat")
        shown = imbang("jurnal", "pola").ok().out
        assert "Ada 2 catatan. Pola dibaca mulai dari 3 catatan." in flat(shown)
        assert "rapat" not in shown
        document = imbang("jurnal", "pola", "--json").ok().json["patterns"]
        assert document["entries"] == 2
        assert document["level"] is None
        assert document["triggers"] == []

    def test_an_empty_journal_makes_no_store(self, imbang: Imbang) -> None:
        imbang("jurnal", "pola").ok()
        assert not imbang.store.exists()

    def test_each_statement_has_its_number_of_entries(self, imbang: Imbang) -> None:
        self.fill(imbang)
        shown = imbang("jurnal", "pola", columns=60).ok().out
        assert "Tingkat rata-rata 4 dari 10 (n=9), dalam 8 pekan." in flat(shown)
        assert "Sen 5 Okt   ████······  4  n=2" in shown
        assert "beban kerja berlebih  2,5 (n=6)  tanpanya 7 (n=3)" in shown
        assert "tidur       ██████····  6 (n=9)" in shown
        assert "Tuntutan melebihi kendali pada" in shown
        assert "bukan diagnosis" in shown

    def test_the_document_has_the_same_figures(self, imbang: Imbang) -> None:
        self.fill(imbang)
        document = imbang("jurnal", "pola", "--json").ok().json["patterns"]
        assert (document["from"], document["to"]) == ("2026-10-05", "2026-11-30")
        assert document["level"] == {"n": 9, "mean": 4.0}
        assert document["weeks"][0] == {"week": "2026-W41", "n": 2, "mean": 4.0}
        assert document["triggers"][0]["trigger"] == "beban-berlebih"
        assert document["triggers"][0]["without"] == {"n": 3, "mean": 7.0}
        assert document["coping"][0] == {"coping": "Jalan kaki", "helped": {"n": 9, "mean": 6.0}}
        assert document["balance"]["demand"]["n"] == 9
        assert document["change"]["weeks"] == 4

    def test_triggers_that_are_rare_are_counted_and_not_named(self, imbang: Imbang) -> None:
        for word in ("satu", "dua", "tiga"):
            written(imbang, 5, "--pemicu", word)
        shown = imbang("jurnal", "pola").ok().out
        assert "3 pemicu lain disebut kurang dari 3 kali." in shown
        assert "dua" not in shown
        # What nobody answered has no section.
        assert "Tuntutan" not in shown
        assert "membantu" not in shown

    def test_demand_is_set_against_control(self, imbang: Imbang) -> None:
        for _entry in range(3):
            written(imbang, 2, "--tuntutan", 3, "--kendali", 5)
        calm = imbang("jurnal", "pola").ok().out
        assert "Tuntutan tidak pernah melebihi kendali (n=3)." in calm
        for _entry in range(3):
            written(imbang, 8, "--tuntutan", 9, "--kendali", 5)
        shown = imbang("jurnal", "pola").ok().out
        assert "Tuntutan melebihi kendali pada 3 dari 6 catatan." in shown
        assert "rata-rata 8 (n=3); selain itu 2 (n=3)." in flat(shown)
        assert "menyangkut pekerjaan, bukan watak Anda." in flat(shown)

    def test_the_weeks_looked_back_can_be_chosen(self, imbang: Imbang) -> None:
        self.fill(imbang)
        document = imbang("jurnal", "patterns", "--weeks", 3, "--json").ok().json["patterns"]
        assert [week["week"] for week in document["weeks"]] == [f"2026-W{n}" for n in (46, 47, 48)]
        for wrong in ("0", "521", "x"):
            imbang.refused(2, "jurnal", "pola", "--minggu", wrong)

    def test_the_whole_picture(self, imbang: Imbang, golden: Any) -> None:
        self.fill(imbang)
        golden("jurnal_pola.txt", imbang("jurnal", "pola", columns=60).ok().out)


def test_no_word_judges_whoever_writes(imbang: Imbang) -> None:
    TestPatterns().fill(imbang)
    calls = [("jurnal", "pola"), ("jurnal", "lihat", 1), ("jurnal", "daftar")]
    calls += [("jurnal", word, "--help") for word in ("tulis", "pola", "cari", "ubah")]
    calls += [("jurnal", "tulis", "--tingkat", 10)]
    for call in calls:
        result = imbang(*call).ok()
        said = f"{result.out}{result.err}".lower()
        assert [word for word in AVOIDED if word in said] == []


def test_reading_changes_nothing(imbang: Imbang) -> None:
    TestPatterns().fill(imbang)
    before = fingerprint(imbang.home)
    for call in (["daftar"], ["lihat", "1"], ["cari", "x"], ["pola"]):
        imbang("jurnal", *call).ok()
    assert fingerprint(imbang.home) == before
