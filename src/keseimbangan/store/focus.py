"""Focus sessions in the store, with what interrupted them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from keseimbangan.domain.focus import FocusSession, FocusState, Interruption
from keseimbangan.errors.store import no_such_session
from keseimbangan.store import compiled
from keseimbangan.store.database import Database, Row
from keseimbangan.store.values import from_instant, to_instant


class Focus:
    """Reading and keeping focus sessions."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, number: int) -> FocusSession:
        """The session with this number; raises NoSuchNumber."""
        found = self._sessions([self._db.one(compiled.GET_FOCUS_SESSION, id=number)])
        if not found:
            raise no_such_session(number)
        return found[0]

    def running(self) -> FocusSession | None:
        """The one that has not ended: counted, paused or left behind."""
        return _last(self._sessions(self._db.all(compiled.LIVE_FOCUS_SESSIONS)))

    def on_break(self) -> FocusSession | None:
        """The ended one whose break was begun and not ended; it may long have run out."""
        return _last(self._sessions([self._db.one(compiled.BREAKING_FOCUS_SESSION)]))

    def current(self) -> FocusSession | None:
        """The running one, else the one on break."""
        return self.running() or self.on_break()

    def between(self, start: datetime, end: datetime) -> list[FocusSession]:
        """Those that started from `start` up to `end`, by start."""
        rows = self._db.all(
            compiled.FOCUS_SESSIONS_BETWEEN, start=from_instant(start), end=from_instant(end)
        )
        return self._sessions(rows)

    def latest(self, limit: int) -> list[FocusSession]:
        """The last `limit` ones, newest first."""
        return self._sessions(self._db.all(compiled.LATEST_FOCUS_SESSIONS, limit=limit))

    def titles(self, sessions: Iterable[FocusSession | None]) -> dict[int, str]:
        """The titles of the tasks that sessions were for, by the task's number."""
        numbers = {session.task for session in sessions if session and session.task}
        if not numbers:
            return {}
        rows = self._db.all(compiled.TASK_TITLES_AMONG, numbers=_listed(numbers))
        return {row["id"]: row["title"] for row in rows}

    def add(self, session: FocusSession) -> FocusSession:
        """Keep a new session; the same with its number."""
        number = self._db.insert(compiled.INSERT_FOCUS_SESSION, _values(session))
        session = replace(session, number=number)
        self._add_interruptions(session, known=())
        return session

    def save(self, session: FocusSession) -> FocusSession:
        """Keep what was changed in a session, and the interruptions that are new."""
        self._db.change(compiled.UPDATE_FOCUS_SESSION, _values(session))
        if session.interruptions:
            rows = self._db.all(compiled.INTERRUPTIONS_OF, sessions=_listed([session.number]))
            self._add_interruptions(session, known=[row["uid"] for row in rows])
        return session

    def _add_interruptions(self, session: FocusSession, known: Iterable[str]) -> None:
        for one in session.interruptions:
            if one.uid not in known:
                values = {
                    "uid": one.uid,
                    "session_id": session.number,
                    "at": from_instant(one.at),
                    "note": one.note,
                }
                self._db.insert(compiled.INSERT_INTERRUPTION, values)

    def _sessions(self, rows: Iterable[Row | None]) -> list[FocusSession]:
        found = [row for row in rows if row is not None]
        if not found:
            return []
        numbers = _listed(row["id"] for row in found)
        broken: dict[int, list[Interruption]] = {}
        for row in self._db.all(compiled.INTERRUPTIONS_OF, sessions=numbers):
            interruption = Interruption(row["uid"], to_instant(row["at"]), row["note"])
            broken.setdefault(row["session_id"], []).append(interruption)
        return [_session(row, broken.get(row["id"], ())) for row in found]


def _last(sessions: list[FocusSession]) -> FocusSession | None:
    return sessions[-1] if sessions else None


def _listed(numbers: Iterable[int | None]) -> str:
    return "[" + ",".join(str(int(number)) for number in numbers if number is not None) + "]"


def _session(row: Row, interruptions: Iterable[Interruption]) -> FocusSession:
    return FocusSession(
        number=row["id"],
        uid=row["uid"],
        started_at=to_instant(row["started_at"]),
        zone=row["zone"],
        planned_minutes=row["planned_minutes"],
        break_minutes=row["break_minutes"],
        long_break_minutes=row["long_break_minutes"],
        state=FocusState(row["state"]),
        task=row["task_id"],
        block=row["block_id"],
        cycle=row["cycle"],
        round=row["round"],
        rounds=row["rounds"],
        focused_seconds=row["focused_seconds"],
        seen_at=to_instant(row["seen_at"]),
        paused_at=to_instant(row["paused_at"]),
        background=bool(row["background"]),
        ended_at=to_instant(row["ended_at"]),
        break_started_at=to_instant(row["break_started_at"]),
        interruptions=tuple(interruptions),
    )


def _values(session: FocusSession) -> dict[str, Any]:
    return {
        "id": session.number,
        "uid": session.uid,
        "task_id": session.task,
        "block_id": session.block,
        "started_at": from_instant(session.started_at),
        "ended_at": from_instant(session.ended_at),
        "zone": session.zone,
        "planned_minutes": session.planned_minutes,
        "break_minutes": session.break_minutes,
        "long_break_minutes": session.long_break_minutes,
        "state": session.state,
        "cycle": session.cycle,
        "round": session.round,
        "rounds": session.rounds,
        "focused_seconds": session.focused_seconds,
        "seen_at": from_instant(session.seen_at),
        "paused_at": from_instant(session.paused_at),
        "background": session.background,
        "break_started_at": from_instant(session.break_started_at),
    }
