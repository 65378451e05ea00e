"""The stress journal: what, main cause, how managed (seed 001, 6.2); demand and control (003)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, NamedTuple

from keseimbangan.domain.period import DaySpan, local, week_name
from keseimbangan.errors.journal import LevelMissing, WeekNotBegun

LOWEST, HIGHEST = 0, 10


@dataclass(frozen=True)
class StressEntry:
    """One entry. Levels, `helped`, `demand` and `control` run from 0 to 10, both included."""

    number: int | None
    uid: str
    week: str
    written_at: datetime
    zone: str
    level: int
    triggers: tuple[str, ...] = ()
    main_cause: str | None = None
    coping: str | None = None
    helped: int | None = None
    demand: int | None = None
    control: int | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        for value in (self.level, self.helped, self.demand, self.control):
            if value is not None and not LOWEST <= value <= HIGHEST:
                raise ValueError(f"a level lies between {LOWEST} and {HIGHEST}: {value}")

    @property
    def day(self) -> date:
        """The day it stands on: that of writing, or the Thursday of another week it is about.

        By its Thursday ISO 8601 gives a week to a year; here it gives it to a month as well.
        """
        written = local(self.written_at, self.zone).date()
        if week_name(written) == self.week:
            return written
        return date.fromisoformat(f"{self.week}-4")


class Answers(NamedTuple):
    """What a person says in an entry; only the level cannot be left out in the end."""

    level: int | None = None
    triggers: tuple[str, ...] = ()
    main_cause: str | None = None
    coping: str | None = None
    helped: int | None = None
    demand: int | None = None
    control: int | None = None
    note: str | None = None


def require_begun(week: DaySpan, today: date) -> str:
    """The name of a week that has begun; raises WeekNotBegun."""
    if week.first > today:
        raise WeekNotBegun(week_name(week.first))
    return week_name(week.first)


def write(answers: Answers, *, uid: str, week: str, at: datetime, zone: str) -> StressEntry:
    """A new entry; raises LevelMissing."""
    return StressEntry(None, uid, week, at, zone, **_complete(answers))


def revise(entry: StressEntry, answers: Answers, week: str | None = None) -> StressEntry:
    """The same entry with these answers in place of all of its own; raises LevelMissing."""
    return replace(entry, week=week or entry.week, **_complete(answers))


def answers_of(entry: StressEntry) -> Answers:
    """What was said in an entry."""
    return Answers(*(getattr(entry, name) for name in Answers._fields))


def in_span(entries: Iterable[StressEntry], span: DaySpan) -> list[StressEntry]:
    """Those that stand on a day of the span."""
    return [entry for entry in entries if entry.day in span]


def weeks_touching(span: DaySpan) -> tuple[str, str]:
    """The names of the first and the last week with a day in the span."""
    return week_name(span.first), week_name(span.last)


def _complete(answers: Answers) -> dict[str, Any]:
    if answers.level is None:
        raise LevelMissing
    return answers._asdict()
