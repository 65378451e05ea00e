"""What focus sessions came to in a span of days: rounds, time, interruptions, the hours they took.

A session belongs to the day on which it started, in its own zone. Seconds are added, minutes are
rounded once, at the end.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from keseimbangan.domain.focus import FocusSession
from keseimbangan.domain.focus_tallies import worked_period
from keseimbangan.domain.period import DaySpan, local

_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class FocusFigures:
    """Ended sessions. `by_hour` are the seconds of focus in each of the 24 hours of the day."""

    sessions: int = 0
    completed: int = 0
    seconds: int = 0
    planned_minutes: int = 0
    interruptions: int = 0
    by_hour: tuple[int, ...] = (0,) * 24

    @property
    def minutes(self) -> int:
        """Whole minutes of focus, rounded down."""
        return self.seconds // 60

    @property
    def interruptions_per_session(self) -> float | None:
        """How often a session was broken into; none without sessions."""
        return self.interruptions / self.sessions if self.sessions else None

    def best_hours(self, most: int = 3) -> tuple[int, ...]:
        """The hours with the most focus, in the order of the day; fewer where there are fewer."""
        used = [hour for hour in range(24) if self.by_hour[hour]]
        used.sort(key=lambda hour: (-self.by_hour[hour], hour))
        return tuple(sorted(used[:most]))


def focus_figures(sessions: Iterable[FocusSession], days: DaySpan) -> FocusFigures:
    """The figures of the ended sessions that started on the days and counted anything."""
    mine = [s for s in sessions if s.ended_at and s.focused_seconds and s.day in days]
    return FocusFigures(
        sessions=len(mine),
        completed=sum(session.reached for session in mine),
        seconds=sum(session.focused_seconds for session in mine),
        planned_minutes=sum(session.planned_minutes for session in mine),
        interruptions=sum(len(session.interruptions) for session in mine),
        by_hour=_by_hour(mine),
    )


def _by_hour(sessions: Iterable[FocusSession]) -> tuple[int, ...]:
    seconds = [0] * 24
    for session in sessions:
        period = worked_period(session, session.last_seen)
        if period is None:
            continue
        start = local(period.start, session.zone)
        end = start + (period.end - period.start)
        while start < end:
            next_hour = start.replace(minute=0, second=0, microsecond=0) + _HOUR
            seconds[start.hour] += int((min(end, next_hour) - start).total_seconds())
            start = next_hour
    return tuple(seconds)
