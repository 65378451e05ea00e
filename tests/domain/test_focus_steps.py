"""Beginning, pausing, interrupting, ending, resting, and the next round."""

from dataclasses import replace
from datetime import timedelta

import pytest

from keseimbangan.domain import focus, focus_clock, focus_steps
from keseimbangan.domain.focus import FocusSession, FocusState, Interruption
from keseimbangan.errors.focus import (
    AlreadyOnBreak,
    AlreadyPaused,
    AlreadyRunning,
    CycleFinished,
    NothingRunning,
    NotOnBreak,
    NotPaused,
    NotYetComplete,
)
from keseimbangan.errors.text import DurationOutOfBounds, UnreadableNumber
from tests.domain.focus_examples import (
    START,
    WIB,
    after,
    begun,
    completed,
    counted,
    in_background,
    ticked,
)


class TestBegin:
    def test_a_session_begins_as_the_first_of_four_rounds_with_nothing_counted(self):
        session = focus_steps.begin("s1", START, WIB, task=7, block=9)
        assert session == FocusSession(
            number=None,
            uid="s1",
            started_at=START,
            zone="Asia/Jakarta",
            planned_minutes=25,
            break_minutes=5,
            long_break_minutes=15,
            state=FocusState.RUNNING,
            task=7,
            block=9,
            cycle="s1",
            round=1,
            rounds=4,
            focused_seconds=0,
            seen_at=START,
        )

    @pytest.mark.parametrize(
        "plan",
        [
            {"planned_minutes": 0},
            {"planned_minutes": -5},
            {"planned_minutes": 6000},
            {"break_minutes": 0},
            {"break_minutes": 121},
            {"long_break_minutes": 0},
        ],
    )
    def test_absurd_durations_are_refused(self, plan):
        with pytest.raises(DurationOutOfBounds):
            begun(**plan)

    @pytest.mark.parametrize("rounds", [0, -1, 13])
    def test_absurd_numbers_of_rounds_are_refused(self, rounds):
        with pytest.raises(UnreadableNumber):
            begun(rounds=rounds)

    @pytest.mark.parametrize("field", [{"planned_minutes": 0}, {"focused_seconds": -1}])
    def test_a_row_that_cannot_be_is_refused_at_birth(self, field):
        with pytest.raises(ValueError, match="a session plans a minute or more"):
            replace(begun(), **field)


class TestPauseAndResume:
    def test_a_pause_is_left_out_of_the_count(self):
        paused = focus_steps.pause(ticked(begun(), 60), after(1))
        resumed = focus_steps.resume(ticked(paused, 600), after(11))
        session = ticked(resumed, 60)
        assert (session.focused_seconds, session.paused_at) == (120, None)

    def test_a_paused_session_cannot_be_paused(self):
        with pytest.raises(AlreadyPaused):
            focus_steps.pause(focus_steps.pause(begun(), after(1)), after(2))

    def test_a_session_that_was_not_paused_cannot_be_resumed(self):
        with pytest.raises(NotPaused):
            focus_steps.resume(begun(), after(1))

    @pytest.mark.parametrize(
        "step", [focus_steps.pause, focus_steps.resume, focus_steps.stop, focus_steps.complete]
    )
    def test_an_ended_session_takes_no_further_step(self, step):
        with pytest.raises(NothingRunning):
            step(completed(), after(30))


class TestInterrupt:
    def test_interruptions_are_kept_in_order_and_do_not_touch_the_count(self):
        session = focus_steps.interrupt(counted(10), after(10), "disposisi", "i1")
        session = focus_steps.interrupt(session, after(12), "", "i2")
        assert session.interruptions == (
            Interruption("i1", after(10), "disposisi"),
            Interruption("i2", after(12), ""),
        )
        assert session.focused_seconds == 600

    def test_an_ended_session_cannot_be_interrupted(self):
        with pytest.raises(NothingRunning):
            focus_steps.interrupt(completed(), after(26), "rapat", "i1")


class TestEnding:
    def test_a_round_is_complete_when_its_planned_time_is_counted(self):
        session = focus_steps.complete(ticked(begun(), 1500), after(25))
        assert session.state is FocusState.COMPLETED
        assert (session.ended_at, session.focused_minutes) == (after(25), 25)

    def test_a_round_is_not_complete_a_second_too_early(self):
        with pytest.raises(NotYetComplete) as caught:
            focus_steps.complete(ticked(begun(), 1499), after(25))
        assert caught.value.seconds == 1

    def test_a_round_stopped_early_keeps_what_was_counted(self):
        session = focus_steps.stop(ticked(begun(), 659), after(11))
        assert session.state is FocusState.STOPPED
        assert (session.focused_seconds, session.focused_minutes) == (659, 10)

    def test_a_round_stopped_at_its_planned_time_is_completed(self):
        assert focus_steps.stop(counted(25), after(25)).state is FocusState.COMPLETED

    def test_a_session_ends_where_its_counting_ended(self):
        assert focus_steps.stop(counted(10), after(90)).ended_at == after(10)

    def test_a_paused_session_ends_where_its_pause_began(self):
        paused = ticked(focus_steps.pause(counted(10), after(10)), 300)
        stopped = focus_steps.stop(paused, after(15))
        assert (stopped.ended_at, stopped.paused_at) == (after(10), None)

    def test_a_clock_set_back_never_puts_the_end_before_the_start(self):
        session = focus_clock.tick(counted(10), after(-50), 1).session
        assert focus_steps.stop(session, after(-50)).ended_at == after(10, 1)


class TestBreaks:
    def test_the_break_after_a_round_is_short_and_counts_down(self):
        session = focus_steps.start_break(completed(), after(25))
        assert session.state is FocusState.BREAK
        assert session.ended_at == after(25)
        assert focus.break_remaining_seconds(session, after(25)) == 300
        assert focus.break_remaining_seconds(session, after(28)) == 120
        assert focus.break_remaining_seconds(session, after(31)) == 0

    def test_the_break_after_the_last_round_is_long(self):
        last = replace(completed(), round=4)
        assert focus.break_length(last) == 15
        assert focus.break_length(replace(completed(), round=3)) == 5

    def test_a_cycle_of_one_round_has_a_short_break(self):
        assert focus.break_length(completed(rounds=1)) == 5

    def test_a_last_round_stopped_early_has_a_short_break(self):
        stopped = focus_steps.stop(replace(counted(10), round=4), after(10))
        assert focus.break_length(stopped) == 5

    def test_after_its_break_a_round_is_what_it_was(self):
        stopped = focus_steps.stop(counted(10), after(10))
        for ended in (completed(), stopped):
            again = focus_steps.end_break(focus_steps.start_break(ended, after(25)))
            assert again.state is ended.state

    def test_no_break_runs_outside_a_break(self):
        assert focus.break_remaining_seconds(completed(), after(25)) == 0
        with pytest.raises(NotOnBreak):
            focus_steps.end_break(completed())

    def test_a_break_begins_only_after_a_round_and_only_once(self):
        with pytest.raises(AlreadyRunning):
            focus_steps.start_break(begun(), after(1))
        with pytest.raises(AlreadyOnBreak):
            focus_steps.start_break(focus_steps.start_break(completed(), after(25)), after(26))

    def test_a_break_goes_on_when_the_clock_is_set_back_during_a_countdown(self):
        session = focus_steps.start_break(completed(), after(25))
        session = focus_clock.tick(session, after(27), 60).session
        tick = focus_clock.tick(session, after(-33), 0)
        assert tick.gap is None
        assert focus.break_remaining_seconds(tick.session, after(-33)) == 180

    def test_a_break_slept_through_is_over(self):
        session = focus_steps.start_break(completed(), after(25))
        tick = focus_clock.tick(session, after(60), 1)
        assert tick.gap is None
        assert focus.break_remaining_seconds(tick.session, after(60)) == 0

    def test_a_break_never_has_more_left_than_its_length(self):
        session = focus_steps.start_break(completed(), after(25))
        assert focus.break_remaining_seconds(session, after(24, 30)) == 300

    def test_a_break_from_a_clock_that_ran_years_ahead_is_over(self):
        session = focus_steps.start_break(completed(), after(25) + timedelta(days=1500))
        assert focus.break_remaining_seconds(session, after(25)) == 0


class TestNextRound:
    def test_the_next_round_is_a_new_row_of_the_same_cycle(self):
        first = focus_steps.interrupt(replace(counted(25), number=3, task=7), after(5), "x", "i1")
        resting = focus_steps.start_break(focus_steps.complete(first, after(25)), after(25))
        ended = focus_steps.end_break(resting)
        assert focus_steps.next_round(ended, "s2", after(30)) == replace(
            begun(), uid="s2", cycle="s1", task=7, started_at=after(30), seen_at=after(30), round=2
        )

    def test_a_stopped_round_is_done_over(self):
        stopped = focus_steps.stop(replace(counted(10), round=4), after(10))
        assert focus_steps.next_round(stopped, "s2", after(11)).round == 4

    def test_after_the_last_round_the_cycle_is_finished(self):
        with pytest.raises(CycleFinished):
            focus_steps.next_round(replace(completed(), round=4), "s2", after(40))

    def test_no_round_follows_one_that_is_not_ended(self):
        with pytest.raises(AlreadyRunning):
            focus_steps.next_round(begun(), "s2", after(1))
        with pytest.raises(AlreadyOnBreak):
            focus_steps.next_round(focus_steps.start_break(completed(), after(25)), "s2", after(26))


class TestLeaveAndAttend:
    def test_a_live_session_that_is_left_is_counted_by_the_wall_clock_from_there(self):
        left = focus_steps.leave(counted(10), after(10))
        assert left.background
        assert focus.remaining_seconds(left, after(12)) == 13 * 60

    def test_a_background_session_that_is_attended_keeps_what_went_by(self):
        attended = focus_steps.attend(in_background(), after(10))
        assert (attended.background, attended.focused_minutes) == (False, 10)
        assert ticked(attended, 60).focused_minutes == 11

    def test_a_paused_session_stays_paused_when_it_is_left(self):
        paused = focus_steps.leave(focus_steps.pause(counted(10), after(10)), after(12))
        assert focus.remaining_seconds(paused, after(200)) == 900

    @pytest.mark.parametrize("step", [focus_steps.leave, focus_steps.attend])
    def test_an_ended_session_can_be_neither_left_nor_attended(self, step):
        with pytest.raises(NothingRunning):
            step(completed(), after(26))
