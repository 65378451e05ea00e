"""Applied plans, and the work that counts against an estimate, in a real store."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from keseimbangan.domain import focus_steps as steps
from keseimbangan.domain.blocks import Block, BlockStatus
from keseimbangan.domain.period import Period
from keseimbangan.domain.planning_values import Reason
from keseimbangan.domain.plans import AppliedPlan, PlanPiece
from keseimbangan.domain.tasks import Task
from keseimbangan.store.blocks import Blocks
from keseimbangan.store.database import Database, changing
from keseimbangan.store.focus import Focus
from keseimbangan.store.plans import Plans
from keseimbangan.store.tasks import Tasks
from keseimbangan.store.worked import worked_minutes

START = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = Period(START, START + 24 * HOUR)
PLAN = AppliedPlan(None, "p", date(2026, 11, 23), date(2026, 11, 27), "Asia/Jakarta", START)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with changing(tmp_path / "keseimbangan.db", START) as database:
        yield database


def piece(uid: str, hour: int, task: int | None = 1, position: int = 0) -> PlanPiece:
    start = START + hour * HOUR
    title, reason = "Susun [laporan] 😀", Reason.DUE_SOON
    return PlanPiece(uid, task, f"b-{uid}", title, start, start + HOUR, reason, position)


def block(uid: str, hour: int, **more: object) -> Block:
    start = START + hour * HOUR
    made = Block(None, uid, "Blok", start, start + HOUR, "Asia/Jakarta", task=1)
    return replace(made, **more)  # type: ignore[arg-type]


def test_a_plan_is_read_again_with_its_pieces(db: Database) -> None:
    Tasks(db).add(Task(None, "t", "Tugas"))
    plans = Plans(db)
    kept = plans.add(PLAN, [piece("x", 0), piece("y", 2, position=1)])
    assert plans.among([1]) == [kept] == [replace(PLAN, number=1)]
    assert plans.pieces(DAY) == [(1, piece("x", 0)), (1, piece("y", 2, position=1))]
    assert plans.pieces(Period(START + HOUR, START + 2 * HOUR)) == []
    assert plans.made(["b-x", "b-z"]) == {"b-x"}


def test_a_piece_outlives_its_task(db: Database) -> None:
    task = Tasks(db).add(Task(None, "t", "Tugas"))
    Plans(db).add(PLAN, [piece("x", 0)])
    Tasks(db).delete(task)
    assert Plans(db).pieces(DAY) == [(1, piece("x", 0, task=None))]


def test_a_later_plan_replaces_what_an_earlier_one_said_of_a_block(db: Database) -> None:
    Tasks(db).add(Task(None, "t", "Tugas"))
    plans = Plans(db)
    plans.add(PLAN, [piece("x", 0)])
    later = replace(piece("z", 3), block_uid="b-x")
    plans.add(replace(PLAN, uid="q"), [later])
    found = [(number, one.replaced) for number, one in plans.pieces(DAY)]
    assert found == [(1, True), (2, False)]


def test_blocks_are_found_by_uid_and_those_of_tasks_by_time(db: Database) -> None:
    Tasks(db).add(Task(None, "t", "Tugas"))
    shelf = Blocks(db)
    first, second = shelf.add(block("a", 0)), shelf.add(block("b", 5))
    shelf.add(block("c", 6, task=None))
    assert Plans(db).blocks_named(["a", "nobody"]) == {"a": first}
    assert Plans(db).task_blocks_from(START + HOUR) == [second]


def test_done_blocks_count_and_the_sessions_held_on_them_do_not_count_twice(db: Database) -> None:
    Tasks(db).add(Task(None, "t", "Tugas"))
    shelf = Blocks(db)
    done = shelf.add(block("a", 0, status=BlockStatus.DONE))
    shelf.add(block("b", 2))
    assert worked_minutes(db, [1]) == {1: 60}
    session = steps.begin("s", START, "Asia/Jakarta", task=1, block=done.number)
    until = START + timedelta(minutes=25)
    counted = replace(session, focused_seconds=25 * 60, seen_at=until)
    Focus(db).add(steps.stop(counted, until))
    assert worked_minutes(db, [1]) == {1: 35}
    assert Tasks(db).get(1).spent_minutes == 25
