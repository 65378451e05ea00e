"""What was just deleted, and the way back."""

from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan.i18n import _
from keseimbangan.view.console import Screen, shown


class Deleted(Screen):
    """The card of what is gone, or one sentence where the card would give advice about it."""

    def __init__(self, card: Screen, sentence: str | None = None) -> None:
        self.card, self.sentence = card, sentence

    def document(self) -> dict[str, Any]:
        return self.card.document()

    def render(self) -> RenderableType:
        said = Text(shown(self.sentence)) if self.sentence else self.card.render()
        way_back = _("Urungkan dengan: {call}").format(call=_("imbang urung"))
        return Group(said, Text(way_back, style="dim"))
