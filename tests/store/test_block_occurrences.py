"""Occurrences that were changed or taken out, in a real store."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keseimbangan.domain.blocks import Block, BlockStatus
from keseimbangan.domain.period import DaySpan, Period, day_of
from keseimbangan.domain.recurrence import occurrence, occurrences, split
from keseimbangan.store import database
from keseimbangan.store.blocks import Blocks
from tests.domain.block_examples import MONDAY, at, block, clock
from tests.store.block_shelf import NOW, YEAR, fill, fresh, slow


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store" / "keseimbangan.db"


@pytest.fixture
def shelf(path: Path) -> Iterator[Blocks]:
    with database.changing(path, NOW) as db:
        yield Blocks(db)


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
