"""What can stand in the way of a performance target, its indicators and what is realised of it."""

from keseimbangan.errors import FactError, UsageProblem, quoted
from keseimbangan.errors.text import Unreadable
from keseimbangan.formats import enumeration
from keseimbangan.i18n import _, language


class UnreadableTargetPeriod(Unreadable):
    code = "unreadable_period"

    def message(self) -> str:
        return _("Periode SKP '{text}' tidak dikenali.").format(text=self.text)

    def hint(self) -> str:
        return _("Gunakan setahun 2026, triwulan 2026-TW1, atau sebulan 2026-03.")


class UnreadableAmount(Unreadable):
    code = "unreadable_amount"

    def message(self) -> str:
        return _("Jumlah '{text}' tidak dikenali.").format(text=self.text)

    def hint(self) -> str:
        return _("Gunakan angka seperti 12, 0,5, atau 1.250.000.")


class AmbiguousAmount(Unreadable):
    """A number whose one sign could be that of thousands or that of decimals."""

    code = "ambiguous_amount"

    def __init__(self, text: str, thousands: str, decimals: str) -> None:
        super().__init__(text)
        self.thousands, self.decimals = thousands, decimals

    def message(self) -> str:
        return _("Jumlah '{text}' dapat berarti ribuan atau pecahan.").format(text=self.text)

    def hint(self) -> str:
        return _(
            "Tulis {thousands} untuk ribuan, atau pecahan dengan dua angka, misalnya {decimals}."
        ).format(thousands=self.thousands, decimals=self._decimals())

    def _decimals(self) -> str:
        return self.decimals if language() == "id" else self.decimals.replace(",", ".")


class AmountOutOfBounds(Unreadable):
    code = "amount_out_of_bounds"

    def message(self) -> str:
        return _("Jumlah '{text}' terlalu besar.").format(text=self.text)

    def hint(self) -> str:
        return _("Gunakan satuan yang lebih besar, misalnya juta rupiah.")


class TargetNotPositive(UsageProblem):
    """An indicator whose target is nothing."""

    code = "target_not_positive"

    def message(self) -> str:
        return _("Target sebuah indikator tidak dapat nol.")

    def hint(self) -> str:
        return _("Gunakan angka di atas nol, misalnya 12.")


class AmbiguousWord(Unreadable):
    """The beginning of several words."""

    code = "ambiguous_word"

    def __init__(self, text: str, words: tuple[str, ...]) -> None:
        super().__init__(text)
        self.words = words

    def message(self) -> str:
        return _("'{text}' dapat berarti {words}.").format(
            text=self.text, words=enumeration(self.words)
        )

    def hint(self) -> str:
        return _("Tulis lebih panjang.")


class IndicatorIncomplete(UsageProblem):
    """An indicator needs a text, a target and a unit; `missing` are the options not given."""

    code = "indicator_incomplete"

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__(*missing)
        self.missing = missing

    def message(self) -> str:
        return _("Indikator belum lengkap.")

    def hint(self) -> str:
        return _("Sebutkan juga {options}.").format(options=enumeration(self.missing))


class NoTargetServed(UsageProblem):
    """A realisation was given for something that serves no target; `noun` is in the language."""

    code = "no_target_served"

    def __init__(self, noun: str, number: int, remedy: str) -> None:
        super().__init__(noun, number)
        self.noun, self.number, self.remedy = noun, number, remedy

    def message(self) -> str:
        return _("{noun} {number} tidak melayani SKP, jadi realisasi tidak dicatat.").format(
            noun=self.noun, number=self.number
        )

    def hint(self) -> str:
        return self.remedy


class NoIndicator(FactError):
    """A realisation was given for a target that has no indicator."""

    code = "no_indicator"

    def __init__(self, target: int, title: str) -> None:
        super().__init__(target)
        self.target, self.title = target, title

    def message(self) -> str:
        return _("SKP {number} '{title}' belum punya indikator.").format(
            number=self.target, title=self.title
        )

    def hint(self) -> str:
        return _(
            'Tambahkan dahulu: imbang indikator tambah {number} "Jumlah laporan" --target 12 '
            "--satuan laporan"
        ).format(number=self.target)


class IndicatorNeeded(UsageProblem):
    """Several indicators could be meant; `listed` names them with their numbers."""

    code = "indicator_needed"

    def __init__(self, target: int, listed: tuple[str, ...]) -> None:
        super().__init__(target)
        self.target, self.listed = target, listed

    def message(self) -> str:
        return _("SKP {number} punya beberapa indikator: {listed}.").format(
            number=self.target, listed=", ".join(self.listed)
        )

    def hint(self) -> str:
        return _("Sebutkan nomornya dengan --indikator.")


class ForeignIndicator(UsageProblem):
    """The indicator belongs to another target."""

    code = "foreign_indicator"

    def __init__(self, number: int, target: int) -> None:
        super().__init__(number, target)
        self.number, self.target = number, target

    def message(self) -> str:
        return _("Indikator {number} bukan milik SKP {target}.").format(
            number=self.number, target=self.target
        )

    def hint(self) -> str:
        return _("Lihat indikatornya dengan `imbang skp lihat {target}`.").format(
            target=self.target
        )


class OtherUnit(UsageProblem):
    """A realisation in another unit than the indicator's."""

    code = "other_unit"

    def __init__(self, given: str, unit: str) -> None:
        super().__init__(given, unit)
        self.given, self.unit = quoted(given), unit

    def message(self) -> str:
        return _("Satuan '{given}' bukan satuan indikatornya, yaitu {unit}.").format(
            given=self.given, unit=self.unit
        )

    def hint(self) -> str:
        return _("Tulis jumlahnya dalam {unit}.").format(unit=self.unit)
