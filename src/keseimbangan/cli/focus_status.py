"""What `imbang fokus status` says: the session now, the day so far, the reminder to stand up."""

from datetime import datetime, timedelta

from keseimbangan.cli.context import Env
from keseimbangan.domain.focus import FocusSession, FocusState, shown_state
from keseimbangan.domain.focus_tallies import (
    completed_today,
    focused_today,
    micro_break_due,
    worked_period,
)
from keseimbangan.domain.period import day_of
from keseimbangan.store.focus import Focus
from keseimbangan.view.focus import FocusStatus

# A session belongs to the day of its own zone, which may begin some hours beside ours.
_BESIDE = timedelta(hours=26)
_LIVE = (FocusState.RUNNING, FocusState.BREAK, FocusState.DANGLING)


def current_status(env: Env) -> FocusStatus:
    """The state of things at this moment."""
    now, today = env.now(), env.today()
    day = day_of(today).instants(env.zone)
    with env.reading() as db:
        current = Focus(db).current()
        sessions = Focus(db).between(day.start - _BESIDE, day.end + _BESIDE)
        titles = Focus(db).titles([current])
    # A break that ran out is over, although nobody wrote that down.
    live = current if current and shown_state(current, now) in _LIVE else None
    return FocusStatus(
        live,
        now,
        titles.get(live.task or 0) if live else None,
        completed=completed_today(sessions, today),
        minutes=focused_today(sessions, today, now),
        micro_break=micro_break(env, now, sessions),
    )


def micro_break(env: Env, now: datetime, sessions: list[FocusSession]) -> bool:
    """Whether it is time to stand up and walk, unless the person switched that off."""
    every = env.settings.micro_break_minutes
    worked = [period for one in sessions if (period := worked_period(one, now)) is not None]
    return every > 0 and micro_break_due(worked, now, timedelta(minutes=every))
