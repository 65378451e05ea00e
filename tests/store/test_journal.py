"""The stress journal in a real store."""

import dataclasses
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from keseimbangan.domain.journal import StressEntry
from keseimbangan.domain.period import month_of, week_name
from keseimbangan.errors.store import NoSuchNumber
from keseimbangan.store import database
from keseimbangan.store.journal import Journal

NOW = datetime(2026, 11, 27, 8, 30, tzinfo=UTC)
WIB = "Asia/Jakarta"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "keseimbangan.db"


@contextmanager
def journal(path: Path) -> Iterator[Journal]:
    with database.changing(path, NOW) as db:
        yield Journal(db)


def entry(uid: str = "e1", weeks_ago: int = 0, **told: object) -> StressEntry:
    at = NOW - timedelta(weeks=weeks_ago)
    values = {"number": None, "week": week_name(at.date()), "written_at": at, "level": 5, **told}
    return StressEntry(uid=uid, zone=WIB, **values)  # type: ignore[arg-type]


FULL = entry(
    triggers=("rapat", "suara bor"),
    main_cause="Rapat beruntun",
    coping="Jalan kaki",
    helped=0,
    demand=10,
    control=3,
    note="Baris satu\nbaris dua 😀 [bold]",
)


def test_an_entry_comes_back_as_it_was_kept(path: Path):
    with journal(path) as shelf:
        kept = shelf.add(FULL)
    assert kept == dataclasses.replace(FULL, number=1)
    with journal(path) as shelf:
        assert shelf.get(1) == kept


def test_a_number_that_does_not_exist_is_said(path: Path):
    with journal(path) as shelf, pytest.raises(NoSuchNumber):
        shelf.get(1)


def test_what_was_changed_is_kept_with_its_triggers_in_order(path: Path):
    with journal(path) as shelf:
        kept = shelf.add(FULL)
        changed = dataclasses.replace(kept, level=1, triggers=("audit", "rapat"), note=None)
        shelf.save(changed)
        assert shelf.get(1) == changed


def test_triggers_that_stay_keep_their_rows(path: Path):
    with journal(path) as shelf:
        kept = shelf.add(FULL)
    before = rows(path)
    with journal(path) as shelf:
        shelf.save(dataclasses.replace(kept, level=1))
    assert rows(path) == before


def test_an_entry_that_comes_back_has_the_same_trigger_rows(path: Path):
    with journal(path) as shelf:
        kept = shelf.add(FULL)
    before = [uid for _id, uid, *_rest in rows(path)]
    with journal(path) as shelf:
        shelf.delete(kept)
        shelf.add(FULL)
    assert [uid for _id, uid, *_rest in rows(path)] == before


def test_deleting_takes_the_triggers_along_and_no_number_comes_again(path: Path):
    with journal(path) as shelf:
        shelf.delete(shelf.add(FULL))
        assert shelf.all() == []
        assert shelf.trigger_names() == []
        assert shelf.add(entry("e2")).number == 2


def test_the_latest_come_newest_first(path: Path):
    with journal(path) as shelf:
        for weeks_ago in (2, 0, 1):
            shelf.add(entry(f"e{weeks_ago}", weeks_ago, triggers=(f"t{weeks_ago}",)))
        assert [(each.uid, each.triggers) for each in shelf.latest(2)] == [
            ("e0", ("t0",)),
            ("e1", ("t1",)),
        ]
        assert [each.uid for each in shelf.all()] == ["e2", "e1", "e0"]


def test_weeks_are_asked_for_by_name_both_included(path: Path):
    with journal(path) as shelf:
        for weeks_ago in range(5):
            shelf.add(entry(f"e{weeks_ago}", weeks_ago))
        found = shelf.of_weeks("2026-W45", "2026-W47")
        assert [each.uid for each in found] == ["e3", "e2", "e1"]


def test_a_month_has_the_entries_that_stand_on_its_days(path: Path):
    with journal(path) as shelf:
        shelf.add(entry("november"))
        shelf.add(entry("about october", week="2026-W44"))
        shelf.add(entry("october", 5))
        found = shelf.between(month_of(date(2026, 10, 15)))
        assert {each.uid for each in found} == {"about october", "october"}


def test_the_most_frequent_trigger_comes_first(path: Path):
    with journal(path) as shelf:
        shelf.add(entry("e1", triggers=("rapat", "bising")))
        shelf.add(entry("e2", triggers=("bising",)))
        assert shelf.trigger_names() == ["bising", "rapat"]


@pytest.mark.parametrize("column", ["level", "helped", "demand", "control"])
def test_the_store_itself_refuses_a_level_of_eleven(path: Path, column: str):
    with journal(path) as shelf:
        shelf.add(FULL)
    with closing(sqlite3.connect(path)) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(f"UPDATE stress_entries SET {column} = 11")


WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
TEXTS = st.none() | WORDS
LEVELS = st.none() | st.integers(0, 10)
ENTRIES = st.builds(
    StressEntry,
    number=st.none(),
    uid=st.uuids().map(str),
    week=st.dates(date(1970, 1, 1), date(2200, 1, 1)).map(week_name),
    written_at=st.integers(0, 7_258_118_400).map(lambda at: datetime.fromtimestamp(at, UTC)),
    zone=st.sampled_from(["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "Europe/Berlin"]),
    level=st.integers(0, 10),
    triggers=st.lists(WORDS, unique=True, max_size=5).map(tuple),
    main_cause=TEXTS,
    coping=TEXTS,
    helped=LEVELS,
    demand=LEVELS,
    control=LEVELS,
    note=TEXTS,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ENTRIES, max_size=4, unique_by=lambda each: each.uid))
def test_any_entry_survives_the_store(path: Path, entries: list[StressEntry]):
    with journal(path) as shelf:
        kept = [shelf.add(each) for each in entries]
        assert [shelf.get(each.number or 0) for each in kept] == kept
        for each in kept:
            shelf.delete(each)


def rows(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT * FROM stress_triggers ORDER BY id").fetchall()
