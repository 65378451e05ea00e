"""Performance talks as people and programs see them."""

from collections.abc import Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.dialogues import Dialogue
from keseimbangan.i18n import _
from keseimbangan.view.console import Screen, shown
from keseimbangan.view.grid import Grid


def document(dialogue: Dialogue) -> dict[str, Any]:
    """A talk for programs."""
    return {
        "number": dialogue.number,
        "uid": dialogue.uid,
        "date": dialogue.day.isoformat(),
        "with": dialogue.partner,
        "target": dialogue.target,
        "note": dialogue.note,
        "agreement": dialogue.agreement,
        "follow_up": dialogue.follow_up.isoformat() if dialogue.follow_up else None,
    }


class DialogueCard(Screen):
    """One talk, whole, below a sentence that says what happened to it."""

    def __init__(self, dialogue: Dialogue, headline: str | None = None) -> None:
        self.dialogue, self.headline = dialogue, headline

    def document(self) -> dict[str, Any]:
        return {"dialogue": document(self.dialogue)}

    def render(self) -> RenderableType:
        one = self.dialogue
        grid = Grid(gap=2)
        grid.add_column(style="dim", no_wrap=True)
        grid.add_column()
        for label, text in (
            (_("tanggal"), formats.long_date(one.day)),
            (_("SKP"), str(one.target) if one.target else ""),
            (_("catatan"), shown(one.note or "", lines=True)),
            (_("kesepakatan"), shown(one.agreement or "", lines=True)),
            (_("tindak lanjut"), formats.long_date(one.follow_up) if one.follow_up else ""),
        ):
            if text:
                grid.add_row(label, text)
        title = Text.assemble((f"{one.number}  ", "dim"), (shown(one.partner), "bold"))
        head: list[RenderableType] = [Text(self.headline)] if self.headline else []
        return Group(*head, title, grid)


class DialogueList(Screen):
    """The talks of a year."""

    def __init__(self, year: int, dialogues: Sequence[Dialogue]) -> None:
        self.year, self.dialogues = year, dialogues

    def document(self) -> dict[str, Any]:
        return {"dialogues": [document(one) for one in self.dialogues]}

    def render(self) -> RenderableType:
        if not self.dialogues:
            return Text(
                _('Belum ada dialog kinerja pada {year}. Catat: imbang dialog tambah "…"').format(
                    year=self.year
                )
            )
        grid = Grid(gap=2)
        grid.add_column(_("no"), justify="right", style="dim", no_wrap=True)
        grid.add_column(_("tanggal"), no_wrap=True)
        grid.add_column(_("dengan"))
        grid.add_column(_("kesepakatan"), style="dim")
        if followed := any(one.follow_up for one in self.dialogues):
            grid.add_column(_("ditinjau"), no_wrap=True)
        for one in self.dialogues:
            agreement = shown(one.agreement or "", lines=True)
            day = formats.short_date(one.day)
            review = [formats.short_date(one.follow_up) if one.follow_up else ""]
            grid.add_row(
                str(one.number), day, shown(one.partner), agreement, *(review if followed else ())
            )
        return Group(Text(str(self.year), style="bold"), "", grid)
