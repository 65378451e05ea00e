"""What can stand in the way of a review, a reflection or a report."""

from datetime import date, datetime

from keseimbangan.errors import FactError, UsageProblem
from keseimbangan.formats import clock_span, long_date, month_name
from keseimbangan.i18n import _


class ReviewFinished(FactError):
    """The review has been closed; only on purpose is it opened again."""

    code = "review_finished"

    def __init__(self, week: str) -> None:
        super().__init__(week)
        self.week = week

    def message(self) -> str:
        return _("Evaluasi pekan {week} sudah selesai.").format(week=self.week)

    def hint(self) -> str:
        return _("Tambahkan --ulangi untuk mengubahnya.")


class WeekAhead(UsageProblem):
    """A review looks back: a week still to come has nothing to tell."""

    code = "week_ahead"

    def __init__(self, week: str) -> None:
        super().__init__(week)
        self.week = week

    def message(self) -> str:
        return _("Pekan {week} belum dimulai.").format(week=self.week)

    def hint(self) -> str:
        return _("Evaluasi melihat ke belakang: gunakan pekan ini atau yang sudah lewat.")


class MonthAhead(UsageProblem):
    """A reflection looks back as well."""

    code = "month_ahead"

    def __init__(self, month: date) -> None:
        super().__init__(month)
        self.month = month

    def message(self) -> str:
        return _("{month} belum dimulai.").format(month=month_name(self.month))

    def hint(self) -> str:
        return _("Refleksi melihat ke belakang: gunakan bulan ini atau yang sudah lewat.")


class UnreadableDecision(UsageProblem):
    """What was given to `--putuskan` is not of the form."""

    code = "unreadable_decision"

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text

    def message(self) -> str:
        return _("Keputusan '{text}' tidak dikenali.").format(text=self.text[:60])

    def hint(self) -> str:
        return _(
            "Gunakan NOMOR=jadwalkan:TANGGAL, NOMOR=delegasikan:NAMA, NOMOR=singkirkan, "
            'atau NOMOR=biarkan, misalnya "12=jadwalkan:besok".'
        )


class NotPostponed(FactError):
    """A decision was given for a task about which this review does not ask."""

    code = "not_postponed"

    def __init__(self, number: int, title: str, week: str) -> None:
        super().__init__(number)
        self.number, self.title, self.week = number, title, week

    def message(self) -> str:
        return _("Tugas {number} '{title}' tidak tertunda pada pekan {week}.").format(
            number=self.number, title=self.title, week=self.week
        )

    def hint(self) -> str:
        return _("Lihat yang tertunda dengan `imbang evaluasi --tampil`.")


class TooManyPriorities(UsageProblem):
    code = "too_many_priorities"

    def __init__(self, given: int, most: int) -> None:
        super().__init__(given)
        self.given, self.most = given, most

    def message(self) -> str:
        return _("Ada {given} prioritas; sepekan paling banyak {most}.").format(
            given=self.given, most=self.most
        )

    def hint(self) -> str:
        return _(
            "Pilih yang paling berarti; yang bukan tugas dapat dicatat dengan "
            "`imbang tugas tambah`."
        )


class TimeTaken(FactError):
    """The time for a priority is taken by another block; wall-clock times."""

    code = "time_taken"

    def __init__(self, title: str, start: datetime, end: datetime) -> None:
        super().__init__(title)
        self.title, self.start, self.end = title, start, end

    def message(self) -> str:
        return _("Waktu itu sudah terisi '{title}' ({day}, {time}).").format(
            title=self.title,
            day=long_date(self.start.date()),
            time=clock_span(self.start, self.end),
        )

    def hint(self) -> str:
        return _("Pilih jam lain.")
