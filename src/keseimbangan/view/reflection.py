"""The monthly reflection: four answers of the person's own, and the habit chosen a month ago."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.period import month_key
from keseimbangan.domain.review import MonthlyReflection
from keseimbangan.i18n import _
from keseimbangan.view.console import Screen, shown
from keseimbangan.view.report_words import reflection_answers


class ReflectionScreen(Screen):
    """The reflection of a month, or that there is none yet. `month` is its first day."""

    def __init__(
        self, month: date, reflection: MonthlyReflection | None, habit: str | None, zone: str
    ) -> None:
        self.month, self.reflection, self.habit, self.zone = month, reflection, habit, zone

    def document(self) -> dict[str, Any]:
        return {"reflection": self._document()}

    def render(self) -> RenderableType:
        title = _("Refleksi {month}").format(month=formats.month_name(self.month))
        parts: list[RenderableType] = [Text(title, style="bold")]
        if self.habit:
            parts.append(Text(habit_sentence(self.habit)))
        answers = reflection_answers(self.reflection) if self.reflection else []
        for question, answer in answers:
            parts += ["", Text(question, style="bold"), Text(shown(answer, lines=True))]
        if not answers:
            parts += ["", Text(_("Belum ditulis."), style="dim")]
        return Group(*parts)

    def _document(self) -> dict[str, Any]:
        written = self.reflection
        return {
            "number": written and written.number,
            "uid": written and written.uid,
            "month": month_key(self.month),
            "worked": written and written.worked,
            "improve": written and written.improve,
            "adjust": written and written.adjust,
            "habit": written and written.habit,
            "previous_habit": self.habit,
            "written_at": written
            and written.written_at.astimezone(ZoneInfo(self.zone)).isoformat(),
        }


def habit_sentence(habit: str) -> str:
    """The habit that was chosen a month before."""
    return _("Kebiasaan yang Anda pilih bulan sebelumnya: {habit}").format(
        habit=shown(habit, lines=True)
    )
