"""What came in from a file, or would: how many of what, what differs, what was left out."""

import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.arrivals import Skipped, SkipReason
from keseimbangan.domain.merging import (
    Comparison,
    Difference,
    Likeness,
    Returned,
    Tally,
    Verdict,
    total,
)
from keseimbangan.i18n import _, ngettext
from keseimbangan.view.column_words import readable, unread
from keseimbangan.view.console import Screen, shown
from keseimbangan.view.data_exchange import counts_text
from keseimbangan.view.grid import Grid
from keseimbangan.view.table_words import noun

# Of a longer list a person reads the beginning; `--json` has all of it.
MOST_SHOWN = 10


class Import(NamedTuple):
    """What a file brought, or would bring. `program` is None for an export of our own."""

    file: str
    program: str | None
    schema: int | None
    created_at: datetime | None
    applied: bool
    backup: Path | None
    comparison: Comparison
    skipped: Sequence[Skipped]


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
                "returned": [_returned_document(each) for each in comparison.returned],
                "skipped": [
                    {"position": each.position, "title": each.title, "reason": each.reason.value}
                    for each in one.skipped
                ],
            }
        }

    def render(self) -> RenderableType:
        parts: list[RenderableType] = [Text(self._headline(), style="bold"), self._counts()]
        parts += self._differences(taken=True) + self._differences(taken=False)
        parts += self._returned() + self._skipped()
        if self.found.comparison.writes:
            parts += ["", *(Text(line, style="dim", overflow="fold") for line in self._remarks())]
        return Group(*parts)

    def _headline(self) -> str:
        one = self.found
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
        return grid

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
            named, *details = self._difference(each)
            listed += [_lines([named], 2), _lines(details, 4)]
        return _section(title, listed, len(found) - MOST_SHOWN)

    def _difference(self, one: Difference) -> list[str]:
        named = _named(one.table, one.number, one.label)
        if one.likeness is Likeness.TAKEN:
            named = _("{text} (tempatnya sudah terisi di sini)").format(text=named)
        sides = [each for field in one.fields if (each := readable(one.table, field, self.zone))]
        sides.append((_("diubah"), self._moment(one.here), self._moment(one.there)))
        rest = unread(one.table, one.fields)
        if len(sides) == 1 and not rest:
            # Only its parts differ, such as the triggers of an entry.
            rest = [_("isinya")]
        lines = [named, *(self._sides(*each, taken=one.taken) for each in sides)]
        if rest:
            lines.append(_("berbeda juga: {names}").format(names=", ".join(rest)))
        return lines

    def _sides(self, name: str, here: str, there: str, *, taken: bool) -> str:
        if taken and self.found.applied:
            text = _("{name}: tadinya {here}, kini {there}")
        else:
            text = _("{name}: di sini {here}, di berkas {there}")
        return text.format(name=name, here=here, there=there)

    def _moment(self, stamp: str) -> str:
        return _moment(datetime.fromisoformat(stamp), self.zone)

    def _returned(self) -> list[RenderableType]:
        found = self.found.comparison.returned
        if not found:
            return []
        lines = [
            _("{text}, dihapus {moment}").format(
                text=_named(each.table, each.number, each.label),
                moment=_moment(each.deleted_at, self.zone),
            )
            for each in found[:MOST_SHOWN]
        ]
        title = _("Datang lagi, sebab di berkas masih ada")
        remedy = _("Bila tidak perlu lagi, hapus di kedua komputer.")
        return [*_section(title, [_lines(lines)], len(found) - MOST_SHOWN), _lines([remedy])]

    def _skipped(self) -> list[RenderableType]:
        found = self.found.skipped
        if not found:
            return []
        lines = [
            _("{n}. {title}: {reason}").format(
                n=each.position,
                title=shown(each.title) or _("tanpa judul"),
                reason=reason_text(each.reason),
            )
            for each in found[:MOST_SHOWN]
        ]
        return _section(_("Tidak ikut"), [_lines(lines)], len(found) - MOST_SHOWN)

    def _remarks(self) -> list[str]:
        if not self.found.applied:
            return [_("Yang hanya ada di sini tetap ada; impor tidak menghapus.")]
        lines = [_("Batalkan dengan: {call}").format(call=_("imbang urung"))]
        if self.found.backup:
            name = shown(self.found.backup.name)
            lines.append(_("Cadangan sebelum impor: {name}").format(name=name))
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


_WEEK = re.compile(r"\d{4}-W\d\d")


def _named(table: str, number: int, label: str | None) -> str:
    week = label is not None and _WEEK.fullmatch(label)
    text = formats.week_of_year(label or "") if week else shown(label or "")
    return " ".join(filter(None, (noun(table), str(number), text)))


def _moment(instant: datetime, zone: str) -> str:
    at = instant.astimezone(ZoneInfo(zone))
    return f"{formats.short_date(at.date())} {formats.clock(at)}"


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
        "fields": [each.name for each in one.fields],
    }


def _returned_document(one: Returned) -> dict[str, Any]:
    return {
        "table": one.table,
        "number": one.number,
        "uid": one.uid,
        "label": one.label,
        "deleted_at": one.deleted_at.isoformat(),
    }
