"""What repeats in the stress journal: levels by week, triggers, what helped, demand and control.

Every figure stands on at least three values and carries their number; below that there is none.
The figures describe, they do not judge: nothing here is a limit, a score or a diagnosis.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import NamedTuple

from keseimbangan.domain.journal import StressEntry
from keseimbangan.domain.period import DaySpan, week_name, week_named
from keseimbangan.domain.search import search_key
from keseimbangan.domain.triggers import trigger_key

# Two may be chance; from the third on one may begin to speak of a pattern.
LEAST = 3


class Figure(NamedTuple):
    """A mean from 0 to 10, and the number of values behind it, never fewer than LEAST."""

    n: int
    mean: float


class WeekLevels(NamedTuple):
    """The levels noted about one week, in the order of writing."""

    week: str
    levels: tuple[int, ...]

    @property
    def mean(self) -> float | None:
        """Their mean: what was noted, in one number, and no claim beyond it."""
        return sum(self.levels) / len(self.levels) if self.levels else None


class Change(NamedTuple):
    """The level in the later half of the weeks, `weeks` of them, against that before."""

    weeks: int
    earlier: Figure
    later: Figure


class TriggerPattern(NamedTuple):
    """A trigger that recurs: the level of entries that name it, and of those that do not."""

    name: str
    level: Figure
    without: Figure | None


class CopingPattern(NamedTuple):
    """A way of coping that recurs, and how much it helped."""

    text: str
    helped: Figure


class Balance(NamedTuple):
    """Demand against control (seed 003), over the entries that give both.

    `above` counts those in which demand exceeds control; `level_above` and `level_else` are the
    levels of these and of the others.
    """

    demand: Figure
    control: Figure
    above: int
    level_above: Figure | None
    level_else: Figure | None


class Patterns(NamedTuple):
    """What the entries of some weeks show. `rare` triggers were named fewer than LEAST times."""

    span: DaySpan
    entries: int
    level: Figure | None
    weeks: tuple[WeekLevels, ...]
    change: Change | None
    triggers: tuple[TriggerPattern, ...]
    rare: int
    helped: Figure | None
    coping: tuple[CopingPattern, ...]
    balance: Balance | None


def last_weeks(week: DaySpan, count: int) -> DaySpan:
    """`count` weeks up to and with this one."""
    return DaySpan(week.end - timedelta(weeks=count), week.end)


def patterns(entries: Iterable[StressEntry], span: DaySpan) -> Patterns:
    """The patterns of the entries about the weeks that have a day in the span."""
    names = list(dict.fromkeys(week_name(day) for day in span))
    mine = sorted((e for e in entries if e.week in names), key=lambda e: (e.written_at, e.uid))
    named = _by_trigger(mine)
    helping = [entry for entry in mine if entry.coping and entry.helped is not None]
    return Patterns(
        span=span,
        entries=len(mine),
        level=_level(mine),
        weeks=tuple(WeekLevels(w, tuple(e.level for e in mine if e.week == w)) for w in names),
        change=_change(mine, names),
        triggers=_recurring(named, mine),
        rare=sum(1 for some in named.values() if len(some) < LEAST),
        helped=figure([entry.helped or 0 for entry in helping]),
        coping=_what_helped(helping),
        balance=_balance(mine),
    )


def figure(values: Sequence[int]) -> Figure | None:
    """The mean of values; none where there are fewer than LEAST."""
    return Figure(len(values), sum(values) / len(values)) if len(values) >= LEAST else None


def week_of_levels(levels: WeekLevels) -> DaySpan:
    """The days of the week the levels are about."""
    return week_named(levels.week)


def _level(entries: Sequence[StressEntry]) -> Figure | None:
    return figure([entry.level for entry in entries])


def _change(entries: Sequence[StressEntry], names: Sequence[str]) -> Change | None:
    late = set(names[len(names) - len(names) // 2 :])
    earlier = _level([entry for entry in entries if entry.week not in late])
    later = _level([entry for entry in entries if entry.week in late])
    return Change(len(late), earlier, later) if earlier and later else None


def _by_trigger(entries: Sequence[StressEntry]) -> Mapping[str, list[tuple[str, StressEntry]]]:
    # The last spelling stands for all; the entries come oldest first.
    named: dict[str, list[tuple[str, StressEntry]]] = defaultdict(list)
    for entry in entries:
        for key, name in {trigger_key(name): name for name in entry.triggers}.items():
            named[key].append((name, entry))
    return named


def _recurring(
    named: Mapping[str, list[tuple[str, StressEntry]]], entries: Sequence[StressEntry]
) -> tuple[TriggerPattern, ...]:
    found = []
    for some in named.values():
        with_it = [entry for _name, entry in some]
        if level := _level(with_it):
            without = _level(_others(entries, with_it))
            found.append(TriggerPattern(some[-1][0], level, without))
    return tuple(sorted(found, key=lambda p: (-p.level.n, -p.level.mean, p.name)))


def _what_helped(entries: Sequence[StressEntry]) -> tuple[CopingPattern, ...]:
    told: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for entry in entries:
        for key, text in {search_key(way): way for way in _ways(entry.coping or "")}.items():
            told[key].append((text, entry.helped or 0))
    found = [
        CopingPattern(some[-1][0], helped)
        for some in told.values()
        if (helped := figure([value for _text, value in some]))
    ]
    return tuple(sorted(found, key=lambda p: (-p.helped.mean, -p.helped.n, p.text)))


def _ways(coping: str) -> list[str]:
    """Several ways in one answer: `jalan kaki, napas dalam`."""
    return [way for part in re.split(r"[,;\n]", coping) if (way := " ".join(part.split()))]


def _balance(entries: Sequence[StressEntry]) -> Balance | None:
    both = [e for e in entries if e.demand is not None and e.control is not None]
    demand = figure([entry.demand or 0 for entry in both])
    control = figure([entry.control or 0 for entry in both])
    if demand is None or control is None:
        return None
    above = [entry for entry in both if (entry.demand or 0) > (entry.control or 0)]
    return Balance(demand, control, len(above), _level(above), _level(_others(both, above)))


def _others(entries: Sequence[StressEntry], some: Sequence[StressEntry]) -> list[StressEntry]:
    taken = {entry.uid for entry in some}
    return [entry for entry in entries if entry.uid not in taken]
