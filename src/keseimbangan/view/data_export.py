"""What went out of the store, as people and programs see it."""

from collections.abc import Mapping
from shlex import quote
from typing import Any, NamedTuple

from rich.console import Group, RenderableType

from keseimbangan.i18n import _, ngettext
from keseimbangan.view.console import PathLine, Screen, shown
from keseimbangan.view.data import ORDER, size_text
from keseimbangan.view.step_words import PARTS, counted


class Export(NamedTuple):
    """A file that was written."""

    file: str
    format: str
    schema: int
    size: int
    rows: dict[str, int]
    # Entries of the journal in it; None where it was left out.
    journal: int | None
    locked: bool = False


class ExportReport(Screen):
    """What is in the file, and whether the journal is."""

    def __init__(self, export: Export) -> None:
        self.export = export

    def document(self) -> dict[str, Any]:
        one = self.export
        return {
            "export": {
                "file": one.file,
                "format": one.format,
                "schema": one.schema,
                "bytes": one.size,
                "journal": one.journal is not None,
                "locked": one.locked,
                "tables": [{"name": name, "rows": rows} for name, rows in one.rows.items()],
            }
        }

    def render(self) -> RenderableType:
        return Group(*(PathLine(line) for line in self.lines()))

    def lines(self) -> list[str]:
        """The same as sentences."""
        one = self.export
        written = _("Ditulis: {file} ({size})").format(
            file=shown(one.file), size=size_text(one.size)
        )
        counts = counts_text(one.rows)
        if not any(one.rows.values()):
            return [written, _("Belum ada isinya.")]
        content = _("Isinya: {counts}.").format(counts=counts or _("catatan tentang yang dihapus"))
        return [written, content, self._journal(), *self._next()]

    def _next(self) -> list[str]:
        one = self.export
        if one.format != "json" or one.file == "-":
            return []
        call = _("Di komputer lain: imbang data impor {file}").format(file=shown(quote(one.file)))
        return [call]

    def _journal(self) -> str:
        count = self.export.journal
        if count is None:
            return _("Jurnal stres tidak ada di dalamnya.")
        if not count:
            return _("Jurnal stres Anda masih kosong.")
        if self.export.locked:
            return _("Jurnal stres Anda ada di dalamnya, terkunci dengan sandi data Anda.")
        return ngettext(
            "Jurnal stres Anda ada di dalamnya ({n} catatan) dan dapat dibaca siapa pun yang "
            "memegang berkas ini. Tanpa jurnal: --tanpa-jurnal.",
            "Jurnal stres Anda ada di dalamnya ({n} catatan) dan dapat dibaca siapa pun yang "
            "memegang berkas ini. Tanpa jurnal: --tanpa-jurnal.",
            count,
        ).format(n=count)


def counts_text(rows: Mapping[str, int]) -> str:
    """`2 tugas, 1 blok`, in the order in which a person meets them.

    Parts go with their owners; that something was deleted is told by its being gone.
    """
    named = sorted(rows.items(), key=lambda each: place(each[0]))
    unsaid = (*PARTS, "deletions")
    return ", ".join(counted(name, n) for name, n in named if n and name not in unsaid)


def place(table: str) -> int:
    """Where a table stands among the others."""
    return ORDER.index(table) if table in ORDER else len(ORDER)
