"""New due dates for overdue tasks: the important first, and half of what is free at most."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keseimbangan.domain.catching_up import Ahead, NewDue, Room, catch_up, needed_minutes, overdue
from keseimbangan.domain.elements import Element
from keseimbangan.domain.tasks import Delegation, Task, TaskStatus

MONDAY = date(2026, 11, 23)
FRIDAY_BEFORE = date(2026, 11, 20)


def task(number: int, minutes: int | None = 60, **more: Any) -> Task:
    more.setdefault("due", FRIDAY_BEFORE)
    return Task(number, f"t-{number}", f"Tugas {number}", estimate_minutes=minutes, **more)


def rooms(*minutes: int) -> list[Room]:
    return [Room(MONDAY + timedelta(days=n), each) for n, each in enumerate(minutes)]


def caught_up(tasks: Sequence[Task], there: Sequence[Room], **more: Any) -> list[NewDue]:
    return catch_up(tasks, there, MONDAY, 2, more.pop("ahead", {}), **more)


def days(found: Sequence[NewDue]) -> dict[int | None, int]:
    """Number of each task with its day, counted from Monday."""
    return {new.task.number: (new.day - MONDAY).days for new in found}


def test_only_ones_own_open_tasks_are_overdue() -> None:
    late = task(1)
    others = [
        task(2, due=MONDAY),
        task(3, due=None),
        task(4, status=TaskStatus.DONE),
        task(5, status=TaskStatus.DELEGATED, delegate=Delegation("Sari")),
    ]
    assert overdue([late, *others], MONDAY) == [late]


def test_half_of_what_is_free_is_filled_and_then_the_next_day() -> None:
    tasks = [task(n) for n in (1, 2, 3, 4, 5)]
    assert days(caught_up(tasks, rooms(240, 240, 240))) == {1: 0, 2: 0, 3: 1, 4: 1, 5: 2}


def test_important_tasks_come_first() -> None:
    tasks = [task(1), task(2, important=True), task(3, due=date(2026, 11, 2))]
    found = caught_up(tasks, rooms(120, 120, 120))
    assert [new.task.number for new in found] == [2, 3, 1]
    assert days(found) == {2: 0, 3: 1, 1: 2}


def test_a_day_without_room_is_left_alone() -> None:
    assert days(caught_up([task(1)], rooms(0, 0, 120))) == {1: 2}


def test_a_task_longer_than_a_day_is_due_when_there_was_time_for_it() -> None:
    assert days(caught_up([task(1, 400), task(2, 60)], rooms(300, 300, 300, 300))) == {1: 2, 2: 3}


def test_so_many_days_are_used_as_were_asked_for() -> None:
    tasks = [task(n) for n in (1, 2, 3, 4)]
    there = rooms(450, 450, 450, 450)
    assert days(caught_up(tasks, there, days=4)) == {1: 0, 2: 1, 3: 2, 4: 3}
    assert days(caught_up(tasks, there, days=1)) == {1: 0, 2: 0, 3: 0, 4: 0}


def test_days_that_are_full_share_what_must_be_done() -> None:
    tasks = [task(n) for n in (1, 2, 3, 4)]
    assert days(caught_up(tasks, rooms(0, 0))) == {1: 0, 2: 0, 3: 1, 4: 1}


def test_too_much_for_all_days_is_spread_over_them_in_parts() -> None:
    tasks = [task(n, 600) for n in (1, 2, 3)]
    assert days(caught_up(tasks, rooms(100, 100, 100))) == {1: 0, 2: 1, 3: 2}


def test_what_needs_no_working_time_comes_one_a_day() -> None:
    tasks = [task(n, element=Element.LIFE) for n in (1, 2, 3)]
    found = caught_up(tasks, rooms(0))
    assert days(found) == {1: 0, 2: 1, 3: 2}
    assert [new.minutes for new in found] == [0, 0, 0]


def test_blocks_that_stand_for_it_count_and_it_is_not_due_before_the_last() -> None:
    thursday = MONDAY + timedelta(days=3)
    (new,) = caught_up([task(1, 90)], rooms(450), ahead={1: Ahead(60, thursday)})
    assert new == NewDue(task(1, 90), thursday, 30)


def test_it_is_not_due_before_it_may_be_begun() -> None:
    wednesday = MONDAY + timedelta(days=2)
    assert days(caught_up([task(1, not_before=wednesday)], rooms(450))) == {1: 2}


def test_a_task_in_pieces_is_due_with_the_last_of_them() -> None:
    whole, first, second = task(1), task(2, parent=1), task(3, parent=1)
    later = task(4, parent=1, due=MONDAY + timedelta(days=4))
    found = caught_up([whole, first, second], rooms(120, 120))
    assert days(found) == {1: 1, 2: 0, 3: 1}
    assert found[0].minutes == 0
    assert days(caught_up([whole, first, later], rooms(120, 120))) == {1: 4, 2: 0}


@pytest.mark.parametrize(
    ("estimate", "spent", "needed"),
    [(60, 0, 60), (60, 20, 40), (60, 60, 15), (60, 90, 15), (None, 0, 60), (None, 30, 60)],
)
def test_what_is_not_finished_still_needs_time(
    estimate: int | None, spent: int, needed: int
) -> None:
    assert needed_minutes(task(1, estimate, spent_minutes=spent)) == needed


TASKS = st.lists(
    st.builds(
        lambda minutes, important, element, late: (minutes, important, element, late),
        st.none() | st.integers(1, 600),
        st.booleans(),
        st.sampled_from(Element),
        st.integers(1, 30),
    ),
    min_size=1,
    max_size=12,
)


@given(TASKS, st.lists(st.integers(0, 450), min_size=1, max_size=8), st.none() | st.integers(1, 5))
def test_every_overdue_task_gets_a_day_ahead_and_important_ones_no_later(
    wanted: list[tuple[int | None, bool, Element, int]], free: list[int], spread: int | None
) -> None:
    tasks = [
        task(n, minutes, important=important, element=element, due=MONDAY - timedelta(days=late))
        for n, (minutes, important, element, late) in enumerate(wanted, 1)
    ]
    there = rooms(*free)
    found = caught_up(tasks, there, days=spread)
    assert sorted(new.task.number or 0 for new in found) == [t.number for t in tasks]
    assert all(new.day >= MONDAY for new in found)
    work = [new for new in found if new.task.element in (Element.WORK, Element.GROWTH)]
    assert [new.day for new in work] == sorted(new.day for new in work)
    if spread is not None:
        assert all(new.day <= MONDAY + timedelta(days=spread) for new in found)


@given(TASKS, st.lists(st.integers(30, 450), min_size=1, max_size=8))
def test_no_more_than_half_of_what_is_free_is_due_while_there_is_time(
    wanted: list[tuple[int | None, bool, Element, int]], free: list[int]
) -> None:
    tasks = [task(n, each[0]) for n, each in enumerate(wanted, 1)]
    there = rooms(*free)
    found = caught_up(tasks, there)
    if sum(new.minutes for new in found) <= sum(minutes // 2 for minutes in free):
        for room in there:
            due = sum(new.minutes for new in found if new.day <= room.day)
            assert due <= sum(each.minutes // 2 for each in there if each.day <= room.day)
