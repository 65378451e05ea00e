"""`imbang blok`: what happens to a block, and what is changed in it."""

import pytest

from tests.cli.block_steps import added, day, hours, kept
from tests.in_process import Imbang

MONDAY = "2026-11-23"


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
