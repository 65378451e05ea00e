"""Blocks that make room for another."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keseimbangan.domain.blocks import Block, BlockKind, BlockStatus
from keseimbangan.domain.timeline import first_in_the_way, push
from keseimbangan.errors.blocks import NoRoomToPush
from tests.domain.block_examples import at, block, blocks_of_a_day, done

DAWN = at("2026-11-23T00:00")


def spans(blocks: list[Block]) -> list[str]:
    return [f"{b.number} {b.wall.start:%H:%M}-{b.wall.end:%H:%M}" for b in blocks]


class TestPushing:
    """Later blocks make room."""

    def test_what_is_in_the_way_goes_behind_and_takes_the_next_along(self):
        others = [block("08:00", "09:00", 2), block("09:00", "10:00", 3)]
        pushed = push(block("08:00", "09:00"), others, DAWN)
        assert spans(pushed) == ["2 09:00-10:00", "3 10:00-11:00"]

    def test_a_gap_swallows_the_push(self):
        others = [block("08:00", "09:00", 2), block("11:00", "12:00", 3)]
        assert spans(push(block("08:00", "09:00"), others, DAWN)) == ["2 09:00-10:00"]

    def test_a_protected_block_is_leapt_over_in_order(self):
        others = [
            block("08:00", "09:30", 2),
            block("09:30", "10:00", 3),
            block("10:00", "11:00", 4, protected=True),
        ]
        pushed = push(block("08:00", "09:00"), others, DAWN)
        assert spans(pushed) == ["2 11:00-12:30", "3 12:30-13:00"]

    def test_blocks_that_overlapped_elsewhere_are_left_as_they_are(self):
        others = [
            block("08:00", "09:00", 2),
            block("13:00", "14:00", 3),
            block("13:30", "14:30", 4),
        ]
        assert spans(push(block("08:00", "09:00"), others, DAWN)) == ["2 09:00-10:00"]

    @pytest.mark.parametrize(
        "stays",
        [
            block("08:00", "09:00", 2, protected=True),
            done(block("08:00", "09:00", 2)),
            block("06:00", "09:00", 2),
        ],
        ids=["protected", "done", "begun"],
    )
    def test_what_stays_cannot_be_pushed(self, stays):
        with pytest.raises(NoRoomToPush) as refused:
            push(block("08:30", "09:30"), [stays], at("2026-11-23T07:00"))
        assert "Blok 2" in refused.value.message()
        assert not refused.value.past_midnight

    def test_nothing_is_pushed_past_its_midnight(self):
        with pytest.raises(NoRoomToPush) as refused:
            push(block("21:00", "23:00"), [block("22:00", "23:30", 2)], DAWN)
        assert refused.value.past_midnight

    def test_a_push_up_to_midnight_is_no_push_past_it(self):
        pushed = push(block("21:00", "22:30"), [block("22:00", "23:30", 2)], DAWN)
        assert spans(pushed) == ["2 22:30-00:00"]

    def test_a_night_may_end_later_but_not_begin_tomorrow(self):
        night = block("22:00", "01:00", 2)
        assert spans(push(block("21:00", "23:00"), [night], DAWN)) == ["2 23:00-02:00"]
        with pytest.raises(NoRoomToPush):
            push(block("21:00", "00:00"), [night], DAWN)

    def test_a_night_pushed_into_the_morning_pushes_the_morning(self):
        morning = block("2026-11-24T01:00", "2026-11-24T02:00", 3)
        others = [block("22:00", "01:00", 2), morning]
        pushed = push(block("21:00", "23:00"), others, DAWN)
        assert spans(pushed) == ["2 23:00-02:00", "3 02:00-03:00"]

    @settings(max_examples=300)
    @given(blocks_of_a_day(), st.integers(0, 92), st.integers(1, 16), st.integers(0, 24))
    def test_pushing_keeps_every_promise(self, blocks, start, length, hour):
        begin = DAWN + timedelta(minutes=start * 15)
        new = replace(
            block("08:00", "09:00", None),
            starts_at=begin,
            ends_at=begin + timedelta(minutes=length * 15),
        )
        now = DAWN + timedelta(hours=hour)
        try:
            pushed = push(new, blocks, now)
        except NoRoomToPush:
            return
        before = {b.number: b for b in blocks}
        after = [{p.number: p for p in pushed}.get(b.number, b) for b in blocks]
        stays = [b for b in after if b.protected or b.status is not BlockStatus.PLANNED]
        assert first_in_the_way(new, after) is None
        for one in pushed:
            assert first_in_the_way(one, [b for b in after if b is not one]) is None
            old = before[one.number]
            assert one.starts_at > old.starts_at >= now
            assert (one.minutes, one.day) == (old.minutes, old.day)
        assert all(before[b.number] == b for b in stays)
        free = [b for b in after if b not in stays and before[b.number].starts_at >= now]
        moving = sorted(free, key=lambda b: before[b.number].starts_at)
        for one, other in pairwise(moving):
            # Of two that began together it does not matter which is first.
            if before[one.number].starts_at < before[other.number].starts_at:
                assert one.starts_at < other.starts_at
        assert push(new, after, now) == []


class TestBuffers:
    """A buffer is there for what comes unexpected."""

    def test_it_is_used_up_and_not_pushed_on(self):
        writing = block("10:00", "11:30", 2)
        buffer = block("11:30", "13:00", 3, kind=BlockKind.BUFFER)
        pushed = push(block("10:00", "11:00"), [writing, buffer], DAWN)
        assert spans(pushed) == ["2 11:00-12:30", "3 12:30-13:00"]

    def test_one_of_which_nothing_is_left_is_skipped(self):
        buffer = block("10:00", "11:00", 3, kind=BlockKind.BUFFER)
        (used,) = push(block("10:00", "11:00"), [buffer], DAWN)
        assert used.status is BlockStatus.SKIPPED
