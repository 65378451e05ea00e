"""What focus sessions add up to: the day's rounds and minutes, and when to stand up and walk."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from keseimbangan.domain.focus import FocusSession, FocusState, catch_up
from keseimbangan.domain.period import Period, merged

# Seed 004: stand up and walk five minutes each hour.
MICRO_BREAK = timedelta(minutes=5)
MICRO_BREAK_EVERY = timedelta(minutes=60)


def worked_period(session: FocusSession, now: datetime) -> Period | None:
    """The focus as one stretch up to its end, as long as was counted; pauses lie before it."""
    session = catch_up(session, now)
    end = session.ended_at or session.counted_until
    length = timedelta(seconds=session.focused_seconds)
    return Period(end - length, end) if length else None


def micro_break_due(
    worked: Iterable[Period], now: datetime, every: timedelta = MICRO_BREAK_EVERY
) -> bool:
    """Whether focus since the last break of five minutes or more adds up to `every` (seed 004)."""
    total, end = timedelta(), None
    for period in merged(Period(p.start, min(p.end, now)) for p in worked if p.start < now):
        if end is not None and period.start - end >= MICRO_BREAK:
            total = timedelta()
        total, end = total + (period.end - period.start), period.end
    return end is not None and now - end < MICRO_BREAK and total >= every


def completed_today(sessions: Iterable[FocusSession], day: date) -> int:
    """Rounds completed that started on `day`, their break included."""
    ended = (FocusState.COMPLETED, FocusState.BREAK)
    return sum(s.state in ended and s.reached and s.day == day for s in sessions)


def focused_today(sessions: Iterable[FocusSession], day: date, now: datetime) -> int:
    """Whole minutes, rounded down, counted up to `now` in all sessions that started on `day`."""
    return sum(catch_up(s, now).focused_seconds for s in sessions if s.day == day) // 60
