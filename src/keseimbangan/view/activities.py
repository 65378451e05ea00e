"""The lines of a performance log as people, spreadsheets and programs see them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.activities import Activity
from keseimbangan.domain.period import DaySpan, local
from keseimbangan.domain.targets import Indicator, PerformanceTarget
from keseimbangan.i18n import _, ngettext
from keseimbangan.view import markdown as md
from keseimbangan.view import target_words as words
from keseimbangan.view.console import Screen, shown
from keseimbangan.view.grid import Grid
from keseimbangan.view.outcomes import plain_number
from keseimbangan.view.words import akhlak

Row = list[str | int | float | None]


class Names(NamedTuple):
    """What the numbers in a line stand for."""

    targets: Mapping[int, PerformanceTarget]
    indicators: Mapping[int, Indicator]


def document(line: Activity) -> dict[str, Any]:
    """A line for programs; `task` and `block` are the numbers by which it can be changed."""
    place = ZoneInfo(line.zone)
    return {
        "date": line.day.isoformat(),
        "starts_at": line.starts_at and line.starts_at.astimezone(place).isoformat(),
        "ends_at": line.ends_at and line.ends_at.astimezone(place).isoformat(),
        "zone": line.zone,
        "minutes": line.minutes,
        "title": line.title,
        "result": line.result,
        "target": line.target,
        "indicator": line.indicator,
        "realisation": plain_number(line.realisation),
        "evidence": line.evidence,
        "akhlak": [value.value for value in line.akhlak],
        "task": line.task,
        "block": line.block,
    }


def times(line: Activity) -> tuple[str, str]:
    """`07.40` and `09.20`; empty where nobody knows when."""
    if line.starts_at is None or line.ends_at is None:
        return "", ""
    start, end = (local(moment, line.zone) for moment in (line.starts_at, line.ends_at))
    return formats.clock(start), formats.clock(end)


def realised(line: Activity, names: Names) -> str:
    """`2 laporan`, or nothing."""
    if line.realisation is None:
        return ""
    return words.amount(line.realisation, names.indicators.get(line.indicator or 0))


def outcome(line: Activity, names: Names) -> str:
    """`14 halaman (2 laporan)`: what came of it."""
    result, amount = shown(line.result or "", lines=True), realised(line, names)
    return f"{result} ({amount})" if result and amount else result or amount


def target_title(line: Activity, names: Names) -> str:
    """The title of the target that it serves, or nothing."""
    target = names.targets.get(line.target or 0)
    return shown(target.title) if target else ""


class DailyLog(Screen):
    """What was done on some days, day by day."""

    def __init__(self, days: DaySpan, lines: Sequence[Activity], names: Names) -> None:
        self.days, self.lines, self.names = days, lines, names

    @property
    def minutes(self) -> int:
        """The time of all lines."""
        return sum(line.minutes for line in self.lines)

    def document(self) -> dict[str, Any]:
        return {
            "from": self.days.first.isoformat(),
            "to": self.days.end.isoformat(),
            "entries": [document(line) for line in self.lines],
            "minutes": self.minutes,
        }

    def render(self) -> RenderableType:
        if not self.lines:
            return Text(nothing_done(self.days))
        parts: list[RenderableType] = []
        for day in dict.fromkeys(line.day for line in self.lines):
            parts.append(Text(formats.long_date(day), style="bold"))
            parts += [self._table([line for line in self.lines if line.day == day]), ""]
        return Group(*parts, Text(total(self.lines)))

    def _table(self, lines: Sequence[Activity]) -> Grid:
        grid = Grid(gap=2)
        grid.add_column(no_wrap=True, least=11)
        grid.add_column()
        for line in lines:
            clock = "–".join(times(line)) if line.starts_at else Text(_("tanpa jam"), style="dim")
            grid.add_row(clock, shown(line.title))
            for label, text in self._facts(line):
                if text:
                    grid.add_row("", Text(f"{label}: {text}", style="dim"))
        return grid

    def _facts(self, line: Activity) -> Iterator[tuple[str, str]]:
        yield _("hasil"), outcome(line, self.names)
        yield _("RHK"), target_title(line, self.names)
        yield _("bukti"), shown(line.evidence or "")


def nothing_done(days: DaySpan) -> str:
    """That there is nothing to log."""
    return _("Belum ada pekerjaan yang selesai pada {days}.").format(
        days=formats.date_span(days.first, days.last)
    )


def total(lines: Sequence[Activity]) -> str:
    """`3 kegiatan, 5 j 20 m.`"""
    return ngettext("{n} kegiatan, {time}.", "{n} kegiatan, {time}.", len(lines)).format(
        n=len(lines), time=formats.duration(sum(line.minutes for line in lines))
    )


def log_markdown(log: DailyLog) -> str:
    """The log as one table."""
    days = formats.date_span(log.days.first, log.days.last)
    head = md.heading(_("Laporan harian {days}").format(days=days), 1)
    if not log.lines:
        return md.document([head, nothing_done(log.days)])
    labels = (_("tanggal"), _("mulai"), _("selesai"), _("kegiatan"), _("hasil"), _("RHK"))
    rows = [
        (
            formats.plain_date(line.day),
            *times(line),
            *(
                md.escaped(text)
                for text in (
                    line.title,
                    outcome(line, log.names),
                    target_title(line, log.names),
                    line.evidence or "",
                )
            ),
        )
        for line in log.lines
    ]
    table = md.table((*labels, _("bukti")), rows, numbers=False)
    return md.document([head, table, total(log.lines)])


def log_rows(log: DailyLog) -> tuple[list[str], list[Row]]:
    """The log for a spreadsheet: ISO dates and times with a colon, whatever the language."""
    header = [
        *(_("tanggal"), _("mulai"), _("selesai"), _("menit"), _("kegiatan"), _("hasil")),
        *(_("realisasi"), _("satuan"), _("RHK"), _("bukti"), _("nilai BerAKHLAK")),
    ]
    return header, [_log_row(line, log.names) for line in log.lines]


def _log_row(line: Activity, names: Names) -> Row:
    start, end = times(line)
    return [
        line.day.isoformat(),
        start.replace(".", ":"),
        end.replace(".", ":"),
        line.minutes or None,
        shown(line.title),
        shown(line.result or "", lines=True),
        *amount_cells(line, names),
        target_title(line, names),
        shown(line.evidence or ""),
        akhlak(line.akhlak),
    ]


def amount_cells(line: Activity, names: Names) -> Row:
    """What was realised, and in which unit."""
    indicator = names.indicators.get(line.indicator or 0)
    unit = shown(indicator.unit) if indicator and line.realisation is not None else None
    return [plain_number(line.realisation), unit]
