"""What is the program's own fault, or that of where its output goes."""

from pathlib import Path

from keseimbangan.errors import FactError, KeseimbanganError
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
