"""The week: days as columns where there is room, as rows where not; minutes against intention."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.blocks import Block, BlockStatus
from keseimbangan.domain.day import (
    DayPlan,
    DayWarning,
    WarningCode,
    done_by_element,
    minutes_by_element,
)
from keseimbangan.domain.elements import Element
from keseimbangan.domain.period import ONE_DAY
from keseimbangan.domain.timeline import on_day
from keseimbangan.domain.workdays import HoursReason
from keseimbangan.i18n import _
from keseimbangan.view import blocks as block_view
from keseimbangan.view import words
from keseimbangan.view.console import Screen, shown
from keseimbangan.view.day import bar, document, warning_document
from keseimbangan.view.exits import overcommitted_sentence, overcommitted_week_sentence
from keseimbangan.view.grid import Grid
from keseimbangan.view.hours import hours_reason
from keseimbangan.view.tasks import Surroundings

# Seven columns below this leave no room for a title.
WIDE = 110


class WeekScreen(Screen):
    """Seven days and the balance of their elements; `intentions` are minutes a week.

    `warnings` are about the week as a whole, `remarks` stand below them.
    """

    def __init__(
        self,
        plans: Sequence[DayPlan],
        around: Surroundings,
        intentions: Mapping[Element, int | None],
        warnings: Sequence[DayWarning] = (),
        remarks: Sequence[Text] = (),
    ) -> None:
        self.plans, self.around, self.intentions = plans, around, intentions
        self.warnings, self.remarks = warnings, remarks

    def document(self) -> dict[str, Any]:
        planned, done = self._planned(), self._done()
        return {
            "from": self.plans[0].day.isoformat(),
            "to": (self.plans[-1].day + ONE_DAY).isoformat(),
            "days": [document(plan, self.around) for plan in self.plans],
            "elements": {
                element.value: {
                    "planned_minutes": planned[element],
                    "done_minutes": done[element],
                    "intended_minutes": self.intentions[element],
                }
                for element in Element
            },
            "capacity_minutes": sum(plan.capacity_minutes for plan in self.plans),
            "planned_work_minutes": sum(plan.planned_work_minutes for plan in self.plans),
            "warnings": [
                {
                    **warning_document(warning, self.around.today),
                    "message": overcommitted_week_sentence(warning, self.around.today),
                }
                for warning in self.warnings
            ],
        }

    def render(self) -> RenderableType:
        first, last = self.plans[0].day, self.plans[-1].day
        title = _("Pekan {days}").format(days=formats.date_span(first, last))
        remarks: list[RenderableType] = ["", *self.remarks] if self.remarks else []
        return Group(
            Text(title, style="bold"),
            "",
            _ByWidth(self),
            "",
            Text(_("Keseimbangan"), style="bold"),
            self._elements(),
            *self._load(),
            *remarks,
        )

    def _load(self) -> list[RenderableType]:
        """The week's work against its hours, and what is too much, day by day and in all."""
        planned = sum(plan.planned_work_minutes for plan in self.plans)
        capacity = sum(plan.capacity_minutes for plan in self.plans)
        text = _("Terencana {planned} dari {capacity} jam kerja pekan itu.").format(
            planned=formats.duration(planned), capacity=formats.duration(capacity)
        )
        today = self.around.today
        lines = [
            f"{formats.short_date(plan.day)}: {overcommitted_sentence(warning, today)}"
            for plan in self.plans
            for warning in plan.warnings
            if plan.day >= today and _by_blocks(warning)
        ]
        lines += [overcommitted_week_sentence(warning, today) for warning in self.warnings]
        head: list[RenderableType] = ["", Text(text)] if capacity else []
        return [*head, *(Text().append("! ", style="bold yellow").append(x) for x in lines)]

    def _planned(self) -> dict[Element, int]:
        daily = [minutes_by_element(plan.blocks, plan.day) for plan in self.plans]
        return {element: sum(day[element] for day in daily) for element in Element}

    def _done(self) -> dict[Element, int]:
        # Of the whole week, because a block may really have run on another day than planned.
        blocks = {(b.number, b.recurrence_id): b for plan in self.plans for b in plan.blocks}
        daily = [done_by_element(list(blocks.values()), plan.day) for plan in self.plans]
        return {element: sum(day[element] for day in daily) for element in Element}

    def _elements(self) -> RenderableType:
        table = Grid()
        table.add_column(no_wrap=True)
        table.add_column(no_wrap=True, justify="right")
        table.add_column(no_wrap=True)
        table.add_column(style="dim")
        planned = self._planned()
        longest = max([*planned.values(), *(value or 0 for value in self.intentions.values()), 1])
        for element in Element:
            name = Text().append(words.ELEMENT_SYMBOLS[element], words.ELEMENT_STYLES[element])
            name.append(f" {words.element(element)}", style="")
            meant = self.intentions[element]
            table.add_row(
                name,
                formats.duration(planned[element]),
                Text(bar(planned[element], meant or longest), style=words.ELEMENT_STYLES[element]),
                _("niat {time}").format(time=formats.duration(meant)) if meant else "",
            )
        return table

    def columns(self) -> RenderableType:
        """A column for each day."""
        table = Table(box=None, padding=(0, 1), pad_edge=False, expand=True)
        for plan in self.plans:
            table.add_column(_heading(plan, self.around.today), ratio=1, overflow="fold")
        table.add_row(*(_load(plan, short=True) for plan in self.plans))
        table.add_row(*(_cell(plan, self.around.zone) for plan in self.plans))
        return table

    def rows(self) -> RenderableType:
        """A heading and lines for each day."""
        lines: list[RenderableType] = []
        for plan in self.plans:
            lines.append(_heading(plan, self.around.today).append("  ").append_text(_load(plan)))
            lines.append(_rows(plan, self.around.zone))
        return Group(*lines)


class _ByWidth:
    def __init__(self, screen: WeekScreen) -> None:
        self.screen = screen

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        wide = options.max_width >= WIDE
        yield self.screen.columns() if wide else self.screen.rows()


def _by_blocks(warning: DayWarning) -> bool:
    """Whether it says that the blocks of a day are more than its hours."""
    overcommitted = warning.code is WarningCode.OVERCOMMITTED
    return overcommitted and (bool(warning.blocks) or not warning.tasks)


def _heading(plan: DayPlan, today: date) -> Text:
    mark = "▶ " if plan.day == today else ""
    text = Text(f"{mark}{formats.short_date(plan.day)}", style="bold")
    said = plan.hours.hours is None or plan.hours.reason is HoursReason.SHIFT
    reason = hours_reason(plan.hours) if said else ""
    return text.append(f" {reason}", style="dim") if reason else text


def _load(plan: DayPlan, *, short: bool = False) -> Text:
    planned, capacity = plan.planned_work_minutes, plan.capacity_minutes
    if not capacity:
        return Text(formats.duration(planned) if planned else "", style="dim")
    over = " !" if planned > capacity else ""
    whole = "" if short else f" / {formats.duration(capacity)}"
    text = f"{formats.duration(planned)}{whole}{over}"
    return Text(text, style="bold yellow" if over else "dim")


def _cell(plan: DayPlan, zone: str) -> RenderableType:
    lines: list[RenderableType] = []
    for block in plan.blocks:
        part = on_day(block, plan.day)
        if part is not None:
            lines.append(Text(block_view.span_text(part, block, zone), style="dim"))
            lines.append(_title(block))
    return Group(*lines) if lines else Text("")


def _rows(plan: DayPlan, zone: str) -> Grid:
    grid = Grid(indent=2)
    grid.add_column(no_wrap=True)
    grid.add_column()
    for block in plan.blocks:
        title = _title(block)
        if block.day < plan.day:
            title.append("  " + _("sejak kemarin"), style="dim")
        grid.add_row(block_view.time_text(block, zone), title)
    return grid


def _title(block: Block) -> Text:
    symbol = words.ELEMENT_SYMBOLS[block.element]
    text = Text().append(f"{symbol} ", style=words.ELEMENT_STYLES[block.element])
    mark = block_view.STATUS_SYMBOLS[block.status].strip()
    text.append(shown(block.title), style="dim" if block.status is BlockStatus.SKIPPED else "")
    return text.append(f" {mark}", style="green") if mark else text
