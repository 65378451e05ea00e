"""What a session is: its rows, its state, what is left of it, and what dangles."""

import pytest

from keseimbangan.domain import focus, focus_steps
from keseimbangan.domain.focus import FocusState
from tests.domain.focus_examples import after, completed, counted, in_background


class TestBackground:
    def test_it_counts_the_wall_clock_from_its_start(self):
        session = focus.catch_up(in_background(), after(10, 30))
        assert (session.focused_seconds, session.focused_minutes) == (630, 10)
        assert focus.remaining_seconds(in_background(), after(10, 30)) == 870

    def test_it_counts_no_more_than_was_planned(self):
        session = focus_steps.stop(in_background(), after(500))
        assert session.state is FocusState.COMPLETED
        assert (session.focused_minutes, session.ended_at) == (25, after(25))

    def test_a_clock_set_back_counts_nothing(self):
        assert focus.catch_up(in_background(), after(-60)) == in_background()

    def test_its_pauses_are_left_out(self):
        paused = focus_steps.pause(in_background(), after(10))
        assert focus.remaining_seconds(paused, after(200)) == 900
        resumed = focus_steps.resume(paused, after(200))
        assert focus.remaining_seconds(resumed, after(205)) == 600
        assert focus_steps.complete(resumed, after(215)).ended_at == after(215)

    def test_a_live_session_is_never_counted_by_the_wall_clock(self):
        assert focus.remaining_seconds(counted(10), after(20)) == 900


class TestDangling:
    @pytest.mark.parametrize(
        ("now", "dangling"),
        [
            (after(10), False),
            (after(11, 30), False),
            (after(11, 31), True),
            (after(8, 30), False),
            (after(8, 29), True),
        ],
    )
    def test_a_live_session_dangles_when_it_was_not_seen_for_ninety_seconds(self, now, dangling):
        assert focus.is_dangling(counted(10), now) is dangling
        shown = FocusState.DANGLING if dangling else FocusState.RUNNING
        assert focus.shown_state(counted(10), now) is shown

    @pytest.mark.parametrize(
        ("now", "dangling"),
        [
            (after(1), False),
            (after(35), False),
            (after(35, 1), True),
            (after(-1), False),
            (after(-2), True),
        ],
    )
    def test_a_background_session_dangles_ten_minutes_after_its_planned_end(self, now, dangling):
        assert focus.is_dangling(in_background(), now) is dangling

    def test_a_paused_background_session_waits_as_long_as_it_takes(self):
        paused = focus_steps.pause(in_background(), after(10))
        assert focus.shown_state(paused, after(6000)) is FocusState.RUNNING

    def test_a_paused_live_session_dangles_when_its_terminal_is_gone(self):
        paused = focus_steps.pause(counted(10), after(10))
        assert focus.is_dangling(paused, after(20))

    def test_an_ended_session_never_dangles(self):
        assert focus.shown_state(completed(), after(600)) is FocusState.COMPLETED

    def test_a_break_that_nobody_ended_is_shown_as_over(self):
        session = focus_steps.start_break(completed(), after(25))
        assert focus.shown_state(session, after(29)) is FocusState.BREAK
        assert focus.shown_state(session, after(30)) is FocusState.COMPLETED
