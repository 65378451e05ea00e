"""What came into the store, as people and programs see it."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.arrivals import Left, SkipReason
from keseimbangan.domain.merging import Comparison, Difference, Likeness, Tally, Verdict, total
from keseimbangan.i18n import _, ngettext
from keseimbangan.view.console import Screen, shown
from keseimbangan.view.data import ORDER
from keseimbangan.view.removals import removal_document, removal_lines
from keseimbangan.view.table_words import noun

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
                "differences": [_difference_document(each) for each in comparison.differences],
                "removals": [removal_document(each) for each in comparison.removals],
                "renumbered": [
                    {"table": each.table, "file": each.there, "here": each.here}
                    for each in comparison.renumbered
                ],
                "skipped": [
                    {"position": each.position, "title": each.title, "reason": each.reason.value}
                    for each in one.left.skipped
                ],
                "fields_left_out": [
                    {"name": name, "count": count} for name, count in one.left.fields.items()
                ],
            }
        }

    def render(self) -> RenderableType:
        parts: list[RenderableType] = [Text(self._headline(), style="bold")]
        tallies = sorted(self.found.comparison.tallies, key=lambda each: place(each.table))
        seen = [tally for tally in tallies if tally.seen]
        if seen:
            parts += ["", _counts(seen)]
        parts += self._differences(taken=True) + self._differences(taken=False)
        parts += self._removals() + self._renumbered() + self._skipped() + self._fields()
        if self.found.comparison.writes and self._remarks():
            parts += ["", *(Text(line, style="dim") for line in self._remarks())]
        return Group(*parts)

    def _headline(self) -> str:
        one = self.found
        if not one.comparison.writes:
            return _("Tidak ada yang baru dari {file}.").format(file=shown(one.file))
        if one.applied:
            return _("Diimpor dari {file}.").format(file=shown(one.file))
        return _("Tinjauan {file}; belum ada yang diubah.").format(file=shown(one.file))

    def _differences(self, *, taken: bool) -> list[RenderableType]:
        found = [each for each in self.found.comparison.differences if each.taken is taken]
        if not found:
            return []
        title = (
            _("Diganti, sebab versi di berkas lebih baru")
            if taken
            else _("Dipertahankan, sebab versi di sini lebih baru")
        )
        lines = [self._difference(each) for each in found[:MOST_SHOWN]]
        return _section(title, lines, len(found) - MOST_SHOWN)

    def _difference(self, one: Difference) -> str:
        label = f" {shown(one.label)}" if one.label else ""
        text = _("{noun} {number}{label}: di sini {here}, di berkas {there}").format(
            noun=noun(one.table),
            number=one.number,
            label=label,
            here=self._moment(one.here),
            there=self._moment(one.there),
        )
        if one.likeness is Likeness.TAKEN:
            text = _("{text} (tempatnya sudah terisi di sini)").format(text=text)
        return text

    def _renumbered(self) -> list[RenderableType]:
        found = [each for each in self.found.comparison.renumbered if each.table in _TYPED]
        if not found:
            return []
        lines = [
            _("{noun} {number}{label}: di berkas {there}").format(
                noun=noun(each.table),
                number=each.here,
                label=f" {shown(each.label)}" if each.label else "",
                there=each.there,
            )
            for each in found[:MOST_SHOWN]
        ]
        title = _("Bernomor lain di sini, sebab nomornya sudah pernah dipakai")
        return _section(title, lines, len(found) - MOST_SHOWN)

    def _moment(self, stamp: str) -> str:
        return formats.moment(datetime.fromisoformat(stamp), self.zone)

    def _removals(self) -> list[RenderableType]:
        found: list[RenderableType] = []
        for title, lines in removal_lines(self.found.comparison.removals, self._moment):
            found += _section(title, lines[:MOST_SHOWN], len(lines) - MOST_SHOWN)
        return found

    def _skipped(self) -> list[RenderableType]:
        found = self.found.left.skipped
        if not found:
            return []
        if len(found) > MOST_SHOWN:
            counts = Counter(each.reason for each in found).most_common()
            lines = [f"{reason_text(reason)}: {n}" for reason, n in counts]
            return _section(_("Tidak ikut"), [*lines, _("Satu per satu: --json.")], 0)
        lines = [
            _("{n}. {title}: {reason}").format(
                n=each.position,
                title=shown(each.title) or _("tanpa judul"),
                reason=reason_text(each.reason),
            )
            for each in found
        ]
        return _section(_("Tidak ikut"), lines, 0)

    def _fields(self) -> list[RenderableType]:
        found = sorted(self.found.left.fields.items())
        line = ", ".join(f"{shown(name)} {count}" for name, count in found)
        return _section(_("Isian yang tidak punya tempat di sini"), [line], 0) if found else []

    def _remarks(self) -> list[str]:
        lines = []
        if self.found.program is None:
            text = _("Yang tidak ada di berkas tetap ada di sini, kecuali yang dihapus di sana.")
            lines.append(text)
        if self.found.backup:
            path = shown(str(self.found.backup))
            lines.append(_("Cadangan sebelum impor: {path}").format(path=path))
        return lines


def reason_text(reason: SkipReason) -> str:
    """Why something of another program was left out."""
    return {
        SkipReason.DELETED: _("sudah dihapus di sana"),
        SkipReason.TEMPLATE: _("pola berulang; buat dengan `imbang blok tambah --ulang`"),
        SkipReason.RUNNING: _("masih berjalan"),
        SkipReason.NO_TITLE: _("tidak ada isinya"),
        SkipReason.NO_TIME: _("waktunya tidak dapat dibaca"),
        SkipReason.TOO_LONG: _("lebih lama dari sehari"),
        SkipReason.NO_LEVEL: _("tidak ada tingkat stres; beri --tingkat atau tag @stres7"),
        SkipReason.TWICE: _("ada dua kali dalam berkas"),
        SkipReason.UNREADABLE: _("tidak dapat dibaca"),
    }[reason]


def place(table: str) -> int:
    """Where a table stands in a list."""
    return ORDER.index(table) if table in ORDER else len(ORDER)


def _counts(tallies: Sequence[Tally]) -> Table:
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="dim")
    table.add_column("")
    for head in (_("baru"), _("diganti"), _("sama"), _("dipertahankan")):
        table.add_column(head, justify="right", no_wrap=True)
    for tally in tallies:
        table.add_row(noun(tally.table), *(_number(tally, verdict) for verdict in _VERDICTS))
    if len(tallies) > 1:
        sums = [str(total(tallies, verdict)) for verdict in _VERDICTS]
        table.add_row(Text(_("Semua"), style="bold"), *sums)
    return table


_VERDICTS = (Verdict.NEW, Verdict.CHANGED, Verdict.UNCHANGED, Verdict.KEPT)


def _number(tally: Tally, verdict: Verdict) -> Text:
    count = total([tally], verdict)
    return Text(str(count), style="" if count else "dim")


def _section(title: str, lines: Sequence[str], more: int) -> list[RenderableType]:
    listed = list(lines)
    if more > 0:
        text = ngettext("dan {n} lagi, lihat --json", "dan {n} lagi, lihat --json", more)
        listed.append(text.format(n=more))
    return ["", Text(title, style="bold"), *(Padding(Text(line), (0, 0, 0, 2)) for line in listed)]


def _tally_document(tally: Tally) -> dict[str, Any]:
    counts = {verdict.value: total([tally], verdict) for verdict in _VERDICTS}
    return {"name": tally.table, **counts}


def _difference_document(one: Difference) -> dict[str, Any]:
    return {
        "table": one.table,
        "number": one.number,
        "uid": one.uid,
        "label": one.label,
        "reason": {
            Likeness.UID: "same_row",
            Likeness.KEY: "same_key",
            Likeness.TAKEN: "key_taken",
        }[one.likeness],
        "winner": "file" if one.taken else "store",
        "here_changed_at": one.here,
        "file_changed_at": one.there,
    }
