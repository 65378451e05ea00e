"""Places of work as people and programs see them."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.blocks import WorkLocation
from keseimbangan.domain.locations import FlexibleDays, LocationDay
from keseimbangan.domain.period import DaySpan
from keseimbangan.domain.workdays import WorkCalendar, working_hours
from keseimbangan.i18n import _
from keseimbangan.view import words
from keseimbangan.view.console import Screen, shown
from keseimbangan.view.grid import Grid
from keseimbangan.view.hours import flexible_line, hours_reason


class PlaceOfDay(NamedTuple):
    """A day's place of work, and what was noted of it."""

    day: date
    location: WorkLocation
    noted: LocationDay | None


def document(noted: LocationDay) -> dict[str, Any]:
    """What was noted of a day, for programs."""
    return {
        "number": noted.number,
        "uid": noted.uid,
        "date": noted.day.isoformat(),
        "location": noted.location.value,
        "basis": noted.basis,
        "start": noted.start and noted.start.isoformat("minutes"),
        "end": noted.end and noted.end.isoformat("minutes"),
        "output": noted.output,
        "evidence": noted.evidence,
        "obstacle": noted.obstacle,
    }


class LocationCard(Screen):
    """What was noted of a day, below a sentence that says what happened to it."""

    def __init__(self, noted: LocationDay, count: FlexibleDays, headline: str) -> None:
        self.noted, self.count, self.headline = noted, count, headline

    def document(self) -> dict[str, Any]:
        return {"location": document(self.noted), "flexible_days": self.count._asdict()}

    def render(self) -> RenderableType:
        one = self.noted
        line = Text(formats.long_date(one.day), style="bold")
        line.append(f" · {words.location(one.location)}", style="")
        parts: list[RenderableType] = [Text(self.headline), line]
        parts += [Text(text, style="dim") for text in _facts(one)]
        if count := flexible_line(self.count):
            parts.append(Text(count))
        return Group(*parts)


class LocationWeek(Screen):
    """The places of a week and the count of its flexible days."""

    def __init__(
        self,
        days: DaySpan,
        rows: Sequence[PlaceOfDay],
        count: FlexibleDays,
        calendar: WorkCalendar,
    ) -> None:
        self.days, self.rows, self.count, self.calendar = days, rows, count, calendar

    def document(self) -> dict[str, Any]:
        return {
            "from": self.days.first.isoformat(),
            "to": self.days.end.isoformat(),
            "locations": [
                {
                    "date": row.day.isoformat(),
                    "location": row.location.value,
                    "working_day": working_hours(row.day, self.calendar).hours is not None,
                    "noted": row.noted and document(row.noted),
                }
                for row in self.rows
            ],
            "flexible_days": self.count._asdict(),
        }

    def render(self) -> RenderableType:
        grid = Grid()
        grid.add_column(no_wrap=True)
        grid.add_column(no_wrap=True)
        grid.add_column(style="dim")
        for row in self.rows:
            grid.add_row(formats.short_date(row.day), *self._cells(row))
        text = _("Hari fleksibel {n}/{limit}").format(n=self.count.used, limit=self.count.limit)
        heading = formats.date_span(self.days.first, self.days.last)
        return Group(
            Text(heading, style="bold"), "", grid, "", Text(flexible_line(self.count) or text)
        )

    def _cells(self, row: PlaceOfDay) -> tuple[str, str]:
        hours = working_hours(row.day, self.calendar)
        if row.noted is None and hours.hours is None:
            return "–", hours_reason(hours)
        facts = _facts(row.noted) if row.noted else []
        return words.location(row.location), "\n".join(facts)


def _facts(noted: LocationDay) -> list[str]:
    """A line for each thing that was noted."""
    found = []
    if noted.basis:
        found.append(_("Dasar: {text}").format(text=shown(noted.basis)))
    if noted.start and noted.end:
        found.append(_("Jam: {hours}").format(hours=formats.clock_span(noted.start, noted.end)))
    if noted.output:
        found.append(_("Hasil: {text}").format(text=shown(noted.output)))
    if noted.evidence:
        found.append(_("Bukti: {text}").format(text=shown(noted.evidence)))
    if noted.obstacle:
        found.append(_("Kendala: {text}").format(text=shown(noted.obstacle)))
    return found
