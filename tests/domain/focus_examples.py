"""Sessions in the states that the tests of focus start from."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from keseimbangan.domain import focus_clock, focus_steps
from keseimbangan.domain.focus import FocusSession
from keseimbangan.domain.period import Period

# Monday, 23 November 2026, 08.00 in Jakarta.
START = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
MONDAY = date(2026, 11, 23)
WIB = "Asia/Jakarta"


def after(minutes: float = 0, seconds: float = 0) -> datetime:
    return START + timedelta(minutes=minutes, seconds=seconds)


def between(first: float, last: float) -> Period:
    return Period(after(first), after(last))


def begun(**changes: int) -> FocusSession:
    return focus_steps.begin("s1", START, WIB, **changes)


def in_background(**changes: int) -> FocusSession:
    return focus_steps.begin("s1", START, WIB, background=True, **changes)


def ticked(session: FocusSession, seconds: int) -> FocusSession:
    """So many seconds of a live session that is ticked each second by clocks that agree."""
    for _ in range(seconds):
        session = focus_clock.tick(session, session.last_seen + timedelta(seconds=1), 1).session
    return session


def counted(minutes: int, **changes: int) -> FocusSession:
    return replace(begun(**changes), focused_seconds=minutes * 60, seen_at=after(minutes))


def completed(**changes: int) -> FocusSession:
    return focus_steps.complete(counted(25, **changes), after(25))
