"""New due dates for overdue tasks, as people and programs see them."""

from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.catching_up import NewDue
from keseimbangan.domain.tasks import Quadrant, Task
from keseimbangan.i18n import _, ngettext
from keseimbangan.view.console import Screen, shown
from keseimbangan.view.grid import Grid
from keseimbangan.view.tasks import Surroundings
from keseimbangan.view.tasks import document as task_document


class CatchUp(Screen):
    """The overdue tasks and the day proposed for each; `saved` are the tasks that have it now.

    `free` are the minutes free up to the last of these days, `usual` those for no estimate.
    """

    def __init__(
        self,
        found: Sequence[NewDue],
        around: Surroundings,
        free: int,
        usual: int,
        saved: Sequence[Task] | None = None,
    ) -> None:
        self.found, self.around, self.saved = found, around, saved
        self.free, self.usual = free, usual

    def document(self) -> dict[str, Any]:
        tasks = [new.task for new in self.found] if self.saved is None else self.saved
        return {
            "applied": self.saved is not None,
            "needed_minutes": sum(new.minutes for new in self.found),
            "free_minutes": self.free,
            "overdue": [
                {
                    "task": task_document(task, self.around),
                    "from": new.task.due.isoformat() if new.task.due else None,
                    "to": new.day.isoformat(),
                    "minutes": new.minutes,
                }
                for new, task in zip(self.found, tasks, strict=True)
            ],
        }

    def render(self) -> RenderableType:
        if not self.found:
            return Text(_("Tidak ada tugas yang lewat tenggat."))
        parts: list[RenderableType] = [Text(self._headline())]
        important = [new for new in self.found if self._is_important(new.task)]
        others = [new for new in self.found if not self._is_important(new.task)]
        for title, group in ((_("Penting"), important), (_("Lainnya"), others)):
            if group:
                parts += ["", Text(title, style="bold"), self._table(group)]
        parts += ["", *(Text(line) for line in (self._load(), self._guessed()) if line)]
        return Group(*parts)

    def _is_important(self, task: Task) -> bool:
        return self.around.quadrant(task) in (Quadrant.DO, Quadrant.SCHEDULE)

    def _headline(self) -> str:
        n = len(self.found)
        if self.saved is not None:
            return ngettext(
                "{n} tugas mendapat tenggat baru.", "{n} tugas mendapat tenggat baru.", n
            ).format(n=n)
        return ngettext(
            "{n} tugas lewat tenggat. Usulan tenggat baru:",
            "{n} tugas lewat tenggat. Usulan tenggat baru:",
            n,
        ).format(n=n)

    def _table(self, group: Iterable[NewDue]) -> Grid:
        table = Grid(gap=2)
        table.add_column(justify="right", style="dim", no_wrap=True)
        table.add_column()
        table.add_column(no_wrap=True, style="dim")
        table.add_column(no_wrap=True)
        table.add_column(no_wrap=True, justify="right", style="dim")
        for new in group:
            was = formats.short_date(new.task.due) if new.task.due else ""
            table.add_row(
                str(new.task.number),
                shown(new.task.title),
                was,
                f"→ {formats.short_date(new.day)}",
                formats.duration(new.minutes) if new.minutes else "",
            )
        return table

    def _load(self) -> str:
        """What is asked of the days up to the last one, against what is free in them."""
        needed = sum(new.minutes for new in self.found)
        if not needed:
            return ""
        text = _("Perlu {needed}. Waktu luang sampai {day}: {free}.")
        if needed > self.free:
            text = _("Perlu {needed}, lebih dari waktu luang sampai {day} ({free}).")
        return text.format(
            needed=formats.duration(needed),
            day=formats.short_date(max(new.day for new in self.found)),
            free=formats.duration(self.free),
        )

    def _guessed(self) -> str:
        n = sum(1 for new in self.found if new.minutes and new.task.estimate_minutes is None)
        if not n:
            return ""
        return ngettext(
            "{n} tanpa estimasi dihitung {each}.", "{n} tanpa estimasi dihitung {each}.", n
        ).format(n=n, each=formats.duration(self.usual))


def exits(found: Sequence[NewDue]) -> str:
    """What one may do with a proposal, the least important task for an example."""
    n = found[-1].task.number
    return "\n".join(
        [
            _("Terapkan usulan: imbang tugas segarkan --terapkan"),
            _("Hari lain bagi satu tugas: imbang tugas tunda {n} TANGGAL").format(n=n),
            _("Serahkan: imbang tugas delegasikan {n}").format(n=n),
            _("Lepaskan: imbang tugas singkirkan {n}").format(n=n),
        ]
    )
