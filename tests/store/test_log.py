"""Where steps begin and end, and what playing one back does to the rows."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from keseimbangan.domain.steps import KEPT_FOR, MOST_STEPS, Effect
from keseimbangan.errors.steps import StepDoesNotFit
from keseimbangan.store import compiled, database
from keseimbangan.store.database import Database, Run
from keseimbangan.store.steps import Steps
from tests.store.target_rows import YEAR
from tests.undo.state import rows

NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "keseimbangan.db"


def add(db: Database, uid: str) -> int:
    return db.insert(compiled.INSERT_TARGET, {"uid": uid, "title": uid, **YEAR})


def rename(db: Database, number: int, title: str) -> None:
    db.change(compiled.UPDATE_TARGET, {"id": number, "title": title, **YEAR})


def write(path: Path, *uids: str, run: Run | None = None, now: datetime = NOW) -> None:
    with database.changing(path, now, run or Run("skp tambah")) as db:
        for uid in uids:
            add(db, uid)


def titles(path: Path) -> list[str]:
    with database.reading(path, NOW) as db:
        return [row["title"] for row in db.all(compiled.ALL_TARGETS)]


def commands(path: Path) -> list[str]:
    """The commands of the steps that can be undone, newest first."""
    with database.reading(path, NOW) as db:
        return [step.command for step in Steps(db).done(5000)]


def turn(path: Path, count: int = 1, *, redo: bool = False) -> None:
    with database.replaying(path, NOW, Run()) as db:
        steps = Steps(db).undone(count) if redo else Steps(db).done(count)
        assert len(steps) == count
        Steps(db).turn(steps, dict)


@contextmanager
def plain(path: Path) -> Iterator[sqlite3.Connection]:
    """The store as another program opens it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def count(path: Path, table: str) -> int:
    with plain(path) as db:
        return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_a_transaction_is_a_step_with_the_words_of_its_command(path: Path) -> None:
    write(path, "a", "b")
    with database.reading(path, NOW) as db:
        (step,) = Steps(db).done(9)
    assert (step.command, step.at, step.undone) == ("skp tambah", NOW, False)
    assert [change.effect for change in step.changes] == [Effect.ADDED] * 2


def test_a_transaction_that_changes_nothing_is_none_and_keeps_what_was_undone(path: Path) -> None:
    write(path, "a")
    turn(path)
    with database.changing(path, NOW, Run("tugas ubah")):
        pass
    turn(path, redo=True)
    assert titles(path) == ["a"]


def test_a_transaction_that_fails_leaves_no_step(path: Path) -> None:
    def fail() -> None:
        with database.changing(path, NOW, Run("tugas ubah")) as db:
            add(db, "b")
            raise ZeroDivisionError

    write(path, "a")
    with pytest.raises(ZeroDivisionError):
        fail()
    assert commands(path) == ["skp tambah"]


def test_the_transactions_of_one_run_are_one_step(path: Path) -> None:
    run = Run("evaluasi")
    write(path, "a")
    for uid in ("b", "c", "d"):
        write(path, uid, run=run)
    with database.changing(path, NOW, run) as db:
        rename(db, 2, "changed after it was added")
        rename(db, 1, "changed")
    assert commands(path) == ["evaluasi", "skp tambah"]
    turn(path)
    assert titles(path) == ["a"]
    turn(path, redo=True)
    assert titles(path) == ["changed", "changed after it was added", "c", "d"]


def test_a_run_that_another_terminal_came_between_is_undone_in_the_order_of_writing(
    path: Path,
) -> None:
    run = Run("evaluasi")
    write(path, "a", run=run)
    with database.changing(path, NOW, Run("skp ubah")) as db:
        rename(db, 1, "theirs")
    with database.changing(path, NOW, run) as db:
        rename(db, 1, "mine")
    assert commands(path) == ["evaluasi", "skp ubah", "evaluasi"]
    expected = ["mine"], ["theirs"], ["a"], []
    for before, after in pairwise(expected):
        assert titles(path) == before
        turn(path)
        assert titles(path) == after


def test_a_run_whose_step_was_undone_meanwhile_begins_another(path: Path) -> None:
    run = Run("evaluasi")
    write(path, "a", run=run)
    turn(path)
    write(path, "b", run=run)
    assert (commands(path), titles(path)) == (["evaluasi"], ["b"])


def test_something_new_takes_the_place_of_what_was_undone(path: Path) -> None:
    write(path, "a")
    write(path, "b")
    turn(path, 2)
    write(path, "c")
    with database.reading(path, NOW) as db:
        assert (Steps(db).undone(9), len(Steps(db).done(9))) == ([], 1)
    assert count(path, "changes") == 1


def test_what_another_program_writes_is_a_step_of_its_own(path: Path) -> None:
    write(path, "a")
    with plain(path) as db:
        db.execute("UPDATE targets SET title = 'theirs'")
    write(path, "b")
    assert commands(path) == ["skp tambah", "", "skp tambah"]
    turn(path, 2)
    assert titles(path) == ["a"]


def test_a_step_another_program_has_just_written_can_be_undone_at_once(path: Path) -> None:
    write(path, "a")
    with plain(path) as db:
        db.execute("DELETE FROM targets")
    turn(path)
    assert titles(path) == ["a"]


def test_what_was_undone_before_another_program_wrote_cannot_come_again(path: Path) -> None:
    write(path, "a")
    write(path, "b")
    turn(path)
    with plain(path) as db:
        db.execute("UPDATE targets SET title = 'theirs'")
    with database.replaying(path, NOW, Run()) as db:
        assert Steps(db).undone(9) == []
    assert count(path, "changes") == 2


def test_rows_that_changed_places_change_back(path: Path) -> None:
    write(path, "a", "b")
    with database.changing(path, NOW, Run("x")) as db:
        for uid, number in (("-", 1), ("a", 2), ("b", 1)):
            db.change("UPDATE targets SET uid = :uid WHERE id = :id", {"uid": uid, "id": number})
    before = rows(path)
    turn(path)
    assert [row[1] for row in rows(path)["targets"]] == ["a", "b"]
    turn(path, redo=True)
    assert rows(path) == before


def task(db: Database, uid: str, target: int | None) -> None:
    sql = (
        "INSERT INTO tasks (uid, created_at, changed_at, title, status, important, urgent, "
        "triaged, element, postponed, target_id) VALUES (:uid, :created_at, :changed_at, 'T', "
        "'open', 0, 0, 0, 'work', 0, :target)"
    )
    db.insert(sql, {"uid": uid, "target": target})


def test_a_row_that_is_put_back_takes_nothing_from_those_that_refer_to_it(path: Path) -> None:
    write(path, "a")
    with database.changing(path, NOW, Run("x")) as db:
        task(db, "t", 1)
    with database.changing(path, NOW, Run("y")) as db:
        rename(db, 1, "A")
    turn(path)
    with plain(path) as db:
        assert db.execute("SELECT target_id FROM tasks").fetchall() == [(1,)]


def test_a_number_is_not_given_again_after_undoing(path: Path) -> None:
    write(path, "a")
    turn(path)
    write(path, "b")
    with plain(path) as db:
        assert db.execute("SELECT id FROM targets").fetchall() == [(2,)]


def test_a_step_that_does_not_fit_any_more_changes_nothing(path: Path) -> None:
    write(path, "a")
    with database.changing(path, NOW, Run("x")) as db:
        db.change("DELETE FROM targets", {})
    with plain(path) as db:
        # As nobody should: past the log.
        db.execute("INSERT INTO targets VALUES (9, 'a', 'x', 'x', 'other', 2026, 1, 12, 0)")
        db.execute("DELETE FROM steps WHERE state = 'open'")
        db.execute("DELETE FROM changes WHERE step_id NOT IN (SELECT id FROM steps)")
    before = rows(path)
    with pytest.raises(StepDoesNotFit):
        turn(path)
    assert rows(path) == before


def test_a_step_that_would_leave_a_row_pointing_nowhere_changes_nothing(path: Path) -> None:
    write(path, "a")
    with plain(path) as db:
        db.execute(
            "INSERT INTO tasks (uid, created_at, changed_at, title, status, important, urgent, "
            "triaged, element, postponed, target_id) "
            "VALUES ('t', 'x', 'x', 'T', 'open', 0, 0, 0, 'work', 0, 1)"
        )
        db.execute("DELETE FROM changes WHERE table_name = 'tasks'")
        db.execute("DELETE FROM steps WHERE state = 'open'")
    with pytest.raises(StepDoesNotFit):
        turn(path)
    assert titles(path) == ["a"]


def test_the_oldest_steps_are_forgotten_with_their_images(path: Path) -> None:
    write(path, "a")
    with plain(path) as db:
        many: list[Any] = [(f"c{number}",) for number in range(MOST_STEPS + 5)]
        stamp = "2026-11-23T00:00:00Z"
        db.execute("BEGIN")
        db.executemany(
            f"INSERT INTO steps (created_at, changed_at, command, state) "
            f"VALUES ('{stamp}', '{stamp}', ?, 'done')",
            many,
        )
        db.execute("COMMIT")
    write(path, "b")
    found = commands(path)
    assert (len(found), found[0], found[-1]) == (MOST_STEPS, "skp tambah", "c6")
    assert count(path, "changes") == 1


def test_steps_older_than_ninety_days_are_forgotten(path: Path) -> None:
    write(path, "a")
    write(path, "b", now=NOW + timedelta(days=1))
    write(path, "c", now=NOW + KEPT_FOR)
    write(path, "d", now=NOW + KEPT_FOR + timedelta(days=1))
    assert len(commands(path)) == 4
    write(path, "e", now=NOW + KEPT_FOR + timedelta(days=2))
    assert len(commands(path)) == 4
    assert count(path, "changes") == 4


def test_a_clock_that_runs_ahead_for_less_than_a_day_forgets_nothing(path: Path) -> None:
    write(path, "a")
    for hours in range(0, 24, 5):
        write(path, f"b{hours}", now=NOW + timedelta(days=365, hours=hours))
    write(path, "c", now=NOW + timedelta(hours=1))
    write(path, "d", now=NOW + timedelta(days=2))
    assert len(commands(path)) == 8


def test_a_clock_that_was_set_back_forgets_nothing(path: Path) -> None:
    write(path, "a")
    write(path, "b", now=NOW - timedelta(days=365))
    write(path, "c")
    assert len(commands(path)) == 3
