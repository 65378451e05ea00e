"""One day as a person looks at it."""

from dataclasses import replace
from datetime import date

from hypothesis import given

from keseimbangan.domain.blocks import WorkLocation
from keseimbangan.domain.day import (
    TASKS_SHOWN,
    DayPlan,
    DayWarning,
    WarningCode,
    asked_after,
    day_plan,
    done_by_element,
    minutes_by_element,
    tasks_that_matter,
)
from keseimbangan.domain.elements import Element
from keseimbangan.domain.period import ONE_DAY
from keseimbangan.domain.tasks import Delegation, Task, TaskStatus
from keseimbangan.domain.timeline import planned_work_minutes
from keseimbangan.domain.workdays import WorkCalendar, working_hours
from tests.domain.block_examples import MONDAY, block, blocks_of_a_day, done, skipped

OFFICE, HOME = WorkLocation.OFFICE, WorkLocation.HOME
SATURDAY = date(2026, 11, 28)


def planned(*blocks, day: date = MONDAY, **more) -> DayPlan:
    return day_plan(working_hours(day, WorkCalendar()), OFFICE, blocks, **more)


def task(number: int, **more) -> Task:
    return Task(number=number, uid=f"t{number}", title=f"Tugas {number}", **more)


def codes(plan: DayPlan) -> list[str]:
    return [warning.code.value for warning in plan.warnings]


def test_a_quiet_day_has_its_hours_and_nothing_to_say():
    plan = planned()
    assert (plan.day, plan.capacity_minutes, plan.planned_work_minutes) == (MONDAY, 450, 0)
    assert plan.warnings == []


def test_blocks_that_share_time_are_named_pair_by_pair():
    one, other = block("08:00", "10:00"), block("09:00", "11:00", 2)
    assert planned(one, other).warnings == [DayWarning(WarningCode.OVERLAP, (one, other))]


def test_two_occurrences_of_one_series_are_told_apart():
    one = block("08:00", "10:00", 2)
    one = replace(one, series=2, recurrence_id=one.wall.start)
    moved = replace(one, number=5)
    (warning,) = planned(one, moved).warnings
    assert [found.number for found in warning.blocks] == [2, 5]


def test_work_outside_the_hours_is_named_in_one_warning():
    early, late = block("06:00", "07:00"), block("19:00", "20:00", 2)
    assert planned(early, late).warnings == [DayWarning(WarningCode.OUT_OF_HOURS, (early, late))]


def test_more_work_than_hours_is_said_with_how_much():
    plan = planned(block("07:30", "16:00"))
    assert plan.warnings == [DayWarning(WarningCode.OVERCOMMITTED, minutes=60)]


def test_a_full_day_is_not_too_much():
    assert codes(planned(block("07:30", "12:00"), block("13:00", "16:00", 2))) == []


def test_a_day_off_has_no_capacity_to_exceed():
    plan = planned(block("08:00", "09:00", day=SATURDAY), day=SATURDAY)
    assert (codes(plan), plan.capacity_minutes) == (["out_of_hours"], 0)


def test_reminders_come_after_what_the_blocks_say():
    plan = planned(block("06:00", "07:00"), reminders=[DayWarning(WarningCode.REVIEW_DUE)])
    assert codes(plan) == ["out_of_hours", "review_due"]


def test_the_location_is_that_of_the_work_when_it_agrees():
    home = block("08:00", "09:00", location=HOME)
    other = block("10:00", "11:00", 2, location=WorkLocation.OTHER)
    family = block("18:00", "19:00", 3, location=HOME, element=Element.LIFE)
    assert planned(home).location is HOME
    assert planned(home, other).location is OFFICE
    assert planned(family).location is OFFICE


def test_a_day_shows_at_most_five_tasks_the_most_pressing_first_and_counts_the_rest():
    pressing = [task(n, important=True, urgent=True) for n in range(1, 5)]
    others = [task(n, important=True) for n in range(5, 9)]
    plan = planned(tasks=tasks_that_matter([*others, *pressing], MONDAY, 2))
    assert len(plan.tasks) == TASKS_SHOWN
    assert {each.number for each in plan.tasks[:4]} == {1, 2, 3, 4}
    assert plan.more_tasks == 3


def test_what_is_neither_important_nor_urgent_or_not_ones_own_stays_away():
    given_away = Delegation(to="Sari", instruction=None, expected_result=None, follow_up=MONDAY)
    others = [
        task(1),
        task(2, important=True, status=TaskStatus.DONE),
        task(3, important=True, status=TaskStatus.DELEGATED, delegate=given_away),
    ]
    assert tasks_that_matter(others, MONDAY, 2) == []
    assert asked_after(others, MONDAY) == [others[2]]
    assert asked_after(others, MONDAY - ONE_DAY) == []


@given(blocks_of_a_day())
def test_the_elements_of_a_day_are_counted_each_on_its_own(blocks):
    minutes = minutes_by_element(blocks, MONDAY)
    assert set(minutes) == set(Element)
    assert minutes[Element.WORK] == planned_work_minutes(blocks, MONDAY)


def test_what_was_done_counts_as_long_as_it_really_took():
    blocks = [
        done(block("08:00", "10:00"), "08:00", "09:15"),
        done(block("13:00", "14:00", 2)),
        block("14:00", "15:00", 3),
        skipped(block("15:00", "16:00", 4)),
    ]
    assert done_by_element(blocks, MONDAY)[Element.WORK] == 135
    assert minutes_by_element(blocks, MONDAY)[Element.WORK] == 240
