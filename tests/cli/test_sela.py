"""`imbang sela` and `imbang blok lanjut`: the day is interrupted, and flows on."""

from typing import Any

import pytest

from tests.cli.block_steps import added, day, hours, kept
from tests.in_process import Imbang

NINE = "2026-11-23T09:00:00+07:00"
TEN = "2026-11-23T10:00:00+07:00"


@pytest.fixture
def monday(imbang: Imbang) -> Imbang:
    """A Monday with a report, a meeting, a list that is due, a buffer, and one's own time."""
    imbang("tugas", "tambah", "Laporan", "--penting", "--tenggat", "rabu", "--estimasi", "6j").ok()
    imbang("tugas", "tambah", "Presensi", "--tenggat", "hari ini", "--estimasi", "2j").ok()
    imbang("tugas", "tambah", "Arsip", "--estimasi", "2j").ok()
    added(imbang, "Laporan", "08.00-10.00", "--tugas", 1)
    added(imbang, "Rapat", "10.00-11.00", "--jenis", "rapat")
    added(imbang, "Laporan", "11.00-12.00", "--tugas", 1)
    added(imbang, "Presensi", "13.00-15.00", "--tugas", 2)
    added(imbang, "Penyangga", "15.00-15.30", "--jenis", "penyangga")
    added(imbang, "Arsip", "15.30-16.00", "--tugas", 3)
    added(imbang, "Jogging", "17.00-17.30", "--unsur", "pulih")
    return imbang


AS_PLANNED = [
    "Laporan 11-23 08.00-10.00",
    "Rapat 11-23 10.00-11.00",
    "Laporan 11-23 11.00-12.00",
    "Presensi 11-23 13.00-15.00",
    "Penyangga 11-23 15.00-15.30",
    "Arsip 11-23 15.30-16.00",
    "Jogging 11-23 17.00-17.30",
]


def sela(imbang: Imbang, *call: str | int, **more: Any) -> dict[str, Any]:
    return dict(imbang("sela", *call, "--json", **more).ok().json)


class TestInterruption:
    """What an interruption does to the day."""

    def test_the_day_flows_on_around_it(self, monday: Imbang) -> None:
        monday("sela", "Disposisi", "60m", "--dari", "Kabid", now=NINE).ok()
        assert day(monday, "2026-11-23") == [
            "Laporan 11-23 08.00-09.00",
            "Disposisi 11-23 09.00-10.00",
            "Rapat 11-23 10.00-11.00",
            "Laporan 11-23 11.10-11.45",
            "Laporan 11-23 13.00-13.25",
            "Presensi 11-23 13.25-14.30",
            "Presensi 11-23 14.40-15.35",
            "Penyangga 11-23 15.00-15.30",
            "Laporan 11-23 15.35-16.00",
            "Jogging 11-23 17.00-17.30",
        ]
        assert day(monday, "besok") == ["Laporan 11-24 07.30-08.05", "Arsip 11-24 08.05-08.35"]

    def test_pauses_give_way_before_what_is_due_today_does_and_that_is_said(
        self, monday: Imbang
    ) -> None:
        call = ("sela", "Rapat dadakan", "13.30-15.00", "--jenis", "rapat")
        document = monday(*call, "--tinjau", "--json").ok().json
        assert document["pauses_kept"] is False
        said = monday(*call).ok().out
        assert "Tidak semua jeda muat lagi." in said
        assert "Presensi 11-23 15.00-16.00" in day(monday, "2026-11-23")

    def test_it_says_what_moved_from_where_to_where_and_who_asked(self, monday: Imbang) -> None:
        said = monday("sela", "Disposisi", "60m", "--dari", "Kabid", now=NINE).ok().out
        lines = [" ".join(line.split()) for line in said.splitlines()]
        assert lines[0] == "Interupsi dicatat."
        assert lines[1].endswith("■ Disposisi Sen 23 Nov 09.00–10.00 · diminta oleh Kabid")
        assert lines[4:] == [
            "■ Laporan 08.00–10.00 → 08.00–09.00 ✓, 11.10–11.45, 13.00–13.25",
            "■ Laporan 11.00–12.00 → 15.35–16.00, Sel 24 Nov 07.30–08.05",
            "■ Presensi 13.00–15.00 → 13.25–14.30, 14.40–15.35",
            "■ Penyangga 15.00–15.30 → terpakai",
            "■ Arsip 15.30–16.00 → Sel 24 Nov 08.05–08.35",
        ]

    def test_what_was_done_before_it_stays_with_its_real_hours(self, monday: Imbang) -> None:
        sela(monday, "Disposisi", "30m", now=NINE)
        before = kept(monday, 1)
        assert (before["status"], hours(before)) == ("done", "11-23 08.00-09.00")
        assert before["actual_ends_at"] == "2026-11-23T09:00:00+07:00"

    def test_programs_read_the_same(self, monday: Imbang) -> None:
        document = sela(monday, "Disposisi", "60m", "--dari", "Kabid", now=NINE)
        assert set(document) == {
            *("interruption", "applied", "moved", "unplaced", "pauses_kept", "overlaps")
        }
        assert document["applied"] is True
        assert document["interruption"]["requested_by"] == "Kabid"
        assert kept(monday, document["interruption"]["number"]) == document["interruption"]
        moved = [(one["block"]["number"], one["from"], one["to"]) for one in document["moved"]]
        assert len(moved) == 9
        assert moved[7][2] is None
        assert moved[0] == (
            1,
            {"starts_at": "2026-11-23T08:00:00+07:00", "ends_at": "2026-11-23T10:00:00+07:00"},
            {"starts_at": "2026-11-23T08:00:00+07:00", "ends_at": "2026-11-23T09:00:00+07:00"},
        )
        assert all(
            one["block"] == kept(monday, one["block"]["number"]) for one in document["moved"]
        )

    def test_looking_first_keeps_nothing(self, monday: Imbang) -> None:
        call = ("Disposisi", "60m", "--dari", "Kabid", "--tinjau")
        said = monday("sela", *call, now=NINE).ok().out
        assert "Pratinjau; belum ada yang disimpan." in said
        assert "13.00–15.00 → 13.25–14.30, 14.40–15.35" in said
        assert day(monday, "2026-11-23") == AS_PLANNED
        document = sela(monday, *call, now=NINE)
        assert (document["applied"], document["interruption"]["number"]) == (False, None)

    def test_a_meeting_is_not_moved_and_the_overlap_is_said(self, monday: Imbang) -> None:
        said = " ".join(monday("sela", "Telepon", "10.00-10.30", now=NINE).ok().out.split())
        assert "Bertumpuk dengan 'Rapat' (10.00–11.00), yang tidak digeser." in said
        assert hours(kept(monday, 2)) == "11-23 10.00-11.00"
        assert "imbang blok geser 2 +30m --geser" in said
        monday("blok", "geser", 2, "+30m", "--geser", now=NINE).ok()
        assert hours(kept(monday, 2)) == "11-23 10.30-11.30"

    def test_what_is_protected_is_not_moved(self, monday: Imbang) -> None:
        monday("blok", "ubah", 3, "--kunci").ok()
        (overlap,) = sela(monday, "Telepon", "11.00-11.30", now=NINE)["overlaps"]
        assert overlap["number"] == 3

    def test_what_is_due_today_and_has_no_place_is_told_with_ways_out(self, imbang: Imbang) -> None:
        imbang("tugas", "tambah", "Presensi", "--tenggat", "hari ini", "--estimasi", "2j").ok()
        number = added(imbang, "Presensi", "14.00-16.00", "--tugas", 1)
        result = imbang("sela", "Disposisi", "14.00-16.00").ok()
        said = " ".join(result.out.split())
        assert "! Presensi · 2 j · tidak muat sebelum tenggat Sen 23 Nov" in said
        assert "imbang tugas tunda 1 2026-11-24" in said
        assert "imbang tugas delegasikan 1" in said
        assert kept(imbang, number)["status"] == "skipped"

    def test_what_serves_no_task_has_another_day_offered(self, imbang: Imbang) -> None:
        number = added(imbang, "Beres-beres", "15.00-16.00")
        document = sela(imbang, "Disposisi", "15.00-16.00")
        assert document["unplaced"] == [
            {
                "block": number,
                "task": None,
                "title": "Beres-beres",
                "minutes": 60,
                "reason": "gaps_too_short",
            }
        ]
        assert kept(imbang, number)["status"] == "skipped"
        imbang("blok", "geser", number, "--hari", "2026-11-24").ok()
        assert hours(kept(imbang, number)) == "11-24 15.00-16.00"

    def test_the_command_it_offers_is_the_one_that_works(self, imbang: Imbang) -> None:
        added(imbang, "Beres-beres", "15.00-16.00")
        said = imbang("sela", "Disposisi", "15.00-16.00").ok().out
        assert "    imbang blok geser 1 --hari 2026-11-24" in said

    def test_a_block_of_a_closed_task_asks_nothing_of_the_task(self, imbang: Imbang) -> None:
        imbang("tugas", "tambah", "Arsip", "--estimasi", "2j").ok()
        added(imbang, "Arsip", "15.00-16.00", "--tugas", 1)
        imbang("tugas", "selesai", 1).ok()
        said = imbang("sela", "Disposisi", "15.00-16.00").ok().out
        assert "imbang tugas" not in said
        assert "imbang blok geser 1 --hari 2026-11-24" in said

    def test_an_occurrence_that_leaves_the_day_is_gone_from_it_alone(self, imbang: Imbang) -> None:
        imbang("tugas", "tambah", "Arsip", "--estimasi", "20j").ok()
        added(imbang, "Arsip", "15.00-16.00", "--tugas", 1, "--ulang", "tiap senin dan rabu")
        sela(imbang, "Disposisi", "15.00-16.00")
        assert day(imbang, "2026-11-23") == ["Disposisi 11-23 15.00-16.00"]
        assert day(imbang, "2026-11-24") == ["Arsip 11-24 07.30-08.30"]
        assert day(imbang, "2026-11-25") == ["Arsip 11-25 15.00-16.00"]

    def test_looking_first_needs_no_store(self, imbang: Imbang) -> None:
        assert "Pratinjau" in imbang("sela", "Telepon", "10m", "--tinjau").ok().out
        assert not imbang.home.exists()

    def test_one_told_afterwards_is_done_and_its_time_is_made_up_for(self, monday: Imbang) -> None:
        document = sela(monday, "Disposisi", "08.00-10.00", now=TEN)
        assert document["interruption"]["status"] == "done"
        assert hours(kept(monday, 1)) == "11-23 11.10-12.00"

    def test_another_day_can_be_interrupted(self, imbang: Imbang) -> None:
        number = added(imbang, "Telaah", "08.00-09.00", "--hari", "besok")
        sela(imbang, "Rapat dadakan", "08.00-08.30", "--hari", "besok", "--jenis", "rapat")
        assert hours(kept(imbang, number)) == "11-24 08.30-09.30"

    def test_one_occurrence_of_a_series_moves_and_the_others_stay(self, imbang: Imbang) -> None:
        added(imbang, "Telaah", "08.00-09.00", "--ulang", "tiap hari kerja")
        sela(imbang, "Disposisi", "08.00-08.30")
        assert "Telaah 11-23 08.30-09.30" in day(imbang, "2026-11-23")
        assert day(imbang, "2026-11-24") == ["Telaah 11-24 08.00-09.00"]

    def test_what_was_planned_in_another_zone_moves_by_its_real_time(self, imbang: Imbang) -> None:
        imbang("atur", "ubah", "zona", "WIT").ok()
        number = added(imbang, "Telaah", "11.00-12.00")
        imbang("atur", "ubah", "zona", "WIB").ok()
        sela(imbang, "Disposisi", "09.00-09.30")
        assert hours(kept(imbang, number)) == "11-23 11.30-12.30"

    def test_a_quiet_time_moves_nothing(self, imbang: Imbang) -> None:
        assert "Tidak ada yang bergeser." in imbang("sela", "Telepon", "10m").ok().out

    def test_it_speaks_english(self, monday: Imbang) -> None:
        said = monday("interrupt", "Memo", "60m", "--from", "Head", now=NINE, lang="en").ok().out
        assert "Interruption recorded." in said
        assert "asked for by Head" in said
        assert "used up" in said


class TestRefusals:
    """What cannot be an interruption."""

    @pytest.mark.parametrize(
        ("call", "code"),
        [
            (("X", "siang"), "unreadable_range"),
            (("X", "30m", "--hari", "besok"), "start_needed"),
            (("X", "13 jam"), "duration_out_of_bounds"),
            (("X", "10.00-09.00"), "backward_range"),
        ],
    )
    def test_what_is_no_time_is_refused(
        self, monday: Imbang, call: tuple[str, ...], code: str
    ) -> None:
        assert monday.refused(2, "sela", *call, "--json").error["code"] == code

    def test_a_day_that_is_over_cannot_flow(self, monday: Imbang) -> None:
        call = ("sela", "X", "09.00-10.00", "--hari", "kemarin", "--json")
        assert monday.refused(1, *call).error["code"] == "day_is_over"

    def test_a_task_that_does_not_exist_changes_nothing(self, monday: Imbang) -> None:
        assert monday.refused(1, "sela", "X", "30m", "--tugas", 99, "--json").error["code"] == (
            "not_found"
        )
        assert day(monday, "2026-11-23") == AS_PLANNED


class TestOverrun:
    """A block that takes longer."""

    def test_the_running_block_takes_longer_and_the_rest_flows_on(self, monday: Imbang) -> None:
        noon = "2026-11-23T11:50:00+07:00"
        said = monday("blok", "lanjut", "30m", now=noon).ok().out
        assert "Blok diperpanjang." in said
        assert hours(kept(monday, 3)) == "11-23 11.00-12.30"
        assert hours(kept(monday, 4)) == "11-23 13.00-15.00"
        later = "2026-11-23T14:50:00+07:00"
        document = monday("blok", "lanjut", "30m", "--json", now=later).ok().json
        assert set(document) == {
            *("block", "applied", "moved", "unplaced", "pauses_kept", "overlaps")
        }
        assert hours(document["block"]) == "11-23 13.00-15.30"
        buffer, archive = document["moved"]
        assert (buffer["block"]["title"], buffer["to"]) == ("Penyangga", None)
        assert archive["to"]["starts_at"] == "2026-11-24T07:30:00+07:00"

    def test_a_named_block_takes_longer(self, monday: Imbang) -> None:
        monday("blok", "lanjut", 4, "1j").ok()
        assert hours(kept(monday, 4)) == "11-23 13.00-16.00"
        assert hours(kept(monday, 6)) == "11-24 07.30-08.00"

    def test_one_that_has_just_ended_is_meant_when_none_runs(self, monday: Imbang) -> None:
        monday("blok", "lanjut", "15m", now="2026-11-23T16:05:00+07:00").ok()
        assert hours(kept(monday, 6)) == "11-23 15.30-16.15"

    def test_without_such_a_block_it_asks_for_the_number(self, monday: Imbang) -> None:
        error = monday.refused(1, "blok", "lanjut", "30m", "--json").error
        assert error["code"] == "nothing_runs"

    def test_looking_first_keeps_nothing(self, monday: Imbang) -> None:
        monday("blok", "lanjut", 4, "1j", "--tinjau").ok()
        assert day(monday, "2026-11-23") == AS_PLANNED

    @pytest.mark.parametrize(
        ("call", "exit_", "code"),
        [
            ((3,), 2, "ambiguous_number"),
            ((4, "23j"), 2, "duration_out_of_bounds"),
            ((4, "1j", "x"), 2, "too_many_words"),
            (("x", "1j"), 2, "unreadable_number"),
            ((99, "1j"), 1, "not_found"),
        ],
    )
    def test_what_cannot_be_meant_is_refused(
        self, monday: Imbang, call: tuple[str | int, ...], exit_: int, code: str
    ) -> None:
        assert monday.refused(exit_, "blok", "lanjut", *call, "--json").error["code"] == code

    def test_what_is_done_takes_no_longer(self, monday: Imbang) -> None:
        monday("blok", "lewati", 4).ok()
        error = monday.refused(1, "blok", "lanjut", 4, "30m", "--json").error
        assert error["code"] == "not_planned"

    def test_an_occurrence_takes_longer_by_itself(self, imbang: Imbang) -> None:
        number = added(imbang, "Telaah", "08.00-09.00", "--ulang", "tiap hari kerja")
        imbang("blok", "lanjut", number, "30m").ok()
        assert day(imbang, "2026-11-23") == ["Telaah 11-23 08.00-09.30"]
        assert day(imbang, "2026-11-24") == ["Telaah 11-24 08.00-09.00"]
