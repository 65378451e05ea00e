"""Blocks, sessions and tasks from which the tests of reports are made. Times are Jakarta's."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from keseimbangan.domain.blocks import Block, BlockStatus
from keseimbangan.domain.elements import Element
from keseimbangan.domain.focus import FocusSession, FocusState, Interruption
from keseimbangan.domain.period import instant
from keseimbangan.domain.report import Material
from keseimbangan.domain.tasks import Task, TaskStatus
from keseimbangan.domain.workdays import WorkCalendar

WIB = "Asia/Jakarta"
MONDAY = date(2026, 11, 23)


def at(day: int, clock: str, month: int = 11, zone: str = WIB) -> datetime:
    """`at(23, "08.00")`: the instant on a day of November 2026."""
    hour, minute = clock.split(".")
    moment = datetime(2026, month, day, int(hour), int(minute))  # noqa: DTZ001
    return instant(moment.date(), moment.time(), zone)


def block(start: datetime, minutes: int, **changes: Any) -> Block:
    """A planned work block."""
    plain = Block(1, "b", "Blok", start, start + timedelta(minutes=minutes), WIB)
    return replace(plain, **changes)


def done(start: datetime, minutes: int, **changes: Any) -> Block:
    """A block that was finished as planned."""
    return block(start, minutes, **{"status": BlockStatus.DONE, **changes})


def session(
    start: datetime, minutes: float, interruptions: int = 0, **changes: Any
) -> FocusSession:
    """A session that was counted without a pause."""
    end = start + timedelta(minutes=minutes)
    plain = FocusSession(
        number=1,
        uid="s",
        started_at=start,
        zone=WIB,
        planned_minutes=25,
        break_minutes=5,
        state=FocusState.COMPLETED if minutes >= 25 else FocusState.STOPPED,
        focused_seconds=int(minutes * 60),
        seen_at=end,
        ended_at=end,
        interruptions=tuple(Interruption(f"i{n}", start, "WA") for n in range(interruptions)),
    )
    return replace(plain, **changes)


def finished_task(number: int, when: datetime, **changes: Any) -> Task:
    """A task that was done."""
    plain = Task(number, f"t{number}", f"Tugas {number}", TaskStatus.DONE, done_at=when)
    return replace(plain, **changes)


def material(
    blocks: Iterable[Block] = (),
    sessions: Iterable[FocusSession] = (),
    closed: Iterable[Task] = (),
    elements: dict[int, Element] | None = None,
) -> Material:
    """What a report is made of, in the default calendar."""
    return Material(list(blocks), list(sessions), list(closed), elements or {}, WorkCalendar(), WIB)
