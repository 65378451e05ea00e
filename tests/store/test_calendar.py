"""The ledger on a real file, and which blocks an export of some days has to do with."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from keseimbangan.domain.blocks import Block, BlockStatus
from keseimbangan.domain.calendar import Exported, Key
from keseimbangan.domain.period import DaySpan, Period, instant, week_of
from keseimbangan.domain.recurrence import as_changed, occurrence, split
from keseimbangan.store import database
from keseimbangan.store.blocks import Blocks
from keseimbangan.store.calendar import Gathered, Ledger, gather
from keseimbangan.store.database import Database
from keseimbangan.store.files import STORE

ZONE = "Asia/Jakarta"
NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
MONDAY = date(2026, 11, 23)
WEEK = week_of(MONDAY)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / STORE


@contextmanager
def opened(store: Path) -> Iterator[Database]:
    with database.changing(store, NOW) as db:
        yield db


def block(uid: str, day: date = MONDAY, start: str = "08:00", end: str = "09:00") -> Block:
    return Block(
        None,
        uid,
        f"Blok {uid}",
        instant(day, time.fromisoformat(start), ZONE),
        instant(day, time.fromisoformat(end), ZONE),
        ZONE,
    )


def series(uid: str = "s", rule: str = "FREQ=WEEKLY;BYDAY=MO") -> Block:
    return replace(block(uid), rule=rule)


def on(weekday: int, weeks: int = 0) -> date:
    return MONDAY + timedelta(days=weekday, weeks=weeks)


def entry(key: Key, starts_at: datetime, number: int | None = None) -> Exported:
    ends_at = starts_at + timedelta(hours=1)
    uid = f"{key.block}-{key.day}@keseimbangan"
    return Exported(number, uid, key, 1, 0, "d", NOW, "Blok", starts_at, ends_at)


def given(db: Database, block: Block, key: Key) -> Exported:
    return Ledger(db).promise(entry(key, block.starts_at))


def keys(gathered: Gathered) -> set[Key]:
    return {key for key, _block in gathered.blocks}


def gone(gathered: Gathered) -> set[Key]:
    return {one.key for one in gathered.vanished}


class TestLedger:
    def test_an_entry_comes_back_as_it_was(self, store: Path) -> None:
        with opened(store) as db:
            kept = Ledger(db).promise(entry(Key("b", "2026-11-23"), NOW))
        with opened(store) as db:
            assert Ledger(db).of(["b"]) == [kept]
            assert kept.number == 1

    def test_a_ledger_is_empty_until_something_was_exported(self, store: Path) -> None:
        with opened(store) as db:
            assert Ledger(db).is_empty
            Ledger(db).promise(entry(Key("b"), NOW))
            assert not Ledger(db).is_empty

    def test_a_uid_that_was_given_stays_known_after_removal(self, store: Path) -> None:
        with opened(store) as db:
            kept = Ledger(db).promise(entry(Key("b"), NOW))
            Ledger(db).remove(kept, NOW)
            assert Ledger(db).has_given(kept.uid)
            assert not Ledger(db).has_given("other@keseimbangan")
            assert Ledger(db).of(["b"]) == [replace(kept, removed_at=NOW)]

    def test_a_promise_is_kept_only_as_long_as_no_other_was_made(self, store: Path) -> None:
        with opened(store) as db:
            ledger = Ledger(db)
            first = ledger.promise(replace(entry(Key("b"), NOW), digest=""))
            second = ledger.promise(replace(first, sequence=1))
            ledger.confirm(replace(first, digest="first"))
            assert ledger.of(["b"]) == [second]
            ledger.confirm(replace(second, digest="second"))
            assert ledger.of(["b"]) == [replace(second, digest="second")]

    def test_entries_are_found_by_the_time_they_were_last_given(self, store: Path) -> None:
        with opened(store) as db:
            first = Ledger(db).promise(entry(Key("a"), NOW))
            Ledger(db).promise(entry(Key("b"), NOW + timedelta(hours=1)))
            assert Ledger(db).between(Period(NOW, NOW + timedelta(hours=1))) == [first]

    def test_a_ledger_asks_for_nothing_when_nothing_is_asked(self, store: Path) -> None:
        with opened(store) as db:
            assert Ledger(db).of([]) == []


class TestGathering:
    def test_blocks_belong_to_the_day_on_which_they_begin(self, store: Path) -> None:
        with opened(store) as db:
            Blocks(db).add(block("inside"))
            Blocks(db).add(block("before", on(-1)))
            late = replace(block("late", on(6), "22:00", "23:00"))
            Blocks(db).add(replace(late, ends_at=late.ends_at + timedelta(hours=2)))
            Blocks(db).add(block("after", on(7)))
            assert keys(gather(db, WEEK, ZONE)) == {Key("inside"), Key("late")}
            assert keys(gather(db, week_of(on(7)), ZONE)) == {Key("after")}

    def test_the_day_is_that_of_the_blocks_own_zone(self, store: Path) -> None:
        with opened(store) as db:
            # Monday 01.00 in Jayapura is Sunday 23.00 in Jakarta.
            start = instant(MONDAY, time(1), "Asia/Jayapura")
            early = Block(None, "j", "Pagi", start, start + timedelta(hours=1), "Asia/Jayapura")
            Blocks(db).add(early)
            assert keys(gather(db, WEEK, ZONE)) == {Key("j")}

    def test_skipped_blocks_are_left_out_and_vanish(self, store: Path) -> None:
        with opened(store) as db:
            kept = Blocks(db).add(block("b"))
            given(db, kept, Key("b"))
            Blocks(db).save(replace(kept, status=BlockStatus.SKIPPED))
            gathered = gather(db, WEEK, ZONE)
            assert (keys(gathered), gone(gathered)) == (set(), {Key("b")})

    def test_deleted_blocks_vanish_once(self, store: Path) -> None:
        with opened(store) as db:
            kept = Blocks(db).add(block("b"))
            noted = given(db, kept, Key("b"))
            Blocks(db).delete(kept)
            assert gone(gather(db, WEEK, ZONE)) == {Key("b")}
            Ledger(db).remove(noted, NOW)
            assert gone(gather(db, WEEK, ZONE)) == set()

    def test_what_vanished_on_other_days_is_left_to_their_export(self, store: Path) -> None:
        with opened(store) as db:
            kept = Blocks(db).add(block("b", on(8)))
            given(db, kept, Key("b"))
            Blocks(db).delete(kept)
            assert gone(gather(db, WEEK, ZONE)) == set()

    @pytest.mark.parametrize("days", [7, 8, 30, 400])
    def test_a_block_that_moved_out_of_the_days_comes_along(self, store: Path, days: int) -> None:
        with opened(store) as db:
            kept = Blocks(db).add(block("b"))
            noted = given(db, kept, Key("b"))
            moved = Blocks(db).save(replace(block("b", on(days)), number=kept.number))
            gathered = gather(db, WEEK, ZONE)
            assert gathered.blocks == [(Key("b"), moved)]
            assert noted in gathered.entries
            assert gathered.vanished == []

    def test_a_block_that_moved_into_the_days_brings_its_entry(self, store: Path) -> None:
        with opened(store) as db:
            kept = Blocks(db).add(block("b", on(100)))
            noted = given(db, kept, Key("b"))
            Blocks(db).save(replace(block("b"), number=kept.number))
            gathered = gather(db, WEEK, ZONE)
            assert keys(gathered) == {Key("b")}
            assert gathered.entries == [noted]

    def test_occurrences_are_known_by_series_and_day(self, store: Path) -> None:
        with opened(store) as db:
            Blocks(db).add(series(rule="FREQ=DAILY"))
            expected = {Key("s", on(day).isoformat()) for day in range(7)}
            assert keys(gather(db, WEEK, ZONE)) == expected

    def test_a_changed_occurrence_keeps_the_key_of_its_day(self, store: Path) -> None:
        with opened(store) as db:
            whole = Blocks(db).add(series())
            first = occurrence(whole, whole.wall.start)
            changed = replace(as_changed(first, "other"), title="Lain")
            Blocks(db).add(changed)
            [(key, found)] = gather(db, WEEK, ZONE).blocks
            assert (key, found.title) == (Key("s", "2026-11-23"), "Lain")

    def test_an_occurrence_that_moved_far_away_comes_along(self, store: Path) -> None:
        with opened(store) as db:
            whole = Blocks(db).add(series())
            first = occurrence(whole, whole.wall.start)
            given(db, first, Key("s", "2026-11-23"))
            far = timedelta(days=40)
            moved = as_changed(first, "other")
            moved = replace(moved, starts_at=moved.starts_at + far, ends_at=moved.ends_at + far)
            Blocks(db).add(moved)
            gathered = gather(db, WEEK, ZONE)
            assert keys(gathered) == {Key("s", "2026-11-23")}
            assert gone(gathered) == set()

    def test_an_excluded_occurrence_vanishes_alone(self, store: Path) -> None:
        with opened(store) as db:
            whole = Blocks(db).add(series(rule="FREQ=DAILY"))
            for day in (0, 1):
                one = occurrence(whole, whole.wall.start + timedelta(days=day))
                given(db, one, Key("s", on(day).isoformat()))
            Blocks(db).exclude(occurrence(whole, whole.wall.start), "x")
            gathered = gather(db, WEEK, ZONE)
            assert gone(gathered) == {Key("s", "2026-11-23")}
            assert Key("s", "2026-11-24") in keys(gathered)

    def test_a_divided_series_shows_both_sides_of_the_division(self, store: Path) -> None:
        with opened(store) as db:
            whole = Blocks(db).add(series(rule="FREQ=DAILY"))
            given(db, occurrence(whole, whole.wall.start), Key("s", "2026-11-23"))
            wednesday = whole.wall.start + timedelta(days=2)
            given(db, occurrence(whole, wednesday), Key("s", "2026-11-25"))
            head, tail = split(whole, wednesday, "t")
            assert head is not None
            Blocks(db).save(head)
            Blocks(db).save(tail)
            gathered = gather(db, WEEK, ZONE)
            assert gone(gathered) == {Key("s", "2026-11-25")}
            assert Key("t", "2026-11-25") in keys(gathered)

    def test_a_series_keeps_its_hour_through_a_change_of_offset(self, store: Path) -> None:
        berlin = "Europe/Berlin"
        with opened(store) as db:
            start = instant(date(2026, 10, 23), time(8), berlin)
            daily = Block(None, "d", "Pagi", start, start + timedelta(hours=1), berlin)
            Blocks(db).add(replace(daily, rule="FREQ=DAILY"))
            days = DaySpan(date(2026, 10, 24), date(2026, 10, 27))
            starts = [block.starts_at for _key, block in gather(db, days, berlin).blocks]
            assert [start.isoformat() for start in starts] == [
                "2026-10-24T06:00:00+00:00",
                "2026-10-25T07:00:00+00:00",
                "2026-10-26T07:00:00+00:00",
            ]
