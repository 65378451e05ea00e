"""`imbang libur`: the list of a year, and knowing better than it."""

from pathlib import Path
from typing import Any

import pytest

from tests.in_process import Imbang

SKB = "SKB Menag, Menaker, dan MenPANRB 1497/2025, 2/2025, 5/2025"


def year(imbang: Imbang, number: int = 2026) -> dict[str, Any]:
    return dict(imbang("libur", "daftar", number, "--json").ok().json)


def reason(imbang: Imbang, day: str) -> str:
    return str(imbang("hari", day, "--json").ok().json["working_hours"]["reason"])


def listed(imbang: Imbang, day: str) -> dict[str, Any]:
    (found,) = (each for each in year(imbang)["holidays"] if each["date"] == day)
    return dict(found)


class TestList:
    """A year as the program knows it."""

    def test_the_year_has_its_days_and_what_they_leave(self, imbang: Imbang) -> None:
        document = year(imbang)
        assert len(document["holidays"]) == 25
        assert (document["working_days"], document["working_minutes"] // 60) == (240, 1781)
        assert document["collective_leave_known"]
        assert "240 hari kerja, 1781 j." in imbang("libur").ok().out
        assert "242 hari kerja, 1795 j." in imbang("libur", "2027").ok().out

    def test_a_row_says_its_kind_and_decree(self, imbang: Imbang) -> None:
        assert listed(imbang, "2026-03-20") == {
            "number": None,
            "uid": None,
            "date": "2026-03-20",
            "name": "Cuti bersama Idulfitri",
            "kind": "collective",
            "certainty": "official",
            "basis": SKB,
            "cancelled": False,
        }
        assert f"Dasar: {SKB}" in imbang("libur", columns=100).ok().out

    def test_estimates_are_marked_and_what_is_unknown_is_said(self, imbang: Imbang) -> None:
        out = imbang("libur", 2028).ok().out
        assert "~ perkiraan, menunggu SKB" in out
        assert "Cuti bersama 2028 belum diketahui." in out
        assert "Hari libur 2040 belum diketahui." in imbang("libur", 2040).ok().out
        assert not year(imbang, 2040)["holidays_known"]

    def test_the_list_speaks_english(self, imbang: Imbang) -> None:
        out = imbang("holiday", lang="en", columns=100).ok().out
        assert "Nyepi, the Day of Silence" in out
        assert "240 working days, 1781 h." in out

    @pytest.mark.parametrize("wrong", ["1999", "20261", "-1", "dua"])
    def test_a_year_that_cannot_be_is_refused(self, imbang: Imbang, wrong: str) -> None:
        imbang.refused(2, "libur", "daftar", wrong)


class TestChange:
    """One's own days."""

    def test_a_day_of_ones_own_is_off(self, imbang: Imbang) -> None:
        call = ("libur", "tambah", "24/11", "HUT Kota", "--jenis", "daerah", "--dasar", "SE 5/2026")
        holiday = imbang(*call, "--json").ok().json["holiday"]
        assert holiday.pop("uid")
        assert holiday == {
            "number": 1,
            "date": "2026-11-24",
            "name": "HUT Kota",
            "kind": "regional",
            "certainty": "official",
            "basis": "SE 5/2026",
            "cancelled": False,
        }
        assert reason(imbang, "2026-11-24") == "holiday"
        assert "✎ Sel 24 Nov HUT Kota" in imbang("libur").ok().out
        assert year(imbang)["working_days"] == 239

    def test_collective_leave_of_ones_own_makes_a_year_complete(self, imbang: Imbang) -> None:
        imbang("libur", "tambah", "2028-03-27", "Nyepi", "--jenis", "cuti-bersama").ok()
        assert year(imbang, 2028)["collective_leave_known"]
        assert imbang("hari", "2028-06-06", "--json").ok().json["warnings"] == []
        assert reason(imbang, "2028-03-27") == "collective_leave"

    def test_a_known_holiday_is_not_noted_twice(self, imbang: Imbang) -> None:
        imbang("libur", "tambah", "2026-11-24", "HUT Kota").ok()
        result = imbang.refused(1, "libur", "tambah", "2026-12-25", "Natal")
        assert "imbang libur ubah 2026-12-25" in result.err

    def test_a_known_holiday_is_changed(self, imbang: Imbang) -> None:
        imbang("libur", "ubah", "2026-12-24", "--nama", "Natal", "--jenis", "instansi").ok()
        changed = listed(imbang, "2026-12-24")
        assert (changed["name"], changed["kind"], changed["basis"]) == ("Natal", "agency", SKB)
        assert len(year(imbang)["holidays"]) == 25

    def test_a_holiday_is_moved(self, imbang: Imbang) -> None:
        imbang("libur", "ubah", "2026-12-24", "--tanggal", "2026-12-28").ok()
        assert (reason(imbang, "2026-12-24"), reason(imbang, "2026-12-28")) == (
            "regular",
            "collective_leave",
        )
        assert listed(imbang, "2026-12-24")["cancelled"]
        imbang("libur", "ubah", "2026-12-28", "--tanggal", "2026-12-29").ok()
        assert "2026-12-28" not in [each["date"] for each in year(imbang)["holidays"]]

    def test_a_holiday_is_not_moved_onto_another(self, imbang: Imbang) -> None:
        imbang("libur", "tambah", "2026-11-24", "HUT Kota").ok()
        imbang.refused(1, "libur", "ubah", "2026-11-24", "--tanggal", "2026-12-25")
        assert reason(imbang, "2026-11-24") == "holiday"

    def test_a_known_holiday_is_cancelled_and_taken_up_again(self, imbang: Imbang) -> None:
        gone = imbang("libur", "hapus", "2026-12-24", "--ya", "--json").ok().json["holiday"]
        assert gone["cancelled"]
        assert reason(imbang, "2026-12-24") == "regular"
        assert "×" in imbang("libur").ok().out
        imbang.refused(1, "libur", "hapus", "2026-12-24", "--ya")
        imbang("libur", "tambah", "2026-12-24", "Cuti bersama", "--jenis", "cuti-bersama").ok()
        assert reason(imbang, "2026-12-24") == "collective_leave"

    def test_ones_own_is_deleted(self, imbang: Imbang) -> None:
        imbang("libur", "tambah", "2026-11-24", "HUT Kota").ok()
        imbang("libur", "hapus", "2026-11-24", "--ya").ok()
        assert reason(imbang, "2026-11-24") == "regular"
        assert year(imbang)["working_days"] == 240

    def test_nothing_is_deleted_without_a_yes(self, imbang: Imbang) -> None:
        imbang("libur", "tambah", "2026-11-24", "HUT Kota").ok()
        result = imbang("libur", "hapus", "2026-11-24", answers=["t"])
        assert "Hapus hari libur 'HUT Kota', Selasa, 24 November 2026?" in result.ok().err
        imbang.refused(2, "libur", "hapus", "2026-11-24")
        assert reason(imbang, "2026-11-24") == "holiday"

    @pytest.mark.parametrize(
        ("code", "call"),
        [
            (1, ("ubah", "2026-11-23", "--nama", "X")),
            (2, ("ubah", "2026-12-25")),
            (1, ("hapus", "2026-11-23", "--ya")),
            (2, ("tambah", "32/11", "X")),
            (2, ("tambah", "24/11", " ")),
            (2, ("tambah", "24/11", "a\x1b[31m")),
            (2, ("tambah", "24/11", "X", "--jenis", "pribadi")),
        ],
    )
    def test_what_cannot_be_changes_nothing(
        self, imbang: Imbang, code: int, call: tuple[str, ...]
    ) -> None:
        imbang("libur", "tambah", "2026-11-30", "HUT Kota").ok()
        result = imbang.refused(code, "libur", *call, "--json")
        assert result.error["hint"]


class TestImport:
    """A file of holidays, all of it or nothing."""

    def test_a_csv_is_taken(self, imbang: Imbang, cwd: Path) -> None:
        text = (
            "tanggal;nama;jenis;dasar\n2028-03-27;Cuti bersama Nyepi;cuti-bersama;SKB 2028\n"
            "# pindah\n2028-12-26;Cuti bersama Natal;cuti-bersama;\n"
        )
        (cwd / "libur.csv").write_text(text, encoding="utf-8-sig")
        out = imbang("libur", "impor", "libur.csv").ok().out
        assert out.startswith("2 hari libur dicatat.")
        assert reason(imbang, "2028-12-26") == "collective_leave"

    def test_a_toml_is_taken(self, imbang: Imbang, cwd: Path) -> None:
        text = (
            '[[libur]]\ntanggal = 2028-01-26\nnama = "Imlek"\n\n'
            '[[libur]]\ntanggal = "27/3/2028"\nnama = "Nyepi"\njenis = "cuti-bersama"\n'
        )
        (cwd / "libur.toml").write_text(text, encoding="utf-8")
        document = imbang("libur", "impor", "libur.toml", "--json").ok().json
        assert [each["date"] for each in document["holidays"]] == ["2028-01-26", "2028-03-27"]
        # What was an estimate is certain now.
        assert "~ Rab 26 Jan" not in imbang("libur", 2028).ok().out

    @pytest.mark.parametrize(
        ("text", "line"),
        [
            ("2028-03-27,Nyepi\n2028-02-30,Hilang\n", 2),
            ("2028-03-27,Nyepi\n2028-03-28,Dua\n2028-03-27,Lagi\n", 3),
            ("tanggal,nama\n27/3,Nyepi\n", 2),
            ("2028-03-27,\n", 1),
            ("2028-03-27,Nyepi,pribadi\n", 1),
            ("2028-03-27,Nyepi,nasional,SKB,lebih\n", 1),
            ('2028-03-27,"Nyepi\n', 1),
            ("besok,Nyepi\n", 1),
        ],
    )
    def test_a_wrong_line_is_named_and_nothing_is_taken(
        self, imbang: Imbang, cwd: Path, text: str, line: int
    ) -> None:
        imbang("libur", "tambah", "2026-11-30", "HUT Kota").ok()
        (cwd / "libur.csv").write_text(text, encoding="utf-8")
        result = imbang.refused(2, "libur", "impor", "libur.csv")
        assert f"libur.csv baris {line}:" in result.err

    @pytest.mark.parametrize(
        ("text", "line"),
        [
            ('[[libur]]\ntanggal = 2028-03-27\nnama = "A"\n[[libur]]\nnama = "B"\n', 4),
            ("[[libur]]\ntanggal = \n", 2),
            (
                'libur = [\n{ tanggal = 2028-03-27, nama = "A" },\n{ tanggal = "x" },\n]',
                3,
            ),
        ],
    )
    def test_a_wrong_table_is_named_by_its_line(
        self, imbang: Imbang, cwd: Path, text: str, line: int
    ) -> None:
        (cwd / "libur.toml").write_text(text, encoding="utf-8")
        assert f"libur.toml baris {line}:" in imbang.refused(2, "libur", "impor", "libur.toml").err

    def test_what_a_person_noted_is_not_overwritten(self, imbang: Imbang, cwd: Path) -> None:
        imbang("libur", "tambah", "2028-03-27", "Nyepi kami").ok()
        (cwd / "libur.csv").write_text("2028-03-28,Satu\n2028-03-27,Dua\n", encoding="utf-8")
        imbang.refused(1, "libur", "impor", "libur.csv")

    @pytest.mark.parametrize("content", [b"", b"\n\n", b"\xff\xfe\x00", b"libur = 5", None])
    def test_a_file_that_holds_none_is_refused(
        self, imbang: Imbang, cwd: Path, content: bytes | None
    ) -> None:
        if content is not None:
            (cwd / "libur.toml").write_bytes(content)
        assert imbang.refused(2, "libur", "impor", "libur.toml", "--json").error["hint"]
