"""A block, and what can happen to it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keseimbangan.domain.blocks import (
    LONGEST,
    BlockKind,
    BlockStatus,
    complete,
    moved,
    natural_element,
    replan,
    skip,
)
from keseimbangan.domain.elements import Element
from keseimbangan.domain.period import Period
from keseimbangan.errors.blocks import ActualInFuture, NotYetBegun
from tests.domain.block_examples import MONDAY, at, block, blocks_of_a_day, clock, done, utc

MEETING = block("08:00", "10:00")
NOON = at("2026-11-23T12:00")


def test_a_block_is_as_long_as_it_says():
    assert (MEETING.minutes, MEETING.day) == (120, MONDAY)
    assert MEETING.wall == Period(clock("2026-11-23T08:00"), clock("2026-11-23T10:00"))


@pytest.mark.parametrize("length", [timedelta(), -timedelta(minutes=1), LONGEST * 2])
def test_a_block_without_length_or_of_several_days_cannot_be(length):
    with pytest.raises(ValueError, match="ends after it starts"):
        replace(MEETING, ends_at=MEETING.starts_at + length)


def test_a_block_belongs_to_the_day_of_the_zone_in_which_it_was_planned():
    assert block("07:30", "08:00", zone="Asia/Jayapura").day == MONDAY
    assert block("07:30", "08:00", zone="Asia/Jayapura").starts_at == utc("2026-11-22T22:30")


def test_a_night_belongs_to_the_day_on_which_it_starts():
    assert block("22:00", "01:00").day == MONDAY
    assert block("22:00", "01:00").minutes == 180


def test_the_wall_clock_runs_on_when_clocks_are_put_back():
    night = block("2026-10-25T01:45", "2026-10-25T02:30", zone="Europe/Berlin")
    later = moved(
        night, Period(night.starts_at + timedelta(hours=1), night.ends_at + timedelta(hours=1))
    )
    assert later.wall.end - later.wall.start == timedelta(minutes=45)


def test_a_finished_block_took_what_was_planned_unless_somebody_says_otherwise():
    finished = complete(MEETING, NOON)
    assert (finished.status, finished.actual_minutes) == (BlockStatus.DONE, 120)
    assert finished.actual_starts_at is None


def test_planned_and_actual_are_two_things():
    ran = Period(at("2026-11-23T08:10"), at("2026-11-23T09:50"))
    finished = complete(MEETING, NOON, ran)
    assert (finished.period, finished.minutes) == (MEETING.period, 120)
    assert (finished.ran, finished.actual_minutes) == (ran, 100)


def test_a_block_finished_while_it_runs_ends_now():
    finished = complete(MEETING, at("2026-11-23T09:15"))
    assert finished.ran == Period(MEETING.starts_at, at("2026-11-23T09:15"))


def test_a_block_finished_as_it_begins_took_a_minute():
    assert complete(MEETING, MEETING.starts_at).actual_minutes == 1


def test_finishing_again_does_not_forget_when_it_ran():
    finished = complete(MEETING, at("2026-11-23T09:15"))
    assert complete(finished, NOON) == finished


def test_finishing_again_can_put_right_when_it_ran():
    ran = Period(at("2026-11-23T08:30"), at("2026-11-23T11:00"))
    assert complete(complete(MEETING, NOON), NOON, ran).ran == ran


def test_what_lies_ahead_cannot_have_been_done_as_planned():
    with pytest.raises(NotYetBegun):
        complete(MEETING, at("2026-11-23T07:59"))


def test_what_lies_ahead_can_have_been_done_earlier():
    ran = Period(at("2026-11-23T06:00"), at("2026-11-23T07:00"))
    assert complete(MEETING, at("2026-11-23T07:30"), ran).actual_minutes == 60


def test_nothing_ran_in_the_future():
    with pytest.raises(ActualInFuture):
        complete(MEETING, at("2026-11-23T09:00"), MEETING.period)


def test_a_skipped_block_can_be_planned_again():
    assert skip(MEETING).status is BlockStatus.SKIPPED
    assert replan(skip(MEETING)) == MEETING


def test_skipping_and_planning_again_forget_when_it_ran():
    ran = done(MEETING, "08:10", "09:00")
    assert skip(ran).actual_minutes == 0
    assert replan(ran) == MEETING


def test_only_a_finished_block_took_time():
    assert (MEETING.ran, skip(MEETING).ran) == (None, None)


def test_one_block_recurs_when_it_has_a_rule_or_a_series():
    assert not MEETING.recurring
    assert replace(MEETING, rule="FREQ=DAILY").recurring
    assert replace(MEETING, series=3, recurrence_id=MEETING.wall.start).recurring


@pytest.mark.parametrize(
    ("kind", "element"),
    [
        (BlockKind.FAMILY, Element.LIFE),
        (BlockKind.BREAK, Element.RECOVERY),
        (BlockKind.BUFFER, Element.WORK),
        (BlockKind.OTHER, Element.WORK),
    ],
)
def test_a_kind_has_its_natural_element(kind, element):
    assert natural_element(kind) is element


@given(blocks_of_a_day(), st.integers(0, 48 * 60))
def test_finishing_never_invents_time(blocks, minutes):
    now = at("2026-11-23T00:00") + timedelta(minutes=minutes)
    for one in blocks:
        if one.starts_at <= now and one.status is BlockStatus.PLANNED:
            finished = complete(one, now)
            assert 1 <= finished.actual_minutes <= one.minutes
            assert finished.period == one.period


def test_the_day_of_a_block_may_be_another_than_the_readers():
    late = block("23:30", "23:59", zone="Asia/Jakarta")
    assert late.starts_at.date() == date(2026, 11, 23)
    assert late.day == MONDAY
