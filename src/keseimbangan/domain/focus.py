"""Focus sessions: one row per pomodoro round, counted by a steady clock, safe against sleep.

Seed 004: 25 minutes of focus, 5 of break. Four rounds make a cycle, after which the break is long.

A live session is counted by the seconds of a steady clock, never by the wall clock, which can be
set. A background session has no process and so no steady clock: it is counted by the wall clock.
No round counts more than was planned without a person's word (`keep_gap`, `settle`).
An ended round is completed when every planned second was counted, and stopped otherwise.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from keseimbangan.domain.period import Period, local, merged
from keseimbangan.errors import focus as errors
from keseimbangan.errors.text import DurationOutOfBounds, UnreadableNumber

MOST_FOCUS_MINUTES = 240
MOST_BREAK_MINUTES = 120
MOST_ROUNDS = 12

# How often the caller stores a live session: what a kill can lose.
HEARTBEAT = timedelta(seconds=15)
# Six heartbeats missed: a slow disk or a short stall is no crash.
DANGLING_AFTER = timedelta(seconds=90)
# A background session ends with nobody there; so long the person may take to say that it ended.
GRACE = timedelta(minutes=10)
# Clocks that part by more, or a tick that comes later, are worth a question; less is not.
GAP = timedelta(seconds=60)
# Two clocks cannot tell sleep from a clock set forward, but nobody sleeps on for a week.
LONGEST_SLEEP = timedelta(days=7)
# Seed 004: stand up and walk five minutes each hour.
MICRO_BREAK = timedelta(minutes=5)
MICRO_BREAK_EVERY = timedelta(minutes=60)


class FocusState(StrEnum):
    """`dangling` is never stored: a running session that nobody has tended to is shown so."""

    RUNNING = "running"
    BREAK = "break"
    COMPLETED = "completed"
    STOPPED = "stopped"
    DANGLING = "dangling"


class Settlement(StrEnum):
    """What becomes of a dangling session: the capitals K, K RET and S of org-mode's resolution."""

    KEEP = "keep"
    UNTIL_NOW = "until_now"
    DISCARD = "discard"


class GapKind(StrEnum):
    """`away`: asleep, halted, or the clock set forward. `clock_set`: nothing but the clock."""

    AWAY = "away"
    CLOCK_SET = "clock_set"


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
    def day(self) -> date:
        """The day on which it started, in its own zone."""
        return local(self.started_at, self.zone).date()


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


def begin(
    uid: str,
    at: datetime,
    zone: str,
    *,
    planned_minutes: int = 25,
    break_minutes: int = 5,
    long_break_minutes: int = 15,
    rounds: int = 4,
    task: int | None = None,
    block: int | None = None,
    background: bool = False,
) -> FocusSession:
    """The first round of a cycle: focus of 1 to 240 minutes, breaks of 1 to 120, 1 to 12 rounds.

    Raises DurationOutOfBounds or UnreadableNumber.
    """
    _check_minutes(planned_minutes, 1, MOST_FOCUS_MINUTES)
    _check_minutes(break_minutes, 1, MOST_BREAK_MINUTES)
    _check_minutes(long_break_minutes, 1, MOST_BREAK_MINUTES)
    if not 1 <= rounds <= MOST_ROUNDS:
        raise UnreadableNumber(str(rounds), 1, MOST_ROUNDS)
    return FocusSession(
        number=None,
        uid=uid,
        started_at=at,
        zone=zone,
        planned_minutes=planned_minutes,
        break_minutes=break_minutes,
        long_break_minutes=long_break_minutes,
        task=task,
        block=block,
        cycle=uid,
        rounds=rounds,
        seen_at=at,
        background=background,
    )


def next_round(session: FocusSession, uid: str, at: datetime) -> FocusSession:
    """The round after an ended one: a stopped round is done over, only completed ones add up.

    Raises CycleFinished, and AlreadyRunning or AlreadyOnBreak.
    """
    _check_ended(session)
    completed = session.state is FocusState.COMPLETED
    if completed and session.round == session.rounds:
        raise errors.CycleFinished(session.rounds)
    return replace(
        session,
        number=None,
        uid=uid,
        started_at=at,
        seen_at=at,
        state=FocusState.RUNNING,
        round=session.round + completed,
        focused_seconds=0,
        paused_at=None,
        ended_at=None,
        break_started_at=None,
        interruptions=(),
    )


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
    _check_running(session)
    if session.background:
        return Tick(catch_up(session, now))
    if session.paused_at is not None:
        return Tick(seen)
    return Tick(_count(seen, 0 if _late(elapsed) else elapsed), gap)


def keep_gap(session: FocusSession, gap: Gap, minutes: int | None = None) -> FocusSession:
    """Count time that `tick` left out, all or some minutes of it, because the person says so.

    Raises KeepTooLong or DurationOutOfBounds.
    """
    _check_running(session)
    seconds = gap.seconds if minutes is None else _kept_seconds(minutes, gap.seconds // 60)
    return replace(session, focused_seconds=session.focused_seconds + seconds)


def heartbeat_due(stored: FocusSession, session: FocusSession) -> bool:
    """Whether a live session has moved so far from its stored row that it should be stored."""
    counted = timedelta(seconds=session.focused_seconds - stored.focused_seconds)
    return counted >= HEARTBEAT or abs(session.last_seen - stored.last_seen) >= HEARTBEAT


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


def pause(session: FocusSession, at: datetime) -> FocusSession:
    """Stop counting for a while. Raises NothingRunning or AlreadyPaused."""
    _check_running(session)
    if session.paused_at is not None:
        raise errors.AlreadyPaused
    return replace(catch_up(session, at), paused_at=at)


def resume(session: FocusSession, at: datetime) -> FocusSession:
    """Count on from `at`. Raises NothingRunning or NotPaused."""
    _check_running(session)
    if session.paused_at is None:
        raise errors.NotPaused
    return replace(session, paused_at=None, seen_at=at)


def interrupt(session: FocusSession, at: datetime, note: str, uid: str) -> FocusSession:
    """Note what broke in; counting goes on. Raises NothingRunning."""
    _check_running(session)
    return replace(session, interruptions=(*session.interruptions, Interruption(uid, at, note)))


def complete(session: FocusSession, at: datetime) -> FocusSession:
    """End a round whose planned time is reached. Raises NothingRunning or NotYetComplete."""
    _check_running(session)
    left = remaining_seconds(session, at)
    if left:
        raise errors.NotYetComplete(left)
    return stop(session, at)


def stop(session: FocusSession, at: datetime) -> FocusSession:
    """End a round where its counting ended, and complete it if that was enough.

    Raises NothingRunning.
    """
    _check_running(session)
    return _closed(catch_up(session, at))


def start_break(session: FocusSession, at: datetime) -> FocusSession:
    """Begin the break after an ended round. Raises AlreadyRunning or AlreadyOnBreak."""
    _check_ended(session)
    return replace(session, state=FocusState.BREAK, break_started_at=at, seen_at=at)


def end_break(session: FocusSession) -> FocusSession:
    """Back to what the round was before its break. Raises NotOnBreak."""
    if session.state is not FocusState.BREAK:
        raise errors.NotOnBreak
    return replace(session, state=_end_state(session))


def break_length(session: FocusSession) -> int:
    """Minutes of the break that belongs to a round: long when it completes a cycle of several."""
    last = session.round == session.rounds > 1
    return session.long_break_minutes if last and session.reached else session.break_minutes


def remaining_seconds(session: FocusSession, now: datetime) -> int:
    """Planned seconds not yet counted, never below 0."""
    return max(0, session.planned_seconds - catch_up(session, now).focused_seconds)


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
        return _end_state(session)
    return session.state


def most_to_keep(session: FocusSession, now: datetime) -> int:
    """The most minutes `settle` keeps: from start to `now`, and never less than was counted."""
    return max(int((now - session.started_at) / timedelta(minutes=1)), session.focused_minutes)


def settle(
    session: FocusSession, how: Settlement, now: datetime, minutes: int | None = None
) -> FocusSession:
    """End a dangling session by a person's word; the row and its interruptions stay.

    KEEP: `minutes` in all, of 0 to `most_to_keep`. UNTIL_NOW: what was counted, and all the time
    since. DISCARD: only what was counted up to `seen_at`, which for a background session is its
    start or its last pause. Raises NothingRunning, KeepTooLong or DurationOutOfBounds.
    """
    _check_running(session)
    total = session.focused_seconds
    if how is Settlement.UNTIL_NOW:
        total += max(0, int((now - session.counted_until).total_seconds()))
    elif how is Settlement.KEEP:
        if minutes is None:
            raise ValueError("KEEP needs minutes")
        total = _kept_seconds(minutes, most_to_keep(session, now))
    end = session.counted_until + timedelta(seconds=total - session.focused_seconds)
    return _closed(replace(session, focused_seconds=total, seen_at=min(now, end), paused_at=None))


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


def _closed(session: FocusSession) -> FocusSession:
    """Ended where counting ended, and never before what was counted could have passed."""
    least = session.started_at + timedelta(seconds=session.focused_seconds)
    end = max(session.counted_until, least)
    return replace(session, state=_end_state(session), ended_at=end, paused_at=None)


def _end_state(session: FocusSession) -> FocusState:
    return FocusState.COMPLETED if session.reached else FocusState.STOPPED


def _runs_unseen(session: FocusSession) -> bool:
    running = session.state is FocusState.RUNNING and session.paused_at is None
    return running and session.background


def _kept_seconds(minutes: int, most: int) -> int:
    if minutes < 0:
        raise DurationOutOfBounds(minutes, 0, most)
    if minutes > most:
        raise errors.KeepTooLong(minutes, most)
    return minutes * 60


def _check_minutes(minutes: int, least: int, most: int) -> None:
    if not least <= minutes <= most:
        raise DurationOutOfBounds(minutes, least, most)


def _check_running(session: FocusSession) -> None:
    if session.state is not FocusState.RUNNING:
        raise errors.NothingRunning


def _check_ended(session: FocusSession) -> None:
    if session.state is FocusState.RUNNING:
        raise errors.AlreadyRunning(session.number)
    if session.state is FocusState.BREAK:
        raise errors.AlreadyOnBreak
