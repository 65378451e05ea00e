"""Blocks as people and programs see them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.blocks import Block, BlockStatus
from keseimbangan.domain.period import Period, local
from keseimbangan.i18n import _, ngettext
from keseimbangan.view import words
from keseimbangan.view.console import Screen, shown
from keseimbangan.view.grid import Grid
from keseimbangan.view.outcomes import outcome_document, outcome_rows

# As many of the blocks that made room as a card names.
MOVED_SHOWN = 8
STATUS_SYMBOLS = {BlockStatus.PLANNED: " ", BlockStatus.DONE: "✓", BlockStatus.SKIPPED: "–"}


def iso(instant: datetime | None, zone: str) -> str | None:
    """An instant for programs: ISO 8601 with the offset of a zone."""
    return None if instant is None else instant.astimezone(ZoneInfo(zone)).isoformat()


def document(block: Block) -> dict[str, Any]:
    """A block for programs. An untouched occurrence has the number and uid of its series."""
    return {
        "number": block.number,
        "uid": block.uid,
        "title": block.title,
        "starts_at": iso(block.starts_at, block.zone),
        "ends_at": iso(block.ends_at, block.zone),
        "zone": block.zone,
        "element": block.element.value,
        "kind": block.kind.value,
        "status": block.status.value,
        "protected": block.protected,
        "location": block.location.value if block.location else None,
        "task": block.task,
        "target": block.target,
        "note": block.note,
        **outcome_document(block),
        "recurring": block.recurring,
        "rule": block.rule,
        "actual_starts_at": iso(block.actual_starts_at, block.zone),
        "actual_ends_at": iso(block.actual_ends_at, block.zone),
        "requested_by": block.requested_by,
    }


def time_text(block: Block, zone: str) -> str:
    """`08.00–10.00`, with the zone where it is not the reader's."""
    return span_text(block.wall, block, zone)


def span_text(part: Period, block: Block, zone: str) -> str:
    """The same of a part of a block, by its own wall clock."""
    text = formats.clock_span(part.start, part.end)
    return text if block.zone == zone else f"{text} {formats.zone_label(block.zone)}"


def actual_text(block: Block) -> str:
    """`08.10–09.50`: when it really ran, on its own clock, where it was told; else nothing."""
    if block.actual_starts_at is None or block.actual_ends_at is None:
        return ""
    start, end = local(block.actual_starts_at, block.zone), local(block.actual_ends_at, block.zone)
    return formats.clock_span(start, end)


def title_text(block: Block, *, kind: bool = True) -> Text:
    """Element symbol, title and what marks it: kind, protected, recurring."""
    style = words.ELEMENT_STYLES[block.element]
    # The style of a new Text would colour all that is appended.
    text = Text().append(f"{words.ELEMENT_SYMBOLS[block.element]} ", style=style)
    faded = "dim" if block.status is BlockStatus.SKIPPED else ""
    text.append(shown(block.title), style=faded)
    marks = [words.block_kind(block.kind)] if kind and block.kind.value != "other" else []
    if block.protected:
        marks.append(_("terkunci"))
    if block.recurring:
        marks.append("↻")
    if marks:
        text.append(f"  {' · '.join(marks)}", style="dim")
    return text


class BlockCard(Screen):
    """One block, whole, below a sentence that says what happened to it; then what was moved."""

    def __init__(
        self,
        block: Block,
        zone: str,
        headline: str | None = None,
        pushed: Sequence[Block] = (),
        focused_minutes: int = 0,
    ) -> None:
        self.block, self.zone, self.headline = block, zone, headline
        self.pushed, self.focused_minutes = pushed, focused_minutes

    def document(self) -> dict[str, Any]:
        body: dict[str, Any] = {"block": document(self.block)}
        if self.pushed:
            body["moved"] = [document(block) for block in self.pushed]
        return body

    def render(self) -> RenderableType:
        table = Grid(gap=2)
        table.add_column(style="dim", no_wrap=True)
        table.add_column()
        for label, value in self._details():
            if value:
                table.add_row(label, value)
        head: list[RenderableType] = [Text(self.headline)] if self.headline else []
        title = Text.assemble((f"{self.block.number}  ", "dim")).append_text(
            title_text(self.block, kind=False)
        )
        return Group(*head, title, table, *_moved(self.pushed, self.block.day, self.zone))

    def _details(self) -> list[tuple[str, str]]:
        block = self.block
        return [
            (_("hari"), formats.long_date(block.day)),
            (_("jam"), f"{time_text(block, self.zone)} ({formats.duration(block.minutes)})"),
            (_("ulang"), _rule(block)),
            (_("unsur"), words.element(block.element)),
            (_("jenis"), words.block_kind(block.kind)),
            (_("status"), words.block_status(block.status)),
            (_("pelaksanaan"), actual_text(block)),
            (_("fokus"), formats.duration(self.focused_minutes) if self.focused_minutes else ""),
            (_("lokasi"), words.location(block.location) if block.location else ""),
            (_("tugas"), str(block.task) if block.task else ""),
            (_("SKP"), str(block.target) if block.target else ""),
            (_("diminta oleh"), shown(block.requested_by or "")),
            *outcome_rows(block),
            (_("catatan"), shown(block.note or "", lines=True)),
        ]


def _rule(block: Block) -> str:
    if block.rule is None:
        return _("bagian dari rangkaian {n}").format(n=block.series) if block.series else ""
    from keseimbangan.view.rules import rule_text

    return shown(rule_text(block.rule))


def _moved(pushed: Sequence[Block], day: date, zone: str) -> list[RenderableType]:
    """What was pushed, the first ones by name; with its day where that is another."""
    lines: list[RenderableType] = [Text(_("Digeser:"))] if pushed else []
    for block in pushed[:MOVED_SHOWN]:
        when = "" if block.day == day else f"{formats.short_date(block.day)} "
        line = Text(f"  {when}{time_text(block, zone)}  ").append_text(title_text(block))
        if block.status is BlockStatus.SKIPPED:
            line.append("  " + _("terpakai"), style="dim")
        lines.append(line)
    if more := len(pushed[MOVED_SHOWN:]):
        lines.append(Text("  " + ngettext("dan {n} lagi", "dan {n} lagi", more).format(n=more)))
    return lines


class BlockList(Screen):
    """Blocks in a table, a heading for each day."""

    def __init__(self, blocks: Sequence[Block], zone: str, headline: str | None = None) -> None:
        self.blocks, self.zone, self.headline = blocks, zone, headline

    def document(self) -> dict[str, Any]:
        return {"blocks": [document(block) for block in self.blocks]}

    def render(self) -> RenderableType:
        head: list[RenderableType] = [Text(self.headline)] if self.headline else []
        if not self.blocks:
            return Group(*head, Text(_("Tidak ada blok di rentang ini.")))
        days: dict[date, list[Block]] = {}
        for block in self.blocks:
            days.setdefault(block.day, []).append(block)
        for day, blocks in days.items():
            head += [Text(formats.long_date(day), style="bold"), _table(blocks, self.zone)]
        return Group(*head)


def _table(blocks: Sequence[Block], zone: str) -> Grid:
    table = Grid()
    table.add_column(justify="right", style="dim", no_wrap=True, least=4)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column()
    for block in blocks:
        table.add_row(
            str(block.number),
            time_text(block, zone),
            STATUS_SYMBOLS[block.status],
            title_text(block),
        )
    return table


class SeriesList(Screen):
    """Recurring blocks with their rules."""

    def __init__(self, series: Sequence[Block], zone: str) -> None:
        self.series, self.zone = series, zone

    def document(self) -> dict[str, Any]:
        return {"blocks": [document(block) for block in self.series]}

    def render(self) -> RenderableType:
        if not self.series:
            return Text(_("Tidak ada blok berulang."))
        lines: list[RenderableType] = []
        for block in self.series:
            number = Text().append(f"{block.number}  ", style="dim")
            lines.append(number.append_text(title_text(block)))
            lines.append(Text(f"     {time_text(block, self.zone)}, {_rule(block)}", style="dim"))
        return Group(*lines)
