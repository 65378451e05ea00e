"""Tasks, their quadrants, and what can become of them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keseimbangan.domain import tasks
from keseimbangan.domain.elements import Element
from keseimbangan.domain.tasks import Delegation, Impact, Quadrant, Task, TaskKind, TaskStatus
from keseimbangan.errors.tasks import AlreadyClosed, NotDelegated, PostponedIntoPast, StillOpen

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
TASK = Task(7, "u", "Susun laporan")
SARI = Delegation("Bu Sari", "Pakai format baru", "Satu rekap", TODAY + timedelta(days=3))

some_tasks = st.builds(
    Task,
    number=st.integers(1, 50),
    uid=st.uuids().map(str),
    title=st.just("X"),
    status=st.sampled_from(TaskStatus),
    important=st.booleans(),
    urgent=st.booleans(),
    due=st.none() | st.dates(date(2026, 10, 1), date(2027, 1, 31)),
    estimate_minutes=st.none() | st.integers(1, 2000),
    spent_minutes=st.integers(0, 2000),
    impact=st.none() | st.sampled_from(Impact),
    target=st.none() | st.integers(1, 3),
    parent=st.none() | st.integers(1, 50),
)


def ahead(days: int) -> date:
    """A day so many days from today."""
    return TODAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("important", "urgent", "expected"),
    [
        (True, True, Quadrant.DO),
        (True, False, Quadrant.SCHEDULE),
        (False, True, Quadrant.DELEGATE),
        (False, False, Quadrant.ELIMINATE),
    ],
)
def test_the_quadrant_follows_from_two_answers(
    important: bool, urgent: bool, expected: Quadrant
) -> None:
    task = tasks.triage(TASK, important=important, urgent=urgent)
    assert task.triaged
    assert tasks.quadrant(task, TODAY, 2) is expected


def test_a_task_that_serves_a_target_is_important() -> None:
    assert tasks.quadrant(replace(TASK, target=1), TODAY, 2) is Quadrant.SCHEDULE


@pytest.mark.parametrize(
    ("due", "days", "expected"),
    [
        (ahead(2), 2, Quadrant.DELEGATE),
        (ahead(3), 2, Quadrant.ELIMINATE),
        (ahead(0), 0, Quadrant.DELEGATE),
        (ahead(1), 0, Quadrant.ELIMINATE),
        (ahead(-30), 0, Quadrant.DELEGATE),
        (None, 30, Quadrant.ELIMINATE),
    ],
)
def test_a_task_is_urgent_when_it_is_due_within_the_days(
    due: date | None, days: int, expected: Quadrant
) -> None:
    assert tasks.quadrant(replace(TASK, due=due), TODAY, days) is expected


@given(some_tasks, st.integers(0, 30))
def test_time_alone_makes_a_task_more_urgent_and_never_less_important(
    task: Task, days: int
) -> None:
    important = (Quadrant.DO, Quadrant.SCHEDULE)
    urgent = (Quadrant.DO, Quadrant.DELEGATE)
    earlier = tasks.quadrant(task, TODAY, 2)
    later = tasks.quadrant(task, ahead(days), 2)
    assert (earlier in important) == (later in important)
    assert earlier not in urgent or later in urgent


@given(some_tasks)
def test_what_remains_is_never_negative(task: Task) -> None:
    left = tasks.remaining_minutes(task)
    assert 0 <= left <= (task.estimate_minutes or 0)


def test_a_finished_task_keeps_when_and_with_what() -> None:
    done = tasks.complete(TASK, NOW, "Terkirim", "B-12")
    assert (done.status, done.done_at) == (TaskStatus.DONE, NOW)
    assert (done.result, done.evidence) == ("Terkirim", "B-12")
    assert not done.is_open


def test_finishing_without_a_word_forgets_no_earlier_one() -> None:
    noted = replace(TASK, result="Draf", evidence="B-11")
    assert tasks.complete(noted, NOW).result == "Draf"
    assert tasks.complete(noted, NOW).evidence == "B-11"


@pytest.mark.parametrize("status", [TaskStatus.DONE, TaskStatus.DROPPED])
def test_a_closed_task_can_only_be_opened_again(status: TaskStatus) -> None:
    closed = replace(TASK, status=status, done_at=NOW)
    for step in (
        lambda: tasks.complete(closed, NOW),
        lambda: tasks.drop(closed, NOW),
        lambda: tasks.postpone(closed, ahead(1), TODAY),
        lambda: tasks.delegate(closed, SARI),
        lambda: tasks.split(closed, ["A", "B"], ["a", "b"]),
    ):
        with pytest.raises(AlreadyClosed) as refusal:
            step()
        assert refusal.value.number == 7
    reopened = tasks.reopen(closed)
    assert (reopened.status, reopened.done_at) == (TaskStatus.OPEN, None)


def test_an_open_task_is_not_opened_again() -> None:
    with pytest.raises(StillOpen):
        tasks.reopen(TASK)


def test_each_postponement_is_counted() -> None:
    once = tasks.postpone(TASK, ahead(0), TODAY)
    twice = tasks.postpone(once, ahead(9), TODAY)
    assert (twice.due, twice.postponed) == (ahead(9), 2)


def test_nothing_is_postponed_into_the_past() -> None:
    with pytest.raises(PostponedIntoPast):
        tasks.postpone(TASK, ahead(-1), TODAY)


def test_a_delegated_task_is_open_but_anothers_to_do() -> None:
    given_away = tasks.delegate(TASK, SARI)
    assert (given_away.status, given_away.delegate) == (TaskStatus.DELEGATED, SARI)
    assert given_away.is_open
    assert given_away.triaged
    back = tasks.take_back(given_away)
    assert (back.status, back.delegate) == (TaskStatus.OPEN, None)


def test_pieces_inherit_what_the_whole_is_for_but_not_what_was_done_about_it() -> None:
    whole = replace(
        TASK,
        important=True,
        triaged=True,
        due=ahead(5),
        estimate_minutes=300,
        spent_minutes=50,
        kind=TaskKind.PROJECT,
        target=2,
        postponed=3,
        note="Catatan",
    )
    first, second = tasks.split(whole, ["Data", "Tulis"], ["a", "b"])
    assert (first.title, second.title) == ("Data", "Tulis")
    assert (first.uid, second.uid) == ("a", "b")
    for piece in (first, second):
        assert piece.number is None
        assert piece.parent == 7
        assert (piece.important, piece.due, piece.kind, piece.target) == (
            *(True, ahead(5), TaskKind.PROJECT, 2),
        )
        assert (piece.estimate_minutes, piece.spent_minutes, piece.postponed) == (None, 0, 0)
        assert piece.note is None


def test_a_whole_with_open_pieces_is_not_to_be_worked_on_itself() -> None:
    piece = replace(TASK, number=8, parent=7)
    assert tasks.without_umbrellas([TASK, piece]) == [piece]
    closed = replace(piece, status=TaskStatus.DONE)
    assert TASK in tasks.without_umbrellas([TASK, closed])


def test_the_order_is_quadrant_then_due_then_impact_then_number() -> None:
    do = replace(TASK, number=1, important=True, urgent=True)
    do_sooner = replace(do, number=2, due=ahead(0))
    schedule = replace(TASK, number=3, important=True)
    schedule_high = replace(schedule, number=4, impact=Impact.HIGH)
    schedule_low = replace(schedule, number=5, impact=Impact.LOW)
    rest = replace(TASK, number=6)
    shuffled = [rest, schedule_low, schedule, do, schedule_high, do_sooner]
    assert [t.number for t in tasks.in_order(shuffled, TODAY, 2)] == [2, 1, 4, 3, 5, 6]


@given(st.lists(some_tasks))
def test_ordering_neither_loses_nor_invents_and_is_settled(some: list[Task]) -> None:
    ordered = tasks.in_order(some, TODAY, 2)
    assert sorted(t.uid for t in ordered) == sorted(t.uid for t in some)
    assert tasks.in_order(ordered, TODAY, 2) == ordered
    quadrants = [list(Quadrant).index(tasks.quadrant(t, TODAY, 2)) for t in ordered]
    assert quadrants == sorted(quadrants)


def test_delegations_are_asked_after_from_their_day_the_longest_waiting_first() -> None:
    def given_away(number: int, follow_up: date | None) -> Task:
        return tasks.delegate(replace(TASK, number=number), replace(SARI, follow_up=follow_up))

    late, due, later, never = (
        given_away(1, ahead(-4)),
        given_away(2, ahead(0)),
        given_away(3, ahead(1)),
        given_away(4, None),
    )
    finished = tasks.complete(given_away(5, ahead(-9)), NOW)
    assert tasks.follow_ups([due, later, never, finished, late], TODAY) == [late, due]


def test_the_urgent_load_counts_what_is_ones_own_and_guesses_an_hour() -> None:
    urgent = replace(TASK, number=1, urgent=True, estimate_minutes=120, spent_minutes=30)
    unknown = replace(TASK, number=2, urgent=True)
    calm = replace(TASK, number=3, estimate_minutes=600)
    given_away = tasks.delegate(replace(urgent, number=4), SARI)
    load = tasks.urgent_load([urgent, unknown, calm, given_away], TODAY, 2, 150)
    assert (load.minutes, load.tasks, load.guessed) == (90 + 60, 2, 1)
    assert not load.too_much
    assert load._replace(capacity=149).too_much
    assert tasks.urgent_load([urgent, unknown], TODAY, 2, 0, 45).minutes == 90 + 45
    none = tasks.urgent_load([urgent, unknown], TODAY, 2, 0, 0)
    assert (none.minutes, none.tasks, none.guessed) == (90, 2, 0)


def test_what_belongs_to_ones_own_life_presses_on_no_hour_of_work() -> None:
    school = replace(TASK, number=1, urgent=True, element=Element.LIFE, estimate_minutes=30)
    assert tasks.urgent_load([school], TODAY, 2, 0).tasks == 0


@given(st.lists(some_tasks, unique_by=lambda task: task.number))
def test_no_task_more_ever_lightens_the_load(some: list[Task]) -> None:
    whole = tasks.urgent_load(some, TODAY, 2, 0)
    extra = Task(99, "x", "Y", urgent=True, estimate_minutes=45)
    more = tasks.urgent_load([*some, extra], TODAY, 2, 0)
    assert more.minutes == whole.minutes + 45
    assert more.tasks == whole.tasks + 1


def test_only_a_delegated_task_can_be_taken_back() -> None:
    done = tasks.complete(TASK, NOW)
    with pytest.raises(NotDelegated):
        tasks.take_back(done)


def test_a_delegated_task_that_is_opened_again_is_still_with_the_other() -> None:
    given_away = tasks.delegate(TASK, SARI)
    again = tasks.reopen(tasks.complete(given_away, NOW))
    assert again.status is TaskStatus.DELEGATED
