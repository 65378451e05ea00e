"""What is erased for good: the question before, and what came of it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan import formats
from keseimbangan.formats import long_date
from keseimbangan.i18n import _, ngettext
from keseimbangan.view.console import Screen
from keseimbangan.view.data_export import counts_text


def question(rows: Mapping[str, int], before: date | None, steps: int, backups: int) -> str:
    """What will be gone, and how many of it; without rows, the traces of what is gone already."""
    if not rows:
        asked = _(
            "Catatannya sudah tidak ada, tetapi jejaknya mungkin masih ada. Hapus selamanya "
            "{things}, lalu buat satu cadangan baru? Ini tidak dapat diurungkan."
        )
        return asked.format(things=_listed(_("jejak itu"), steps, backups))
    asked = _("Hapus selamanya {things}, lalu buat satu cadangan baru? Ini tidak dapat diurungkan.")
    counted = counts_text(rows)
    if before is not None:
        counted = _("{rows} yang dicatat sebelum {day}").format(rows=counted, day=long_date(before))
    return asked.format(things=_listed(counted, steps, backups))


def question_of_history(steps: int, backups: int) -> str:
    """The same where all that there is now stays."""
    asked = _(
        "Hapus selamanya {things}, lalu buat satu cadangan baru? Catatan Anda yang sekarang tetap. "
        "Ini tidak dapat diurungkan."
    )
    return asked.format(things=_listed("", steps, backups) or _("jejak itu"))


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
            things = [counts_text(self.rows), *self._traces()]
            done = _("Dihapus: {rows}.").format(rows=", ".join(filter(None, things)))
        outside = _(
            "Di luar jangkauan: berkas ekspor dan laporan, acara yang sudah ada di kalender, "
            "salinan di tempat lain, riwayat shell, dan sisa di SSD. Ekspor lama yang diimpor lagi "
            "membawa isinya kembali."
        )
        return Group(Text(done), Text(outside, style="dim"))

    def _traces(self) -> Iterator[str]:
        if self.steps or not (self.backups or self.rows):
            yield _history(self.steps)
        if self.backups:
            yield _("semua cadangan lama ({n})").format(n=self.backups)


def _listed(first: str, steps: int, backups: int) -> str:
    """What goes, without what there is none of."""
    history = _history(steps) if steps else ""
    copies = _("semua cadangan ({n})").format(n=backups) if backups else ""
    return formats.enumeration([each for each in (first, history, copies) if each])


def _history(steps: int) -> str:
    counted = ngettext("{n} langkah", "{n} langkah", steps).format(n=steps)
    return _("riwayat urung ({steps})").format(steps=counted)
