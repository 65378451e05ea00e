"""`imbang blok` with blocks that recur: from a day on, and all of them."""

import pytest

from tests.cli.block_steps import (
    MEETINGS,
    SPAN,
    added,
    as_,
    days,
    kept,
    without,
)
from tests.in_process import Imbang


@pytest.fixture
def apel(imbang: Imbang) -> int:
    """A series on Mondays and Thursdays."""
    return added(imbang, "Apel", "08.00-08.30", "--ulang", "tiap senin dan kamis")


class TestFromADayOn:
    """`--seterusnya`: this and the following."""

    def test_this_and_the_following_change(self, imbang: Imbang, apel: int) -> None:
        imbang("blok", "ubah", apel, "--pada", "30/11", "--seterusnya", "--judul", "Upacara").ok()
        assert days(imbang, *SPAN) == as_("Apel", "Upacara", "11-30", "12-03", "12-07")

    def test_this_and_the_following_take_another_hour(self, imbang: Imbang, apel: int) -> None:
        imbang("blok", "geser", apel, "+1 jam", "--pada", "30/11", "--seterusnya").ok()
        assert days(imbang, *SPAN) == as_("08.00-08.30", "09.00-09.30", "11-30", "12-03", "12-07")

    def test_this_and_the_following_take_another_rule(self, imbang: Imbang, apel: int) -> None:
        options = ("--pada", "30/11", "--seterusnya", "--ulang", "tiap selasa")
        imbang("blok", "ubah", apel, *options).ok()
        assert days(imbang, *SPAN) == [*MEETINGS[:2], "Apel 12-01 08.00-08.30"]

    def test_this_and_the_following_end(self, imbang: Imbang, apel: int) -> None:
        options = ("--pada", "30/11", "--seterusnya", "--sampai", "3/12")
        imbang("blok", "ubah", apel, *options).ok()
        assert days(imbang, *SPAN) == without("12-07")

    def test_this_and_the_following_are_deleted(self, imbang: Imbang, apel: int) -> None:
        imbang("blok", "hapus", apel, "--pada", "30/11", "--seterusnya", "--ya").ok()
        assert days(imbang, *SPAN) == MEETINGS[:2]

    def test_from_the_first_on_is_all(self, imbang: Imbang, apel: int) -> None:
        imbang("blok", "ubah", apel, "--pada", "23/11", "--seterusnya", "--judul", "Upacara").ok()
        assert kept(imbang, apel)["title"] == "Upacara"
        imbang("blok", "hapus", apel, "--pada", "23/11", "--seterusnya", "--ya").ok()
        assert days(imbang, *SPAN) == []

    def test_without_a_day_it_is_from_the_next_one_on(self, imbang: Imbang, apel: int) -> None:
        now = "2026-11-27T10:00:00+07:00"
        imbang("blok", "hapus", apel, "--seterusnya", "--ya", now=now).ok()
        assert days(imbang, *SPAN) == MEETINGS[:2]

    def test_what_was_changed_and_deleted_later_is_handed_over(
        self, imbang: Imbang, apel: int
    ) -> None:
        imbang("blok", "hapus", apel, "--pada", "3/12", "--ya").ok()
        imbang("blok", "ubah", apel, "--pada", "7/12", "--judul", "Upacara").ok()
        options = ("--pada", "30/11", "--seterusnya", "--rentang", "09.00-09.30")
        imbang("blok", "ubah", apel, *options).ok()
        assert days(imbang, *SPAN) == [
            *MEETINGS[:2],
            "Apel 11-30 09.00-09.30",
            "Upacara 12-07 09.00-09.30",
        ]

    def test_from_a_moved_occurrence_on_the_others_keep_their_hour(
        self, imbang: Imbang, apel: int
    ) -> None:
        imbang("blok", "ubah", apel, "--pada", "30/11", "--hari", "1/12").ok()
        options = ("--pada", "1/12", "--seterusnya", "--judul", "Upacara")
        imbang("blok", "ubah", apel, *options).ok()
        assert days(imbang, *SPAN) == [
            *MEETINGS[:2],
            "Upacara 12-01 08.00-08.30",
            "Upacara 12-03 08.00-08.30",
            "Upacara 12-07 08.00-08.30",
        ]

    def test_the_number_of_a_changed_occurrence_says_from_where_on(
        self, imbang: Imbang, apel: int
    ) -> None:
        call = ("blok", "ubah", apel, "--pada", "30/11", "--hari", "1/12", "--json")
        moved = imbang(*call).ok().json["block"]["number"]
        imbang("blok", "ubah", apel, "--pada", "3/12", "--hari", "30/11").ok()
        imbang("blok", "ubah", moved, "--seterusnya", "--judul", "Upacara").ok()
        assert days(imbang, *SPAN) == [
            *MEETINGS[:2],
            "Upacara 11-30 08.00-08.30",
            "Upacara 12-01 08.00-08.30",
            "Upacara 12-07 08.00-08.30",
        ]

    def test_both_parts_can_be_changed_on_their_own(self, imbang: Imbang, apel: int) -> None:
        options = ("--pada", "30/11", "--seterusnya", "--judul", "Upacara", "--json")
        tail = imbang("blok", "ubah", apel, *options).ok().json["block"]["number"]
        assert tail != apel
        imbang("blok", "hapus", tail, "--semua", "--ya").ok()
        assert days(imbang, *SPAN) == MEETINGS[:2]

    def test_refused_for_want_of_room_nothing_changes(self, imbang: Imbang, apel: int) -> None:
        added(imbang, "Rapat", "09.00-10.00", "--hari", "2027-02-01")
        call = ("blok", "geser", apel, "+1 jam", "--pada", "30/11", "--seterusnya")
        refused = imbang.refused(1, *call)
        assert "Senin, 1 Februari 2027" in refused.err
        result = imbang(*call, "--geser").ok()
        assert "Sen 1 Feb 09.30–10.30" in result.out


class TestAll:
    """`--semua`: the series."""

    def test_all_change(self, imbang: Imbang, apel: int) -> None:
        imbang("blok", "ubah", apel, "--semua", "--judul", "Upacara").ok()
        assert days(imbang, *SPAN) == as_("Apel", "Upacara", "1")

    def test_another_hour_for_all_keeps_what_was_deleted(self, imbang: Imbang, apel: int) -> None:
        imbang("blok", "hapus", apel, "--pada", "26/11", "--ya").ok()
        imbang("blok", "ubah", apel, "--semua", "--rentang", "09.00-09.30").ok()
        expected = [each.replace("08.00-08.30", "09.00-09.30") for each in without("11-26")]
        assert days(imbang, *SPAN) == expected

    def test_another_hour_for_all_moves_what_was_not_moved_itself(
        self, imbang: Imbang, apel: int
    ) -> None:
        imbang("blok", "ubah", apel, "--pada", "26/11", "--judul", "Upacara").ok()
        imbang("blok", "geser", apel, "11.00", "--pada", "30/11").ok()
        imbang("blok", "geser", apel, "09.00", "--semua").ok()
        assert days(imbang, *SPAN)[:3] == [
            "Apel 11-23 09.00-09.30",
            "Upacara 11-26 09.00-09.30",
            "Apel 11-30 11.00-11.30",
        ]

    def test_what_was_done_stays_as_it_was(self, imbang: Imbang, apel: int) -> None:
        imbang("blok", "selesai", apel, now="2026-11-23T10:00:00+07:00").ok()
        imbang("blok", "ubah", apel, "--semua", "--judul", "X", "--rentang", "09.00-09.30").ok()
        assert days(imbang, *SPAN)[:2] == [MEETINGS[0], "X 11-26 09.00-09.30"]

    def test_another_rule_for_all_drops_single_changes_that_it_no_longer_has(
        self, imbang: Imbang, apel: int
    ) -> None:
        imbang("blok", "ubah", apel, "--pada", "26/11", "--judul", "Upacara").ok()
        result = imbang("blok", "ubah", apel, "--semua", "--ulang", "tiap senin").ok()
        assert "1 perubahan sekali" in result.err
        assert days(imbang, *SPAN) == without("11-26", "12-03")

    def test_an_end_alone_is_that_of_the_series(self, imbang: Imbang, apel: int) -> None:
        imbang("blok", "ubah", apel, "--sampai", "30/11").ok()
        assert days(imbang, *SPAN) == MEETINGS[:3]
        imbang("blok", "ubah", apel, "--sampai", "3/12").ok()
        assert days(imbang, *SPAN) == MEETINGS[:4]

    def test_an_end_before_the_beginning_is_refused(self, imbang: Imbang, apel: int) -> None:
        imbang.refused(2, "blok", "ubah", apel, "--sampai", "22/11")

    def test_the_day_of_a_series_is_that_of_its_rule(self, imbang: Imbang, apel: int) -> None:
        for scope in (["--semua"], ["--pada", "26/11", "--seterusnya"]):
            refused = imbang.refused(2, "blok", "ubah", apel, "--hari", "jumat", *scope)
            assert "--ulang" in refused.err
        night = added(imbang, "Jaga", "23.00-23.30", "--ulang", "tiap hari")
        imbang.refused(2, "blok", "geser", night, "+2 jam", "--semua")

    def test_opening_again_is_for_one_occurrence(self, imbang: Imbang, apel: int) -> None:
        imbang.refused(2, "blok", "ubah", apel, "--buka", "--semua")

    def test_another_title_for_all_needs_no_room(self, imbang: Imbang, apel: int) -> None:
        imbang("blok", "hapus", apel, "--pada", "26/11", "--ya").ok()
        added(imbang, "Rapat", "08.00-09.00", "--hari", "26/11")
        imbang("blok", "ubah", apel, "--semua", "--judul", "Upacara").ok()
        imbang("blok", "ubah", apel, "--semua", "--rentang", "08.00-08.45").ok()

    def test_old_occurrences_are_in_nobodys_way(self, imbang: Imbang) -> None:
        early = "2024-01-01T07:00:00+07:00"
        number = added(imbang, "Apel", "08.00-08.30", "--ulang", "tiap senin", now=early)
        added(imbang, "Rapat", "09.00-10.00", now=early)
        imbang("blok", "geser", number, "+1 jam", "--semua").ok()

    def test_deleting_all_names_what_was_done(self, imbang: Imbang, apel: int) -> None:
        imbang("blok", "selesai", apel, now="2026-11-23T10:00:00+07:00").ok()
        refused = imbang.refused(2, "blok", "hapus", apel, "--semua")
        assert f"Hapus seluruh rangkaian {apel} 'Apel'? Termasuk 1 yang sudah selesai." in (
            refused.err
        )
        imbang("blok", "hapus", apel, "--semua", "--ya").ok()
        assert days(imbang, *SPAN) == []

    def test_deleting_from_a_day_on_names_what_was_done_from_there(
        self, imbang: Imbang, apel: int
    ) -> None:
        for now in ("2026-11-23T10:00:00+07:00", "2026-11-26T10:00:00+07:00"):
            imbang("blok", "selesai", apel, now=now).ok()
        refused = imbang.refused(2, "blok", "hapus", apel, "--pada", "26/11", "--seterusnya")
        assert "Hapus 'Apel' sejak Kamis, 26 November 2026 dan seterusnya?" in refused.err
        assert "Termasuk 1 yang sudah selesai." in refused.err
