"""`imbang kalender ekspor`: what the person reads, and what is refused."""

from datetime import date, timedelta

import pytest

from tests.cli.calendar_examples import (
    WEEK,
    block,
    delete,
    export,
    fill,
    written,
)
from tests.harness import Installed
from tests.in_process import Imbang


class TestWhatThePersonReads:
    def test_the_first_export_says_how_to_import(self, imbang: Imbang) -> None:
        fill(imbang, *WEEK)
        first = " ".join(imbang("kalender", "ekspor").ok().out.split())
        assert "3 blok ditulis ke blok.ics." in first
        assert "Baru 3 · berubah 0 · tetap 0 · hilang 0" in first
        assert "Impor & ekspor" in first
        assert "Impor & ekspor" not in imbang("kalender", "ekspor").ok().out

    def test_every_line_fits_60_columns(self, imbang: Imbang) -> None:
        first, *_rest = fill(imbang, *WEEK)
        imbang("kalender", "ekspor").ok()
        delete(imbang, first)
        out = imbang("kalender", "ekspor", columns=60).ok().out
        assert max(map(len, out.splitlines())) <= 60

    def test_an_empty_week_makes_neither_a_file_nor_a_store(self, imbang: Imbang) -> None:
        result = imbang("kalender", "ekspor").ok()
        assert "Tidak ada blok untuk diekspor pada 23–29 November 2026" in result.out
        assert list(imbang.cwd.iterdir()) == []
        assert not imbang.store.exists()

    def test_a_title_cannot_steer_the_terminal(self, imbang: Imbang) -> None:
        [only] = fill(imbang, block("a", "\x1b[31m[bold]merah"))
        export(imbang)
        delete(imbang, only)
        out = imbang("kalender", "ekspor").ok().out
        assert "␛[31m[bold]merah" in out

    def test_standard_output_has_the_bytes_of_the_file(self, imbang: Imbang) -> None:
        fill(imbang, *WEEK)
        export(imbang)
        result = imbang("kalender", "ekspor", "-o", "-").ok()
        assert result.out.encode() == (imbang.cwd / "blok.ics").read_bytes()
        assert "3 blok ditulis ke keluaran standar." in result.err

    def test_standard_output_has_the_calendar_and_nothing_else(self, installed: Installed) -> None:
        imbang = Imbang(installed.home, installed.cwd)
        fill(imbang, *WEEK)
        export(imbang)
        piped = installed.shell("imbang kalender ekspor -o - > keluar.ics").ok()
        assert (imbang.cwd / "keluar.ics").read_bytes() == (imbang.cwd / "blok.ics").read_bytes()
        assert piped.out == ""
        assert "3 blok ditulis ke keluaran standar." in piped.err

    def test_a_reader_that_leaves_early_is_no_error(self, installed: Installed) -> None:
        imbang = Imbang(installed.home, installed.cwd)
        days = [date(2026, 11, 1) + timedelta(days=number) for number in range(30)]
        fill(imbang, *(block(str(day), "Panjang", day, note="x" * 9_000) for day in days))
        line = "imbang kalender ekspor --bulan november --dengan-catatan -o - | head -1"
        result = installed.shell(f"set +o pipefail; {line}")
        assert (result.code, result.out) == (0, "BEGIN:VCALENDAR\r\n")
        assert "Traceback" not in result.err


class TestRefusals:
    @pytest.mark.parametrize(
        ("options", "code"),
        [
            (("--minggu", "pekan ini", "--bulan", "november"), "options_conflict"),
            (("--bulan", "november", "--dari", "2026-11-23"), "options_conflict"),
            (("--minggu", "pekan ini", "--sampai", "2026-11-23"), "options_conflict"),
            (("-o", "-"), "options_conflict"),
            (("--minggu", "kapan-kapan"), "unreadable_period"),
            (("--bulan", "13"), "unreadable_period"),
            (("--dari", "31-02-2026"), "unreadable_date"),
            (("--dari", "2026-11-24", "--sampai", "2026-11-23"), "backward_dates"),
            (("--dari", "1970-01-01", "--sampai", "2200-12-31"), "span_too_long"),
            (("--unsur", "cinta"), "unknown_word"),
            (("-o", ""), "empty_text"),
            (("-o", "a\x1bb.ics"), "hidden_characters"),
        ],
    )
    def test_wrong_words_are_refused(
        self, imbang: Imbang, options: tuple[str, ...], code: str
    ) -> None:
        fill(imbang, *WEEK)
        result = imbang.refused(2, "kalender", "ekspor", "--json", *options)
        assert result.error["code"] == code
        assert list(imbang.cwd.iterdir()) == []

    @pytest.mark.parametrize(
        ("name", "code"),
        [("ada.txt", "file_not_ours"), (".", "not_a_file"), ("tidak/ada.ics", "no_such_folder")],
    )
    def test_a_place_that_will_not_do_is_refused(
        self, imbang: Imbang, name: str, code: str
    ) -> None:
        fill(imbang, *WEEK)
        (imbang.cwd / "ada.txt").write_text("catatan saya")
        result = imbang.refused(1, "kalender", "ekspor", "--json", "-o", name)
        assert result.error["code"] == code
        assert (imbang.cwd / "ada.txt").read_text() == "catatan saya"

    def test_another_file_is_replaced_when_told(self, imbang: Imbang) -> None:
        fill(imbang, *WEEK)
        (imbang.cwd / "ada.txt").write_text("catatan saya")
        export(imbang, "-o", "ada.txt", "--timpa")
        assert len(written(imbang, "ada.txt")) == 3

    def test_each_refusal_has_a_fact_and_a_remedy(self, imbang: Imbang) -> None:
        fill(imbang, *WEEK)
        (imbang.cwd / "ada.txt").write_text("catatan saya")
        result = imbang.refused(1, "kalender", "ekspor", "-o", "ada.txt")
        assert " ".join(result.err.split()) == (
            "Berkas ada.txt sudah ada dan bukan hasil ekspor kalender ini. "
            "Pilih nama lain dengan -o, atau tambahkan --timpa untuk menggantinya."
        )

    def test_a_block_that_no_calendar_would_take_is_named(self, imbang: Imbang) -> None:
        # No such title can be typed; one may stand in a store that other hands have touched.
        fill(imbang, block("a", "\x07"))
        result = imbang.refused(1, "kalender", "ekspor", "--tanpa-awalan")
        assert "'␇' tidak memenuhi aturan iCalendar (SUMMARY); berkas tidak ditulis." in result.err
        assert list(imbang.cwd.iterdir()) == []

    def test_a_name_too_long_for_the_system_is_refused_in_a_sentence(self, imbang: Imbang) -> None:
        fill(imbang, *WEEK)
        result = imbang.refused(1, "kalender", "ekspor", "-o", "x" * 300)
        assert "namanya terlalu panjang" in " ".join(result.err.split())
