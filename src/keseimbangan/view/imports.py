"""What came in from a file, or would: how many of what, what differs, what was left out."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan.domain.arrivals import Left
from keseimbangan.domain.merging import Comparison, Tally, Verdict, total
from keseimbangan.i18n import _, ngettext
from keseimbangan.view.console import PathLine, Screen, shown
from keseimbangan.view.data_export import counts_text
from keseimbangan.view.differences import difference_document, difference_lines
from keseimbangan.view.grid import Grid
from keseimbangan.view.left_out import left_document, left_lines
from keseimbangan.view.removals import removal_document, removal_lines, taken_out_lines
from keseimbangan.view.table_words import row_text

# Of a longer list a person reads the beginning; `--json` has all of it.
MOST_SHOWN = 10

# Whose numbers people type.
_TYPED = (
    *("tasks", "blocks", "targets", "indicators", "dialogues", "stress_entries"),
    *("leaves", "overtimes", "focus_sessions"),
)


class Import(NamedTuple):
    """What a file brought, or would bring. `program` is None for an export of our own."""

    file: str
    program: str | None
    schema: int | None
    created_at: datetime | None
    applied: bool
    backup: Path | None
    comparison: Comparison
    left: Left


class ImportReport(Screen):
    """Counts by noun, what differs and which version stays, and what was left out."""

    def __init__(self, found: Import, zone: str) -> None:
        self.found, self.zone = found, zone

    def document(self) -> dict[str, Any]:
        one = self.found
        comparison = one.comparison
        return {
            "import": {
                "file": one.file,
                "from": one.program,
                "schema": one.schema,
                "created_at": one.created_at.isoformat() if one.created_at else None,
                "applied": one.applied,
                "backup": str(one.backup) if one.backup else None,
                "tables": [_tally_document(tally) for tally in comparison.tallies],
                "differences": [difference_document(each) for each in comparison.differences],
                "taken_out": [one._asdict() for one in comparison.taken_out],
                "removals": [removal_document(each) for each in comparison.removals],
                "renumbered": [
                    {"table": each.table, "file": each.there, "here": each.here}
                    for each in comparison.renumbered
                ],
                **left_document(one.left),
            }
        }

    def render(self) -> RenderableType:
        parts: list[RenderableType] = [PathLine(self._headline(), style="bold"), self._counts()]
        parts += self._differences(taken=True) + self._differences(taken=False)
        parts += self._taken_out() + self._removals() + self._renumbered() + self._left()
        if self._is_of_notes():
            parts.append(Text(_("Hanya catatan tentang yang dihapus di sana; catatan Anda tetap.")))
        if self.found.comparison.writes:
            parts += ["", *(Text(line, style="dim", overflow="fold") for line in self._remarks())]
        return Group(*parts)

    def _headline(self) -> str:
        one = self.found
        if one.left.skipped and not any(each.seen for each in one.comparison.tallies):
            return _("Tidak ada yang dapat diimpor dari {file}.").format(file=shown(one.file))
        if not one.comparison.writes:
            return _("Tidak ada yang baru dari {file}.").format(file=shown(one.file))
        if one.applied:
            return _("Diimpor dari {file}.").format(file=shown(one.file))
        return _("Tinjauan {file}; belum ada yang diubah.").format(file=shown(one.file))

    def _counts(self) -> Grid:
        grid = Grid(indent=2, gap=2)
        grid.add_column(no_wrap=True)
        grid.add_column()
        for verdict, word in _verdict_words().items():
            rows = {each.table: total([each], verdict) for each in self.found.comparison.tallies}
            if text := counts_text(rows):
                grid.add_row(word, text)
        gone = Counter(
            each.table for each in self.found.comparison.removals if each.goes and not each.in_file
        )
        if text := counts_text(gone):
            grid.add_row(_("dihapus"), text)
        return grid

    def _is_of_notes(self) -> bool:
        """Whether nothing is written but what was deleted there and is not here."""
        comparison = self.found.comparison
        written = {each.table for each in comparison.tallies if each.writes}
        return written == {"deletions"} and not (comparison.removals or comparison.differences)

    def _differences(self, *, taken: bool) -> list[RenderableType]:
        found = [each for each in self.found.comparison.differences if each.taken is taken]
        if not found:
            return []
        title = (
            _("Diganti, sebab versi di berkas lebih baru")
            if taken
            else _("Dipertahankan, sebab versi di sini lebih baru")
        )
        listed: list[RenderableType] = []
        for each in found[:MOST_SHOWN]:
            named, *details = difference_lines(each, self.zone, applied=self.found.applied)
            listed += [_lines([named], 2), _lines(details, 4)]
        return _section(title, listed, len(found) - MOST_SHOWN)

    def _taken_out(self) -> list[RenderableType]:
        lines = taken_out_lines(self.found.comparison.taken_out)
        if not lines:
            return []
        title = _("Kejadian yang diambil dari blok berulang")
        return _section(title, [_lines(lines[:MOST_SHOWN])], len(lines) - MOST_SHOWN)

    def _removals(self) -> list[RenderableType]:
        found: list[RenderableType] = []
        for title, lines in removal_lines(self.found.comparison.removals, self.zone):
            found += _section(title, [_lines(lines[:MOST_SHOWN])], len(lines) - MOST_SHOWN)
        return found

    def _renumbered(self) -> list[RenderableType]:
        found = [each for each in self.found.comparison.renumbered if each.table in _TYPED]
        if not found:
            return []
        lines = [
            _("{text}: di berkas {there}").format(
                text=row_text(each.table, each.here, each.label), there=each.there
            )
            for each in found[:MOST_SHOWN]
        ]
        title = _("Bernomor lain di sini, sebab nomornya sudah pernah dipakai")
        return _section(title, [_lines(lines)], len(found) - MOST_SHOWN)

    def _left(self) -> list[RenderableType]:
        found: list[RenderableType] = []
        for title, lines in left_lines(self.found.left, MOST_SHOWN):
            found += _section(title, [_lines(lines)], 0)
        return found

    def _remarks(self) -> list[str]:
        if not self.found.applied and self.found.program is None:
            return [_("Yang tidak ada di berkas tetap ada di sini, kecuali yang dihapus di sana.")]
        if not self.found.applied:
            return [_("Yang hanya ada di sini tetap ada; impor tidak menghapus.")]
        lines = [_("Urungkan dengan: {call}").format(call=_("imbang urung"))]
        if self.found.backup:
            name = shown(self.found.backup.name)
            lines.append(_("Cadangan sebelum impor: {name}").format(name=name))
            if any(each.taken for each in self.found.comparison.differences):
                # What a person wrote is not shown unasked; but it is not lost either.
                lines.append(
                    _(
                        "Isi yang diganti ada dalam cadangan itu. Lihat dengan `imbang urung`, "
                        "lalu kembali dengan `imbang ulang`."
                    )
                )
        return lines


def _verdict_words() -> dict[Verdict, str]:
    return {
        Verdict.NEW: _("baru"),
        Verdict.CHANGED: _("diganti"),
        Verdict.KEPT: _("dipertahankan"),
        Verdict.UNCHANGED: _("sudah sama"),
    }


def _section(title: str, listed: Sequence[RenderableType], more: int) -> list[RenderableType]:
    parts = ["", Text(title, style="bold"), *listed]
    if more > 0:
        text = ngettext("dan {n} lagi, lihat --json", "dan {n} lagi, lihat --json", more)
        parts.append(_lines([text.format(n=more)]))
    return parts


def _lines(texts: Sequence[str], indent: int = 2) -> Grid:
    grid = Grid(indent=indent)
    grid.add_column()
    for text in texts:
        grid.add_row(text)
    return grid


def _tally_document(tally: Tally) -> dict[str, Any]:
    counts = {verdict.value: total([tally], verdict) for verdict in Verdict}
    return {"name": tally.table, **counts}
