"""The Eisenhower matrix."""

from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from keseimbangan.domain.tasks import Quadrant, Task
from keseimbangan.i18n import _
from keseimbangan.view.console import Screen
from keseimbangan.view.tasks import (
    QUADRANT_STYLES,
    QUADRANT_SYMBOLS,
    Surroundings,
    document,
    line,
    quadrant_reason,
    quadrant_word,
)

# Below this many columns two cells side by side would fold every title.
NARROW = 80


class Matrix(Screen):
    """The Eisenhower matrix: two columns where there is room, one below the other where not."""

    def __init__(self, tasks: Sequence[Task], around: Surroundings, remark: str | None) -> None:
        self.tasks, self.around, self.remark = tasks, around, remark

    def document(self) -> dict[str, Any]:
        return {"tasks": [document(task, self.around) for task in self.tasks]}

    def render(self) -> RenderableType:
        cells = {where: self._cell(where) for where in Quadrant}
        grid = Table.grid(expand=True, padding=(0, 0))
        grid.add_column(ratio=1)
        grid.add_column(ratio=1)
        grid.add_row(cells[Quadrant.DO], cells[Quadrant.SCHEDULE])
        grid.add_row(cells[Quadrant.DELEGATE], cells[Quadrant.ELIMINATE])
        parts: list[RenderableType] = [_Foldable(grid, list(cells.values()))]
        if self.remark:
            parts.append(Text(self.remark))
        return Group(*parts)

    def _cell(self, where: Quadrant) -> RenderableType:
        mine = [task for task in self.tasks if self.around.quadrant(task) is where]
        lines: Iterable[RenderableType] = [line(task, self.around) for task in mine]
        body = Group(*lines) if mine else Text(_("kosong"), style="dim")
        title = f"{QUADRANT_SYMBOLS[where]} {quadrant_word(where)}"
        return Panel(
            body,
            title=Text(title, style=QUADRANT_STYLES[where]),
            subtitle=Text(quadrant_reason(where), style="dim"),
            title_align="left",
            subtitle_align="left",
            height=None,
        )


class _Foldable:
    """The grid where it fits, its cells one below the other in a narrow terminal."""

    def __init__(self, wide: RenderableType, cells: Sequence[RenderableType]) -> None:
        self.wide, self.cells = wide, cells

    def __rich_console__(self, console: Any, options: Any) -> Iterable[RenderableType]:
        if options.max_width >= NARROW:
            yield self.wide
        else:
            yield from self.cells
