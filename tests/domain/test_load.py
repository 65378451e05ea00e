"""What is asked of working time, and what could give way."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from keseimbangan.domain.blocks import BlockKind, BlockStatus
from keseimbangan.domain.catching_up import Ahead, Room
from keseimbangan.domain.elements import Element
from keseimbangan.domain.load import (
    Pressure,
    free_minutes,
    may_give_way,
    planned_ahead,
    pressure,
    pressure_until,
    rooms,
)
from keseimbangan.domain.period import DaySpan
from keseimbangan.domain.tasks import Task
from keseimbangan.domain.workdays import WorkCalendar, working_hours
from tests.domain.block_examples import MONDAY, block, skipped

JAKARTA = "Asia/Jakarta"
HOURS = working_hours(MONDAY, WorkCalendar())


def at(clock: str, day: date = MONDAY) -> datetime:
    hour, minute = map(int, clock.split(":"))
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo(JAKARTA))


def task(number: int, minutes: int | None = 60, **more: Any) -> Task:
    more.setdefault("due", MONDAY)
    return Task(number, f"t-{number}", f"Tugas {number}", estimate_minutes=minutes, **more)


class TestAhead:
    """What stands for a task already."""

    def test_only_what_is_still_to_come_counts(self) -> None:
        blocks = [
            block("08:00", "09:00", 1, task=1),
            block("09:30", "10:30", 2, task=1),
            block("13:00", "14:00", 3, task=1, status=BlockStatus.DONE),
            block("14:00", "15:00", 4),
        ]
        assert planned_ahead(blocks, at("10:00")) == {1: Ahead(30, MONDAY)}

    def test_the_last_day_is_kept(self) -> None:
        blocks = [
            block("08:00", "09:00", n, task=1, day=MONDAY + timedelta(days=n)) for n in (3, 1)
        ]
        assert planned_ahead(blocks, at("07:00")) == {1: Ahead(120, MONDAY + timedelta(days=3))}


class TestFree:
    """What nothing has taken."""

    @pytest.mark.parametrize(
        ("clock", "minutes"), [("06:00", 450), ("09:00", 360), ("12:30", 180), ("17:00", 0)]
    )
    def test_what_has_passed_of_today_is_not_free(self, clock: str, minutes: int) -> None:
        assert free_minutes(HOURS, [], JAKARTA, at(clock)) == minutes

    def test_a_buffer_is_free_and_a_skipped_block_too(self) -> None:
        blocks = [
            block("08:00", "09:00", 1, kind=BlockKind.BUFFER),
            skipped(block("09:00", "10:00", 2)),
            block("10:00", "11:00", 3),
        ]
        assert free_minutes(HOURS, blocks, JAKARTA, at("07:00")) == 390

    def test_rooms_are_the_working_days_less_what_is_due_on_them(self) -> None:
        days = DaySpan(date(2026, 11, 27), date(2026, 12, 1))
        tasks = [task(1, 50, due=date(2026, 11, 27)), task(2, None, due=date(2026, 11, 30))]
        found = rooms(days, WorkCalendar(), [], tasks, JAKARTA, at("07:00"))
        assert found == [Room(date(2026, 11, 27), 400), Room(date(2026, 11, 30), 450)]


class TestPressure:
    """What a day is asked beside its blocks."""

    def test_what_is_due_today_and_has_no_block_is_held_against_what_is_left(self) -> None:
        tasks = [task(1, 240), task(2, 120, due=MONDAY + timedelta(days=1)), task(3, None)]
        found = pressure(HOURS, [], tasks, JAKARTA, at("13:00"), 2)
        assert (found.minutes, found.free, found.overload(0, 450)) == (240, 180, 60)
        assert [t.number for t in found.tasks] == [1]

    def test_a_block_ahead_stands_for_its_task(self) -> None:
        blocks = [block("13:00", "15:00", 1, task=1)]
        found = pressure(HOURS, blocks, [task(1, 180)], JAKARTA, at("13:00"), 2)
        assert (found.minutes, found.free) == (60, 60)
        assert found.overload(120, 450) == 0

    def test_a_later_due_date_has_the_days_before_it_too(self) -> None:
        tomorrow = MONDAY + timedelta(days=1)
        hours = working_hours(tomorrow, WorkCalendar())
        found = pressure(hours, [], [task(1, 900, due=tomorrow)], JAKARTA, at("13:00"), 2)
        assert found == Pressure()

    def test_the_least_important_gives_way_first(self) -> None:
        later = MONDAY + timedelta(days=9)
        tasks = [
            task(1, important=True),
            task(2, due=later),
            task(3, due=later, important=True),
            task(4),
        ]
        blocks = [
            block(f"{h:02}:00", f"{h:02}:30", h, task=n) for h, n in [(8, 1), (9, 2), (10, 3)]
        ]
        blocks += [block("11:00", "11:30", 11, task=4), block("11:30", "12:00", 12)]
        found = pressure(HOURS, blocks, tasks, JAKARTA, at("07:00"), 2)
        assert [b.task for b in found.blocks] == [2, 4, None, 3, 1]

    def test_due_dates_of_a_week_are_held_against_the_time_before_each(self) -> None:
        tuesday, friday = MONDAY + timedelta(days=1), MONDAY + timedelta(days=4)
        days = [Room(MONDAY + timedelta(days=n), 100) for n in range(5)]
        tasks = [task(1, 250, due=tuesday), task(2, 100, due=friday)]
        sunday = MONDAY + timedelta(days=6)
        found = pressure_until(sunday, days, tasks, {}, MONDAY, 2)
        assert (found.minutes, found.free, [t.number for t in found.tasks]) == (250, 200, [1])
        assert found.other_day == MONDAY + timedelta(days=2)
        assert pressure_until(sunday, days, tasks[1:], {}, MONDAY, 2).overload(0, 0) == 0
        assert pressure_until(sunday, [], tasks, {}, MONDAY, 2) == Pressure()

    def test_what_is_due_on_a_day_off_has_the_working_days_before_it(self) -> None:
        saturday = MONDAY + timedelta(days=5)
        days = [Room(MONDAY + timedelta(days=n), 100) for n in range(5)]
        monday = MONDAY + timedelta(days=7)
        tasks = [task(1, 600, due=saturday)]
        found = pressure_until(MONDAY + timedelta(days=6), days, tasks, {}, MONDAY, 2, monday)
        assert (found.overload(0, 0), found.other_day) == (100, monday)


@pytest.mark.parametrize(
    ("more", "may"),
    [
        ({}, True),
        ({"protected": True}, False),
        ({"kind": BlockKind.MEETING}, False),
        ({"kind": BlockKind.BUFFER}, False),
        ({"element": Element.RECOVERY}, False),
        ({"status": BlockStatus.SKIPPED}, False),
    ],
)
def test_only_ones_own_unprotected_work_may_give_way(more: dict[str, Any], may: bool) -> None:
    one = block("10:00", "11:00", 1, **more)
    assert may_give_way(one, at("09:00")) is may
    assert not may_give_way(one, at("10:30"))
