"""What can stand in the way of erasing."""

from keseimbangan.errors import UsageProblem
from keseimbangan.i18n import _


class NothingNamed(UsageProblem):
    """Nothing says what is to be erased."""

    code = "nothing_named"

    def message(self) -> str:
        return _("Sebutkan apa yang dihapus.")

    def hint(self) -> str:
        return _("Misalnya `imbang data hapus jurnal --sebelum 2026-01-01`, atau --semua.")
