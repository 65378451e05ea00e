"""A call of every command that writes, in an order in which most of them have something to do."""

from pathlib import Path
from typing import NamedTuple

HOLIDAYS = "tanggal;nama;jenis;dasar\n2028-03-27;Cuti bersama Nyepi;cuti-bersama;SKB 2028\n"


class Call(NamedTuple):
    """The words of a call and, where it asks, the answers at the terminal."""

    words: tuple[str, ...]
    answers: tuple[str, ...] | None = None


def _calls(*lines: str) -> list[Call]:
    return [Call(tuple(word.replace("_", " ") for word in line.split())) for line in lines]


CALLS = (
    *_calls(
        "skp tambah Layanan",
        "tugas tambah Laporan --penting --skp 1 --tenggat rabu --estimasi 90m",
        "tugas tambah Data_honor --tenggat kemarin",
        "tugas tambah Arsip",
        "tugas tambah Notula --tenggat jumat",
        "tugas pecah 1 Kumpulkan Tulis",
        "tugas ubah 2 --judul Data --skp 1 --catatan x",
        "tugas delegasikan 2 --ke Sari --instruksi Kumpulkan --hasil Tabel",
        "tugas tunda 4 besok",
        "blok tambah Rapat 09.00-10.00 --tugas 1 --skp 1",
        "blok tambah Apel 07.00-07.30 --ulang tiap_senin",
        "blok tambah Senam 06.00-06.30 --hari besok --ulang tiap_hari --sampai +9_hari",
        "blok tambah Disposisi 08.30-09.30 --geser",
        "blok templat A --hari lusa",
        "blok ubah 1 --judul Rapat_besar --tumpuk",
        "blok ubah 2 --pada senin_depan --judul Apel_khusus",
        "blok ubah 3 --pada +4_hari --seterusnya --rentang 06.10-06.40",
        "blok geser 2 07.10 --semua",
        "blok geser 1 +30m --tumpuk",
        "blok selesai 1 --nyata 06.00-07.00",
        "blok lewati 2 --pada senin_depan",
        "blok hapus 3 --pada +2_hari --ya",
        "blok hapus 3 --semua --ya",
        "fokus mulai 1 --latar",
        "fokus gangguan telepon",
        "fokus jeda",
        "fokus lanjut",
        "fokus berhenti",
        "jurnal tulis --tingkat 6 --pemicu rapat --pemicu atasan --catatan Panjang",
        "jurnal ubah 1 --tingkat 4 --pemicu lembur",
        "evaluasi --pelajaran x --kemenangan a --prioritas 1",
        "refleksi 2026-10 --berhasil a --perbaiki b --sesuaikan c --kebiasaan d",
        "lokasi catat rumah besok --dasar ST-1",
        "lokasi catat rumah besok --hasil Laporan",
        "cuti tambah tahunan +7_hari +8_hari --surat S-1",
        "cuti ubah 1 --selesai +9_hari",
        "libur tambah +20_hari HUT --jenis instansi",
        "libur ubah +20_hari --nama Ulang_tahun",
        "libur impor libur.csv",
        "lembur tambah 17.00-19.00 --spkl S-2",
        "lembur ubah 1 --rentang 17.00-20.00",
        "atur ubah zona WITA",
        "atur ubah fokus.menit 30",
        "atur buang zona",
        "mulai --zona WIT --ya",
        "tugas selesai 1 --hasil 14_halaman --bukti a.docx",
        "tugas singkirkan 3",
        "tugas hapus 1 --ya",
        "skp arsip 1",
        "lembur hapus 1 --ya",
        "libur hapus +20_hari --ya",
        "cuti hapus 1 --ya",
        "lokasi hapus besok --ya",
        "jurnal hapus 1 --ya",
    ),
    Call(("tugas", "tambah", "Tanpa kuadran")),
    Call(("tugas", "triase"), ("y", "t", "", "", "", "y", "y")),
    # Left after the second question: what was answered is kept, as one step.
    Call(("evaluasi", "pekan lalu"), ("b", "b", "b", "pelajaran", "", "kemenangan")),
)

# Every other command, with the reason why it leaves no step where it is not just for reading.
NO_STEP = {
    **dict.fromkeys(
        (
            *("hari", "minggu", "laporan", "data apa", "skp daftar", "atur daftar", "atur lihat"),
            *("blok daftar", "blok lihat", "tugas daftar", "tugas lihat", "tugas matriks"),
            *("tugas smart", "fokus status", "fokus riwayat", "jurnal daftar", "jurnal lihat"),
            *("jurnal cari", "jurnal pola", "lokasi daftar", "cuti daftar", "cuti sisa"),
            *("libur daftar", "lembur daftar", "atur pelengkap"),
        ),
        "reads",
    ),
    "fokus pantau": "counts a session on, which is no step by itself; needs a terminal",
    "kalender ekspor": "what a calendar was given stays given",
    "demo": "writes a store of its own",
    "urung": "undoes",
    "ulang": "undoes the undoing",
}


def prepare(cwd: Path) -> None:
    """The file that one of the calls reads."""
    (cwd / "libur.csv").write_text(HOLIDAYS, encoding="utf-8")
