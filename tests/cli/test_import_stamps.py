"""What a person is told of two versions that were written within a minute, or are not shown."""

from tests.cli.exchange_steps import FILE
from tests.in_process import Imbang

FIRST, NEXT = "2026-11-24T08:00:05+07:00", "2026-11-24T08:00:40+07:00"
THEN = "2026-11-24T08:01:00+07:00"
WHERE = "Isi yang diganti ada dalam cadangan itu. Lihat dengan `imbang urung`, lalu kembali dengan"


def differing(filled: Imbang, home: Imbang) -> None:
    """`x.json`, whose task was changed some seconds after the one of the first computer."""
    filled("data", "ekspor").ok()
    home("data", "impor", FILE).ok()
    filled("tugas", "ubah", 1, "--catatan", "satu", now=FIRST).ok()
    home("tugas", "ubah", 1, "--catatan", "dua", now=NEXT).ok()
    home("data", "ekspor", "-o", "x.json", now=NEXT).ok()


def test_stamps_of_one_minute_have_their_seconds(filled: Imbang, home: Imbang) -> None:
    differing(filled, home)
    out = filled("data", "impor", "x.json", "--tinjau", now=THEN, columns=120).ok().out
    assert "diubah: di sini Sel 24 Nov 08.00.05, di berkas Sel 24 Nov 08.00.40" in out
    english = ("data", "import", "x.json", "--preview")
    out = filled(*english, now=THEN, columns=120, lang="en").ok().out
    assert "08:00:05" in out
    assert "08:00:40" in out


def test_a_deletion_in_the_minute_of_the_change_has_its_seconds(
    filled: Imbang, home: Imbang
) -> None:
    differing(filled, home)
    home("tugas", "hapus", 1, "--ya", now="2026-11-24T08:00:50+07:00").ok()
    home("data", "ekspor", "-o", "x.json", "--timpa", now=THEN).ok()
    out = filled("data", "impor", "x.json", "--tinjau", now=THEN, columns=120).ok().out
    assert "diubah Sel 24 Nov 08.00.05, dihapus Sel 24 Nov 08.00.50" in out


def test_where_what_was_replaced_can_be_seen_is_said_once_it_is_replaced(
    filled: Imbang, home: Imbang
) -> None:
    differing(filled, home)
    words = ("data", "impor", "x.json")
    assert WHERE not in filled(*words, "--tinjau", now=THEN, columns=120).ok().out
    assert WHERE in filled(*words, now=THEN, columns=120).ok().out
    filled("urung", now=THEN).ok()
    assert "satu" in filled("tugas", "lihat", 1, now=THEN).ok().out
    filled("ulang", now=THEN).ok()
    assert "dua" in filled("tugas", "lihat", 1, now=THEN).ok().out


def test_it_is_not_said_where_nothing_was_replaced(filled: Imbang, home: Imbang) -> None:
    home("tugas", "tambah", "Lain").ok()
    home("data", "ekspor", "-o", "x.json").ok()
    assert "yang diganti" not in filled("data", "impor", "x.json").ok().out


def test_a_review_that_differs_names_what_differs(filled: Imbang, home: Imbang) -> None:
    for imbang, learned, now in ((filled, "satu", FIRST), (home, "dua", NEXT)):
        words = ("evaluasi", "--pelajaran", learned, "--kemenangan", "a", "--prioritas", "b")
        imbang(*words, now=now).ok()
    home("data", "ekspor", "-o", "x.json", now=NEXT).ok()
    out = filled("data", "impor", "x.json", "--tinjau", now=THEN, columns=120).ok().out
    assert "pelajaran" in out
    assert "dua" not in out
