"""`imbang blok`: single blocks, as a person and a script meet them."""

import pytest

from tests.cli.block_steps import added, day, hours, kept
from tests.in_process import Imbang

MONDAY = "2026-11-23"


def test_a_new_block_is_shown_with_its_day_and_hours(imbang: Imbang) -> None:
    result = imbang("blok", "tambah", "Telaah", "08.00-10.00").ok()
    assert "Blok ditambahkan." in result.out
    assert "Senin, 23 November 2026" in result.out
    assert "08.00–10.00 (2 j)" in result.out


def test_every_option_of_a_new_block_arrives_in_the_store(imbang: Imbang) -> None:
    imbang("skp", "tambah", "Layanan tepat waktu").ok()
    imbang("tugas", "tambah", "Susun laporan").ok()
    number = added(
        imbang,
        "Telaah",
        "13.00-14.30",
        *("--hari", "jumat", "--unsur", "kembang", "--jenis", "fokus", "--tugas", 1, "--skp", 1),
        *("--lokasi", "rumah", "--catatan", "baris satu\nbaris dua", "--kunci"),
    )
    block = kept(imbang, number)
    assert (block["starts_at"], block["ends_at"]) == (
        "2026-11-27T13:00:00+07:00",
        "2026-11-27T14:30:00+07:00",
    )
    assert (block["element"], block["kind"], block["status"]) == ("growth", "focus", "planned")
    assert (block["task"], block["target"], block["location"]) == (1, 1, "home")
    assert (block["protected"], block["note"]) == (True, "baris satu\nbaris dua")


def test_english_words_mean_the_same(imbang: Imbang) -> None:
    result = imbang(
        *("block", "add", "Review", "13:00-14:30", "--day", "friday", "--kind", "focus", "--json"),
        lang="en",
    )
    assert result.ok().json["block"]["starts_at"] == "2026-11-27T13:00:00+07:00"


def test_a_block_takes_over_what_its_task_serves(imbang: Imbang) -> None:
    imbang("skp", "tambah", "Layanan tepat waktu").ok()
    imbang("tugas", "tambah", "Kursus", "--skp", 1, "--unsur", "kembang").ok()
    block = kept(imbang, added(imbang, "Belajar", "13.00-14.00", "--tugas", 1))
    assert (block["target"], block["element"]) == (1, "growth")
    own = kept(imbang, added(imbang, "X", "14.00-15.00", "--tugas", 1, "--unsur", "pribadi"))
    assert own["element"] == "life"


def test_a_family_evening_is_protected_unless_somebody_says_otherwise(imbang: Imbang) -> None:
    evening = kept(imbang, added(imbang, "Makan malam", "18.30-19.30", "--jenis", "keluarga"))
    assert (evening["element"], evening["protected"]) == ("life", True)
    options = ("--jenis", "keluarga", "--tanpa-kunci")
    assert not kept(imbang, added(imbang, "Jalan", "20.00-21.00", *options))["protected"]


class TestOverlap:
    """Refused, with the block in the way and the two ways out."""

    def test_an_overlap_is_refused_and_names_the_block_and_both_ways_out(
        self, imbang: Imbang
    ) -> None:
        added(imbang, "Rapat pimpinan", "08.00-10.00")
        refused = imbang.refused(1, "blok", "tambah", "Telaah", "09.00-11.00")
        assert "blok 1 'Rapat pimpinan' (Senin, 23 November 2026, 08.00–10.00)" in refused.err
        assert "--geser" in refused.err
        assert "--tumpuk" in refused.err
        error = imbang.refused(1, "blok", "tambah", "Telaah", "09.00-11.00", "--json").error
        assert error["code"] == "overlap"

    def test_blocks_that_touch_are_welcome(self, imbang: Imbang) -> None:
        added(imbang, "Rapat", "08.00-10.00")
        added(imbang, "Telaah", "10.00-11.00")

    def test_both_can_be_kept(self, imbang: Imbang) -> None:
        added(imbang, "Rapat", "08.00-10.00")
        added(imbang, "Telaah", "09.00-11.00", "--tumpuk")
        assert day(imbang, MONDAY) == ["Rapat 11-23 08.00-10.00", "Telaah 11-23 09.00-11.00"]

    def test_the_later_ones_can_be_pushed_and_are_reported(self, imbang: Imbang) -> None:
        added(imbang, "Rapat", "08.00-10.00")
        added(imbang, "Arsip", "10.00-10.30")
        result = imbang("blok", "tambah", "Dadakan", "08.00-09.00", "--geser").ok()
        assert "Digeser:" in result.out
        assert "09.00–11.00  ■ Rapat" in result.out
        assert "11.00–11.30  ■ Arsip" in result.out
        assert day(imbang, MONDAY)[0] == "Dadakan 11-23 08.00-09.00"

    def test_a_script_reads_what_was_pushed(self, imbang: Imbang) -> None:
        added(imbang, "Rapat", "08.00-10.00")
        call = ("blok", "tambah", "Dadakan", "08.00-09.00", "--geser", "--json")
        document = imbang(*call).ok().json
        assert [hours(moved) for moved in document["moved"]] == ["11-23 09.00-11.00"]

    @pytest.mark.parametrize(
        ("hours_", "options"),
        [("08.00-10.00", ["--kunci"]), ("07.00-09.00", [])],
        ids=["protected", "begun"],
    )
    def test_what_stays_is_not_pushed_and_nothing_changes(
        self, imbang: Imbang, hours_: str, options: list[str]
    ) -> None:
        added(imbang, "Rapat", hours_, *options)
        refused = imbang.refused(1, "blok", "tambah", "X", "08.00-09.00", "--geser")
        assert "'Rapat'" in refused.err
        assert "terkunci, selesai, atau sudah mulai" in refused.err

    def test_nothing_is_pushed_past_midnight_and_nothing_changes(self, imbang: Imbang) -> None:
        added(imbang, "Kursus", "20.00-21.00")
        added(imbang, "Baca", "22.00-23.30")
        refused = imbang.refused(1, "blok", "tambah", "X", "19.30-23.00", "--geser")
        assert "tengah malam" in refused.err

    def test_a_night_overlaps_the_next_morning(self, imbang: Imbang) -> None:
        added(imbang, "Subuh", "00.30-02.00", "--hari", "besok")
        refused = imbang.refused(1, "blok", "tambah", "Jaga", "22.00-01.00")
        assert "Selasa, 24 November 2026, 00.30–02.00" in refused.err

    def test_a_night_pushes_the_next_morning(self, imbang: Imbang) -> None:
        added(imbang, "Subuh", "00.30-02.00", "--hari", "besok")
        result = imbang("blok", "tambah", "Jaga", "22.00-01.00", "--geser").ok()
        assert "Sel 24 Nov 01.00–02.30" in result.out

    def test_a_skipped_block_leaves_its_time(self, imbang: Imbang) -> None:
        imbang("blok", "lewati", added(imbang, "Rapat", "08.00-10.00")).ok()
        added(imbang, "Telaah", "08.00-10.00")

    def test_a_block_that_ended_early_leaves_the_rest_of_its_time(self, imbang: Imbang) -> None:
        number = added(imbang, "Rapat", "07.30-10.00")
        imbang("blok", "selesai", number, now="2026-11-23T08:30:00+07:00").ok()
        added(imbang, "Telaah", "08.30-10.00")

    def test_both_ways_out_at_once_are_one_too_many(self, imbang: Imbang) -> None:
        refused = imbang.refused(2, "blok", "tambah", "X", "08.00-09.00", "--geser", "--tumpuk")
        assert "tidak dapat dipakai bersama" in refused.err


class TestDeleting:
    """Nothing goes without a question or `--ya`."""

    def test_without_a_terminal_the_flag_is_named(self, imbang: Imbang) -> None:
        number = added(imbang, "Rapat", "08.00-10.00")
        refused = imbang.refused(2, "blok", "hapus", number)
        assert "Hapus blok 1 'Rapat' pada Senin, 23 November 2026?" in refused.err
        assert "--ya" in refused.err

    def test_the_question_can_be_declined(self, imbang: Imbang) -> None:
        number = added(imbang, "Rapat", "08.00-10.00")
        result = imbang("blok", "hapus", number, answers=["t"]).ok()
        assert "Tidak ada yang dihapus." in result.err
        assert day(imbang, MONDAY) == ["Rapat 11-23 08.00-10.00"]

    def test_a_yes_deletes(self, imbang: Imbang) -> None:
        number = added(imbang, "Rapat", "08.00-10.00")
        assert "Blok dihapus." in imbang("blok", "hapus", number, answers=["y"]).ok().out
        assert day(imbang, MONDAY) == []

    def test_an_end_of_input_at_the_question_changes_nothing(self, imbang: Imbang) -> None:
        number = added(imbang, "Rapat", "08.00-10.00")
        imbang.refused(130, "blok", "hapus", number, answers=[])


class TestListing:
    """`daftar` and `lihat`."""

    def test_the_list_is_the_default_and_shows_today(self, imbang: Imbang) -> None:
        added(imbang, "Rapat", "08.00-10.00")
        added(imbang, "Besok", "08.00-10.00", "--hari", "besok")
        assert imbang("blok").out == imbang("blok", "daftar").out
        assert "Rapat" in imbang("blok").out
        assert "Besok" not in imbang("blok").out

    def test_an_empty_list_says_so(self, imbang: Imbang) -> None:
        assert "Tidak ada blok di rentang ini." in imbang("blok").ok().out
        assert imbang("blok", "--json").ok().json == {"blocks": []}
        assert "Tidak ada blok berulang." in imbang("blok", "daftar", "--rangkaian").ok().out

    def test_a_week_has_a_heading_for_each_day(self, imbang: Imbang) -> None:
        added(imbang, "Rapat", "08.00-10.00")
        added(imbang, "Besok", "08.00-10.00", "--hari", "besok")
        out = imbang("blok", "daftar", "--minggu", "pekan ini").ok().out
        assert "Senin, 23 November 2026" in out
        assert "Selasa, 24 November 2026" in out

    def test_two_spans_are_one_too_many(self, imbang: Imbang) -> None:
        imbang.refused(2, "blok", "daftar", "--hari", "besok", "--minggu", "pekan ini")
        imbang.refused(2, "blok", "daftar", "--minggu", "pekan ini", "--dari", "besok")

    def test_a_span_ends_after_it_begins(self, imbang: Imbang) -> None:
        imbang.refused(2, "blok", "daftar", "--dari", "besok", "--sampai", "kemarin")

    def test_focus_is_shown_beside_the_plan(self, imbang: Imbang) -> None:
        number = added(imbang, "Rapat", "08.00-10.00")
        assert "fokus" not in imbang("blok", "lihat", number).ok().out


def test_a_minus_before_a_length_is_answered_with_the_way_to_move_a_block_earlier(imbang):
    imbang("blok", "tambah", "Rapat", "13.00-14.00").ok()
    result = imbang.refused(2, "blok", "geser", 1, "-30m")
    assert "--lebih-awal 30m" in result.err
