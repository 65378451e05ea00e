"""Focus sessions as people and programs see them."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.focus import (
    FocusSession,
    FocusState,
    break_remaining_seconds,
    catch_up,
    remaining_seconds,
    shown_state,
)
from keseimbangan.domain.period import local
from keseimbangan.i18n import _, ngettext
from keseimbangan.view.console import Screen, shown

PAUSED = "‖"
SYMBOLS = {
    FocusState.RUNNING: "●",
    FocusState.BREAK: "○",
    FocusState.COMPLETED: "✓",
    FocusState.STOPPED: "■",
    FocusState.DANGLING: "?",
}


def document(session: FocusSession, now: datetime) -> dict[str, Any]:
    """A session for programs, in the state in which it is shown."""
    counted = catch_up(session, now)
    return {
        "number": session.number,
        "uid": session.uid,
        "task": session.task,
        "block": session.block,
        "started_at": _iso(session.started_at, session.zone),
        "ended_at": _iso(session.ended_at, session.zone),
        "planned_minutes": session.planned_minutes,
        "focused_minutes": counted.focused_minutes,
        "state": shown_state(session, now).value,
        "paused_at": _iso(session.paused_at, session.zone),
        "round": session.round,
        "rounds": session.rounds,
        "interruptions": [
            {"at": _iso(one.at, session.zone), "note": one.note} for one in session.interruptions
        ],
    }


def _iso(instant: datetime | None, zone: str) -> str | None:
    return None if instant is None else instant.astimezone(ZoneInfo(zone)).isoformat()


def symbol(session: FocusSession, now: datetime) -> str:
    """One sign for the state, readable without colour."""
    state = shown_state(session, now)
    return PAUSED if state is FocusState.RUNNING and session.paused_at else SYMBOLS[state]


def state_word(session: FocusSession, now: datetime) -> str:
    """`berjalan`, `selesai`, `terputus`."""
    state = shown_state(session, now)
    if state is FocusState.RUNNING and session.paused_at:
        return _("ditahan")
    return {
        FocusState.RUNNING: _("berjalan"),
        FocusState.BREAK: _("jeda"),
        FocusState.COMPLETED: _("selesai"),
        FocusState.STOPPED: _("dihentikan"),
        FocusState.DANGLING: _("terputus"),
    }[state]


def effort(session: FocusSession, now: datetime) -> str:
    """`17 m dari 25 m`."""
    return _("{spent} dari {planned}").format(
        spent=formats.duration(catch_up(session, now).focused_minutes),
        planned=formats.duration(session.planned_minutes),
    )


def countdown_text(seconds: int) -> str:
    """`17:23`, `1:05:00`: a stretch of time that runs, as every timer shows it."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes:02d}:{rest:02d}"


def seconds_left(session: FocusSession, now: datetime) -> int | None:
    """What is left of the round or its break; nothing of one that is over or left behind."""
    state = shown_state(session, now)
    if state is FocusState.RUNNING:
        return remaining_seconds(session, now)
    return break_remaining_seconds(session, now) if state is FocusState.BREAK else None


class SessionCard(Screen):
    """One session below a sentence that says what happened to it.

    `title` is that of its task, `task_total` the time spent on the task in all.
    """

    def __init__(
        self,
        session: FocusSession,
        now: datetime,
        title: str | None = None,
        headline: str | None = None,
        task_total: str | None = None,
    ) -> None:
        self.session, self.now, self.title = session, now, title
        self.headline, self.task_total = headline, task_total

    def document(self) -> dict[str, Any]:
        return {"session": document(self.session, self.now)}

    def render(self) -> RenderableType:
        head: list[RenderableType] = [Text(self.headline)] if self.headline else []
        return Group(*head, _title(self.session, self.title), self._table())

    def _table(self) -> Table:
        table = Table.grid(padding=(0, 2))
        table.add_column(style="dim", no_wrap=True)
        table.add_column(overflow="fold")
        for label, value in self._rows():
            if value:
                table.add_row(label, value)
        return table

    def _rows(self) -> list[tuple[str, str]]:
        session, now = self.session, self.now
        left = seconds_left(session, now)
        cycle = _("{n} dari {all}").format(n=session.round, all=session.rounds)
        return [
            (_("keadaan"), f"{symbol(session, now)} {state_word(session, now)}"),
            (_("tersisa"), countdown_text(left) if left is not None else ""),
            (_("putaran"), cycle if session.rounds > 1 else ""),
            (_("waktu"), effort(session, now)),
            (_("mulai"), formats.moment(session.started_at, session.zone)),
            (_("blok"), str(session.block) if session.block else ""),
            (_("gangguan"), _interruptions(session)),
            (_("tugas ini"), self.task_total or ""),
        ]


def _title(session: FocusSession, title: str | None) -> Text:
    name = shown(title) if title else _("Sesi fokus")
    return Text.assemble((f"{session.number}  ", "dim"), (name, "bold"))


def _interruptions(session: FocusSession) -> str:
    return "\n".join(
        f"{formats.clock(local(one.at, session.zone))}  {shown(one.note)}"
        for one in session.interruptions
    )


class FocusStatus(Screen):
    """What runs now, if anything, and what the day has come to."""

    def __init__(
        self,
        session: FocusSession | None,
        now: datetime,
        title: str | None,
        *,
        completed: int,
        minutes: int,
        micro_break: bool,
    ) -> None:
        self.session, self.now, self.title = session, now, title
        self.completed, self.minutes, self.micro_break = completed, minutes, micro_break

    def document(self) -> dict[str, Any]:
        session = self.session
        return {
            "session": document(session, self.now) if session else None,
            "remaining_seconds": seconds_left(session, self.now) if session else None,
            "completed_today": self.completed,
            "minutes_today": self.minutes,
            "micro_break_due": self.micro_break,
        }

    def render(self) -> RenderableType:
        parts: list[RenderableType] = []
        if self.session is None:
            parts.append(Text(_("Tidak ada sesi fokus yang berjalan.")))
        else:
            parts.append(SessionCard(self.session, self.now, self.title).render())
            parts += [Text(sentence) for sentence in _advice(self.session, self.now)]
        parts += ["", Text(_today(self.completed, self.minutes))]
        if self.micro_break:
            parts.append(Text(micro_break_sentence(), style="bold"))
        return Group(*parts)


def _advice(session: FocusSession, now: datetime) -> list[str]:
    state = shown_state(session, now)
    if state is FocusState.DANGLING:
        return [_("Tentukan waktunya dengan `imbang fokus berhenti`.")]
    if state is FocusState.RUNNING and not remaining_seconds(session, now):
        return [_("Waktunya habis. Akhiri dengan `imbang fokus berhenti`.")]
    return []


def _today(completed: int, minutes: int) -> str:
    text = ngettext(
        "Hari ini: {n} putaran selesai, {time} fokus.",
        "Hari ini: {n} putaran selesai, {time} fokus.",
        completed,
    )
    return text.format(n=completed, time=formats.duration(minutes))


def micro_break_sentence() -> str:
    """The reminder of seed 004."""
    return _("Saatnya bergerak: berdiri dan berjalan lima menit.")
