"""`imbang blok` with blocks that recur: once, from a day on, or all of them."""

import pytest

from tests.cli.block_steps import (
    MEETINGS,
    SPAN,
    added,
    as_,
    day,
    days,
    hours,
    kept,
    statuses,
    without,
)
from tests.in_process import Imbang


@pytest.fixture
def apel(imbang: Imbang) -> int:
    """A series on Mondays and Thursdays."""
    return added(imbang, "Apel", "08.00-08.30", "--ulang", "tiap senin dan kamis")


class TestMaking:
    """A rule, its beginning and its end."""

    def test_a_series_is_a_rule_and_not_copies(self, imbang: Imbang, apel: int) -> None:
        assert days(imbang, *SPAN) == MEETINGS
        found = imbang("blok", "daftar", "--dari", SPAN[0], "--sampai", SPAN[1], "--json").json
        assert {each["number"] for each in found["blocks"]} == {apel}
        assert kept(imbang, apel)["rule"] == "FREQ=WEEKLY;BYDAY=MO,TH"
        assert "tiap Senin dan Kamis" in imbang("blok", "lihat", apel).ok().out
        assert "tiap Senin dan Kamis" in imbang("blok", "daftar", "--rangkaian").ok().out

    def test_a_series_begins_with_its_first_occurrence(self, imbang: Imbang) -> None:
        number = added(imbang, "Arsip", "13.00-14.00", "--ulang", "tiap jumat")
        assert kept(imbang, number)["starts_at"].startswith("2026-11-27")

    def test_a_count_and_a_day_end_at_whichever_is_earlier(self, imbang: Imbang) -> None:
        added(imbang, "A", "08.00-09.00", "--ulang", "FREQ=DAILY;COUNT=3", "--sampai", "24/11")
        assert days(imbang, *SPAN) == ["A 11-23 08.00-09.00", "A 11-24 08.00-09.00"]
        options = ("--ulang", "FREQ=DAILY;COUNT=2", "--sampai", "2026-12-31")
        added(imbang, "B", "10.00-11.00", *options)
        assert day(imbang, "2026-11-24")[-1] == "B 11-24 10.00-11.00"
        assert day(imbang, "2026-11-25") == []

    def test_a_single_block_becomes_a_series(self, imbang: Imbang) -> None:
        number = added(imbang, "Apel", "08.00-08.30")
        imbang("blok", "ubah", number, "--ulang", "tiap senin dan kamis").ok()
        assert days(imbang, *SPAN) == MEETINGS
        assert kept(imbang, number)["recurring"]

    def test_a_block_that_was_done_stays_done_when_it_becomes_a_series(
        self, imbang: Imbang
    ) -> None:
        number = added(imbang, "Apel", "08.00-08.30")
        later = "2026-11-23T09:00:00+07:00"
        imbang("blok", "selesai", number, "--nyata", "08.05-08.20", now=later).ok()
        imbang("blok", "ubah", number, "--ulang", "tiap senin dan kamis").ok()
        assert statuses(imbang, *SPAN) == ["11-23 done"] + [
            f"{date} planned" for date in ("11-26", "11-30", "12-03", "12-07")
        ]
        assert kept(imbang, number)["actual_ends_at"] == "2026-11-23T08:20:00+07:00"

    def test_a_series_against_a_series_is_refused_within_the_year(
        self, imbang: Imbang, apel: int
    ) -> None:
        options = ("--ulang", "tiap akhir bulan")
        refused = imbang.refused(1, "blok", "tambah", "Tutup buku", "08.00-09.00", *options)
        assert f"blok {apel} 'Apel' (Senin, 30 November 2026, 08.00–08.30)" in refused.err
        assert "--geser" in refused.err
        assert "--tumpuk" in refused.err

    def test_a_series_against_a_single_block_is_refused(self, imbang: Imbang) -> None:
        added(imbang, "Rapat", "08.15-09.00", "--hari", "2027-03-01")
        options = ("--ulang", "tiap senin")
        refused = imbang.refused(1, "blok", "tambah", "Apel", "08.00-08.30", *options)
        assert "Senin, 1 Maret 2027" in refused.err

    def test_a_single_block_against_an_occurrence_is_refused(
        self, imbang: Imbang, apel: int
    ) -> None:
        refused = imbang.refused(1, "blok", "tambah", "X", "08.00-09.00", "--hari", "kamis")
        assert f"blok {apel} 'Apel' (Kamis, 26 November 2026" in refused.err

    def test_a_series_pushes_what_is_in_its_way(self, imbang: Imbang, apel: int) -> None:
        options = ("--ulang", "tiap kamis", "--geser")
        result = imbang("blok", "tambah", "Rapat", "07.45-09.00", *options).ok()
        assert "09.00–09.30  ■ Apel" in result.out
        assert "Kam 3 Des 09.00–09.30" in result.out
        assert "dan 45 lagi" in result.out
        assert day(imbang, "kamis") == ["Rapat 11-26 07.45-09.00", "Apel 11-26 09.00-09.30"]
        assert day(imbang, "2026-11-30") == ["Apel 11-30 08.00-08.30"]

    def test_a_series_does_not_push_what_stays(self, imbang: Imbang) -> None:
        added(imbang, "Makan malam", "18.30-19.30", "--jenis", "keluarga", "--hari", "2027-01-04")
        options = ("--ulang", "tiap senin", "--geser")
        refused = imbang.refused(1, "blok", "tambah", "Kursus", "18.00-19.00", *options)
        assert "'Makan malam' (Senin, 4 Januari 2027, 18.30–19.30)" in refused.err

    def test_two_series_can_be_kept_together(self, imbang: Imbang, apel: int) -> None:
        added(imbang, "Radio", "08.00-09.00", "--ulang", "tiap hari", "--tumpuk")
        assert len(day(imbang, "kamis")) == 2

    def test_a_pushed_occurrence_pushes_the_same_again_only_once(
        self, imbang: Imbang, apel: int
    ) -> None:
        imbang("blok", "tambah", "Dadakan", "08.00-09.00", "--geser").ok()
        assert days(imbang, *SPAN) == [
            "Dadakan 11-23 08.00-09.00",
            "Apel 11-23 09.00-09.30",
            *MEETINGS[1:],
        ]


class TestNaming:
    """Which part of a series is meant."""

    def test_a_series_without_a_word_asks_which_part(self, imbang: Imbang, apel: int) -> None:
        for call in (("ubah", apel, "--judul", "X"), ("hapus", apel, "--ya")):
            refused = imbang.refused(2, "blok", *call)
            assert "--pada" in refused.err
            assert "--seterusnya" in refused.err
            assert "--semua" in refused.err

    @pytest.mark.parametrize("word", ["selesai", "lewati"])
    def test_what_is_done_today_means_todays_occurrence(
        self, imbang: Imbang, apel: int, word: str
    ) -> None:
        imbang("blok", word, apel, now="2026-11-26T09:00:00+07:00").ok()
        changed = {"selesai": "done", "lewati": "skipped"}[word]
        assert f"11-26 {changed}" in statuses(imbang, *SPAN)
        assert len([s for s in statuses(imbang, *SPAN) if "planned" in s]) == 4

    def test_a_day_without_an_occurrence_names_the_next_ones(
        self, imbang: Imbang, apel: int
    ) -> None:
        imbang("blok", "hapus", apel, "--pada", "26/11", "--ya").ok()
        imbang("blok", "ubah", apel, "--pada", "30/11", "--hari", "1/12").ok()
        refused = imbang.refused(1, "blok", "lewati", apel, "--pada", "25/11")
        assert "Sel 1 Des, Kam 3 Des dan Sen 7 Des" in refused.err

    def test_a_series_that_has_ended_says_so(self, imbang: Imbang) -> None:
        number = added(imbang, "Apel", "08.00-08.30", "--ulang", "tiap hari", "--sampai", "24/11")
        refused = imbang.refused(1, "blok", "lewati", number, "--pada", "1/12")
        assert "sudah berakhir" in refused.err

    def test_a_night_that_still_runs_is_the_one_that_is_meant(self, imbang: Imbang) -> None:
        number = added(imbang, "Jaga", "22.00-01.00", "--ulang", "tiap hari")
        imbang("blok", "selesai", number, now="2026-11-25T00:30:00+07:00").ok()
        assert statuses(imbang, "2026-11-24", "2026-11-25") == [
            "11-23 planned",
            "11-24 done",
            "11-25 planned",
        ]

    def test_a_moved_occurrence_is_found_by_either_of_its_days(
        self, imbang: Imbang, apel: int
    ) -> None:
        imbang("blok", "ubah", apel, "--pada", "26/11", "--hari", "27/11").ok()
        for date in ("26/11", "27/11"):
            assert kept(imbang, apel, "--pada", date)["starts_at"].startswith("2026-11-27")

    def test_an_occurrence_on_its_own_day_comes_before_one_that_was_moved_there(
        self, imbang: Imbang, apel: int
    ) -> None:
        imbang("blok", "ubah", apel, "--pada", "26/11", "--hari", "30/11", "--tumpuk").ok()
        assert kept(imbang, apel, "--pada", "30/11")["number"] == apel

    def test_all_beside_less_is_one_too_many(self, imbang: Imbang, apel: int) -> None:
        for less in (["--seterusnya"], ["--pada", "26/11"]):
            imbang.refused(2, "blok", "ubah", apel, "--judul", "X", "--semua", *less)


class TestOnce:
    """`--pada`: one occurrence."""

    def test_one_occurrence_changes_and_the_others_stay(self, imbang: Imbang, apel: int) -> None:
        imbang("blok", "ubah", apel, "--pada", "26/11", "--judul", "Upacara").ok()
        assert days(imbang, *SPAN) == as_("Apel", "Upacara", "11-26")

    def test_a_changed_occurrence_can_be_changed_again_by_either_number(
        self, imbang: Imbang, apel: int
    ) -> None:
        imbang("blok", "ubah", apel, "--pada", "26/11", "--judul", "Upacara").ok()
        imbang("blok", "ubah", apel, "--pada", "26/11", "--rentang", "09.00-09.30").ok()
        number = imbang("blok", "lihat", apel, "--pada", "26/11", "--json").json["block"]["number"]
        assert number != apel
        imbang("blok", "geser", number, "--hari", "27/11").ok()
        assert day(imbang, "2026-11-27") == ["Upacara 11-27 09.00-09.30"]
        assert day(imbang, "2026-11-26") == []
        imbang("blok", "geser", number, "--hari", "26/11", "08.00").ok()
        assert days(imbang, *SPAN) == as_("Apel", "Upacara", "11-26")

    def test_one_occurrence_is_deleted_and_stays_away(self, imbang: Imbang, apel: int) -> None:
        imbang("blok", "hapus", apel, "--pada", "26/11", "--ya").ok()
        assert days(imbang, *SPAN) == without("11-26")
        imbang.refused(1, "blok", "lewati", apel, "--pada", "26/11")

    def test_a_changed_occurrence_that_is_deleted_does_not_come_back(
        self, imbang: Imbang, apel: int
    ) -> None:
        imbang("blok", "ubah", apel, "--pada", "26/11", "--hari", "27/11").ok()
        number = imbang("blok", "daftar", "--hari", "27/11", "--json").json["blocks"][0]["number"]
        imbang("blok", "hapus", number, "--ya").ok()
        assert days(imbang, *SPAN) == without("11-26")

    def test_one_occurrence_moves(self, imbang: Imbang, apel: int) -> None:
        imbang("blok", "geser", apel, "+30m", "--pada", "26/11").ok()
        assert day(imbang, "2026-11-26") == ["Apel 11-26 08.30-09.00"]
        assert day(imbang, "2026-11-30") == ["Apel 11-30 08.00-08.30"]

    def test_one_occurrence_is_refused_where_time_is_taken(self, imbang: Imbang, apel: int) -> None:
        added(imbang, "Rapat", "09.00-10.00", "--hari", "kamis")
        refused = imbang.refused(1, "blok", "geser", apel, "09.30", "--pada", "kamis")
        assert "'Rapat'" in refused.err
        imbang("blok", "geser", apel, "09.30", "--pada", "kamis", "--geser").ok()
        assert day(imbang, "kamis") == ["Apel 11-26 09.30-10.00", "Rapat 11-26 10.00-11.00"]

    def test_what_only_a_series_has_is_not_for_one_occurrence(
        self, imbang: Imbang, apel: int
    ) -> None:
        for options in (["--ulang", "tiap selasa"], ["--sampai", "31/12"]):
            refused = imbang.refused(2, "blok", "ubah", apel, "--pada", "26/11", *options)
            assert "bukan untuk satu kali" in refused.err

    def test_a_skipped_occurrence_is_open_again_when_it_is_moved(
        self, imbang: Imbang, apel: int
    ) -> None:
        imbang("blok", "lewati", apel, "--pada", "26/11").ok()
        imbang("blok", "geser", apel, "--pada", "26/11", "--hari", "27/11").ok()
        assert "11-27 planned" in statuses(imbang, *SPAN)


def test_moving_an_occurrence_shows_its_own_number(imbang: Imbang, apel: int) -> None:
    document = imbang("blok", "geser", apel, "+30m", "--pada", "26/11", "--json").ok().json
    assert document["block"]["number"] != apel
    assert hours(document["block"]) == "11-26 08.30-09.00"
