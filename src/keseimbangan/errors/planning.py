"""What can stand in the way of a plan."""

from datetime import date

from keseimbangan.errors import UsageProblem
from keseimbangan.formats import long_date
from keseimbangan.i18n import _


class PlanInPast(UsageProblem):
    code = "plan_in_past"

    def __init__(self, day: date) -> None:
        super().__init__(day)
        self.day = day

    def message(self) -> str:
        return _("{day} sudah lewat dan tidak dapat direncanakan lagi.").format(
            day=long_date(self.day)
        )

    def hint(self) -> str:
        return _(
            "Bandingkan rencana hari itu dengan hasilnya: imbang rencana {day} --bandingkan"
        ).format(day=self.day.isoformat())


class PlanBackwards(UsageProblem):
    """`--sampai` lies before the first day."""

    code = "plan_backwards"

    def __init__(self, first: date, last: date) -> None:
        super().__init__(first, last)
        self.first, self.last = first, last

    def message(self) -> str:
        return _("Hari terakhir {last} mendahului hari pertama {first}.").format(
            first=long_date(self.first), last=long_date(self.last)
        )

    def hint(self) -> str:
        return _("Gunakan --sampai dengan hari pertama atau sesudahnya.")


class PlanTooLong(UsageProblem):
    """More days at once than anyone can plan."""

    code = "plan_too_long"

    def __init__(self, days: int, most: int) -> None:
        super().__init__(days)
        self.days, self.most = days, most

    def message(self) -> str:
        return _("{days} hari terlalu panjang untuk satu rencana.").format(days=self.days)

    def hint(self) -> str:
        return _("Rencanakan paling banyak {most} hari, misalnya dengan --minggu.").format(
            most=self.most
        )
