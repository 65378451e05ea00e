"""What is the program's own fault, or that of where its output goes."""

from pathlib import Path

from keseimbangan.errors import FactError, KeseimbanganError, StoreProblem
from keseimbangan.i18n import _


class ProgramFault(KeseimbanganError):
    """What nobody foresaw; `log` holds the traceback, where one could be written."""

    exit_code = 70
    code = "bug"

    def __init__(self, log: Path | None) -> None:
        super().__init__(log)
        self.log = log

    def message(self) -> str:
        return _("Terjadi kesalahan pada program; data Anda tetap utuh.")

    def hint(self) -> str:
        if self.log is None:
            return _("Coba lagi; rinciannya tidak dapat disimpan.")
        return _("Rinciannya, tanpa isi catatan Anda, ada di {path}.").format(path=self.log)


class OutputFull(FactError):
    """The disk to which the output was sent has no room left."""

    code = "output_full"

    def message(self) -> str:
        return _("Keluaran tidak dapat ditulis sampai selesai: ruang penyimpanan penuh.")

    def hint(self) -> str:
        return _("Kosongkan sebagian ruang itu, lalu jalankan lagi.")


class ZoneUnknown(StoreProblem):
    """A row was planned in a zone that this computer has never heard of; `detail` names it."""

    code = "zone_unknown"

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail

    def message(self) -> str:
        return _("Zona waktu dalam data Anda tidak dikenal komputer ini ({detail}).").format(
            detail=self.detail
        )

    def hint(self) -> str:
        return _("Perbarui data zona waktu sistem, atau pasang paket Python tzdata.")
