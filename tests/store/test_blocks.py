"""Blocks in a real store: what is kept comes back, series are expanded, days add up."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keseimbangan.domain.blocks import Block, BlockKind, WorkLocation
from keseimbangan.domain.elements import Element
from keseimbangan.domain.period import DaySpan, Period, day_of
from keseimbangan.domain.recurrence import occurrences
from keseimbangan.errors.store import NoSuchNumber
from keseimbangan.store import compiled, database
from keseimbangan.store.blocks import Blocks, running_block
from keseimbangan.store.database import Database
from tests.domain.block_examples import MONDAY, at, block, clock, done, series
from tests.store.block_shelf import NOW, WEEK, fill, fresh, slow


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store" / "keseimbangan.db"


@pytest.fixture
def shelf(path: Path) -> Iterator[Blocks]:
    with database.changing(path, NOW) as db:
        yield Blocks(db)


def keys(blocks: list[Block]) -> list[tuple[int | None, date]]:
    return [(each.number, each.day) for each in blocks]


class TestOneRow:
    """Row, block, row."""

    def test_a_block_comes_back_as_it_was_kept(self, shelf):
        whole = replace(
            done(block("08:00", "10:00", None), "08:10", "09:50"),
            title="Telaah",
            element=Element.GROWTH,
            kind=BlockKind.FOCUS,
            protected=True,
            location=WorkLocation.HOME,
            note="Baris satu\nbaris dua",
        )
        kept = shelf.add(whole)
        assert kept == replace(whole, number=kept.number)
        assert shelf.get(kept.number) == kept

    @slow
    @given(st.data())
    def test_any_series_comes_back_as_it_was_kept(self, data):
        with fresh() as shelf:
            kept = shelf.add(data.draw(series()))
            assert shelf.get(kept.number) == kept

    def test_a_number_that_does_not_exist_is_said(self, shelf):
        with pytest.raises(NoSuchNumber):
            shelf.get(99)

    def test_a_block_without_a_number_is_new(self, shelf):
        kept = shelf.save(block("08:00", "09:00", None))
        assert shelf.save(replace(kept, title="Lain")).number == kept.number
        assert shelf.get(kept.number).title == "Lain"

    def test_a_deleted_block_is_gone(self, shelf):
        kept = shelf.add(block("08:00", "09:00", None))
        shelf.delete(kept)
        assert shelf.on(WEEK) == []


class TestDays:
    """What is on some days, and what shares an instant with a period."""

    def test_a_night_is_on_both_of_its_days(self, shelf):
        kept = shelf.add(block("22:00", "01:00", None))
        assert shelf.on(day_of(MONDAY)) == [kept]
        assert shelf.on(day_of(MONDAY + timedelta(days=1))) == [kept]
        assert shelf.on(day_of(MONDAY + timedelta(days=2))) == []

    def test_a_recurring_night_is_on_both_of_its_days(self, shelf):
        shelf.add(block("22:00", "01:00", None, rule="FREQ=WEEKLY"))
        tuesday = shelf.on(day_of(date(2026, 12, 1)))
        assert [each.day for each in tuesday] == [date(2026, 11, 30)]

    @pytest.mark.parametrize("zone", ["Asia/Jakarta", "Asia/Jayapura", "America/New_York"])
    def test_a_block_is_on_the_day_of_its_own_zone(self, shelf, zone):
        kept = shelf.add(block("00:15", "01:00", None, zone=zone))
        late = shelf.add(block("23:00", "23:45", None, uid="late", zone=zone))
        assert shelf.on(day_of(MONDAY)) == [kept, late]

    def test_blocks_come_by_start(self, shelf):
        late = shelf.add(block("10:00", "11:00", None))
        daily = shelf.add(block("09:00", "09:30", None, uid="d", rule="FREQ=DAILY"))
        early = shelf.add(block("08:00", "09:00", None, uid="e"))
        found = shelf.on(day_of(MONDAY))
        assert [each.number for each in found] == [early.number, daily.number, late.number]

    def test_an_occurrence_on_a_day_carries_the_number_of_its_series(self, shelf):
        kept = shelf.add(block("07:30", "08:00", None, rule="FREQ=WEEKLY;BYDAY=MO,TH"))
        found = shelf.on(WEEK)
        assert keys(found) == [(kept.number, MONDAY), (kept.number, date(2026, 11, 26))]
        assert all(each.virtual for each in found)

    def test_a_series_that_has_ended_or_not_begun_is_on_no_day(self, shelf):
        shelf.add(block("07:30", "08:00", None, rule="FREQ=DAILY;UNTIL=20261124T235959"))
        assert shelf.on(day_of(date(2026, 11, 25))) == []
        assert shelf.on(day_of(date(2026, 11, 22))) == []

    @slow
    @given(st.data())
    def test_a_span_of_days_is_the_union_of_its_days(self, data):
        with fresh() as shelf:
            fill(shelf, data)
            first = data.draw(st.dates(date(2026, 1, 1), date(2027, 1, 1)))
            days = DaySpan(first, first + timedelta(days=data.draw(st.integers(1, 9))))
            single = {
                (each.number, each.recurrence_id): each
                for day in days
                for each in shelf.on(day_of(day))
            }
            found = shelf.on(days)
            assert {(each.number, each.recurrence_id): each for each in found} == single
            assert len(found) == len(single)
            assert found == sorted(found, key=lambda b: (b.starts_at, b.ends_at, b.number))

    @slow
    @given(st.data())
    def test_what_shares_a_period_is_what_brute_force_finds(self, data):
        with fresh() as shelf:
            kept = fill(shelf, data)
            begin = datetime(2026, 6, 1, tzinfo=UTC) + timedelta(
                minutes=data.draw(st.integers(0, 400 * 24 * 60))
            )
            period = Period(begin, begin + timedelta(minutes=data.draw(st.integers(1, 4000))))
            wide = Period(clock("2024-01-01T00:00"), clock("2029-01-01T00:00"))
            everything = []
            for one in kept:
                if one.rule is None:
                    everything.append(one)
                else:
                    everything += occurrences(one, wide, shelf.taken(one, wide))
            brute = {(b.number, b.recurrence_id) for b in everything if b.period.overlaps(period)}
            found = shelf.during(period)
            assert {(b.number, b.recurrence_id) for b in found} == brute
            assert len(found) == len(brute)

    def test_a_week_costs_the_same_few_queries_whatever_is_in_it(self, shelf, monkeypatch):
        for number in range(20):
            shelf.add(block("08:00", "09:00", None, uid=f"s{number}", rule="FREQ=DAILY"))
            shelf.add(block("09:00", "10:00", None, uid=f"b{number}"))
        asked: list[str] = []
        read = Database.all
        monkeypatch.setattr(
            Database, "all", lambda db, sql, **values: asked.append(sql) or read(db, sql, **values)
        )
        assert len(shelf.on(WEEK)) == 160
        assert len(asked) == 3


class TestWhatElseRefersToBlocks:
    """Tasks, series of a day on, the block that runs."""

    def test_the_block_that_runs_is_the_planned_one_whose_time_it_is(self, shelf):
        db = shelf._db
        kept = shelf.add(block("08:00", "10:00", None))
        assert running_block(db, at("2026-11-23T07:59")) is None
        assert running_block(db, at("2026-11-23T08:00")) == kept
        assert running_block(db, at("2026-11-23T10:00")) is None

    def test_of_several_the_one_that_began_last_runs(self, shelf):
        db = shelf._db
        shelf.add(block("08:00", "12:00", None))
        daily = shelf.add(block("09:00", "10:00", None, uid="d", rule="FREQ=DAILY"))
        running = running_block(db, at("2026-11-24T09:30"))
        assert running is not None
        assert (running.number, running.day) == (daily.number, date(2026, 11, 24))

    def test_what_is_done_or_skipped_does_not_run(self, shelf):
        db: Database = shelf._db
        shelf.add(done(block("08:00", "10:00", None)))
        assert running_block(db, at("2026-11-23T09:00")) is None

    def test_series_are_listed_until_they_have_ended(self, shelf):
        ended = shelf.add(block("08:00", "09:00", None, rule="FREQ=DAILY;UNTIL=20261130T235959"))
        endless = shelf.add(block("10:00", "11:00", None, uid="e", rule="FREQ=DAILY"))
        assert shelf.series_from(date(2026, 11, 30)) == [ended, endless]
        assert shelf.series_from(date(2026, 12, 1)) == [endless]

    def test_an_untouched_occurrence_has_no_focus_of_its_own(self, shelf):
        daily = shelf.add(block("08:00", "09:00", None, rule="FREQ=DAILY"))
        assert shelf.focused_minutes(shelf.on(day_of(MONDAY))[0]) == 0
        assert shelf.focused_minutes(daily) == 0


def test_every_search_for_blocks_has_an_index(path):
    with database.changing(path, NOW) as db:
        for name in ("BLOCKS_BETWEEN", "SERIES_BETWEEN", "RECURRENCE_IDS_TAKEN", "GET_BLOCK"):
            sql = getattr(compiled, name)
            names = {"start", "end", "earliest", "first_day", "id"}
            values = dict.fromkeys(names, "2026") | {"series": json.dumps([1])}
            plan = [row["detail"] for row in db.all(f"EXPLAIN QUERY PLAN {sql}", **values)]
            assert not [step for step in plan if step.startswith("SCAN blocks")], (name, plan)
