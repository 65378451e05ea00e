"""Blocks beside each other: what overlaps, what is free, what gives way."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keseimbangan.domain.blocks import BlockStatus
from keseimbangan.domain.elements import Element
from keseimbangan.domain.period import DaySpan, Period, local, merged, subtract
from keseimbangan.domain.timeline import (
    by_day,
    first_clash,
    first_in_the_way,
    gaps,
    occupied,
    on_day,
    outside_hours,
    overlaps,
    parts_on,
    planned_work_minutes,
    ran_on,
    same,
    total_minutes,
)
from keseimbangan.domain.workdays import WorkCalendar, working_hours
from tests.domain.block_examples import MONDAY, at, block, blocks_of_a_day, clock, done, skipped

HOURS = working_hours(MONDAY, WorkCalendar())
TUESDAY = date(2026, 11, 24)
SATURDAY = working_hours(date(2026, 11, 28), WorkCalendar())
DAWN = at("2026-11-23T00:00")


def wall(start: str, end: str) -> Period:
    return Period(
        datetime.fromisoformat(f"2026-11-23T{start}"), datetime.fromisoformat(f"2026-11-23T{end}")
    )


class TestTheSameBlock:
    """Two values stand for one block, or for one occurrence."""

    daily = replace(block("08:00", "09:00", 2), series=2, recurrence_id=clock("2026-11-23T08:00"))

    def test_a_changed_value_is_still_the_same_block(self):
        assert same(block("08:00", "09:00"), block("10:00", "11:00", title="Lain"))

    def test_two_occurrences_of_a_series_are_two_blocks(self):
        other = replace(self.daily, recurrence_id=clock("2026-11-24T08:00"))
        assert same(self.daily, replace(self.daily, title="Lain"))
        assert not same(self.daily, other)

    def test_what_has_no_number_yet_is_the_same_as_nothing(self):
        assert not same(block("08:00", "09:00", None), block("08:00", "09:00", None))


class TestOverlap:
    """Who shares time with whom."""

    def test_blocks_that_touch_do_not_overlap(self):
        assert first_in_the_way(block("08:00", "09:00"), [block("09:00", "10:00", 2)]) is None

    def test_the_earliest_in_the_way_is_named(self):
        others = [block("09:30", "10:00", 2), block("08:30", "09:30", 3)]
        assert first_in_the_way(block("08:00", "10:00"), others) == others[1]

    def test_a_skipped_block_is_in_nobodys_way(self):
        others = [skipped(block("08:00", "09:00", 2))]
        assert first_in_the_way(block("08:00", "10:00"), others) is None

    def test_a_block_that_ended_early_leaves_the_rest_of_its_time(self):
        early = done(block("08:00", "10:00", 2), "08:00", "09:00")
        assert first_in_the_way(block("09:00", "10:00"), [early]) is None
        assert first_in_the_way(block("08:30", "10:00"), [early]) == early

    def test_a_block_that_began_late_or_ran_long_takes_what_was_planned_for_it(self):
        late = done(block("08:00", "10:00", 2), "08:30", "11:30")
        assert occupied(late) == late.period

    def test_a_block_done_before_its_time_leaves_all_of_it(self):
        assert occupied(done(block("08:00", "10:00"), "06:00", "07:00")) is None

    def test_hours_of_two_zones_are_compared_as_instants(self):
        jayapura = block("10:00", "11:00", 2, zone="Asia/Jayapura")
        assert first_in_the_way(block("08:00", "09:00"), [jayapura]) == jayapura
        assert first_in_the_way(block("10:00", "11:00"), [jayapura]) is None

    def test_a_night_overlaps_the_next_morning(self):
        morning = block("2026-11-24T00:30", "2026-11-24T02:00", 2)
        assert first_in_the_way(block("22:00", "01:00"), [morning]) == morning

    @given(blocks_of_a_day())
    def test_the_pairs_are_all_the_pairs(self, blocks):
        pairs = {frozenset((a.number, b.number)) for a, b in overlaps(blocks)}
        brute = {
            frozenset((a.number, b.number))
            for a in blocks
            for b in blocks
            if a is not b and (one := occupied(a)) and (two := occupied(b)) and one.overlaps(two)
        }
        assert pairs == brute

    @given(blocks_of_a_day(), blocks_of_a_day())
    def test_a_clash_of_many_with_many_is_found_when_there_is_one(self, blocks, others):
        others = [replace(o, number=(o.number or 0) + 100) for o in others]
        found = first_clash(blocks, others)
        clashes = [o for b in blocks for o in others if first_in_the_way(b, [o])]
        assert (found is None) == (not clashes)
        assert found is None or found in clashes


class TestFreeTime:
    """Gaps, load, and what lies outside the hours."""

    def test_the_break_is_no_gap(self):
        assert gaps(HOURS, []) == [wall("07:30", "12:00"), wall("13:00", "16:00")]

    def test_a_day_off_has_no_gaps(self):
        assert gaps(SATURDAY, []) == []

    def test_a_few_minutes_are_no_gap(self):
        blocks = [block("07:30", "09:56"), block("10:00", "12:00", 2), block("13:00", "16:00", 3)]
        assert gaps(HOURS, blocks) == []

    def test_last_nights_block_takes_this_mornings_time(self):
        night = block("2026-11-22T22:00", "2026-11-23T08:00")
        assert gaps(HOURS, [night])[0] == wall("08:00", "12:00")

    def test_the_rest_of_a_block_that_ended_early_is_free(self):
        early = done(block("08:00", "12:00"), "08:00", "09:00")
        assert gaps(HOURS, [early])[:2] == [wall("07:30", "08:00"), wall("09:00", "12:00")]

    def test_a_block_of_another_zone_takes_the_time_it_really_takes(self):
        jayapura = block("10:00", "12:00", zone="Asia/Jayapura")
        assert gaps(HOURS, [jayapura], "Asia/Jakarta")[0] == wall("07:30", "08:00")
        assert gaps(HOURS, [jayapura], "Asia/Jakarta")[1] == wall("10:00", "12:00")

    @settings(max_examples=200)
    @given(blocks_of_a_day(), st.sampled_from([None, "Asia/Jakarta"]))
    def test_gaps_and_blocks_tile_the_working_time(self, blocks, zone):
        free = gaps(HOURS, blocks, zone)
        taken = merged(
            Period(local(one.start, "Asia/Jakarta"), local(one.end, "Asia/Jakarta"))
            for b in blocks
            if (one := occupied(b))
        )
        for period in HOURS.periods():
            inside = [p for t in [*taken, *free] if (p := t.overlap(period))]
            assert subtract(period, inside) == []
        for gap in free:
            assert not any(gap.overlaps(one) for one in taken)
            assert any(gap.overlap(period) == gap for period in HOURS.periods())

    def test_a_minute_of_two_blocks_is_planned_once(self):
        blocks = [block("08:00", "10:00"), block("09:00", "11:00", 2)]
        assert planned_work_minutes(blocks, MONDAY) == 180

    def test_only_work_that_is_not_skipped_is_load(self):
        blocks = [
            block("08:00", "10:00", element=Element.RECOVERY),
            skipped(block("10:00", "11:00", 2)),
            done(block("11:00", "12:00", 3), "11:00", "11:30"),
        ]
        assert planned_work_minutes(blocks, MONDAY) == 60

    def test_a_night_is_load_of_both_days(self):
        night = block("22:00", "01:00")
        assert planned_work_minutes([night], MONDAY) == 120
        assert planned_work_minutes([night], TUESDAY) == 60
        assert on_day(night, TUESDAY) == Period(
            clock("2026-11-24T00:00"), clock("2026-11-24T01:00")
        )

    def test_a_block_up_to_midnight_is_not_on_the_next_day(self):
        assert on_day(block("22:00", "00:00"), TUESDAY) is None

    @given(blocks_of_a_day())
    def test_blocks_are_sorted_into_the_days_they_touch(self, blocks):
        days = DaySpan(MONDAY - timedelta(days=1), MONDAY + timedelta(days=2))
        expected = {day: [b for b in blocks if on_day(b, day) is not None] for day in days}
        assert by_day(blocks, days) == expected

    @given(blocks_of_a_day())
    def test_the_days_of_some_blocks_are_together_their_time(self, blocks):
        counted = sum(total_minutes(parts_on(blocks, day)) for day in (MONDAY, TUESDAY))
        whole = total_minutes(b.wall for b in blocks if b.status is not BlockStatus.SKIPPED)
        assert counted == whole

    def test_what_ran_is_counted_on_the_day_on_which_it_ran(self):
        late = done(block("22:00", "23:00"), "22:00", "00:30")
        assert total_minutes(ran_on([late], MONDAY)) == 120
        assert total_minutes(ran_on([late], TUESDAY)) == 30


class TestOutsideTheHours:
    """Work before or after the hours, or on a day off."""

    @pytest.mark.parametrize(
        ("one", "late"),
        [
            (block("08:00", "16:00"), False),
            (block("12:00", "13:00"), False),
            (block("07:00", "08:00"), True),
            (block("15:30", "16:30"), True),
            (block("19:00", "20:00"), True),
            (block("19:00", "20:00", element=Element.LIFE), False),
            (skipped(block("19:00", "20:00")), False),
            (done(block("15:00", "16:00"), "15:00", "17:00"), True),
            (done(block("16:00", "17:00"), "14:00", "15:00"), False),
            (done(block("16:00", "17:00")), True),
        ],
        ids=lambda value: None if isinstance(value, bool) else str(value.wall.start.time()),
    )
    def test_work_is_judged_by_its_hours_and_when_done_by_those_in_which_it_ran(self, one, late):
        assert outside_hours(one, HOURS) is late

    def test_all_work_on_a_day_off_is_outside_the_hours(self):
        assert outside_hours(block("08:00", "09:00", day=date(2026, 11, 28)), SATURDAY)

    def test_a_night_is_outside_the_hours_of_both_days(self):
        tuesday = working_hours(TUESDAY, WorkCalendar())
        assert outside_hours(block("22:00", "01:00"), tuesday)

    def test_a_block_keeps_its_own_hours_wherever_it_is_read(self):
        assert not outside_hours(block("08:00", "09:00", zone="Asia/Jayapura"), HOURS)
