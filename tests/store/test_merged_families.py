"""What belongs to a row that was deleted elsewhere, where no command deletes such a row yet."""

import sqlite3

import pytest

from tests.store.test_merging import exported, merge, store

FIRST, GONE, LAST = (f"2026-01-0{day}T00:00:00Z" for day in (1, 2, 3))


def target(connection: sqlite3.Connection, number: int) -> None:
    connection.execute(
        "INSERT INTO targets "
        "(id, uid, created_at, changed_at, title, year, first_month, last_month, archived) "
        "VALUES (?, ?, ?, ?, 'RHK', 2026, 1, 12, 0)",
        [number, f"t{number}", FIRST, FIRST],
    )


def indicator(connection: sqlite3.Connection, uid: str, of: int, at: str) -> None:
    connection.execute(
        "INSERT INTO indicators "
        "(uid, created_at, changed_at, target_id, aspect, name, amount, unit) "
        "VALUES (?, ?, ?, ?, 'quantity', 'x', 1, 'surat')",
        [uid, FIRST, at, of],
    )


def gone(connection: sqlite3.Connection, table: str, uid: str, at: str = GONE) -> None:
    connection.execute(
        "INSERT INTO deletions (uid, created_at, changed_at, table_name) VALUES (?, ?, ?, ?)",
        [uid, at, at, table],
    )


def uids(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute("SELECT uid FROM targets UNION SELECT uid FROM indicators")
    return sorted(row["uid"] for row in rows)


@pytest.mark.parametrize(
    ("stamp", "own_deletion", "kept"),
    [
        # A newer indicator keeps its target, and the one that was deleted with it.
        (LAST, GONE, ["a", "b", "t1"]),
        # What was deleted by itself before does not come back.
        (LAST, FIRST, ["a", "t1"]),
        (FIRST, GONE, []),
    ],
)
def test_a_target_goes_or_stays_with_its_indicators(
    stamp: str, own_deletion: str, kept: list[str]
) -> None:
    with store() as here, store() as there:
        target(here, 1)
        indicator(here, "a", 1, stamp)
        indicator(here, "b", 1, FIRST)
        gone(there, "targets", "t1")
        gone(there, "indicators", "b", own_deletion)
        first, second = exported(here), exported(there)
        merge(here, second)
        merge(there, first)
        assert uids(here) == uids(there) == kept
        assert not merge(here, second).writes
        assert not merge(there, first).writes


def test_what_belongs_to_another_one_by_now_keeps_nothing() -> None:
    with store() as here, store() as there:
        for number in (1, 2):
            target(here, number)
        target(there, 2)
        indicator(here, "a", 1, LAST)
        indicator(there, "a", 2, "2026-01-04T00:00:00Z")
        gone(there, "targets", "t1")
        first, second = exported(here), exported(there)
        merge(here, second)
        merge(there, first)
        assert uids(here) == uids(there) == ["a", "t2"]
        assert not merge(here, second).writes
