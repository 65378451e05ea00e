"""Holidays as people and programs see them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.holidays import (
    Certainty,
    Holiday,
    HolidayKind,
    lacks_collective_leave,
    lacks_holidays,
)
from keseimbangan.domain.period import DaySpan
from keseimbangan.domain.workdays import WorkCalendar, capacity, is_working_day
from keseimbangan.i18n import _, ngettext
from keseimbangan.view.console import Screen, shown
from keseimbangan.view.grid import Grid
from keseimbangan.view.hours import plain_name

# Beside the date: one's own, an estimate, cancelled.
OWN, ESTIMATE, CANCELLED = "✎", "~", "×"


def document(holiday: Holiday) -> dict[str, Any]:
    """A holiday for programs; `number` and `uid` are null where it is not one's own."""
    return {
        "number": holiday.number,
        "uid": holiday.uid,
        "date": holiday.day.isoformat(),
        "name": holiday.name,
        "kind": holiday.kind.value,
        "certainty": holiday.certainty.value,
        "basis": holiday.basis,
        "cancelled": holiday.cancelled,
    }


def kind_word(kind: HolidayKind) -> str:
    """`cuti bersama`."""
    return {
        HolidayKind.NATIONAL: _("libur nasional"),
        HolidayKind.COLLECTIVE: _("cuti bersama"),
        HolidayKind.AGENCY: _("libur instansi"),
        HolidayKind.REGIONAL: _("libur daerah"),
    }[kind]


class HolidayCard(Screen):
    """One holiday, below a sentence that says what happened to it."""

    def __init__(self, holiday: Holiday, headline: str) -> None:
        self.holiday, self.headline = holiday, headline

    def document(self) -> dict[str, Any]:
        return {"holiday": document(self.holiday)}

    def render(self) -> RenderableType:
        one = self.holiday
        facts = Text(f"{formats.long_date(one.day)} · {kind_word(one.kind)}", style="dim")
        if one.basis:
            facts.append(f" · {shown(one.basis)}")
        return Group(Text(self.headline), Text(plain_name(one), style="bold"), facts)


class HolidayList(Screen):
    """Holidays in order; of a whole year also what they leave of it."""

    def __init__(
        self,
        year: int | None,
        holidays: Sequence[Holiday],
        calendar: WorkCalendar | None,
        headline: str | None = None,
    ) -> None:
        self.year, self.holidays, self.calendar = year, holidays, calendar
        self.headline = headline

    def document(self) -> dict[str, Any]:
        found: dict[str, Any] = {"holidays": [document(each) for each in self.holidays]}
        if self.year is None or self.calendar is None:
            return found
        days, minutes = _work(self.year, self.calendar)
        own = self.calendar.holidays
        return found | {
            "year": self.year,
            "working_days": days,
            "working_minutes": minutes,
            "holidays_known": not lacks_holidays(self.year, own),
            "collective_leave_known": not lacks_collective_leave(self.year, own),
        }

    def render(self) -> RenderableType:
        parts: list[RenderableType] = [Text(self.headline), ""] if self.headline else []
        if self.year is not None:
            parts += [Text(_("Hari libur {year}").format(year=self.year), style="bold"), ""]
        parts.append(self._table())
        if self.year is None or self.calendar is None:
            return Group(*parts)
        return Group(*parts, "", *self._remarks(self.year, self.calendar))

    def _table(self) -> Grid:
        grid = Grid()
        grid.add_column(no_wrap=True, style="dim")
        grid.add_column(no_wrap=True)
        grid.add_column()
        grid.add_column(style="dim")
        for each in self.holidays:
            name = Text(plain_name(each), style="dim strike" if each.cancelled else "")
            grid.add_row(_mark(each), _day(each.day), name, self._facts(each))
        return grid

    def _facts(self, one: Holiday) -> str:
        # The decree of a list that comes with the program is said once, below it.
        basis = shown(one.basis) if one.basis and _mark(one) == OWN else ""
        return f"{kind_word(one.kind)} · {basis}" if basis else kind_word(one.kind)

    def _remarks(self, year: int, calendar: WorkCalendar) -> list[RenderableType]:
        days, minutes = _work(year, calendar)
        text = ngettext("{n} hari kerja, {time}.", "{n} hari kerja, {time}.", days).format(
            n=days, time=formats.duration(minutes)
        )
        lines = [text, *_decrees(self.holidays), *_legend(self.holidays), *_unknown(year, calendar)]
        return [Text(lines[0]), *(Text(line, style="dim") for line in lines[1:])]


def _work(year: int, calendar: WorkCalendar) -> tuple[int, int]:
    """Working days and minutes of a year, one's own leave not taken off."""
    span = DaySpan(date(year, 1, 1), date(year + 1, 1, 1))
    return sum(1 for day in span if is_working_day(day, calendar)), capacity(span, calendar)


def _day(day: date) -> str:
    return formats.short_date(day)


def _mark(one: Holiday) -> str:
    if one.cancelled:
        return CANCELLED
    if one.number is not None:
        return OWN
    return ESTIMATE if one.certainty is Certainty.ESTIMATE else ""


def _decrees(holidays: Sequence[Holiday]) -> list[str]:
    named = {each.basis: None for each in holidays if each.basis and each.number is None}
    return [_("Dasar: {decree}").format(decree=decree) for decree in named]


def _legend(holidays: Sequence[Holiday]) -> list[str]:
    meanings = {
        OWN: _("{mark} catatan Anda").format(mark=OWN),
        ESTIMATE: _("{mark} perkiraan, menunggu SKB").format(mark=ESTIMATE),
        CANCELLED: _("{mark} dibatalkan").format(mark=CANCELLED),
    }
    used = {_mark(each) for each in holidays}
    found = [text for mark, text in meanings.items() if mark in used]
    return [", ".join(found)] if found else []


def _unknown(year: int, calendar: WorkCalendar) -> list[str]:
    if lacks_holidays(year, calendar.holidays):
        return [_("Hari libur {year} belum diketahui.").format(year=year)]
    if lacks_collective_leave(year, calendar.holidays):
        return [_("Cuti bersama {year} belum diketahui.").format(year=year)]
    return []
