"""What can stand in the way of a time block."""

from datetime import date, datetime

from keseimbangan.errors import FactError, StoreProblem, UsageProblem, quoted
from keseimbangan.errors.text import Unreadable
from keseimbangan.formats import clock, clock_span, enumeration, long_date, short_date, zone_label
from keseimbangan.i18n import _


class Occupied(FactError):
    """The time is taken by another block; wall-clock times, `zone` where it is not the reader's."""

    code = "overlap"

    def __init__(
        self, number: int, title: str, start: datetime, end: datetime, zone: str | None = None
    ) -> None:
        super().__init__(number)
        self.number, self.title, self.start, self.end = number, title, start, end
        self.zone = zone

    def message(self) -> str:
        time = clock_span(self.start, self.end)
        return _("Waktu itu sudah terisi blok {number} '{title}' ({day}, {time}).").format(
            number=self.number,
            title=self.title,
            day=long_date(self.start.date()),
            time=f"{time} {zone_label(self.zone)}" if self.zone else time,
        )

    def hint(self) -> str:
        return _(
            "Tambahkan --geser untuk menggeser yang sesudahnya, atau --tumpuk agar keduanya ada."
        )


class TemplateOccupied(Occupied):
    """The time of a template is taken."""

    def hint(self) -> str:
        return _("Tambahkan --isi-celah untuk waktu yang kosong saja, atau --tumpuk.")


class NoRoomToPush(FactError):
    """A block that would have to make room and may not: it stays, or would pass its midnight."""

    code = "no_room"

    def __init__(
        self, title: str, start: datetime, end: datetime, *, past_midnight: bool = False
    ) -> None:
        super().__init__(title)
        self.title, self.start, self.end = title, start, end
        self.past_midnight = past_midnight

    def message(self) -> str:
        fact = (
            _("'{title}' ({day}, {time}) tidak dapat digeser tanpa melewati tengah malam.")
            if self.past_midnight
            else _("'{title}' ({day}, {time}) tidak digeser: terkunci, selesai, atau sudah mulai.")
        )
        time = clock_span(self.start, self.end)
        return fact.format(title=self.title, day=long_date(self.start.date()), time=time)

    def hint(self) -> str:
        return _("Pilih jam lain, atau tambahkan --tumpuk agar keduanya ada.")


class ScopeNeeded(UsageProblem):
    """A recurring block was named without saying which part of it is meant."""

    code = "scope_needed"

    def __init__(self, number: int, title: str) -> None:
        super().__init__(number)
        self.number, self.title = number, title

    def message(self) -> str:
        return _("Blok {number} '{title}' berulang.").format(number=self.number, title=self.title)

    def hint(self) -> str:
        return _(
            "Sebutkan yang mana: --pada TANGGAL (sekali itu), --pada TANGGAL --seterusnya "
            "(sejak itu), atau --semua."
        )


class NoOccurrence(FactError):
    """The series has no occurrence on that day; `coming` are the next ones."""

    code = "no_occurrence"

    def __init__(self, number: int, title: str, day: date, coming: tuple[date, ...]) -> None:
        super().__init__(number, day)
        self.number, self.title, self.day, self.coming = number, title, day, coming

    def message(self) -> str:
        return _("Blok {number} '{title}' tidak ada pada {day}.").format(
            number=self.number, title=self.title, day=long_date(self.day)
        )

    def hint(self) -> str:
        if not self.coming:
            return _("Rangkaian itu sudah berakhir.")
        return _("Yang berikut: {days}. Pilih dengan --pada.").format(
            days=enumeration([short_date(day) for day in self.coming])
        )


class NotRecurring(UsageProblem):
    code = "not_recurring"

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number

    def message(self) -> str:
        return _("Blok {number} tidak berulang.").format(number=self.number)

    def hint(self) -> str:
        return _("Hilangkan --pada, --seterusnya, dan --semua.")


class RuleOfOne(UsageProblem):
    """A rule or an end was given for a single occurrence."""

    code = "rule_of_one"

    def message(self) -> str:
        return _("Pengulangan berlaku untuk rangkaian, bukan untuk satu kali.")

    def hint(self) -> str:
        return _("Tambahkan --seterusnya, atau gunakan --semua sebagai ganti --pada.")


class DayOfSeries(UsageProblem):
    """A series was to be moved to another day without another rule."""

    code = "day_of_series"

    def message(self) -> str:
        return _("Hari sebuah rangkaian ditentukan oleh pengulangannya.")

    def hint(self) -> str:
        return _('Gunakan imbang blok ubah dengan --ulang, misalnya --ulang "tiap selasa".')


class UntilWithoutRepeat(UsageProblem):
    code = "until_without_repeat"

    def message(self) -> str:
        return _("--sampai hanya untuk blok berulang.")

    def hint(self) -> str:
        return _('Tambahkan --ulang, misalnya --ulang "tiap senin".')


class EndsBeforeItRepeats(UsageProblem):
    """`--sampai` lies before the first occurrence."""

    code = "ends_before_it_repeats"

    def __init__(self, first: date, last: date) -> None:
        super().__init__(first, last)
        self.first, self.last = first, last

    def message(self) -> str:
        return _("Pengulangan berakhir {last}, sebelum blok pertama {first}.").format(
            last=long_date(self.last), first=long_date(self.first)
        )

    def hint(self) -> str:
        return _("Beri --sampai yang lebih kemudian.")


class NeverOccurs(UsageProblem):
    """A rule and its dates that leave no occurrence at all."""

    code = "never_occurs"

    def message(self) -> str:
        return _("Pengulangan itu tidak pernah terjadi.")

    def hint(self) -> str:
        return _("Periksa --ulang dan --sampai.")


class UnreadableMove(Unreadable):
    """Neither a while, nor an hour, nor a range."""

    code = "unreadable_move"

    def message(self) -> str:
        return _("Tujuan '{text}' tidak dikenali.").format(text=self.text)

    def hint(self) -> str:
        return _("Gunakan +30m, 10.00, atau 10.00-11.30; untuk memajukan: --lebih-awal 30m.")


class AlreadyDone(FactError):
    """A finished block was to be moved."""

    code = "already_done"

    def __init__(self, number: int, title: str) -> None:
        super().__init__(number)
        self.number, self.title = number, title

    def message(self) -> str:
        return _("Blok {number} '{title}' sudah selesai.").format(
            number=self.number, title=self.title
        )

    def hint(self) -> str:
        return _("Bila akan dikerjakan lagi, buka dahulu: imbang blok ubah {number} --buka").format(
            number=self.number
        )


class ActualInFuture(UsageProblem):
    """A block was said to have really run at a time that has not come yet."""

    code = "actual_in_future"

    def __init__(self, day: date) -> None:
        super().__init__(day)
        self.day = day

    def message(self) -> str:
        return _("Waktu pelaksanaan itu, {day}, belum berlalu.").format(day=long_date(self.day))

    def hint(self) -> str:
        return _("Gunakan jam yang sudah lewat, misalnya --nyata 08.10-09.50.")


class UnknownTemplate(UsageProblem):
    code = "unknown_template"

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name, self.known = name, known

    def message(self) -> str:
        return _("Templat '{name}' tidak ada.").format(name=quoted(self.name))

    def hint(self) -> str:
        return _("Yang ada: {known}.").format(known=enumeration(self.known))


class NotYetBegun(FactError):
    """A block that lies ahead cannot have been done as planned; wall-clock start."""

    code = "not_yet_begun"

    def __init__(self, title: str, start: datetime) -> None:
        super().__init__(title)
        self.title, self.start = title, start

    def message(self) -> str:
        return _("Blok '{title}' baru mulai {day} pukul {time}.").format(
            title=self.title, day=long_date(self.start.date()), time=clock(self.start)
        )

    def hint(self) -> str:
        return _("Bila sudah dikerjakan, sebutkan kapan, misalnya --nyata 08.10-09.50.")


class RuleUnusable(StoreProblem):
    """The rule of a series cannot be followed; no command would have written it."""

    code = "rule_unusable"

    def __init__(self, number: int, title: str) -> None:
        super().__init__(number)
        self.number, self.title = number, title

    def message(self) -> str:
        return _("Aturan ulang blok {n} '{title}' tidak dapat diikuti.").format(
            n=self.number, title=self.title
        )

    def hint(self) -> str:
        return _(
            "Hapus rangkaiannya dengan `imbang blok hapus {n} --semua`, lalu buat lagi; "
            "atau kembalikan cadangan dengan `imbang data pulihkan`."
        ).format(n=self.number)
