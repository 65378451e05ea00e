"""A word in the wrong place: which command it belongs to is said."""

from importlib import import_module

import pytest

from keseimbangan.cli.meant import WORDS
from keseimbangan.cli.places import places
from tests.in_process import Imbang

ID = {
    "pulihkan": "`imbang data pulihkan`",
    "restore": "`imbang data pulihkan`",
    "cadangkan": "`imbang data cadangkan`",
    "KUNCI": "`imbang data kunci`",
    "ekspor": "`imbang kalender ekspor` atau `imbang data ekspor`",
    "hapus": "`imbang blok hapus`, `imbang tugas hapus` atau `imbang jurnal hapus`",
    "batal": "`imbang urung`",
    "ulnag": "`imbang ulang`",
}
EN = {
    "restore": "`imbang data restore`",
    "erase": "`imbang data erase`",
    "export": "`imbang calendar export` or `imbang data export`",
    "cancel": "`imbang undo`",
}


@pytest.mark.parametrize(("word", "meant"), ID.items(), ids=ID)
def test_a_command_of_a_group_is_named_whole(imbang: Imbang, word: str, meant: str) -> None:
    assert f"Mungkin maksud Anda {meant}." in imbang.refused(2, word).err


@pytest.mark.parametrize(("word", "meant"), EN.items(), ids=EN)
def test_so_it_is_in_english(imbang: Imbang, word: str, meant: str) -> None:
    assert f"Perhaps you meant {meant}." in imbang.refused(2, word, lang="en").err


def test_a_word_that_is_like_no_other_leads_to_the_list(imbang: Imbang) -> None:
    assert "Lihat daftarnya dengan `imbang --help`." in imbang.refused(2, "xyzzy").err


@pytest.mark.parametrize(
    ("lang", "call", "remedy"),
    [
        ("id", ("data", "hapus", "semua"), "`imbang data hapus --semua`"),
        ("en", ("data", "erase", "all"), "`imbang data erase --all`"),
    ],
)
def test_erasing_all_is_an_option(
    imbang: Imbang, lang: str, call: tuple[str, ...], remedy: str
) -> None:
    assert remedy in imbang.refused(2, *call, lang=lang).err


@pytest.mark.parametrize(
    ("lang", "call", "remedy"),
    [
        ("id", ("data", "ekspor", "x.json"), "`imbang data ekspor --ke x.json`"),
        ("en", ("data", "export", "x.json"), "`imbang data export --output x.json`"),
        ("id", ("kalender", "ekspor", "x.ics"), "`imbang kalender ekspor --ke x.ics`"),
    ],
)
def test_a_file_to_write_stands_behind_its_option(
    imbang: Imbang, lang: str, call: tuple[str, ...], remedy: str
) -> None:
    assert remedy in imbang.refused(2, *call, lang=lang).err


def test_a_title_without_quotes_is_told_of_them(imbang: Imbang) -> None:
    assert "tanda kutip" in imbang.refused(2, "tugas", "tambah", "Susun", "laporan").err


def test_the_words_are_those_of_the_groups() -> None:
    groups = {
        place.word: getattr(import_module(f"keseimbangan.cli.{place.module}"), "group", None)
        for place in places()
    }
    assert {word: pairs.split() for word, pairs in WORDS.items()} == {
        word: [f"{entry.word}/{entry.english}" for entry in group.entries if not entry.hidden]
        for word, group in groups.items()
        if group is not None
    }
