"""A plan: what is proposed beside what stands, and what has no place."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.blocks import Block
from keseimbangan.domain.day import DayWarning, calendar_warnings
from keseimbangan.domain.planning_exits import later_days
from keseimbangan.domain.planning_question import Question
from keseimbangan.domain.planning_steps import Step, Steps
from keseimbangan.domain.planning_values import Plan
from keseimbangan.domain.timeline import by_day
from keseimbangan.i18n import _, ngettext
from keseimbangan.view import blocks as block_view
from keseimbangan.view.console import Screen, shown
from keseimbangan.view.day import warning_sentence
from keseimbangan.view.plan_day import PlannedDay, day_document, day_lines
from keseimbangan.view.plan_unplaced import presses, unplaced_document, unplaced_lines

# How much beyond the hours of work is offered, where not everything fits.
OVERTIME = timedelta(hours=2)


class Occasion(NamedTuple):
    """How a plan came to be shown: `applied` or only proposed, for `later` days than were meant.

    `usual` minutes stood for missing estimates; `command` makes the same plan, and has `overtime`
    in it if the plan was to reach beyond the hours of work.
    """

    today: date
    applied: bool
    later: bool
    usual: int
    command: str
    overtime: bool


class PlanScreen(Screen):
    """A plan with its reasons."""

    def __init__(self, question: Question, answer: Plan, steps: Steps, occasion: Occasion) -> None:
        self.question, self.answer, self.steps = question, answer, steps
        self.occasion = occasion

    def document(self) -> dict[str, Any]:
        horizon, zone = self.question.horizon, self.question.zone
        unplaced, later = self.answer.unplaced, self._later()
        return {
            "from": horizon.first.isoformat(),
            "to": horizon.end.isoformat(),
            "zone": zone,
            "applied": self.occasion.applied,
            "blocks": [_step_document(step) for step in self.steps.pieces],
            "removed": [block_view.document(block) for block in self.steps.dropped],
            "unplaced": [unplaced_document(one, self.question, later) for one in unplaced],
            "days": [day_document(day, zone) for day in self._days()],
            "assumed": {"tasks": self._guessed(), "minutes": self.occasion.usual},
            "warnings": [
                {"code": one.code.value, "message": warning_sentence(one, self.occasion.today)}
                for one in self._warnings()
            ],
        }

    def render(self) -> RenderableType:
        parts: list[RenderableType] = [Text(self._title(), style="bold")]
        if self.occasion.later:
            parts.insert(0, Text(self._later_line(), style="dim"))
        parts += self._day_lines()
        if lines := unplaced_lines(self.answer.unplaced, self.question, self._later()):
            parts += ["", *lines]
        if anyway := self._anyway():
            parts.append(Text(anyway, style="dim"))
        return Group(*parts, "", *(Text(note) for note in [*self._notes(), self._ending()]))

    def _day_lines(self) -> list[RenderableType]:
        """The days; those of one line each stand below each other."""
        lines: list[RenderableType] = []
        before, several = 0, len(self.question.horizon) > 1
        for day in self._days():
            drawn = day_lines(day, self.question.zone, heading=several)
            lines += drawn if before == len(drawn) == 1 else ["", *drawn]
            before = len(drawn)
        return lines

    def _title(self) -> str:
        span = self.question.horizon
        days = formats.date_span(span.first, span.last)
        when = formats.long_date(span.first) if len(span) == 1 else days
        return _("Rencana {days}").format(days=when)

    def _later_line(self) -> str:
        if len(self.question.horizon) > 1:
            return _("Pekan ini tidak ada jam kerja lagi.")
        return _("Hari ini tidak ada jam kerja lagi.")

    def _days(self) -> list[PlannedDay]:
        question, steps = self.question, self.steps
        own = {id(step.block): step for step in steps.pieces}
        standing = [block for block in question.blocks if block not in question.released]
        all_ = sorted([*standing, *(step.block for step in steps.pieces)], key=_by_start)
        by_date = by_day(all_, question.horizon)
        return [PlannedDay(hours, by_date[hours.day], own) for hours in question.hours]

    def _later(self) -> Mapping[int, date | None]:
        return later_days(self.question, self.answer)

    def _guessed(self) -> list[int]:
        return sorted({one.task for one in self.answer.placements} & self.question.guessed)

    def _warnings(self) -> list[DayWarning]:
        span = self.question.horizon
        years = dict.fromkeys((span.first.year, span.last.year))
        return [one for year in years for one in calendar_warnings(year, self.question.calendar)]

    def _anyway(self) -> str | None:
        """How to plan beyond the hours of work what has no place within them."""
        ends = [hours.hours.end for hours in self.question.hours if hours.hours is not None]
        if self.occasion.overtime or not ends or not presses(self.answer.unplaced, self.question):
            return None
        start = datetime.combine(self.question.horizon.first, ends[0])
        hours = formats.clock_span(start, start + OVERTIME).replace("–", "-")
        way = _("{command} --lembur {hours}").format(command=self.occasion.command, hours=hours)
        # On a line of its own, as all commands to be copied are.
        return "\n    ".join((_("Tetap dikerjakan, di luar jam kerja:"), way))

    def _notes(self) -> list[str]:
        found = [f"! {warning_sentence(one, self.occasion.today)}" for one in self._warnings()]
        if guessed := self._guessed():
            text = _("Tanpa estimasi, dihitung {each}: tugas {tasks}.")
            each, tasks = formats.duration(self.occasion.usual), ", ".join(map(str, guessed))
            found.append(text.format(each=each, tasks=tasks))
        if dropped := self.steps.dropped:
            titles = formats.enumeration([f"'{shown(block.title)}'" for block in dropped])
            text = (
                _("Dihapus: {titles}.") if self.occasion.applied else _("Akan dihapus: {titles}.")
            )
            found.append(text.format(titles=titles))
        return found

    def _ending(self) -> str:
        if not self.steps.changes:
            return self._nothing()
        if not self.occasion.applied:
            return _("Terapkan: {command} --terapkan").format(command=self.occasion.command)
        new = sum(step.before is None for step in self.steps.pieces)
        moved = sum(step.before is not None and step.changes for step in self.steps.pieces)
        facts = [ngettext("{n} blok ditambahkan", "{n} blok ditambahkan", new).format(n=new)]
        if moved:
            facts.append(ngettext("{n} dipindahkan", "{n} dipindahkan", moved).format(n=moved))
        return _("Rencana diterapkan: {facts}.").format(facts=", ".join(facts))

    def _nothing(self) -> str:
        """Why there is nothing to apply."""
        if self.steps.pieces:
            return _("Rencana sudah seperti ini; tidak ada yang berubah.")
        if not self.question.free:
            return _("Tidak ada jam kerja yang tersisa untuk direncanakan.")
        if not self.question.asked:
            return _('Tidak ada tugas terbuka. Catat: imbang tugas tambah "Susun laporan"')
        if self.answer.unplaced:
            return _("Tidak ada tugas lain yang dapat ditempatkan.")
        return _("Semua tugas sudah mendapat waktu.")


def _step_document(step: Step) -> dict[str, Any]:
    """A block of the plan; what is not applied yet has neither number nor uid."""
    block, placement = block_view.document(step.block), step.placement
    if step.block.number is None:
        block["uid"] = None
    before = step.before if step.before and step.changes else None
    return {
        **block,
        "reason": placement.reason.value,
        "part": placement.part,
        "parts": placement.parts,
        "moved_from": block_view.iso(before.starts_at, before.zone) if before else None,
    }


def _by_start(block: Block) -> tuple[datetime, datetime]:
    return block.starts_at, block.ends_at
