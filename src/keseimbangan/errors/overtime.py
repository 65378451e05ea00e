"""What can stand in the way of overtime and of a note about the place of work."""

from datetime import date, datetime

from keseimbangan.errors import FactError, UsageProblem
from keseimbangan.formats import clock_span, long_date
from keseimbangan.i18n import _


class OvertimeInTheWay(FactError):
    """Other overtime shares time with it."""

    code = "overtime_overlap"

    def __init__(self, number: int, start: datetime, end: datetime) -> None:
        super().__init__(number)
        self.number, self.start, self.end = number, start, end

    def message(self) -> str:
        return _("Sudah ada lembur nomor {number}, {day} {hours}.").format(
            number=self.number,
            day=long_date(self.start.date()),
            hours=clock_span(self.start, self.end),
        )

    def hint(self) -> str:
        return _("Ubah dengan `imbang lembur ubah {number}`, atau pilih jam lain.").format(
            number=self.number
        )


class NothingNoted(FactError):
    """Nothing was noted of the place of work on that day."""

    code = "not_found"

    def __init__(self, day: date) -> None:
        super().__init__(day)
        self.day = day

    def message(self) -> str:
        return _("Belum ada catatan lokasi untuk {day}.").format(day=long_date(self.day))

    def hint(self) -> str:
        return _("Catat dengan `imbang lokasi catat rumah {day}`.").format(day=self.day.isoformat())


class HoursOverMidnight(UsageProblem):
    """Hours at a place belong to one day."""

    code = "hours_over_midnight"

    def message(self) -> str:
        return _("Jam di sebuah lokasi tidak dapat melewati tengah malam.")

    def hint(self) -> str:
        return _("Gunakan rentang dalam satu hari, misalnya 07.30-16.00.")
