"""What `imbang tugas` makes of bad input and of strange titles."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.harness import fingerprint
from tests.in_process import Imbang


def add(imbang: Imbang, title: str, *options: str) -> int:
    """A new task's number."""
    return int(imbang("tugas", "tambah", title, *options, "--json").ok().json["task"]["number"])


# What cannot be a title, and a word of the sentence that says why.
BAD_TITLES = {
    "empty": ("", "kosong"),
    "blank": ("   ", "kosong"),
    "ten thousand characters": ("a" * 10_000, "10000"),
    "an escape sequence": ("merah \x1b[31m", "U+001B"),
    "a bell": ("\a", "U+0007"),
    "a line break": ("satu\ndua", "U+000A"),
    "a direction override": ("abc\u202egnp.exe", "U+202E"),
    "a C1 control": ("\x9b31m", "U+009B"),
    "a lone surrogate": ("\udc80", "U+DC80"),
}


@pytest.mark.parametrize(("title", "said"), BAD_TITLES.values(), ids=BAD_TITLES)
def test_what_cannot_be_a_title_is_refused_and_the_store_untouched(
    imbang: Imbang, title: str, said: str
) -> None:
    add(imbang, "Susun laporan")
    for words in (("tambah", title), ("ubah", 1, "--judul", title), ("pecah", 1, "Satu", title)):
        refused = imbang.refused(2, "tugas", *words)
        assert said in refused.err
        assert "\x1b" not in refused.err
    assert imbang("tugas", "tambah", title, "--json").error["code"] in {
        *("empty_text", "text_too_long", "hidden_characters"),
    }


BAD_CALLS = {
    "a day that is not in the calendar": ("tambah", "A", "--tenggat", "31-02"),
    "an empty date": ("tambah", "A", "--tenggat", ""),
    "a date in no form": ("tambah", "A", "--tenggat", "kapan-kapan"),
    "no minutes": ("tambah", "A", "--estimasi", "0"),
    "negative minutes": ("tambah", "A", "--estimasi", "-5"),
    "negative minutes, glued": ("tambah", "A", "--estimasi=-5m"),
    "a hundred hours": ("tambah", "A", "--estimasi", "100 jam"),
    "a duration in no form": ("tambah", "A", "--estimasi", "sebentar"),
    "a kind that is none": ("tambah", "A", "--jenis", "besar"),
    "two titles": ("tambah", "Susun", "laporan"),
    "no title": ("tambah",),
    "an option without its value": ("tambah", "A", "--tenggat"),
    "an option that is none": ("tambah", "A", "--tengat", "besok"),
    "a value for a switch": ("tambah", "A", "--penting=ya"),
    "a number that is a word": ("lihat", "satu"),
    "nought": ("lihat", "0"),
    "a fraction": ("lihat", "1.5"),
    "digits of another script": ("lihat", "١"),
    "a number beyond any row": ("lihat", "99999999999999999999"),
    "a list of none": ("daftar", "--jumlah", "0"),
    "nothing to change": ("ubah", "1"),
    "two options that exclude each other": ("ubah", "1", "--tenggat", "rabu", "--tanpa-tenggat"),
    "one piece": ("pecah", "1", "Satu"),
    "a day that has gone": ("tunda", "1", "kemarin"),
    "a question without a terminal": ("triase",),
    "another question without a terminal": ("delegasikan", "1"),
    "a command that is none": ("susun",),
}


@pytest.mark.parametrize("words", BAD_CALLS.values(), ids=BAD_CALLS)
def test_what_cannot_be_understood_is_a_fact_and_a_remedy(
    imbang: Imbang, words: tuple[str, ...]
) -> None:
    add(imbang, "Susun laporan")
    refused = imbang.refused(2, "tugas", *words)
    assert len(refused.err.splitlines()) == 1
    assert refused.err.endswith((".\n", "`.\n", ").\n"))
    body = imbang.refused(2, "tugas", *words, "--json").error
    assert body["code"]
    assert body["message"]
    assert body["hint"]


MISSING = {
    "show": ("lihat", "7"),
    "change": ("ubah", "7", "--penting"),
    "complete": ("selesai", "7"),
    "postpone": ("tunda", "7", "besok"),
    "split": ("pecah", "7", "A", "B"),
    "delete": ("hapus", "7", "--ya"),
    "drop": ("singkirkan", "7"),
    "delegate": ("delegasikan", "7", "--ke", "Bu Sari"),
    "ask": ("smart", "7"),
    "serve a target that is not there": ("tambah", "A", "--skp", "7"),
}


@pytest.mark.parametrize("words", MISSING.values(), ids=MISSING)
def test_a_number_that_does_not_exist_is_named(imbang: Imbang, words: tuple[str, ...]) -> None:
    add(imbang, "Susun laporan")
    refused = imbang.refused(1, "tugas", *words)
    assert "nomor 7 tidak ada" in refused.err
    assert imbang("tugas", *words, "--json").error["code"] == "not_found"


VERBATIM = {
    "Rich markup": "[bold red]merah[/] [link=http://x]y[/link] :smile:",
    "an unclosed tag": "[/]",
    "HTML": "<b>tebal</b> &amp;",
    "a formula": '=HYPERLINK("http://x")',
    "a script from right to left": "تقرير 12 العربية",
    "emoji": "Rapat 🚀 👩‍👩‍👧",
    "wide letters": "会議の準備",
    "quotes and a backslash": "'\" \\n {n} %s",
    "combining marks": "e\u0301le\u0300ve",
    "a hard blank from a word processor": "Rapat\u00a0koordinasi",
    "joiners of other scripts": "می\u200cخواهم ක\u200dෂ",
}


@pytest.mark.parametrize("title", VERBATIM.values(), ids=VERBATIM)
def test_a_title_is_shown_as_typed(imbang: Imbang, title: str) -> None:
    number = add(imbang, title)
    for words in (("lihat", number), ("daftar", "--jumlah", 5)):
        assert title in imbang("tugas", *words, columns=200).ok().out
    assert imbang("tugas", "lihat", number, "--json").json["task"]["title"] == title


def test_reading_leaves_the_home_byte_for_byte_as_it_was(imbang: Imbang) -> None:
    add(imbang, "Susun laporan", "--penting")
    before = fingerprint(imbang.home)
    for words in (("daftar",), ("lihat", 1), ("matriks",), ("smart", 1)):
        imbang("tugas", *words).ok()
    assert fingerprint(imbang.home) == before
    assert [path.name for path in imbang.home.iterdir()] == ["keseimbangan.db"]


# One home serves all the examples of a law.
LAW = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)


@LAW
@given(st.text(min_size=1, max_size=60))
def test_any_text_is_kept_exactly_or_refused_in_words(imbang: Imbang, title: str) -> None:
    result = imbang("tugas", "tambah", "--json", "--", title)
    if result.code == 0:
        assert result.json["task"]["title"] == title.strip()
    else:
        assert result.code == 2
        assert result.error["code"] in {"empty_text", "hidden_characters"}


@LAW
@given(st.lists(st.text(max_size=12), max_size=4))
def test_no_words_whatsoever_are_a_bug(imbang: Imbang, words: list[str]) -> None:
    assert imbang("tugas", *words).code in (0, 1, 2)


def test_two_minus_signs_are_no_number(imbang: Imbang) -> None:
    result = imbang.refused(2, "tugas", "lihat", "--json", "--", "--5")
    assert result.error["code"] == "unreadable_number"
