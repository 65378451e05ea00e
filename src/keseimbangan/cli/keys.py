"""Single keys from a terminal, without Enter and without an echo.

While `Keys` is open no signal interrupts anything: Ctrl-C, a closed terminal and the return from a
suspension arrive as keys, in order, so that no transaction and no half-drawn screen is torn. The
terminal is as it was before on every way out.
"""

import contextlib
import os
import re
import signal
import sys
import time
from collections.abc import Iterator
from types import FrameType

ENTER, ESCAPE, BACKSPACE, CLEAR = "enter", "escape", "backspace", "clear"
INTERRUPT, HANGUP, SUSPEND, RESUMED = "interrupt", "hangup", "suspend", "resumed"

_CONTROLS = {
    "\r": ENTER,
    "\n": ENTER,
    "\x1b": ESCAPE,
    "\x7f": BACKSPACE,
    "\b": BACKSPACE,
    "\x15": CLEAR,
    "\x03": INTERRUPT,
}
# Those that a system does not have are not there to be heard.
_SIGNALS = {
    "SIGINT": INTERRUPT,
    "SIGTERM": HANGUP,
    "SIGHUP": HANGUP,
    "SIGBREAK": HANGUP,
    "SIGTSTP": SUSPEND,
    "SIGCONT": RESUMED,
}
# Arrows and function keys arrive as several characters, none of which was typed.
_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O.)")


def named(text: str) -> list[str]:
    """The keys that some raw input stands for; what is no key of ours is left out."""
    characters = _SEQUENCE.sub("", text)
    keys = (_CONTROLS.get(character, character) for character in characters)
    return [key for key in keys if key.isprintable()]


class Signals:
    """The signals that came while it was open, as keys. `fatal` is the one to die by."""

    def __init__(self) -> None:
        self.fatal: int | None = None
        self._keys: list[str] = []
        self._before: dict[int, object] = {}

    def taken(self) -> list[str]:
        """What came since the last look."""
        keys, self._keys = self._keys, []
        return keys

    def open(self) -> None:
        """Take the signals over."""
        for name, key in _SIGNALS.items():
            if hasattr(signal, name):
                self._hear(getattr(signal, name), key)

    def close(self) -> None:
        """Give them back."""
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]
        self._before.clear()

    def _hear(self, number: int, key: str) -> None:
        def note(received: int, _frame: FrameType | None) -> None:
            if key == HANGUP:
                self.fatal = received
            self._keys.append(key)

        # What the caller has switched off (nohup) stays off.
        if signal.getsignal(number) is not signal.SIG_IGN:
            self._before[number] = signal.signal(number, note)


if sys.platform == "win32":
    import msvcrt

    _POLL_SECONDS = 0.05

    class Keys:
        """Keys of the Windows console."""

        def __init__(self) -> None:
            self.signals = Signals()

        def read(self, seconds: float) -> list[str]:
            """The keys pressed, as soon as there are any, and none after `seconds`."""
            end = time.monotonic() + seconds
            while True:
                keys = [*self.signals.taken(), *named("".join(self._waiting()))]
                if keys or time.monotonic() >= end:
                    return keys
                time.sleep(_POLL_SECONDS)

        def _waiting(self) -> Iterator[str]:
            while msvcrt.kbhit():
                character = msvcrt.getwch()
                if character in ("\x00", "\xe0"):
                    msvcrt.getwch()
                else:
                    yield character

        def suspend(self) -> None:
            """Nothing: there is no Ctrl-Z here."""

        def take(self) -> None:
            """Nothing: the console is never anybody else's."""

        def __enter__(self) -> "Keys":
            self.signals.open()
            return self

        def __exit__(self, *_error: object) -> None:
            self.signals.close()

else:
    import codecs
    import select
    import termios
    import tty

    from keseimbangan.cli.typed_line import wakened

    class Keys:
        """Keys of a POSIX terminal."""

        def __init__(self) -> None:
            self.signals = Signals()
            self._open = contextlib.ExitStack()
            self._terminal = sys.stdin.fileno()
            self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

        def read(self, seconds: float) -> list[str]:
            """The keys pressed, as soon as there are any, and none after `seconds`."""
            if keys := self.signals.taken():
                return keys
            ready, _, _ = select.select([self._terminal, self._wake], [], [], max(0.0, seconds))
            if self._wake in ready:
                os.read(self._wake, 512)
            typed = self._typed() if self._terminal in ready else []
            return [*self.signals.taken(), *typed]

        def _typed(self) -> list[str]:
            try:
                raw = os.read(self._terminal, 1024)
            except OSError:
                raw = b""
            return named(self._decoder.decode(raw)) if raw else [HANGUP]

        def __enter__(self) -> "Keys":
            self._before = termios.tcgetattr(self._terminal)
            # A signal ends the waiting at once.
            self._wake = self._open.enter_context(wakened())
            self.signals.open()
            self.take()
            return self

        def __exit__(self, *_error: object) -> None:
            self._give_back()
            self.signals.close()
            self._open.close()

        def suspend(self) -> None:
            """Halt as Ctrl-Z asks for, and go on when the shell says so."""
            self._give_back()
            before = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
            os.kill(os.getpid(), signal.SIGTSTP)
            signal.signal(signal.SIGTSTP, before)
            self.take()

        def take(self) -> None:
            """Ask the terminal for single keys, also after somebody else had it."""
            # Not raw: Ctrl-C and Ctrl-Z go on sending their signals.
            with contextlib.suppress(termios.error):
                tty.setcbreak(self._terminal, termios.TCSADRAIN)

        def _give_back(self) -> None:
            # Keys that were meant for us are not left for the shell.
            with contextlib.suppress(termios.error):
                termios.tcsetattr(self._terminal, termios.TCSAFLUSH, self._before)
