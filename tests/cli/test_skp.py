"""`imbang skp`, `imbang indikator`: writing down, measuring, listing and archiving targets."""

from typing import Any

import pytest

from tests.in_process import Imbang

MEASURE = ("--indikator", "Jumlah laporan", "--target", "12", "--satuan", "laporan")


def titles(imbang: Imbang, *options: str) -> list[str]:
    return [each["title"] for each in imbang("skp", *options, "--json").ok().json["targets"]]


def target(imbang: Imbang, number: int = 1) -> dict[str, Any]:
    return dict(imbang("skp", "lihat", number, "--json").ok().json["target"])


def test_a_target_is_written_down_for_this_year(imbang: Imbang) -> None:
    result = imbang("skp", "tambah", "Laporan triwulan tepat waktu")
    assert result.ok().out.splitlines() == [
        "SKP dicatat.",
        "1  Laporan triwulan tepat waktu  2026",
    ]
    document = imbang("skp", "--json").ok().json["targets"][0]
    assert document.pop("uid")
    assert document == {
        "number": 1,
        "title": "Laporan triwulan tepat waktu",
        "year": 2026,
        "period": "2026",
        "from": "2026-01-01",
        "to": "2027-01-01",
        "archived": False,
        "indicators": [],
    }


def test_a_target_is_written_down_with_its_indicator(imbang: Imbang) -> None:
    out = imbang("skp", "tambah", "Menyusun laporan", *MEASURE).ok().out
    assert "kuantitas  Jumlah laporan  belum ada, target 12 laporan" in out
    (indicator,) = target(imbang)["indicators"]
    assert indicator.pop("uid")
    assert indicator == {
        "number": 1,
        "target": 1,
        "aspect": "quantity",
        "name": "Jumlah laporan",
        "amount": 12,
        "unit": "laporan",
        "realised": None,
        "entries": 0,
        "percent": None,
    }


@pytest.mark.parametrize(
    ("period", "code", "shown"),
    [
        ("2026-TW1", "2026-Q1", "TW1 2026"),
        ("2026-03", "2026-03", "Maret 2026"),
        ("2025", "2025", "2025"),
    ],
)
def test_a_target_can_be_of_a_year_a_quarter_or_a_month(
    imbang: Imbang, period: str, code: str, shown: str
) -> None:
    assert shown in imbang("skp", "tambah", "A", "--periode", period).ok().out
    assert target(imbang)["period"] == code


def test_the_year_is_that_of_the_place_where_the_person_is(imbang: Imbang) -> None:
    new_year = {"now": "2026-12-31T23:30:00+00:00"}
    assert imbang("skp", "tambah", "A", "--json", **new_year).ok().json["target"]["year"] == 2027


@pytest.mark.parametrize(
    ("options", "missing"),
    [
        (("--indikator", "Jumlah"), "--target dan --satuan"),
        (("--target", "12"), "--indikator dan --satuan"),
        (("--target", "12 laporan"), "--indikator"),
        (("--aspek", "waktu"), "--indikator, --target dan --satuan"),
    ],
)
def test_half_an_indicator_is_refused_with_what_is_missing(
    imbang: Imbang, options: tuple[str, ...], missing: str
) -> None:
    result = imbang.refused(2, "skp", "tambah", "A", *options)
    assert result.err == f"Indikator belum lengkap. Sebutkan juga {missing}.\n"


def test_a_target_of_nothing_and_two_units_are_refused(imbang: Imbang) -> None:
    call = ("skp", "tambah", "A", "--indikator", "B", "--satuan", "laporan", "--target")
    assert imbang.refused(2, *call, "0", "--json").error["code"] == "target_not_positive"
    assert imbang.refused(2, *call, "3 berkas", "--json").error["code"] == "other_unit"
    assert imbang(*call, "3 Laporan").ok()


def test_a_target_is_changed(imbang: Imbang) -> None:
    imbang("skp", "tambah", "Lama", *MEASURE).ok()
    imbang("skp", "ubah", 1, "--judul", "Baru", "--periode", "2027-TW2").ok()
    changed = target(imbang)
    assert (changed["title"], changed["period"]) == ("Baru", "2027-Q2")
    assert len(changed["indicators"]) == 1
    assert imbang.refused(2, "skp", "ubah", 1, "--json").error["code"] == "nothing_to_change"


def test_an_archived_target_leaves_the_list_and_can_come_back(imbang: Imbang) -> None:
    imbang("skp", "tambah", "Satu").ok()
    imbang("skp", "tambah", "Dua").ok()
    assert imbang("skp", "arsip", 1, "--json").ok().json["target"]["archived"] is True
    assert titles(imbang) == ["Dua"]
    assert titles(imbang, "daftar", "--semua") == ["Satu", "Dua"]
    assert "1 SKP di arsip; tambahkan --semua." in imbang("skp").out
    imbang("skp", "arsip", 1, "--kembalikan").ok()
    assert titles(imbang) == ["Satu", "Dua"]


def test_a_task_keeps_its_archived_target(imbang: Imbang) -> None:
    imbang("skp", "tambah", "Satu").ok()
    imbang("tugas", "tambah", "Susun", "--skp", "1").ok()
    imbang("skp", "arsip", "1").ok()
    assert imbang("tugas", "lihat", "1", "--json").ok().json["task"]["target"] == 1


def test_english_words_do_the_same(imbang: Imbang) -> None:
    measure = ("--indicator", "Reports", "--aspect", "quality", "--amount", "12", "--unit", "pages")
    imbang("target", "add", "One", "--period", "Q1 2026", *measure, lang="en").ok()
    assert "Q1 2026" in imbang("target", "show", "1", lang="en").ok().out
    imbang("target", "archive", "1", lang="en").ok()
    listed = imbang("target", "list", "--all", "--json", lang="en").ok().json["targets"][0]
    assert (listed["archived"], listed["indicators"][0]["aspect"]) == (True, "quality")


def test_an_empty_list_says_how_to_begin(imbang: Imbang) -> None:
    assert "imbang skp tambah" in imbang("skp").ok().out
    assert "imbang indikator tambah" in imbang("indikator").ok().out
    assert titles(imbang) == []
    assert not imbang.home.exists()


class TestIndicators:
    def test_indicators_are_added_listed_changed_and_removed(self, imbang: Imbang) -> None:
        imbang("skp", "tambah", "Menyusun laporan", *MEASURE).ok()
        imbang(
            "indikator", "tambah", 1, "Tepat waktu", "--target", "5 hari", "--aspek", "waktu"
        ).ok()
        assert [one["name"] for one in target(imbang)["indicators"]] == [
            "Jumlah laporan",
            "Tepat waktu",
        ]
        assert " 2  waktu      Tepat waktu     belum ada, target 5 hari" in imbang("indikator").out
        change = ("indikator", "ubah", 2, "--nama", "Terlambat", "--target", "3")
        changed = imbang(*change, "--json").ok().json["indicator"]
        assert (changed["name"], changed["amount"], changed["unit"]) == ("Terlambat", 3, "hari")
        imbang("indikator", "hapus", 2, "--ya").ok()
        assert len(imbang("indikator", "--json").ok().json["indicators"]) == 1

    def test_nothing_is_removed_without_a_yes(self, imbang: Imbang) -> None:
        imbang("skp", "tambah", "A", *MEASURE).ok()
        imbang("tugas", "tambah", "B", "--skp", 1).ok()
        imbang("tugas", "selesai", 1, "--realisasi", 2).ok()
        assert imbang.refused(2, "indikator", "hapus", 1, "--json").error["code"] == "answer_needed"
        asked = imbang("indikator", "hapus", 1, answers=["t"]).ok().err
        assert "Hapus indikator 1 'Jumlah laporan'? 1 realisasi kehilangan satuannya." in asked
        assert len(target(imbang)["indicators"]) == 1
        imbang("indikator", "hapus", 1, answers=["y"]).ok()
        assert imbang("tugas", "lihat", 1, "--json").ok().json["task"]["realisation"] == 2

    def test_an_indicator_belongs_to_a_target_that_exists(self, imbang: Imbang) -> None:
        imbang("skp", "tambah", "A").ok()
        call = ("indikator", "tambah", 9, "B", "--target", "1 x", "--json")
        assert imbang.refused(1, *call).error["code"] == "not_found"
        assert imbang.refused(1, "indikator", "hapus", 9, "--ya", "--json").error["code"] == (
            "not_found"
        )

    def test_a_change_asks_for_something(self, imbang: Imbang) -> None:
        imbang("skp", "tambah", "A", *MEASURE).ok()
        result = imbang.refused(2, "indikator", "ubah", 1, "--json")
        assert result.error["code"] == "nothing_to_change"
