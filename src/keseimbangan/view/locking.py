"""What locking and unlocking came to, as people and programs see it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan.i18n import _, ngettext
from keseimbangan.view.console import Screen, shown


class Locked(Screen):
    """A store that was locked, and the copies that are still readable."""

    def __init__(
        self, path: Path, backups: int, plain: Sequence[Path], *, keyring: bool, headline: str
    ) -> None:
        self.path, self.backups, self.plain, self.keyring = path, backups, plain, keyring
        self.headline = headline

    def document(self) -> dict[str, Any]:
        return {
            "encryption": {
                "locked": True,
                "path": str(self.path),
                "keyring": self.keyring,
                "backups_locked": self.backups,
                "plaintext": [str(path) for path in self.plain],
            }
        }

    def render(self) -> RenderableType:
        return Group(*(Text(line, overflow="fold") for line in self._lines()))

    def _lines(self) -> list[str]:
        lines = [self.headline, _("Simpan sandinya di tempat yang aman.")]
        if self.keyring:
            lines.append(_("Kuncinya ada di gantungan kunci sistem, jadi sandi tidak ditanyakan."))
        else:
            lines.append(
                _("Sandi ditanyakan pada tiap perintah. Agar tidak: {call}").format(
                    call=_("imbang data kunci --gantungan")
                )
            )
        if self.backups:
            count = ngettext(
                "{n} cadangan lama juga terkunci.", "{n} cadangan lama juga terkunci.", self.backups
            )
            lines.append(count.format(n=self.backups))
        if self.plain:
            lines += ["", _("Masih dapat dibaca tanpa sandi:")]
            lines += [f"  {shown(str(path))}" for path in self.plain]
        lines += [
            "",
            _(
                "Di luar jangkauan: berkas ekspor, laporan, dan salinan di tempat lain, salinan "
                "milik penyunting teks, riwayat shell, serta sisa di SSD. Pengaturan dan log tidak "
                "dikunci; isinya bukan catatan Anda."
            ),
        ]
        return lines


class Unlocked(Screen):
    """A store that was unlocked; `backups` are still locked."""

    def __init__(self, path: Path, backups: int) -> None:
        self.path, self.backups = path, backups

    def document(self) -> dict[str, Any]:
        return {
            "encryption": {
                "locked": False,
                "path": str(self.path),
                "keyring": False,
                "backups_still_locked": self.backups,
            }
        }

    def render(self) -> RenderableType:
        lines = [_("Data Anda tidak lagi terkunci.")]
        if self.backups:
            count = ngettext(
                "{n} cadangan tetap terkunci dengan sandinya; jangan lupakan sandi itu.",
                "{n} cadangan tetap terkunci dengan sandinya; jangan lupakan sandi itu.",
                self.backups,
            )
            lines.append(count.format(n=self.backups))
        return Group(*(Text(line) for line in lines))
