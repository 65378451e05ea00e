"""What the errors around focus sessions say."""

import pytest

from keseimbangan.errors.focus import (
    AlreadyOnBreak,
    AlreadyPaused,
    AlreadyRunning,
    CycleFinished,
    InAnotherTerminal,
    KeepTooLong,
    LeftDangling,
    NothingRunning,
    NotOnBreak,
    NotPaused,
    NotYetComplete,
)
from tests.domain.focus_examples import WIB, after


class TestMessages:
    @pytest.mark.parametrize(
        ("error", "text"),
        [
            (AlreadyRunning(None), "Satu sesi fokus masih berjalan."),
            (AlreadyRunning(3), "Sesi fokus 3 masih berjalan."),
            (AlreadyRunning(3, "Telaah"), "Sesi fokus 3 (Telaah) masih berjalan."),
            (InAnotherTerminal(3), "Sesi fokus 3 berjalan di terminal lain."),
            (
                LeftDangling(3, after(25), WIB, 25, overdue=True),
                "Sesi fokus 3 di latar belum diakhiri: 25 m habis pada "
                "Senin, 23 November 2026, pukul 08.25.",
            ),
            (NothingRunning(), "Tidak ada sesi fokus yang berjalan."),
            (AlreadyPaused(), "Sesi fokus sudah ditahan."),
            (NotPaused(), "Sesi fokus tidak sedang ditahan."),
            (AlreadyOnBreak(), "Jeda sesi fokus ini masih berlangsung."),
            (NotOnBreak(), "Tidak ada jeda yang sedang berlangsung."),
            (NotYetComplete(61), "Sesi fokus ini masih 2 m lagi."),
            (CycleFinished(4), "Siklus ini sudah lengkap: 4 putaran."),
            (KeepTooLong(91, 90), "1 j 31 m lebih lama daripada waktu yang berlalu."),
            (
                LeftDangling(3, after(10), WIB, 10),
                "Sesi fokus 3 terputus: 10 m tercatat sampai Senin, 23 November 2026, pukul 08.10.",
            ),
        ],
    )
    def test_each_error_is_a_fact_with_a_remedy(self, error, text):
        assert error.message() == text
        assert error.hint()
        assert error.exit_code == 1
        assert error.code.startswith("focus_")
