"""Blocks in a real store: what is kept comes back, series are expanded, days add up."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from keseimbangan.domain.blocks import Block, BlockKind, BlockStatus, WorkLocation
from keseimbangan.domain.elements import Element
from keseimbangan.domain.period import DaySpan, Period, day_of, week_of
from keseimbangan.domain.recurrence import occurrence, occurrences, split
from keseimbangan.errors.store import NoSuchNumber
from keseimbangan.store import compiled, database
from keseimbangan.store.blocks import Blocks, running_block
from keseimbangan.store.database import Database
from tests.domain.block_examples import MONDAY, at, block, clock, done, series

NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
WEEK = week_of(MONDAY)
YEAR = Period(clock("2026-01-01T00:00"), clock("2027-01-01T00:00"))
# A store takes a moment to make.
slow = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store" / "keseimbangan.db"


@pytest.fixture
def shelf(path: Path) -> Iterator[Blocks]:
    with database.changing(path, NOW) as db:
        yield Blocks(db)


@contextmanager
def fresh() -> Iterator[Blocks]:
    """A shelf of its own for one example among many."""
    with (
        tempfile.TemporaryDirectory() as place,
        database.changing(Path(place) / "keseimbangan.db", NOW) as db,
    ):
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


def fill(shelf: Blocks, data: st.DataObject) -> list[Block]:
    """Some series, some of their occurrences changed and excluded, some single blocks."""
    kept = []
    for number in range(data.draw(st.integers(0, 3))):
        one = shelf.add(replace(data.draw(series()), number=None, uid=f"s{number}"))
        kept.append(one)
        for each in data.draw(some_of(occurrences(one, YEAR))):
            fate = data.draw(st.sampled_from(["excluded", "moved", "done"]))
            if fate == "excluded":
                shelf.exclude(each, f"x{number}{each.recurrence_id}")
                continue
            step = timedelta(hours=data.draw(st.integers(-100, 100))) if fate == "moved" else None
            changed = (
                replace(each, starts_at=each.starts_at + step, ends_at=each.ends_at + step)
                if step
                else replace(each, status=BlockStatus.DONE)
            )
            kept.append(shelf.keep(changed, f"c{number}{each.recurrence_id}"))
    for number in range(data.draw(st.integers(0, 4))):
        day = data.draw(st.dates(date(2026, 1, 1), date(2027, 1, 1)))
        kept.append(shelf.add(block("21:00", "02:00", None, uid=f"b{number}", day=day)))
    return kept


def some_of(found: list[Block]) -> st.SearchStrategy[list[Block]]:
    by_start = st.lists(
        st.sampled_from(found), max_size=3, unique_by=lambda each: each.recurrence_id
    )
    return by_start if found else st.just([])


class TestChangedOccurrences:
    """Occurrences with a row of their own, and those that are nowhere."""

    @pytest.fixture
    def apel(self, shelf: Blocks) -> Block:
        return shelf.add(block("07:30", "08:00", None, uid="apel", rule="FREQ=WEEKLY;BYDAY=MO"))

    def nth(self, apel: Block, weeks: int) -> Block:
        return occurrence(apel, apel.wall.start + timedelta(weeks=weeks))

    def test_an_untouched_occurrence_is_given_a_row_when_it_is_changed(self, shelf, apel):
        kept = shelf.keep(replace(self.nth(apel, 1), title="Apel gabungan"), "own")
        assert kept.number not in (None, apel.number)
        assert shelf.get(kept.number).uid == "own"
        assert [each.title for each in shelf.on(day_of(date(2026, 11, 30)))] == ["Apel gabungan"]

    def test_what_has_a_row_is_kept_in_it(self, shelf, apel):
        kept = shelf.keep(self.nth(apel, 1), "own")
        again = shelf.keep(replace(kept, title="Lain"), "unused")
        assert (again.number, again.uid) == (kept.number, "own")

    def test_an_occurrence_is_given_a_row_to_be_referred_to(self, shelf, apel):
        first = self.nth(apel, 0)
        kept = shelf.materialised(first, "own")
        assert kept == replace(first, number=kept.number, uid="own")
        assert shelf.on(day_of(MONDAY)) == [kept]

    def test_what_has_a_row_needs_no_other(self, shelf, apel):
        kept = shelf.materialised(self.nth(apel, 0), "own")
        assert shelf.materialised(kept, "unused") == kept
        single = shelf.add(block("13:00", "14:00", None, uid="single"))
        assert shelf.materialised(single, "unused") == single

    def test_an_excluded_occurrence_is_nowhere(self, shelf, apel):
        shelf.exclude(self.nth(apel, 1), "x")
        assert shelf.on(day_of(date(2026, 11, 30))) == []
        assert shelf.taken(apel, Period(clock("2026-11-01T00:00"), clock("2027-01-01T00:00"))) == {
            clock("2026-11-30T07:30")
        }

    def test_with_a_series_go_its_changes(self, shelf, apel):
        shelf.keep(self.nth(apel, 1), "own")
        shelf.exclude(self.nth(apel, 2), "x")
        shelf.delete(apel)
        assert shelf.on(DaySpan(MONDAY, date(2027, 1, 1))) == []

    def test_changes_and_exclusions_go_with_the_part_of_the_series_they_belong_to(
        self, shelf, apel
    ):
        before = shelf.keep(replace(self.nth(apel, 1), title="Dulu"), "c1")
        after = shelf.keep(replace(self.nth(apel, 3), title="Kelak"), "c3")
        shelf.exclude(self.nth(apel, 4), "x4")
        everything = [self.shown(b) for b in shelf.on(DaySpan(MONDAY, date(2027, 3, 1)))]
        start = self.nth(apel, 2).recurrence_id
        head, tail = split(apel, start, "tail")
        shelf.save(head)
        kept = shelf.save(tail)
        shelf.hand_over(apel, kept, start)
        assert [self.shown(b) for b in shelf.on(DaySpan(MONDAY, date(2027, 3, 1)))] == everything
        assert shelf.get(before.number).series == apel.number
        assert shelf.get(after.number).series == kept.number

    def shown(self, one: Block) -> tuple[str, datetime, bool]:
        return one.title, one.starts_at, one.virtual

    @slow
    @given(st.data())
    def test_a_series_split_and_handed_over_shows_the_same_days(self, data):
        with fresh() as shelf:
            days = DaySpan(date(2025, 12, 1), date(2027, 8, 1))
            rows = [one for one in fill(shelf, data) if one.rule is not None]
            before = sorted(self.shown(b) for b in shelf.on(days))
            for one in rows:
                if found := occurrences(one, YEAR):
                    self.split(shelf, one, data.draw(st.sampled_from(found)))
            assert sorted(self.shown(b) for b in shelf.on(days)) == before

    def split(self, shelf: Blocks, one: Block, at_: Block) -> None:
        start = at_.recurrence_id
        head, tail = split(one, start, f"tail of {one.number}")
        # An hour that a zone skips on that day cannot begin a series.
        if head is not None and tail.wall.start == start:
            shelf.save(head)
            shelf.hand_over(one, shelf.save(tail), start)

    def test_another_hour_for_all_keeps_what_was_excluded(self, shelf, apel):
        shelf.exclude(self.nth(apel, 1), "x")
        later = shelf.save(
            replace(
                apel,
                starts_at=apel.starts_at + timedelta(hours=1),
                ends_at=apel.ends_at + timedelta(hours=1),
            )
        )
        shelf.hand_over(apel, later, apel.wall.start)
        found = shelf.on(DaySpan(MONDAY, date(2026, 12, 8)))
        assert [each.day for each in found] == [MONDAY, date(2026, 12, 7)]

    def test_planned_changes_ahead_that_the_rule_lost_go(self, shelf, apel):
        shelf.keep(self.nth(apel, 1), "planned")
        past = shelf.keep(self.nth(apel, 0), "past")
        finished = shelf.keep(replace(self.nth(apel, 2), status=BlockStatus.DONE), "done")
        tuesdays = shelf.save(replace(apel, rule="FREQ=WEEKLY;BYDAY=TU"))
        now = at("2026-11-23T12:00")
        assert shelf.drop_orphans(tuesdays, now) == 1
        assert [b.number for b in shelf.changed(apel)] == [past.number, finished.number]

    def test_what_lies_after_a_cut_is_forgotten(self, shelf, apel):
        kept = shelf.keep(self.nth(apel, 1), "c1")
        shelf.keep(self.nth(apel, 3), "c3")
        shelf.exclude(self.nth(apel, 4), "x4")
        shelf.forget_changes(apel, self.nth(apel, 2).recurrence_id)
        assert shelf.changed(apel) == [kept]
        found = shelf.on(DaySpan(MONDAY, date(2027, 1, 1)))
        assert len(found) == 6


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
