"""What can be changed in a block."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keseimbangan.domain.block_changes import (
    Change,
    changed,
    ending_on,
    on_another_day,
    repeating,
)
from keseimbangan.domain.blocks import BlockKind, BlockStatus
from keseimbangan.domain.period import Period
from keseimbangan.domain.recurrence import next_occurrence
from keseimbangan.domain.repeats import parse_repeat
from keseimbangan.domain.times import parse_time_range
from keseimbangan.errors.blocks import (
    AlreadyDone,
    EndsBeforeItRepeats,
    NeverOccurs,
    UntilWithoutRepeat,
)
from tests.domain.block_examples import MONDAY, ZONES, block, done, skipped

FOCUS = block("08:00", "10:00", title="Telaah")
FRIDAY = date(2026, 11, 27)


def hours(day: date, start: str, end: str) -> Period:
    return Period(
        datetime.combine(day, time.fromisoformat(start)),
        datetime.combine(day, time.fromisoformat(end)),
    )


def test_nothing_asked_is_nothing_to_change():
    assert Change().empty
    assert not Change(fields={"protected": False}).empty
    assert not Change(start=time(0)).empty


def test_only_the_end_is_told_from_everything_else():
    assert Change(until=MONDAY).only_ends
    assert not Change(until=MONDAY, rule="FREQ=DAILY").only_ends
    assert not Change(until=MONDAY, fields={"title": "Lain"}).only_ends


@pytest.mark.parametrize(
    ("change", "needs"),
    [
        (Change(fields={"title": "Lain"}), False),
        (Change(until=FRIDAY), False),
        (Change(day=FRIDAY), True),
        (Change(start=time(0)), True),
        (Change(minutes=-30), True),
        (Change(rule="FREQ=DAILY"), True),
    ],
)
def test_room_is_needed_for_time_only(change, needs):
    assert change.needs_room(FOCUS) is needs


def test_a_skipped_block_that_is_planned_again_needs_its_room_back():
    assert Change(replan=True).needs_room(skipped(FOCUS))
    assert not Change(replan=True).needs_room(done(FOCUS))


def test_contents_change_and_time_stays():
    other = changed(FOCUS, Change(fields={"title": "Rapat", "kind": BlockKind.MEETING}))
    assert (other.title, other.kind, other.period) == ("Rapat", BlockKind.MEETING, FOCUS.period)


@pytest.mark.parametrize(
    ("change", "wall"),
    [
        (Change(day=FRIDAY), hours(FRIDAY, "08:00", "10:00")),
        (Change(start=time(13)), hours(MONDAY, "13:00", "15:00")),
        (Change(minutes=30), hours(MONDAY, "08:30", "10:30")),
        (Change(minutes=-30), hours(MONDAY, "07:30", "09:30")),
        (Change(range=parse_time_range("13.00-13.30")), hours(MONDAY, "13:00", "13:30")),
        (Change(day=FRIDAY, start=time(13)), hours(FRIDAY, "13:00", "15:00")),
        (Change(day=FRIDAY, minutes=30), hours(FRIDAY, "08:30", "10:30")),
    ],
)
def test_a_block_moves_to_another_time(change, wall):
    assert changed(FOCUS, change).wall == wall


@pytest.mark.parametrize("zone", ZONES)
def test_a_block_moves_on_the_clock_of_its_own_zone(zone):
    moved = changed(block("08:00", "10:00", zone=zone), Change(day=FRIDAY, start=time(9)))
    assert moved.wall == hours(FRIDAY, "09:00", "11:00")


@settings(deadline=None)
@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.sampled_from(ZONES))
def test_another_day_has_the_same_hours(day, zone):
    night = block("22:00", "05:30", zone=zone)
    moved = on_another_day(night, day)
    assert moved.day == day
    assert (moved.wall.start.time(), moved.wall.end.time()) == (time(22), time(5, 30))


def test_an_hour_that_is_missing_on_that_day_does_not_turn_the_block_around():
    early = block("02:10", "02:50", zone="Europe/Berlin")
    assert on_another_day(early, date(2027, 3, 28)).minutes == 40


def test_who_moves_a_skipped_block_means_to_do_it_after_all():
    assert changed(skipped(FOCUS), Change(day=FRIDAY)).status is BlockStatus.PLANNED


@pytest.mark.parametrize("change", [Change(day=FRIDAY), Change(start=time(9)), Change(minutes=5)])
def test_what_is_done_is_not_moved(change):
    with pytest.raises(AlreadyDone):
        changed(done(FOCUS), change)


def test_the_hours_of_what_is_done_can_be_put_right():
    right = changed(done(FOCUS), Change(range=parse_time_range("08.30-10.00")))
    assert (right.status, right.wall) == (BlockStatus.DONE, hours(MONDAY, "08:30", "10:00"))


def test_what_was_done_can_be_opened_and_moved_at_once():
    again = changed(done(FOCUS, "08:00", "08:30"), Change(replan=True, day=FRIDAY))
    assert (again.status, again.day, again.actual_minutes) == (BlockStatus.PLANNED, FRIDAY, 0)


class TestRepeating:
    """A block becomes a series."""

    def test_a_series_begins_with_its_first_occurrence(self):
        thursdays = repeating(FOCUS, "FREQ=WEEKLY;BYDAY=TH")
        assert thursdays.wall == hours(date(2026, 11, 26), "08:00", "10:00")

    def test_the_blocks_own_day_is_an_occurrence_where_the_rule_says_so(self):
        assert repeating(FOCUS, "FREQ=WEEKLY;BYDAY=MO,TH").day == MONDAY

    def test_a_count_starts_with_the_first_occurrence(self):
        three = repeating(FOCUS, "FREQ=WEEKLY;BYDAY=TH;COUNT=3")
        assert three.rule == "FREQ=WEEKLY;BYDAY=TH;UNTIL=20261210T235959"

    def test_a_count_and_a_day_end_at_whichever_is_earlier(self):
        early = repeating(FOCUS, "FREQ=DAILY;COUNT=30", date(2026, 12, 1))
        assert early.rule == "FREQ=DAILY;UNTIL=20261201T235959"

    def test_another_rule_keeps_the_end_of_the_old_one(self):
        old = repeating(FOCUS, "FREQ=DAILY", date(2026, 12, 31))
        assert repeating(old, "FREQ=WEEKLY").rule == "FREQ=WEEKLY;UNTIL=20261231T235959"
        assert repeating(old, "FREQ=WEEKLY;COUNT=9").rule == "FREQ=WEEKLY;UNTIL=20270118T235959"

    def test_a_series_starts_out_planned(self):
        series = repeating(done(FOCUS, "08:00", "08:30"), "FREQ=DAILY")
        assert (series.status, series.actual_starts_at) == (BlockStatus.PLANNED, None)

    def test_a_changed_occurrence_that_repeats_leaves_its_series(self):
        own = replace(FOCUS, series=3, recurrence_id=FOCUS.wall.start)
        assert repeating(own, "FREQ=DAILY").series is None

    def test_an_end_before_the_block_is_refused(self):
        with pytest.raises(EndsBeforeItRepeats):
            repeating(FOCUS, "FREQ=DAILY", date(2026, 11, 22))

    @pytest.mark.parametrize(
        ("rule", "until"),
        [
            ("FREQ=WEEKLY;BYDAY=TH", date(2026, 11, 25)),
            ("FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=31", None),
            ("FREQ=WEEKLY;BYDAY=SU,TU,WE;BYSETPOS=2", None),
        ],
    )
    def test_a_rule_that_never_fires_is_refused(self, rule, until):
        with pytest.raises(NeverOccurs):
            repeating(FOCUS, rule, until)

    @pytest.mark.parametrize(
        "words",
        ["tiap hari kerja", "tiap 2 pekan pada jumat", "tiap tanggal 31", "tiap akhir bulan"],
    )
    def test_what_people_write_begins_where_it_fires(self, words):
        series = repeating(FOCUS, parse_repeat(words))
        assert next_occurrence(series, FOCUS.wall.start) == series.wall.start

    def test_an_end_is_for_a_series(self):
        with pytest.raises(UntilWithoutRepeat):
            changed(FOCUS, Change(until=FRIDAY))

    def test_a_series_can_end_earlier_or_later(self):
        series = repeating(FOCUS, "FREQ=DAILY", date(2026, 12, 31))
        assert ending_on(series, FRIDAY).rule == "FREQ=DAILY;UNTIL=20261127T235959"
        assert ending_on(series, date(2027, 1, 5)).rule == "FREQ=DAILY;UNTIL=20270105T235959"
        with pytest.raises(EndsBeforeItRepeats):
            ending_on(series, date(2026, 11, 1))
