"""A week of work for three targets, told through the program itself."""

from tests.in_process import Imbang

FRIDAY = "2026-11-27T16:00:00+07:00"
SECRET = "RAHASIA-7f3"


def tell_week(imbang: Imbang) -> None:
    """Monday 23 to Friday 27 November 2026: two targets served, one not, and private life."""
    _targets(imbang)
    _monday(imbang)
    _tuesday(imbang)
    _friday(imbang)
    _private(imbang)


def _targets(imbang: Imbang) -> None:
    reports = ("--indikator", "Jumlah laporan", "--target", "12", "--satuan", "laporan")
    imbang("skp", "tambah", "Menyusun laporan pelaksanaan anggaran", *reports).ok()
    answers = ("--indikator", "Permintaan dijawab", "--target", "40 permintaan")
    imbang("skp", "tambah", "Melayani permintaan data", "--periode", "2026-TW4", *answers).ok()
    quality = ("--target", "95 %", "--aspek", "kualitas")
    imbang("indikator", "tambah", 2, "Puas atas jawaban", *quality).ok()
    imbang("skp", "tambah", "Inovasi layanan", "--periode", "2026-11").ok()
    imbang("skp", "tambah", "Tahun lalu", "--periode", "2025").ok()


def _monday(imbang: Imbang) -> None:
    imbang("tugas", "tambah", "Susun laporan TW3", "--skp", 1, "--akhlak", "ak").ok()
    imbang("blok", "tambah", "Telaah data TW3", "07.30-09.30", "--tugas", 1).ok()
    imbang("blok", "selesai", 1, "--nyata", "07.40-09.20", "--hasil", "Bab 1 | 2", now=FRIDAY).ok()
    daily = ("--skp", 2, "--ulang", "tiap hari kerja", "--akhlak", "pelayanan")
    imbang("blok", "tambah", "Layanan data", "10.00-11.00", *daily).ok()
    told = ("--realisasi", 5, "--bukti", "tiket-23.pdf")
    imbang("blok", "selesai", 2, "--pada", "23/11", *told, now=FRIDAY).ok()


def _tuesday(imbang: Imbang) -> None:
    imbang("blok", "selesai", 2, "--pada", "24/11", "--realisasi", "6", now=FRIDAY).ok()
    measured = ("--realisasi", "92 %", "--indikator", 3, "--bukti", "survei.xlsx")
    imbang("blok", "selesai", 2, "--pada", "25/11", *measured, now=FRIDAY).ok()
    imbang("tugas", "tambah", "=HYPERLINK(1)", "--penting").ok()
    start = {"now": "2026-11-24T13:00:00+07:00"}
    imbang("fokus", "mulai", 2, "--latar", "--menit", 50, **start).ok()
    imbang("fokus", "berhenti", now="2026-11-24T13:50:00+07:00").ok()
    result = "Disposisi\nselesai"
    imbang("tugas", "selesai", 2, "--hasil", result, now="2026-11-24T14:00:00+07:00").ok()


def _friday(imbang: Imbang) -> None:
    meeting = ("--jenis", "rapat", "--hari", "27/11")
    imbang("blok", "tambah", "Rapat bidang", "13.00-14.00", *meeting).ok()
    imbang("blok", "selesai", 6, now=FRIDAY).ok()
    told = ("--realisasi", 1, "--hasil", "14 halaman", "--bukti", "laporan-tw3.pdf")
    imbang("tugas", "selesai", 1, *told, now=FRIDAY).ok()
    imbang("tugas", "tambah", "Belum selesai", "--skp", 3).ok()


def _private(imbang: Imbang) -> None:
    """What no log may show: the journal, life, rest, and what was only planned."""
    entry = ("--tingkat", 8, "--pemicu", SECRET, "--penyebab", SECRET, "--mengatasi", SECRET)
    imbang("jurnal", "tulis", *entry, "--catatan", SECRET).ok()
    imbang("refleksi", "2026-11", "--berhasil", SECRET).ok()
    imbang("blok", "tambah", f"Keluarga {SECRET}", "05.00-06.00", "--jenis", "keluarga").ok()
    imbang("blok", "selesai", 7, now=FRIDAY).ok()
    imbang("blok", "tambah", f"Istirahat {SECRET}", "12.00-12.30", "--jenis", "istirahat").ok()
    imbang("blok", "selesai", 8, now=FRIDAY).ok()
    imbang("blok", "tambah", f"Rencana {SECRET}", "14.00-15.00", "--skp", 1).ok()
    imbang("blok", "tambah", "Telaah", "15.00-15.30", "--skp", 1, "--catatan", SECRET).ok()
    imbang("blok", "lewati", 10, now=FRIDAY).ok()
    imbang("tugas", "tambah", f"Terapi {SECRET}", "--unsur", "pulih").ok()
    imbang("tugas", "selesai", 4, now=FRIDAY).ok()
    imbang("dialog", "tambah", "Kabid", "--catatan", SECRET).ok()
