"""The hours of a day: its blocks in order, the gaps between them, and a mark at the present."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from rich.console import RenderableType
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.blocks import Block
from keseimbangan.domain.day import DayPlan, WarningCode
from keseimbangan.domain.period import Period, instant, local
from keseimbangan.domain.timeline import on_day, takes_time
from keseimbangan.i18n import _
from keseimbangan.view import blocks as block_view
from keseimbangan.view.grid import Grid


class Row(NamedTuple):
    """A block or a gap (wall clock) and when it really is, as instants."""

    period: Period
    item: Block | Period


def timeline(plan: DayPlan, zone: str, now: datetime | None) -> RenderableType:
    """The day as a table; `zone` is the reader's, `now` an instant, given when the day is today."""
    rows = sorted(_rows(plan, zone), key=lambda row: (row.period, isinstance(row.item, Period)))
    if not rows:
        return Text(_('Belum ada blok. Tambah: imbang blok tambah "Kerja fokus" 08.00-10.00'))
    table = Grid()
    table.add_column(no_wrap=True, least=1)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, style="dim", justify="right")
    table.add_column(no_wrap=True, least=1)
    table.add_column()
    marks = _Marks(plan)
    marked = now is None
    for row in rows:
        if now is not None and not marked and row.period.start > now:
            table.add_row(*_now_row(now, zone))
            marked = True
        current = now is not None and _holds(row, now)
        marked = marked or current
        table.add_row(*_cells(row, marks, zone, current=current))
    if now is not None and not marked:
        table.add_row(*_now_row(now, zone))
    return table


class _Marks:
    """What is said beside a block: that it overlaps, lies outside the hours, spans midnight."""

    def __init__(self, plan: DayPlan) -> None:
        self.day = plan.day
        self.shared = _named(plan, WarningCode.OVERLAP)
        self.late = _named(plan, WarningCode.OUT_OF_HOURS)

    def of(self, block: Block) -> Iterator[tuple[str, str]]:
        """Each mark with its style."""
        if block.wall.start.date() < self.day:
            yield _("sejak kemarin"), "dim"
        elif on_day(block, self.day) != block.wall:
            yield _("sampai besok"), "dim"
        if ran := block_view.actual_text(block):
            yield _("terlaksana {time}").format(time=ran), "dim"
        if id(block) in self.shared:
            yield "⇄ " + _("bertumpuk"), "bold yellow"
        if id(block) in self.late:
            yield "! " + _("di luar jam kerja"), "bold yellow"


def _named(plan: DayPlan, code: WarningCode) -> set[int]:
    # By identity: two occurrences of a series share their number.
    return {id(block) for w in plan.warnings if w.code is code for block in w.blocks}


def _rows(plan: DayPlan, zone: str) -> Iterator[Row]:
    for gap in plan.gaps:
        yield Row(
            Period(
                instant(gap.start.date(), gap.start.time(), zone),
                instant(gap.end.date(), gap.end.time(), zone),
            ),
            gap,
        )
    for block in plan.blocks:
        yield Row(block.period, block)


def _holds(row: Row, now: datetime) -> bool:
    free = isinstance(row.item, Period) or takes_time(row.item)
    return free and row.period.start <= now < row.period.end


def _now_row(now: datetime, zone: str) -> tuple[str, Text, str, str, Text]:
    clock = Text(formats.clock(local(now, zone)), style="bold")
    return "▶", clock, "", "", Text(_("sekarang"), style="bold")


def _cells(
    row: Row, marks: _Marks, zone: str, *, current: bool
) -> tuple[str, Text, str, str, Text]:
    mark = "▶" if current else ""
    if isinstance(row.item, Period):
        gap = row.item
        free = _("kosong {length}").format(length=formats.duration(gap.minutes))
        time = Text(formats.clock_span(gap.start, gap.end), style="dim")
        return mark, time, "", "", Text(free, style="dim italic")
    block = row.item
    time = Text(block_view.time_text(block, zone), style="bold" if current else "")
    title = block_view.title_text(block)
    for word, style in marks.of(block):
        title.append(f"  {word}", style=style)
    return mark, time, str(block.number), block_view.STATUS_SYMBOLS[block.status], title
