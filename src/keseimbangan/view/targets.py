"""Performance targets (SKP) as people and programs see them."""

from collections.abc import Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from keseimbangan.domain.targets import PerformanceTarget
from keseimbangan.i18n import _
from keseimbangan.view.console import Screen, shown


def document(target: PerformanceTarget) -> dict[str, Any]:
    """A target for programs."""
    return {
        "number": target.number,
        "uid": target.uid,
        "title": target.title,
        "year": target.year,
        "archived": target.archived,
    }


class TargetCard(Screen):
    """One target, below a sentence that says what happened to it."""

    def __init__(self, target: PerformanceTarget, headline: str) -> None:
        self.target, self.headline = target, headline

    def document(self) -> dict[str, Any]:
        return {"target": document(self.target)}

    def render(self) -> RenderableType:
        target = self.target
        line = Text.assemble((f"{target.number}  ", "dim"), (shown(target.title), "bold"))
        return Group(Text(self.headline), line.append(f"  {target.year}", style="dim"))


class TargetList(Screen):
    """Targets in a table, with a sentence where there are none and one below them."""

    def __init__(
        self, targets: Sequence[PerformanceTarget], empty: str, remark: str | None = None
    ) -> None:
        self.targets, self.empty, self.remark = targets, empty, remark

    def document(self) -> dict[str, Any]:
        return {"targets": [document(target) for target in self.targets]}

    def render(self) -> RenderableType:
        if not self.targets:
            return Text(self.empty)
        table = Table(box=None, padding=(0, 1), pad_edge=False)
        table.add_column(_("no"), justify="right", style="dim")
        table.add_column(_("tahun"), no_wrap=True)
        table.add_column(_("SKP"), overflow="fold", ratio=1)
        for target in self.targets:
            table.add_row(str(target.number), str(target.year), _title(target))
        parts: list[RenderableType] = [table]
        if self.remark:
            parts += ["", Text(self.remark)]
        return Group(*parts)


def _title(target: PerformanceTarget) -> Text:
    title = Text(shown(target.title))
    if target.archived:
        title.append("  " + _("(diarsipkan)"), style="dim")
    return title
