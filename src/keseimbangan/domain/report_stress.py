"""The stress journal in figures: read only when a report is asked for it by name."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from keseimbangan.domain.journal import StressEntry

# A mean of fewer entries says nothing.
FEWEST = 3


class Level(NamedTuple):
    """The mean level of the entries of a week, or of those that name a trigger."""

    name: str
    entries: int
    mean: float


class StressFigures(NamedTuple):
    """`by_week` in the order of time, `triggers` the most frequent first; no mean of nothing."""

    entries: int
    mean: float | None
    by_week: tuple[Level, ...]
    triggers: tuple[Level, ...]


def stress_figures(entries: Iterable[StressEntry]) -> StressFigures:
    """Levels of 0 to 10, by week and by trigger."""
    found = list(entries)
    weeks: defaultdict[str, list[int]] = defaultdict(list)
    triggers: defaultdict[str, list[int]] = defaultdict(list)
    for entry in found:
        weeks[entry.week].append(entry.level)
        for trigger in entry.triggers:
            triggers[trigger].append(entry.level)
    by_trigger = sorted(_levels(triggers), key=lambda level: (-level.entries, -level.mean))
    mean = sum(entry.level for entry in found) / len(found) if found else None
    return StressFigures(len(found), mean, tuple(sorted(_levels(weeks))), tuple(by_trigger))


def _levels(groups: dict[str, list[int]]) -> list[Level]:
    return [Level(name, len(levels), sum(levels) / len(levels)) for name, levels in groups.items()]
