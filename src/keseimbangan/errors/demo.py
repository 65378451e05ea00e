"""What can stand in the way of the demo."""

from pathlib import Path

from keseimbangan.errors import FactError
from keseimbangan.i18n import _


class DemoHomeInUse(FactError):
    code = "home_in_use"

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.folder = folder

    def message(self) -> str:
        return _("Folder {folder} sudah berisi data keseimbangan.").format(folder=self.folder)

    def hint(self) -> str:
        return _("Pilih folder lain; contoh tidak pernah ditulis di atas data yang ada.")


class DemoCommandFailed(FactError):
    code = "demo_failed"

    def __init__(self, command: str, code: int) -> None:
        super().__init__(command)
        self.command, self.exit = command, code

    def message(self) -> str:
        return _("Perintah contoh `{command}` berakhir dengan kode {code}.").format(
            command=self.command, code=self.exit
        )

    def hint(self) -> str:
        return _("Pesannya ada di atas.")
