"""What can stand in the way of a holiday, and what can be wrong in a file of holidays."""

from datetime import date
from pathlib import Path

from keseimbangan.errors import FactError, UsageProblem
from keseimbangan.formats import long_date
from keseimbangan.i18n import _


class HolidayThere(FactError):
    """The day is a holiday already."""

    code = "holiday_there"

    def __init__(self, day: date, name: str) -> None:
        super().__init__(day)
        self.day, self.name = day, name

    def message(self) -> str:
        return _("{day} sudah hari libur: {name}.").format(day=long_date(self.day), name=self.name)

    def hint(self) -> str:
        return _("Ubah dengan `imbang libur ubah {day}`.").format(day=self.day.isoformat())


class NoHoliday(FactError):
    """The day is none."""

    code = "not_found"

    def __init__(self, day: date) -> None:
        super().__init__(day)
        self.day = day

    def message(self) -> str:
        return _("{day} bukan hari libur.").format(day=long_date(self.day))

    def hint(self) -> str:
        return _("Lihat daftarnya dengan `imbang libur daftar {year}`.").format(year=self.day.year)


class EmptyHolidayFile(UsageProblem):
    """There is no holiday in it."""

    code = "holiday_file_empty"

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path

    def message(self) -> str:
        return _("Berkas {path} tidak memuat hari libur.").format(path=self.path)

    def hint(self) -> str:
        return _(
            "Satu baris CSV untuk tiap hari: tanggal,nama,jenis,dasar, "
            "misalnya 2028-03-27,Cuti bersama Nyepi,cuti-bersama,SKB."
        )
