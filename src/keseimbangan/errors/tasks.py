"""What can stand in the way of a task."""

from datetime import date

from keseimbangan.errors import FactError, UsageProblem
from keseimbangan.formats import long_date
from keseimbangan.i18n import _


class AlreadyClosed(FactError):
    code = "already_closed"

    def __init__(self, number: int, title: str) -> None:
        super().__init__(number)
        self.number, self.title = number, title

    def message(self) -> str:
        return _("Tugas {number} '{title}' sudah ditutup.").format(
            number=self.number, title=self.title
        )

    def hint(self) -> str:
        return _("Buka lagi dengan `imbang tugas ubah {number} --buka`.").format(number=self.number)


class StillOpen(FactError):
    code = "still_open"

    def __init__(self, number: int, title: str) -> None:
        super().__init__(number)
        self.number, self.title = number, title

    def message(self) -> str:
        return _("Tugas {number} '{title}' masih terbuka.").format(
            number=self.number, title=self.title
        )

    def hint(self) -> str:
        return _("Tidak ada yang perlu dibuka lagi.")


class NotDelegated(FactError):
    code = "not_delegated"

    def __init__(self, number: int, title: str) -> None:
        super().__init__(number)
        self.number, self.title = number, title

    def message(self) -> str:
        return _("Tugas {number} '{title}' tidak sedang didelegasikan.").format(
            number=self.number, title=self.title
        )

    def hint(self) -> str:
        return _("Tidak ada yang perlu diambil kembali.")


class PostponedIntoPast(UsageProblem):
    code = "postponed_into_past"

    def __init__(self, number: int, until: date) -> None:
        super().__init__(number)
        self.number, self.until = number, until

    def message(self) -> str:
        return _("Tugas {number} tidak dapat ditunda ke {until}, yang sudah lewat.").format(
            number=self.number, until=long_date(self.until)
        )

    def hint(self) -> str:
        return _("Gunakan hari ini atau sesudahnya, misalnya besok.")


class StartsAfterDue(UsageProblem):
    code = "starts_after_due"

    def __init__(self, not_before: date, due: date) -> None:
        super().__init__(not_before)
        self.not_before, self.due = not_before, due

    def message(self) -> str:
        return _("Mulai dari {start} sesudah tenggat {due}.").format(
            start=long_date(self.not_before), due=long_date(self.due)
        )

    def hint(self) -> str:
        return _("Majukan --mulai-dari, atau undurkan --tenggat.")


class TooFewPieces(UsageProblem):
    code = "too_few_pieces"

    def message(self) -> str:
        return _("Tugas dipecah menjadi sedikitnya dua bagian.")

    def hint(self) -> str:
        return _('Sebutkan tiap bagian: `imbang tugas pecah 3 "Bagian satu" "Bagian dua"`.')
