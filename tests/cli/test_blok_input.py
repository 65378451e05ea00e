"""What people type wrongly into `imbang blok`: a sentence with a remedy, and no byte changed."""

import pytest

from tests.cli.block_steps import added, day, kept
from tests.in_process import Imbang

ADD = ("blok", "tambah", "Rapat")
LONG = "x" * 10_000


@pytest.fixture
def number(imbang: Imbang) -> int:
    """A block on Tuesday morning, so that there is a store that could be changed."""
    return added(imbang, "Telaah", "08.00-10.00", "--hari", "besok")


@pytest.mark.parametrize(
    ("call", "fact", "remedy"),
    [
        ((*ADD, "25.00-26.00"), "Rentang '25.00-26.00' tidak dikenali", "08.00-10.00"),
        ((*ADD, "10.00-09.00"), "berakhir sebelum mulai", "22.00-01.00"),
        ((*ADD, "08.00-08.00"), "berakhir sebelum mulai", "Tukar"),
        ((*ADD, ""), "Rentang '' tidak dikenali", "08.00-10.00"),
        ((*ADD, "pagi"), "Rentang 'pagi' tidak dikenali", "08.00-10.00"),
        ((*ADD, "08.00"), "Rentang '08.00' tidak dikenali", "08.00-10.00"),
        ((*ADD, "08.00+0m"), "Lama waktu", "antara"),
        ((*ADD, "08.00+100 jam"), "Lama waktu", "antara"),
        ((*ADD, "08.00+-5m"), "", ""),
        ((*ADD, "08.00-09.00", "--hari", "31-02"), "Tanggal '31-02' tidak dikenali", "TTTT-BB-HH"),
        ((*ADD, "08.00-09.00", "--hari", "32/01"), "tidak dikenali", "TTTT-BB-HH"),
        ((*ADD, "08.00-09.00", "--hari", ""), "Tanggal '' tidak dikenali", "TTTT-BB-HH"),
        ((*ADD, "08.00-09.00", "--unsur", "rapat"), "'rapat'", "kerja"),
        ((*ADD, "08.00-09.00", "--jenis", "kerja"), "'kerja'", "fokus"),
        ((*ADD, "08.00-09.00", "--lokasi", "pasar"), "'pasar'", "kantor"),
        ((*ADD, "08.00-09.00", "--tugas", "0"), "Angka '0'", "mulai dari 1"),
        ((*ADD, "08.00-09.00", "--tugas", "satu"), "Angka 'satu'", "mulai dari 1"),
        ((*ADD, "08.00-09.00", "--ulang", ""), "Pengulangan ''", "tiap senin"),
        ((*ADD, "08.00-09.00", "--ulang", "kadang-kadang"), "'kadang-kadang'", "tiap senin"),
        ((*ADD, "08.00-09.00", "--ulang", "FREQ=SECONDLY"), "FREQ=SECONDLY", "tiap senin"),
        ((*ADD, "08.00-09.00", "--ulang", "tiap senin", "--sampai", "31-02"), "'31-02'", ""),
        (("blok", "tambah", "", "08.00-09.00"), "Judul", ""),
        (("blok", "tambah", "   ", "08.00-09.00"), "Judul", ""),
        (("blok", "tambah", LONG, "08.00-09.00"), "Judul", "200"),
        (("blok", "tambah", "a\nb", "08.00-09.00"), "U+000A", ""),
        (("blok", "tambah", "a\x1b[31mb", "08.00-09.00"), "U+001B", ""),
        (("blok", "tambah", "a\u202eb", "08.00-09.00"), "U+202E", ""),
        (("blok", "tambah", "a\u2066b", "08.00-09.00"), "U+2066", ""),
        ((*ADD, "08.00-09.00", "--catatan", LONG + "x"), "Catatan", "10"),
        ((*ADD, "08.00-09.00", "--catatan", "a\x07b"), "U+0007", ""),
        (("blok", "tambah", "Rapat"), "RENTANG belum diisi", "--help"),
        (("blok", "tambah", "Rapat", "pleno", "08.00-09.00"), "kata yang berlebih", "kutip"),
        (("blok", "lihat", "-5"), "", ""),
        (("blok", "lihat", "0"), "Angka '0'", "mulai dari 1"),
        (("blok", "lihat", "1_0"), "Angka '1_0'", "mulai dari 1"),
        (("blok", "lihat", "9" * 30), "Angka", "mulai dari 1"),
        (("blok", "geser", "1", "+"), "Tujuan '+' tidak dikenali", "+30m"),
        (("blok", "geser", "1", "+0m"), "Lama waktu", "antara"),
        (("blok", "geser", "1", "+100 jam"), "Lama waktu", "antara"),
        (("blok", "geser", "1", "25.00"), "Tujuan '25.00' tidak dikenali", "--lebih-awal"),
        (("blok", "geser", "1", "siang"), "Tujuan 'siang' tidak dikenali", "10.00-11.30"),
        (("blok", "geser", "1", "10.00-09.00"), "berakhir sebelum mulai", "Tukar"),
        (("blok", "geser", "1", "--lebih-awal", "-5"), "", ""),
        (("blok", "geser", "1", "--lebih-awal", "0"), "Lama waktu", "antara"),
        (("blok", "ubah", "1", "--rentang", "10.00-09.00"), "berakhir sebelum mulai", "Tukar"),
        (("blok", "ubah", "1", "--ulang", "sering"), "'sering'", "tiap senin"),
        (("blok", "ubah", "1", "--judul", ""), "Judul", ""),
        (("blok", "selesai", "1", "--nyata", "kemarin"), "'kemarin'", "08.00-10.00"),
        (("blok", "selesai", "1", "--nyata", "10.00-09.00"), "berakhir sebelum mulai", "Tukar"),
        (("blok", "daftar", "--minggu", "2026-W99"), "'2026-W99'", "2026-W47"),
        (("blok", "daftar", "--dari", "besok", "--sampai", "kemarin"), "", ""),
        (("blok", "templat", ""), "Templat ''", "A dan B"),
        (("blok", "tambh", "Rapat", "08.00-09.00"), "tidak ada", "tambah"),
        (("hari", "31-02"), "'31-02'", "TTTT-BB-HH"),
        (("hari", ""), "''", "TTTT-BB-HH"),
        (("minggu", "2026-W99"), "'2026-W99'", "2026-W47"),
        (("minggu", "kapan-kapan"), "'kapan-kapan'", "2026-W47"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, tuple) else "",
)
def test_what_cannot_be_understood_is_said_with_a_remedy(
    imbang: Imbang, number: int, call: tuple[str, ...], fact: str, remedy: str
) -> None:
    refused = imbang.refused(2, *call)
    assert fact in refused.err
    assert remedy in refused.err
    assert refused.err.count("\n") == 1
    error = imbang.refused(2, *call, "--json").error
    assert set(error) == {"code", "message", "hint"}
    assert error["hint"]


@pytest.mark.parametrize(
    "call",
    [
        ("blok", "lihat", "99"),
        ("blok", "ubah", "99", "--judul", "X"),
        ("blok", "geser", "99", "+30m"),
        ("blok", "selesai", "99"),
        ("blok", "lewati", "99"),
        ("blok", "hapus", "99", "--ya"),
    ],
    ids=lambda call: call[1],
)
def test_a_number_that_does_not_exist_is_said(
    imbang: Imbang, number: int, call: tuple[str, ...]
) -> None:
    refused = imbang.refused(1, *call)
    assert "Blok nomor 99 tidak ada." in refused.err
    assert "imbang blok daftar" in refused.err


@pytest.mark.parametrize("option", ["--tugas", "--skp"])
def test_what_a_block_shall_serve_must_exist(imbang: Imbang, number: int, option: str) -> None:
    assert "99" in imbang.refused(1, *ADD, "08.00-09.00", option, "99").err
    assert "99" in imbang.refused(1, "blok", "ubah", number, option, "99").err


@pytest.mark.parametrize(
    "title",
    [
        "[bold red]Merah[/bold red]",
        "[link=https://x.invalid]tautan[/link]",
        ":smile: <b>tebal</b> &amp;",
        "Rapat 🙂👨‍👩‍👧 tim",
        "اجتماع الفريق",
        "=SUM(A1:A9)",
        "%s {title} {0}",
        "x" * 200,
    ],
)
def test_a_title_is_shown_exactly_as_it_was_typed(imbang: Imbang, title: str) -> None:
    number = added(imbang, title, "08.00-09.00")
    assert kept(imbang, number)["title"] == title
    for call in (["hari"], ["minggu"], ["blok"], ["blok", "lihat", number]):
        for columns in (60, 130):
            shown = imbang(*call, columns=columns).ok().out
            assert "\x1b" not in shown
            assert "".join(title.split()) in "".join(shown.split())
    refused = imbang.refused(1, "blok", "tambah", "Lain", "08.00-09.00")
    assert "".join(title.split()) in "".join(refused.err.split())


def test_nothing_is_wider_than_the_terminal(imbang: Imbang) -> None:
    added(imbang, "Rapat koordinasi triwulan dengan seluruh kepala bidang", "08.00-09.00")
    added(imbang, "kata" * 40, "09.00-10.00")
    added(imbang, "Jaga", "22.00-01.00", "--ulang", "tiap hari")
    for call in (["hari"], ["minggu"], ["blok"], ["blok", "lihat", 1], ["blok", "templat"]):
        for columns in (60, 80, 109, 110, 130):
            lines = imbang(*call, columns=columns).ok().out.splitlines()
            assert max(map(len, lines)) <= columns, (call, columns)


def test_a_note_of_several_lines_stays_one(imbang: Imbang) -> None:
    number = added(imbang, "Rapat", "08.00-09.00", "--catatan", "satu\ndua")
    out = imbang("blok", "lihat", number).ok().out
    assert "catatan" in out
    assert [line.split()[-1] for line in out.splitlines()[-2:]] == ["satu", "dua"]


def test_a_pipe_closed_early_is_no_error(installed) -> None:
    installed("blok", "tambah", "Rapat", "08.00-09.00").ok()
    assert installed.shell("imbang hari | head -1").code in (0, 141)
    assert installed.shell("imbang hari | head -1").err == ""


def test_days_of_the_past_can_be_filled_in(imbang: Imbang) -> None:
    added(imbang, "Rapat", "08.00-09.00", "--hari", "2020-02-29")
    assert day(imbang, "2020-02-29") == ["Rapat 02-29 08.00-09.00"]
