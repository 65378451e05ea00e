"""Two computers that each go on with what both have."""

import pytest

from tests.cli.exchange_steps import LATER, TUESDAY, counts, imported
from tests.in_process import Imbang


def exchanged(one: Imbang, other: Imbang) -> None:
    """Each brings in what the other had."""
    one("data", "ekspor", "-o", "satu.json", "--timpa", now=LATER).ok()
    other("data", "ekspor", "-o", "dua.json", "--timpa", now=LATER).ok()
    one("data", "impor", "dua.json", now=LATER).ok()
    other("data", "impor", "satu.json", now=LATER).ok()


@pytest.mark.parametrize("first", ["filled", "home"])
def test_what_was_taken_out_of_a_series_stays_out_though_the_other_moved_its_hour(
    first: str, filled: Imbang, home: Imbang
) -> None:
    filled("blok", "tambah", "Senam", "06.00-06.30", "--ulang", "tiap hari").ok()
    exchanged(filled, home)
    home("blok", "hapus", 2, "--pada", "2026-11-26", "--ya", now=TUESDAY).ok()
    home("blok", "ubah", 2, "--pada", "2026-11-25", "--judul", "Yoga", now=TUESDAY).ok()
    filled("blok", "geser", 2, "06.10", "--semua", now=TUESDAY).ok()
    pair = (filled, home) if first == "filled" else (home, filled)
    exchanged(*pair)
    days = {
        day: [
            [(block["title"], block["starts_at"][11:16]) for block in found.json["blocks"]]
            for found in (
                imbang("blok", "daftar", "--hari", f"2026-11-{day}", "--json").ok()
                for imbang in (filled, home)
            )
        ]
        for day in (25, 26, 27)
    }
    assert days == {
        25: [[("Yoga", "06:00")]] * 2,
        26: [[]] * 2,
        27: [[("Senam", "06:10")]] * 2,
    }
    exchanged(*pair)
    assert not imported(filled, "satu.json")["differences"]


def test_a_session_that_runs_there_is_neither_shown_nor_stopped_here(
    filled: Imbang, home: Imbang
) -> None:
    exchanged(filled, home)
    filled("fokus", "mulai", 1, "--latar", now="2026-11-24T09:00:00+07:00").ok()
    home("fokus", "mulai", 1, "--latar", now="2026-11-24T09:05:00+07:00").ok()
    home("fokus", "gangguan", "telepon", now="2026-11-24T09:06:00+07:00").ok()
    home("data", "ekspor", "-o", "rumah.json", now="2026-11-24T09:06:00+07:00").ok()
    now = "2026-11-24T09:07:00+07:00"
    for words in (("--tinjau",), ()):
        found = imported(filled, "rumah.json", *words, now=now)
        assert [(each["title"], each["reason"]) for each in found["skipped"]] == [
            ("Susun laporan", "still_running")
        ]
        assert "focus_sessions" not in counts(found, "new")
    stopped = filled("fokus", "berhenti", "--json", now=now).ok().json["session"]
    assert (stopped["number"], stopped["focused_minutes"]) == (1, 7)
    home("fokus", "berhenti", now="2026-11-24T09:30:00+07:00").ok()
    exchanged(filled, home)
    for imbang in (filled, home):
        sessions = imbang("fokus", "riwayat", "--json", now=LATER).ok().json["sessions"]
        assert sorted(one["focused_minutes"] for one in sessions) == [7, 25]
