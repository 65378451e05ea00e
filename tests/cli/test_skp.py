"""`imbang skp`: writing down, listing and archiving performance targets."""

import pytest

from tests.in_process import Imbang


def titles(imbang: Imbang, *options: str) -> list[str]:
    return [each["title"] for each in imbang("skp", *options, "--json").ok().json["targets"]]


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
        "archived": False,
    }


def test_a_target_can_be_of_another_year(imbang: Imbang) -> None:
    document = imbang("skp", "tambah", "Arsip lama", "--tahun", "2025", "--json").ok().json
    assert document["target"]["year"] == 2025


def test_the_year_is_that_of_the_place_where_the_person_is(imbang: Imbang) -> None:
    new_year = {"now": "2026-12-31T23:30:00+00:00"}
    assert imbang("skp", "tambah", "A", "--json", **new_year).ok().json["target"]["year"] == 2027


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
    imbang("target", "add", "One", "--year", "2026", lang="en").ok()
    imbang("target", "archive", "1", lang="en").ok()
    assert (
        imbang("target", "list", "--all", "--json", lang="en").ok().json["targets"][0]["archived"]
    )


def test_an_empty_list_says_how_to_begin(imbang: Imbang) -> None:
    assert "imbang skp tambah" in imbang("skp").ok().out
    assert titles(imbang) == []
    assert not imbang.home.exists()


def test_what_is_typed_is_shown_as_typed(imbang: Imbang) -> None:
    imbang("skp", "tambah", "[red]Rapat[/red] 🙂 العربية").ok()
    assert "[red]Rapat[/red] 🙂" in imbang("skp").out


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        (2, ("tambah",)),
        (2, ("tambah", "")),
        (2, ("tambah", "x" * 10_000)),
        (2, ("tambah", "a\x1b[31mb")),
        (2, ("tambah", "x", "--tahun", "26")),
        (2, ("tambah", "x", "--tahun", "-1")),
        (2, ("arsip",)),
        (2, ("arsip", "satu")),
        (2, ("arsip", "0")),
        (1, ("arsip", "99")),
        (2, ("hapus", "1")),
    ],
)
def test_bad_input_is_refused_in_a_sentence_and_changes_nothing(
    imbang: Imbang, code: int, arguments: tuple[str, ...]
) -> None:
    imbang("skp", "tambah", "Satu").ok()
    result = imbang.refused(code, "skp", *arguments)
    assert result.err.rstrip().endswith((".", "`", '"'))
    assert "\x1b" not in result.err
