"""What can stand in the way of leave."""

from datetime import date

from keseimbangan.errors import FactError, UsageProblem
from keseimbangan.formats import date_span, long_date, plain_date
from keseimbangan.i18n import _, ngettext


class LeaveInTheWay(FactError):
    """Other leave shares a day; `kind` is already in the language."""

    code = "leave_overlap"

    def __init__(self, number: int, kind: str, first: date, last: date) -> None:
        super().__init__(number)
        self.number, self.kind, self.first, self.last = number, kind, first, last

    def message(self) -> str:
        return _("Sudah ada cuti {kind} nomor {number}, {days}.").format(
            kind=self.kind, number=self.number, days=date_span(self.first, self.last)
        )

    def hint(self) -> str:
        return _("Ubah cuti itu dengan `imbang cuti ubah {number}`, atau pilih hari lain.").format(
            number=self.number
        )


class LeaveWithoutWork(FactError):
    """No day of it is a working day."""

    code = "no_working_day"

    def __init__(self, first: date, last: date) -> None:
        super().__init__(first, last)
        self.first, self.last = first, last

    def message(self) -> str:
        return _("Tidak ada hari kerja pada {days}.").format(days=date_span(self.first, self.last))

    def hint(self) -> str:
        return _("Cuti hanya memakai hari kerja. Lihat hari libur dengan `imbang libur`.")


class LeaveBackwards(UsageProblem):
    """It ends before it begins."""

    code = "backward_dates"

    def __init__(self, first: date, last: date) -> None:
        super().__init__(first, last)
        self.first, self.last = first, last

    def message(self) -> str:
        return _("Cuti berakhir {last}, sebelum mulai {first}.").format(
            last=long_date(self.last), first=long_date(self.first)
        )

    def hint(self) -> str:
        return _("Tukar kedua tanggalnya.")


class LeaveTooLong(UsageProblem):
    """Longer than any leave there is: a year is probably mistyped."""

    code = "leave_too_long"

    def __init__(self, first: date, last: date, years: int) -> None:
        super().__init__(first, last)
        self.first, self.last, self.years = first, last, years

    def message(self) -> str:
        return _("Cuti {days} terlalu lama.").format(days=date_span(self.first, self.last))

    def hint(self) -> str:
        return _("Periksa tahunnya; cuti paling lama {years} tahun.").format(years=self.years)


class HalfOfManyDays(UsageProblem):
    code = "half_of_many_days"

    def message(self) -> str:
        return _("Setengah hari hanya untuk cuti satu hari.")

    def hint(self) -> str:
        return _("Catat hari-hari penuhnya sendiri, lalu setengah harinya sendiri.")


class TooFewYears(FactError):
    """The years of service that a kind asks for are not over; `kind` is in the language."""

    code = "too_few_years"

    def __init__(self, kind: str, years: int, since: date) -> None:
        super().__init__(kind, years)
        self.kind, self.years, self.since = kind, years, since

    def message(self) -> str:
        return ngettext(
            "Cuti {kind} baru ada setelah {n} tahun bekerja; Anda mulai {day}.",
            "Cuti {kind} baru ada setelah {n} tahun bekerja; Anda mulai {day}.",
            self.years,
        ).format(kind=self.kind, n=self.years, day=plain_date(self.since))

    def hint(self) -> str:
        return _("Bila tanggalnya keliru, ubah dengan `imbang atur pegawai.sejak`.")


class NotForStatus(FactError):
    """A kind that one's status does not have; both are already in the language."""

    code = "leave_not_for_status"

    def __init__(self, kind: str, status: str) -> None:
        super().__init__(kind, status)
        self.kind, self.status = kind, status

    def message(self) -> str:
        return _("Cuti {kind} tidak ada bagi {status}.").format(kind=self.kind, status=self.status)

    def hint(self) -> str:
        return _("Bila status Anda lain, ubah: `imbang atur pegawai.status pns`.")
