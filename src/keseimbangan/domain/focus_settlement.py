"""What becomes of time nobody counted: a person's word on a gap or on a session left behind."""

from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from keseimbangan.domain.focus import FocusSession, closed, require_running
from keseimbangan.domain.focus_clock import Gap
from keseimbangan.domain.focus_steps import resume
from keseimbangan.errors.focus import KeepTooLong
from keseimbangan.errors.text import DurationOutOfBounds


class Settlement(StrEnum):
    """What becomes of a dangling session: the capitals K, K RET and S of org-mode's resolution."""

    KEEP = "keep"
    UNTIL_NOW = "until_now"
    DISCARD = "discard"


def settle(
    session: FocusSession, how: Settlement, now: datetime, minutes: int | None = None
) -> FocusSession:
    """End a dangling session by a person's word; the row and its interruptions stay.

    KEEP: `minutes` in all, of 0 to `most_to_keep`. UNTIL_NOW: what was counted, and all the time
    since. DISCARD: only what was counted up to `seen_at`, which for a background session is its
    start or its last pause. Raises NothingRunning, KeepTooLong or DurationOutOfBounds.
    """
    require_running(session)
    total = session.focused_seconds
    if how is Settlement.UNTIL_NOW:
        total += max(0, int((now - session.counted_until).total_seconds()))
    elif how is Settlement.KEEP:
        if minutes is None:
            raise ValueError("KEEP needs minutes")
        total = _kept_seconds(minutes, most_to_keep(session, now))
    end = session.counted_until + timedelta(seconds=total - session.focused_seconds)
    return closed(replace(session, focused_seconds=total, seen_at=min(now, end), paused_at=None))


def most_to_keep(session: FocusSession, now: datetime) -> int:
    """The most minutes `settle` keeps: from start to `now`, and never less than was counted."""
    return max(int((now - session.started_at) / timedelta(minutes=1)), session.focused_minutes)


def keep_gap(session: FocusSession, gap: Gap, minutes: int | None = None) -> FocusSession:
    """Count time that `tick` left out, all or some minutes of it, because the person says so.

    Raises KeepTooLong or DurationOutOfBounds.
    """
    require_running(session)
    seconds = gap.seconds if minutes is None else _kept_seconds(minutes, gap.seconds // 60)
    return replace(session, focused_seconds=session.focused_seconds + seconds)


def grown(gap: Gap, now: datetime) -> Gap:
    """A gap that lasts, because nobody has said yet what it was."""
    more = max(0, int((now - gap.until).total_seconds()))
    return replace(gap, until=now, seconds=gap.seconds + more)


def settle_gap(
    session: FocusSession, gap: Gap, how: Settlement, minutes: int | None = None
) -> FocusSession:
    """Count on from the end of a gap since which the session was held as paused.

    KEEP counts `minutes` of the gap, UNTIL_NOW all of it, DISCARD nothing. Raises NothingRunning,
    NotPaused, KeepTooLong or DurationOutOfBounds.
    """
    session = resume(session, gap.until)
    if how is Settlement.DISCARD:
        return session
    return keep_gap(session, gap, minutes if how is Settlement.KEEP else None)


def _kept_seconds(minutes: int, most: int) -> int:
    if minutes < 0:
        raise DurationOutOfBounds(minutes, 0, most)
    if minutes > most:
        raise KeepTooLong(minutes, most)
    return minutes * 60
