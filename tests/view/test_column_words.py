"""What is shown of two versions of a row: what the store holds, as a person reads it."""

import sqlite3
from contextlib import closing
from typing import Any

import pytest

from keseimbangan.domain.merging import FieldDifference
from keseimbangan.store import compiled
from keseimbangan.store.tables import Row
from keseimbangan.view.column_words import readable, unread
from tests.in_process import Imbang
from tests.store import filling

ZONE = "Asia/Jakarta"
MOMENT = ("2026-11-23T00:30:00Z", "Sen 23 Nov 07.30")
DAY = ("2026-11-27", "Jum 27 Nov")
# What a column holds, and what is shown of it.
SHOWN: dict[str, tuple[Any, str]] = {
    **dict.fromkeys(("title", "name", "partner", "delegate_to"), ("Bu\x1b[2J Ani", "Bu␛[2J Ani")),
    **dict.fromkeys(("starts_at", "ends_at", "started_at", "ended_at", "done_at"), MOMENT),
    **dict.fromkeys(("due", "not_before", "delegate_follow_up", "follow_up", "day"), DAY),
    **dict.fromkeys(("first", "last", "last_day"), DAY),
    **dict.fromkeys(("important", "urgent", "protected", "archived", "cancelled"), (1, "ya")),
    "estimate_minutes": (90, "1 j 30 m"),
    "element": ("recovery", "pulih"),
    "location": ("home", "rumah"),
    "impact": ("high", "tinggi"),
    "tasks.status": ("delegated", "didelegasikan"),
    "tasks.kind": ("ad_hoc", "mendadak"),
    "blocks.status": ("skipped", "dilewati"),
    "blocks.kind": ("administration", "administrasi"),
}


def columns(table: str) -> list[str]:
    return [column.name for column in Row.metadata.tables[table].columns]


@pytest.mark.parametrize("table", compiled.TABLES)
def test_what_differs_is_shown_in_words_or_only_named(table: str) -> None:
    for column in columns(table):
        nothing = FieldDifference(column, None, None)
        if readable(table, nothing, ZONE) is None:
            assert len(unread(table, [nothing])) == 1, column
            continue
        stored, text = SHOWN.get(f"{table}.{column}") or SHOWN[column]
        sides = readable(table, FieldDifference(column, stored, None), ZONE)
        assert sides is not None
        assert sides[1:] == (text, "–"), column
        assert unread(table, [nothing]) == []


def test_a_flag_that_is_not_set_says_no() -> None:
    assert readable("tasks", FieldDifference("urgent", 0, 1), ZONE) == ("mendesak", "tidak", "ya")


@pytest.mark.parametrize("table", ["stress_entries", "weekly_reviews", "monthly_reflections"])
def test_of_journal_and_reviews_nothing_is_shown(table: str) -> None:
    found = [FieldDifference(column, "2026-11-23", None) for column in columns(table)]
    assert [each for each in found if readable(table, each, ZONE)] == []


def test_whatever_a_store_holds_is_shown_on_one_line(imbang: Imbang) -> None:
    imbang("tugas", "tambah", "X").ok()
    with closing(sqlite3.connect(imbang.store)) as connection:
        connection.row_factory = sqlite3.Row
        filling.fill(connection, 5, 6)
        rows = [
            (table, dict(row))
            for table in compiled.TABLES
            for row in connection.execute(f"SELECT * FROM {table}").fetchall()
        ]
    shown = [
        sides[1]
        for table, row in rows
        for name, value in row.items()
        if (sides := readable(table, FieldDifference(name, value, None), ZONE))
    ]
    assert len(shown) > 100
    assert [text for text in shown if text.splitlines() != [text] or "\x1b" in text] == []
