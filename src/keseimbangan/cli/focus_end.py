"""Ending a session, and what is shown of it then."""

from keseimbangan.cli.context import Env
from keseimbangan.cli.focus_answer import Answer, left_behind
from keseimbangan.domain import focus_steps as steps
from keseimbangan.domain.focus import FocusSession, FocusState, is_dangling, shown_state
from keseimbangan.errors.focus import NothingRunning
from keseimbangan.i18n import _
from keseimbangan.store.focus import Focus
from keseimbangan.store.tasks import Tasks
from keseimbangan.view.focus import SessionCard


def end(env: Env, answer: Answer | None = None) -> FocusSession:
    """End the running session, or the break after one; raises NothingRunning or LeftDangling."""
    now = env.now()
    with env.changing() as db:
        session = Focus(db).running()
        if session is None:
            return Focus(db).save(_rested(env, Focus(db).on_break()))
        if answer is not None:
            return Focus(db).save(answer.applied(session, now))
        if is_dangling(session, now):
            raise left_behind(session, now)
        return Focus(db).save(steps.stop(session, now))


def _rested(env: Env, session: FocusSession | None) -> FocusSession:
    if session is None or shown_state(session, env.now()) is not FocusState.BREAK:
        raise NothingRunning
    return steps.end_break(session)


def summary(env: Env, session: FocusSession) -> SessionCard:
    """What a session came to: its minutes, and its task's total against the estimate."""
    from keseimbangan.view.tasks import effort_text

    headlines = {
        FocusState.COMPLETED: _("Putaran fokus selesai."),
        FocusState.STOPPED: _("Sesi fokus dihentikan."),
    }
    with env.reading() as db:
        task = Tasks(db).among([session.task]).get(session.task) if session.task else None
    return SessionCard(
        session,
        env.now(),
        task.title if task else None,
        headlines.get(session.state),
        effort_text(task) if task else None,
    )
