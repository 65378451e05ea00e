"""The SMART check of a task."""

from collections.abc import Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan.domain.smart import Answer, Criterion
from keseimbangan.domain.tasks import Task
from keseimbangan.i18n import _
from keseimbangan.view.console import Screen, shown


def criterion_question(value: Criterion) -> str:
    """What the criterion asks."""
    return {
        Criterion.SPECIFIC: _("Spesifik: apakah judulnya menyebut apa yang dikerjakan?"),
        Criterion.MEASURABLE: _("Terukur: adakah angka atau hasil yang dapat diperiksa?"),
        Criterion.ACHIEVABLE: _("Realistis: apakah muat dalam satu hari kerja?"),
        Criterion.RELEVANT: _("Relevan: SKP atau dampak apa yang dilayani?"),
        Criterion.TIME_BOUND: _("Berbatas waktu: kapan tenggatnya?"),
    }[value]


def criterion_remedy(value: Criterion, number: int) -> str:
    """What to add when it is not met."""
    return {
        Criterion.SPECIFIC: _('imbang tugas ubah {n} --judul "kata kerja + objek + cakupan"'),
        Criterion.MEASURABLE: _('imbang tugas ubah {n} --catatan "hasil: 12 berkas"'),
        Criterion.ACHIEVABLE: _("imbang tugas ubah {n} --estimasi 2j, atau imbang tugas pecah {n}"),
        Criterion.RELEVANT: _("imbang tugas ubah {n} --skp NOMOR, atau --dampak tinggi"),
        Criterion.TIME_BOUND: _("imbang tugas ubah {n} --tenggat jumat"),
    }[value].format(n=number)


class SmartCheck(Screen):
    """The five answers for one task, each unmet one with its remedy."""

    def __init__(self, task: Task, answers: Sequence[Answer]) -> None:
        self.task, self.answers = task, answers

    def document(self) -> dict[str, Any]:
        met = {answer.criterion.value: answer.met for answer in self.answers}
        return {"smart": {"task": self.task.number, **met}}

    def render(self) -> RenderableType:
        lines: list[RenderableType] = [
            Text.assemble((f"{self.task.number}  ", "dim"), (shown(self.task.title), "bold"))
        ]
        for criterion, met in self.answers:
            mark = Text("✓ " if met else "○ ", style="green" if met else "yellow")
            lines.append(mark.append(criterion_question(criterion), style=""))
            if not met:
                remedy = criterion_remedy(criterion, self.task.number or 0)
                lines.append(Text(f"    {remedy}", style="dim"))
        return Group(*lines)
