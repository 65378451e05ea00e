"""What can stand in the way of new due dates for overdue tasks."""

from datetime import date

from keseimbangan.errors import FactError, UsageProblem
from keseimbangan.formats import long_date
from keseimbangan.i18n import _, ngettext


class BeginsInPast(UsageProblem):
    """New due dates were to begin before today."""

    code = "begins_in_past"

    def __init__(self, first: date) -> None:
        super().__init__(first)
        self.first = first

    def message(self) -> str:
        return _("{day} sudah lewat.").format(day=long_date(self.first))

    def hint(self) -> str:
        return _("Beri --mulai hari ini atau sesudahnya, misalnya besok.")


class NoWorkingDayAhead(FactError):
    """None of the days looked at has working hours."""

    code = "no_working_day"

    def __init__(self, first: date, days: int) -> None:
        super().__init__(first, days)
        self.first, self.days = first, days

    def message(self) -> str:
        return ngettext(
            "Tidak ada hari kerja dalam {n} hari sejak {day}.",
            "Tidak ada hari kerja dalam {n} hari sejak {day}.",
            self.days,
        ).format(n=self.days, day=long_date(self.first))

    def hint(self) -> str:
        return _("Pilih hari lain dengan --mulai, atau periksa `imbang cuti` dan `imbang libur`.")
