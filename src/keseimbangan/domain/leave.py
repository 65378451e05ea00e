"""Leave (cuti): kinds, the working days it takes, and what must not meet.

Sources: PP 11/2017 jo. 17/2020 and PerBKN 24/2017 for PNS, PerBKN 7/2022 for PPPK. Only working
days count. An agency may add kinds of its own, so a kind is a word, not a closed list.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from keseimbangan.domain.period import ONE_DAY, DaySpan
from keseimbangan.domain.workdays import Half, WorkCalendar, is_working_day

ANNUAL = "annual"
# Unpaid leave lasts three years and one more at most; what is longer is a slip of the pen.
LONGEST_YEARS = 5
PNS, PPPK = "pns", "pppk"


class LeaveRule(NamedTuple):
    """For whom a kind is, the most it may last in months, and the years of service before it."""

    months: Mapping[str, int | None]
    years: int = 0


# By the code word of the kind; a status that is not named has no such leave.
RULES: Mapping[str, LeaveRule] = {
    ANNUAL: LeaveRule({PNS: None, PPPK: None}, years=1),
    "sick": LeaveRule({PNS: None, PPPK: 1}),
    "maternity": LeaveRule({PNS: 3, PPPK: 3}),
    "long": LeaveRule({PNS: 3}, years=5),
    "important": LeaveRule({PNS: 1}),
    "unpaid": LeaveRule({PNS: None}),
}


@dataclass(frozen=True)
class Leave:
    """Leave from `first` to `last`, both days included; half a day is of one day only."""

    number: int | None
    uid: str
    kind: str
    first: date
    last: date
    half: Half | None = None
    letter: str | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        if self.last < self.first or (self.half and self.first != self.last):
            raise ValueError(f"no such leave: {self.first} {self.last} {self.half}")

    @property
    def span(self) -> DaySpan:
        """Its days, working or not."""
        return DaySpan(self.first, self.last + ONE_DAY)


def days_by_year(leave: Leave, calendar: WorkCalendar) -> dict[int, float]:
    """Working days that leave takes, each year's by itself; half a day is 0.5."""
    found: dict[int, float] = {}
    for day in leave.span:
        if is_working_day(day, calendar):
            found[day.year] = found.get(day.year, 0) + (0.5 if leave.half else 1)
    return found


def years_missing(leave: Leave, serving_since: date | None) -> int | None:
    """The years of service that leave asks for, where they are not over on its first day."""
    years = RULES[leave.kind].years if leave.kind in RULES else 0
    if not years or serving_since is None:
        return None
    first, start = leave.first, serving_since
    served = first.year - start.year - ((first.month, first.day) < (start.month, start.day))
    return years if served < years else None


def months_passed(leave: Leave, status: str) -> int | None:
    """The months that a kind may last at most, where leave is longer; both ends included."""
    most = RULES[leave.kind].months.get(status) if leave.kind in RULES else None
    return most if most and leave.last >= _months_after(leave.first, most) else None


def _months_after(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = (date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1) - ONE_DAY).day
    return date(year, month + 1, min(day.day, last))


def in_the_way(leave: Leave, others: Iterable[Leave]) -> Leave | None:
    """The earliest other leave that shares time with it; two halves of a day do not."""
    shared = [o for o in others if o.number != leave.number and _meet(leave, o)]
    return min(shared, key=lambda other: other.first, default=None)


def _meet(one: Leave, other: Leave) -> bool:
    if one.last < other.first or other.last < one.first:
        return False
    return not (one.half and other.half and one.half is not other.half)
