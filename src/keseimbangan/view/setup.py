"""What `imbang mulai` shows: the hours it asks about, and what it has settled."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.workdays import Profile
from keseimbangan.i18n import _
from keseimbangan.view.console import Screen
from keseimbangan.view.settings import Setting, document, hours_text, table


class SettingSummary(Screen):
    """What `mulai` has settled, and what one might do next."""

    def __init__(self, settings: Sequence[Setting]) -> None:
        self.settings = settings

    def document(self) -> dict[str, Any]:
        return {"settings": [document(each) for each in self.settings]}

    def render(self) -> RenderableType:
        parts: list[RenderableType] = [Text(_("Pengaturan Anda tetap seperti semula."))]
        if self.settings:
            parts = [Text(_("Pengaturan disimpan.")), table(self.settings)]
        return Group(*parts, "", Text(_next_steps()))


def _next_steps() -> str:
    return _(
        "Langkah berikutnya, bila Anda mau:\n"
        "  imbang blok templat A    hari kerja siap pakai\n"
        '  imbang tugas tambah "…"  tugas pertama\n'
        "  imbang atur              semua pengaturan"
    )


def hours_lines(profile: Profile) -> str:
    """The working hours of a week, a line for each run of days with the same hours."""
    runs: list[tuple[int, int]] = []
    for index, day in enumerate(profile):
        if runs and profile[runs[-1][0]] == day:
            runs[-1] = runs[-1][0], index
        else:
            runs.append((index, index))
    return "\n".join(f"  {_days(*run)}: {hours_text(profile[run[0]])}" for run in runs)


def _days(first: int, last: int) -> str:
    # Any week will do; this one begins on a Monday.
    names = [formats.weekday_name(date(2024, 1, 1 + index)) for index in (first, last)]
    return names[0] if first == last else "–".join(names)
