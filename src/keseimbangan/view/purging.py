"""What is erased for good: the question before, and what came of it."""

from collections.abc import Mapping
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan.i18n import _, ngettext
from keseimbangan.view.console import Screen
from keseimbangan.view.table_words import noun


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
        "Hapus selamanya: {rows}? Riwayat urung ({steps}) dan semua cadangan ({backups}) ikut "
        "dihapus, lalu dibuat satu cadangan baru. Ini tidak dapat diurungkan."
    )
    return asked.format(rows=_listed(rows), steps=_steps(steps), backups=backups)


def question_of_all(folder: str, backups: int) -> str:
    """The same where nothing is to be left."""
    asked = ngettext(
        "Hapus selamanya semua data, pengaturan, log, dan {n} cadangan di {folder}? Ini tidak "
        "dapat diurungkan.",
        "Hapus selamanya semua data, pengaturan, log, dan {n} cadangan di {folder}? Ini tidak "
        "dapat diurungkan.",
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
        elif not self.rows:
            done = _("Dihapus: jejak dalam riwayat urung dan cadangan.")
        else:
            done = _("Dihapus: {rows}.").format(rows=_listed(self.rows))
        outside = _(
            "Di luar jangkauan: berkas ekspor dan laporan, acara yang sudah ada di kalender, "
            "salinan di tempat lain, riwayat shell, dan sisa di SSD. Ekspor lama yang diimpor lagi "
            "membawa isinya kembali."
        )
        return Group(Text(done), Text(outside, style="dim"))


def _listed(rows: Mapping[str, int]) -> str:
    return ", ".join(f"{noun(name)} {n}" for name, n in rows.items())


def _steps(count: int) -> str:
    return ngettext("{n} langkah", "{n} langkah", count).format(n=count)
