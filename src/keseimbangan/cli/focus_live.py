"""The live countdown: rounds and breaks of one cycle, until the person or the cycle ends it."""

import signal
from collections.abc import Sequence
from datetime import datetime, timedelta

from keseimbangan import formats
from keseimbangan.cli.context import Env
from keseimbangan.cli.focus_counter import Counter
from keseimbangan.cli.focus_end import summary
from keseimbangan.cli.focus_round import Round
from keseimbangan.cli.focus_stage import Outcome, Stage
from keseimbangan.cli.keys import ENTER, Keys
from keseimbangan.domain import focus_steps as steps
from keseimbangan.domain.focus import (
    FocusSession,
    FocusState,
    break_remaining_seconds,
)
from keseimbangan.domain.focus_clock import Gap
from keseimbangan.errors.focus import AlreadyRunning
from keseimbangan.i18n import _, ngettext
from keseimbangan.store.focus import Focus
from keseimbangan.view.countdown import LiveScreen

# Focus of so long ago has no bearing on when to stand up.
_RECENT = timedelta(hours=12)


def run(env: Env, session: FocusSession) -> None:
    """Count a session down before the person's eyes, and the rounds after it.

    Raises KeyboardInterrupt after Ctrl-C, when everything is kept and shown.
    """
    # Nothing else may write onto this screen; the counter tells what troubles it.
    env.run.tell = None
    with LiveScreen(env.output.console) as screen, Keys() as keys:
        cycle = Cycle(env, session, screen, keys)
        outcome = cycle.run()
    if outcome is Outcome.HUNG_UP:
        return _die_by(keys.signals.fatal)
    _show(env, cycle, outcome)
    if outcome is Outcome.INTERRUPTED:
        raise KeyboardInterrupt
    return None


class Cycle:
    """Rounds and breaks, one after the other."""

    def __init__(self, env: Env, session: FocusSession, screen: LiveScreen, keys: Keys) -> None:
        self.session = session
        self.finished: list[FocusSession] = []
        self._env, self._screen, self._keys = env, screen, keys
        self._title = self._title_of(session)

    def run(self) -> Outcome:
        """Go through the rounds that are left; how the last stage ended."""
        while True:
            counter = Counter(self._env, self.session)
            outcome = self._round(counter)
            if outcome is Outcome.COMPLETED:
                outcome = self._rest(counter)
            if outcome not in (Outcome.COMPLETED, Outcome.SKIPPED) or self._last_round():
                return outcome
            self.session = self._next_round()

    def _shared(self, counter: Counter) -> tuple[Env, Counter, LiveScreen, Keys]:
        return self._env, counter, self._screen, self._keys

    def _round(self, counter: Counter) -> Outcome:
        others = self._recent()
        outcome = Round(*self._shared(counter), title=self._title, others=others).run()
        self.session = counter.session
        if outcome is Outcome.COMPLETED:
            self.finished.append(self.session)
            self._screen.say(_round_sentence(self.session))
        return outcome

    def _rest(self, counter: Counter) -> Outcome:
        outcome = Rest(*self._shared(counter)).run()
        self.session = counter.session
        if outcome is Outcome.COMPLETED and not self._last_round():
            outcome = Waiting(*self._shared(counter)).run()
        return outcome

    def _last_round(self) -> bool:
        return self.session.round >= self.session.rounds

    def _next_round(self) -> FocusSession:
        with self._env.changing() as db:
            if running := Focus(db).running():
                raise AlreadyRunning(running.number)
            session = steps.next_round(self.session, self._env.new_uid(), self._env.now())
            return Focus(db).add(session)

    def _recent(self) -> list[FocusSession]:
        now = self._env.now()
        with self._env.reading() as db:
            found = Focus(db).between(now - _RECENT, now + _RECENT)
        return [session for session in found if session.uid != self.session.uid]

    def _title_of(self, session: FocusSession) -> str | None:
        with self._env.reading() as db:
            return Focus(db).titles([session]).get(session.task or 0)


class Rest(Stage):
    """A break, counted down by the wall clock."""

    def press(self, key: str) -> Outcome | None:
        if key == "s":
            self.closing()
            return Outcome.SKIPPED
        if key == "b":
            self.closing()
            return Outcome.STOPPED
        return Outcome.LEFT if key == "q" else None

    def passed(self, gap: Gap | None) -> Outcome | None:
        if break_remaining_seconds(self.counter.session, self.env.now()):
            return None
        # Unkept, the row says the same: a break runs out by itself.
        self.counter.change(_end_break)
        self.ring()
        return Outcome.COMPLETED

    def closing(self) -> None:
        if not self.counter.over:
            self.counter.keep(_end_break)

    def lines(self) -> list[str]:
        return [*super().lines(), _("Berdiri, minum air, lihat ke kejauhan.")]

    def keys_shown(self) -> Sequence[str]:
        if self.helped:
            return (
                _("s  lewati jeda ini"),
                _("b  akhiri sesi (juga Ctrl-C)"),
                _("q  tinggalkan; jeda berjalan terus di latar"),
                _("?  tutup bantuan ini"),
            )
        return (_("s lewati · b akhiri · q latar · ? bantuan"),)


class Waiting(Stage):
    """A break is over and nobody has come back yet. Nothing counts, so nothing is invented."""

    after_all = True

    def press(self, key: str) -> Outcome | None:
        if key in (ENTER, " ", "n"):
            return Outcome.COMPLETED
        return Outcome.STOPPED if key in ("b", "q") else None

    def passed(self, gap: Gap | None) -> Outcome | None:
        return None

    def closing(self) -> None:
        """The round and its break were kept when they ended."""

    def lines(self) -> list[str]:
        number = self.counter.session.round + 1
        return [_("Jeda selesai. Tekan spasi untuk putaran {n}.").format(n=number)]

    def keys_shown(self) -> Sequence[str]:
        return (_("spasi mulai · b akhiri"),)


def _end_break(session: FocusSession, _now: datetime) -> FocusSession:
    return steps.end_break(session)


def _round_sentence(session: FocusSession) -> str:
    sentence = _("✓ Putaran {n} dari {all} selesai: {time}.")
    time = formats.duration(session.focused_minutes)
    return sentence.format(n=session.round, all=session.rounds, time=time)


def _show(env: Env, cycle: Cycle, outcome: Outcome) -> None:
    session = cycle.session
    env.show(summary(env, session))
    if outcome is Outcome.ELSEWHERE:
        env.note(_("Sesi ini sudah diakhiri di terminal lain."))
    if outcome is Outcome.LEFT and session.state is FocusState.RUNNING:
        env.note(_("Sesi berjalan terus di latar. Akhiri dengan `imbang fokus berhenti`."))
    if len(cycle.finished) > 1:
        seconds = sum(one.focused_seconds for one in cycle.finished)
        done = len(cycle.finished)
        text = ngettext(
            "{n} putaran selesai, {time} fokus.", "{n} putaran selesai, {time} fokus.", done
        )
        env.note(text.format(n=done, time=formats.duration(seconds // 60)))


def _die_by(number: int | None) -> None:
    """End as the signal would have ended the program, now that everything is kept."""
    if number is not None:
        signal.signal(number, signal.SIG_DFL)
        signal.raise_signal(number)
