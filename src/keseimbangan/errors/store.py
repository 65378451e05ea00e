"""Errors of the store: damaged, newer, locked, full, read-only, or out of reach."""

from pathlib import Path

from keseimbangan.errors import FactError, StoreProblem
from keseimbangan.i18n import _


class _StoreFileProblem(StoreProblem):
    """A store problem that names the file."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class StoreDamaged(_StoreFileProblem):
    """The store cannot be read; `backup` is the newest one that can."""

    code = "store_damaged"

    def __init__(self, path: Path, backup: Path | None = None) -> None:
        super().__init__(path)
        self.backup = backup

    def message(self) -> str:
        return _("Berkas data {path} rusak atau bukan berkas data keseimbangan.").format(
            path=self.path
        )

    def hint(self) -> str:
        if self.backup is None:
            return _(
                "Bila Anda punya cadangan di tempat lain, kembalikan dengan "
                "`imbang data pulihkan BERKAS`; berkas yang rusak tetap disimpan. "
                "Tidak punya salinan? Pindahkan berkas itu ke folder lain; perintah berikutnya "
                "mulai dari kosong."
            )
        return _(
            "Kembalikan cadangan {backup} dengan `imbang data pulihkan`; "
            "berkas yang rusak tetap disimpan."
        ).format(backup=self.backup)


class StoreNewer(_StoreFileProblem):
    """The store was written by a later program; it is left untouched."""

    code = "store_newer"

    def __init__(self, path: Path, version: int, known: int) -> None:
        super().__init__(path)
        self.version, self.known = version, known

    def message(self) -> str:
        return _(
            "Berkas data {path} dibuat oleh versi keseimbangan yang lebih baru "
            "(skema {version}; program ini mengenal {known})."
        ).format(path=self.path, version=self.version, known=self.known)

    def hint(self) -> str:
        return _("Perbarui keseimbangan di komputer ini; berkas itu tidak diubah.")


class StoreLocked(_StoreFileProblem):
    """Another process holds the store; `command` and `process` where it has said who it is."""

    code = "store_locked"

    def __init__(self, path: Path, command: str = "", process: int | None = None) -> None:
        super().__init__(path)
        self.command, self.process = command, process

    def message(self) -> str:
        if self.process is not None:
            return _("Berkas data {path} sedang dipakai `{command}` (proses {process}).").format(
                path=self.path, command=f"imbang {self.command}", process=self.process
            )
        return _("Berkas data {path} sedang dipakai proses lain.").format(path=self.path)

    def hint(self) -> str:
        if self.process is not None:
            return _("Tunggu sampai perintah itu selesai, lalu ulangi perintah Anda.")
        return _(
            "Tunggu sebentar, lalu ulangi perintah yang sama. Bila tetap begitu, tutup program ini "
            "di terminal lain, atau program lain yang membuka berkas itu."
        )


class StoreFull(_StoreFileProblem):
    code = "store_full"

    def message(self) -> str:
        return _("Tidak ada ruang tersisa untuk berkas data {path}; tidak ada yang diubah.").format(
            path=self.path
        )

    def hint(self) -> str:
        return _("Kosongkan sebagian ruang disk, lalu ulangi.")


class StoreUnreachable(_StoreFileProblem):
    """The disk itself, or the network behind it, does not answer as it should."""

    code = "store_unreachable"

    def message(self) -> str:
        return _("Disk tempat berkas data {path} tidak menjawab sebagaimana mestinya.").format(
            path=self.path
        )

    def hint(self) -> str:
        return _(
            "Periksa disk itu atau sambungan jaringannya, lalu ulangi. Bila tetap begitu, "
            "pindahkan folder data ke disk di komputer ini."
        )


class StoreGone(FactError):
    """There is no store, but there are backups of one."""

    code = "store_gone"

    def message(self) -> str:
        return _("Berkas data tidak ada, tetapi cadangannya ada.")

    def hint(self) -> str:
        return _("Kembalikan dengan `imbang data pulihkan`.")


class StoreReadOnly(_StoreFileProblem):
    code = "store_read_only"

    def message(self) -> str:
        return _("Berkas data {path} tidak dapat ditulis.").format(path=self.path)

    def hint(self) -> str:
        return _(
            "Beri izin tulis, atau pilih folder lain (data di sini tidak ikut) dengan "
            "KESEIMBANGAN_HOME atau --home."
        )


class HomeUnknown(StoreProblem):
    """Nobody can say where the person's folder is: no such user, or an account without one."""

    code = "home_unknown"

    def message(self) -> str:
        return _("Folder beranda Anda tidak diketahui, jadi tempat data pun tidak.")

    def hint(self) -> str:
        return _("Sebutkan folder yang lengkap dengan KESEIMBANGAN_HOME atau --home.")


class NoSuchNumber(FactError):
    """Nothing of a kind has this number; `noun` and `remedy` are already in the language."""

    code = "not_found"

    def __init__(self, noun: str, number: int, remedy: str) -> None:
        super().__init__(noun, number)
        self.noun, self.number, self.remedy = noun, number, remedy

    def message(self) -> str:
        return _("{noun} nomor {number} tidak ada.").format(noun=self.noun, number=self.number)

    def hint(self) -> str:
        return self.remedy


def no_such_task(number: int) -> NoSuchNumber:
    """The task is not there."""
    return NoSuchNumber(_("Tugas"), number, _("Lihat nomornya dengan `imbang tugas daftar`."))


def no_such_block(number: int) -> NoSuchNumber:
    """The block is not there."""
    return NoSuchNumber(_("Blok"), number, _("Lihat nomornya dengan `imbang blok daftar`."))


def no_such_target(number: int) -> NoSuchNumber:
    """The performance target is not there."""
    return NoSuchNumber(_("SKP"), number, _("Lihat nomornya dengan `imbang skp daftar`."))


def no_such_indicator(number: int) -> NoSuchNumber:
    """The indicator is not there."""
    return NoSuchNumber(
        _("Indikator"), number, _("Lihat nomornya dengan `imbang indikator daftar`.")
    )


def no_such_dialogue(number: int) -> NoSuchNumber:
    """The performance talk is not there."""
    return NoSuchNumber(
        _("Dialog kinerja"), number, _("Lihat nomornya dengan `imbang dialog daftar`.")
    )


def no_such_leave(number: int) -> NoSuchNumber:
    """The leave is not there."""
    return NoSuchNumber(_("Cuti"), number, _("Lihat nomornya dengan `imbang cuti daftar`."))


def no_such_overtime(number: int) -> NoSuchNumber:
    """The overtime is not there."""
    return NoSuchNumber(_("Lembur"), number, _("Lihat nomornya dengan `imbang lembur daftar`."))


def no_such_session(number: int) -> NoSuchNumber:
    """The focus session is not there."""
    return NoSuchNumber(_("Sesi fokus"), number, _("Lihat nomornya dengan `imbang fokus riwayat`."))


def no_such_entry(number: int) -> NoSuchNumber:
    """The journal entry is not there."""
    return NoSuchNumber(
        _("Catatan jurnal"), number, _("Lihat nomornya dengan `imbang jurnal daftar`.")
    )
