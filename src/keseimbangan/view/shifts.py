"""Shifts as people and programs see them."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.holidays import holiday_on
from keseimbangan.domain.period import DaySpan
from keseimbangan.domain.shifts import Shift
from keseimbangan.domain.workdays import WorkCalendar
from keseimbangan.i18n import _, ngettext
from keseimbangan.view.console import Screen
from keseimbangan.view.grid import Grid
from keseimbangan.view.hours import absence_text, holiday_name, span_text
from keseimbangan.view.words import shift_name


def document(shift: Shift) -> dict[str, Any]:
    """A shift for programs; without hours it is a day off. The end may lie on the next day."""
    return {
        "number": shift.number,
        "uid": shift.uid,
        "date": shift.day.isoformat(),
        "shift": shift.name,
        "start": shift.start and shift.start.isoformat("minutes"),
        "end": shift.end and shift.end.isoformat("minutes"),
        "break_start": shift.break_start and shift.break_start.isoformat("minutes"),
        "break_end": shift.break_end and shift.break_end.isoformat("minutes"),
        "overnight": bool(shift.hours and shift.hours.overnight),
        "minutes": shift.minutes,
    }


class ShiftList(Screen):
    """The shifts of some days, and what they come to."""

    def __init__(
        self,
        days: DaySpan,
        shifts: Sequence[Shift],
        calendar: WorkCalendar,
        headline: str | None = None,
    ) -> None:
        self.days, self.shifts, self.calendar = days, shifts, calendar
        self.headline = headline

    @property
    def _minutes(self) -> int:
        return sum(shift.minutes for shift in self.shifts)

    def document(self) -> dict[str, Any]:
        return {
            "from": self.days.first.isoformat(),
            "to": self.days.end.isoformat(),
            "shifts": [document(shift) for shift in self.shifts],
            "minutes": self._minutes,
        }

    def render(self) -> RenderableType:
        span = formats.date_span(self.days.first, self.days.last)
        if not self.shifts:
            return Text(_("Tidak ada giliran pada {days}.").format(days=span))
        parts: list[RenderableType] = [Text(self.headline)] if self.headline else []
        return Group(*parts, Text(span, style="bold"), "", self._table(), "", Text(self._sum()))

    def _table(self) -> Grid:
        grid = Grid()
        grid.add_column(no_wrap=True)
        grid.add_column()
        grid.add_column(no_wrap=True)
        grid.add_column(justify="right", no_wrap=True)
        grid.add_column(style="dim")
        for shift in self.shifts:
            style = "" if shift.hours else "dim"
            name = Text(shift_name(shift.name), style=style)
            day, hours = formats.short_date(shift.day), shift.hours
            if hours is None:
                grid.add_row(day, name, "", "", self._beside(shift))
            else:
                length = formats.duration(shift.minutes)
                grid.add_row(day, name, span_text(hours), length, self._beside(shift))
        return grid

    def _beside(self, shift: Shift) -> str:
        """Leave, which stands above the shift, or the holiday on which it is worked."""
        if absence := self.calendar.absences.get(shift.day):
            return absence_text(absence)
        holiday = holiday_on(shift.day, self.calendar.holidays) if shift.hours else None
        return holiday_name(holiday) if holiday else ""

    def _sum(self) -> str:
        counts = Counter(shift.name for shift in self.shifts)
        listed = ", ".join(f"{shift_name(name)} {n}" for name, n in counts.items())
        text = ngettext(
            "{n} hari: {listed}; {time}.", "{n} hari: {listed}; {time}.", len(self.shifts)
        )
        return text.format(n=len(self.shifts), listed=listed, time=formats.duration(self._minutes))
