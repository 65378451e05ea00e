"""What a search in the journal found: which entries and where in them, not what they say."""

from collections.abc import Sequence
from typing import Any

from rich.console import RenderableType

from keseimbangan.domain.journal_search import Field, Found
from keseimbangan.i18n import _
from keseimbangan.view.console import Screen
from keseimbangan.view.journal import EntryList


def field_word(field: Field) -> str:
    """`penyebab`."""
    return {
        Field.TRIGGERS: _("pemicu"),
        Field.MAIN_CAUSE: _("penyebab"),
        Field.COPING: _("cara mengatasi"),
        Field.NOTE: _("catatan"),
    }[field]


class FoundList(Screen):
    """Entries in which words were found, and in which of their fields."""

    def __init__(self, found: Sequence[Found], remark: str | None) -> None:
        places = {
            each.entry.number: ", ".join(field_word(field) for field in each.fields)
            for each in found
        }
        entries = [each.entry for each in found]
        empty = _("Tidak ditemukan dalam catatan jurnal.")
        self._list = EntryList(entries, empty, remark, places)

    def document(self) -> dict[str, Any]:
        return self._list.document()

    def render(self) -> RenderableType:
        return self._list.render()
