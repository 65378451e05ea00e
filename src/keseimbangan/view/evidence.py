"""What a month shows for each performance target, as people, spreadsheets and programs see it."""

from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.activities import Activity
from keseimbangan.domain.evidence import Evidence, Measured, TargetEvidence
from keseimbangan.domain.targets import PerformanceTarget
from keseimbangan.i18n import _, ngettext
from keseimbangan.view import activities as lines
from keseimbangan.view import markdown as md
from keseimbangan.view import target_words as words
from keseimbangan.view import targets as targets_view
from keseimbangan.view.activities import Names, Row
from keseimbangan.view.console import Screen, shown
from keseimbangan.view.grid import Grid
from keseimbangan.view.outcomes import plain_number
from keseimbangan.view.words import akhlak

# A sign beside the words, so that neither colour nor position carries the meaning.
PROVEN, UNPROVEN = "✓", "○"
INDENT = 3


class EvidenceScreen(Screen):
    """Target by target: the lines, the indicators, what has no evidence yet."""

    def __init__(self, found: Evidence, names: Names) -> None:
        self.found, self.names = found, names

    def document(self) -> dict[str, Any]:
        found = self.found
        return {
            "from": found.days.first.isoformat(),
            "to": found.days.end.isoformat(),
            "targets": [_target_document(each) for each in found.targets],
            "unassigned": [lines.document(line) for line in found.others],
            "minutes": found.minutes,
        }

    def render(self) -> RenderableType:
        found = self.found
        parts: list[RenderableType] = [Text(title(found), style="bold")]
        if not found.targets:
            parts += ["", Text(no_targets())]
        for each in found.targets:
            parts += ["", *self._target(each)]
        parts += ["", *(Text(sentence) for sentence in closing(found))]
        return Group(*parts)

    def _target(self, each: TargetEvidence) -> Iterator[RenderableType]:
        target = each.target
        heading = Text.assemble((f"{target.number}  ", "dim"), (shown(target.title), "bold"))
        yield heading.append(f"  {words.period(target)}", style="dim")
        yield from (_indented(measure(one)) for one in each.measures)
        if each.lines:
            yield self._table(each.lines)
        yield _indented(summary(each))

    def _table(self, found: Sequence[Activity]) -> Grid:
        grid = Grid(indent=INDENT)
        grid.add_column(no_wrap=True)
        grid.add_column(no_wrap=True, style="dim")
        grid.add_column()
        grid.add_column(justify="right", no_wrap=True)
        for line in found:
            sign = PROVEN if line.evidence else UNPROVEN
            time = formats.duration(line.minutes) if line.minutes else ""
            grid.add_row(sign, formats.short_date(line.day), shown(line.title), time)
            for text in self._facts(line):
                grid.add_row("", "", Text(text, style="dim"), "")
        return grid

    def _facts(self, line: Activity) -> Iterator[str]:
        if outcome := lines.outcome(line, self.names):
            yield _("hasil: {text}").format(text=outcome)
        if line.evidence:
            yield _("bukti: {text}").format(text=shown(line.evidence))
        else:
            yield _("tanpa bukti ({place})").format(place=place(line))


def _indented(text: str) -> Grid:
    grid = Grid(indent=INDENT)
    grid.add_column()
    grid.add_row(text)
    return grid


def _target_document(each: TargetEvidence) -> dict[str, Any]:
    by_then = [one.by_then for one in each.measures]
    body = targets_view.document(each.target, by_then)
    for indicator, one in zip(body["indicators"], each.measures, strict=True):
        indicator["realised_within"] = plain_number(one.within.realised)
    return {
        "target": body,
        "entries": [lines.document(line) for line in each.lines],
        "with_evidence": each.proven,
        "minutes": each.minutes,
    }


def title(found: Evidence) -> str:
    """`Bukti SKP November 2026`."""
    return _("Bukti SKP {month}").format(month=formats.month_name(found.days.first))


def no_targets() -> str:
    """That there is no target to show anything for."""
    return _('Belum ada SKP pada bulan itu. Catat satu: imbang skp tambah "…"')


def measure(one: Measured) -> str:
    """`Jumlah laporan: 3 dari 12 laporan (25 %); bulan itu: 1`."""
    name = shown(one.by_then.indicator.name)
    fact = _("{name}: {progress}").format(name=name, progress=words.progress(one.by_then))
    if one.within.realised is None or not one.by_then.indicator.aspect.adds_up:
        return fact
    within = formats.amount(one.within.realised)
    return _("{fact}; bulan itu: {amount}").format(fact=fact, amount=within)


def place(line: Activity) -> str:
    """`tugas 3`, `blok 12`: what is to be changed."""
    if line.block is not None:
        return _("blok {n}").format(n=line.block)
    return _("tugas {n}").format(n=line.task)


def summary(each: TargetEvidence) -> str:
    """How many lines, how many with evidence, how long; or that there is a gap."""
    if not each.lines:
        return _("Belum ada kegiatan yang selesai.")
    counted = len(each.lines)
    text = ngettext(
        "{n} kegiatan, {proven} dengan bukti, {time}.",
        "{n} kegiatan, {proven} dengan bukti, {time}.",
        counted,
    )
    return text.format(n=counted, proven=each.proven, time=formats.duration(each.minutes))


def closing(found: Evidence) -> Iterator[str]:
    """The time for all targets, what serves none, and how evidence can follow."""
    time = formats.duration(found.minutes)
    yield _("Seluruhnya untuk SKP: {time}.").format(time=time)
    if found.others:
        spent = formats.duration(sum(line.minutes for line in found.others))
        text = ngettext(
            "Tanpa SKP: {n} kegiatan, {time}.",
            "Tanpa SKP: {n} kegiatan, {time}.",
            len(found.others),
        )
        yield text.format(n=len(found.others), time=spent)
    if remedy := _remedy(found):
        yield remedy


def _remedy(found: Evidence) -> str | None:
    gaps = [line for each in found.targets for line in each.lines if not line.evidence]
    if not gaps:
        return None
    number = gaps[0].block if gaps[0].block is not None else gaps[0].task
    if gaps[0].block is not None:
        return _('Bukti dapat menyusul: imbang blok selesai {n} --bukti "…"').format(n=number)
    return _('Bukti dapat menyusul: imbang tugas selesai {n} --bukti "…"').format(n=number)


def evidence_markdown(found: Evidence, names: Names) -> str:
    """The same as Markdown, a table for each target."""
    parts = [md.heading(title(found), 1)]
    if not found.targets:
        parts.append(no_targets())
    for each in found.targets:
        parts += _section(each, names)
    return md.document([*parts, "\n".join(list(closing(found))[: 1 + bool(found.others)])])


def _section(each: TargetEvidence, names: Names) -> Iterator[str]:
    target = each.target
    yield md.heading(f"{target.number}. {md.escaped(target.title)} ({words.period(target)})")
    yield md.bullets(md.escaped(measure(one)) for one in each.measures)
    if each.lines:
        labels = (_("tanggal"), _("kegiatan"), _("hasil"), _("realisasi"), _("bukti"), _("jam"))
        rows = [
            (
                formats.plain_date(line.day),
                md.escaped(line.title),
                md.escaped(line.result or ""),
                md.escaped(lines.realised(line, names)),
                md.escaped(line.evidence) if line.evidence else f"_{_('tanpa bukti')}_",
                formats.duration(line.minutes) if line.minutes else "",
            )
            for line in each.lines
        ]
        yield md.table(labels, rows, numbers=False)
    yield summary(each)


def evidence_rows(found: Evidence, names: Names) -> tuple[list[str], list[Row]]:
    """The same for a spreadsheet; a target without lines is a row with the gap in it."""
    header = [
        *(_("RHK"), _("periode"), _("tanggal"), _("kegiatan"), _("hasil"), _("realisasi")),
        *(_("target"), _("satuan"), _("bukti"), _("menit"), _("nilai BerAKHLAK")),
    ]
    rows = [row for each in found.targets for row in _rows(each, names)]
    return header, rows


def _rows(each: TargetEvidence, names: Names) -> Iterator[Row]:
    head = _head(each.target)
    if not each.lines:
        yield [*head, None, None, None, None, None, None, _("tanpa bukti"), None, None]
    for line in each.lines:
        indicator = names.indicators.get(line.indicator or 0)
        realised, unit = lines.amount_cells(line, names)
        yield [
            *head,
            line.day.isoformat(),
            shown(line.title),
            shown(line.result or "", lines=True),
            realised,
            plain_number(indicator.amount) if indicator else None,
            unit,
            shown(line.evidence) if line.evidence else _("tanpa bukti"),
            line.minutes or None,
            akhlak(line.akhlak),
        ]


def _head(target: PerformanceTarget) -> Row:
    return [shown(target.title), words.period(target)]
