"""Errors in what a person wrote: dates, times, durations, numbers, titles."""

from datetime import date

from keseimbangan.errors import UsageProblem, quoted
from keseimbangan.formats import duration, enumeration, long_date
from keseimbangan.i18n import _

# A note can take the rest of a line, but not of a note or of a file's name.
_TITLE_LENGTH = 200


class Unreadable(UsageProblem):
    """A text that cannot be understood as what it should be; a long one is quoted in part."""

    code = "unreadable"

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = quoted(text)


class UnreadableDate(Unreadable):
    code = "unreadable_date"

    def message(self) -> str:
        return _("Tanggal '{text}' tidak dikenali.").format(text=self.text)

    def hint(self) -> str:
        return _(
            "Gunakan TTTT-BB-HH, misalnya 2026-11-23, atau 23/11, 23 nov, hari ini, besok, "
            "lusa, senin, jumat ini, senin depan, akhir bulan, +3 hari."
        )


class AmbiguousDate(Unreadable):
    """A text that could be two days."""

    code = "ambiguous_date"

    def __init__(self, text: str, readings: tuple[date, date]) -> None:
        super().__init__(text)
        self.readings = readings

    def message(self) -> str:
        one, other = self.readings
        return _("Tanggal '{text}' dapat berarti {one} atau {other}.").format(
            text=self.text, one=long_date(one), other=long_date(other)
        )

    def hint(self) -> str:
        return _("Tulis salah satunya lengkap, misalnya 2026-11-23.")


class UnreadablePeriod(Unreadable):
    code = "unreadable_period"

    def message(self) -> str:
        return _("Periode '{text}' tidak dikenali.").format(text=self.text)

    def hint(self) -> str:
        return _(
            "Gunakan 2026-11, november, bulan ini, atau bulan lalu; "
            "untuk pekan: 2026-W47, pekan ini, pekan lalu, atau satu tanggal di dalamnya."
        )


class UnreadableTime(Unreadable):
    code = "unreadable_time"

    def message(self) -> str:
        return _("Jam '{text}' tidak dikenali.").format(text=self.text)

    def hint(self) -> str:
        return _("Gunakan 08.00, 8:00, 0800, 13.30, atau pukul 14.")


class UnreadableRange(Unreadable):
    code = "unreadable_range"

    def message(self) -> str:
        return _("Rentang '{text}' tidak dikenali.").format(text=self.text)

    def hint(self) -> str:
        return _("Gunakan 08.00-10.00; yang melewati tengah malam: 22.00-01.00.")


class BackwardRange(Unreadable):
    """A range by day that ends before it starts."""

    code = "backward_range"

    def message(self) -> str:
        return _("Rentang '{text}' berakhir sebelum mulai.").format(text=self.text)

    def hint(self) -> str:
        return _(
            "Tukar kedua jamnya. Hanya rentang malam, misalnya 22.00-01.00, berakhir besoknya."
        )


class UnreadableDuration(Unreadable):
    code = "unreadable_duration"

    def message(self) -> str:
        return _("Lama waktu '{text}' tidak dikenali.").format(text=self.text)

    def hint(self) -> str:
        return _("Gunakan 90m, 1j30m, 1,5 jam, 25 menit, atau 2h.")


class DurationOutOfBounds(UsageProblem):
    """Minutes outside what makes sense; both bounds included."""

    code = "duration_out_of_bounds"

    def __init__(self, minutes: int, least: int, most: int) -> None:
        super().__init__(minutes)
        self.minutes, self.least, self.most = minutes, least, most

    def message(self) -> str:
        return _("Lama waktu {given} di luar batas.").format(given=duration(self.minutes))

    def hint(self) -> str:
        return _("Gunakan antara {least} dan {most}.").format(
            least=duration(self.least), most=duration(self.most)
        )


class UnreadableNumber(Unreadable):
    """A whole number was wanted; both bounds included."""

    code = "unreadable_number"

    def __init__(self, text: str, least: int, most: int | None = None) -> None:
        super().__init__(text)
        self.least, self.most = least, most

    def message(self) -> str:
        return _("Angka '{text}' tidak dapat dipakai.").format(text=self.text)

    def hint(self) -> str:
        if self.most is None:
            return _("Gunakan bilangan bulat mulai dari {least}.").format(least=self.least)
        return _("Gunakan bilangan bulat {least} sampai {most}.").format(
            least=self.least, most=self.most
        )


class UnknownWord(Unreadable):
    """A word outside a fixed list; `words` are the accepted ones."""

    code = "unknown_word"

    def __init__(self, text: str, words: tuple[str, ...]) -> None:
        super().__init__(text)
        self.words = words

    def message(self) -> str:
        return _("Kata '{text}' tidak dikenali di sini.").format(text=self.text)

    def hint(self) -> str:
        return _("Pilihannya: {words}.").format(words=", ".join(self.words))


class UnreadableRepeat(Unreadable):
    code = "unreadable_repeat"

    def message(self) -> str:
        return _("Pengulangan '{text}' tidak dikenali.").format(text=self.text)

    def hint(self) -> str:
        return _(
            "Gunakan tiap hari, tiap hari kerja, tiap senin, tiap senin dan kamis, "
            "tiap 2 pekan, tiap bulan, tiap tanggal 1, atau tiap senin pertama."
        )


class EmptyText(UsageProblem):
    """A title or another text that must say something."""

    code = "empty_text"

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field

    def message(self) -> str:
        return _("{field} kosong.").format(field=self.field)

    def hint(self) -> str:
        return _("Tulis sedikitnya satu kata.")


class TextTooLong(UsageProblem):
    code = "text_too_long"

    def __init__(self, field: str, length: int, most: int) -> None:
        super().__init__(field, length)
        self.field, self.length, self.most = field, length, most

    def message(self) -> str:
        return _("{field} sepanjang {length} karakter terlalu panjang.").format(
            field=self.field, length=self.length
        )

    def hint(self) -> str:
        if self.most > _TITLE_LENGTH:
            return _("Pendekkan sampai paling banyak {most} karakter.").format(most=self.most)
        return _("Paling banyak {most} karakter; sisanya dapat ditaruh di catatan.").format(
            most=self.most
        )


class HiddenCharacters(UsageProblem):
    """Control characters, terminal escapes, invisible direction marks, bytes that are no text."""

    code = "hidden_characters"

    def __init__(self, field: str, characters: tuple[str, ...]) -> None:
        super().__init__(field)
        self.field, self.characters = field, characters

    def message(self) -> str:
        return _("{field} memuat karakter tak terlihat: {characters}.").format(
            field=self.field, characters=enumeration(self.characters)
        )

    def hint(self) -> str:
        return _("Hapus karakter itu, lalu coba lagi.")


class BackwardDates(UsageProblem):
    """`--sampai` lies before `--dari`."""

    code = "backward_dates"

    def __init__(self, first: str, last: str) -> None:
        super().__init__(first, last)
        self.first, self.last = first, last

    def message(self) -> str:
        return _("Tanggal akhir {last} mendahului tanggal awal {first}.").format(
            first=self.first, last=self.last
        )

    def hint(self) -> str:
        return _("Tukar --dari dan --sampai.")


class DayToCome(UsageProblem):
    """A day that is yet to come, where only one that has begun makes sense.

    The `remedy` is already in the language.
    """

    code = "day_to_come"

    def __init__(self, day: date, remedy: str) -> None:
        super().__init__(day)
        self.day, self.remedy = day, remedy

    def message(self) -> str:
        return _("{day} belum tiba.").format(day=long_date(self.day))

    def hint(self) -> str:
        return self.remedy
