"""Finishing tasks and blocks: what came of them is told by options, or asked; never demanded."""

from typing import Any

import pytest

from tests.in_process import Imbang

AFTER = "2026-11-23T15:30:00+07:00"


@pytest.fixture
def served(imbang: Imbang) -> Imbang:
    """Two targets, the first with one indicator, a task for it, and a daily block for it."""
    measure = ("--indikator", "Jumlah laporan", "--target", "12 laporan")
    imbang("skp", "tambah", "Menyusun laporan", *measure).ok()
    imbang("skp", "tambah", "Inovasi").ok()
    imbang("tugas", "tambah", "Laporan TW3", "--skp", 1).ok()
    imbang("tugas", "tambah", "Rapikan map").ok()
    daily = ("--skp", 1, "--ulang", "tiap hari kerja", "--akhlak", "loyal")
    imbang("blok", "tambah", "Layanan", "10.00-11.00", *daily).ok()
    return imbang


def task(imbang: Imbang, number: int = 1) -> dict[str, Any]:
    return dict(imbang("tugas", "lihat", number, "--json").ok().json["task"])


def done(imbang: Imbang, *words: str | int, **more: Any) -> dict[str, Any]:
    return dict(imbang(*words, "--json", now=AFTER, **more).ok().json)


def realised(imbang: Imbang) -> float | None:
    return imbang("skp", "lihat", 1, "--json").ok().json["target"]["indicators"][0]["realised"]  # type: ignore[no-any-return]


class TestOptions:
    def test_a_task_is_finished_with_what_came_of_it(self, served: Imbang) -> None:
        told = ("--realisasi", "2 laporan", "--hasil", "14 halaman", "--bukti", "a.pdf")
        result = served("tugas", "selesai", 1, *told, "--akhlak", "ak,kol", now=AFTER).ok()
        assert result.err == "Jumlah laporan: 2 dari 12 laporan (16,7 %).\n"
        kept = task(served)
        assert (kept["realisation"], kept["indicator"]) == (2, 1)
        assert (kept["result"], kept["evidence"]) == ("14 halaman", "a.pdf")
        assert kept["akhlak"] == ["accountable", "collaborative"]
        assert "realisasi  2 (indikator 1)" in result.out
        assert "BerAKHLAK  akuntabel, kolaboratif" in result.out

    def test_nothing_is_asked_and_nothing_demanded_without_a_terminal(self, served: Imbang) -> None:
        assert done(served, "tugas", "selesai", 1)["task"]["status"] == "done"
        assert done(served, "blok", "selesai", 1)["block"]["status"] == "done"
        assert realised(served) is None

    def test_one_occurrence_is_finished_with_what_came_of_it(self, served: Imbang) -> None:
        told = ("--realisasi", "3", "--hasil", "Tiga", "--bukti", "b.pdf")
        block = done(served, "blok", "selesai", 1, *told)["block"]
        assert (block["number"], block["realisation"], block["result"]) == (2, 3, "Tiga")
        assert block["akhlak"] == ["loyal"]
        series = served("blok", "lihat", 1, "--json").ok().json["block"]
        assert (series["realisation"], series["result"], series["evidence"]) == (None, None, None)
        tomorrow = served("blok", "lihat", 1, "--pada", "besok", "--json").ok().json["block"]
        assert (tomorrow["realisation"], tomorrow["akhlak"]) == (None, ["loyal"])
        assert realised(served) == 3

    def test_evidence_can_follow(self, served: Imbang) -> None:
        done(served, "tugas", "selesai", 1, "--hasil", "x")
        result = served("tugas", "selesai", 1, "--bukti", "a.pdf", "--realisasi", 1, now=AFTER).ok()
        assert result.out.startswith("Dicatat pada tugas yang sudah selesai.\n")
        kept = task(served)
        assert (kept["result"], kept["evidence"], kept["realisation"]) == ("x", "a.pdf", 1)
        again = served.refused(1, "tugas", "selesai", 1, "--json")
        assert again.error["code"] == "already_closed"
        done(served, "blok", "selesai", 1)
        assert (
            done(served, "blok", "selesai", 2, "--bukti", "b.pdf")["block"]["evidence"] == "b.pdf"
        )

    def test_a_dropped_task_has_no_outcome(self, served: Imbang) -> None:
        served("tugas", "singkirkan", 1).ok()
        result = served.refused(1, "tugas", "selesai", 1, "--hasil", "x", "--json")
        assert result.error["code"] == "already_closed"

    def test_what_is_opened_again_no_longer_counts(self, served: Imbang) -> None:
        done(served, "tugas", "selesai", 1, "--realisasi", 2)
        served("tugas", "ubah", 1, "--buka").ok()
        assert realised(served) is None

    def test_a_finished_block_that_begins_to_recur_hands_nothing_down(self, served: Imbang) -> None:
        served("blok", "tambah", "Sekali", "08.00-09.00", "--skp", 1).ok()
        done(served, "blok", "selesai", 2, "--realisasi", 1, "--hasil", "x")
        served("blok", "ubah", 2, "--buka").ok()
        series = done(served, "blok", "ubah", 2, "--ulang", "tiap hari", "--tumpuk")["block"]
        assert (series["realisation"], series["result"]) == (None, None)

    def test_an_amount_does_not_follow_to_another_target(self, served: Imbang) -> None:
        done(served, "tugas", "selesai", 1, "--realisasi", 2, "--hasil", "x")
        done(served, "blok", "selesai", 1, "--realisasi", 3)
        assert realised(served) == 5
        served("tugas", "ubah", 1, "--skp", 2).ok()
        served("blok", "ubah", 2, "--skp", 2).ok()
        assert realised(served) is None
        assert (task(served)["realisation"], task(served)["result"]) == (None, "x")

    def test_values_are_given_at_birth_and_replaced(self, served: Imbang) -> None:
        words = ("--akhlak", "adaptif", "--akhlak", "berorientasi-pelayanan,adaptif")
        new = served("tugas", "tambah", "A", *words, "--json").ok().json["task"]
        assert new["akhlak"] == ["service_oriented", "adaptive"]
        changed = served("tugas", "ubah", 3, "--akhlak", "har", "--json").ok().json["task"]
        assert changed["akhlak"] == ["harmonious"]
        block = served("blok", "ubah", 1, "--semua", "--akhlak", "kom", "--json").ok().json["block"]
        assert block["akhlak"] == ["competent"]
        ambiguous = served.refused(2, "tugas", "tambah", "B", "--akhlak", "ko", "--json")
        assert ambiguous.error["message"] == "'ko' dapat berarti kompeten dan kolaboratif."


class TestRefused:
    def refused(self, imbang: Imbang, *words: str | int) -> str:
        result = imbang(*words, "--json", now=AFTER)
        assert result.code in (1, 2), result.out
        return str(result.error["code"])

    def test_a_realisation_wants_a_target(self, served: Imbang) -> None:
        assert self.refused(served, "tugas", "selesai", 2, "--realisasi", 1) == "no_target_served"
        served("blok", "tambah", "A", "08.00-09.00").ok()
        assert self.refused(served, "blok", "selesai", 2, "--realisasi", 1) == "no_target_served"
        assert task(served, 2)["status"] == "open"

    def test_a_realisation_wants_an_indicator_of_its_target(self, served: Imbang) -> None:
        served("tugas", "tambah", "A", "--skp", 2).ok()
        assert self.refused(served, "tugas", "selesai", 3, "--realisasi", 1) == "no_indicator"
        wrong = ("tugas", "selesai", 3, "--realisasi", 1, "--indikator", 1)
        assert self.refused(served, *wrong) == "foreign_indicator"

    def test_of_several_indicators_one_is_named(self, served: Imbang) -> None:
        served("indikator", "tambah", 1, "Jumlah saran", "--target", "3 saran").ok()
        needed = served("tugas", "selesai", 1, "--realisasi", 1, "--json", now=AFTER).error
        assert needed["message"] == (
            "SKP 1 punya beberapa indikator: 1 Jumlah laporan, 2 Jumlah saran."
        )
        done(served, "tugas", "selesai", 1, "--realisasi", 1, "--indikator", 2)
        assert task(served)["indicator"] == 2
        assert task(served)["realisation"] == 1

    def test_the_unit_is_that_of_the_indicator(self, served: Imbang) -> None:
        assert self.refused(served, "tugas", "selesai", 1, "--realisasi", "2 rapat") == "other_unit"
        assert task(served)["status"] == "open"


class TestQuestions:
    def test_a_task_that_serves_a_target_is_asked_about(self, served: Imbang) -> None:
        answers = ["dua", "2 rapat", "2", "14 halaman", "a.pdf"]
        result = served("tugas", "selesai", 1, answers=answers, now=AFTER).ok()
        assert "Jumlah laporan: berapa laporan (boleh kosong)?" in result.err
        assert "Satuan 'rapat' bukan satuan indikatornya, yaitu laporan." in result.err
        kept = task(served)
        assert (kept["realisation"], kept["result"], kept["evidence"]) == (
            2,
            "14 halaman",
            "a.pdf",
        )

    def test_every_answer_may_be_left_empty(self, served: Imbang) -> None:
        served("tugas", "selesai", 1, answers=["", "", ""], now=AFTER).ok()
        kept = task(served)
        assert (kept["status"], kept["realisation"], kept["result"]) == ("done", None, None)

    def test_the_end_of_the_input_ends_the_questions_and_not_the_command(
        self, served: Imbang
    ) -> None:
        served("tugas", "selesai", 1, answers=["2"], now=AFTER).ok()
        assert (task(served)["status"], task(served)["realisation"]) == ("done", 2)

    def test_what_was_given_is_not_asked(self, served: Imbang) -> None:
        told = ("--realisasi", 1, "--hasil", "x")
        result = served("tugas", "selesai", 1, *told, answers=["a.pdf"], now=AFTER).ok()
        assert result.err.count("(boleh kosong)") == 1
        assert task(served)["evidence"] == "a.pdf"

    def test_yes_asks_nothing_and_neither_does_a_task_without_a_target(
        self, served: Imbang
    ) -> None:
        for words in ((1, "--ya"), (2,)):
            result = served("tugas", "selesai", *words, answers=[], now=AFTER).ok()
            assert "(boleh kosong)" not in result.err

    def test_several_indicators_are_offered(self, served: Imbang) -> None:
        served("indikator", "tambah", 1, "Jumlah saran", "--target", "3 saran").ok()
        answers = ["9", "2", "1", "", ""]
        result = served("tugas", "selesai", 1, answers=answers, now=AFTER).ok()
        assert "Indikator 9 bukan milik SKP 1." in result.err
        assert (task(served)["indicator"], task(served)["realisation"]) == (2, 1)

    def test_a_block_for_a_task_is_not_asked_for_the_amount(self, served: Imbang) -> None:
        served("blok", "tambah", "Telaah", "08.00-09.00", "--tugas", 1).ok()
        result = served("blok", "selesai", 2, answers=["Bab 1", ""], now=AFTER).ok()
        assert "berapa laporan" not in result.err
        block = served("blok", "lihat", 2, "--json").ok().json["block"]
        assert (block["result"], block["realisation"]) == ("Bab 1", None)

    def test_an_occurrence_is_asked_about(self, served: Imbang) -> None:
        served("blok", "selesai", 1, answers=["4", "", "c.pdf"], now=AFTER).ok()
        assert realised(served) == 4

    def test_nothing_is_asked_of_what_cannot_be_finished(self, served: Imbang) -> None:
        early = served("blok", "selesai", 1, answers=["4"], now="2026-11-23T08:00:00+07:00")
        assert (early.code, "(boleh kosong)" in early.err) == (1, False)
        served("tugas", "selesai", 1, "--ya", now=AFTER).ok()
        again = served("tugas", "selesai", 1, answers=["4"], now=AFTER)
        assert (again.code, "(boleh kosong)" in again.err) == (1, False)
