"""Counting a live session by a steady clock, and noticing the time nobody can vouch for.

A live session is counted by the seconds of a steady clock, never by the wall clock, which can be
set. What `tick` leaves out it returns as a gap, for a person to decide about.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from keseimbangan.domain.focus import (
    GAP,
    FocusSession,
    FocusState,
    catch_up,
    closed,
    require_running,
)

# How often the caller stores a live session: what a kill can lose.
HEARTBEAT = timedelta(seconds=15)
# Two clocks cannot tell sleep from a clock set forward, but nobody sleeps on for a week.
LONGEST_SLEEP = timedelta(days=7)


class GapKind(StrEnum):
    """`away`: asleep, halted, or the clock set forward. `clock_set`: nothing but the clock."""

    AWAY = "away"
    CLOCK_SET = "clock_set"


@dataclass(frozen=True)
class Gap:
    """What `tick` noticed between two readings of the wall clock; `seconds` were not counted."""

    kind: GapKind
    since: datetime
    until: datetime
    seconds: int


@dataclass(frozen=True)
class Tick:
    """The session after a tick, and the gap to ask about, if there was one."""

    session: FocusSession
    gap: Gap | None = None


def tick(session: FocusSession, now: datetime, elapsed: int) -> Tick:
    """Count `elapsed` steady seconds since the tick before, unless nobody can vouch for them.

    `elapsed` is the difference of two readings `int(time.monotonic() - begun)`: whole readings, so
    that no fraction is lost between ticks.
    """
    elapsed = max(0, elapsed)
    gap = _gap(session, now, elapsed)
    seen = replace(session, seen_at=now)
    if session.state is FocusState.BREAK:
        return Tick(_break_by_new_clock(seen, gap))
    require_running(session)
    if session.background:
        return Tick(catch_up(session, now))
    if session.paused_at is not None:
        return Tick(seen)
    return Tick(_count(seen, 0 if _late(elapsed) else elapsed), gap)


def heartbeat_due(stored: FocusSession, session: FocusSession) -> bool:
    """Whether a live session has moved so far from its stored row that it should be stored."""
    counted = timedelta(seconds=session.focused_seconds - stored.focused_seconds)
    return counted >= HEARTBEAT or abs(session.last_seen - stored.last_seen) >= HEARTBEAT


def reconciled(own: FocusSession, stored: FocusSession, row: FocusSession) -> FocusSession:
    """The own count of a live session together with what another terminal did to its row.

    `stored` is the row as it was last known. A round that was ended elsewhere was counted there
    only up to its last heartbeat, so the own count stands, unless a person settled it.
    """
    if row == stored:
        return own
    if own.state is not FocusState.RUNNING:
        return row
    if row.state is FocusState.RUNNING:
        counted = max(row.focused_seconds, own.focused_seconds)
        return replace(row, focused_seconds=counted, seen_at=own.seen_at)
    if row.focused_seconds == stored.focused_seconds:
        return closed(replace(own, interruptions=row.interruptions))
    return row


def _gap(session: FocusSession, now: datetime, elapsed: int) -> Gap | None:
    since, steady = session.last_seen, timedelta(seconds=elapsed)
    leap = now - since - steady
    missed = steady if _late(elapsed) else timedelta()
    if GAP < leap <= LONGEST_SLEEP:
        missed += leap
    if missed:
        return Gap(GapKind.AWAY, since, now, int(missed.total_seconds()))
    if abs(leap) > GAP:
        return Gap(GapKind.CLOCK_SET, since, now, 0)
    return None


def _late(elapsed: int) -> bool:
    return timedelta(seconds=elapsed) > GAP


def _count(session: FocusSession, seconds: int) -> FocusSession:
    room = max(0, session.planned_seconds - session.focused_seconds)
    return replace(session, focused_seconds=session.focused_seconds + min(seconds, room))


def _break_by_new_clock(session: FocusSession, gap: Gap | None) -> FocusSession:
    """A break goes on when only the clock was set; one slept through is over."""
    started = session.break_started_at
    if started is None or gap is None or gap.kind is not GapKind.CLOCK_SET:
        return session
    return replace(session, break_started_at=started + (gap.until - gap.since))
