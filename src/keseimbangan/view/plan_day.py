"""One day of a plan: the blocks that stand and those that are proposed, and the load of both."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from rich.console import RenderableType
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.blocks import Block
from keseimbangan.domain.planning_steps import Step
from keseimbangan.domain.timeline import planned_work_minutes
from keseimbangan.domain.workdays import WorkingHours
from keseimbangan.i18n import _
from keseimbangan.view import blocks as block_view
from keseimbangan.view import words
from keseimbangan.view.console import shown
from keseimbangan.view.day import bar
from keseimbangan.view.grid import Grid
from keseimbangan.view.hours import hours_document, hours_line
from keseimbangan.view.plan_words import reason_text

NEW, MOVED, KEPT = "+", "→", "="


class PlannedDay(NamedTuple):
    """A day with its blocks in order; `steps` are those of the plan, by the identity of a block."""

    hours: WorkingHours
    blocks: Sequence[Block]
    steps: Mapping[int, Step]

    @property
    def day(self) -> date:
        """The date."""
        return self.hours.day

    @property
    def planned_minutes(self) -> int:
        """Minutes of work, each counted once."""
        return planned_work_minutes(self.blocks, self.day)


def day_document(one: PlannedDay, zone: str) -> dict[str, Any]:
    """A day for programs; its blocks are those of `hari`, the proposed ones stand beside it."""
    return {
        "date": one.day.isoformat(),
        "working_hours": hours_document(one.hours, zone),
        "capacity_minutes": one.hours.minutes,
        "planned_work_minutes": one.planned_minutes,
    }


def day_lines(one: PlannedDay, zone: str, *, heading: bool) -> list[RenderableType]:
    """A day for people, under its date where there are several; a day without blocks is a line."""
    hours = hours_line(one.hours)
    if heading and not one.blocks:
        return [Text(f"{formats.short_date(one.day)} · ", style="dim").append_text(hours)]
    lines: list[RenderableType] = []
    if heading:
        lines.append(Text(formats.long_date(one.day), style="bold"))
    lines.append(hours)
    if one.blocks:
        lines.append(_table(one, zone))
    if one.planned_minutes or (one.blocks and one.hours.minutes):
        lines.append(_load(one))
    return lines


def _table(one: PlannedDay, zone: str) -> Grid:
    table = Grid()
    table.add_column(no_wrap=True, least=1)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, style="dim", justify="right")
    table.add_column()
    for block in one.blocks:
        step = one.steps.get(id(block))
        number = "" if block.number is None else str(block.number)
        time = block_view.time_text(block, zone)
        table.add_row(_mark(step), time, number, _title(block, step))
    return table


def _mark(step: Step | None) -> str:
    if step is None:
        return ""
    if step.before is None:
        return NEW
    return MOVED if step.changes else KEPT


def _title(block: Block, step: Step | None) -> Text:
    if step is None:
        return block_view.title_text(block)
    placement = step.placement
    text = Text().append(
        f"{words.ELEMENT_SYMBOLS[block.element]} ", style=words.ELEMENT_STYLES[block.element]
    )
    text.append(shown(block.title), style="bold")
    if placement.parts > 1:
        text.append(f" ({placement.part}/{placement.parts})")
    return text.append(f"  {reason_text(placement)}", style="dim")


def _load(one: PlannedDay) -> Text:
    planned, capacity = one.planned_minutes, one.hours.minutes
    text = _("Terencana {planned} dari {capacity}").format(
        planned=formats.duration(planned), capacity=formats.duration(capacity)
    )
    style = "bold yellow" if planned > capacity else "blue"
    return Text(f"{text}  ").append(bar(planned, capacity), style=style)
