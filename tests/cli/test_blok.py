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


class TestNights:
    """Blocks across midnight (Timewarrior 186, 295, 360)."""

    def test_a_night_is_listed_on_both_days(self, imbang: Imbang) -> None:
        added(imbang, "Jaga", "22.00-01.00")
        night = ["Jaga 11-23 22.00-01.00"]
        assert day(imbang, MONDAY) == night
        assert day(imbang, "2026-11-24") == night
        assert day(imbang, "2026-11-25") == []

    def test_a_night_can_be_deleted_moved_and_finished(self, imbang: Imbang) -> None:
        number = added(imbang, "Jaga", "22.00-01.00")
        imbang("blok", "geser", number, "+30m").ok()
        assert day(imbang, "2026-11-24") == ["Jaga 11-23 22.30-01.30"]
        done = imbang("blok", "selesai", number, now="2026-11-24T02:00:00+07:00")
        assert "status  selesai" in done.ok().out
        imbang("blok", "hapus", number, "--ya").ok()
        assert day(imbang, MONDAY) == []
        assert day(imbang, "2026-11-24") == []

    @pytest.mark.parametrize(
        ("said", "start", "end"),
        [
            ("22.10-00.50", "11-23T22:10", "11-24T00:50"),
            ("00.10-00.50", "11-24T00:10", "11-24T00:50"),
            ("21.30-23.00", "11-23T21:30", "11-23T23:00"),
        ],
    )
    def test_what_ran_in_a_night_is_on_the_day_on_which_it_ran(
        self, imbang: Imbang, said: str, start: str, end: str
    ) -> None:
        number = added(imbang, "Jaga", "22.00-01.00")
        now = "2026-11-24T02:00:00+07:00"
        imbang("blok", "selesai", number, "--nyata", said, now=now).ok()
        block = kept(imbang, number)
        assert block["actual_starts_at"] == f"2026-{start}:00+07:00"
        assert block["actual_ends_at"] == f"2026-{end}:00+07:00"


class TestDoing:
    """Done, skipped, open again; planned and actual are two things (Timewarrior 491)."""

    def test_a_finished_block_keeps_its_plan_beside_what_really_was(self, imbang: Imbang) -> None:
        number = added(imbang, "Rapat", "08.00-10.00")
        now = "2026-11-23T11:00:00+07:00"
        result = imbang("blok", "selesai", number, "--nyata", "08.10-09.50", now=now).ok()
        assert "08.00–10.00 (2 j)" in result.out
        assert "08.10–09.50" in result.out
        assert "terlaksana 08.10–09.50" in " ".join(imbang("hari", now=now).ok().out.split())

    def test_a_block_finished_while_it_runs_ended_then(self, imbang: Imbang) -> None:
        number = added(imbang, "Rapat", "07.30-10.00")
        imbang("blok", "selesai", number, now="2026-11-23T08:30:00+07:00").ok()
        assert kept(imbang, number)["actual_ends_at"] == "2026-11-23T08:30:00+07:00"

    def test_what_lies_ahead_is_not_done(self, imbang: Imbang) -> None:
        number = added(imbang, "Rapat", "08.00-10.00")
        refused = imbang.refused(1, "blok", "selesai", number)
        assert "baru mulai Senin, 23 November 2026 pukul 08.00" in refused.err
        assert "--nyata" in refused.err

    def test_nothing_ran_in_the_future(self, imbang: Imbang) -> None:
        number = added(imbang, "Rapat", "08.00-10.00")
        refused = imbang.refused(2, "blok", "selesai", number, "--nyata", "08.00-10.00")
        assert "belum berlalu" in refused.err

    def test_a_finished_block_points_to_its_task(self, imbang: Imbang) -> None:
        imbang("tugas", "tambah", "Susun laporan").ok()
        number = added(imbang, "Telaah", "08.00-10.00", "--tugas", 1)
        result = imbang("blok", "selesai", number, now="2026-11-23T11:00:00+07:00").ok()
        assert "imbang tugas selesai 1" in result.err

    def test_a_skipped_block_can_be_opened_again(self, imbang: Imbang) -> None:
        number = added(imbang, "Rapat", "08.00-10.00")
        imbang("blok", "lewati", number).ok()
        assert kept(imbang, number)["status"] == "skipped"
        imbang("blok", "ubah", number, "--buka").ok()
        assert kept(imbang, number)["status"] == "planned"

    def test_a_skipped_block_whose_time_is_taken_is_not_opened_over_it(
        self, imbang: Imbang
    ) -> None:
        number = added(imbang, "Rapat", "08.00-10.00")
        imbang("blok", "lewati", number).ok()
        added(imbang, "Telaah", "09.00-11.00")
        refused = imbang.refused(1, "blok", "ubah", number, "--buka")
        assert "'Telaah'" in refused.err

    def test_what_is_done_is_opened_before_it_is_moved(self, imbang: Imbang) -> None:
        number = added(imbang, "Rapat", "07.30-08.00")
        later = "2026-11-23T09:00:00+07:00"
        imbang("blok", "selesai", number, now=later).ok()
        refused = imbang.refused(1, "blok", "geser", number, "--hari", "besok", now=later)
        assert f"imbang blok ubah {number} --buka" in refused.err


class TestChanging:
    """`ubah` and `geser`."""

    @pytest.mark.parametrize(
        ("options", "changed"),
        [
            (["--judul", "Rapat pleno"], {"title": "Rapat pleno"}),
            (["--unsur", "pribadi"], {"element": "life"}),
            (["--jenis", "layanan"], {"kind": "service"}),
            (["--lokasi", "wfh"], {"location": "home"}),
            (["--catatan", "Bawa data"], {"note": "Bawa data"}),
            (["--kunci"], {"protected": True}),
            (
                ["--rentang", "13.00-14.00"],
                {
                    "starts_at": "2026-11-23T13:00:00+07:00",
                    "ends_at": "2026-11-23T14:00:00+07:00",
                },
            ),
            (
                ["--hari", "lusa"],
                {
                    "starts_at": "2026-11-25T08:00:00+07:00",
                    "ends_at": "2026-11-25T10:00:00+07:00",
                },
            ),
        ],
        ids=lambda value: value[0] if isinstance(value, list) else "",
    )
    def test_one_thing_changes_and_the_rest_stays(
        self, imbang: Imbang, options: list[str], changed: dict[str, object]
    ) -> None:
        number = added(imbang, "Rapat", "08.00-10.00")
        before = kept(imbang, number)
        imbang("blok", "ubah", number, *options).ok()
        assert kept(imbang, number) == before | changed

    def test_a_block_is_given_a_task_that_exists(self, imbang: Imbang) -> None:
        imbang("tugas", "tambah", "Susun laporan").ok()
        number = added(imbang, "Rapat", "08.00-10.00")
        imbang("blok", "ubah", number, "--tugas", 1).ok()
        assert kept(imbang, number)["task"] == 1
        imbang.refused(1, "blok", "ubah", number, "--tugas", 7)
        imbang.refused(1, "blok", "ubah", number, "--skp", 7)

    def test_a_block_moved_onto_another_is_refused_or_pushes_it(self, imbang: Imbang) -> None:
        added(imbang, "Rapat", "08.00-10.00")
        number = added(imbang, "Telaah", "13.00-14.00")
        imbang.refused(1, "blok", "ubah", number, "--rentang", "09.00-11.00")
        imbang.refused(1, "blok", "geser", number, "09.00")
        imbang("blok", "geser", number, "08.00", "--geser").ok()
        assert day(imbang, MONDAY) == ["Telaah 11-23 08.00-09.00", "Rapat 11-23 09.00-11.00"]

    def test_another_title_needs_no_room(self, imbang: Imbang) -> None:
        added(imbang, "Rapat", "08.00-10.00")
        number = added(imbang, "Telaah", "09.00-11.00", "--tumpuk")
        imbang("blok", "ubah", number, "--judul", "Telaah lain").ok()

    def test_a_block_is_never_in_its_own_way(self, imbang: Imbang) -> None:
        number = added(imbang, "Rapat", "08.00-10.00")
        imbang("blok", "geser", number, "+30m").ok()

    @pytest.mark.parametrize(
        ("words", "result"),
        [
            (["+30m"], "11-23 08.30-10.30"),
            (["+1,5 jam"], "11-23 09.30-11.30"),
            (["--lebih-awal", "15m"], "11-23 07.45-09.45"),
            (["13.00"], "11-23 13.00-15.00"),
            (["13.00-13.30"], "11-23 13.00-13.30"),
            (["--hari", "besok"], "11-24 08.00-10.00"),
            (["13.00", "--hari", "besok"], "11-24 13.00-15.00"),
            (["+30m", "--hari", "besok"], "11-24 08.30-10.30"),
        ],
        ids=" ".join,
    )
    def test_a_block_moves_by_a_while_to_an_hour_to_a_range_or_to_a_day(
        self, imbang: Imbang, words: list[str], result: str
    ) -> None:
        number = added(imbang, "Rapat", "08.00-10.00")
        imbang("blok", "geser", number, *words).ok()
        assert hours(kept(imbang, number)) == result

    def test_nothing_to_change_is_said(self, imbang: Imbang) -> None:
        number = added(imbang, "Rapat", "08.00-10.00")
        for word in ("ubah", "geser"):
            assert "imbang blok " in imbang.refused(2, "blok", word, number).err

    def test_a_way_and_the_other_way_are_one_too_many(self, imbang: Imbang) -> None:
        number = added(imbang, "Rapat", "08.00-10.00")
        imbang.refused(2, "blok", "geser", number, "+30m", "--lebih-awal", "30m")

    def test_a_single_block_has_no_parts(self, imbang: Imbang) -> None:
        number = added(imbang, "Rapat", "08.00-10.00")
        for options in (["--semua"], ["--seterusnya"], ["--pada", "besok"]):
            refused = imbang.refused(2, "blok", "ubah", number, "--judul", "X", *options)
            assert "tidak berulang" in refused.err
        imbang("blok", "ubah", number, "--judul", "X", "--pada", "hari ini").ok()

    def test_an_end_is_for_blocks_that_recur(self, imbang: Imbang) -> None:
        number = added(imbang, "Rapat", "08.00-10.00")
        assert "--ulang" in imbang.refused(2, "blok", "ubah", number, "--sampai", "besok").err


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
        out = imbang("blok", "daftar", "--pekan", "pekan ini").ok().out
        assert "Senin, 23 November 2026" in out
        assert "Selasa, 24 November 2026" in out

    def test_two_spans_are_one_too_many(self, imbang: Imbang) -> None:
        imbang.refused(2, "blok", "daftar", "--hari", "besok", "--pekan", "pekan ini")
        imbang.refused(2, "blok", "daftar", "--pekan", "pekan ini", "--dari", "besok")

    def test_a_span_ends_after_it_begins(self, imbang: Imbang) -> None:
        imbang.refused(2, "blok", "daftar", "--dari", "besok", "--sampai", "kemarin")

    def test_focus_is_shown_beside_the_plan(self, imbang: Imbang) -> None:
        number = added(imbang, "Rapat", "08.00-10.00")
        assert "fokus" not in imbang("blok", "lihat", number).ok().out


class TestZones:
    """A block keeps its day and hour when the person travels (Super Productivity 5461, 5555)."""

    def travel(self, imbang: Imbang, zone: str) -> None:
        imbang("atur", "zona", zone).ok()

    def test_a_block_planned_in_jayapura_keeps_its_hours_in_jakarta(self, imbang: Imbang) -> None:
        self.travel(imbang, "WIT")
        number = added(imbang, "Rapat daerah", "08.00-10.00", "--hari", "jumat")
        self.travel(imbang, "WIB")
        block = kept(imbang, number)
        assert block["starts_at"] == "2026-11-27T08:00:00+09:00"
        assert block["zone"] == "Asia/Jayapura"
        out = imbang("hari", "jumat").ok().out
        assert "08.00–10.00 WIT" in out
        assert "WIT" in imbang("minggu", columns=60).ok().out
        assert "WIT" in imbang("minggu", columns=130).ok().out

    def test_a_block_early_in_jayapura_is_on_its_own_day(self, imbang: Imbang) -> None:
        self.travel(imbang, "WIT")
        added(imbang, "Apel", "00.30-01.30", "--hari", "jumat")
        self.travel(imbang, "WIB")
        assert day(imbang, "jumat") == ["Apel 11-27 00.30-01.30"]
        assert day(imbang, "kamis") == []

    def test_what_really_overlaps_is_refused_with_its_zone(self, imbang: Imbang) -> None:
        self.travel(imbang, "WIT")
        added(imbang, "Rapat daerah", "10.00-12.00")
        self.travel(imbang, "WIB")
        refused = imbang.refused(1, "blok", "tambah", "Telaah", "08.00-09.00")
        assert "10.00–12.00 WIT" in refused.err
        added(imbang, "Telaah", "10.00-11.00")

    def test_a_recurring_block_keeps_its_weekday(self, imbang: Imbang) -> None:
        self.travel(imbang, "WIT")
        added(imbang, "Apel", "07.30-08.00", "--ulang", "tiap jumat")
        self.travel(imbang, "WIB")
        assert day(imbang, "jumat") == ["Apel 11-27 07.30-08.00"]

    def test_the_present_is_where_it_really_is(self, imbang: Imbang) -> None:
        self.travel(imbang, "WIT")
        added(imbang, "Rapat daerah", "10.00-12.00")
        self.travel(imbang, "WIB")
        lines = imbang("hari", now="2026-11-23T08:30:00+07:00").ok().out.splitlines()
        assert any(line.startswith("▶ 10.00–12.00 WIT") for line in lines)
        lines = imbang("hari", now="2026-11-23T11:00:00+07:00").ok().out.splitlines()
        assert not any(line.startswith("▶ 10.00–12.00 WIT") for line in lines)
