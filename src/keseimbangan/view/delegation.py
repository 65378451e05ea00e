"""A delegated task and the message to the person who is to do it."""

from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.tasks import Task
from keseimbangan.i18n import _
from keseimbangan.view.console import Screen, shown
from keseimbangan.view.tasks import Surroundings, TaskCard, document


def message(task: Task) -> str:
    """The text to send: what, how, which result, by when; room for the other's own way."""
    delegate = task.delegate
    if delegate is None:
        return ""
    lines = [
        _("Yth. {name},").format(name=delegate.to),
        _("mohon bantuannya untuk: {title}.").format(title=task.title),
    ]
    if delegate.instruction:
        lines.append(_("Instruksi: {text}").format(text=delegate.instruction))
    if delegate.expected_result:
        lines.append(_("Hasil yang diharapkan: {text}").format(text=delegate.expected_result))
    if task.due:
        lines.append(_("Tenggat: {day}.").format(day=formats.long_date(task.due)))
    if delegate.follow_up:
        lines.append(
            _("Saya akan menanyakan perkembangannya pada {day}.").format(
                day=formats.long_date(delegate.follow_up)
            )
        )
    lines.append(_("Cara mengerjakannya saya serahkan kepada Anda. Terima kasih."))
    return "\n".join(lines)


class DelegationMessage(Screen):
    """The task and the message below it."""

    def __init__(self, task: Task, around: Surroundings) -> None:
        self.task, self.around = task, around

    def document(self) -> dict[str, Any]:
        return {"task": document(self.task, self.around), "message": message(self.task)}

    def render(self) -> RenderableType:
        card = TaskCard(self.task, self.around, _("Tugas didelegasikan.")).render()
        return Group(
            card,
            "",
            Text(_("Pesan siap kirim:"), style="bold"),
            Padding(Text(shown(message(self.task), lines=True)), (0, 0, 0, 2)),
        )
