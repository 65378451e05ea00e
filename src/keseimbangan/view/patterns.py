"""The patterns of the stress journal as people and programs see them.

Each figure stands with its n. Bars are dark and dotted cells with the number beside them, so that
nothing depends on colour. The words describe and never judge.
"""

from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.patterns import (
    LEAST,
    Balance,
    Change,
    Figure,
    Patterns,
    WeekLevels,
    week_of_levels,
)
from keseimbangan.domain.triggers import named
from keseimbangan.i18n import _, language, ngettext
from keseimbangan.view.console import Screen, shown
from keseimbangan.view.journal import bar


class PatternScreen(Screen):
    """What repeats, in four short sections; those without enough entries are left out."""

    def __init__(self, patterns: Patterns) -> None:
        self.patterns = patterns

    def document(self) -> dict[str, Any]:
        """`from` is a day, `to` is exclusive; a figure is `{"n", "mean"}`, null below three."""
        found = self.patterns
        return {
            "patterns": {
                "from": found.span.first.isoformat(),
                "to": found.span.end.isoformat(),
                "entries": found.entries,
                "level": _plain(found.level),
                "weeks": [
                    {"week": week.week, "n": len(week.levels), "mean": _rounded(week.mean)}
                    for week in found.weeks
                ],
                "change": _plain_change(found.change),
                "triggers": [
                    {
                        "trigger": each.name,
                        "level": _plain(each.level),
                        "without": _plain(each.without),
                    }
                    for each in found.triggers
                ],
                "rare_triggers": found.rare,
                "helped": _plain(found.helped),
                "coping": [
                    {"coping": each.text, "helped": _plain(each.helped)} for each in found.coping
                ],
                "balance": _plain_balance(found.balance),
            }
        }

    def render(self) -> RenderableType:
        found = self.patterns
        days = formats.date_span(found.span.first, found.span.last)
        title = Text(_("Pola stres, {days}").format(days=days), style="bold")
        if found.level is None:
            return Group(title, Text(_too_few(found)))
        parts = [title, Text(_summary(found, found.level)), *_weeks(found)]
        parts += [*_triggers(found), *_helped(found), *_balance(found)]
        closing = _("Dihitung dari catatan Anda sendiri. Ini bukan diagnosis.")
        return Group(*parts, "", Text(closing, style="dim"))


def _too_few(found: Patterns) -> str:
    return ngettext(
        "Ada {n} catatan. Pola dibaca mulai dari {least} catatan.",
        "Ada {n} catatan. Pola dibaca mulai dari {least} catatan.",
        found.entries,
    ).format(n=found.entries, least=LEAST)


def _summary(found: Patterns, level: Figure) -> str:
    return _("Tingkat rata-rata {mean} dari 10 (n={n}), dalam {weeks} pekan.").format(
        mean=formats.decimal(level.mean), n=level.n, weeks=len(found.weeks)
    )


def _weeks(found: Patterns) -> list[RenderableType]:
    table = _table()
    for week in found.weeks:
        table.add_row(*_week_cells(week))
    parts: list[RenderableType] = [*_section(_("Tingkat tiap pekan")), table]
    if found.change:
        parts.append(_indented(_change_sentence(found.change)))
    return parts


def _week_cells(week: WeekLevels) -> list[str]:
    monday = formats.short_date(week_of_levels(week).first)
    if week.mean is None:
        return [monday, bar(0), "–", ""]
    return [monday, bar(week.mean), formats.decimal(week.mean), f"n={len(week.levels)}"]


def _change_sentence(change: Change) -> str:
    return _("{weeks} pekan terakhir rata-rata {later}; sebelumnya {earlier}.").format(
        weeks=change.weeks, later=_said(change.later), earlier=_said(change.earlier)
    )


def _triggers(found: Patterns) -> list[RenderableType]:
    if not found.triggers and not found.rare:
        return []
    parts = _section(_("Pemicu yang berulang, dan tingkat rata-rata"))
    table = _table()
    for each in found.triggers:
        word = shown(named(each.name, language()))
        without = _("tanpanya {figure}").format(figure=_said(each.without)) if each.without else ""
        table.add_row(Text(word), _said(each.level), without)
    parts += [table] if found.triggers else []
    if found.rare:
        parts.append(_indented(_rare_sentence(found.rare)))
    return parts


def _rare_sentence(rare: int) -> str:
    return ngettext(
        "{n} pemicu lain disebut kurang dari {least} kali.",
        "{n} pemicu lain disebut kurang dari {least} kali.",
        rare,
    ).format(n=rare, least=LEAST)


def _helped(found: Patterns) -> list[RenderableType]:
    if found.helped is None:
        return []
    parts = _section(_("Seberapa membantu cara Anda mengatasinya"))
    table = _table()
    for each in found.coping:
        table.add_row(Text(shown(each.text)), bar(each.helped.mean), _said(each.helped))
    table.add_row(_("semua cara"), bar(found.helped.mean), _said(found.helped))
    return [*parts, table]


def _balance(found: Patterns) -> list[RenderableType]:
    balance = found.balance
    if balance is None:
        return []
    table = _table()
    table.add_row(_("tuntutan"), bar(balance.demand.mean), _said(balance.demand))
    table.add_row(_("kendali"), bar(balance.control.mean), _said(balance.control))
    parts = [*_section(_("Tuntutan dan kendali")), table]
    parts += [_indented(sentence) for sentence in _balance_sentences(balance)]
    return parts


def _balance_sentences(balance: Balance) -> list[str]:
    if not balance.above:
        return [_("Tuntutan tidak pernah melebihi kendali (n={n}).").format(n=balance.demand.n)]
    sentences = [
        _("Tuntutan melebihi kendali pada {above} dari {n} catatan.").format(
            above=balance.above, n=balance.demand.n
        )
    ]
    if balance.level_above and balance.level_else:
        sentences.append(
            _("Tingkat stres saat itu rata-rata {above}; selain itu {other}.").format(
                above=_said(balance.level_above), other=_said(balance.level_else)
            )
        )
    if balance.demand.mean > balance.control.mean:
        # Seed 003: burnout is about work, not about character.
        sentences.append(_("Ketimpangan ini menyangkut pekerjaan, bukan watak Anda."))
    return sentences


def _said(figure: Figure) -> str:
    return _("{mean} (n={n})").format(mean=formats.decimal(figure.mean), n=figure.n)


def _section(title: str) -> list[RenderableType]:
    return ["", Text(title, style="bold")]


def _indented(sentence: str) -> RenderableType:
    return Padding(Text(sentence), (0, 0, 0, 2), expand=False)


def _table() -> Table:
    table = Table(box=None, show_header=False, padding=(0, 1), pad_edge=True)
    table.add_column(overflow="fold")
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    return table


def _plain(figure: Figure | None) -> dict[str, Any] | None:
    return figure and {"n": figure.n, "mean": _rounded(figure.mean)}


def _plain_change(change: Change | None) -> dict[str, Any] | None:
    return change and {
        "weeks": change.weeks,
        "earlier": _plain(change.earlier),
        "later": _plain(change.later),
    }


def _plain_balance(balance: Balance | None) -> dict[str, Any] | None:
    return balance and {
        "demand": _plain(balance.demand),
        "control": _plain(balance.control),
        "above": balance.above,
        "level_above": _plain(balance.level_above),
        "level_else": _plain(balance.level_else),
    }


def _rounded(mean: float | None) -> float | None:
    return None if mean is None else round(mean, 2)
