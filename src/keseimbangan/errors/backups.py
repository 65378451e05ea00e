"""What can stand in the way of a backup, and of bringing one back."""

from datetime import date
from pathlib import Path

from keseimbangan.errors import FactError, StoreProblem, UsageProblem, quoted
from keseimbangan.errors.files import refusal
from keseimbangan.formats import plain_date
from keseimbangan.i18n import _


class BackupFailed(StoreProblem):
    """No verified backup came about; what was there before is untouched."""

    code = "backup_failed"

    def __init__(self, folder: Path, error: OSError | None = None) -> None:
        super().__init__(str(folder))
        self.folder, self.error = folder, error

    def message(self) -> str:
        if self.error is None:
            return _("Cadangan di {path} tidak sama dengan datanya, jadi tidak disimpan.").format(
                path=self.folder
            )
        return _("Cadangan tidak dapat dibuat di {path}: {reason}.").format(
            path=self.folder, reason=refusal(self.error)
        )

    def hint(self) -> str:
        return _(
            "Periksa ruang disk dan izin folder itu, atau buat cadangan di tempat lain "
            "dengan `imbang data cadangkan BERKAS`."
        )


class TemporaryFolderFull(StoreProblem):
    """No private copy can be made where the system keeps temporary files."""

    code = "temporary_folder_full"

    def __init__(self, folder: Path, error: OSError) -> None:
        super().__init__(str(folder))
        self.folder, self.error = folder, error

    def message(self) -> str:
        return _("Folder sementara {path} tidak dapat ditulisi: {reason}.").format(
            path=self.folder, reason=refusal(self.error)
        )

    def hint(self) -> str:
        return _("Beri ruang di sana, atau tunjuk folder lain dengan variabel TMPDIR.")


class NotRestorable(StoreProblem):
    """The store is readable, but a copy of it could never be brought back; none is made."""

    code = "not_restorable"

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path

    def message(self) -> str:
        return _(
            "Dalam berkas data {path} ada baris yang menunjuk ke sesuatu yang tidak ada. "
            "Cadangannya tidak akan dapat dipulihkan, jadi tidak dibuat."
        ).format(path=self.path)

    def hint(self) -> str:
        return _("Lihat barisnya dengan `imbang data periksa`. Cadangan yang lama tetap ada.")


class OptionWithoutFile(UsageProblem):
    """An option that only makes sense with a file of the person's choice."""

    code = "option_without_file"

    def __init__(self, option: str) -> None:
        super().__init__(option)
        self.option = option

    def message(self) -> str:
        return _("{option} hanya berlaku untuk berkas yang Anda sebut.").format(option=self.option)

    def hint(self) -> str:
        return _("Sebutkan berkasnya, misalnya `imbang data cadangkan salinan.db --terbuka`.")


class NothingToBackUp(FactError):
    code = "nothing_to_back_up"

    def message(self) -> str:
        return _("Belum ada data untuk dicadangkan.")

    def hint(self) -> str:
        return _("Data dibuat begitu Anda mencatat sesuatu, misalnya dengan `imbang tugas tambah`.")


class NoBackup(FactError):
    """There is no good backup, or none of a day or before it."""

    code = "no_backup"

    def __init__(self, until: date | None = None) -> None:
        super().__init__(until)
        self.until = until

    def message(self) -> str:
        if self.until is None:
            return _("Tidak ada cadangan yang utuh.")
        return _("Tidak ada cadangan yang utuh dari {day} atau sebelumnya.").format(
            day=plain_date(self.until)
        )

    def hint(self) -> str:
        if self.until is None:
            return _(
                "Bila Anda punya salinan di tempat lain, sebutkan berkasnya: "
                "`imbang data pulihkan BERKAS`."
            )
        return _(
            "Lihat yang ada dengan `imbang data cadangkan --daftar`, atau sebutkan berkas cadangan."
        )


class NothingToTry(NoBackup):
    """There is no backup for a restore drill."""

    def hint(self) -> str:
        return _("Buat dengan `imbang data cadangkan`.")


class UnknownBackup(UsageProblem):
    """What was named is neither a file nor a day."""

    code = "unknown_backup"

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text

    def message(self) -> str:
        return _("Berkas '{text}' tidak ada, dan itu bukan tanggal.").format(text=quoted(self.text))

    def hint(self) -> str:
        return _(
            "Gunakan TTTT-BB-HH, misalnya 2026-11-21, atau kemarin, senin lalu, 2 hari lalu, atau "
            "nama dari `imbang data cadangkan --daftar`."
        )


class BackupUnreadable(FactError):
    """The system does not let the file be read."""

    code = "backup_unreadable"

    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(str(path))
        self.path, self.error = path, error

    def message(self) -> str:
        if isinstance(self.error, FileNotFoundError):
            return _("Cadangan {path} sudah tidak ada.").format(path=self.path)
        return _("Cadangan {path} tidak dapat dibaca: {reason}.").format(
            path=self.path, reason=refusal(self.error)
        )

    def hint(self) -> str:
        if isinstance(self.error, FileNotFoundError):
            return _("Lihat cadangan yang ada dengan `imbang data cadangkan --daftar`.")
        return _("Beri izin baca, atau salin dahulu ke folder lain.")


class BackupDamaged(FactError):
    """The file is damaged or no backup of this program; `good` is the newest one that is sound."""

    code = "backup_damaged"

    def __init__(self, path: Path, good: Path | None) -> None:
        super().__init__(str(path))
        self.path, self.good = path, good

    def message(self) -> str:
        return _("Berkas {path} rusak atau bukan cadangan keseimbangan.").format(path=self.path)

    def hint(self) -> str:
        if ".json" in self.path.suffixes:
            return _("Berkas ekspor disatukan dengan `imbang data impor {path}`.").format(
                path=self.path
            )
        if self.good is None:
            return _("Cadangan lain yang utuh tidak ditemukan; data Anda tidak diubah.")
        return _("Cadangan terbaru yang utuh: {path}.").format(path=self.good)


class NoneGood(BackupDamaged):
    """Every backup is damaged: there is nothing to try a restore with."""

    def hint(self) -> str:
        return _("Cadangan lain yang baik tidak ada. Buat yang baru: `imbang data cadangkan`.")


class BackupNewer(FactError):
    """The backup was made by a later program."""

    code = "backup_newer"

    def __init__(self, path: Path, version: int, known: int) -> None:
        super().__init__(str(path))
        self.path, self.version, self.known = path, version, known

    def message(self) -> str:
        return _(
            "Cadangan {path} dibuat oleh versi keseimbangan yang lebih baru "
            "(skema {version}; program ini mengenal {known})."
        ).format(path=self.path, version=self.version, known=self.known)

    def hint(self) -> str:
        return _("Perbarui keseimbangan di komputer ini; data Anda tidak diubah.")
