"""What a month of work shows for each performance target, and where nothing shows it yet."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from keseimbangan.domain.activities import Activity
from keseimbangan.domain.period import DaySpan
from keseimbangan.domain.targets import (
    Indicator,
    PerformanceTarget,
    Progress,
    Realisation,
    holds_in,
    progress,
)


class Measured(NamedTuple):
    """An indicator by the end of some days, and what these days brought."""

    by_then: Progress
    within: Progress


class TargetEvidence(NamedTuple):
    """One target with its indicators and its lines."""

    target: PerformanceTarget
    measures: list[Measured]
    lines: list[Activity]

    @property
    def minutes(self) -> int:
        """The time of its lines."""
        return sum(line.minutes for line in self.lines)

    @property
    def proven(self) -> int:
        """How many lines have evidence."""
        return sum(1 for line in self.lines if line.evidence)


class Evidence(NamedTuple):
    """Target by target; `others` are lines that serve none."""

    days: DaySpan
    targets: list[TargetEvidence]
    others: list[Activity]

    @property
    def minutes(self) -> int:
        """The time of all lines that serve a target."""
        return sum(each.minutes for each in self.targets)


def evidence(
    days: DaySpan,
    zone: str,
    targets: Sequence[PerformanceTarget],
    indicators: Sequence[Indicator],
    realisations: Sequence[Realisation],
    lines: Sequence[Activity],
) -> Evidence:
    """What some days show, for the targets that hold in them or that something was done for."""
    by_target: dict[int | None, list[Activity]] = {}
    for line in lines:
        by_target.setdefault(line.target, []).append(line)
    measures = _measures(days, zone, indicators, realisations)
    wanted = [
        target
        for target in targets
        if target.number in by_target or (holds_in(target, days) and not target.archived)
    ]
    return Evidence(
        days,
        [
            TargetEvidence(
                target, measures.get(target.number or 0, []), by_target.get(target.number, [])
            )
            for target in wanted
        ],
        by_target.get(None, []),
    )


def _measures(
    days: DaySpan,
    zone: str,
    indicators: Sequence[Indicator],
    realisations: Sequence[Realisation],
) -> Mapping[int, list[Measured]]:
    period = days.instants(zone)
    inside = [one for one in realisations if period.start <= one.at < period.end]
    found: dict[int, list[Measured]] = {}
    by_then = progress(indicators, realisations, until=period.end)
    for until, within in zip(by_then, progress(indicators, inside), strict=True):
        found.setdefault(until.indicator.target, []).append(Measured(until, within))
    return found
