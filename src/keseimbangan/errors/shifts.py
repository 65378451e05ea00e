"""What can stand in the way of a shift."""

from datetime import date
from pathlib import Path

from keseimbangan.errors import FactError, UsageProblem
from keseimbangan.formats import date_span, long_date
from keseimbangan.i18n import _, ngettext


class ShiftThere(FactError):
    """Some of the days have a shift already; `name` is that of the first, in the language."""

    code = "shift_there"

    def __init__(self, day: date, name: str, count: int) -> None:
        super().__init__(day, count)
        self.day, self.name, self.count = day, name, count

    def message(self) -> str:
        return ngettext(
            "{n} hari sudah punya giliran: {day}, {name}.",
            "{n} hari sudah punya giliran; yang pertama {day}, {name}.",
            self.count,
        ).format(n=self.count, day=long_date(self.day), name=self.name)

    def hint(self) -> str:
        return _("Tambahkan --ganti untuk menggantinya, atau pilih hari lain.")


class NoShift(FactError):
    """No day of these has one."""

    code = "not_found"

    def __init__(self, first: date, last: date) -> None:
        super().__init__(first, last)
        self.first, self.last = first, last

    def message(self) -> str:
        return _("Tidak ada giliran pada {days}.").format(days=date_span(self.first, self.last))

    def hint(self) -> str:
        return _("Lihat daftarnya dengan `imbang giliran daftar {month}`.").format(
            month=f"{self.first:%Y-%m}"
        )


class UnknownShift(UsageProblem):
    """A word of a roster that is no shift; `words` are those that are, in the language."""

    code = "unknown_shift"

    def __init__(self, text: str, words: tuple[str, ...]) -> None:
        super().__init__(text)
        self.text, self.words = text, words

    def message(self) -> str:
        return _("Giliran '{text}' tidak dikenali.").format(text=self.text[:60])

    def hint(self) -> str:
        return _(
            "Pilihannya: {words}; yang lain dicatat dengan "
            '`imbang atur giliran.lain "dinas 08.00+24j"`.'
        ).format(words=", ".join(self.words))


class UnreadableShiftHours(UsageProblem):
    """Hours of a shift that cannot be understood; `forms` are the accepted ones."""

    code = "unreadable_shift_hours"

    def __init__(self, text: str, forms: str) -> None:
        super().__init__(text)
        self.text, self.forms = text, forms

    def message(self) -> str:
        return _("Jam giliran '{text}' tidak dikenali.").format(text=self.text[:60])

    def hint(self) -> str:
        return _("Gunakan: {forms}.").format(forms=self.forms)


class HoursOfManyShifts(UsageProblem):
    """Hours can be said of one working shift, not of a pattern or of a day off."""

    code = "hours_of_many_shifts"

    def message(self) -> str:
        return _("--jam hanya untuk satu giliran kerja.")

    def hint(self) -> str:
        return _("Catat giliran berjam lain sendiri, atau ubah jamnya dengan `imbang atur`.")


class ShiftsBackwards(UsageProblem):
    """The last day lies before the first."""

    code = "backward_dates"

    def __init__(self, first: date, last: date) -> None:
        super().__init__(first, last)
        self.first, self.last = first, last

    def message(self) -> str:
        return _("Giliran berakhir {last}, sebelum mulai {first}.").format(
            last=long_date(self.last), first=long_date(self.first)
        )

    def hint(self) -> str:
        return _("Tukar kedua tanggalnya.")


class TooManyShifts(UsageProblem):
    """More days at once than a roster has."""

    code = "too_many_days"

    def __init__(self, days: int, most: int) -> None:
        super().__init__(days)
        self.days, self.most = days, most

    def message(self) -> str:
        return _("{n} hari terlalu banyak untuk sekali catat.").format(n=self.days)

    def hint(self) -> str:
        return _("Paling banyak {most} hari; catat sisanya sesudah itu.").format(most=self.most)


class EmptyShiftFile(UsageProblem):
    """There is no shift in it."""

    code = "shift_file_empty"

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path

    def message(self) -> str:
        return _("Berkas {path} tidak memuat giliran.").format(path=self.path)

    def hint(self) -> str:
        return _(
            "Satu baris CSV untuk tiap hari: tanggal,giliran,jam, "
            "misalnya 2026-11-23,malam atau 2026-11-24,dinas,08.00+24j."
        )
