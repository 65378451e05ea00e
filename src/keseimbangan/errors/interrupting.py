"""What can stand in the way of an interruption, or of a block that takes longer."""

from datetime import date

from keseimbangan.errors import FactError, UsageProblem, quoted
from keseimbangan.errors.text import Unreadable
from keseimbangan.formats import long_date
from keseimbangan.i18n import _


class UnreadableInterruption(Unreadable):
    """Neither a range of hours nor a while."""

    code = "unreadable_range"

    def message(self) -> str:
        return _("Rentang '{text}' tidak dikenali.").format(text=self.text)

    def hint(self) -> str:
        return _("Gunakan 10.00-10.30, atau lamanya saja, misalnya 30m, yang mulai sekarang.")


class WhileOfAnotherDay(UsageProblem):
    """A while without hours begins now, so it is of today."""

    code = "start_needed"

    def __init__(self, day: date) -> None:
        super().__init__(day)
        self.day = day

    def message(self) -> str:
        return _("Lama saja berarti mulai sekarang, bukan {day}.").format(day=long_date(self.day))

    def hint(self) -> str:
        return _("Sebutkan juga jamnya, misalnya 10.00-10.30.")


class DayIsOver(FactError):
    """Nothing of a day that has passed can flow on."""

    code = "day_is_over"

    def __init__(self, day: date) -> None:
        super().__init__(day)
        self.day = day

    def message(self) -> str:
        return _("{day} sudah lewat, sehingga tidak ada yang dapat bergeser.").format(
            day=long_date(self.day)
        )

    def hint(self) -> str:
        return _("Catat saja sebagai blok: imbang blok tambah, dengan --tumpuk bila perlu.")


class NumberOrMinutes(UsageProblem):
    """A bare number, which could be a block or minutes."""

    code = "ambiguous_number"

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text

    def message(self) -> str:
        return _("'{text}' dapat berarti nomor blok atau menit.").format(text=quoted(self.text))

    def hint(self) -> str:
        return _("Tulis lamanya dengan satuan: 30m, atau dengan nomor: imbang blok lanjut 3 30m.")


class NothingRuns(FactError):
    """No block runs now, nor has one ended a short while ago."""

    code = "nothing_runs"

    def message(self) -> str:
        return _("Tidak ada blok yang sedang berjalan.")

    def hint(self) -> str:
        return _("Sebutkan nomornya, misalnya imbang blok lanjut 3 30m.")


class NotPlannedAnyMore(FactError):
    """Only what is still planned can take longer."""

    code = "not_planned"

    def __init__(self, number: int, title: str) -> None:
        super().__init__(number)
        self.number, self.title = number, title

    def message(self) -> str:
        return _("Blok {number} '{title}' sudah selesai atau dilewati.").format(
            number=self.number, title=self.title
        )

    def hint(self) -> str:
        return _("Buka dahulu: imbang blok ubah {number} --buka").format(number=self.number)
