"""What was accepted comes out as it was typed, and nothing a person typed steers a terminal."""

import json
import re

import pytest

from tests.in_process import Imbang

TEXTS = {
    "markup": "[red]x[/] [bold",
    "a link": "[link=https://x.invalid]tautan[/link]",
    "an emoji code": ":smile: 100 % {title} %s \\n",
    "right to left": "اجتماع الفريق שלום",
    "a family": "Rapat 👨‍👩‍👧 tim 🏳️‍🌈",
    "marks that combine": "e\u0301 \u0928\u0940 กำ",
    "wide letters": "会议 회의",
    "a very long word": "x" * 200,
    "HTML": "<script>alert(1)</script> & <b>",
    "a formula": "=SUM(A1:A9)",
    "quotes": 'it\'s "a" `b` $(c) ;d',
    "Markdown": "# *a* _b_ | c | [d](e)",
}
READS = (
    *(("hari",), ("minggu",), ("blok",), ("blok", "lihat", "1")),
    *(("tugas",), ("tugas", "lihat", "1"), ("tugas", "matriks"), ("tugas", "smart", "1")),
    *(("jurnal",), ("jurnal", "lihat", "1"), ("jurnal", "cari", "catatan"), ("jurnal", "pola")),
    *(("evaluasi", "--tampil"), ("refleksi", "--tampil"), ("laporan", "--dengan-stres")),
    *(("fokus",), ("fokus", "riwayat"), ("skp",), ("data", "apa")),
    *(("skp", "lihat", "1"), ("skp", "bukti"), ("skp", "harian"), ("indikator",), ("dialog",)),
    *(("skp", "bukti", "--format", "md"), ("skp", "harian", "--format", "md")),
    *(("dialog", "lihat", "1"),),
    *(
        ("laporan", "--format", "md"),
        ("laporan", "--format", "html"),
        ("evaluasi", "--format", "md"),
    ),
)
# The titles of which a screen has no room for more than a part, or none at all.
PLACES = (("blok", "lihat", "1"), ("tugas", "lihat", "1"), ("tugas",), ("skp",), ("blok",))


def fill(imbang: Imbang, text: str) -> None:
    """The text in every place that takes one."""
    measure = ("--indikator", text, "--target", "12", "--satuan", text[:60])
    imbang("skp", "tambah", text, *measure).ok()
    talk = ("dialog", "tambah", text, "--catatan", text, "--kesepakatan", text)
    imbang(*talk).ok()
    task = ("tugas", "tambah", text, "--penting", "--skp", "1", "--tenggat", "besok")
    imbang(*task, "--catatan", text).ok()
    imbang("tugas", "tambah", "Lain").ok()
    imbang("tugas", "delegasikan", "2", "--ke", text, "--instruksi", text, "--hasil", text).ok()
    imbang("blok", "tambah", text, "08.00-09.00", "--tugas", "1", "--catatan", text).ok()
    imbang("blok", "tambah", text, "05.00-06.00", "--skp", "1").ok()
    done = ("blok", "selesai", "2", "--realisasi", "2", "--hasil", text, "--bukti", text)
    imbang(*done).ok()
    imbang("fokus", "mulai", "1", "--latar").ok()
    imbang("fokus", "gangguan", text).ok()
    journal = ("jurnal", "tulis", "--tingkat", "7", "--penyebab", text, "--mengatasi", text)
    imbang(*journal, "--catatan", f"catatan {text}").ok()
    imbang("evaluasi", "--pelajaran", text, "--kemenangan", text, "--prioritas", text).ok()
    imbang("refleksi", "--berhasil", text, "--perbaiki", text, "--kebiasaan", text).ok()


def bare(text: str) -> str:
    """Without blanks, line ends and the rules of a table, which stand where a line is broken."""
    return re.sub(r"[\s│]", "", text)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_what_was_typed_is_shown_as_it_was_typed(imbang: Imbang, text: str) -> None:
    fill(imbang, text)
    for words in PLACES:
        for columns in (60, 100):
            assert bare(text) in bare(imbang(*words, columns=columns).ok().out), words
    assert imbang("tugas", "lihat", "1", "--json").ok().json["task"]["title"] == text
    assert imbang("blok", "lihat", "1", "--json").ok().json["block"]["note"] == text
    assert imbang("jurnal", "lihat", "1", "--json").ok().json["entry"]["main_cause"] == text
    assert imbang("skp", "--json").ok().json["targets"][0]["title"] == text


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_screen_sends_anything_but_letters_to_a_pipe(imbang: Imbang, text: str) -> None:
    fill(imbang, text)
    for words in READS:
        for given in (words, (*words, "--json")):
            out = imbang(*given, columns=60).ok().out
            assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2066-\u2069\u202a-\u202e]", out), (
                given
            )
            assert "<script" not in out or given[-1] != "html"
            if given[-1] == "--json":
                json.loads(out)


@pytest.mark.parametrize("title", ["\u200b", "\u2800\u3164", "\u200d\ufe0f", "\u00ad"])
def test_a_title_that_nobody_can_see_is_empty(imbang: Imbang, title: str) -> None:
    result = imbang.refused(2, "tugas", "tambah", title, "--json")
    assert result.error["code"] == "empty_text"
