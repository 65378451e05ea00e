"""A plan beside what came of it: figures and words, no judgement."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.period import ONE_DAY, DaySpan, local
from keseimbangan.domain.plans import AppliedPlan, Comparison, Outcome, Result
from keseimbangan.i18n import _, ngettext
from keseimbangan.view import blocks as block_view
from keseimbangan.view.console import Screen, shown
from keseimbangan.view.grid import Grid

SYMBOLS = {
    Outcome.DONE: "✓",
    Outcome.OPEN: "?",
    Outcome.AHEAD: " ",
    Outcome.MOVED: "→",
    Outcome.SKIPPED: "–",
    Outcome.REMOVED: "×",
}


class PlanResultScreen(Screen):
    """The pieces of some days in order, each with what became of it, and the sums."""

    def __init__(
        self, days: DaySpan, plans: Sequence[AppliedPlan], comparison: Comparison, zone: str
    ) -> None:
        self.days, self.plans, self.comparison, self.zone = days, plans, comparison, zone

    def document(self) -> dict[str, Any]:
        found = self.comparison
        return {
            "from": self.days.first.isoformat(),
            "to": self.days.end.isoformat(),
            "zone": self.zone,
            "plans": [self._plan_document(plan) for plan in self.plans],
            "pieces": [self._piece_document(result) for result in found.results],
            "beside": [block_view.document(block) for block in found.beside],
            "replaced": found.replaced,
            "planned_minutes": found.planned_minutes,
            "done_minutes": found.done_minutes,
            "beside_minutes": found.beside_minutes,
        }

    def render(self) -> RenderableType:
        parts: list[RenderableType] = [Text(self._title(), style="bold"), ""]
        if not self.comparison.results:
            parts.append(Text(_("Tidak ada rencana yang diterapkan untuk hari itu.")))
        for day, results in groupby(self.comparison.results, self._day):
            if len(self.days) > 1:
                parts.append(Text(formats.long_date(day), style="bold"))
            parts += [self._table(list(results)), ""]
        return Group(*parts, *(Text(line) for line in self._sums()))

    def _title(self) -> str:
        days = self.days
        when = formats.date_span(days.first, days.last)
        return _("Rencana dan hasilnya, {days}").format(
            days=formats.long_date(days.first) if len(days) == 1 else when
        )

    def _day(self, result: Result) -> date:
        return local(result.piece.starts_at, self.zone).date()

    def _table(self, results: Sequence[Result]) -> Grid:
        table = Grid()
        table.add_column(no_wrap=True, least=1)
        table.add_column(no_wrap=True)
        table.add_column()
        table.add_column(no_wrap=True, justify="right")
        for result in results:
            start, end = (
                local(at, self.zone) for at in (result.piece.starts_at, result.piece.ends_at)
            )
            title = Text(shown(result.piece.title)).append(f"  {self._words(result)}", style="dim")
            table.add_row(
                SYMBOLS[result.outcome], formats.clock_span(start, end), title, _minutes(result)
            )
        return table

    def _words(self, result: Result) -> str:
        text = {
            Outcome.DONE: _("selesai"),
            Outcome.OPEN: _("belum ditandai"),
            Outcome.AHEAD: _("masih di depan"),
            Outcome.MOVED: _("dipindahkan"),
            Outcome.SKIPPED: _("dilewati"),
            Outcome.REMOVED: _("dihapus"),
        }[result.outcome]
        if result.block is None or not result.moved:
            return text
        start, end = (local(at, self.zone) for at in (result.block.starts_at, result.block.ends_at))
        day = "" if start.date() == self._day(result) else f"{formats.short_date(start.date())} "
        return _("{outcome}, kini {time}").format(
            outcome=text, time=day + formats.clock_span(start, end)
        )

    def _sums(self) -> list[str]:
        found = self.comparison
        lines = []
        if found.results:
            text = _("Terlaksana {done} dari {planned} yang direncanakan.")
            done, planned = found.done_minutes, found.planned_minutes
            lines.append(
                text.format(done=formats.duration(done), planned=formats.duration(planned))
            )
        if found.beside:
            n = len(found.beside)
            text = ngettext(
                "Di luar rencana: {n} blok, {time}.", "Di luar rencana: {n} blok, {time}.", n
            )
            lines.append(text.format(n=n, time=formats.duration(found.beside_minutes)))
        if n := found.replaced:
            text = ngettext(
                "{n} bagian diganti oleh rencana sesudahnya.",
                "{n} bagian diganti oleh rencana sesudahnya.",
                n,
            )
            lines.append(text.format(n=n))
        return lines

    def _plan_document(self, plan: AppliedPlan) -> dict[str, Any]:
        return {
            "number": plan.number,
            "from": plan.first.isoformat(),
            "to": (plan.last + ONE_DAY).isoformat(),
            "applied_at": block_view.iso(plan.applied_at, plan.zone),
        }

    def _piece_document(self, result: Result) -> dict[str, Any]:
        piece, block = result.piece, result.block
        return {
            "task": piece.task,
            "block": block.number if block else None,
            "title": piece.title,
            "starts_at": block_view.iso(piece.starts_at, self.zone),
            "ends_at": block_view.iso(piece.ends_at, self.zone),
            "reason": piece.reason.value,
            "outcome": result.outcome.value,
            "moved_to": block_view.iso(block.starts_at, self.zone)
            if block and result.moved
            else None,
            "planned_minutes": piece.period.minutes,
            "done_minutes": result.minutes,
        }


def _minutes(result: Result) -> str:
    planned = formats.duration(result.piece.period.minutes)
    return _("{done} dari {planned}").format(done=formats.duration(result.minutes), planned=planned)
