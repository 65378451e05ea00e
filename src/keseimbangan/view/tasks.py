"""Tasks as people and programs see them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.tasks import Quadrant, Task, TaskStatus, quadrant
from keseimbangan.i18n import _, ngettext
from keseimbangan.view import words
from keseimbangan.view.console import Screen, shown
from keseimbangan.view.grid import Grid
from keseimbangan.view.outcomes import outcome_document, outcome_rows
from keseimbangan.view.task_words import (
    QUADRANT_STYLES,
    QUADRANT_SYMBOLS,
    UNDECIDED_SYMBOL,
    impact_word,
    kind_word,
    quadrant_reason,
    quadrant_word,
    status_word,
)


class Surroundings:
    """What a task is shown against: the day, the urgency rule, the zone of the reader."""

    def __init__(self, today: date, urgent_days: int, zone: str) -> None:
        self.today, self.urgent_days, self.zone = today, urgent_days, zone

    def quadrant(self, task: Task) -> Quadrant:
        """The quadrant today."""
        return quadrant(task, self.today, self.urgent_days)

    def undecided(self, task: Task) -> bool:
        """Whether a task would be dropped only because nobody has asked about it yet."""
        return task.is_open and not task.triaged and self.quadrant(task) is Quadrant.ELIMINATE


def document(task: Task, around: Surroundings) -> dict[str, Any]:
    """A task for programs."""
    delegate = task.delegate
    return {
        "number": task.number,
        "uid": task.uid,
        "title": task.title,
        "status": task.status.value,
        "important": task.important,
        "urgent": task.urgent,
        "quadrant": around.quadrant(task).value,
        "triaged": task.triaged,
        "due": task.due.isoformat() if task.due else None,
        "not_before": task.not_before.isoformat() if task.not_before else None,
        "estimate_minutes": task.estimate_minutes,
        "spent_minutes": task.spent_minutes,
        "kind": task.kind.value if task.kind else None,
        "impact": task.impact.value if task.impact else None,
        "element": task.element.value,
        "target": task.target,
        "parent": task.parent,
        "postponed": task.postponed,
        "delegate": delegate
        and {
            "to": delegate.to,
            "instruction": delegate.instruction,
            "expected_result": delegate.expected_result,
            "follow_up": delegate.follow_up.isoformat() if delegate.follow_up else None,
        },
        "done_at": _local_iso(task.done_at, around.zone),
        **outcome_document(task),
        "note": task.note,
    }


def _local_iso(instant: datetime | None, zone: str) -> str | None:
    from zoneinfo import ZoneInfo

    return None if instant is None else instant.astimezone(ZoneInfo(zone)).isoformat()


def due_text(task: Task, today: date) -> Text:
    """`hari ini`, `besok`, `lewat 3 hari`, `Sen 23 Nov`; late is said in words, not only in red."""
    if task.due is None:
        return Text("")
    days = (task.due - today).days
    if not task.is_open:
        return Text(formats.short_date(task.due))
    if days < 0:
        late = ngettext("lewat {n} hari", "lewat {n} hari", -days).format(n=-days)
        return Text(late, style="bold red")
    if days == 0:
        return Text(_("hari ini"), style="bold")
    if days == 1:
        return Text(_("besok"))
    return Text(formats.short_date(task.due))


def effort_text(task: Task) -> str:
    """`25 m dari 2 j`: time spent against the estimate."""
    spent = formats.duration(task.spent_minutes)
    if task.estimate_minutes:
        # Alone, an estimate would read as time that was spent.
        return _("{spent} dari {estimate}").format(
            spent=spent, estimate=formats.duration(task.estimate_minutes)
        )
    return spent if task.spent_minutes else ""


def line(task: Task, around: Surroundings, *, symbol: bool = True) -> Text:
    """One line for a list that has no columns: symbol, number, title, due."""
    where = around.quadrant(task)
    text = Text()
    if symbol:
        text.append(f"{QUADRANT_SYMBOLS[where]} ", style=QUADRANT_STYLES[where])
    text.append(f"{task.number} ", style="dim")
    text.append(shown(task.title), style="")
    if due := due_text(task, around.today):
        text.append(" · ").append_text(due)
    return text


class TaskCard(Screen):
    """One task, whole, below a sentence that says what happened to it."""

    def __init__(self, task: Task, around: Surroundings, headline: str | None = None) -> None:
        self.task, self.around, self.headline = task, around, headline

    def document(self) -> dict[str, Any]:
        return {"task": document(self.task, self.around)}

    def render(self) -> RenderableType:
        task, where = self.task, self.around.quadrant(self.task)
        table = Grid(gap=2)
        table.add_column(style="dim", no_wrap=True)
        table.add_column()
        if task.is_open:
            state = f"{QUADRANT_SYMBOLS[where]} {quadrant_word(where)} ({quadrant_reason(where)})"
            if self.around.undecided(task):
                state = _("belum ditriase: imbang tugas triase")
            table.add_row(_("kuadran"), state)
        table.add_row(_("status"), status_word(task.status))
        for label, value in _details(task, self.around):
            if value:
                table.add_row(label, value)
        title = Text.assemble((f"{task.number}  ", "dim"), (shown(task.title), "bold"))
        head: list[RenderableType] = [Text(self.headline)] if self.headline else []
        return Group(*head, title, table)


def _details(task: Task, around: Surroundings) -> list[tuple[str, str]]:
    delegate = task.delegate
    rows = [
        (_("mulai dari"), formats.long_date(task.not_before) if task.not_before else ""),
        (_("tenggat"), formats.long_date(task.due) if task.due else ""),
        (_("waktu"), effort_text(task)),
        (_("jenis"), kind_word(task.kind) if task.kind else ""),
        (_("dampak"), impact_word(task.impact) if task.impact else ""),
        (_("unsur"), words.element(task.element)),
        (_("SKP"), str(task.target) if task.target else ""),
        (_("bagian dari"), str(task.parent) if task.parent else ""),
        (_("ditunda"), _("{n} kali").format(n=task.postponed) if task.postponed else ""),
    ]
    if delegate:
        rows += [
            (_("kepada"), shown(delegate.to)),
            (_("instruksi"), shown(delegate.instruction or "", lines=True)),
            (_("hasil diharapkan"), shown(delegate.expected_result or "", lines=True)),
            (
                _("tindak lanjut"),
                formats.long_date(delegate.follow_up) if delegate.follow_up else "",
            ),
        ]
    if task.done_at:
        rows.append((_("ditutup"), formats.moment(task.done_at, around.zone)))
    return [
        *rows,
        *outcome_rows(task),
        (_("catatan"), shown(task.note or "", lines=True)),
    ]


class TaskList(Screen):
    """Tasks in a table, with an optional sentence below."""

    def __init__(
        self,
        tasks: Sequence[Task],
        around: Surroundings,
        empty: str,
        remark: str | None = None,
        headline: str | None = None,
    ) -> None:
        self.tasks, self.around, self.empty = tasks, around, empty
        self.remark, self.headline = remark, headline

    def document(self) -> dict[str, Any]:
        return {"tasks": [document(task, self.around) for task in self.tasks]}

    def render(self) -> RenderableType:
        if not self.tasks:
            return Text(self.empty)
        table = Grid(gap=2)
        table.add_column(_("no"), justify="right", style="dim")
        table.add_column("")
        table.add_column(_("tugas"))
        table.add_column(_("tenggat"), no_wrap=True)
        table.add_column(_("waktu"), no_wrap=True, justify="right")
        for task in self.tasks:
            table.add_row(str(task.number), *_cells(task, self.around))
        parts: list[RenderableType] = [Text(self.headline)] if self.headline else []
        parts.append(table)
        if self.remark:
            parts += ["", Text(self.remark)]
        return Group(*parts)


def _cells(task: Task, around: Surroundings) -> tuple[Text, Text, Text, str]:
    where = around.quadrant(task)
    symbol = Text(QUADRANT_SYMBOLS[where], style=QUADRANT_STYLES[where])
    if around.undecided(task):
        symbol = Text(UNDECIDED_SYMBOL, style="bold")
    title = Text(shown(task.title))
    if not task.is_open:
        symbol = Text("✓" if task.status is TaskStatus.DONE else "–", style="dim")
    elif task.delegate:
        title.append(f"  → {shown(task.delegate.to)}", style="dim")
    elif not task.triaged:
        title.append("  " + _("(belum ditriase)"), style="dim")
    return symbol, title, due_text(task, around.today), effort_text(task)
