"""What can stand in the way of undoing and doing again."""

from keseimbangan.errors import FactError
from keseimbangan.i18n import _, ngettext


class NothingToUndo(FactError):
    """Nothing is left to undo; `undone` where all of it has just been, `migrated` where the store
    was carried over to another schema, which ends all steps."""

    code = "nothing_to_undo"

    def __init__(self, *, undone: bool = False, migrated: bool = False) -> None:
        super().__init__(undone, migrated)
        self.undone, self.migrated = undone, migrated

    def message(self) -> str:
        return _("Tidak ada langkah yang dapat diurungkan.")

    def hint(self) -> str:
        if self.undone:
            return _("Yang sudah diurungkan kembali dengan `imbang ulang`.")
        if self.migrated:
            return _(
                "Langkah sebelum pembaruan program tidak disimpan; keadaan saat itu ada di folder "
                "cadangan."
            )
        return _("Langkah disimpan 90 hari, kecuali riwayatnya dihapus.")


class NothingToRedo(FactError):
    """Nothing was undone, or something new has been written since."""

    code = "nothing_to_redo"

    def message(self) -> str:
        return _("Tidak ada langkah yang dapat diulang.")

    def hint(self) -> str:
        return _("Yang diurungkan dapat diulang sampai ada perubahan baru.")


class TooFewSteps(FactError):
    """Fewer steps than asked for; `redo` tells which way."""

    code = "too_few_steps"

    def __init__(self, found: int, *, redo: bool) -> None:
        super().__init__(found)
        self.found, self.redo = found, redo

    def message(self) -> str:
        if self.redo:
            text = ngettext(
                "Hanya {n} langkah dapat diulang.", "Hanya {n} langkah dapat diulang.", self.found
            )
        else:
            text = ngettext(
                "Hanya {n} langkah dapat diurungkan.",
                "Hanya {n} langkah dapat diurungkan.",
                self.found,
            )
        return text.format(n=self.found)

    def hint(self) -> str:
        return _("Tidak ada yang diubah; lihat langkahnya dengan `imbang urung --daftar`.")


class SessionInTheWay(FactError):
    """What is to be taken back is about a focus session that another terminal counts right now."""

    code = "session_in_the_way"

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number

    def message(self) -> str:
        return _(
            "Sesi fokus {number} sedang berjalan di terminal lain dan akan ikut berubah."
        ).format(number=self.number)

    def hint(self) -> str:
        return _("Akhiri dahulu dengan `imbang fokus berhenti`.")


class StepDoesNotFit(FactError):
    """The rows are not as the step left them: somebody changed the file past the log."""

    code = "step_does_not_fit"

    def message(self) -> str:
        return _("Isi berkas data tidak lagi cocok dengan langkah ini; tidak ada yang diubah.")

    def hint(self) -> str:
        return _("Berkas itu diubah di luar program; keadaan sebelumnya ada di folder cadangan.")
