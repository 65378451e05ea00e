"""The steps of a session: begin, pause, interrupt, end, rest, and on to the next round.

An ended round is completed when every planned second was counted, and stopped otherwise.
"""

from dataclasses import replace
from datetime import datetime

from keseimbangan.domain.focus import (
    MOST_BREAK_MINUTES,
    MOST_FOCUS_MINUTES,
    MOST_LONG_BREAK_MINUTES,
    MOST_ROUNDS,
    FocusSession,
    FocusState,
    Interruption,
    catch_up,
    closed,
    remaining_seconds,
    require_running,
)
from keseimbangan.errors import focus as errors
from keseimbangan.errors.text import DurationOutOfBounds, UnreadableNumber


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
    """The first round of a cycle.

    Focus of 1 to 240 minutes, breaks of 1 to 120, long ones of 1 to 240, 1 to 12 rounds. Raises
    DurationOutOfBounds or UnreadableNumber.
    """
    _check_minutes(planned_minutes, 1, MOST_FOCUS_MINUTES)
    _check_minutes(break_minutes, 1, MOST_BREAK_MINUTES)
    _check_minutes(long_break_minutes, 1, MOST_LONG_BREAK_MINUTES)
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


def pause(session: FocusSession, at: datetime) -> FocusSession:
    """Stop counting for a while. Raises NothingRunning or AlreadyPaused."""
    require_running(session)
    if session.paused_at is not None:
        raise errors.AlreadyPaused
    return replace(catch_up(session, at), paused_at=at)


def resume(session: FocusSession, at: datetime) -> FocusSession:
    """Count on from `at`. Raises NothingRunning or NotPaused."""
    require_running(session)
    if session.paused_at is None:
        raise errors.NotPaused
    return replace(session, paused_at=None, seen_at=at)


def interrupt(session: FocusSession, at: datetime, note: str, uid: str) -> FocusSession:
    """Note what broke in; counting goes on. Raises NothingRunning."""
    require_running(session)
    return replace(session, interruptions=(*session.interruptions, Interruption(uid, at, note)))


def leave(session: FocusSession, at: datetime) -> FocusSession:
    """Let a live session run on without a process. Raises NothingRunning."""
    require_running(session)
    return replace(session, background=True, seen_at=at)


def attend(session: FocusSession, at: datetime) -> FocusSession:
    """Let a process count a background session from here on. Raises NothingRunning."""
    require_running(session)
    return replace(catch_up(session, at), background=False, seen_at=at)


def complete(session: FocusSession, at: datetime) -> FocusSession:
    """End a round whose planned time is reached. Raises NothingRunning or NotYetComplete."""
    require_running(session)
    left = remaining_seconds(session, at)
    if left:
        raise errors.NotYetComplete(left)
    return stop(session, at)


def stop(session: FocusSession, at: datetime) -> FocusSession:
    """End a round where its counting ended, and complete it if that was enough.

    Raises NothingRunning.
    """
    require_running(session)
    return closed(catch_up(session, at))


def start_break(session: FocusSession, at: datetime) -> FocusSession:
    """Begin the break after an ended round. Raises AlreadyRunning or AlreadyOnBreak."""
    _check_ended(session)
    return replace(session, state=FocusState.BREAK, break_started_at=at, seen_at=at)


def end_break(session: FocusSession) -> FocusSession:
    """Back to what the round was before its break. Raises NotOnBreak."""
    if session.state is not FocusState.BREAK:
        raise errors.NotOnBreak
    return replace(session, state=session.outcome)


def _check_minutes(minutes: int, least: int, most: int) -> None:
    if not least <= minutes <= most:
        raise DurationOutOfBounds(minutes, least, most)


def _check_ended(session: FocusSession) -> None:
    if session.state is FocusState.RUNNING:
        raise errors.AlreadyRunning(session.number)
    if session.state is FocusState.BREAK:
        raise errors.AlreadyOnBreak
