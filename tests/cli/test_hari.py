"""`imbang hari`: the day as a person looks at it in the morning."""

from collections.abc import Callable

import pytest

from tests.cli.block_steps import added
from tests.cli.day_steps import FRIDAY, codes, lines
from tests.in_process import Imbang


class TestEmpty:
    """The first look."""

    def test_an_empty_store_welcomes_with_three_commands(self, imbang: Imbang) -> None:
        out = imbang("hari", columns=60).ok().out
        assert "Selamat datang" in out
        commands = [line.strip() for line in out.splitlines() if line.strip().startswith("imbang")]
        assert [command.split()[1] for command in commands] == ["tugas", "blok", "fokus"]
        assert not imbang.home.exists()

    def test_the_program_alone_is_the_day(self, imbang: Imbang) -> None:
        assert imbang().ok().out == imbang("hari").ok().out

    def test_every_command_of_the_welcome_works(self, imbang: Imbang) -> None:
        imbang("tugas", "tambah", "Susun laporan", "--tenggat", "jumat").ok()
        imbang("blok", "templat", "A").ok()
        assert "Selamat datang" not in imbang("hari").ok().out

    def test_a_script_reads_an_empty_day(self, imbang: Imbang) -> None:
        document = imbang("hari", "--json").ok().json
        assert (document["blocks"], document["tasks"], document["warnings"]) == ([], [], [])

    def test_a_store_that_was_used_is_not_welcomed_again(self, imbang: Imbang) -> None:
        imbang("blok", "hapus", added(imbang, "Rapat", "08.00-09.00"), "--ya").ok()
        assert "Senin, 23 November 2026" in imbang("hari").ok().out


class TestDate:
    """Which day, and the hours it has."""

    @pytest.mark.parametrize(
        ("said", "date"),
        [
            ("hari ini", "2026-11-23"),
            ("besok", "2026-11-24"),
            ("lusa", "2026-11-25"),
            ("kemarin", "2026-11-22"),
            ("senin", "2026-11-23"),
            ("jumat ini", "2026-11-27"),
            ("senin depan", "2026-11-30"),
            ("akhir bulan", "2026-11-30"),
            ("23/11", "2026-11-23"),
            ("23-11-2026", "2026-11-23"),
            ("23 nov 2026", "2026-11-23"),
            ("2026-11-23", "2026-11-23"),
            ("+3 hari", "2026-11-26"),
            ("tomorrow", "2026-11-24"),
        ],
    )
    def test_a_day_is_named_in_every_form(self, imbang: Imbang, said: str, date: str) -> None:
        assert imbang("hari", said, "--json").ok().json["date"] == date

    def test_the_hours_of_the_day_are_shown_with_their_reason(self, imbang: Imbang) -> None:
        added(imbang, "Rapat", "08.00-09.00")
        assert lines(imbang)[:2] == [
            "Senin, 23 November 2026 · kantor",
            "Jam kerja 07.30–16.00, istirahat 12.00–13.00",
        ]
        assert "11.30–13.00 (Jumat)" in lines(imbang, "jumat")[1]
        assert lines(imbang, "sabtu")[1] == "Tidak ada jam kerja: libur"

    def test_the_hours_can_be_read_by_a_script(self, imbang: Imbang) -> None:
        assert imbang("hari", "jumat", "--json").ok().json["working_hours"] == {
            "start": "2026-11-27T07:30:00+07:00",
            "end": "2026-11-27T16:30:00+07:00",
            "break_start": "2026-11-27T11:30:00+07:00",
            "break_end": "2026-11-27T13:00:00+07:00",
            "minutes": 450,
            "reason": "friday",
        }
        off = imbang("hari", "sabtu", "--json").ok().json
        assert off["working_hours"] == {
            **dict.fromkeys(("start", "end", "break_start", "break_end")),
            "minutes": 0,
            "reason": "day_off",
        }
        assert off["capacity_minutes"] == 0

    def test_today_begins_at_the_readers_midnight(self, imbang: Imbang) -> None:
        late = "2026-11-23T23:59:00+07:00"
        assert imbang("hari", "--json", now=late).ok().json["date"] == "2026-11-23"
        after = "2026-11-24T00:01:00+07:00"
        assert imbang("hari", "--json", now=after).ok().json["date"] == "2026-11-24"


class TestTimeline:
    """Blocks, gaps, and the present."""

    def test_blocks_and_gaps_stand_in_order(self, imbang: Imbang) -> None:
        added(imbang, "Telaah", "13.00-14.30", "--hari", "besok")
        added(imbang, "Rapat", "08.00-10.00", "--hari", "besok")
        shown = [line.split()[0] for line in lines(imbang, "besok")[2:7]]
        assert shown == ["07.30–08.00", "08.00–10.00", "10.00–12.00", "13.00–14.30", "14.30–16.00"]

    @pytest.mark.parametrize(
        ("clock", "marked"),
        [
            ("06:00", "▶ 06.00 sekarang"),
            ("07:45", "▶ 07.30–08.00 kosong 30 m"),
            ("08:00", "▶ 08.00–10.00 1 ■ Rapat"),
            ("09:59", "▶ 08.00–10.00 1 ■ Rapat"),
            ("10:00", "▶ 10.00–12.00 kosong 2 j"),
            ("12:30", "▶ 12.30 sekarang"),
            ("20:00", "▶ 20.00 sekarang"),
        ],
    )
    def test_the_present_is_marked_once(self, imbang: Imbang, clock: str, marked: str) -> None:
        added(imbang, "Rapat", "08.00-10.00")
        shown = lines(imbang, now=f"2026-11-23T{clock}:00+07:00")
        assert [" ".join(line.split()) for line in shown if "▶" in line] == [marked]

    def test_another_day_has_no_present(self, imbang: Imbang) -> None:
        added(imbang, "Rapat", "08.00-10.00", "--hari", "besok")
        assert "▶" not in imbang("hari", "besok").ok().out

    def test_a_skipped_block_is_not_what_one_is_doing(self, imbang: Imbang) -> None:
        imbang("blok", "lewati", added(imbang, "Rapat", "08.00-10.00")).ok()
        (marked,) = (line for line in lines(imbang, now="2026-11-23T09:00:00+07:00") if "▶" in line)
        assert "kosong" in marked

    def test_what_is_done_skipped_protected_or_recurring_is_marked(self, imbang: Imbang) -> None:
        imbang("blok", "lewati", added(imbang, "Arsip", "10.00-11.00")).ok()
        done = added(imbang, "Rapat", "07.30-08.00")
        imbang("blok", "selesai", done, now="2026-11-23T08:00:00+07:00").ok()
        added(imbang, "Makan malam", "18.30-19.30", "--jenis", "keluarga")
        added(imbang, "Apel", "08.00-08.15", "--ulang", "tiap hari")
        shown = "\n".join(lines(imbang))
        assert "– ■ Arsip" in shown
        assert "✓ ■ Rapat" in shown
        assert "keluarga · terkunci" in shown
        assert "Apel  ↻" in shown

    def test_a_night_is_marked_on_both_days(self, imbang: Imbang) -> None:
        added(imbang, "Jaga", "22.00-01.00", "--unsur", "pribadi")
        assert "sampai besok" in "\n".join(lines(imbang))
        assert "sejak kemarin" in "\n".join(lines(imbang, "besok"))

    def test_a_block_up_to_midnight_ends_today(self, imbang: Imbang) -> None:
        added(imbang, "Baca", "22.00-24.00", "--unsur", "kembang")
        assert "sampai besok" not in "\n".join(lines(imbang))
        assert "Baca" not in "\n".join(lines(imbang, "besok"))


class TestLoad:
    """How full the day is, and what is too much."""

    def test_the_load_is_said_against_the_capacity(self, imbang: Imbang) -> None:
        added(imbang, "Telaah", "07.30-12.00", "--hari", "besok")
        added(imbang, "Rapat", "13.00-15.00", "--hari", "besok")
        (load,) = (line for line in lines(imbang, "besok") if line.startswith("Terencana"))
        assert load.startswith("Terencana 6 j 30 m dari 7 j 30 m")

    def test_too_much_is_said_with_three_ways_out(self, imbang: Imbang) -> None:
        added(imbang, "Telaah", "07.30-16.00", "--hari", "besok")
        shown = " ".join(lines(imbang, "besok"))
        assert "Rencana melebihi jam kerja 1 j." in shown
        assert "Biarkan, pindahkan 'Telaah' (imbang blok geser 1 --hari 2026-11-25)" in shown
        assert "atau lepaskan (imbang blok lewati 1)." in shown
        assert codes(imbang, "besok") == ["overcommitted"]

    def test_work_outside_the_hours_is_named(self, imbang: Imbang) -> None:
        added(imbang, "Laporan", "19.00-20.00")
        added(imbang, "Olahraga", "17.00-18.00", "--unsur", "pulih")
        shown = " ".join(lines(imbang))
        assert "Kerja di luar jam kerja: 'Laporan'." in shown
        assert codes(imbang) == ["out_of_hours"]

    def test_work_on_a_day_off_is_outside_the_hours(self, imbang: Imbang) -> None:
        added(imbang, "Laporan", "09.00-10.00", "--hari", "sabtu")
        assert codes(imbang, "sabtu") == ["out_of_hours"]
        assert "Terencana 1 j kerja pada hari libur" in " ".join(lines(imbang, "sabtu"))

    def test_a_finished_block_is_judged_by_when_it_really_ran(self, imbang: Imbang) -> None:
        number = added(imbang, "Laporan", "15.00-16.00")
        evening = "2026-11-23T21:00:00+07:00"
        imbang("blok", "selesai", number, "--nyata", "15.00-17.30", now=evening).ok()
        assert codes(imbang, now=evening) == ["out_of_hours"]
        imbang("blok", "selesai", number, "--nyata", "14.00-15.00", now=evening).ok()
        assert codes(imbang, now=evening) == []

    def test_overlaps_are_named_with_a_way_out_that_works(self, imbang: Imbang) -> None:
        added(imbang, "Rapat", "08.00-10.00")
        added(imbang, "Telaah", "09.00-09.30", "--tumpuk")
        shown = " ".join(lines(imbang))
        assert "Bertumpuk: 'Rapat' dan 'Telaah'." in shown
        assert shown.count("⇄ bertumpuk") == 2
        assert "imbang blok geser 2 +30m" in shown
        imbang("blok", "geser", 2, "+30m", "--tumpuk").ok()

    def test_of_two_occurrences_of_one_series_only_the_one_that_overlaps_is_marked(
        self, imbang: Imbang
    ) -> None:
        apel = added(imbang, "Apel", "08.00-08.30", "--ulang", "tiap hari")
        imbang(
            "blok", "ubah", apel, "--pada", "24/11", "--hari", "23/11", "--rentang", "13.00-14.00"
        )
        added(imbang, "Rapat", "08.15-09.00", "--tumpuk")
        marked = [line for line in lines(imbang) if "⇄" in line]
        assert len(marked) == 2
        assert not any("13.00" in line for line in marked)

    def test_many_overlaps_are_summed_up(self, imbang: Imbang) -> None:
        imbang("blok", "templat", "A").ok()
        imbang("blok", "templat", "A", "--tumpuk").ok()
        shown = " ".join(lines(imbang))
        assert shown.count("Bertumpuk:") == 2
        assert "7 tumpukan lain." in shown
        assert codes(imbang).count("overlap") == 9


@pytest.mark.parametrize("columns", [60, 100])
def test_a_day_with_everything_is_laid_out_for_its_width(
    imbang: Imbang, golden: Callable[[str, str], None], columns: int
) -> None:
    imbang("blok", "templat", "B", "--hari", "jumat").ok()
    added(imbang, "Rapat dadakan dengan pimpinan tentang laporan triwulan", "14.00-15.00",
          "--hari", "jumat", "--tumpuk", "--catatan", "x")  # fmt: skip
    added(imbang, "Jaga malam", "22.00-01.00", "--ulang", "tiap kamis")
    added(imbang, "Membaca", "20.00-21.00", "--hari", "jumat", "--unsur", "kembang")
    for number in range(6):
        imbang("tugas", "tambah", f"Surat {number}", "--penting", "--tenggat", "jumat").ok()
    morning = FRIDAY.format("09:00")
    imbang("blok", "selesai", 1, "--nyata", "07.35-08.00", now=morning).ok()
    imbang("blok", "lewati", 5).ok()
    shown = imbang("hari", columns=columns, now=FRIDAY.format("14:10")).ok().out
    text = "".join(f"{line.rstrip()}\n" for line in shown.splitlines())
    golden(f"hari-{columns}.txt", text)


def test_the_day_is_readable_in_colour_and_without(imbang: Imbang) -> None:
    imbang("blok", "templat", "A").ok()
    plain = imbang("hari", env={"NO_COLOR": "1"}).ok().out
    assert "\x1b" not in plain
    coloured = imbang("hari", env={"FORCE_COLOR": "1"}).ok().out
    assert "\x1b[" in coloured


class TestCalendar:
    """The civil servant's calendar, as the day shows it."""

    @pytest.mark.parametrize(
        ("day", "line"),
        [
            ("2026-03-19", "Tidak ada jam kerja: Hari Suci Nyepi"),
            ("2026-03-20", "Tidak ada jam kerja: Cuti bersama Idulfitri"),
            ("2026-03-21", "Tidak ada jam kerja: Idulfitri, hari pertama"),
            ("2026-03-03", "Jam kerja 08.00–15.00, istirahat 12.00–12.30 (Ramadan)"),
            ("2026-03-06", "Jam kerja 08.00–15.30, istirahat 11.30–12.30 (Ramadan, Jumat)"),
            ("2028-08-17", "Tidak ada jam kerja: Proklamasi Kemerdekaan (perkiraan)"),
        ],
    )
    def test_the_reason_of_the_hours_is_named(self, imbang: Imbang, day: str, line: str) -> None:
        added(imbang, "Rapat", "08.00-09.00")
        assert lines(imbang, day)[1] == line

    def test_a_holiday_has_a_name_in_both_languages(self, imbang: Imbang) -> None:
        added(imbang, "Rapat", "08.00-09.00")
        out = imbang("today", "2026-03-19", lang="en").ok().out
        assert "No working hours: Nyepi, the Day of Silence" in out

    def test_a_script_reads_the_reason_and_the_holiday(self, imbang: Imbang) -> None:
        day = imbang("hari", "2026-03-20", "--json").ok().json
        assert day["working_hours"]["reason"] == "collective_leave"
        assert day["holiday"] == {
            "name": "Cuti bersama Idulfitri",
            "kind": "collective",
            "certainty": "official",
            "basis": "SKB Menag, Menaker, dan MenPANRB 1497/2025, 2/2025, 5/2025",
        }
        fasting = imbang("hari", "2026-03-03", "--json").ok().json
        assert fasting["working_hours"]["reason"] == "ramadan"
        assert (fasting["holiday"], fasting["leave"]) == (None, None)

    def test_a_year_without_its_decree_says_so(self, imbang: Imbang) -> None:
        assert codes(imbang, "2028-06-05") == ["no_collective_leave"]
        assert codes(imbang, "2029-06-05") == ["no_holidays"]
        assert codes(imbang, "2027-06-07") == []

    def test_an_office_of_six_days_works_on_saturday(self, imbang: Imbang) -> None:
        imbang("atur", "hari_kerja", "6").ok()
        added(imbang, "Rapat", "08.00-09.00")
        assert lines(imbang, "2026-11-28")[1] == "Jam kerja 07.30–12.30"
        week = imbang("minggu", "--json").ok().json
        assert sum(day["capacity_minutes"] for day in week["days"]) == 2250

    def test_ramadan_is_set_right_and_its_hours_changed(self, imbang: Imbang) -> None:
        imbang("atur", "ramadan", "2027-02-09/2027-03-10").ok()
        imbang("atur", "jam_ramadan.selasa", "08.30-15.30, 12.00-12.30").ok()
        assert imbang("hari", "2027-02-08", "--json").json["working_hours"]["reason"] == "regular"
        tuesday = imbang("hari", "2027-02-09", "--json").ok().json["working_hours"]
        assert (tuesday["minutes"], tuesday["reason"]) == (390, "ramadan")
        assert tuesday["start"].startswith("2027-02-09T08:30")

    @pytest.mark.parametrize(
        "value", ["2027-02-09", "2027-03-10/2027-02-09", "x", "2027-02-01/03-09"]
    )
    def test_a_ramadan_that_cannot_be_is_refused(self, imbang: Imbang, value: str) -> None:
        assert "2027-02-08/2027-03-09" in imbang.refused(2, "atur", "ramadan", value).err
