"""Performance targets (SKP) as people and programs see them."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan.domain.targets import PerformanceTarget, Progress
from keseimbangan.i18n import _
from keseimbangan.view import target_words as words
from keseimbangan.view.console import Screen, shown
from keseimbangan.view.grid import Grid
from keseimbangan.view.outcomes import plain_number

# How far each indicator has come, by the number of its target.
ByTarget = Mapping[int | None, Sequence[Progress]]


def document(target: PerformanceTarget, measures: Sequence[Progress] = ()) -> dict[str, Any]:
    """A target for programs; `to` does not belong to it any more."""
    return {
        "number": target.number,
        "uid": target.uid,
        "title": target.title,
        "year": target.year,
        "period": words.period_code(target),
        "from": target.days.first.isoformat(),
        "to": target.days.end.isoformat(),
        "archived": target.archived,
        "indicators": [indicator_document(one) for one in measures],
    }


def indicator_document(one: Progress) -> dict[str, Any]:
    """An indicator for programs, with how far it has come."""
    indicator = one.indicator
    return {
        "number": indicator.number,
        "uid": indicator.uid,
        "target": indicator.target,
        "aspect": indicator.aspect.value,
        "name": indicator.name,
        "amount": plain_number(indicator.amount),
        "unit": indicator.unit,
        "realised": plain_number(one.realised),
        "entries": one.entries,
        "percent": None if one.percent is None else round(one.percent, 1),
    }


class TargetCard(Screen):
    """One target with its indicators, below a sentence that says what happened to it."""

    def __init__(
        self,
        target: PerformanceTarget,
        measures: Sequence[Progress] = (),
        headline: str | None = None,
    ) -> None:
        self.target, self.measures, self.headline = target, measures, headline

    def document(self) -> dict[str, Any]:
        return {"target": document(self.target, self.measures)}

    def render(self) -> RenderableType:
        target = self.target
        line = Text.assemble((f"{target.number}  ", "dim"), (shown(target.title), "bold"))
        line.append(f"  {words.period(target)}", style="dim")
        if target.archived:
            line.append("  " + _("(diarsipkan)"), style="dim")
        head: list[RenderableType] = [Text(self.headline)] if self.headline else []
        if not self.measures:
            return Group(*head, line)
        return Group(*head, line, "", _indicators(self.measures))


def _indicators(measures: Sequence[Progress]) -> Grid:
    grid = Grid(gap=2)
    grid.add_column(_("no"), justify="right", style="dim", no_wrap=True)
    grid.add_column(_("aspek"), no_wrap=True)
    grid.add_column(_("indikator"))
    grid.add_column(_("realisasi"))
    for one in measures:
        indicator = one.indicator
        aspect = words.aspect(indicator.aspect)
        grid.add_row(str(indicator.number), aspect, shown(indicator.name), words.progress(one))
    return grid


class TargetList(Screen):
    """Targets in a table, with a sentence where there are none and one below them."""

    def __init__(
        self,
        targets: Sequence[PerformanceTarget],
        measures: ByTarget,
        empty: str,
        remark: str | None = None,
    ) -> None:
        self.targets, self.measures, self.empty, self.remark = targets, measures, empty, remark

    def document(self) -> dict[str, Any]:
        return {
            "targets": [document(one, self.measures.get(one.number, ())) for one in self.targets]
        }

    def render(self) -> RenderableType:
        if not self.targets:
            return Text(self.empty)
        table = Grid(gap=2)
        table.add_column(_("no"), justify="right", style="dim", no_wrap=True)
        table.add_column(_("periode"), no_wrap=True)
        table.add_column(_("SKP"))
        for target in self.targets:
            table.add_row(str(target.number), words.period(target), _title(target))
            for one in self.measures.get(target.number, ()):
                table.add_row("", "", _measure(one))
        parts: list[RenderableType] = [table]
        if self.remark:
            parts += ["", Text(self.remark)]
        return Group(*parts)


class IndicatorCard(Screen):
    """One indicator, below a sentence that says what happened to it."""

    def __init__(self, one: Progress, headline: str) -> None:
        self.one, self.headline = one, headline

    def document(self) -> dict[str, Any]:
        return {"indicator": indicator_document(self.one)}

    def render(self) -> RenderableType:
        indicator = self.one.indicator
        line = Text.assemble((f"{indicator.number}  ", "dim"), (shown(indicator.name), "bold"))
        line.append("  " + _("SKP {n}").format(n=indicator.target), style="dim")
        facts = f"{words.aspect(indicator.aspect)}: {words.progress(self.one)}"
        return Group(Text(self.headline), line, Text(facts))


class IndicatorList(Screen):
    """The indicators of several targets, by target."""

    def __init__(self, targets: Sequence[PerformanceTarget], measures: Sequence[Progress]) -> None:
        self.targets, self.measures = targets, measures

    def document(self) -> dict[str, Any]:
        return {"indicators": [indicator_document(one) for one in self.measures]}

    def render(self) -> RenderableType:
        if not self.measures:
            return Text(
                _('Belum ada indikator. Tambahkan pada sebuah SKP: imbang indikator tambah 1 "…"')
            )
        parts: list[RenderableType] = []
        for target in self.targets:
            own = [one for one in self.measures if one.indicator.target == target.number]
            if own:
                parts += ["", _heading(target), _indicators(own)]
        return Group(*parts[1:])


def _heading(target: PerformanceTarget) -> Text:
    text = Text(_("SKP {n}").format(n=target.number) + "  ", style="dim")
    return text.append(shown(target.title), style="not dim bold")


def _measure(one: Progress) -> Text:
    text = Text(f"{words.aspect(one.indicator.aspect)}: {shown(one.indicator.name)} · ")
    return text.append(words.progress(one))


def _title(target: PerformanceTarget) -> Text:
    title = Text().append(shown(target.title), style="bold")
    if target.archived:
        title.append("  " + _("(diarsipkan)"), style="dim")
    return title
