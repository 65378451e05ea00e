"""The live screen of a focus session: a few lines that are drawn again each second."""

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from rich.console import Console, Group, RenderableType
from rich.constrain import Constrain
from rich.control import Control
from rich.segment import ControlType, Segment, Segments
from rich.text import Text

from keseimbangan.domain.focus import (
    FocusSession,
    FocusState,
    break_length,
    break_remaining_seconds,
    remaining_seconds,
)
from keseimbangan.i18n import _, ngettext
from keseimbangan.view.console import shown
from keseimbangan.view.focus import PAUSED, SYMBOLS, countdown_text

WIDEST = 60
_FULL, _EMPTY = "█", "░"


@dataclass(frozen=True)
class Frame:
    """What one drawing shows. `lines` stand below the bar: questions, reminders, troubles."""

    session: FocusSession
    now: datetime
    title: str | None
    lines: Sequence[str] = ()
    typed: str | None = None
    keys: Sequence[str] = ()


def drawn(frame: Frame, width: int) -> RenderableType:
    """The frame for a terminal of some width."""
    width = max(20, min(width, WIDEST))
    parts = [_head(frame), _bar(frame, width), *(Text(line) for line in frame.lines)]
    if frame.typed is not None:
        # The end of what is typed is what a person looks at.
        parts.append(Text("> " + shown(frame.typed)[-(width - 4) :] + "▏", style="bold"))
    parts += [Text(line, style="dim") for line in frame.keys]
    return Constrain(Group(*parts), width)


def _head(frame: Frame) -> Text:
    session = frame.session
    if session.state is FocusState.RUNNING:
        name = shown(frame.title) if frame.title else _("Fokus")
        sign = PAUSED if session.paused_at else SYMBOLS[FocusState.RUNNING]
    else:
        name, sign = _("Jeda"), SYMBOLS[FocusState.BREAK]
    text = Text(no_wrap=True, overflow="ellipsis")
    text.append(f"{sign} ")
    if session.rounds > 1:
        text.append(f"{session.round}/{session.rounds}  ", style="dim")
    return text.append(name, style="bold")


def _bar(frame: Frame, width: int) -> Text:
    left, whole = _left(frame), _whole(frame.session)
    clock = f"  {countdown_text(left)}"
    state = _state(frame.session)
    room = max(8, width - len(clock) - len(state))
    full = room * (whole - left) // whole
    bar = Text(no_wrap=True, overflow="ellipsis")
    bar.append(_FULL * full, style="cyan").append(_EMPTY * (room - full), style="dim")
    return bar.append(clock, style="bold").append(state)


def _left(frame: Frame) -> int:
    if frame.session.state is FocusState.RUNNING:
        return remaining_seconds(frame.session, frame.now)
    return break_remaining_seconds(frame.session, frame.now)


def _whole(session: FocusSession) -> int:
    if session.state is FocusState.RUNNING:
        return session.planned_seconds
    return break_length(session) * 60


def _state(session: FocusSession) -> str:
    if session.paused_at and session.state is FocusState.RUNNING:
        return "  " + _("ditahan")
    if session.interruptions and session.state is FocusState.RUNNING:
        count = len(session.interruptions)
        return "  " + ngettext("{n} gangguan", "{n} gangguan", count).format(n=count)
    return ""


class LiveScreen:
    """The lines on the terminal, drawn over themselves; gone when it is closed.

    Not Rich's Live, which after the window was made narrower goes back by as many lines as it wrote
    and not by as many as the terminal has made of them.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self._open = False
        # The cells of each line that stands on the screen.
        self._standing: list[int] = []

    def __enter__(self) -> "LiveScreen":
        self.open()
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def open(self) -> None:
        """Begin at the cursor."""
        self._open, self._standing = True, []
        self._console.show_cursor(False)

    def close(self) -> None:
        """Clear the lines and show the cursor, unless the terminal is gone."""
        if self._open:
            self._open = False
            with contextlib.suppress(OSError), self._console:
                self._clear()
                self._console.show_cursor(True)

    def show(self, frame: Frame) -> None:
        """Draw a frame over the last one."""
        if not self._open:
            return
        console = self._console
        lines = console.render_lines(drawn(frame, console.width), pad=False)[: console.height]
        # One write, or the eye would see the screen empty in between.
        with console:
            self._clear()
            for number, line in enumerate(lines):
                # The cursor stays on the last line.
                after = [Segment.line()] if number < len(lines) - 1 else []
                console.print(Segments([*line, *after]))
        self._standing = [Segment.get_line_length(line) for line in lines]

    def say(self, sentence: str) -> None:
        """A sentence above the lines, which stays."""
        with self._console:
            self._clear()
            self._console.print(Text(sentence))

    def bell(self) -> None:
        """Ring."""
        self._console.bell()

    def _clear(self) -> None:
        """Erase what stands, also where a narrower window has broken its lines into more."""
        width = max(1, self._console.width)
        rows = sum(max(1, -(-cells // width)) for cells in self._standing)
        erase, up = (ControlType.ERASE_IN_LINE, 2), (ControlType.CURSOR_UP, 1)
        above = [code for _row in range(rows - 1) for code in (up, erase)]
        if rows:
            self._console.control(Control(ControlType.CARRIAGE_RETURN, erase, *above))
        self._standing = []
