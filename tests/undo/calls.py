"""A call of every command that writes, in an order in which most of them have something to do."""

from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from keseimbangan.store import database

BEFORE = datetime(2026, 11, 1, tzinfo=UTC)

SHIFTS = "tanggal,giliran\n2027-03-01,malam\n"
TASKS = (
    '[{"uuid": "6f4d2d3e-4a52-4f0c-9f0a-0c9a3d8b7a11", "description": "Dari program lain", '
    '"status": "pending", "entry": "20261101T010000Z"}]'
)
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
        "tugas segarkan --terapkan",
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
        "rencana besok --terapkan",
        "sela Disposisi_Bupati 30m --dari Kabid",
        "blok lanjut 15m",
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
        "skp tambah Layanan_data --indikator Permintaan --target 12,35 --satuan surat",
        "skp ubah 2 --judul Layanan_data_terpadu",
        "indikator tambah 2 Kepuasan --target 0,1 --satuan indeks --aspek kualitas",
        "indikator ubah 2 --target 4,7",
        "tugas tambah Balas_surat --skp 2 --akhlak loyal",
        "tugas selesai 7 --realisasi 3,5 --indikator 1 --hasil x --akhlak loyal",
        "indikator hapus 1 --ya",
        "dialog tambah Kabid --skp 2 --kesepakatan Data",
        "dialog ubah 1 --catatan y",
        "dialog hapus 1 --ya",
        "giliran tambah PPMMLL +30_hari +50_hari",
        "giliran hapus +31_hari --ya",
        "giliran impor giliran.csv",
        "data impor tugas.json --dari taskwarrior",
        "skp arsip 1",
        "lembur hapus 1 --ya",
        "libur hapus +20_hari --ya",
        "cuti hapus 1 --ya",
        "lokasi hapus besok --ya",
        "jurnal hapus 1 --ya",
    ),
    Call(("tugas", "tambah", "Tanpa kuadran")),
    Call(("tugas", "triase"), ("y", "t", "", "", "", "y", "y")),
    Call(("data", "pulihkan", "kosong.db", "--ya")),
    Call(("tugas", "tambah", "Sesudah pemulihan", "--tenggat", "kemarin")),
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
            *("libur daftar", "lembur daftar", "atur pelengkap", "giliran daftar", "skp lihat"),
            *("skp bukti", "skp harian", "indikator daftar", "dialog daftar", "dialog lihat"),
            *("data periksa",),
        ),
        "reads",
    ),
    "fokus pantau": "counts a session on, which is no step by itself; needs a terminal",
    **dict.fromkeys(("data kunci", "data buka-kunci", "data ganti-sandi"), "rewrites the file"),
    "data hapus": "erases for good, and says so before",
    **dict.fromkeys(("data cadangkan", "data ekspor"), "writes a file beside the store"),
    "kalender ekspor": "what a calendar was given stays given",
    "demo": "writes a store of its own",
    "urung": "undoes",
    "ulang": "undoes the undoing",
}


def prepare(cwd: Path) -> None:
    """The files that some of the calls read."""
    (cwd / "giliran.csv").write_text(SHIFTS, encoding="utf-8")
    (cwd / "tugas.json").write_text(TASKS, encoding="utf-8")
    with database.changing(cwd / "kosong.db", BEFORE):
        pass
    (cwd / "libur.csv").write_text(HOLIDAYS, encoding="utf-8")
