"""Entries of the stress journal as people and programs see them.

Lists keep to what may be seen over a shoulder: number, week, level, triggers. Cause, coping and
note stand only in `Entry`, which is shown when somebody asks for that one entry.
"""

from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

from rich.columns import Columns
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.journal import HIGHEST, StressEntry
from keseimbangan.domain.period import week_named
from keseimbangan.domain.triggers import named
from keseimbangan.i18n import _, language
from keseimbangan.view.console import Screen, shown


def document(entry: StressEntry) -> dict[str, Any]:
    """An entry for programs; triggers are codes, or free text as typed."""
    return {
        "number": entry.number,
        "uid": entry.uid,
        "week": entry.week,
        "written_at": entry.written_at.astimezone(ZoneInfo(entry.zone)).isoformat(),
        "level": entry.level,
        "triggers": list(entry.triggers),
        "main_cause": entry.main_cause,
        "coping": entry.coping,
        "helped": entry.helped,
        "demand": entry.demand,
        "control": entry.control,
        "note": entry.note,
    }


def trigger_words(entry: StressEntry) -> str:
    """`rapat, beban kerja berlebih`."""
    return ", ".join(shown(named(name, language())) for name in entry.triggers)


def week_text(name: str) -> str:
    """`23–29 November 2026 (pekan 48)`."""
    week = week_named(name)
    return f"{formats.date_span(week.first, week.last)} ({formats.week_number(name)})"


def out_of_ten(value: int | None) -> str:
    """`6/10`; nothing where there is no value."""
    return "" if value is None else f"{value}/{HIGHEST}"


def bar(value: float) -> str:
    """A level as ten cells, `██████▌···`: half a cell is half a step."""
    halves = round(value * 2)
    full, half = divmod(halves, 2)
    return ("█" * full + "▌" * half).ljust(HIGHEST, "·")


class Entry(Screen):
    """One entry, whole."""

    def __init__(self, entry: StressEntry) -> None:
        self.entry = entry

    def document(self) -> dict[str, Any]:
        return {"entry": document(self.entry)}

    def render(self) -> RenderableType:
        entry = self.entry
        table = _grid()
        for label, value in [
            *_public_rows(entry),
            (_("ditulis"), formats.moment(entry.written_at, entry.zone)),
            (_("penyebab utama"), shown(entry.main_cause or "", lines=True)),
            (_("cara mengatasi"), shown(entry.coping or "", lines=True)),
            (_("terbantu"), out_of_ten(entry.helped)),
            (_("tuntutan"), out_of_ten(entry.demand)),
            (_("kendali"), out_of_ten(entry.control)),
            (_("catatan"), shown(entry.note or "", lines=True)),
        ]:
            if value:
                table.add_row(label, value)
        return Group(_title(entry), table)


class Kept(Screen):
    """What became of an entry, without what it says: somebody may be looking on."""

    def __init__(self, entry: StressEntry, headline: str) -> None:
        self.entry, self.headline = entry, headline

    def document(self) -> dict[str, Any]:
        return {"entry": document(self.entry)}

    def render(self) -> RenderableType:
        table = _grid()
        for label, value in _public_rows(self.entry):
            if value:
                table.add_row(label, value)
        return Group(Text(self.headline), _title(self.entry), table)


class EntryList(Screen):
    """Entries in a table, one line each where they fit, without cause, coping and note.

    `places` says for each entry, by its number, where a search found something.
    """

    def __init__(
        self,
        entries: Sequence[StressEntry],
        empty: str,
        remark: str | None = None,
        places: dict[int | None, str] | None = None,
    ) -> None:
        self.entries, self.empty, self.remark, self.places = entries, empty, remark, places

    def document(self) -> dict[str, Any]:
        return {"entries": [document(entry) for entry in self.entries]}

    def render(self) -> RenderableType:
        if not self.entries:
            return Text(self.empty)
        table = Table(box=None, padding=(0, 1), pad_edge=False)
        table.add_column(_("no"), justify="right", style="dim")
        table.add_column(_("pekan"), no_wrap=True)
        table.add_column(_("tingkat"), no_wrap=True, justify="right")
        table.add_column(_("pemicu"), overflow="fold", ratio=1)
        if self.places is not None:
            table.add_column(_("ditemukan di"), overflow="fold")
        for entry in self.entries:
            table.add_row(*self._cells(entry))
        return Group(table, "", Text(self.remark)) if self.remark else table

    def _cells(self, entry: StressEntry) -> list[RenderableType]:
        words = Text(trigger_words(entry) or "–")
        cells: list[RenderableType] = [
            str(entry.number),
            formats.week_of_year(entry.week),
            out_of_ten(entry.level),
            words,
        ]
        return cells if self.places is None else [*cells, self.places[entry.number]]


def trigger_menu(words: Sequence[str]) -> RenderableType:
    """Triggers with the numbers by which they can be answered, in as many columns as fit."""
    lines = (Text(f"{number:>3}  {shown(word)}") for number, word in enumerate(words, 1))
    return Columns(list(lines), padding=(0, 2), equal=True, column_first=True)


def _public_rows(entry: StressEntry) -> list[tuple[str, str]]:
    return [
        (_("tingkat"), f"{bar(entry.level)} {out_of_ten(entry.level)}"),
        (_("pemicu"), trigger_words(entry)),
    ]


def _grid() -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    return table


def _title(entry: StressEntry) -> Text:
    return Text.assemble((f"{entry.number}  ", "dim"), (week_text(entry.week), "bold"))
