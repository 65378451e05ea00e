"""Past focus sessions in a table."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.focus import FocusSession, catch_up
from keseimbangan.domain.period import local
from keseimbangan.i18n import _, ngettext
from keseimbangan.view.console import Screen, shown
from keseimbangan.view.focus import document, symbol


class FocusHistory(Screen):
    """Sessions in a table, with what they add up to below."""

    def __init__(
        self,
        sessions: Sequence[FocusSession],
        titles: Mapping[int, str],
        now: datetime,
        remark: str | None = None,
    ) -> None:
        self.sessions, self.titles, self.now, self.remark = sessions, titles, now, remark

    def document(self) -> dict[str, Any]:
        return {"sessions": [document(session, self.now) for session in self.sessions]}

    def render(self) -> RenderableType:
        if not self.sessions:
            return Text(_("Tidak ada sesi fokus di sini. Mulai yang pertama: imbang fokus mulai"))
        table = Table(box=None, padding=(0, 1), pad_edge=False)
        table.add_column(_("no"), justify="right", style="dim")
        table.add_column("")
        table.add_column(_("mulai"), no_wrap=True)
        table.add_column(_("tugas"), overflow="fold", ratio=1)
        table.add_column(_("menit"), no_wrap=True, justify="right")
        table.add_column(_("gangguan"), no_wrap=True, justify="right")
        for session in self.sessions:
            table.add_row(*self._cells(session))
        remarks = [self.remark] if self.remark else []
        return Group(table, "", *(Text(line) for line in [self._total(), *remarks]))

    def _cells(self, session: FocusSession) -> tuple[str | Text, ...]:
        started = local(session.started_at, session.zone)
        counted = catch_up(session, self.now)
        return (
            str(session.number),
            symbol(session, self.now),
            f"{formats.short_date(started.date())} {formats.clock(started)}",
            Text(shown(self.titles.get(session.task or 0, ""))),
            f"{counted.focused_minutes}/{session.planned_minutes}",
            str(len(session.interruptions) or ""),
        )

    def _total(self) -> str:
        seconds = sum(catch_up(session, self.now).focused_seconds for session in self.sessions)
        broken = sum(len(session.interruptions) for session in self.sessions)
        text = ngettext("{n} sesi, {time} fokus.", "{n} sesi, {time} fokus.", len(self.sessions))
        total = text.format(n=len(self.sessions), time=formats.duration(seconds // 60))
        noted = ngettext("{n} gangguan.", "{n} gangguan.", broken).format(n=broken)
        return f"{total} {noted}"
