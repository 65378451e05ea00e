"""Leave as people and programs see it."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.leave import Leave
from keseimbangan.domain.leave_balance import WITH_TWO_YEARS, Balance, KindUse, Yearly
from keseimbangan.domain.workdays import Half
from keseimbangan.i18n import _, ngettext
from keseimbangan.view.console import Screen, shown
from keseimbangan.view.grid import Grid
from keseimbangan.view.words import leave_kind

ByYear = Mapping[int, float]


def document(leave: Leave, taken: ByYear) -> dict[str, Any]:
    """Leave for programs, with the working days it takes."""
    return {
        "number": leave.number,
        "uid": leave.uid,
        "kind": leave.kind,
        "first": leave.first.isoformat(),
        "last": leave.last.isoformat(),
        "half": leave.half.value if leave.half else None,
        "letter": leave.letter,
        "note": leave.note,
        "working_days": number(sum(taken.values())),
        "by_year": {str(year): number(days) for year, days in taken.items()},
    }


def number(days: float) -> int | float:
    """A whole number as one."""
    return int(days) if days == int(days) else days


def days_text(days: float) -> str:
    """`2,5 hari kerja`."""
    text = ngettext("{n} hari kerja", "{n} hari kerja", 1 if days == 1 else 2)
    return text.format(n=formats.decimal(days))


def title(leave: Leave) -> str:
    """`cuti tahunan, 21–23 Desember 2026`."""
    return _("cuti {kind}, {days}").format(kind=_kind(leave.kind), days=_when(leave))


class LeaveCard(Screen):
    """One leave, below a sentence that says what happened to it."""

    def __init__(self, leave: Leave, taken: ByYear, headline: str) -> None:
        self.leave, self.taken, self.headline = leave, taken, headline

    def document(self) -> dict[str, Any]:
        return {"leave": document(self.leave, self.taken)}

    def render(self) -> RenderableType:
        one = self.leave
        line = Text(f"{one.number}  ", style="dim").append(title(one), style="bold")
        parts: list[RenderableType] = [Text(self.headline), line, Text(_taken(self.taken))]
        if one.letter:
            parts.append(Text(_("Surat: {letter}").format(letter=shown(one.letter)), style="dim"))
        if one.note:
            parts.append(Text(shown(one.note, lines=True), style="dim"))
        return Group(*parts)


class LeaveList(Screen):
    """The leave of a year."""

    def __init__(self, year: int, leaves: Sequence[Leave], taken: Sequence[ByYear]) -> None:
        self.year, self.leaves, self.taken = year, leaves, taken

    def document(self) -> dict[str, Any]:
        pairs = zip(self.leaves, self.taken, strict=True)
        return {"year": self.year, "leaves": [document(leave, days) for leave, days in pairs]}

    def render(self) -> RenderableType:
        if not self.leaves:
            text = _("Belum ada cuti {year}. Catat: imbang cuti tambah tahunan besok")
            return Text(text.format(year=self.year))
        grid = Grid()
        grid.add_column(_("no"), justify="right", style="dim", no_wrap=True)
        grid.add_column(_("tanggal"))
        grid.add_column(_("jenis"))
        grid.add_column(_("hari"), justify="right", no_wrap=True)
        grid.add_column(_("surat"), style="dim")
        for leave, taken in zip(self.leaves, self.taken, strict=True):
            days = formats.decimal(taken.get(self.year, 0))
            letter = shown(leave.letter or "")
            grid.add_row(str(leave.number), _when(leave), _kind(leave.kind), days, letter)
        remark = Text(_("Sisanya: imbang cuti sisa"), style="dim")
        return Group(grid, "", remark)


class LeaveBalance(Screen):
    """What is left of annual leave in a year, how it was reckoned, and the other kinds."""

    def __init__(self, found: Yearly) -> None:
        self.found = found

    def document(self) -> dict[str, Any]:
        balance = self.found.balance
        return {
            "balance": {
                "year": balance.year,
                "quota": balance.quota,
                "carried": number(balance.carried),
                "most": balance.most,
                "used": number(balance.used),
                "upcoming": number(self.found.upcoming),
                "remaining": number(balance.remaining),
                "records_since": self.found.since,
                "others": [
                    {
                        "kind": one.kind,
                        "used": number(one.used),
                        "quota": one.days,
                        "quota_months": one.months,
                    }
                    for one in self.found.others
                ],
            }
        }

    def render(self) -> RenderableType:
        balance = self.found.balance
        heading = _("Sisa cuti tahunan {year}: {days}").format(
            year=balance.year, days=days_text(balance.remaining)
        )
        parts: list[RenderableType] = [Text(heading, style="bold"), self._reckoning(balance)]
        parts += [Text(line, style="dim") for line in _remarks(self.found)]
        if self.found.others:
            parts += ["", Text(_("Cuti lain"), style="bold"), _others(self.found.others)]
        return Group(*parts)

    def _reckoning(self, balance: Balance) -> Grid:
        grid = Grid(indent=2)
        grid.add_column()
        grid.add_column(justify="right", no_wrap=True)
        grid.add_row(_("hak tahun ini"), formats.decimal(balance.quota))
        grid.add_row(_("dibawa dari tahun lalu"), formats.decimal(balance.carried))
        grid.add_row(_("dipakai"), formats.decimal(balance.used))
        if self.found.upcoming:
            grid.add_row(_("di antaranya akan datang"), formats.decimal(self.found.upcoming))
        return grid


def _remarks(found: Yearly) -> list[str]:
    balance = found.balance
    lines = []
    if balance.carried:
        rule = (
            _("Dua tahun tidak diambil: paling banyak {most} hari dengan tahun ini.")
            if balance.most == WITH_TWO_YEARS
            else _("Paling banyak {most} hari dengan tahun ini.")
        )
        lines.append(rule.format(most=balance.most))
    if balance.year >= found.since:
        lines.append(
            _("Cuti dicatat sejak {year}; sebelumnya: imbang atur cuti.bawaan").format(
                year=found.since
            )
        )
    return lines


def _others(kinds: Sequence[KindUse]) -> Grid:
    grid = Grid(indent=2)
    grid.add_column()
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column(style="dim")
    for one in kinds:
        bound = ""
        if one.days is not None:
            bound = _("dari {n} hari setahun").format(n=one.days)
        elif one.months is not None:
            bound = ngettext("paling lama {n} bulan", "paling lama {n} bulan", one.months).format(
                n=one.months
            )
        grid.add_row(_kind(one.kind), formats.decimal(one.used), bound)
    return grid


def _kind(kind: str) -> str:
    return shown(leave_kind(kind))


def _when(leave: Leave) -> str:
    days = formats.date_span(leave.first, leave.last)
    if leave.half is Half.MORNING:
        return _("{days} pagi").format(days=days)
    if leave.half is Half.AFTERNOON:
        return _("{days} siang").format(days=days)
    return days


def _taken(taken: ByYear) -> str:
    """`3 hari kerja`; across the end of a year each year's by itself."""
    if len(taken) < 2:
        return days_text(sum(taken.values()))
    each = [
        _("{days} {year}").format(days=days_text(days), year=year) for year, days in taken.items()
    ]
    return formats.enumeration(each)
