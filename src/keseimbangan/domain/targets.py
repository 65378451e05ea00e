"""Performance targets (SKP): planned results (RHK), and the indicators by which they are measured.

PermenPANRB 6/2022: an RHK has indicators in the aspects quantity, quality, time and cost, each with
a target. Rating belongs to the superior: nothing here grades.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from keseimbangan.domain.period import DaySpan, month_of
from keseimbangan.frozen import dataclass

WHOLE_YEAR = (1, 12)


class Aspect(StrEnum):
    """Kuantitas, kualitas, waktu, biaya."""

    QUANTITY = "quantity"
    QUALITY = "quality"
    TIME = "time"
    COST = "cost"

    @property
    def adds_up(self) -> bool:
        """Whether several realisations make a sum; of a quality or a time the last one counts."""
        return self in (Aspect.QUANTITY, Aspect.COST)


@dataclass(frozen=True)
class PerformanceTarget:
    """One RHK for a year, or for the months from the first to the last of it, both included."""

    number: int | None
    uid: str
    title: str
    year: int
    archived: bool = False
    first_month: int = 1
    last_month: int = 12

    def __post_init__(self) -> None:
        if not 1 <= self.first_month <= self.last_month <= 12:
            raise ValueError("the months of a target lie within one year, in their order")

    @property
    def months(self) -> tuple[int, int]:
        """The first and the last month."""
        return self.first_month, self.last_month

    @property
    def days(self) -> DaySpan:
        """The days for which it holds."""
        last = month_of(date(self.year, self.last_month, 1))
        return DaySpan(date(self.year, self.first_month, 1), last.end)


@dataclass(frozen=True)
class Indicator:
    """What one target is measured by: `amount` of `unit`."""

    number: int | None
    uid: str
    target: int
    aspect: Aspect
    name: str
    amount: float
    unit: str


class Realisation(NamedTuple):
    """An amount in an indicator's unit, and when what brought it was done."""

    indicator: int
    amount: float
    at: datetime


class Progress(NamedTuple):
    """How far an indicator has come: the sum, or the last amount, of so many realisations."""

    indicator: Indicator
    realised: float | None
    entries: int

    @property
    def percent(self) -> float | None:
        """Realised by target, as a plain division; only of a quantity, and never a grade."""
        if self.realised is None or self.indicator.aspect is not Aspect.QUANTITY:
            return None
        return self.realised / self.indicator.amount * 100


def progress(
    indicators: Iterable[Indicator],
    realisations: Sequence[Realisation],
    until: datetime | None = None,
) -> list[Progress]:
    """How far each indicator has come by an instant that does not belong to it, or by now."""
    counted = [one for one in realisations if until is None or one.at < until]
    return [_progress(indicator, counted) for indicator in indicators]


def _progress(indicator: Indicator, realisations: Sequence[Realisation]) -> Progress:
    own = [one for one in realisations if one.indicator == indicator.number]
    if not own:
        return Progress(indicator, None, 0)
    if indicator.aspect.adds_up:
        # Amounts have three decimals at most, so that rounding to them is exact.
        return Progress(indicator, round(sum(one.amount for one in own), 3), len(own))
    return Progress(indicator, max(own, key=lambda one: one.at).amount, len(own))


def usual_indicator(indicators: Sequence[Indicator]) -> Indicator | None:
    """The one that is meant where none is named: the only one, else the only quantity."""
    quantities = [one for one in indicators if one.aspect is Aspect.QUANTITY]
    for found in (indicators, quantities):
        if len(found) == 1:
            return found[0]
    return None


def holds_in(target: PerformanceTarget, days: DaySpan) -> bool:
    """Whether a target and some days have a day in common."""
    return target.days.first < days.end and days.first < target.days.end
