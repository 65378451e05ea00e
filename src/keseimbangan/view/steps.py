"""Steps as people and programs see them: what a command wrote, and what was taken back."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.period import local
from keseimbangan.domain.steps import SETTINGS, Change, Effect, Step
from keseimbangan.i18n import _, ngettext
from keseimbangan.view.console import Screen
from keseimbangan.view.grid import Grid
from keseimbangan.view.step_words import (
    PARTS,
    counted,
    name,
    seen_effect,
    setting_keys,
    title,
    titles,
)

FEW_TABLES = 3


def document(step: Step, zone: str) -> dict[str, Any]:
    """A step for programs; `effect` is what the command did to the row, not what undoing does."""
    return {
        "number": step.number,
        "at": step.at.astimezone(ZoneInfo(zone)).isoformat(),
        # In Indonesian in every language: a script compares it.
        "command": step.command or None,
        "undone": step.undone,
        "changes": [
            {
                "table": change.table,
                "number": change.row or None,
                "title": _title(change),
                "effect": change.effect.value,
            }
            for change in _touched(step)
            if change.effect
        ],
    }


def _title(change: Change) -> str | None:
    if change.table == SETTINGS:
        return ", ".join(setting_keys(change))
    return None if change.table in PARTS and change.owner is None else name(change)


def _touched(step: Step) -> list[Change]:
    """What became of rows; that one is noted as deleted says nothing beside its being gone."""
    found = [change for change in step.changes if change.effect]
    return [change for change in found if change.table != "deletions"] or found


class _Steps(Screen):
    """Some steps, with the words of their commands by number, as seen at an instant in a zone."""

    def __init__(
        self, steps: Sequence[Step], commands: Mapping[int, str], now: datetime, zone: str
    ) -> None:
        self.steps, self.commands, self.now, self.zone = steps, commands, now, zone

    def document(self) -> dict[str, Any]:
        return {"steps": [document(step, self.zone) for step in self.steps]}

    def _command(self, step: Step) -> str:
        return self.commands[step.number] or _("program lain")

    def _moment(self, step: Step) -> str:
        at, today = local(step.at, self.zone), local(self.now, self.zone).date()
        day = _("hari ini") if at.date() == today else formats.short_date(at.date())
        return f"{day} {formats.clock(at)}"


class TurnedSteps(_Steps):
    """What was just undone or done again, and the way back."""

    def render(self) -> RenderableType:
        parts: list[RenderableType] = []
        for step in self.steps:
            text = _("Diurungkan: {step}") if step.undone else _("Diulang: {step}")
            parts.append(Text(text.format(step=f"{self._command(step)}, {self._moment(step)}")))
            parts.append(_effects(step))
        return Group(*parts, Text(self._way_back(), style="dim"))

    def _way_back(self) -> str:
        undone, n = self.steps[0].undone, len(self.steps)
        call = _("imbang ulang") if undone else _("imbang urung")
        call = call if n == 1 else f"{call} {n}"
        if undone:
            return _("Tidak jadi? Sebelum mengubah hal lain: {call}").format(call=call)
        return _("Urungkan lagi dengan: {call}").format(call=call)


class StepList(_Steps):
    """The steps that can be done again and those that can be undone, newest first.

    There may be `more` to undo, and so many `later` ones to do again.
    """

    def __init__(self, *arguments: Any, more: bool, later: int = 0) -> None:
        super().__init__(*arguments)
        self.more, self.later = more, later

    def render(self) -> RenderableType:
        undone = [step for step in self.steps if step.undone]
        done = [step for step in self.steps if not step.undone]
        if not self.steps:
            return Text(_("Belum ada langkah yang dapat diurungkan."))
        parts: list[RenderableType] = []
        if undone:
            heading = Text(_("Dapat diulang (imbang ulang)"), style="bold")
            # The one that comes first is number 1.
            parts += [heading, *self._later(len(undone))]
            parts.append(self._grid(undone, range(len(undone), 0, -1)))
        if done:
            heading = Text(_undo_heading(len(done)), style="bold")
            parts += [*([""] if parts else []), heading, self._grid(done, range(1, len(done) + 1))]
        if self.more:
            call = _("Yang lebih lama: imbang urung {n} --daftar").format(n=2 * len(done))
            parts += ["", Text(call, style="dim")]
        return Group(*parts)

    def _later(self, shown_ones: int) -> Iterator[Text]:
        if self.later:
            call = _("imbang urung {n} --daftar").format(n=shown_ones + self.later)
            text = ngettext("{n} langkah lagi: {call}", "{n} langkah lagi: {call}", self.later)
            yield Text(text.format(n=self.later, call=call), style="dim")

    def _grid(self, steps: Sequence[Step], numbers: Sequence[int]) -> Grid:
        grid = Grid()
        grid.add_column(justify="right", style="dim", no_wrap=True)
        grid.add_column(no_wrap=True)
        grid.add_column()
        for number, step in zip(numbers, steps, strict=True):
            about = f"{self._command(step)}: {_summary(step)}"
            grid.add_row(str(number), self._moment(step), about)
        return grid


def _undo_heading(rows: int) -> str:
    if rows == 1:
        return _("Dapat diurungkan (imbang urung)")
    text = _("Dapat diurungkan (imbang urung {n}: baris 1 sampai {n})")
    return text.format(n=min(rows, 3))


def _effects(step: Step) -> Grid:
    """A line for each kind of row and what became of it just now."""
    grid = Grid(indent=2, gap=2)
    grid.add_column(no_wrap=True)
    grid.add_column()
    groups: dict[tuple[Effect, str], list[Change]] = {}
    for change in _visible(step):
        just_now = change.turned if step.undone else change
        if effect := seen_effect(just_now):
            groups.setdefault((effect, change.table), []).append(just_now)
    for (effect, table), changes in groups.items():
        word = _became(effect, undone=step.undone)
        grid.add_row(word, ": ".join(filter(None, [counted(table, len(changes)), titles(changes)])))
    if not groups:
        grid.add_row(_("tidak ada yang berubah"))
    return grid


def _became(effect: Effect, *, undone: bool) -> str:
    if effect is Effect.CHANGED:
        return _("seperti semula") if undone else _("diubah")
    return _("kembali") if effect is Effect.ADDED else _("dihapus")


def _summary(step: Step) -> str:
    """What a step was about, in a line: single rows by their title, several counted."""
    changes = _visible(step)
    # Where something came or went, the rest only followed from it.
    main = [change for change in changes if change.effect is not Effect.CHANGED] or changes
    tables: dict[str, list[Change]] = {}
    for change in main:
        tables.setdefault(change.table, []).append(change)
    # A bare date among many kinds of rows says nothing of what it is the date of.
    few = len(tables) <= FEW_TABLES
    parts = [
        (_named(step, found[0]) if few and len(found) == 1 else "") or _counted(step, table, found)
        for table, found in tables.items()
    ]
    return "; ".join(parts) or _("tidak ada yang berubah")


def _named(step: Step, change: Change) -> str:
    """A row by its title; where neither that nor the command says what it is, by its kind too."""
    text = title(change)
    if text and name(change) is None and step.command.startswith("data "):
        return f"{counted(change.table, 1)}, {text}"
    return text and text + _fate(step, [change])


def _counted(step: Step, table: str, changes: Sequence[Change]) -> str:
    return counted(table, len(changes)) + _fate(step, changes)


def _fate(step: Step, changes: Sequence[Change]) -> str:
    """What became of occurrences of a series, where the command does not say it."""
    effects = {seen_effect(change) for change in changes if change.table == "exclusions"}
    if step.command.startswith("blok ") or len(effects) != 1:
        return ""
    (effect,) = effects
    return f", {_became(effect, undone=False)}" if effect else ""


def _visible(step: Step) -> list[Change]:
    """The rows that are worth a word: not those that came and went, nor the parts of others."""
    changes = _touched(step)
    tables = {change.table for change in changes}
    visible = [change for change in changes if PARTS.get(change.table) not in tables]
    series = {change.row for change in visible if _is_series(change)}
    # What differs in an occurrence comes and goes with its series.
    visible = [each for each in visible if each.content.get("series_id") not in series]
    if any(_is_series(change) and change.effect is Effect.CHANGED for change in visible):
        # A series that was cut in two is one to whoever cut it.
        visible = [
            each for each in visible if not _is_series(each) or each.effect is Effect.CHANGED
        ]
    return sorted(visible, key=lambda change: change.effect is Effect.CHANGED)


def _is_series(change: Change) -> bool:
    return change.table == "blocks" and bool(change.content.get("rule"))
