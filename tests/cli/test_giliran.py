"""`imbang giliran`: rosters by date, and the hours that follow from them."""

from pathlib import Path
from typing import Any

import pytest

from tests.in_process import Imbang

ROSTER = ("giliran", "tambah", "pagi pagi malam malam libur libur", "2026-11-23", "2026-11-29")


def november(imbang: Imbang) -> dict[str, Any]:
    return dict(imbang("giliran", "daftar", "2026-11", "--json").ok().json)


def names(document: dict[str, Any]) -> list[str]:
    return [each["shift"] for each in document["shifts"]]


def day(imbang: Imbang, date: str) -> dict[str, Any]:
    return dict(imbang("hari", date, "--json").ok().json)


class TestAdd:
    """One day, many days, a pattern."""

    def test_a_pattern_is_laid_on_the_days_of_a_range(self, imbang: Imbang) -> None:
        document = imbang(*ROSTER, "--json").ok().json
        assert names(document) == [*["morning"] * 2, *["night"] * 2, *["off"] * 2, "morning"]
        assert (document["from"], document["to"]) == ("2026-11-23", "2026-11-30")
        assert document["minutes"] == (3 * 7 + 2 * 10) * 60
        assert document == november(imbang) | {"from": "2026-11-23", "to": "2026-11-30"}

    @pytest.mark.parametrize("pattern", ["PPMMLL", "P P M M L L", "p, p, m, m, l, l"])
    def test_first_letters_will_do(self, imbang: Imbang, pattern: str) -> None:
        imbang("giliran", "tambah", pattern, "2026-11-23", "2026-11-29").ok()
        assert names(november(imbang))[:6] == [*["morning"] * 2, *["night"] * 2, *["off"] * 2]

    def test_english_rosters_are_read_in_english(self, imbang: Imbang) -> None:
        call = ("shift", "add", "MNO", "2026-11-23", "2026-11-25")
        assert "3 days: morning 1, night 1, day off 1; 17 h." in imbang(*call, lang="en").ok().out
        assert names(november(imbang)) == ["morning", "night", "off"]

    def test_a_shift_can_have_other_hours_this_time(self, imbang: Imbang) -> None:
        call = ("giliran", "tambah", "pagi", "besok", "--jam", "08.00-20.00, 12.00-13.00", "--json")
        (shift,) = imbang(*call).ok().json["shifts"]
        assert shift.pop("uid")
        assert shift == {
            "number": 1,
            "date": "2026-11-24",
            "shift": "morning",
            "start": "08:00",
            "end": "20:00",
            "break_start": "12:00",
            "break_end": "13:00",
            "overnight": False,
            "minutes": 660,
        }

    def test_shifts_of_the_agencys_own_and_other_usual_hours_are_settings(
        self, imbang: Imbang
    ) -> None:
        imbang("atur", "giliran.lain", "dinas 08.00+24j; tengah 10.00-17.00").ok()
        imbang("atur", "giliran.malam", "22.00-06.00").ok()
        imbang("giliran", "tambah", "dinas malam tengah", "2026-11-23", "2026-11-25").ok()
        found = november(imbang)["shifts"]
        assert [(each["shift"], each["minutes"] // 60) for each in found] == [
            ("dinas", 24),
            ("night", 8),
            ("tengah", 7),
        ]
        # What was noted keeps its hours when the usual ones change.
        imbang("atur", "buang", "giliran.malam").ok()
        assert november(imbang)["shifts"] == found

    def test_a_shift_that_is_not_in_use_is_not_offered(self, imbang: Imbang) -> None:
        imbang("atur", "giliran.siang", "-").ok()
        result = imbang("giliran", "tambah", "siang", "besok", "--json")
        assert (result.code, result.error["code"]) == (2, "unknown_shift")
        assert "pagi, malam, libur;" in result.error["hint"]

    def test_days_that_have_a_shift_are_replaced_only_when_asked(self, imbang: Imbang) -> None:
        imbang(*ROSTER).ok()
        before = november(imbang)
        result = imbang.refused(1, "giliran", "tambah", "siang", "2026-11-24", "2026-11-30")
        assert "6 hari sudah punya giliran; yang pertama Selasa, 24 November 2026, pagi." in (
            result.err
        )
        call = ("giliran", "tambah", "siang", "2026-11-24", "--ganti", "--json")
        (swapped,) = imbang(*call).ok().json["shifts"]
        old = before["shifts"][1]
        assert (swapped["number"], swapped["uid"]) == (old["number"], old["uid"])
        assert names(november(imbang))[:3] == ["morning", "afternoon", "night"]

    @pytest.mark.parametrize(
        "call",
        [
            ("zzz", "besok"),
            ("pagi zzz", "besok"),
            ("PXM", "besok"),
            ("", "besok"),
            ("pagi", "32/11"),
            ("pagi", "2026-11-24", "2026-11-23"),
            ("pagi", "2026-01-01", "2027-01-02"),
            ("pagi malam", "besok", "lusa", "--jam", "08.00-20.00"),
            ("libur", "besok", "--jam", "08.00-20.00"),
            ("pagi", "besok", "--jam", "14.00-07.00"),
            ("pagi", "besok", "--jam", "08.00-16.00, 17.00-18.00"),
        ],
    )
    def test_what_cannot_be_changes_nothing(self, imbang: Imbang, call: tuple[str, ...]) -> None:
        imbang(*ROSTER).ok()
        assert imbang.refused(2, "giliran", "tambah", *call, "--json").error["hint"]


class TestHours:
    """What the day, the week and leave make of it."""

    def test_a_night_is_on_both_days(self, imbang: Imbang) -> None:
        imbang(*ROSTER).ok()
        wednesday, friday = day(imbang, "2026-11-25"), day(imbang, "2026-11-27")
        assert wednesday["shift"] == "night"
        assert wednesday["working_hours"] | {"break_start": None} == {
            "start": "2026-11-25T21:00:00+07:00",
            "end": "2026-11-26T07:00:00+07:00",
            "break_start": None,
            "break_end": None,
            "minutes": 180,
            "reason": "shift",
        }
        assert (friday["capacity_minutes"], friday["working_hours"]["reason"]) == (420, "day_off")
        (gap,) = friday["gaps"]
        assert (gap["starts_at"][11:16], gap["minutes"]) == ("00:00", 420)
        out = imbang("hari", "2026-11-26").ok().out
        assert "Giliran kemarin sampai 07.00 · Jam kerja 21.00–07.00 besok (giliran malam)" in out

    def test_work_through_the_night_lies_inside_the_hours(self, imbang: Imbang) -> None:
        imbang(*ROSTER).ok()
        imbang("blok", "tambah", "Jaga IGD", "21.00-07.00", "--hari", "2026-11-26").ok()
        thursday, friday = day(imbang, "2026-11-26"), day(imbang, "2026-11-27")
        assert thursday["warnings"] == friday["warnings"] == []
        assert (friday["planned_work_minutes"], friday["gaps"]) == (420, [])
        imbang("blok", "tambah", "Serah terima", "07.00-07.30", "--hari", "2026-11-27").ok()
        codes = [each["code"] for each in day(imbang, "2026-11-27")["warnings"]]
        assert codes == ["out_of_hours", "overcommitted"]
        report = imbang("laporan", "2026-11", "--json").ok().json
        assert report["after_hours"]["minutes"] == 0

    def test_the_week_holds_what_falls_on_its_days(self, imbang: Imbang) -> None:
        imbang("giliran", "tambah", "malam", "2026-11-22").ok()
        imbang(*ROSTER).ok()
        week = imbang("minggu", "2026-11-23", "--json").ok().json
        hours = [each["capacity_minutes"] // 60 for each in week["days"]]
        assert hours == [14, 7, 3, 10, 7, 0, 7]
        assert "Rab 25 Nov giliran malam" in imbang("minggu", "2026-11-23").ok().out

    def test_the_last_night_of_a_year_reaches_into_the_next(self, imbang: Imbang) -> None:
        imbang("giliran", "tambah", "malam", "2026-12-31").ok()
        new_year = day(imbang, "2027-01-01")
        assert (new_year["capacity_minutes"], new_year["working_hours"]["reason"]) == (
            420,
            "holiday",
        )

    def test_leave_stands_above_a_shift_and_a_shift_above_a_holiday(self, imbang: Imbang) -> None:
        imbang("giliran", "tambah", "malam libur", "2026-12-25", "2026-12-26").ok()
        assert day(imbang, "2026-12-25")["working_hours"]["reason"] == "shift"
        assert "(Natal)" in imbang("giliran", "daftar", "2026-12", columns=100).ok().out
        leave = imbang("cuti", "tambah", "tahunan", "2026-12-25", "--json").ok().json["leave"]
        assert leave["working_days"] == 1
        assert day(imbang, "2026-12-25")["working_hours"]["reason"] == "leave"
        assert day(imbang, "2026-12-26")["capacity_minutes"] == 0
        assert "cuti tahunan" in imbang("giliran", "daftar", "2026-12").ok().out


class TestDelete:
    """Back to the usual hours."""

    def test_days_without_their_shift_have_the_usual_hours(self, imbang: Imbang) -> None:
        imbang(*ROSTER).ok()
        result = imbang("giliran", "hapus", "2026-11-23", "2026-11-27", answers=["t"])
        assert "Hapus 5 giliran, 23–27 November 2026?" in result.ok().err
        assert len(november(imbang)["shifts"]) == 7
        out = imbang("giliran", "hapus", "2026-11-23", "2026-11-27", "--ya").ok().out
        assert out.startswith("5 giliran dihapus.")
        assert day(imbang, "2026-11-25")["working_hours"]["reason"] == "regular"
        imbang.refused(1, "giliran", "hapus", "2026-11-23", "--ya")
        imbang.refused(2, "giliran", "hapus", "2026-11-28")
        imbang.refused(2, "giliran", "hapus", "2026-11-28", "2026-11-27", "--ya")

    def test_a_month_without_any_says_so(self, imbang: Imbang) -> None:
        assert imbang("giliran").ok().out == "Tidak ada giliran pada 1–30 November 2026.\n"


class TestImport:
    """A roster in a file, all of it or nothing."""

    def test_a_csv_is_taken(self, imbang: Imbang, cwd: Path) -> None:
        text = "Tanggal;Giliran;Jam\n24/11/2026;M;\n2026-11-23;pagi;08.00-20.00\n"
        (cwd / "roster.csv").write_text(text, encoding="utf-8-sig")
        assert imbang("giliran", "impor", "roster.csv").ok().out.startswith("2 giliran dicatat.")
        found = november(imbang)["shifts"]
        assert [(each["shift"], each["end"]) for each in found] == [
            ("morning", "20:00"),
            ("night", "07:00"),
        ]

    def test_a_toml_is_taken_and_a_newer_one_replaces_it(self, imbang: Imbang, cwd: Path) -> None:
        path = cwd / "roster.toml"
        path.write_text('[[giliran]]\ntanggal = 2026-11-23\ngiliran = "malam"\n', "utf-8")
        imbang("giliran", "impor", "roster.toml").ok()
        path.write_text('[[shifts]]\ndate = 2026-11-23\nshift = "libur"\n', "utf-8")
        imbang.refused(1, "giliran", "impor", "roster.toml")
        imbang("giliran", "impor", "roster.toml", "--ganti").ok()
        assert names(november(imbang)) == ["off"]

    @pytest.mark.parametrize(
        ("text", "line"),
        [
            ("2026-11-23,pagi\n2026-11-31,pagi\n", 2),
            ("2026-11-23,pagi\n2026-11-24,malam\n2026-11-23,siang\n", 3),
            ("tanggal,giliran\n23/11,pagi\n", 2),
            ("2026-11-23,\n", 1),
            ("2026-11-23,PM\n", 1),
            ("2026-11-23,pagi,25.00-26.00\n", 1),
            ("2026-11-23,libur,08.00-16.00\n", 1),
            ("2026-11-23,pagi,08.00-16.00,lebih\n", 1),
            ("2026-11-23,pa\x1bgi\n", 1),
        ],
    )
    def test_a_wrong_line_is_named_and_nothing_is_taken(
        self, imbang: Imbang, cwd: Path, text: str, line: int
    ) -> None:
        imbang("giliran", "tambah", "pagi", "2026-11-30").ok()
        (cwd / "roster.csv").write_text(text, encoding="utf-8")
        result = imbang.refused(2, "giliran", "impor", "roster.csv")
        assert f"roster.csv baris {line}:" in result.err

    @pytest.mark.parametrize("content", [b"", b"giliran = 5", None])
    def test_a_file_that_holds_none_is_refused(
        self, imbang: Imbang, cwd: Path, content: bytes | None
    ) -> None:
        if content is not None:
            (cwd / "roster.toml").write_bytes(content)
        assert imbang.refused(2, "giliran", "impor", "roster.toml", "--json").error["hint"]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("giliran.pagi", "10.00-09.00"),
        ("giliran.pagi", "libur"),
        ("giliran.lain", "dinas"),
        ("giliran.lain", "dinas 08.00+24j; dinas 10.00-12.00"),
        ("giliran.lain", "malam 08.00+24j"),
    ],
)
def test_settings_of_shifts_that_cannot_be_are_refused(
    imbang: Imbang, key: str, value: str
) -> None:
    assert imbang.refused(2, "atur", key, value, "--json").error["code"] == "bad_setting"


def test_a_shift_is_written_as_it_is_read(imbang: Imbang) -> None:
    imbang("atur", "giliran.siang", "16.00+10j, 20.00-20.30").ok()
    imbang("atur", "giliran.lain", "dinas 08.00+24j").ok()
    shown = imbang("atur").ok().out
    assert "16.00+10j, 20.00-20.30" in shown
    assert "dinas 08.00+24j" in shown
    found = imbang("atur", "giliran.siang", "--json").ok().json["setting"]["value"]
    assert (found["start"], found["end"]) == ("16:00", "02:00")


def test_a_month_by_name_is_the_nearest_for_a_roster_looks_ahead(imbang: Imbang) -> None:
    imbang("giliran", "tambah", "pagi", "2026-12-01").ok()
    assert names(imbang("giliran", "daftar", "desember", "--json").ok().json) == ["morning"]
    assert imbang("giliran", "daftar", "oktober", "--json").ok().json["from"] == "2026-10-01"
