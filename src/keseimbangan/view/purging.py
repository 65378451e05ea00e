"""What is erased for good: the question before, and what came of it."""

from collections.abc import Mapping
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan.i18n import _, ngettext
from keseimbangan.view.console import Screen
from keseimbangan.view.data_export import counts_text


def question(rows: Mapping[str, int], steps: int, backups: int) -> str:
    """What will be gone, and how many of it; without rows, the traces of what is gone already."""
    if not rows:
        asked = _(
            "Catatannya sudah tidak ada, tetapi jejaknya mungkin masih ada. Hapus selamanya "
            "riwayat urung ({steps}) dan semua cadangan ({backups}), lalu buat satu cadangan baru? "
            "Ini tidak dapat diurungkan."
        )
        return asked.format(steps=_steps(steps), backups=backups)
    asked = _(
        "Hapus selamanya {rows}? Riwayat urung ({steps}) dan semua cadangan ({backups}) ikut "
        "dihapus, lalu dibuat satu cadangan baru. Ini tidak dapat diurungkan."
    )
    return asked.format(rows=counts_text(rows), steps=_steps(steps), backups=backups)


def question_of_history(steps: int, backups: int) -> str:
    """The same where all that there is now stays."""
    asked = _(
        "Hapus selamanya riwayat urung ({steps}) dan semua cadangan ({backups}), lalu buat satu "
        "cadangan baru? Catatan Anda yang sekarang tetap. Ini tidak dapat diurungkan."
    )
    return asked.format(steps=_steps(steps), backups=backups)


def question_of_all(folder: str, backups: int) -> str:
    """The same where nothing is to be left."""
    asked = ngettext(
        "Hapus selamanya semua data, pengaturan, catatan galat, dan {n} cadangan di {folder}? "
        "Ini tidak dapat diurungkan.",
        "Hapus selamanya semua data, pengaturan, catatan galat, dan {n} cadangan di {folder}? "
        "Ini tidak dapat diurungkan.",
        backups,
    )
    return asked.format(n=backups, folder=folder)


class Erased(Screen):
    """What is gone."""

    def __init__(
        self, rows: Mapping[str, int], steps: int, backups: int, *, everything: bool
    ) -> None:
        self.rows, self.steps, self.backups, self.everything = rows, steps, backups, everything

    def document(self) -> dict[str, Any]:
        return {
            "erased": {
                "everything": self.everything,
                "tables": [{"name": name, "rows": n} for name, n in self.rows.items()],
                "steps": self.steps,
                "backups": self.backups,
            }
        }

    def render(self) -> RenderableType:
        if self.everything:
            done = _("Semua data Anda di sini sudah dihapus.")
        else:
            traces = _("riwayat urung ({steps}) dan semua cadangan lama ({backups})").format(
                steps=_steps(self.steps), backups=self.backups
            )
            words = [counts_text(self.rows), traces]
            done = _("Dihapus: {rows}.").format(rows=", ".join(filter(None, words)))
        outside = _(
            "Di luar jangkauan: berkas ekspor dan laporan, acara yang sudah ada di kalender, "
            "salinan di tempat lain, riwayat shell, dan sisa di SSD. Ekspor lama yang diimpor lagi "
            "membawa isinya kembali."
        )
        return Group(Text(done), Text(outside, style="dim"))


def _steps(count: int) -> str:
    return ngettext("{n} langkah", "{n} langkah", count).format(n=count)
