"""`imbang cuti`: leave noted, counted in working days, and what is left."""

from typing import Any

import pytest

from tests.in_process import Imbang


def added(imbang: Imbang, *call: str) -> dict[str, Any]:
    return dict(imbang("cuti", "tambah", *call, "--json").ok().json["leave"])


def balance(imbang: Imbang, *call: str | int) -> dict[str, Any]:
    return dict(imbang("cuti", "sisa", *call, "--json").ok().json["balance"])


class TestAdd:
    """Noting leave."""

    def test_a_span_counts_its_working_days(self, imbang: Imbang) -> None:
        leave = added(imbang, "tahunan", "2026-12-21", "2027-01-08", "--surat", "SI/12")
        assert leave.pop("uid")
        assert leave == {
            "number": 1,
            "kind": "annual",
            "first": "2026-12-21",
            "last": "2027-01-08",
            "half": None,
            "letter": "SI/12",
            "note": None,
            "working_days": 11,
            "by_year": {"2026": 7, "2027": 4},
        }

    def test_the_day_is_off_and_says_why(self, imbang: Imbang) -> None:
        added(imbang, "alasan-penting", "besok")
        day = imbang("hari", "besok", "--json").ok().json
        assert (day["working_hours"]["reason"], day["capacity_minutes"]) == ("leave", 0)
        assert day["leave"] == {"kind": "important", "half": None}
        assert "Tidak ada jam kerja: cuti alasan penting" in imbang("hari", "besok").ok().out
        english = imbang("today", "tomorrow", lang="en").ok().out
        assert "important-reason leave" in english

    def test_half_a_day_leaves_the_other(self, imbang: Imbang) -> None:
        assert added(imbang, "sakit", "besok", "--setengah", "pagi")["working_days"] == 0.5
        out = imbang("hari", "besok").ok().out
        assert "Jam kerja 13.00–16.00 (cuti sakit, pagi)" in out
        added(imbang, "sakit", "besok", "--setengah", "siang")
        assert imbang("hari", "besok", "--json").ok().json["capacity_minutes"] == 0

    def test_english_words_do_the_same(self, imbang: Imbang) -> None:
        call = ("leave", "add", "maternity", "2026-12-01", "2027-02-28", "--letter", "S/1")
        out = imbang(*call, lang="en").ok().out
        assert "maternity leave, 1 December 2026 – 28 February 2027" in out

    def test_the_agency_has_kinds_of_its_own(self, imbang: Imbang) -> None:
        imbang("atur", "cuti.tambahan", "pemulihan 10, hari sehat").ok()
        assert added(imbang, "Pemulihan", "besok")["kind"] == "pemulihan"
        assert added(imbang, "hari sehat", "lusa")["kind"] == "hari sehat"
        others = {each["kind"]: each for each in balance(imbang)["others"]}
        assert (others["pemulihan"]["used"], others["pemulihan"]["quota"]) == (1, 10)

    def test_taking_more_than_there_is_is_noted_and_said(self, imbang: Imbang) -> None:
        result = imbang("cuti", "tambah", "tahunan", "2026-11-24", "2026-12-11").ok()
        assert "melebihi hak Anda 2 hari" in result.err
        assert balance(imbang)["remaining"] == -2

    def test_leave_over_new_year_takes_from_both_quotas(self, imbang: Imbang) -> None:
        leave = added(imbang, "tahunan", "2026-12-28", "2027-01-08")
        # New Year's Day and 5 January are holidays.
        assert leave["by_year"] == {"2026": 4, "2027": 4}
        assert [balance(imbang, year)["used"] for year in (2026, 2027)] == [4, 4]
        # A holiday that is decreed later gives its day back to its own year.
        imbang("libur", "tambah", "2026-12-29", "HUT Kota").ok()
        assert [balance(imbang, year)["used"] for year in (2026, 2027)] == [3, 4]
        assert all("28 Desember 2026" in imbang("cuti", y).ok().out for y in (2026, 2027))
        refused = imbang.refused(1, "cuti", "tambah", "sakit", "2027-01-08", "2027-01-11")
        assert "nomor 1" in refused.err

    @pytest.mark.parametrize(
        ("kind", "last", "said"),
        [("melahirkan", "2027-02-28", False), ("melahirkan", "2027-03-01", True)],
    )
    def test_leave_that_lasts_longer_than_its_kind_is_noted_and_said(
        self, imbang: Imbang, kind: str, last: str, said: bool
    ) -> None:
        err = imbang("cuti", "tambah", kind, "2026-12-01", last).ok().err
        assert err == ("Cuti melahirkan paling lama 3 bulan.\n" if said else "")


class TestRefused:
    """What cannot be leave."""

    @pytest.mark.parametrize(
        ("code", "said", "call"),
        [
            (1, "no_working_day", ("tahunan", "2026-12-24", "2026-12-27")),
            (1, "no_working_day", ("tahunan", "sabtu", "--setengah", "pagi")),
            (1, "leave_overlap", ("sakit", "2026-11-20", "2026-11-30")),
            (1, "leave_overlap", ("sakit", "2026-11-30", "--setengah", "pagi")),
            (2, "backward_dates", ("tahunan", "2026-12-02", "2026-12-01")),
            (2, "half_of_many_days", ("tahunan", "besok", "lusa", "--setengah", "pagi")),
            (2, "leave_too_long", ("sakit", "2026-12-01", "2062-12-01")),
            (2, "unknown_word", ("liburan", "besok")),
            (2, "unreadable_date", ("tahunan", "32/12")),
            (2, "hidden_characters", ("tahunan", "besok", "--surat", "a\x07")),
        ],
    )
    def test_it_is_said_and_nothing_changes(
        self, imbang: Imbang, code: int, said: str, call: tuple[str, ...]
    ) -> None:
        added(imbang, "tahunan", "2026-11-30")
        error = imbang.refused(code, "cuti", "tambah", *call, "--json").error
        assert error["code"] == said
        assert error["hint"]

    def test_a_pppk_has_fewer_kinds(self, imbang: Imbang) -> None:
        imbang("atur", "pegawai.status", "PPPK").ok()
        error = imbang("cuti", "tambah", "besar", "besok", "--json").error
        assert error["code"] == "leave_not_for_status"
        assert "besar" not in imbang("cuti", "tambah", "x", "besok", "--json").error["hint"]
        added(imbang, "melahirkan", "besok")

    def test_some_leave_waits_for_years_of_service(self, imbang: Imbang) -> None:
        imbang("atur", "pegawai.sejak", "2024-01-01").ok()
        error = imbang("cuti", "tambah", "besar", "besok", "--json").error
        assert error["code"] == "too_few_years"
        added(imbang, "tahunan", "besok")


class TestChange:
    """Changing and deleting."""

    def test_leave_is_changed(self, imbang: Imbang) -> None:
        added(imbang, "tahunan", "besok", "--setengah", "pagi")
        call = ("cuti", "ubah", 1, "--jenis", "sakit", "--sehari-penuh", "--mulai", "lusa")
        leave = imbang(*call, "--json").ok().json["leave"]
        assert (leave["kind"], leave["half"]) == ("sick", None)
        assert (leave["first"], leave["last"]) == ("2026-11-25", "2026-11-25")
        imbang("cuti", "ubah", 1, "--selesai", "2026-11-27").ok()
        assert balance(imbang)["others"][0]["used"] == 3

    @pytest.mark.parametrize(
        ("code", "call"),
        [
            (2, ("ubah", "1")),
            (1, ("ubah", "9", "--surat", "S")),
            (2, ("ubah", "1", "--selesai", "2026-11-01")),
            (1, ("ubah", "1", "--mulai", "2026-11-30")),
            (2, ("ubah", "1", "--setengah", "pagi", "--sehari-penuh")),
            (1, ("hapus", "9", "--ya")),
            (2, ("hapus", "1")),
        ],
    )
    def test_what_cannot_be_changes_nothing(
        self, imbang: Imbang, code: int, call: tuple[str, ...]
    ) -> None:
        added(imbang, "tahunan", "besok")
        added(imbang, "tahunan", "2026-11-30")
        imbang.refused(code, "cuti", *call)

    def test_deleted_leave_gives_its_days_back(self, imbang: Imbang) -> None:
        added(imbang, "tahunan", "besok")
        assert balance(imbang)["remaining"] == 11
        result = imbang("cuti", "hapus", 1, answers=["y"]).ok()
        assert "Hapus cuti 1, cuti tahunan, 24 November 2026?" in result.err
        assert balance(imbang)["remaining"] == 12


class TestBalance:
    """What is left, and how it came to be so."""

    def test_a_year_without_leave_has_twelve_days(self, imbang: Imbang) -> None:
        assert balance(imbang) == {
            "year": 2026,
            "quota": 12,
            "carried": 0,
            "most": 18,
            "used": 0,
            "upcoming": 0,
            "remaining": 12,
            "records_since": 2026,
            "others": [],
        }

    def test_what_a_year_leaves_goes_over(self, imbang: Imbang) -> None:
        added(imbang, "tahunan", "2026-12-21", "2027-01-08")
        next_year = balance(imbang, 2027)
        assert (next_year["carried"], next_year["remaining"]) == (5, 13)
        out = imbang("cuti", "sisa", 2027).ok().out
        assert "Sisa cuti tahunan 2027: 13 hari kerja" in out
        assert "Paling banyak 18 hari dengan tahun ini." in out

    def test_two_years_untouched_bring_twelve(self, imbang: Imbang) -> None:
        imbang("atur", "cuti.sejak", "2024").ok()
        assert (balance(imbang)["carried"], balance(imbang)["most"]) == (12, 24)
        assert "Dua tahun tidak diambil" in imbang("cuti", "sisa").ok().out

    def test_what_was_brought_from_before_is_set(self, imbang: Imbang) -> None:
        imbang("atur", "cuti.sejak", "2026").ok()
        imbang("atur", "cuti.bawaan", "4").ok()
        assert balance(imbang)["remaining"] == 16

    def test_a_holiday_declared_later_gives_a_day_back(self, imbang: Imbang) -> None:
        added(imbang, "tahunan", "2026-11-24", "2026-11-25")
        imbang("libur", "tambah", "2026-11-24", "HUT Kota").ok()
        assert balance(imbang)["used"] == 1

    def test_the_list_shows_a_year(self, imbang: Imbang) -> None:
        added(imbang, "tahunan", "2026-12-21", "2027-01-08", "--surat", "SI/12")
        lines = imbang("cuti").ok().out.splitlines()
        assert lines[1] == " 1 21 Desember 2026 – 8 Januari 2027 tahunan    7 SI/12"
        assert imbang("cuti", 2027, "--json").ok().json["leaves"][0]["working_days"] == 11
        assert "Belum ada cuti 2028" in imbang("cuti", 2028).ok().out
