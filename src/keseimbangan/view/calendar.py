"""Blocks as a calendar shows them, and what an export came to."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from rich.console import RenderableType
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.blocks import Block, BlockKind
from keseimbangan.domain.calendar import CalendarEvent, Exported, Key
from keseimbangan.i18n import _, ngettext
from keseimbangan.view import words
from keseimbangan.view.console import Screen, shown


def event(
    key: Key, block: Block, task_title: str | None, *, prefix: bool, note: bool
) -> CalendarEvent:
    """A block as an event: `[fokus] Susun laporan`.

    Colours and categories are lost on the way into Google Calendar, so the kind stands in the text.
    """
    return CalendarEvent(
        key=key,
        title=block.title,
        starts_at=block.starts_at,
        ends_at=block.ends_at,
        summary=f"[{_tag(block)}] {block.title}" if prefix else block.title,
        description=_description(block, task_title, note),
        location=words.location(block.location) if block.location else None,
    )


def _tag(block: Block) -> str:
    if block.kind is BlockKind.OTHER:
        return words.element(block.element)
    return words.block_kind(block.kind)


def _description(block: Block, task_title: str | None, note: bool) -> str:
    lines = [
        _("Unsur: {element}").format(element=words.element(block.element)),
        _("Jenis: {kind}").format(kind=words.block_kind(block.kind)),
    ]
    if task_title:
        lines.append(_("Tugas: {title}").format(title=task_title))
    if note and block.note:
        lines += ["", block.note]
    return "\n".join(lines)


class Counts(NamedTuple):
    """How many events of an export were of which sort."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0


class ExportReport(Screen):
    """Which files were written, and what must be done by hand."""

    def __init__(
        self,
        files: Sequence[str],
        written: int,
        counts: Counts,
        removed: Sequence[Exported],
        zone: str,
        empty: str,
        *,
        first: bool,
    ) -> None:
        self.files, self.written, self.counts, self.removed = files, written, counts, removed
        self.zone, self.empty, self.first = zone, empty, first

    def document(self) -> dict[str, Any]:
        return {
            "files": list(self.files),
            "new": self.counts.new,
            "changed": self.counts.changed,
            "unchanged": self.counts.unchanged,
            "removed": len(self.removed),
            "removed_events": [self._removed_document(entry) for entry in self.removed],
        }

    def _removed_document(self, entry: Exported) -> dict[str, str]:
        return {
            "uid": entry.uid,
            "title": entry.title,
            "starts_at": self._local(entry.starts_at).isoformat(),
            "ends_at": self._local(entry.ends_at).isoformat(),
        }

    def render(self) -> RenderableType:
        return Text("\n".join(self.lines()))

    def lines(self) -> list[str]:
        """The report, sentence by sentence."""
        lines = [self._headline(), self._counts()] if self.files else [self.empty]
        if self.removed:
            lines += ["", self._removed_headline(), *map(self._removed_line, self.removed)]
        if self.files and (self.first or self.removed):
            lines += ["", *_advice(self.removed)]
        return lines

    def _headline(self) -> str:
        return ngettext(
            "{n} blok ditulis ke {files}.", "{n} blok ditulis ke {files}.", self.written
        ).format(n=self.written, files=formats.enumeration([shown(name) for name in self.files]))

    def _counts(self) -> str:
        return _("Baru {new} · berubah {changed} · tetap {unchanged} · hilang {removed}").format(
            **self.counts._asdict(), removed=len(self.removed)
        )

    def _removed_headline(self) -> str:
        count = len(self.removed)
        return ngettext(
            "{n} blok yang pernah diekspor sudah tidak ada. Impor tidak menghapusnya; "
            "hapus sendiri di Google Calendar:",
            "{n} blok yang pernah diekspor sudah tidak ada. Impor tidak menghapusnya; "
            "hapus sendiri di Google Calendar:",
            count,
        ).format(n=count)

    def _removed_line(self, entry: Exported) -> str:
        start, end = self._local(entry.starts_at), self._local(entry.ends_at)
        day = formats.short_date(start.date())
        return f"  {day} {formats.clock_span(start, end)}  {shown(entry.title)}"

    def _local(self, instant: datetime) -> datetime:
        return instant.astimezone(ZoneInfo(self.zone))


def _advice(removed: Sequence[Exported]) -> list[str]:
    if removed:
        return [
            _(
                "Dengan kalender tersendiri untuk blok waktu, Anda juga dapat mengosongkannya "
                "lalu mengekspor semuanya lagi dengan --uid-baru."
            )
        ]
    return [
        _(
            "Di Google Calendar, buat dahulu kalender tersendiri, lalu impor berkas ini ke sana: "
            "Setelan, Impor & ekspor, Impor."
        ),
        _("Sesudah ada perubahan, ekspor dan impor lagi; blok yang sama tidak menjadi ganda."),
    ]
