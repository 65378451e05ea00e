"""A November of one civil servant in a real store: few rows, each there for a figure to show."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from keseimbangan.domain.blocks import Block, BlockKind, BlockStatus
from keseimbangan.domain.elements import Element
from keseimbangan.domain.focus import FocusSession, FocusState, Interruption
from keseimbangan.domain.journal import StressEntry
from keseimbangan.domain.period import instant, week_name
from keseimbangan.domain.review import MonthlyReflection
from keseimbangan.domain.tasks import Task, TaskStatus
from keseimbangan.store import database
from keseimbangan.store.blocks import Blocks
from keseimbangan.store.database import Database
from keseimbangan.store.focus import Focus
from keseimbangan.store.journal import Journal
from keseimbangan.store.reviews import Reviews
from keseimbangan.store.tasks import Tasks

NOW = datetime(2026, 11, 27, 8, 30, tzinfo=UTC)
WIB = "Asia/Jakarta"
# What would break a table, a page or a terminal if it were taken for more than text.
HOSTILE = "<script>alert(1)</script> | [x](http://a.id) *b* & [bold]c[/bold]"


def at(day: date, clock: str) -> datetime:
    """The instant of a wall clock in Jakarta."""
    hour, minute = clock.split(".")
    return instant(day, datetime(2000, 1, 1, int(hour), int(minute), tzinfo=UTC).time(), WIB)


def tell_november(path: Path) -> None:
    """Write the story into a store."""
    with database.changing(path, NOW) as db:
        _tasks(db)
        _blocks(db)
        _sessions(db)
        _journal(db)
        _reflections(db)


def add_block(db: Database, uid: str, day: date, start: str, minutes: int, **more: Any) -> Block:
    """A finished work block, unless `more` says otherwise."""
    begin = at(day, start)
    told = {"title": "Kerja fokus", "status": BlockStatus.DONE, "kind": BlockKind.FOCUS, **more}
    end = begin + timedelta(minutes=minutes)
    return Blocks(db).add(
        Block(number=None, uid=uid, starts_at=begin, ends_at=end, zone=WIB, **told)
    )


def _tasks(db: Database) -> None:
    done = {"status": TaskStatus.DONE, "triaged": True}
    rows: list[dict[str, Any]] = [
        {
            "title": "Susun laporan triwulan",
            "important": True,
            "due": date(2026, 11, 12),
            "estimate_minutes": 60,
            "done_at": at(date(2026, 11, 11), "14.00"),
            "result": "Terkirim ke bagian umum",
            "evidence": "SM-112/2026",
            **done,
        },
        {"title": HOSTILE, "done_at": at(date(2026, 11, 20), "10.00"), "result": "a | b", **done},
        {"title": "Rekap kehadiran", "done_at": at(date(2026, 10, 8), "10.00"), **done},
        {"title": "Telaah staf", "important": True, "due": date(2026, 11, 26)},
        {"title": "Pindai arsip"},
    ]
    for place, told in enumerate(rows, 1):
        Tasks(db).add(Task(number=None, uid=f"task-{place}", **told))


def _blocks(db: Database) -> None:
    day = date(2026, 10, 1)
    while day < date(2026, 12, 1):
        over = day <= NOW.date()
        status = BlockStatus.DONE if over else BlockStatus.PLANNED
        if day.weekday() < 4:
            add_block(db, f"work-{day}", day, "08.00", 240, status=status)
        if day.weekday() == 5:
            family = {"element": Element.LIFE, "title": "Keluarga", "status": status}
            add_block(db, f"life-{day}", day, "09.00", 150, **family)
        day += timedelta(days=1)
    skipped = {"status": BlockStatus.SKIPPED, "element": Element.GROWTH, "title": "Membaca"}
    add_block(db, "reading", date(2026, 11, 3), "20.00", 45, **skipped)
    add_block(
        db, "study", date(2026, 11, 10), "20.00", 45, **{**skipped, "status": BlockStatus.DONE}
    )
    add_block(db, "night", date(2026, 11, 12), "22.00", 180, title="Lembur anggaran")
    rule = {"rule": "FREQ=WEEKLY;BYDAY=FR", "element": Element.RECOVERY, "title": "Senam"}
    add_block(db, "gym", date(2026, 10, 2), "06.00", 60, **rule)


def _sessions(db: Database) -> None:
    for place, (day, clock, minutes, interruptions) in enumerate(
        [(9, "08.10", 25, 0), (9, "09.45", 25, 2), (11, "08.00", 10, 1), (17, "13.00", 25, 0)]
    ):
        begin = at(date(2026, 11, day), clock)
        end = begin + timedelta(minutes=minutes)
        broken = (Interruption(f"broken-{place}-{n}", begin, "WA") for n in range(interruptions))
        session = FocusSession(
            number=None,
            uid=f"session-{place}",
            started_at=begin,
            zone=WIB,
            planned_minutes=25,
            break_minutes=5,
            state=FocusState.COMPLETED if minutes == 25 else FocusState.STOPPED,
            task=1,
            focused_seconds=minutes * 60,
            seen_at=end,
            ended_at=end,
            interruptions=tuple(broken),
        )
        Focus(db).add(session)


def _journal(db: Database) -> None:
    for day, level, triggers in [
        (6, 7, ("atasan", "beban-berlebih")),
        (13, 8, ("atasan",)),
        (20, 4, ("atasan", "rahasia-hati")),
    ]:
        written = at(date(2026, 11, day), "16.00")
        week = week_name(written.date())
        entry = StressEntry(None, f"entry-{day}", week, written, WIB, level, triggers)
        Journal(db).add(entry)


def _reflections(db: Database) -> None:
    shelf = Reviews(db)
    shelf.save_reflection(MonthlyReflection(None, "month-10", "2026-10", NOW, habit="Jalan kaki"))
    shelf.save_reflection(
        MonthlyReflection(
            None,
            "month-11",
            "2026-11",
            NOW,
            worked="Blok pagi terjaga.",
            improve="Rapat sore.\n# WA <b>malam</b>",
            habit="Ponsel di luar kamar",
        )
    )
