"""What can stand in the way of a calendar file."""

from pathlib import Path

from keseimbangan.errors import FactError, UsageProblem
from keseimbangan.i18n import _


class _FileProblem(FactError):
    """A problem that names the file."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class FileNotOurs(_FileProblem):
    """A file that this program did not write is in the place; it is left untouched."""

    code = "file_not_ours"

    def message(self) -> str:
        return _("Berkas {path} sudah ada dan bukan hasil ekspor kalender ini.").format(
            path=self.path
        )

    def hint(self) -> str:
        return _("Pilih nama lain dengan -o, atau tambahkan --timpa untuk menggantinya.")


class NotAFile(_FileProblem):
    """A folder, a device or a pipe is in the place."""

    code = "not_a_file"

    def message(self) -> str:
        return _("{path} bukan berkas biasa.").format(path=self.path)

    def hint(self) -> str:
        return _("Sebutkan nama berkas, misalnya -o blok.ics; -o - menulis ke keluaran standar.")


class NoSuchFolder(_FileProblem):
    code = "no_such_folder"

    def message(self) -> str:
        return _("Folder {path} tidak ada.").format(path=self.path)

    def hint(self) -> str:
        return _("Buat folder itu dahulu, atau pilih tempat lain dengan -o.")


class EventUnfit(FactError):
    """An event that a calendar would refuse; `detail` names the rule of RFC 5545."""

    code = "event_unfit"

    def __init__(self, title: str, detail: str) -> None:
        super().__init__(title, detail)
        self.title, self.detail = title, detail

    def message(self) -> str:
        return _(
            "'{title}' tidak memenuhi aturan iCalendar ({detail}); berkas tidak ditulis."
        ).format(title=self.title, detail=self.detail)

    def hint(self) -> str:
        return _("Ubah judul atau catatan blok itu, lalu ekspor lagi.")


class SpanTooLong(UsageProblem):
    """More days than one export takes."""

    code = "span_too_long"

    def __init__(self, days: int, most: int) -> None:
        super().__init__(days)
        self.days, self.most = days, most

    def message(self) -> str:
        return _("Rentang {days} hari terlalu panjang untuk satu ekspor.").format(days=self.days)

    def hint(self) -> str:
        return _("Gunakan paling banyak {most} hari.").format(most=self.most)
