"""`imbang lembur`: overtime and its hours."""

from typing import Any

import pytest

from tests.in_process import Imbang


def noted(imbang: Imbang, *call: str) -> dict[str, Any]:
    return dict(imbang("lembur", "tambah", *call, "--json").ok().json["overtime"])


def month(imbang: Imbang, *call: str) -> dict[str, Any]:
    return dict(imbang("lembur", "daftar", *call, "--json").ok().json)


def test_overtime_is_noted_with_its_letter_and_reason(imbang: Imbang) -> None:
    overtime = noted(imbang, "16.00-19.00", "--spkl", "S/1", "--alasan", "Audit")
    assert overtime.pop("uid")
    assert overtime == {
        "number": 1,
        "starts_at": "2026-11-23T16:00:00+07:00",
        "ends_at": "2026-11-23T19:00:00+07:00",
        "zone": "Asia/Jakarta",
        "minutes": 180,
        "counted_minutes": 180,
        "holiday": False,
        "letter": "S/1",
        "reason": "Audit",
    }


def test_a_month_has_its_hours_and_holidays_count_twice(imbang: Imbang) -> None:
    noted(imbang, "16.00-19.00")
    noted(imbang, "08.00-10.00", "--hari", "sabtu")
    noted(imbang, "20.00-20.30")
    noted(imbang, "16.00-18.00", "--hari", "2026-12-01")
    november = month(imbang)
    assert [each["number"] for each in november["overtimes"]] == [1, 3, 2]
    assert (november["minutes"], november["counted_minutes"]) == (330, 420)
    assert (november["from"], november["to"]) == ("2026-11-01", "2026-12-01")
    assert month(imbang, "desember 2026")["minutes"] == 120
    out = imbang("lembur").ok().out
    assert "3 lembur, 5 j 30 m; terhitung 7 j (hari libur dua kali)." in out
    assert "tanpa SPKL" in out
    assert "Tidak ada lembur" in imbang("lembur", "daftar", "2026-10").ok().out


def test_a_holiday_of_ones_own_counts_twice_too(imbang: Imbang) -> None:
    noted(imbang, "16.00-18.00")
    imbang("libur", "tambah", "2026-11-23", "HUT Kota").ok()
    assert month(imbang)["counted_minutes"] == 240


def test_work_in_the_hours_is_said(imbang: Imbang) -> None:
    result = imbang("lembur", "tambah", "15.00-17.00").ok()
    assert "di dalam jam kerja" in result.err
    assert not imbang("lembur", "tambah", "17.00-18.00").ok().err


def test_overtime_is_changed_and_deleted(imbang: Imbang) -> None:
    noted(imbang, "16.00-19.00", "--alasan", "Audit")
    call = ("lembur", "ubah", 1, "--hari", "besok", "--rentang", "20.00-01.00", "--spkl", "S/2")
    changed = imbang(*call, "--json").ok().json["overtime"]
    assert changed["starts_at"] == "2026-11-24T20:00:00+07:00"
    assert changed["ends_at"] == "2026-11-25T01:00:00+07:00"
    assert (changed["letter"], changed["reason"]) == ("S/2", "Audit")
    imbang("lembur", "ubah", 1, "--hari", "hari ini").ok()
    assert month(imbang)["overtimes"][0]["starts_at"] == "2026-11-23T20:00:00+07:00"
    result = imbang("lembur", "hapus", 1, answers=["y"]).ok()
    assert "Hapus lembur 1, Sen 23 Nov 20.00–01.00?" in result.err
    assert month(imbang)["overtimes"] == []


def test_english_words_do_the_same(imbang: Imbang) -> None:
    out = imbang("overtime", "add", "16:00-19:00", "--letter", "S/1", lang="en").ok().out
    assert "Monday, 23 November 2026 16:00–19:00" in out
    assert "3 h" in out


@pytest.mark.parametrize(
    ("code", "call"),
    [
        (1, ("tambah", "18.00-20.00")),
        (1, ("tambah", "14.00-16.30")),
        (2, ("tambah", "19.00-16.00")),
        (2, ("tambah", "16.00")),
        (2, ("tambah", "20.00-21.00", "--hari", "32/11")),
        (2, ("tambah", "20.00-21.00", "--alasan", "")),
        (2, ("ubah", "1")),
        (1, ("ubah", "9", "--spkl", "S")),
        (1, ("ubah", "2", "--hari", "hari ini", "--rentang", "16.00-17.00")),
        (1, ("hapus", "9", "--ya")),
        (2, ("hapus", "1")),
    ],
)
def test_what_cannot_be_changes_nothing(imbang: Imbang, code: int, call: tuple[str, ...]) -> None:
    noted(imbang, "16.00-19.00")
    noted(imbang, "16.00-19.00", "--hari", "besok")
    assert imbang.refused(code, "lembur", *call, "--json").error["hint"]


class TestReference:
    """The private sector's line, for who wants it; never a rule for ASN."""

    def test_nothing_is_said_of_it_unless_it_is_wanted(self, imbang: Imbang) -> None:
        noted(imbang, "16.00-22.00")
        assert month(imbang)["reference"] is None
        assert "swasta" not in imbang("lembur").ok().out + imbang("minggu").ok().out

    def test_days_and_weeks_beyond_it_are_named(self, imbang: Imbang) -> None:
        imbang("atur", "lembur.acuan", "ya").ok()
        imbang("atur", "lembur.sepekan", "8 jam").ok()
        noted(imbang, "16.00-20.00")
        noted(imbang, "16.00-20.30", "--hari", "2026-11-30")
        noted(imbang, "16.00-20.00", "--hari", "2026-12-01")
        found = month(imbang)
        assert found["reference"] == {
            "day_minutes": 240,
            "week_minutes": 480,
            "days_beyond": [{"date": "2026-11-30", "minutes": 270}],
            # A week counts as a whole, also where it goes on in the next month.
            "weeks_beyond": [{"date": "2026-11-30", "minutes": 510}],
        }
        out = imbang("lembur", columns=100).ok().out
        assert "Acuan sektor swasta (bukan aturan ASN): 4 j sehari, 8 j sepekan." in out
        assert "! Sen 30 Nov: lembur 4 j 30 m" in out
        assert "! Pekan 30 November – 6 Desember 2026: lembur 8 j 30 m" in out

    def test_a_week_shows_it_where_there_was_overtime(self, imbang: Imbang) -> None:
        imbang("atur", "lembur.acuan", "ya").ok()
        noted(imbang, "16.00-22.00")
        out = imbang("minggu", columns=100).ok().out
        assert "Lembur 6 j." in out
        assert "! Sen 23 Nov: lembur 6 j" in out
        assert "swasta" not in imbang("minggu", "minggu depan").ok().out
