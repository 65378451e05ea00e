"""The Eisenhower matrix."""

from collections.abc import Sequence
from typing import Any

from rich.box import ROUNDED
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from keseimbangan.domain.tasks import Quadrant, Task
from keseimbangan.i18n import _
from keseimbangan.view.console import Screen
from keseimbangan.view.task_words import (
    QUADRANT_STYLES,
    QUADRANT_SYMBOLS,
    UNDECIDED_SYMBOL,
    quadrant_reason,
    quadrant_word,
)
from keseimbangan.view.tasks import Surroundings, document, line

# Below this many columns two cells side by side would fold every title.
NARROW = 80


class Matrix(Screen):
    """The Eisenhower matrix: two columns where there is room, one below the other where not."""

    def __init__(self, tasks: Sequence[Task], around: Surroundings, remark: str | None) -> None:
        self.tasks, self.around, self.remark = tasks, around, remark

    def document(self) -> dict[str, Any]:
        return {"tasks": [document(task, self.around) for task in self.tasks]}

    def render(self) -> RenderableType:
        parts: list[RenderableType] = [_ByWidth(self)]
        if waiting := [task for task in self.tasks if self.around.undecided(task)]:
            heading = _("{sign} Belum ditriase: imbang tugas triase").format(sign=UNDECIDED_SYMBOL)
            parts.append(Text(heading, style="bold"))
            parts += [line(task, self.around, symbol=False) for task in waiting]
        if self.remark:
            parts.append(Text(self.remark))
        return Group(*parts)

    def wide(self) -> RenderableType:
        """Two by two."""
        table = Table(box=ROUNDED, show_header=False, show_lines=True, expand=True)
        table.add_column(ratio=1, overflow="fold")
        table.add_column(ratio=1, overflow="fold")
        table.add_row(self._cell(Quadrant.DO), self._cell(Quadrant.SCHEDULE))
        table.add_row(self._cell(Quadrant.DELEGATE), self._cell(Quadrant.ELIMINATE))
        return table

    def narrow(self) -> RenderableType:
        """One below the other."""
        table = Table(box=ROUNDED, show_header=False, show_lines=True, expand=True)
        table.add_column(overflow="fold")
        for where in Quadrant:
            table.add_row(self._cell(where))
        return table

    def _cell(self, where: Quadrant) -> RenderableType:
        decided = (task for task in self.tasks if not self.around.undecided(task))
        mine = [task for task in decided if self.around.quadrant(task) is where]
        title = Text(f"{QUADRANT_SYMBOLS[where]} {quadrant_word(where)}")
        title.stylize(QUADRANT_STYLES[where])
        title.append(f"  {quadrant_reason(where)}", style="not bold dim")
        empty = Text(_("kosong"), style="dim")
        return Group(title, *([line(task, self.around, symbol=False) for task in mine] or [empty]))


class _ByWidth:
    def __init__(self, matrix: Matrix) -> None:
        self.matrix = matrix

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        wide = options.max_width >= NARROW
        yield self.matrix.wide() if wide else self.matrix.narrow()
