"""What counting, resting and waiting at the live screen have in common: draw, listen, count."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from enum import Enum, auto

from keseimbangan.cli.context import Env
from keseimbangan.cli.focus_counter import Counter
from keseimbangan.cli.keys import HANGUP, INTERRUPT, RESUMED, SUSPEND, Keys
from keseimbangan.domain.focus_clock import Gap
from keseimbangan.view.countdown import Frame, LiveScreen


class Outcome(Enum):
    """How a stage came to its end."""

    COMPLETED = auto()
    STOPPED = auto()
    SKIPPED = auto()
    LEFT = auto()
    ELSEWHERE = auto()
    INTERRUPTED = auto()
    HUNG_UP = auto()


class Stage(ABC):
    """A stretch of time at the live screen. `after_all`: it comes when nothing runs any more."""

    after_all = False

    def __init__(self, env: Env, counter: Counter, screen: LiveScreen, keys: Keys) -> None:
        self.env, self.counter, self.screen, self.keys = env, counter, screen, keys
        self.title: str | None = None
        self.helped = False

    def run(self) -> Outcome:
        """Stay until something ends it."""
        while True:
            if outcome := self._draw() or self._listen() or self._count():
                return outcome

    @abstractmethod
    def press(self, key: str) -> Outcome | None:
        """Answer to a key."""

    @abstractmethod
    def passed(self, gap: Gap | None) -> Outcome | None:
        """Answer to a second that went by."""

    @abstractmethod
    def closing(self) -> None:
        """Keep what Ctrl-C ends."""

    @abstractmethod
    def keys_shown(self) -> Sequence[str]:
        """One line with the keys, or their explanation."""

    def lines(self) -> list[str]:
        """What stands below the bar."""
        return [self.counter.trouble.message()] if self.counter.trouble else []

    def typed(self) -> str | None:
        """The line that is being typed, if one is."""
        return None

    def ring(self) -> None:
        """The terminal's bell, unless the person wants it quiet."""
        if self.env.settings.sound:
            self.screen.bell()

    def _draw(self) -> Outcome | None:
        frame = Frame(
            self.counter.session,
            self.env.now(),
            self.title,
            self.lines(),
            self.typed(),
            self.keys_shown(),
        )
        try:
            self.screen.show(frame)
        except OSError:
            return self._hang_up()
        return None

    def _listen(self) -> Outcome | None:
        for key in self.keys.read(self.counter.until_next()):
            if outcome := self._signalled(key) or self.press(key):
                return outcome
        return None

    def _signalled(self, key: str) -> Outcome | None:
        if key == INTERRUPT:
            self.counter.tick()
            self.closing()
            return Outcome.INTERRUPTED
        if key == HANGUP:
            return self._hang_up()
        if key == SUSPEND:
            self.screen.close()
            self.keys.suspend()
            self.screen.open()
        elif key == RESUMED:
            self.keys.take()
            self.screen.close()
            self.screen.open()
        elif key == "?" and self.typed() is None:
            self.helped = not self.helped
        return None

    def _hang_up(self) -> Outcome:
        """Keep the count and leave the rest for the person to settle."""
        self.counter.tick()
        if not self.counter.over:
            self.counter.keep()
        return Outcome.HUNG_UP

    def _count(self) -> Outcome | None:
        gap = self.counter.tick()
        return self.passed(gap) if not self.counter.over or self.after_all else Outcome.ELSEWHERE
