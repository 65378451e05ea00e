"""Shifts (giliran) by date: rosters as they are written, and what they come to.

A shift belongs to the day on which it starts. Shifts are worked on national holidays and on
collective leave too (Perpres 21/2023 art. 6), and make up the week of offices that serve the public
or support operations (art. 7).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from typing import NamedTuple

from keseimbangan.domain.period import DaySpan
from keseimbangan.domain.working_day import WorkingDay


@dataclass(frozen=True)
class Shift:
    """The shift of one day; without hours it is a day off.

    It ends on the next day unless its end is later than its start. `name` is a code word or, for a
    shift of the agency's own, the word it gave.
    """

    number: int | None
    uid: str
    day: date
    name: str
    start: time | None = None
    end: time | None = None
    break_start: time | None = None
    break_end: time | None = None

    def __post_init__(self) -> None:
        if (self.start is None) != (self.end is None) or (self.start is None and self.break_start):
            raise ValueError("a shift has both its ends, or is a day off")
        hours = self.hours
        if hours is not None and not hours.name:
            raise ValueError("a shift has a name")

    @property
    def hours(self) -> WorkingDay | None:
        """Its hours; none on a day off."""
        if self.start is None or self.end is None:
            return None
        return WorkingDay(
            self.start,
            self.end,
            self.break_start,
            self.break_end,
            overnight=self.end <= self.start,
            name=self.name,
        )

    @property
    def minutes(self) -> int:
        """Minutes of work, also those after midnight."""
        return self.hours.minutes if self.hours else 0


class ShiftKind(NamedTuple):
    """A word of the roster and its hours; none for a day off."""

    name: str
    hours: WorkingDay | None


def shift_of(uid: str, day: date, kind: ShiftKind) -> Shift:
    """The shift of a day by a word of the roster."""
    hours = kind.hours
    if hours is None:
        return Shift(None, uid, day, kind.name)
    return Shift(
        None, uid, day, kind.name, hours.start, hours.end, hours.break_start, hours.break_end
    )


def rostered(days: DaySpan, pattern: Sequence[ShiftKind]) -> list[tuple[date, ShiftKind]]:
    """A pattern laid on days in order, from its beginning again as often as needed."""
    return [(day, pattern[place % len(pattern)]) for place, day in enumerate(days)]


def in_place_of(shift: Shift, present: Mapping[date, Shift]) -> Shift:
    """A shift that takes over the number and the uid of the one its day has."""
    there = present.get(shift.day)
    return replace(shift, number=there.number, uid=there.uid) if there else shift
