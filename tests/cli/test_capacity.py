"""Too much work, said plainly with three ways out: in the day, the week, and as it comes about."""

from tests.cli.block_steps import added
from tests.cli.day_steps import codes, lines
from tests.in_process import Imbang


def warning(imbang: Imbang, code: str, *call: str, **more: str) -> dict[str, object]:
    found = imbang("hari", *call, "--json", **more).ok().json["warnings"]
    (one,) = (each for each in found if each["code"] == code)
    return dict(one)


class TestDay:
    """More than a day holds."""

    def test_the_least_important_block_is_named_with_ready_commands(self, imbang: Imbang) -> None:
        imbang("tugas", "tambah", "Laporan", "--penting", "--mendesak").ok()
        imbang("tugas", "tambah", "Rapikan map").ok()
        added(imbang, "Laporan", "07.30-12.00", "--tugas", 1, "--hari", "besok")
        added(imbang, "Map", "13.00-18.00", "--tugas", 2, "--hari", "besok")
        found = warning(imbang, "overcommitted", "besok")
        assert (found["minutes"], found["blocks"], found["tasks"]) == (120, [2, 1], [])
        assert found["message"] == (
            "Rencana melebihi jam kerja 2 j. Biarkan, pindahkan 'Map' "
            "(imbang blok geser 2 --hari 2026-11-25), serahkan (imbang tugas delegasikan 2), "
            "atau lepaskan (imbang blok lewati 2)."
        )

    def test_an_occurrence_is_named_with_its_date(self, imbang: Imbang) -> None:
        added(imbang, "Telaah", "07.30-17.00", "--ulang", "tiap hari kerja")
        said = " ".join(lines(imbang, "besok"))
        assert "imbang blok geser 1 --hari 2026-11-25 --pada 2026-11-24" in said
        assert "imbang blok lewati 1 --pada 2026-11-24" in said

    def test_the_named_commands_do_what_they_say(self, imbang: Imbang) -> None:
        added(imbang, "Telaah", "07.30-17.00")
        assert "pindahkan 'Telaah' (imbang blok geser 1 --hari besok)" in " ".join(
            lines(imbang, now="2026-11-23T07:00:00+07:00")
        )
        imbang("blok", "geser", 1, "--hari", "besok").ok()
        assert codes(imbang) == []

    def test_what_is_due_today_and_no_longer_fits_is_said(self, imbang: Imbang) -> None:
        imbang("tugas", "tambah", "Nota dinas", "--tenggat", "hari ini", "--estimasi", "3j").ok()
        assert codes(imbang) == []
        afternoon = "2026-11-23T15:00:00+07:00"
        found = warning(imbang, "overcommitted", now=afternoon)
        assert (found["minutes"], found["blocks"], found["tasks"]) == (120, [], [1])
        assert found["message"] == (
            "Waktu untuk tugas yang bertenggat hari ini kurang 2 j. Biarkan, pindahkan "
            "'Nota dinas' (imbang tugas tunda 1 besok), serahkan (imbang tugas delegasikan 1), "
            "atau lepaskan (imbang tugas singkirkan 1)."
        )

    def test_what_was_worked_in_blocks_today_is_not_asked_again(self, imbang: Imbang) -> None:
        imbang("tugas", "tambah", "Nota dinas", "--tenggat", "hari ini", "--estimasi", "3j").ok()
        number = added(imbang, "Nota dinas", "08.00-10.30", "--tugas", 1)
        afternoon = "2026-11-23T15:00:00+07:00"
        imbang("blok", "selesai", number, now=afternoon).ok()
        assert codes(imbang, now=afternoon) == []

    def test_where_nothing_may_move_the_ways_are_said_in_words(self, imbang: Imbang) -> None:
        added(imbang, "Diklat", "07.30-18.00", "--kunci", "--hari", "besok")
        said = str(warning(imbang, "overcommitted", "besok")["message"])
        assert said.endswith("Biarkan, pindahkan ke hari lain, atau delegasikan sebagian.")

    def test_many_overdue_tasks_lead_to_the_step_that_dates_them_anew(self, imbang: Imbang) -> None:
        for number in range(5):
            assert "overdue" not in codes(imbang)
            imbang("tugas", "tambah", f"Surat {number}", "--tenggat", "2026-11-20").ok()
        found = warning(imbang, "overdue")
        assert found["tasks"] == [1, 2, 3, 4, 5]
        assert found["message"] == (
            "5 tugas lewat tenggat. Atur ulang sekaligus: imbang tugas segarkan"
        )
        assert codes(imbang, "besok") == []

    def test_it_speaks_english(self, imbang: Imbang) -> None:
        added(imbang, "Review", "07.30-17.00", "--hari", "besok")
        said = " ".join(imbang("today", "tomorrow", lang="en").ok().out.split())
        assert "The plan exceeds the working hours by 2 h." in said
        assert "imbang block move 1 --day 2026-11-25" in said
        assert "imbang block skip 1" in said


class TestWeek:
    """More than a week holds."""

    def test_its_load_stands_against_its_hours(self, imbang: Imbang) -> None:
        added(imbang, "Telaah", "07.30-12.00")
        assert "Terencana 4 j 30 m dari 37 j 30 m jam kerja pekan itu." in imbang("minggu").ok().out
        document = imbang("minggu", "--json").ok().json
        assert (document["planned_work_minutes"], document["capacity_minutes"]) == (270, 2250)
        assert document["warnings"] == []

    def test_a_day_that_is_too_full_is_named(self, imbang: Imbang) -> None:
        added(imbang, "Telaah", "07.30-17.00", "--hari", "rabu")
        said = " ".join(imbang("minggu").ok().out.split())
        assert "! Rab 25 Nov: Rencana melebihi jam kerja 2 j." in said
        assert "imbang blok geser 1 --hari 2026-11-26" in said
        later = imbang("minggu", now="2026-11-26T08:00:00+07:00").ok().out
        assert "Rencana melebihi" not in later

    def test_due_dates_that_ask_more_than_the_time_before_them_are_said(
        self, imbang: Imbang
    ) -> None:
        imbang("tugas", "tambah", "Laporan", "--tenggat", "besok", "--estimasi", "20j").ok()
        imbang("tugas", "tambah", "Arsip", "--tenggat", "jumat", "--estimasi", "2j").ok()
        (found,) = imbang("minggu", "--json").ok().json["warnings"]
        assert (found["code"], found["minutes"], found["tasks"]) == ("overcommitted", 300, [1])
        said = " ".join(imbang("minggu").ok().out.split())
        assert "bertenggat pekan itu kurang 5 j." in said
        assert "imbang tugas tunda 1 2026-11-25" in said

    def test_a_week_that_has_passed_warns_of_nothing(self, imbang: Imbang) -> None:
        added(imbang, "Telaah", "07.30-18.00", "--hari", "2026-11-18")
        assert "Rencana melebihi" not in imbang("minggu", "2026-W47").ok().out


class TestAsItComesAbout:
    """The change that makes it too much says so at once."""

    def test_a_block_that_fills_the_day_over(self, imbang: Imbang) -> None:
        first = imbang("blok", "tambah", "Telaah", "07.30-15.00").ok()
        assert not first.err
        second = imbang("blok", "tambah", "Arsip", "15.00-17.00").ok()
        assert "Rencana melebihi jam kerja 2 j." in second.err
        assert not imbang("blok", "tambah", "Senam", "17.00-18.00", "--unsur", "pulih").ok().err
        assert not imbang("blok", "tambah", "Baca", "19.00-20.00", "--hari", "sabtu").ok().err

    def test_a_task_that_is_not_urgent_is_not_blamed(self, imbang: Imbang) -> None:
        for title in ("A", "B"):
            imbang("tugas", "tambah", title, "--mendesak", "--estimasi", "30j").ok()
        assert not imbang("tugas", "tambah", "Kelak", "--estimasi", "30j").ok().err
        said = imbang("tugas", "tambah", "C", "--mendesak", "--estimasi", "1j").ok().err
        assert "3 tugas mendesak perlu 61 j" in said
        assert "pindahkan 'C' (imbang tugas tunda 4 2026-11-30)" in said
        assert "Bila diminta lagi" in said

    def test_a_missing_estimate_counts_as_the_setting_says(self, imbang: Imbang) -> None:
        imbang("atur", "ubah", "rencana.taksiran", "2j").ok()
        imbang("tugas", "tambah", "A", "--mendesak", "--estimasi", "40j").ok()
        said = imbang("tugas", "tambah", "B", "--mendesak").ok().err
        assert "2 tugas mendesak perlu 42 j" in said
        assert "(1 tanpa estimasi dihitung 2 j.)" in said
        imbang("atur", "ubah", "rencana.taksiran", "0").ok()
        assert "tanpa estimasi" not in imbang("tugas", "matriks").ok().out

    def test_the_hours_that_are_left_are_those_from_now_on(self, imbang: Imbang) -> None:
        friday = "2026-11-27T14:30:00+07:00"
        for title in ("A", "B"):
            added = imbang("tugas", "tambah", title, "--mendesak", "--estimasi", "90m", now=friday)
        assert "2 tugas mendesak perlu 3 j, sedangkan sisa jam kerja pekan ini 2 j." in added.err

    def test_on_a_weekend_the_hours_are_those_of_the_next_week(self, imbang: Imbang) -> None:
        saturday = "2026-11-28T09:00:00+07:00"
        for title in ("A", "B"):
            words = ("tugas", "tambah", title, "--mendesak", "--estimasi", "15j")
            assert not imbang(*words, now=saturday).ok().err
        said = imbang("tugas", "tambah", "C", "--mendesak", "--estimasi", "10j", now=saturday).err
        assert "3 tugas mendesak perlu 40 j, sedangkan jam kerja pekan depan 37 j 30 m." in said
