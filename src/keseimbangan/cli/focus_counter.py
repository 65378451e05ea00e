"""One live session between its steady clock and its row, which other terminals may change."""

from collections.abc import Callable
from datetime import datetime

from keseimbangan.cli.context import Env
from keseimbangan.domain.focus import FocusSession, FocusState
from keseimbangan.domain.focus_clock import Gap, heartbeat_due, reconciled, tick
from keseimbangan.errors import StoreProblem
from keseimbangan.errors.store import no_such_session
from keseimbangan.store.database import Database
from keseimbangan.store.focus import Focus

Step = Callable[[FocusSession, datetime], FocusSession]


def _as_it_is(session: FocusSession, _now: datetime) -> FocusSession:
    return session


class Counter:
    """Counts `session` each time it is asked to, and keeps what it counted every 15 seconds.

    Every transaction is its own and short: nothing is held open between two ticks.
    """

    def __init__(self, env: Env, session: FocusSession) -> None:
        self.session = self._stored = session
        # A store that cannot be reached for a while costs nothing: the next tick tries again.
        self.trouble: StoreProblem | None = None
        self._env = env
        self._begun = env.clock.steady()
        self._reading = 0

    @property
    def over(self) -> bool:
        """Whether the round, or its break, has ended, here or in another terminal."""
        return _over(self.session)

    def tick(self) -> Gap | None:
        """Count the seconds since the tick before; time nobody can vouch for is returned."""
        if self.over:
            return None
        counted = tick(self.session, self._env.now(), self._elapsed())
        self.session = counted.session
        try:
            self._look()
            # After trouble at once, because a step may wait to be kept.
            if self.trouble or heartbeat_due(self._stored, self.session):
                self.keep()
            self.trouble = None
        except StoreProblem as error:
            self.trouble = error
        return counted.gap

    def change(self, step: Step) -> None:
        """Take a step, and keep it now or, if the store is out of reach, with a later tick."""
        try:
            self.keep(step)
        except StoreProblem as error:
            self.trouble = error
            self.session = step(self.session, self._env.now())

    def keep(self, step: Step = _as_it_is) -> None:
        """Take a step with the session as it now is, and keep it; none with an ended one.

        Raises StoreProblem.
        """
        with self._env.changing() as db:
            session = reconciled(self.session, self._stored, self._row(db))
            if not _over(session):
                session = step(session, self._env.now())
            Focus(db).save(session)
        self.session = self._stored = session

    def until_next(self) -> float:
        """Real seconds until there is another second to count."""
        gone = (self._env.clock.steady() - self._begun) % 1
        return max(0.05, self._env.clock.real(1 - gone))

    def _look(self) -> None:
        """Learn what other terminals did; keep the seconds that only this process knows."""
        with self._env.reading() as db:
            row = self._row(db)
        session = reconciled(self.session, self._stored, row)
        if _over(session) and session != row:
            with self._env.changing() as db:
                Focus(db).save(session)
            row = session
        self.session, self._stored = session, row

    def _row(self, db: Database) -> FocusSession:
        row = Focus(db).get(self.session.number or 0)
        # A store that was restored meanwhile may have given the number to another session.
        if row.uid != self.session.uid:
            raise no_such_session(self.session.number or 0)
        return row

    def _elapsed(self) -> int:
        # Whole readings, so that no fraction is lost between ticks.
        reading = int(self._env.clock.steady() - self._begun)
        elapsed, self._reading = reading - self._reading, reading
        return elapsed


def _over(session: FocusSession) -> bool:
    return session.state not in (FocusState.RUNNING, FocusState.BREAK)
