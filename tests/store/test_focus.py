"""Focus sessions and their interruptions come back from the store as they went in."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keseimbangan.domain import focus_steps as steps
from keseimbangan.domain.focus import FocusSession, FocusState, Interruption
from keseimbangan.domain.tasks import Task
from keseimbangan.errors.store import NoSuchNumber
from keseimbangan.store.database import Database, changing, reading
from keseimbangan.store.focus import Focus
from keseimbangan.store.tasks import Tasks

START = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


def after(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


def begun(uid: str = "s1", at: datetime = START, **plan: int) -> FocusSession:
    return steps.begin(uid, at, "Asia/Jakarta", **plan)


def ended(uid: str, at: datetime, minutes: int) -> FocusSession:
    later = at + timedelta(minutes=minutes)
    counted = replace(begun(uid, at), focused_seconds=minutes * 60, seen_at=later)
    return steps.stop(counted, later)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with changing(tmp_path / "keseimbangan.db", START) as database:
        yield database


@pytest.fixture
def focus(db: Database) -> Focus:
    return Focus(db)


def test_a_session_gets_a_number_and_comes_back_whole(focus):
    session = focus.add(steps.interrupt(begun(), after(3), "telepon\nkantor", "i1"))
    assert session.number == 1
    assert focus.get(1) == session


def test_a_session_that_is_not_there_is_refused(focus):
    with pytest.raises(NoSuchNumber):
        focus.get(7)


def test_what_changed_is_kept_and_only_new_interruptions_are_added(focus):
    session = focus.add(steps.interrupt(begun(), after(3), "telepon", "i1"))
    session = steps.interrupt(steps.pause(session, after(5)), after(6), "tamu", "i2")
    focus.save(session)
    focus.save(session)
    assert focus.get(1) == session
    assert [one.note for one in focus.get(1).interruptions] == ["telepon", "tamu"]


def test_the_running_session_is_the_one_without_an_end(focus):
    assert focus.running() is None
    focus.add(ended("s1", START, 10))
    running = focus.add(begun("s2", after(20)))
    assert focus.running() == running
    focus.save(steps.stop(running, after(30)))
    assert focus.running() is None


def test_a_session_on_break_is_current_until_another_runs(focus):
    resting = focus.add(steps.start_break(ended("s1", START, 25), after(25)))
    assert (focus.on_break(), focus.current()) == (resting, resting)
    running = focus.add(begun("s2", after(27)))
    assert focus.current() == running
    focus.save(steps.end_break(resting))
    assert focus.on_break() is None


def test_sessions_of_a_span_come_by_start_and_its_end_is_not_in_it(focus):
    for minute in (60, 0, 30):
        focus.add(ended(f"s{minute}", after(minute), 10))
    assert [one.uid for one in focus.between(START, after(60))] == ["s0", "s30"]


def test_the_latest_sessions_come_newest_first(focus):
    for minute in (60, 0, 30):
        focus.add(ended(f"s{minute}", after(minute), 10))
    assert [one.uid for one in focus.latest(2)] == ["s60", "s30"]


def test_titles_of_tasks_are_found_by_the_sessions_that_were_for_them(db, focus):
    task = Tasks(db).add(Task(number=None, uid="t1", title="Susun laporan"))
    session = focus.add(replace(begun(), task=task.number))
    assert focus.titles([session, None, begun("s2")]) == {task.number: "Susun laporan"}
    assert focus.titles([]) == {}


def test_time_of_all_sessions_of_a_task_is_its_spent_time(db, focus):
    task = Tasks(db).add(Task(number=None, uid="t1", title="Susun laporan"))
    for minute, minutes in ((0, 10), (30, 25)):
        focus.add(replace(ended(f"s{minute}", after(minute), minutes), task=task.number))
    assert Tasks(db).get(task.number or 0).spent_minutes == 35


def test_a_session_survives_its_task(db, focus):
    task = Tasks(db).add(Task(number=None, uid="t1", title="Susun laporan"))
    focus.add(replace(begun(), task=task.number))
    Tasks(db).delete(task)
    assert focus.get(1).task is None


instants = st.integers(0, 10_000_000).map(lambda seconds: START + timedelta(seconds=seconds))
maybe = st.none() | instants
notes = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30)
sessions = st.builds(
    FocusSession,
    number=st.none(),
    uid=st.uuids().map(str),
    started_at=instants,
    zone=st.sampled_from(["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"]),
    planned_minutes=st.integers(1, 240),
    break_minutes=st.integers(1, 120),
    long_break_minutes=st.integers(1, 240),
    state=st.sampled_from([state for state in FocusState if state is not FocusState.DANGLING]),
    cycle=st.none() | st.uuids().map(str),
    round=st.integers(1, 12),
    rounds=st.integers(1, 12),
    focused_seconds=st.integers(0, 100_000),
    seen_at=maybe,
    paused_at=maybe,
    background=st.booleans(),
    ended_at=maybe,
    break_started_at=maybe,
    interruptions=st.lists(
        st.builds(Interruption, st.uuids().map(str), instants, notes), max_size=3
    ).map(lambda found: tuple(sorted(found, key=lambda one: one.at))),
)


@settings(deadline=None, max_examples=50)
@given(session=sessions)
def test_any_session_comes_back_as_it_was(session):
    # A store that is not there is an empty one in memory: each example has its own.
    with reading(Path("nowhere.db"), START) as db:
        kept = Focus(db).add(session)
        assert replace(Focus(db).get(kept.number or 0), number=None) == session
