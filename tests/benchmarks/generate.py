"""A store of ten years, the same on every machine: `python -m tests.benchmarks.generate FILE`.

20,000 tasks, 25,000 blocks with series among them, 20,000 focus sessions, 520 journal entries.
Written by the program's own INSERT statements, so that a change of the schema is met here.
"""

import re
import sqlite3
import sys
import uuid
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from keseimbangan.domain.steps import MOST_STEPS
from keseimbangan.store import compiled
from keseimbangan.store.database import changing
from keseimbangan.store.values import from_day, from_instant, from_wall
from tests.benchmarks.history import DAY, EXCLUSIONS, OVERRIDES, SERIES, TITLES, TRIGGERS

ZONE = "Asia/Jakarta"
# A Monday at ten past nine, inside the focus block of the day.
NOW = datetime(2026, 11, 23, 9, 10, tzinfo=ZoneInfo(ZONE))
LAST_DAY = date(2026, 12, 11)

TASKS, OPEN_TASKS, DELEGATED_TASKS = 20_000, 150, 12
BLOCKS = 25_000
SESSIONS = 20_000
ENTRIES = 520
MONTHS = 120

Row = dict[str, Any]


def generate(path: Path) -> None:
    """Make the store at `path`, which must not exist yet."""
    random = Random(2026)
    with changing(path, NOW.astimezone(UTC)):
        pass
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = ON")
        _insert(connection, compiled.INSERT_TARGET, _targets(random))
        _insert(connection, compiled.INSERT_TASK, _tasks(random))
        series = list(_series(random))
        _insert(connection, compiled.INSERT_BLOCK, series)
        changed = list(_overrides(random, series))
        _insert(connection, compiled.INSERT_BLOCK, changed)
        _insert(connection, compiled.INSERT_EXCLUSION, _exclusions(random, series))
        singles = BLOCKS - len(series) - len(changed)
        _insert(connection, compiled.INSERT_BLOCK, _singles(random, singles))
        _insert(connection, compiled.INSERT_FOCUS_SESSION, _sessions(random))
        _insert(connection, compiled.INSERT_STRESS_ENTRY, _entries(random))
        _insert(connection, compiled.INSERT_STRESS_TRIGGER, _triggers(random))
        _insert(connection, compiled.INSERT_MONTHLY_REFLECTION, _reflections(random))
        _log(connection)
        connection.execute("ANALYZE")


def _log(connection: sqlite3.Connection) -> None:
    """As many steps as the log ever holds, instead of the single one that all of this would be."""
    stamp = from_instant(NOW)
    connection.executescript("DELETE FROM changes; DELETE FROM steps;")
    for number in range(1, MOST_STEPS + 1):
        connection.execute("UPDATE tasks SET changed_at = ? WHERE id = ?", [stamp, number])
        (step,) = connection.execute("SELECT max(id) FROM steps").fetchone()
        values = {"id": step, "command": "tugas ubah", "at": stamp}
        connection.execute(compiled.CLOSE_STEP, values)


def _insert(connection: sqlite3.Connection, sql: str, rows: Iterable[Row]) -> None:
    # What a row does not name is absent; a new column that may not be absent is met at once.
    absent: Mapping[str, None] = dict.fromkeys(re.findall(r":(\w+)", sql.partition("VALUES")[2]))
    connection.executemany(sql, ({**absent, **row} for row in rows))


def _stamped(random: Random, at: datetime, **values: Any) -> Row:
    stamp = from_instant(at)
    uid = str(uuid.UUID(int=random.getrandbits(128), version=4))
    return {"uid": uid, "created_at": stamp, "changed_at": stamp, **values}


def _at(day: date, clock: str) -> datetime:
    moment = time(int(clock[:2]), int(clock[2:]))
    return datetime.combine(day, moment, ZoneInfo(ZONE)).astimezone(UTC)


def _weekdays_back(last: date) -> Iterator[date]:
    day = last
    while True:
        if day.weekday() < 5:
            yield day
        day -= timedelta(days=1)


def _targets(random: Random) -> Iterator[Row]:
    for year in range(2017, 2027):
        for part in ("Laporan", "Layanan", "Inovasi"):
            archived = int(year < 2026)
            born = _at(date(year, 1, 4), "0900")
            row = {"year": year, "first_month": 1, "last_month": 12, "archived": archived}
            yield _stamped(random, born, title=f"{part} {year}", **row)


def _tasks(random: Random) -> Iterator[Row]:
    span = timedelta(days=3650)
    for number in range(1, TASKS + 1):
        born = NOW - span * (1 - number / TASKS)
        state = _task_state(number)
        closed = state in ("done", "dropped")
        ended = min(born + timedelta(days=random.randrange(1, 20)), NOW - timedelta(hours=1))
        handed = state == "delegated"
        yield _stamped(
            random,
            born,
            title=f"{random.choice(TITLES)} {number}",
            status=state,
            important=random.getrandbits(1),
            urgent=int(random.random() < 0.2),
            triaged=int(closed or handed or random.random() < 0.8),
            due=from_day((born + timedelta(days=random.randrange(1, 25))).date()),
            estimate_minutes=random.choice((None, 30, 45, 60, 120)),
            kind=random.choice((None, "routine", "project", "ad_hoc")),
            impact=random.choice((None, "high", "medium", "low")),
            element="work",
            target_id=random.choice((None, None, random.randrange(1, 31))),
            delegate_to="Bu Sari" if handed else None,
            delegate_follow_up=from_day(NOW.date()) if handed else None,
            postponed=int(random.random() < 0.1),
            done_at=from_instant(ended) if closed else None,
            result="Tersampaikan" if state == "done" else None,
        )


def _task_state(number: int) -> str:
    left = TASKS - number
    if left < OPEN_TASKS:
        return "open"
    if left < OPEN_TASKS + DELEGATED_TASKS:
        return "delegated"
    return "dropped" if number % 17 == 0 else "done"


def _series(random: Random) -> Iterator[Row]:
    for title, first, rule, start, end, last in SERIES:
        day = date.fromisoformat(first)
        yield _block(random, title, day, start, end, "recovery", "other", rule=rule, last_day=last)


def _overrides(random: Random, series: list[Row]) -> Iterator[Row]:
    for number, row in enumerate(series, 1):
        for day in _occurrences(row, 0, OVERRIDES):
            moved = _block(random, f"{row['title']} (pindah)", day, "1735", "1755", "work", "other")
            wall = from_wall(_wall(day, row))
            yield moved | {"series_id": number, "recurrence_id": wall}


def _exclusions(random: Random, series: list[Row]) -> Iterator[Row]:
    for number, row in enumerate(series, 1):
        for day in _occurrences(row, 1, EXCLUSIONS):
            wall = from_wall(_wall(day, row))
            yield _stamped(random, NOW, series_id=number, recurrence_id=wall)


def _occurrences(row: Row, odd: int, count: int) -> list[date]:
    """Days of the first years of a series; weekly steps keep to the weekday of its first."""
    if "MONTHLY" in row["rule"]:
        return []
    first = datetime.fromisoformat(row["starts_at"]).astimezone(ZoneInfo(ZONE)).date()
    return [first + timedelta(weeks=2 * (2 * step + odd)) for step in range(1, count + 1)]


def _wall(day: date, row: Row) -> datetime:
    start = datetime.fromisoformat(row["starts_at"]).astimezone(ZoneInfo(ZONE)).time()
    return datetime.combine(day, start)


def _singles(random: Random, count: int) -> Iterator[Row]:
    for day in _weekdays_back(LAST_DAY):
        for title, start, end, element, kind in DAY:
            if count == 0:
                return
            count -= 1
            block = _block(random, title, day, start, end, element, kind)
            past = day < NOW.date()
            done = "done" if random.random() < 0.9 else "skipped"
            yield block | {
                "status": done if past else "planned",
                "location": "office" if element == "work" else None,
                "task_id": random.randrange(1, TASKS + 1) if kind == "focus" else None,
                "protected": int(element == "life"),
            }


def _block(
    random: Random,
    title: str,
    day: date,
    start: str,
    end: str,
    element: str,
    kind: str,
    **more: Any,
) -> Row:
    return _stamped(
        random,
        _at(day, start) - timedelta(days=3),
        title=title,
        starts_at=from_instant(_at(day, start)),
        ends_at=from_instant(_at(day, end)),
        zone=ZONE,
        element=element,
        kind=kind,
        status="planned",
        protected=0,
        **more,
    )


def _sessions(random: Random) -> Iterator[Row]:
    starts = ("0800", "0830", "0900", "0930", "1300", "1330", "1430", "1500")
    left = SESSIONS
    for day in _weekdays_back(NOW.date() - timedelta(days=1)):
        for position, start in enumerate(starts):
            if left == 0:
                return
            left -= 1
            begun = _at(day, start)
            seconds = 25 * 60 if random.random() < 0.85 else random.randrange(60, 24 * 60)
            ended = from_instant(begun + timedelta(seconds=seconds))
            yield _stamped(
                random,
                begun,
                task_id=random.randrange(1, TASKS + 1),
                started_at=from_instant(begun),
                ended_at=ended,
                seen_at=ended,
                zone=ZONE,
                planned_minutes=25,
                break_minutes=5,
                long_break_minutes=15,
                state="completed" if seconds == 25 * 60 else "stopped",
                cycle=f"{day}-{position // 4}",
                round=position % 4 + 1,
                rounds=4,
                focused_seconds=seconds,
                background=0,
            )


def _entries(random: Random) -> Iterator[Row]:
    for number in range(ENTRIES):
        at = NOW - timedelta(weeks=ENTRIES - number)
        year, week, _ = at.isocalendar()
        yield _stamped(
            random,
            at,
            week=f"{year}-W{week:02d}",
            written_at=from_instant(at),
            zone=ZONE,
            level=random.randrange(2, 10),
            main_cause=random.choice((None, "Dua disposisi pada hari yang sama")),
            coping="Jalan kaki sepuluh menit",
            helped=random.randrange(0, 11),
            demand=random.randrange(0, 11),
            control=random.randrange(0, 11),
            note="Catatan pekan ini. " * random.randrange(1, 12),
        )


def _triggers(random: Random) -> Iterator[Row]:
    for entry in range(1, ENTRIES + 1):
        for position, name in enumerate(random.sample(TRIGGERS, 2)):
            yield _stamped(random, NOW, entry_id=entry, name=name, position=position)


def _reflections(random: Random) -> Iterator[Row]:
    for number in range(MONTHS):
        month = f"{2016 + (number + 11) // 12}-{(number + 11) % 12 + 1:02d}"
        stamp = from_instant(NOW)
        yield _stamped(random, NOW, month=month, written_at=stamp, worked="Pagi tanpa rapat")


if __name__ == "__main__":
    generate(Path(sys.argv[1]))
