"""`imbang hari`: what matters on a day, what it reminds of, and what surrounds it."""

import pytest

from tests.cli.block_steps import added
from tests.cli.day_steps import FRIDAY, codes, lines
from tests.in_process import Imbang


class TestTasks:
    """What matters today, and whom to ask."""

    def test_at_most_five_tasks_are_shown_and_the_rest_is_counted(self, imbang: Imbang) -> None:
        for number in range(7):
            imbang("tugas", "tambah", f"Surat {number}", "--penting").ok()
        imbang("tugas", "tambah", "Darurat", "--penting", "--mendesak").ok()
        shown = lines(imbang)
        start = shown.index("Tugas yang penting hari ini")
        assert "Darurat" in shown[start + 1]
        assert len(shown[start + 1 :]) == 6
        assert shown[-1].strip() == "dan 3 lagi: imbang tugas daftar"
        assert len(imbang("hari", "--json").ok().json["tasks"]) == 5

    def test_another_day_shows_what_is_due_on_it(self, imbang: Imbang) -> None:
        imbang("tugas", "tambah", "Surat", "--penting", "--tenggat", "besok").ok()
        imbang("tugas", "tambah", "Lain", "--penting", "--tenggat", "jumat").ok()
        shown = " ".join(lines(imbang, "besok"))
        assert "Tugas bertenggat hari itu" in shown
        assert "Surat" in shown
        assert "Lain" not in shown

    def test_delegations_are_asked_after_when_their_day_has_come(self, imbang: Imbang) -> None:
        imbang("tugas", "tambah", "Data honor").ok()
        call = ("tugas", "delegasikan", 1, "--ke", "Sari", "--instruksi", "Kumpulkan")
        imbang(*call, "--hasil", "Tabel", "--tindak-lanjut", "besok").ok()
        assert imbang("hari", "--json").ok().json["follow_ups"] == []
        tuesday = "2026-11-24T08:00:00+07:00"
        assert "→ 1 Data honor · Sari" in lines(imbang, now=tuesday)


class TestReminders:
    """What the day reminds of."""

    @pytest.mark.parametrize(
        ("clock", "due"), [("08:00", False), ("12:59", False), ("13:00", True), ("20:00", True)]
    )
    def test_friday_afternoon_reminds_of_the_review(
        self, imbang: Imbang, clock: str, due: bool
    ) -> None:
        added(imbang, "Rapat", "08.00-09.00")
        assert ("review_due" in codes(imbang, now=FRIDAY.format(clock))) is due

    def test_the_reminder_names_the_command(self, imbang: Imbang) -> None:
        added(imbang, "Rapat", "08.00-09.00")
        assert "imbang evaluasi" in " ".join(lines(imbang, now=FRIDAY.format("14:00")))

    def test_only_today_is_reminded(self, imbang: Imbang) -> None:
        added(imbang, "Rapat", "08.00-09.00")
        assert codes(imbang, "jumat") == []
        assert codes(imbang, "kemarin", now=FRIDAY.format("14:00")) == []

    @pytest.mark.parametrize(
        ("now", "due"),
        [
            ("2026-11-30T12:00:00+07:00", False),
            ("2026-11-30T14:00:00+07:00", True),
            ("2026-11-27T14:00:00+07:00", False),
            # October 2026 ends on a Saturday.
            ("2026-10-30T14:00:00+07:00", True),
            ("2026-10-31T14:00:00+07:00", False),
        ],
    )
    def test_the_last_working_afternoon_of_a_month_reminds_of_the_reflection(
        self, imbang: Imbang, now: str, due: bool
    ) -> None:
        added(imbang, "Rapat", "08.00-09.00")
        assert ("reflection_due" in codes(imbang, now=now)) is due


class TestSurroundings:
    """Where one works, and what one is focused on."""

    def test_the_location_is_that_of_the_days_work(self, imbang: Imbang) -> None:
        added(imbang, "Rapat", "08.00-09.00", "--lokasi", "rumah")
        assert lines(imbang)[0] == "Senin, 23 November 2026 · rumah"
        assert imbang("hari", "--json").ok().json["location"] == "home"

    def test_focus_done_and_running_is_told(self, imbang: Imbang) -> None:
        added(imbang, "Rapat", "13.00-14.00")
        imbang("fokus", "mulai", "--latar", "--menit", "25").ok()
        assert "sesi 1 berjalan" in " ".join(lines(imbang, now="2026-11-23T07:40:00+07:00"))
        document = imbang("hari", "--json", now="2026-11-23T07:40:00+07:00").ok().json
        assert document["focus"] == {"completed": 0, "minutes": 10, "running": 1}

    def test_another_language_shows_the_same_day(self, imbang: Imbang) -> None:
        added(imbang, "Review", "08.00-10.00")
        shown = imbang("today", lang="en").ok().out
        assert "Monday, 23 November 2026" in shown
        assert "08:00–10:00" in shown
