"""The focus session that another terminal counts, which must not be taken from under it."""

from keseimbangan.cli.context import Env
from keseimbangan.domain.focus import FocusSession, FocusState, shown_state
from keseimbangan.domain.steps import MOST_STEPS
from keseimbangan.store.database import Database
from keseimbangan.store.focus import Focus
from keseimbangan.store.steps import Steps


def counted_elsewhere(env: Env, db: Database) -> int | None:
    """The number of the session that a process in another terminal counts right now.

    It would go on counting a row that is gone, or another one.
    """
    session = Focus(db).current()
    counted = (FocusState.RUNNING, FocusState.BREAK)
    if session is None or session.background or shown_state(session, env.now()) not in counted:
        return None
    # One that undoing has made to run again is counted by nobody.
    return None if _is_undone(db, session) else session.number


def _is_undone(db: Database, session: FocusSession) -> bool:
    undone = Steps(db).undone(MOST_STEPS)
    return any(step.touches("focus_sessions", session.number) for step in undone)
