"""Laws of merging, on stores with rows in every table: what goes out comes in, in any order."""

import io
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from keseimbangan.domain.merging import Comparison, Likeness
from keseimbangan.exchange.store_file import Header, StoreFile, write
from keseimbangan.store import compiled
from keseimbangan.store.database import Database
from keseimbangan.store.incoming import empty, receive
from keseimbangan.store.merging import apply, compare
from keseimbangan.store.outgoing import leaving
from keseimbangan.store.portable import shapes
from tests.store import filling

NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
HEADER = Header(
    "keseimbangan", 1, 0x4B534D42, compiled.SCHEMA_VERSION, "2026-11-23T00:30:00Z", True
)
SEEDS = st.integers(0, 10_000)


@contextmanager
def store(seed: int | None = None, apart: str = "", rows: int = 3) -> Iterator[sqlite3.Connection]:
    """A store in memory, filled by a seed."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA foreign_keys = ON")
        connection.executescript(compiled.SCHEMA)
        if seed is not None:
            filling.fill(connection, seed, rows, apart)
        yield connection


def exported(connection: sqlite3.Connection, *, with_journal: bool = True) -> bytes:
    """The export of a store."""
    file = io.BytesIO()
    tables = leaving(Database(connection, NOW), with_journal=with_journal)
    write(file, HEADER, ((table.name, table.rows) for table in tables))
    return file.getvalue()


def merge(connection: sqlite3.Connection, content: bytes) -> Comparison:
    """Bring an export into a store."""
    with empty() as incoming:
        receive(incoming, StoreFile(Path("x.json"), io.BytesIO(content)).rows())
        assert incoming.problems == []
        connection.execute("BEGIN IMMEDIATE")
        db = Database(connection, NOW)
        plan = compare(db, incoming)
        apply(db, incoming, plan)
        connection.execute("COMMIT")
    return plan.comparison


def content(connection: sqlite3.Connection) -> dict[str, list[Any]]:
    """All that a store says, without the numbers, which are its own."""
    found = {}
    for table in leaving(Database(connection, NOW), with_journal=True):
        shape = next(each for each in shapes() if each.name == table.name)
        rows = [dict(row) for row in table.rows]
        for row in rows:
            del row["id"]
            for column, _table in shape.references:
                row[column] = row[column] and row[column]["uid"]
            if shape.owner:
                # What a part says belongs to its owner's version, its name and stamps do not.
                for name in ("uid", "created_at", "changed_at"):
                    del row[name]
        found[table.name] = sorted(rows, key=repr)
    return found


def numbers(connection: sqlite3.Connection) -> dict[str, dict[str, int]]:
    """The number of every row that is no part of another."""
    return {
        shape.name: dict(connection.execute(f"SELECT uid, id FROM {shape.name}").fetchall())
        for shape in shapes()
        if shape.owner is None
    }


@settings(max_examples=25)
@given(SEEDS)
def test_what_is_exported_and_imported_is_the_same_with_its_numbers(seed: int) -> None:
    with store(seed, rows=5) as one, store() as other:
        merge(other, exported(one))
        assert content(other) == content(one)
        assert numbers(other) == numbers(one)


@settings(max_examples=25)
@given(SEEDS)
def test_what_comes_into_an_empty_store_goes_out_of_it_as_the_same_file(seed: int) -> None:
    with store(seed, rows=5) as one, store() as other:
        # Some numbers were given to what is gone.
        for shape in shapes():
            one.execute(f"DELETE FROM {shape.name} WHERE id % 3 = 1")
        export = exported(one)
        merge(other, export)
        assert exported(other) == export


def test_the_filler_reaches_every_table() -> None:
    reached: set[str] = set()
    for seed in range(5):
        with store(seed, rows=20) as one:
            found = content(one)
            reached |= {name for name, rows in found.items() if rows}
    assert reached == set(found)


@settings(max_examples=25)
@given(SEEDS)
def test_a_second_import_changes_nothing(seed: int) -> None:
    with store(seed, "a") as one, store(seed, "b") as other:
        export = exported(other)
        merge(one, export)
        before = content(one), numbers(one)
        again = merge(one, export)
        assert not again.writes
        assert (content(one), numbers(one)) == before


@contextmanager
def apart(seed: int, names: str) -> Iterator[list[sqlite3.Connection]]:
    """Computers that had one state once and have since gone on by themselves."""
    with ExitStack() as stack:
        with store(seed, rows=4) as origin:
            export = exported(origin)
        found = []
        for name in names:
            computer = stack.enter_context(store())
            merge(computer, export)
            filling.change(computer, seed, name)
            filling.fill(computer, seed, 2, name)
            found.append(computer)
        yield found


@settings(max_examples=25)
@given(SEEDS)
def test_two_computers_that_exchange_files_come_to_the_same(seed: int) -> None:
    with apart(seed, "ab") as (one, other):
        first, second = exported(one), exported(other)
        merge(one, second)
        merge(other, first)
        assert content(one) == content(other)


@settings(max_examples=10)
@given(SEEDS)
def test_three_computers_come_to_the_same_whoever_meets_first(seed: int) -> None:
    with apart(seed, "abc") as (a, b, c), apart(seed, "abc") as (x, y, z):
        merge(a, exported(b))
        merge(a, exported(c))
        merge(y, exported(z))
        merge(x, exported(y))
        assert content(a) == content(x)


@contextmanager
def apart_with_deletions(seed: int, names: str) -> Iterator[list[sqlite3.Connection]]:
    """The same, and each has also deleted some of what it had."""
    with apart(seed, names) as found:
        for name, computer in zip(names, found, strict=True):
            for trigger in compiled.TRIGGERS:
                computer.execute(trigger)
            filling.delete(computer, seed, name)
        yield found


@settings(max_examples=25)
@given(SEEDS)
def test_two_computers_agree_on_what_is_deleted(seed: int) -> None:
    with apart_with_deletions(seed, "ab") as (one, other):
        first, second = exported(one), exported(other)
        merge(one, second)
        merge(other, first)
        kept = content(one), content(other)
        for each in kept:
            del each["deletions"]
        assert kept[0] == kept[1]
        assert not merge(one, second).writes


@settings(max_examples=5)
@given(SEEDS)
def test_three_computers_that_go_on_exchanging_agree_on_what_is_deleted(seed: int) -> None:
    with apart_with_deletions(seed, "abc") as found:
        for _round in range(2):
            for one in found:
                for other in found:
                    merge(one, exported(other))
        assert content(found[0]) == content(found[1]) == content(found[2])


def holiday(connection: sqlite3.Connection, uid: str, day: str, at: str, name: str = "x") -> None:
    connection.execute(
        "INSERT INTO holidays (uid, created_at, changed_at, day, name, kind, cancelled) "
        "VALUES (?, ?, ?, ?, ?, 'agency', 0) ON CONFLICT (uid) DO UPDATE "
        "SET day = excluded.day, changed_at = excluded.changed_at, name = excluded.name",
        [uid, f"2026-01-{at}T00:00:00Z", f"2026-01-{at}T00:00:00Z", day, name],
    )


def days(connection: sqlite3.Connection) -> dict[str, str]:
    return dict(connection.execute("SELECT uid, day FROM holidays").fetchall())


def test_rows_that_move_up_one_after_the_other_all_move() -> None:
    with store() as here, store() as there:
        for place, uid in enumerate("abc", 1):
            holiday(here, uid, f"2026-03-0{place}", "01")
            holiday(there, uid, f"2026-03-0{place + 1}", "02")
        found = merge(here, exported(there))
        assert days(here) == {"a": "2026-03-02", "b": "2026-03-03", "c": "2026-03-04"}
        assert {each.table: each.changed for each in found.tallies if each.changed} == {
            "holidays": 3
        }
        assert not merge(here, exported(there)).writes


def test_rows_that_change_places_stay_and_are_told() -> None:
    with store() as here, store() as there:
        holiday(here, "a", "2026-03-01", "01")
        holiday(here, "b", "2026-03-02", "01")
        holiday(there, "a", "2026-03-02", "02")
        holiday(there, "b", "2026-03-01", "02")
        before = days(here)
        found = merge(here, exported(there))
        assert days(here) == before
        assert [each.likeness for each in found.differences] == [Likeness.TAKEN, Likeness.TAKEN]
        assert not any(each.taken for each in found.differences)


def test_what_referred_to_either_of_two_rows_refers_to_the_one_that_stays() -> None:
    review = (
        "INSERT INTO weekly_reviews (uid, created_at, changed_at, week, started_at, step, learned) "
        "VALUES (?, ?, ?, '2026-W48', '2026-11-27T08:00:00Z', 'learned', ?)"
    )
    item = (
        "INSERT INTO review_items (uid, created_at, changed_at, review_id, kind, position, text, "
        "settled) VALUES (?, ?, ?, 1, 'win', ?, ?, 0)"
    )
    early, late = "2026-11-27T08:00:00Z", "2026-11-27T09:00:00Z"
    with store() as here, store() as there:
        here.execute(review, ["r1", early, early, "lama"])
        here.execute(item, ["i1", early, early, 0, "menang lama"])
        here.execute(item, ["i2", early, early, 1, "yang kedua"])
        there.execute(review, ["r2", late, late, "baru"])
        there.execute(item, ["j1", late, late, 0, "menang baru"])
        merge(here, exported(there))
        assert here.execute("SELECT uid, learned FROM weekly_reviews").fetchall()[0][:] == (
            "r2",
            "baru",
        )
        assert [row[0] for row in here.execute("SELECT text FROM review_items")] == ["menang baru"]


def test_at_the_same_second_what_says_more_stays() -> None:
    with store() as here, store() as there:
        there.execute(
            "INSERT INTO targets "
            "(uid, created_at, changed_at, title, year, first_month, last_month, archived) VALUES "
            "('t', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'RHK', 2026, 1, 12, 0)"
        )
        task = (
            "INSERT INTO tasks (uid, created_at, changed_at, title, status, important, urgent, "
            "triaged, element, postponed, target_id) VALUES ('x', '2026-01-01T00:00:00Z', "
            "'2026-01-01T00:00:00Z', 'A', 'open', 0, 0, 0, 'work', 0, ?)"
        )
        here.execute(task, [None])
        there.execute(task, [1])
        merge(here, exported(there))
        assert here.execute("SELECT target_id FROM tasks").fetchone()[0] == 1
        assert not merge(there, exported(here)).writes


def test_a_number_that_was_given_here_once_is_not_given_again() -> None:
    with store() as here, store() as there:
        for number in (1, 2, 3):
            holiday(here, f"h{number}", f"2026-03-0{number}", "01")
        here.execute("DELETE FROM holidays WHERE uid = 'h3'")
        for number in range(1, 6):
            holiday(there, f"t{number}", f"2026-04-0{number}", "01")
        merge(here, exported(there))
        assert dict(here.execute("SELECT uid, id FROM holidays").fetchall()) == {
            "h1": 1,
            "h2": 2,
            "t4": 4,
            "t5": 5,
            "t1": 6,
            "t2": 7,
            "t3": 8,
        }
