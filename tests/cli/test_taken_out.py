"""An occurrence that the other computer has taken out of a series is told of."""

from tests.cli.exchange_steps import FILE, TUESDAY, imported
from tests.in_process import Imbang


def test_occurrences_that_were_taken_out_elsewhere_are_named(filled: Imbang, home: Imbang) -> None:
    filled("data", "ekspor").ok()
    home("data", "impor", FILE).ok()
    for day in ("2026-12-07", "2026-12-14"):
        filled("blok", "hapus", 1, "--pada", day, "--ya", now=TUESDAY).ok()
    filled("data", "ekspor", "-o", "x.json", now=TUESDAY).ok()
    for words in (("--tinjau",), ()):
        out = home("data", "impor", "x.json", *words, now=TUESDAY).ok().out
        assert "Kejadian yang diambil dari blok berulang" in out
        assert "Blok 1 Apel: Sen 7 Des, Sen 14 Des" in out
    assert home("blok", "daftar", "--hari", "2026-12-07", "--json").ok().json["blocks"] == []
    assert imported(home, "x.json", now=TUESDAY)["taken_out"] == []


def test_those_of_a_series_that_is_new_here_are_not(filled: Imbang, home: Imbang) -> None:
    filled("blok", "hapus", 1, "--pada", "2026-12-07", "--ya").ok()
    filled("data", "ekspor").ok()
    assert imported(home, FILE)["taken_out"] == []


def test_a_program_reads_which_occurrence_of_which_series(filled: Imbang, home: Imbang) -> None:
    filled("data", "ekspor").ok()
    home("data", "impor", FILE).ok()
    filled("blok", "hapus", 1, "--pada", "2026-12-07", "--ya", now=TUESDAY).ok()
    filled("data", "ekspor", "-o", "x.json", now=TUESDAY).ok()
    (one,) = imported(home, "x.json", now=TUESDAY)["taken_out"]
    assert one == {"series": 1, "label": "Apel", "occurrence": "2026-12-07T07:00"}
