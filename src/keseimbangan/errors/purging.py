"""What can stand in the way of erasing."""

from pathlib import Path

from keseimbangan.errors import StoreProblem, UsageProblem
from keseimbangan.errors.files import refusal
from keseimbangan.i18n import _


class NotErased(StoreProblem):
    """A file that was to go could not be removed; what came before it is gone."""

    code = "not_erased"

    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(str(path))
        self.path, self.error = path, error

    def message(self) -> str:
        return _("Berkas {path} belum terhapus: {reason}.").format(
            path=self.path, reason=refusal(self.error)
        )

    def hint(self) -> str:
        return _("Periksa izin folder itu dan disknya, lalu ulangi perintah yang sama.")


class NothingNamed(UsageProblem):
    """Nothing says what is to be erased."""

    code = "nothing_named"

    def message(self) -> str:
        return _("Sebutkan apa yang dihapus.")

    def hint(self) -> str:
        return _("Misalnya `imbang data hapus jurnal --sebelum 2026-01-01`, atau --semua.")


class AllIsAnOption(UsageProblem):
    """The word for all, where each word is one kind of record."""

    code = "all_is_an_option"

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text

    def message(self) -> str:
        return _("Kata '{text}' tidak dikenali di sini.").format(text=self.text)

    def hint(self) -> str:
        return _("Semua data dihapus dengan `imbang data hapus --semua`.")
