"""A store of an earlier program that could not be brought to this one's schema."""

from pathlib import Path

from keseimbangan.errors import StoreProblem
from keseimbangan.i18n import _


class MigrationFailed(StoreProblem):
    """A step met content it cannot carry over; the store stands as before."""

    code = "migration_failed"

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path

    def message(self) -> str:
        return _("Berkas data {path} belum dapat disesuaikan dengan versi ini.").format(
            path=self.path
        )

    def hint(self) -> str:
        return _("Berkas itu tidak diubah; gunakan dahulu versi keseimbangan yang sebelumnya.")
