"""What an interruption or an overrun displaced, as people and programs see it."""

from datetime import datetime
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.blocks import Block, BlockStatus
from keseimbangan.domain.planning_values import Unplaced
from keseimbangan.domain.reflow_blocks import Flow, Moved
from keseimbangan.i18n import _
from keseimbangan.view import blocks as block_view
from keseimbangan.view.console import Screen, shown
from keseimbangan.view.exits import another_day_command, occurrence_option
from keseimbangan.view.grid import Grid
from keseimbangan.view.plan_words import exits, refusal_text


class FlowScreen(Screen):
    """A block that took time, under its noun `key`, and what became of the others.

    A `preview` was not kept: what is new in it has no number.
    """

    def __init__(
        self, key: str, block: Block, flow: Flow, zone: str, headline: str, *, preview: bool = False
    ) -> None:
        self.key, self.block, self.flow, self.zone = key, block, flow, zone
        self.headline, self.preview = headline, preview

    def document(self) -> dict[str, Any]:
        return {
            self.key: block_view.document(self.block),
            "applied": not self.preview,
            "moved": [entry for one in self.flow.moved for entry in _moved_document(one)],
            "unplaced": [_unplaced_document(*one) for one in self.flow.unplaced],
            "pauses_kept": not self.flow.tight,
            "overlaps": [block_view.document(block) for block in self.flow.overlapped],
        }

    def render(self) -> RenderableType:
        headline = _("Pratinjau; belum ada yang disimpan.") if self.preview else self.headline
        parts: list[RenderableType] = [Text(headline), self._title()]
        moved = [one for one in self.flow.moved if not _gone(one)]
        if moved:
            parts += ["", Text(_("Bergeser"), style="bold"), self._moves(moved)]
        if self.flow.tight:
            parts.append(Text(_("Tidak semua jeda muat lagi."), style="dim"))
        if self.flow.unplaced:
            parts += ["", Text(_("Tidak muat lagi"), style="bold"), *self._unplaced()]
        if self.flow.overlapped:
            parts += ["", *(self._overlap(block) for block in self.flow.overlapped)]
        if len(parts) == 2:
            parts.append(Text(_("Tidak ada yang bergeser."), style="dim"))
        return Group(*parts)

    def _title(self) -> Text:
        number = f"{self.block.number}  " if self.block.number else ""
        title = Text.assemble((number, "dim")).append_text(block_view.title_text(self.block))
        facts = [self._when(self.block, named=True)]
        if self.block.requested_by:
            facts.append(_("diminta oleh {name}").format(name=shown(self.block.requested_by)))
        return title.append("  " + " · ".join(facts))

    def _when(self, block: Block, *, named: bool) -> str:
        day = f"{formats.short_date(block.day)} " if named else ""
        mark = f" {block_view.STATUS_SYMBOLS[block.status]}".rstrip()
        return f"{day}{block_view.time_text(block, self.zone)}{mark}"

    def _moves(self, moved: list[Moved]) -> Grid:
        grid = Grid(indent=2)
        grid.add_column()
        grid.add_column(no_wrap=True, style="dim")
        grid.add_column()
        for before, after in moved:
            there = [self._when(b, named=b.day != before.day) for b in after if not _is_used_up(b)]
            to = ", ".join(there) or _("terpakai")
            was = self._when(before, named=before.day != self.block.day)
            grid.add_row(block_view.title_text(before, kind=False), was, f"→ {to}")
        return grid

    def _unplaced(self) -> list[RenderableType]:
        lines: list[RenderableType] = []
        for block, one in self.flow.unplaced:
            line = Text().append("! ", style="bold yellow").append(shown(block.title))
            length = formats.duration(one.minutes)
            lines.append(line.append(f" · {length} · {refusal_text(one)}"))
            lines += [Text(f"    {way}", style="dim") for way in self._ways(block, one)]
        return lines

    def _ways(self, block: Block, one: Unplaced) -> list[str]:
        if one.task:
            return exits(one, self.flow.other_day)
        # Of a block that was begun nothing is left that could be moved.
        whole = one.minutes == block.minutes
        return [another_day_command(block, self.flow.other_day)] if whole else []

    def _overlap(self, block: Block) -> Text:
        step = self.block.ends_at - block.starts_at
        text = _("Bertumpuk dengan '{title}' ({time}), yang tidak digeser.")
        line = text.format(title=shown(block.title), time=block_view.time_text(block, self.zone))
        if block.status is BlockStatus.PLANNED and step.total_seconds() > 0:
            command = _("Bila perlu: imbang blok geser {n} +{m}m --geser").format(
                n=block.number, m=int(step.total_seconds() // 60)
            )
            line = f"{line} {command}{occurrence_option(block)}"
        return Text().append("! ", style="bold yellow").append(line)


def _gone(moved: Moved) -> bool:
    """Whether all of it is among what has no place; a buffer that is used up has done its work."""
    return moved.before.task is not None and all(_is_used_up(block) for block in moved.after)


def _is_used_up(block: Block) -> bool:
    return block.status is BlockStatus.SKIPPED


def _moved_document(moved: Moved) -> list[dict[str, Any]]:
    """One entry for each block that there is now; `to` is null for one that has no time left."""
    was = _times(moved.before.starts_at, moved.before.ends_at, moved.before.zone)
    return [
        {
            "block": block_view.document(block),
            "from": was,
            "to": None
            if _is_used_up(block)
            else _times(block.starts_at, block.ends_at, block.zone),
        }
        for block in moved.after
    ]


def _times(start: datetime, end: datetime, zone: str) -> dict[str, str | None]:
    return {"starts_at": block_view.iso(start, zone), "ends_at": block_view.iso(end, zone)}


def _unplaced_document(block: Block, one: Unplaced) -> dict[str, Any]:
    return {
        "block": block.number,
        "task": block.task,
        "title": block.title,
        "minutes": one.minutes,
        "reason": one.reason.value,
    }
