"""The live count between its clock and a store that is not always there."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from keseimbangan.cli.context import Clock, Env, Home
from keseimbangan.cli.focus_counter import Counter
from keseimbangan.domain import focus_steps as steps
from keseimbangan.domain.focus import FocusSession, FocusState
from keseimbangan.errors.store import NoSuchNumber, StoreLocked
from keseimbangan.settings import Settings
from keseimbangan.store import connections
from keseimbangan.store.focus import Focus
from keseimbangan.view.console import Output

START = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


class HandClock(Clock):
    """A clock that is moved by hand, both of its readings together."""

    def __init__(self) -> None:
        super().__init__(None)
        self.gone = 0.0

    def now(self) -> datetime:
        return START + timedelta(seconds=int(self.gone))

    def steady(self) -> float:
        return self.gone


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def env(own_home: Path, clock: HandClock) -> Env:
    return Env(Home(own_home), Settings(), clock, Output(as_json=False))


@pytest.fixture
def counter(env: Env) -> Counter:
    with env.changing() as db:
        session = Focus(db).add(steps.begin("s1", START, "Asia/Jakarta"))
    return Counter(env, session)


def stored(env: Env) -> FocusSession:
    with env.reading() as db:
        return Focus(db).get(1)


@contextmanager
def locked(env: Env) -> Iterator[None]:
    """Another program holds the store."""
    with closing(sqlite3.connect(env.home.store, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


def pass_seconds(counter: Counter, clock: HandClock, seconds: float) -> None:
    clock.gone += seconds
    assert counter.tick() is None


def test_a_count_is_stored_every_fifteen_seconds(env, counter, clock):
    for _ in range(14):
        pass_seconds(counter, clock, 1)
    assert stored(env).focused_seconds == 0
    pass_seconds(counter, clock, 1)
    assert stored(env).focused_seconds == 15
    assert stored(env).seen_at == START + timedelta(seconds=15)


def test_fractions_of_a_second_are_not_lost(env, counter, clock):
    for _ in range(28):
        pass_seconds(counter, clock, 0.75)
    assert counter.session.focused_seconds == 21


def test_a_locked_store_does_not_stop_the_count(env, counter, clock, monkeypatch):
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.01)
    with locked(env):
        pass_seconds(counter, clock, 20)
        assert isinstance(counter.trouble, StoreLocked)
        assert counter.session.focused_seconds == 20
    pass_seconds(counter, clock, 1)
    assert counter.trouble is None
    assert stored(env).focused_seconds == 21


def test_a_step_waits_for_a_store_that_is_out_of_reach(env, counter, clock, monkeypatch):
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.01)
    pass_seconds(counter, clock, 3)
    with locked(env):
        counter.change(steps.pause)
        assert isinstance(counter.trouble, StoreLocked)
        pass_seconds(counter, clock, 3)
    pass_seconds(counter, clock, 1)
    assert stored(env).paused_at == START + timedelta(seconds=3)
    assert stored(env).focused_seconds == 3


def test_an_end_that_cannot_be_kept_is_said(env, counter, monkeypatch):
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.01)
    with locked(env), pytest.raises(StoreLocked):
        counter.keep(steps.stop)
    assert counter.session.state is FocusState.RUNNING


def test_a_store_that_is_gone_ends_the_count(env, counter, clock):
    for path in env.home.data.iterdir():
        path.unlink()
    clock.gone += 1
    with pytest.raises(NoSuchNumber):
        counter.tick()


def test_a_store_that_was_exchanged_keeps_its_own_session(env, counter, clock):
    for path in env.home.data.iterdir():
        path.unlink()
    with env.changing() as db:
        Focus(db).add(steps.begin("another", START, "Asia/Jakarta"))
    clock.gone += 20
    with pytest.raises(NoSuchNumber):
        counter.tick()
    assert stored(env).focused_seconds == 0


def test_a_stop_in_another_terminal_gets_the_seconds_it_could_not_know(env, counter, clock):
    pass_seconds(counter, clock, 20)
    pass_seconds(counter, clock, 10)
    with env.changing() as db:
        Focus(db).save(steps.stop(Focus(db).get(1), env.now()))
    assert stored(env).focused_seconds == 20
    pass_seconds(counter, clock, 1)
    assert counter.over
    assert (stored(env).focused_seconds, stored(env).state) == (31, FocusState.STOPPED)


def test_no_step_is_taken_with_a_session_that_was_ended_meanwhile(env, counter):
    with env.changing() as db:
        Focus(db).save(steps.stop(Focus(db).get(1), env.now()))
    counter.change(steps.pause)
    assert counter.over
    assert stored(env).state is FocusState.STOPPED


def test_an_ended_session_is_counted_no_more(counter, clock):
    counter.keep(steps.stop)
    clock.gone += 5
    assert counter.tick() is None
    assert counter.session.focused_seconds == 0
