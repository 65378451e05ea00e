"""What went out of the store, as people and programs see it."""

from typing import Any, NamedTuple

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan.i18n import _, ngettext
from keseimbangan.view.console import Screen, shown
from keseimbangan.view.data import size_text
from keseimbangan.view.data_exchange import place
from keseimbangan.view.table_words import noun


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
        return Group(*(Text(line) for line in self.lines()))

    def lines(self) -> list[str]:
        """The same as sentences."""
        one = self.export
        written = _("Ditulis: {file} ({size})").format(
            file=shown(one.file), size=size_text(one.size)
        )
        named = sorted(one.rows.items(), key=lambda each: place(each[0]))
        filled = [(name, rows) for name, rows in named if rows]
        counts = ", ".join(f"{_within(noun(name))} {rows}" for name, rows in filled)
        content = _("Isinya: {counts}.").format(counts=counts) if filled else _("Belum ada isinya.")
        return [written, content, self._journal()]

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


def _within(word: str) -> str:
    """A noun as it stands within a sentence."""
    return word if word.isupper() else word[:1].lower() + word[1:]
