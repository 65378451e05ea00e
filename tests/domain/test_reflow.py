"""A day that is interrupted: what goes on afterwards, what gives way, what stays."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keseimbangan.domain.blocks import Block, BlockKind, BlockStatus
from keseimbangan.domain.elements import Element
from keseimbangan.domain.period import ONE_DAY, Period, instant, local
from keseimbangan.domain.planning_question import is_labour
from keseimbangan.domain.reflow import Change, Reflow, reflow
from keseimbangan.domain.reflow_blocks import as_blocks, weight_of
from keseimbangan.domain.reflow_flow import Surround
from keseimbangan.domain.reflow_places import Pace, stretch_of
from keseimbangan.domain.tasks import Task
from keseimbangan.domain.timeline import occupied
from tests.domain.block_examples import MONDAY, at, block, blocks_of_a_day, done

JAKARTA = "Asia/Jakarta"
DAWN = at("2026-11-23T06:00")


def span(start: str, end: str) -> Period:
    return block(start, end).period


AROUND = Surround(
    work=(span("07:30", "12:00"), span("13:00", "16:00")),
    whole=(span("07:30", "16:00"),),
    end=instant(MONDAY + ONE_DAY, time(), JAKARTA),
    pace=Pace(*(timedelta(minutes=n) for n in (25, 90, 10, 5))),
)


def work(start: str, end: str, number: int, **more: Any) -> Block:
    """A block of the task of the same number."""
    more.setdefault("task", number)
    return block(start, end, number, **more)


def task(number: int, **more: Any) -> Task:
    return Task(number, f"t-{number}", f"Tugas {number}", **more)


def flowed(
    taken: str, blocks: Sequence[Block], now: datetime = DAWN, tasks: Sequence[Task] = ()
) -> Reflow:
    weight = weight_of({t.number or 0: t for t in tasks}, MONDAY, MONDAY, 2)
    period = span(*taken.split("-"))
    return reflow(period, blocks, replace(AROUND, worked=(period,)), now, weight)


def told(found: Reflow) -> list[str]:
    """`2: 08:00-08:30 | 09:00-10:30 | -30`: kept, places, minutes without one."""
    return [_told(change) for change in found.changes]


def _told(change: Change) -> str:
    parts = [_hours(change.kept)] if change.kept else []
    parts += ["| " + ", ".join(map(_hours, change.pieces))] if change.pieces else []
    parts += [f"- {int(change.left.total_seconds() // 60)}"] if change.left else []
    return f"{change.block.number}: {' '.join(parts)}"


def _hours(period: Period) -> str:
    start, end = local(period.start, JAKARTA), local(period.end, JAKARTA)
    return f"{start:%H:%M}-{end:%H:%M}"


class TestGoingOn:
    """What stood in the way goes on when the interruption is over."""

    def test_a_block_that_was_to_begin_begins_later(self) -> None:
        assert told(flowed("08:00-08:30", [work("08:00", "09:00", 2)])) == ["2: | 08:30-09:30"]

    def test_what_was_done_of_a_running_block_stays(self) -> None:
        found = flowed("09:00-09:30", [work("08:00", "10:00", 2)], at("2026-11-23T09:00"))
        assert told(found) == ["2: 08:00-09:00 | 09:40-10:40"]
        kept, rest = as_blocks(found.changes[0], at("2026-11-23T09:00"), lambda: "new")
        assert (kept.status, kept.actual_minutes, kept.number) == (BlockStatus.DONE, 60, 2)
        assert (rest.status, rest.minutes, rest.number) == (BlockStatus.PLANNED, 60, None)
        assert (rest.uid, rest.task) == ("new", 2)

    def test_what_is_still_ahead_of_it_is_planned_and_not_done(self) -> None:
        found = flowed("09:00-09:30", [work("08:00", "10:00", 2)])
        assert told(found) == ["2: 08:00-09:00 | 09:40-10:40"]
        assert as_blocks(found.changes[0], DAWN, lambda: "new")[0].status is BlockStatus.PLANNED

    def test_what_follows_moves_no_more_than_it_must(self) -> None:
        blocks = [work("08:00", "09:00", 2), work("09:00", "10:00", 3), work("11:00", "12:00", 4)]
        assert told(flowed("08:00-08:30", blocks)) == ["2: | 08:30-09:30", "3: | 09:40-10:40"]

    def test_what_overlapped_before_and_is_not_in_the_way_is_left_alone(self) -> None:
        blocks = [work("08:00", "09:00", 2), work("13:00", "14:00", 3), work("13:30", "14:30", 4)]
        assert told(flowed("08:00-08:30", blocks)) == ["2: | 08:30-09:30"]

    def test_a_short_rest_behind_a_block_stays_behind_it(self) -> None:
        blocks = [work("08:00", "09:00", 2), work("09:10", "10:00", 3)]
        assert told(flowed("08:00-08:30", blocks)) == ["2: | 08:30-09:30", "3: | 09:40-10:30"]

    def test_an_interruption_told_afterwards_is_planned_from_now_on(self) -> None:
        now = at("2026-11-23T09:40")
        found = flowed("08:00-08:30", [work("08:00", "08:30", 2), work("10:00", "11:00", 3)], now)
        assert told(found) == ["2: | 09:40-10:10", "3: | 10:10-11:10"]

    def test_one_told_while_the_block_goes_on_lengthens_it(self) -> None:
        found = flowed("09:00-09:20", [work("08:30", "10:00", 2)], at("2026-11-23T09:25"))
        assert told(found) == ["2: 08:30-09:00 | 09:20-10:20"]


class TestAroundOthers:
    """Nothing that others count on moves."""

    @pytest.mark.parametrize(
        "stays",
        [
            work("09:00", "10:00", 3, protected=True),
            work("09:00", "10:00", 3, kind=BlockKind.MEETING),
            work("09:00", "10:00", 3, kind=BlockKind.SERVICE),
            done(work("09:00", "10:00", 3)),
        ],
        ids=["protected", "meeting", "service", "done"],
    )
    def test_a_task_is_split_around_what_stays(self, stays: Block) -> None:
        found = flowed("08:00-08:15", [work("08:00", "09:30", 2), stays])
        assert told(found) == ["2: | 08:15-08:50, 10:10-11:05"]
        assert not found.overlapped

    def test_what_stays_in_the_way_is_named(self) -> None:
        meeting = work("08:00", "09:00", 3, kind=BlockKind.MEETING)
        found = flowed("08:00-08:30", [meeting])
        assert (told(found), found.overlapped) == ([], (meeting,))

    def test_no_part_of_a_task_is_shorter_than_allowed(self) -> None:
        stays = work("08:50", "10:00", 3, protected=True)
        found = flowed("08:00-08:30", [work("08:00", "09:00", 2), stays])
        assert told(found) == ["2: | 10:10-11:10"]
        crumb = work("09:20", "10:00", 3, protected=True)
        found = flowed("08:00-08:30", [work("08:00", "09:00", 2), crumb])
        assert told(found) == ["2: | 08:30-09:05, 10:00-10:25"]

    def test_no_crumb_of_a_block_stays_before_an_interruption(self) -> None:
        found = flowed("10:45-11:15", [work("10:40", "11:35", 2)])
        assert told(found) == ["2: | 11:15-11:45, 13:00-13:25"]
        assert told(flowed("10:45-11:15", [work("10:15", "10:50", 2)])) == ["2: | 11:15-11:50"]

    def test_no_crumb_of_a_block_is_left_for_afterwards(self) -> None:
        assert told(flowed("10:50-11:20", [work("10:00", "11:00", 2)])) == [
            "2: 10:00-10:35 | 11:20-11:45"
        ]

    def test_what_touches_another_block_of_its_task_is_no_block_of_its_own(self) -> None:
        blocks = [work("08:00", "08:30", 2), work("08:50", "09:10", 3, task=2)]
        found = flowed("08:10-08:45", blocks, at("2026-11-23T08:10"))
        assert told(found) == ["2: 08:00-08:10", "3: | 08:45-09:25"]

    def test_what_was_really_worked_stays_however_short_it_is(self) -> None:
        found = flowed("10:45-11:15", [work("10:40", "11:35", 2)], at("2026-11-23T10:45"))
        assert told(found) == ["2: 10:40-10:45 | 11:15-11:40, 13:00-13:25"]

    def test_what_serves_no_task_stays_in_one_piece(self) -> None:
        stays = work("09:00", "10:00", 3, protected=True)
        found = flowed("08:00-08:30", [block("08:00", "09:00", 2), stays])
        assert told(found) == ["2: | 10:10-11:10"]

    def test_work_goes_around_the_break_and_a_rest_may_stand_in_it(self) -> None:
        blocks = [work("11:00", "12:00", 2), block("11:30", "12:00", 3, element=Element.RECOVERY)]
        found = flowed("11:00-11:30", blocks)
        assert told(found) == ["2: | 11:30-12:00, 13:00-13:30", "3: | 12:00-12:30"]

    def test_a_buffer_is_used_up_before_anything_else_moves(self) -> None:
        buffer = block("09:00", "10:00", 5, kind=BlockKind.BUFFER)
        blocks = [work("08:00", "09:00", 2), buffer, work("10:00", "11:00", 3)]
        found = flowed("08:00-08:30", blocks)
        assert told(found) == ["2: | 08:30-09:30"]
        ((before, left),) = found.buffers
        assert before == buffer
        assert (_hours(left.period), left.status) == ("09:30-10:00", BlockStatus.PLANNED)
        ((_before, gone),) = flowed(
            "08:30-09:00", [block("08:30", "09:30", 2), *blocks[1:]]
        ).buffers
        assert gone.status is BlockStatus.SKIPPED

    def test_an_evening_goes_on_in_the_evening(self) -> None:
        found = flowed("19:00-19:30", [block("19:00", "20:00", 2, element=Element.LIFE)])
        assert told(found) == ["2: | 19:30-20:30"]

    def test_a_night_over_midnight_goes_on_after_it(self) -> None:
        assert told(flowed("22:00-22:30", [block("22:00", "01:00", 2)])) == ["2: | 22:40-01:40"]


class TestTooMuch:
    """What the day no longer holds."""

    def test_the_least_important_leaves_as_much_as_it_must(self) -> None:
        tasks = [task(2, important=True), task(3), task(4, important=True)]
        blocks = [work("08:30", "10:00", 2), work("10:10", "11:40", 3), work("13:00", "14:30", 4)]
        blocks.append(block("14:30", "16:00", 5, kind=BlockKind.MEETING))
        found = flowed("08:30-09:30", blocks, tasks=tasks)
        assert told(found) == ["2: | 09:40-11:10", "3: | 11:20-12:00 - 50"]

    def test_what_is_due_today_stays_while_something_else_can_go(self) -> None:
        tasks = [task(2, due=MONDAY), task(3, important=True, due=MONDAY + 9 * ONE_DAY)]
        blocks = [work("13:00", "14:00", 2), work("14:00", "16:00", 3)]
        found = flowed("13:00-14:00", blocks, tasks=tasks)
        assert told(found) == ["2: | 14:10-15:10", "3: | 15:10-15:40 - 90"]

    def test_what_serves_no_task_and_has_no_place_is_told_whole(self) -> None:
        found = flowed("15:00-16:00", [block("15:00", "16:00", 2)])
        assert told(found) == ["2: - 60"]
        (left,) = as_blocks(found.changes[0], DAWN, lambda: "new")
        assert (left.status, left.period) == (BlockStatus.SKIPPED, span("15:00", "16:00"))


@st.composite
def days(draw: st.DrawFn) -> list[Block]:
    """Blocks of a day, some of tasks and of every kind, that may overlap."""
    found = draw(blocks_of_a_day())
    kinds = st.sampled_from(list(BlockKind))
    return [
        replace(one, kind=draw(kinds), task=draw(st.none() | st.integers(1, 3))) for one in found
    ]


STARTS = st.integers(0, 90).map(lambda n: n * 15)
TASKS = [task(1, important=True), task(2, due=MONDAY), task(3)]
WEIGHT = weight_of({t.number or 0: t for t in TASKS}, MONDAY, MONDAY, 2)


def _at(minutes: int) -> datetime:
    return instant(MONDAY, time(), JAKARTA) + timedelta(minutes=minutes)


def _after(found: Reflow, blocks: Sequence[Block], now: datetime) -> list[Block]:
    """The blocks as they stand afterwards."""
    changed = {change.block.number for change in found.changes}
    used = {buffer.before.number for buffer in found.buffers}
    left = [b for b in blocks if b.number not in changed | used]
    made = [one for change in found.changes for one in as_blocks(change, now, lambda: "new")]
    return [*left, *(buffer.after for buffer in found.buffers), *made]


def _shared(blocks: Sequence[Block]) -> set[tuple[str, str, datetime]]:
    """Each minute that two blocks share, by the titles of the two."""
    shared = set()
    for one, other in combinations(blocks, 2):
        mine, theirs = occupied(one), occupied(other)
        if mine and theirs and (both := mine.overlap(theirs)):
            minutes = int((both.end - both.start).total_seconds() // 60)
            pair = sorted((one.title, other.title))
            shared |= {(*pair, both.start + timedelta(minutes=n)) for n in range(minutes)}
    return shared


@settings(max_examples=300)
@given(days(), STARTS, st.integers(1, 12), STARTS)
def test_the_laws_of_a_reflow(blocks: list[Block], start: int, quarters: int, clock: int) -> None:
    taken, now = Period(_at(start), _at(start + quarters * 15)), _at(clock)
    around = replace(AROUND, worked=(taken,))
    found = reflow(taken, blocks, around, now, WEIGHT)
    assert found == reflow(taken, list(reversed(blocks)), around, now, WEIGHT)
    changed = {change.block for change in found.changes}
    for one in blocks:
        if one.protected or one.status is not BlockStatus.PLANNED:
            assert one not in changed
        if one.ends_at <= taken.start or (one.ends_at <= now and not one.period.overlaps(taken)):
            assert one not in changed
    for change in found.changes:
        assert all(piece.start >= taken.start for piece in change.pieces)
        assert change.kept is None or change.kept.end <= taken.start
        assert all(not piece.overlaps(taken) for piece in change.pieces)
        goes_on = change.block.ends_at > now >= taken.end
        assert goes_on or all(piece.start >= min(now, taken.end) for piece in change.pieces)
    for number in {change.block.task or -(change.block.number or 0) for change in found.changes}:
        assert _lengths(found, number) == timedelta()
    after = _after(found, blocks, now)
    assert _shared(after) <= _shared(blocks)
    work = [taken, *(p for b in after if is_labour(b) and (p := occupied(b)))]
    for change in found.changes:
        begun = change.block.starts_at < now
        goes_on = change.block.ends_at > now >= taken.end
        for piece in change.pieces:
            _no_crumb(piece, change, begun=begun)
            if is_labour(change.block) and not (found.tight or goes_on):
                _has_its_pause(piece, work)


def _lengths(found: Reflow, number: int) -> timedelta:
    """What the blocks of a task, or one without a task, have more than they had."""
    own = [c for c in found.changes if number in (c.block.task, -(c.block.number or 0))]
    periods = [p for c in own for p in (*([c.kept] if c.kept else []), *c.pieces)]
    there = sum((p.end - p.start for p in periods), timedelta())
    left = sum((c.left for c in own), timedelta())
    return there + left - sum((c.block.ends_at - c.block.starts_at for c in own), timedelta())


def _no_crumb(piece: Period, change: Change, *, begun: bool) -> None:
    """Nothing is parted below the shortest piece, but for the rest of what was begun."""
    whole = change.block.ends_at - change.block.starts_at
    if change.kept and not begun:
        assert change.kept.end - change.kept.start >= AROUND.pace.shortest
    if not begun:
        assert piece.end - piece.start >= min(whole, AROUND.pace.shortest)


def _has_its_pause(piece: Period, work: Sequence[Period]) -> None:
    """The work around a piece has its pause after the longest stretch, unless it is one block."""
    stretch = stretch_of(piece, work, AROUND.pace.pause)
    assert stretch == piece or stretch.end - stretch.start <= AROUND.pace.longest


@st.composite
def planned_days(draw: st.DrawFn) -> list[Block]:
    """A day of work on tasks that other days could take, one block close behind the other."""
    found, at_ = list[Block](), 450
    for number in range(1, draw(st.integers(2, 8)) + 1):
        start = at_ + draw(st.sampled_from((0, 0, 5, 10, 30)))
        at_ = start + draw(st.integers(5, 18)) * 5
        kind = draw(st.sampled_from((BlockKind.FOCUS, BlockKind.FOCUS, BlockKind.MEETING)))
        one = block("08:00", "09:00", number, task=draw(st.sampled_from((1, 3))), kind=kind)
        found.append(replace(one, starts_at=_at(start), ends_at=_at(at_)))
    return [one for one in found if one.ends_at <= _at(960)]


@settings(max_examples=300)
@given(planned_days(), st.integers(90, 180), st.integers(2, 18))
def test_what_can_go_elsewhere_costs_no_pause(blocks: list[Block], start: int, fives: int) -> None:
    taken, now = Period(_at(start * 5), _at((start + fives) * 5)), _at(400)
    found = reflow(taken, blocks, replace(AROUND, worked=(taken,)), now, WEIGHT)
    assert not found.tight
    work = [taken, *(p for b in _after(found, blocks, now) if (p := occupied(b)))]
    for change in found.changes:
        for piece in change.pieces:
            _no_crumb(piece, change, begun=False)
            _has_its_pause(piece, work)
        assert not change.left or change.left >= min(AROUND.pace.shortest, _length(change))


def _length(change: Change) -> timedelta:
    return change.block.ends_at - change.block.starts_at
