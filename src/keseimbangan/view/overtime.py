"""Overtime as people and programs see it."""

from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.overtime import FULL_HOUR, Overtime, counted_minutes, on_holiday
from keseimbangan.domain.period import DaySpan
from keseimbangan.domain.workdays import WorkCalendar
from keseimbangan.i18n import _, ngettext
from keseimbangan.view.console import Screen, shown
from keseimbangan.view.grid import Grid
from keseimbangan.view.overtime_line import OvertimeLine


def document(overtime: Overtime, calendar: WorkCalendar) -> dict[str, Any]:
    """Overtime for programs; what counts is doubled on a holiday, and none below an hour."""
    place = ZoneInfo(overtime.zone)
    return {
        "number": overtime.number,
        "uid": overtime.uid,
        "starts_at": overtime.starts_at.astimezone(place).isoformat(),
        "ends_at": overtime.ends_at.astimezone(place).isoformat(),
        "zone": overtime.zone,
        "minutes": overtime.period.minutes,
        "counted_minutes": counted_minutes(overtime, calendar),
        "holiday": on_holiday(overtime, calendar),
        "letter": overtime.letter,
        "reason": overtime.reason,
    }


def title(overtime: Overtime) -> str:
    """`Sen 23 Nov 16.00–19.00`."""
    return f"{formats.short_date(overtime.day)} {_hours(overtime)}"


class OvertimeCard(Screen):
    """One piece of overtime, below a sentence that says what happened to it."""

    def __init__(self, overtime: Overtime, calendar: WorkCalendar, headline: str) -> None:
        self.overtime, self.calendar, self.headline = overtime, calendar, headline

    def document(self) -> dict[str, Any]:
        return {"overtime": document(self.overtime, self.calendar)}

    def render(self) -> RenderableType:
        one = self.overtime
        line = Text(f"{one.number}  ", style="dim")
        line.append(f"{formats.long_date(one.day)} {_hours(one)}", style="bold")
        facts = [formats.duration(one.period.minutes), *_remarks(one, self.calendar), _order(one)]
        parts: list[RenderableType] = [Text(self.headline), line, Text(" · ".join(facts))]
        if one.reason:
            parts.append(Text(shown(one.reason), style="dim"))
        return Group(*parts)


class OvertimeList(Screen):
    """The overtime of some days, and its sum."""

    def __init__(
        self,
        days: DaySpan,
        overtimes: Sequence[Overtime],
        calendar: WorkCalendar,
        line: OvertimeLine | None = None,
    ) -> None:
        self.days, self.overtimes, self.calendar = days, overtimes, calendar
        self.line = line

    @property
    def _minutes(self) -> int:
        return sum(each.period.minutes for each in self.overtimes)

    @property
    def _counted(self) -> int:
        return sum(counted_minutes(each, self.calendar) for each in self.overtimes)

    def document(self) -> dict[str, Any]:
        return {
            "from": self.days.first.isoformat(),
            "to": self.days.end.isoformat(),
            "overtimes": [document(each, self.calendar) for each in self.overtimes],
            "minutes": self._minutes,
            "counted_minutes": self._counted,
            "reference": self.line and self.line.document(),
        }

    def render(self) -> RenderableType:
        span = formats.date_span(self.days.first, self.days.last)
        if not self.overtimes:
            return Text(_("Tidak ada lembur pada {days}.").format(days=span))
        grid = Grid()
        grid.add_column(_("no"), justify="right", style="dim", no_wrap=True)
        grid.add_column(_("waktu"))
        grid.add_column(_("lama"), justify="right", no_wrap=True)
        grid.add_column(_("keterangan"), style="dim")
        for each in self.overtimes:
            facts = [*_remarks(each, self.calendar), _order(each), shown(each.reason or "")]
            length = formats.duration(each.period.minutes)
            grid.add_row(str(each.number), title(each), length, " · ".join(filter(None, facts)))
        line = self.line.lines() if self.line else []
        return Group(Text(span, style="bold"), "", grid, "", Text(self._sum()), *line)

    def _sum(self) -> str:
        text = ngettext(
            "{n} lembur, {time}; terhitung {counted} (hari libur dua kali).",
            "{n} lembur, {time}; terhitung {counted} (hari libur dua kali).",
            len(self.overtimes),
        )
        return text.format(
            n=len(self.overtimes),
            time=formats.duration(self._minutes),
            counted=formats.duration(self._counted),
        )


def _hours(overtime: Overtime) -> str:
    return formats.clock_span(overtime.wall.start, overtime.wall.end)


def _order(overtime: Overtime) -> str:
    if overtime.letter is None:
        return _("tanpa SPKL")
    return _("SPKL {letter}").format(letter=shown(overtime.letter))


def _remarks(overtime: Overtime, calendar: WorkCalendar) -> list[str]:
    found = [_("hari libur")] if on_holiday(overtime, calendar) else []
    if overtime.period.minutes < FULL_HOUR:
        found.append(_("di bawah satu jam, tidak terhitung"))
    return found
