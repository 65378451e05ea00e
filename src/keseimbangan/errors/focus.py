"""Errors around focus sessions. At most one session runs, so most need not say which."""

from datetime import datetime

from keseimbangan.errors import FactError, UsageProblem
from keseimbangan.formats import duration, moment
from keseimbangan.i18n import _


class AlreadyRunning(FactError):
    """A session still runs where none should."""

    code = "focus_already_running"

    def __init__(self, number: int | None, title: str | None = None) -> None:
        super().__init__(number, title)
        self.number, self.title = number, title

    def message(self) -> str:
        if self.number is None:
            return _("Satu sesi fokus masih berjalan.")
        if self.title is None:
            return _("Sesi fokus {number} masih berjalan.").format(number=self.number)
        return _("Sesi fokus {number} ({title}) masih berjalan.").format(
            number=self.number, title=self.title
        )

    def hint(self) -> str:
        return _(
            "Akhiri dengan `imbang fokus berhenti`, atau teruskan dengan `imbang fokus pantau`."
        )


class InAnotherTerminal(FactError):
    """A session is counted by a process that lives, so no second one may count it."""

    code = "focus_in_another_terminal"

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number

    def message(self) -> str:
        return _("Sesi fokus {number} berjalan di terminal lain.").format(number=self.number)

    def hint(self) -> str:
        return _("Teruskan di terminal itu, atau akhiri dengan `imbang fokus berhenti`.")


class NothingRunning(FactError):
    code = "focus_nothing_running"

    def message(self) -> str:
        return _("Tidak ada sesi fokus yang berjalan.")

    def hint(self) -> str:
        return _("Mulai dengan `imbang fokus mulai`.")


class NoTerminal(UsageProblem):
    """The countdown needs a terminal for its keys and its screen."""

    code = "focus_no_terminal"

    def message(self) -> str:
        return _("Hitung mundur memerlukan terminal.")

    def hint(self) -> str:
        return _("Lihat keadaannya dengan `imbang fokus status`.")


class AlreadyPaused(FactError):
    code = "focus_already_paused"

    def message(self) -> str:
        return _("Sesi fokus sudah ditahan.")

    def hint(self) -> str:
        return _(
            "Lanjutkan dengan `imbang fokus lanjut`, atau akhiri dengan `imbang fokus berhenti`."
        )


class NotPaused(FactError):
    code = "focus_not_paused"

    def message(self) -> str:
        return _("Sesi fokus tidak sedang ditahan.")

    def hint(self) -> str:
        return _("Lihat keadaannya dengan `imbang fokus status`.")


class AlreadyOnBreak(FactError):
    code = "focus_already_on_break"

    def message(self) -> str:
        return _("Jeda sesi fokus ini masih berlangsung.")

    def hint(self) -> str:
        return _("Akhiri jeda itu dahulu.")


class NotOnBreak(FactError):
    code = "focus_not_on_break"

    def message(self) -> str:
        return _("Tidak ada jeda yang sedang berlangsung.")

    def hint(self) -> str:
        return _("Lihat keadaannya dengan `imbang fokus status`.")


class NotYetComplete(FactError):
    """The planned time is not reached; `seconds` are left, shown in minutes rounded up."""

    code = "focus_not_yet_complete"

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds

    def message(self) -> str:
        left = duration(-(-self.seconds // 60))
        return _("Sesi fokus ini masih {left} lagi.").format(left=left)

    def hint(self) -> str:
        return _("Untuk mengakhirinya sekarang, gunakan `imbang fokus berhenti`.")


class CycleFinished(FactError):
    """All rounds of the cycle are completed."""

    code = "focus_cycle_finished"

    def __init__(self, rounds: int) -> None:
        super().__init__(rounds)
        self.rounds = rounds

    def message(self) -> str:
        return _("Siklus ini sudah lengkap: {rounds} putaran.").format(rounds=self.rounds)

    def hint(self) -> str:
        return _("Mulai siklus baru dengan `imbang fokus mulai`.")


class KeepTooLong(FactError):
    """More minutes to be kept than the stretch in question has; both in whole minutes."""

    code = "focus_keep_too_long"

    def __init__(self, minutes: int, most: int) -> None:
        super().__init__(minutes, most)
        self.minutes, self.most = minutes, most

    def message(self) -> str:
        return _("{given} lebih lama daripada waktu yang berlalu.").format(
            given=duration(self.minutes)
        )

    def hint(self) -> str:
        return _("Simpan paling lama {most}.").format(most=duration(self.most))


class LeftDangling(FactError):
    """A session was left without anybody tending to it, and must be settled before others start.

    `minutes` were counted up to `seen_at`. One in the background is `overdue`: those it had planned
    were over then, and nobody has said since that it ended.
    """

    code = "focus_left_dangling"

    def __init__(
        self, number: int, seen_at: datetime, zone: str, minutes: int, *, overdue: bool = False
    ) -> None:
        super().__init__(number)
        self.number, self.seen_at, self.zone, self.minutes = number, seen_at, zone, minutes
        self.overdue = overdue

    def message(self) -> str:
        left = _("Sesi fokus {number} terputus: {minutes} tercatat sampai {seen}.")
        over = _("Sesi fokus {number} di latar belum diakhiri: {minutes} habis pada {seen}.")
        return (over if self.overdue else left).format(
            number=self.number, minutes=duration(self.minutes), seen=moment(self.seen_at, self.zone)
        )

    def hint(self) -> str:
        return _(
            "Tentukan dengan `imbang fokus berhenti` dan salah satu dari "
            "--simpan LAMA, --sampai-kini, atau --buang."
        )
