"""What is left of annual leave.

Unused leave of a year goes over to the next: with it at most 18 days, after two years or more
without any at most 24 (PP 11/2017 jo. 17/2020, PerBKN 24/2017). What is carried over is used first
and is not carried on. Years before the records begin are unknown and bring only what is said.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

QUOTA = 12
WITH_ONE_YEAR, WITH_TWO_YEARS = 18, 24


@dataclass(frozen=True)
class LeaveTerms:
    """The right to annual leave: days a year, since when one serves, and where records begin.

    `brought` are days carried into the year `since`.
    """

    since: int
    quota: int = QUOTA
    brought: float = 0
    serving_since: date | None = None

    def quota_of(self, year: int) -> int:
        """Days of a year's own; none before the first whole year of service is over."""
        start = self.serving_since
        return 0 if start is not None and year <= start.year else self.quota


@dataclass(frozen=True)
class Balance:
    """Annual leave of one year in working days; `most` is the bound on quota and carry-over."""

    year: int
    quota: int
    carried: float
    used: float
    most: int

    @property
    def remaining(self) -> float:
        """What is left; below zero where more was taken than there is a right to."""
        return self.quota + self.carried - self.used


class KindUse(NamedTuple):
    """A kind other than annual: days used in the year, and what it may be at most."""

    kind: str
    used: float
    days: int | None
    months: int | None


class Yearly(NamedTuple):
    """Leave of a year: the balance, of it what is yet to come, the others; records since when."""

    balance: Balance
    upcoming: float
    others: Sequence[KindUse]
    since: int


def annual_balance(year: int, used: Mapping[int, float], terms: LeaveTerms) -> Balance:
    """The balance of a year; `used` are working days of annual leave by year."""
    quota = terms.quota_of(year)
    carried, most = _carried(year, used, terms)
    return Balance(year, quota, carried, used.get(year, 0), most)


def _carried(year: int, used: Mapping[int, float], terms: LeaveTerms) -> tuple[float, int]:
    """Days carried into a year, and the bound that decided."""
    if year <= terms.since:
        return (terms.brought if year == terms.since else 0), WITH_ONE_YEAR
    carried: float = terms.brought
    most = WITH_ONE_YEAR
    for each in range(terms.since + 1, year + 1):
        left = _left_of_its_own(each - 1, carried, used, terms)
        most = WITH_ONE_YEAR
        if each - 2 >= terms.since and all(
            _untouched(e, used, terms) for e in (each - 1, each - 2)
        ):
            most, left = WITH_TWO_YEARS, left + terms.quota_of(each - 2)
        carried = min(left, max(0, most - terms.quota_of(each)))
    return carried, most


def _left_of_its_own(
    year: int, carried: float, used: Mapping[int, float], terms: LeaveTerms
) -> float:
    own = max(0, used.get(year, 0) - carried)
    return max(0, terms.quota_of(year) - own)


def _untouched(year: int, used: Mapping[int, float], terms: LeaveTerms) -> bool:
    return terms.quota_of(year) > 0 and not used.get(year)
