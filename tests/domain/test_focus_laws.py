"""Laws that hold whatever the clocks, the store and the person do."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from keseimbangan.domain import focus, focus_clock, focus_settlement, focus_steps
from keseimbangan.domain.focus import FocusState
from keseimbangan.domain.focus_settlement import Settlement
from tests.domain.focus_examples import START, after, begun, in_background

leaps = st.one_of(
    st.integers(-30, 30),
    st.sampled_from([-3600, 3600, -365 * 86400, 365 * 86400, 40 * 60]),
)


@given(st.lists(st.tuples(st.integers(0, 200), leaps), max_size=40))
def test_no_leap_of_the_wall_clock_changes_the_count(steps):
    plain = leaping = begun(planned_minutes=240)
    for elapsed, leap in steps:
        plain = focus_clock.tick(
            plain, plain.last_seen + timedelta(seconds=elapsed), elapsed
        ).session
        now = leaping.last_seen + timedelta(seconds=elapsed + leap)
        leaping = focus_clock.tick(leaping, now, elapsed).session
    assert leaping.focused_seconds == plain.focused_seconds


@given(st.integers(0, 120), leaps)
def test_what_was_left_out_or_asked_about_is_never_more_than_the_longer_clock_says(elapsed, leap):
    tick = focus_clock.tick(begun(), after(seconds=elapsed + leap), elapsed)
    missed = tick.gap.seconds if tick.gap else 0
    assert tick.session.focused_seconds + missed <= max(elapsed, elapsed + leap)


@given(st.lists(st.floats(-10_000, 10_000), min_size=1, max_size=10))
def test_looking_at_a_background_session_does_not_change_what_it_will_have_counted(looks):
    looked = in_background()
    for seconds in sorted(looks):
        looked = focus.catch_up(looked, after(seconds=seconds))
        assert 0 <= looked.focused_seconds <= looked.planned_seconds
    assert looked == focus.catch_up(in_background(), after(seconds=max(looks)))


@given(
    counted_seconds=st.integers(0, 1500),
    away=st.integers(-100_000, 100_000),
    how=st.sampled_from([Settlement.UNTIL_NOW, Settlement.DISCARD]),
)
def test_a_settled_session_is_ended_and_loses_nothing_that_was_counted(counted_seconds, away, how):
    seen = after(seconds=counted_seconds)
    dangling = replace(begun(), focused_seconds=counted_seconds, seen_at=seen)
    session = focus_settlement.settle(dangling, how, seen + timedelta(seconds=away))
    assert session.focused_seconds >= counted_seconds
    assert session.focused_seconds <= counted_seconds + max(0, away)
    assert session.state in (FocusState.COMPLETED, FocusState.STOPPED)
    assert session.ended_at - session.started_at >= timedelta(seconds=session.focused_seconds)


class Desk(RuleBasedStateMachine):
    """A live session as a caller runs it: two clocks, a store, sleep, halts and kills."""

    @initialize(planned=st.sampled_from([1, 25, 240]))
    def start(self, planned: int) -> None:
        self.wall, self.steady = START, 0
        self.session = self.stored = begun(planned_minutes=planned)
        self.ticked_at = self.before = 0

    def tick(self) -> focus_clock.Gap | None:
        tick = focus_clock.tick(self.session, self.wall, self.steady - self.ticked_at)
        self.ticked_at, self.session = self.steady, tick.session
        if focus_clock.heartbeat_due(self.stored, self.session):
            self.stored = self.session
        return tick.gap

    def pass_time(self, steady: int, wall: int) -> None:
        self.steady += steady
        self.wall += timedelta(seconds=wall)

    @property
    def running(self) -> bool:
        return self.session.state is FocusState.RUNNING

    @precondition(lambda self: self.running)
    @rule(seconds=st.integers(0, 20), times=st.integers(1, 30))
    def work(self, seconds: int, times: int) -> None:
        for _ in range(times):
            before = self.session.focused_seconds
            self.pass_time(seconds, seconds)
            assert self.tick() is None
            room = self.session.planned_seconds - before
            expected = 0 if self.session.paused_at else min(seconds, room)
            assert self.session.focused_seconds == before + expected

    @precondition(lambda self: self.running)
    @rule(seconds=st.integers(61, 3 * 86400))
    def sleep(self, seconds: int) -> None:
        before = self.session.focused_seconds
        self.pass_time(0, seconds)
        gap = self.tick()
        assert self.session.focused_seconds == before
        assert (gap is None) == (self.session.paused_at is not None)

    @precondition(lambda self: self.running)
    @rule(seconds=st.integers(61, 3 * 86400))
    def halt(self, seconds: int) -> None:
        before = self.session.focused_seconds
        self.pass_time(seconds, seconds)
        self.tick()
        assert self.session.focused_seconds == before

    @precondition(lambda self: self.running)
    @rule(seconds=st.sampled_from([-3600, -61, -20, 20, 61, 3600, 365 * 86400]))
    def set_the_clock(self, seconds: int) -> None:
        self.pass_time(0, seconds)
        self.tick()

    @precondition(lambda self: self.running)
    @rule()
    def pause_or_resume(self) -> None:
        turn = focus_steps.resume if self.session.paused_at else focus_steps.pause
        self.session = self.stored = turn(self.session, self.wall)

    @precondition(lambda self: self.running)
    @rule()
    def interrupt(self) -> None:
        note = focus_steps.interrupt(self.session, self.wall, "tamu", f"i{self.steady}")
        self.session = self.stored = note

    @precondition(lambda self: self.running)
    @rule(away=st.integers(91, 86400), how=st.sampled_from(list(Settlement)))
    def kill_and_settle(self, away: int, how: Settlement) -> None:
        self.wall = self.stored.last_seen + timedelta(seconds=away)
        assert focus.is_dangling(self.stored, self.wall)
        minutes = self.stored.focused_minutes if how is Settlement.KEEP else None
        self.session = self.stored = focus_settlement.settle(self.stored, how, self.wall, minutes)
        # From here a person vouches for the time, not the steady clock.
        self.steady += away
        self.before = min(self.before, self.session.focused_seconds)

    @precondition(lambda self: self.running)
    @rule()
    def stop(self) -> None:
        self.session = self.stored = focus_steps.stop(self.session, self.wall)

    @precondition(lambda self: not self.running)
    @rule()
    def take_another_round(self) -> None:
        if self.session.round == self.session.rounds:
            self.session = replace(self.session, round=1)
        self.session = focus_steps.next_round(self.session, "next", self.wall)
        self.stored, self.steady, self.ticked_at, self.before = self.session, 0, 0, 0

    @invariant()
    def the_count_is_bounded_and_never_falls(self) -> None:
        assert self.session.focused_seconds >= self.before >= 0
        if self.running:
            assert self.session.focused_seconds <= min(self.steady, self.session.planned_seconds)
        self.before = self.session.focused_seconds

    @invariant()
    def a_kill_loses_less_than_a_heartbeat(self) -> None:
        lost = self.session.focused_seconds - self.stored.focused_seconds
        assert timedelta() <= timedelta(seconds=lost) < focus_clock.HEARTBEAT

    @invariant()
    def a_tended_session_never_dangles(self) -> None:
        assert not focus.is_dangling(self.session, self.wall)
        assert not focus.is_dangling(self.stored, self.session.last_seen)

    @invariant()
    def an_ended_session_spans_what_was_counted(self) -> None:
        if not self.running:
            spanned = self.session.ended_at - self.session.started_at
            assert spanned >= timedelta(seconds=self.session.focused_seconds)


Desk.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
TestDesk = Desk.TestCase
