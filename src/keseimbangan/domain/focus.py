"""Focus sessions: one row per pomodoro round, safe against sleep, crashes and closed terminals.

Seed 004: 25 minutes of focus, 5 of break. Four rounds make a cycle, after which the break is long.

A live session has a process that counts it (`focus_clock`). A background session has none, and so
no steady clock: it is counted by the wall clock. No round counts more than was planned without a
person's word (`focus_settlement`).
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from keseimbangan.domain.period import local
from keseimbangan.errors.focus import NothingRunning
from keseimbangan.frozen import dataclass

MOST_FOCUS_MINUTES = 240
MOST_BREAK_MINUTES = 120
MOST_LONG_BREAK_MINUTES = 240
MOST_ROUNDS = 12

# Six heartbeats missed: a slow disk or a short stall is no crash.
DANGLING_AFTER = timedelta(seconds=90)
# A background session ends with nobody there; so long the person may take to say that it ended.
GRACE = timedelta(minutes=10)
# Clocks that part by more, or a tick that comes later, are worth a question; less is not.
GAP = timedelta(seconds=60)


class FocusState(StrEnum):
    """`dangling` is never stored: a running session that nobody has tended to is shown so."""

    RUNNING = "running"
    BREAK = "break"
    COMPLETED = "completed"
    STOPPED = "stopped"
    DANGLING = "dangling"


@dataclass(frozen=True)
class Interruption:
    """What broke in, and when."""

    uid: str
    at: datetime
    note: str


@dataclass(frozen=True)
class FocusSession:
    """One round. `focused_seconds` is what has been counted up to `seen_at`.

    `ended_at` is the end of the focus, not of the break. A paused session is running and has
    `paused_at`.
    """

    number: int | None
    uid: str
    started_at: datetime
    zone: str
    planned_minutes: int
    break_minutes: int
    long_break_minutes: int = 15
    state: FocusState = FocusState.RUNNING
    task: int | None = None
    block: int | None = None
    cycle: str | None = None
    round: int = 1
    rounds: int = 1
    focused_seconds: int = 0
    seen_at: datetime | None = None
    paused_at: datetime | None = None
    background: bool = False
    ended_at: datetime | None = None
    break_started_at: datetime | None = None
    interruptions: tuple[Interruption, ...] = ()

    def __post_init__(self) -> None:
        if self.planned_minutes < 1 or self.focused_seconds < 0:
            raise ValueError("a session plans a minute or more and counts no less than nothing")

    @property
    def last_seen(self) -> datetime:
        """When it was last tended to."""
        return self.seen_at or self.started_at

    @property
    def counted_until(self) -> datetime:
        """The end of what has been counted: later time is paused or nobody's yet."""
        return self.paused_at or self.last_seen

    @property
    def planned_seconds(self) -> int:
        """Planned focus in seconds."""
        return self.planned_minutes * 60

    @property
    def focused_minutes(self) -> int:
        """Whole minutes, rounded down; totals add seconds and round once."""
        return self.focused_seconds // 60

    @property
    def reached(self) -> bool:
        """Whether all that was planned has been counted."""
        return self.focused_seconds >= self.planned_seconds

    @property
    def outcome(self) -> FocusState:
        """What the round is, or would be, once it is ended."""
        return FocusState.COMPLETED if self.reached else FocusState.STOPPED

    @property
    def day(self) -> date:
        """The day on which it started, in its own zone."""
        return local(self.started_at, self.zone).date()


def catch_up(session: FocusSession, now: datetime) -> FocusSession:
    """A background session counted by the wall clock, at most as planned; any other as it is."""
    if not _runs_unseen(session):
        return session
    left = session.planned_seconds - session.focused_seconds
    gone = int((now - session.last_seen).total_seconds())
    counted = max(0, min(left, gone))
    return replace(
        session,
        focused_seconds=session.focused_seconds + counted,
        # Not `now`: the fraction of a second stays uncounted instead of getting lost.
        seen_at=session.last_seen + timedelta(seconds=counted),
    )


def remaining_seconds(session: FocusSession, now: datetime) -> int:
    """Planned seconds not yet counted, never below 0."""
    return max(0, session.planned_seconds - catch_up(session, now).focused_seconds)


def break_length(session: FocusSession) -> int:
    """Minutes of the break that belongs to a round: long when it completes a cycle of several."""
    last = session.round == session.rounds > 1
    return session.long_break_minutes if last and session.reached else session.break_minutes


def break_remaining_seconds(session: FocusSession, now: datetime) -> int:
    """Seconds left of a break by the wall clock, never more than the break has; 0 outside one."""
    if session.state is not FocusState.BREAK or session.break_started_at is None:
        return 0
    gone = now - session.break_started_at
    if gone < -GAP:  # The clock was set back unseen: better a short break than one of years.
        return 0
    return max(0, break_length(session) * 60 - max(0, int(gone.total_seconds())))


def is_dangling(session: FocusSession, now: datetime) -> bool:
    """Whether a running session was left alone, so that a person has to say what became of it."""
    if session.state is not FocusState.RUNNING:
        return False
    if session.last_seen - now > DANGLING_AFTER:
        return True
    if not session.background:
        return now - session.last_seen > DANGLING_AFTER
    left = timedelta(seconds=session.planned_seconds - session.focused_seconds)
    return _runs_unseen(session) and now - session.last_seen > left + GRACE


def shown_state(session: FocusSession, now: datetime) -> FocusState:
    """The state to show: DANGLING where nobody tends a session; a break that ran out is over."""
    if is_dangling(session, now):
        return FocusState.DANGLING
    if session.state is FocusState.BREAK and not break_remaining_seconds(session, now):
        return session.outcome
    return session.state


def closed(session: FocusSession) -> FocusSession:
    """A session ended where counting ended, and never before what was counted could have passed."""
    least = session.started_at + timedelta(seconds=session.focused_seconds)
    end = max(session.counted_until, least)
    return replace(session, state=session.outcome, ended_at=end, paused_at=None)


def require_running(session: FocusSession) -> None:
    """Raises NothingRunning for an ended session."""
    if session.state is not FocusState.RUNNING:
        raise NothingRunning


def _runs_unseen(session: FocusSession) -> bool:
    running = session.state is FocusState.RUNNING and session.paused_at is None
    return running and session.background
