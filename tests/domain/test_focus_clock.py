"""What the steady clock counts, and what it leaves for a person to say."""

from dataclasses import replace
from datetime import timedelta

import pytest

from keseimbangan.domain import focus_clock, focus_settlement, focus_steps
from keseimbangan.domain.focus import FocusSession, FocusState
from keseimbangan.domain.focus_clock import GapKind, Tick
from keseimbangan.domain.focus_settlement import Settlement
from keseimbangan.errors.focus import NothingRunning
from tests.domain.focus_examples import (
    START,
    after,
    begun,
    completed,
    counted,
    in_background,
    ticked,
)


class TestTick:
    def test_a_minute_of_ticks_counts_a_minute(self):
        session = ticked(begun(), 60)
        assert (session.focused_seconds, session.seen_at) == (60, after(1))

    def test_small_differences_between_the_clocks_are_no_gap(self):
        tick = focus_clock.tick(begun(), after(seconds=61), 1)
        assert (tick.session.focused_seconds, tick.gap) == (1, None)

    def test_a_suspend_is_not_counted_but_asked_about(self):
        tick = focus_clock.tick(counted(10), after(50, 1), 1)
        assert tick.session.focused_seconds == 601
        assert tick.gap == focus_clock.Gap(GapKind.AWAY, after(10), after(50, 1), 40 * 60)

    def test_a_halted_process_is_not_counted_although_the_steady_clock_went_on(self):
        tick = focus_clock.tick(counted(10), after(50), 40 * 60)
        assert tick.session.focused_seconds == 600
        assert tick.gap == focus_clock.Gap(GapKind.AWAY, after(10), after(50), 40 * 60)

    def test_a_halted_process_on_a_computer_that_slept_too_is_one_gap(self):
        tick = focus_clock.tick(counted(10), after(50), 15 * 60)
        assert tick.gap == focus_clock.Gap(GapKind.AWAY, after(10), after(50), 40 * 60)

    def test_a_late_tick_of_a_minute_still_counts_and_one_of_more_does_not(self):
        assert focus_clock.tick(begun(), after(1), 60) == Tick(
            replace(begun(), focused_seconds=60, seen_at=after(1))
        )
        assert focus_clock.tick(begun(), after(seconds=61), 61).session.focused_seconds == 0

    def test_a_clock_set_back_costs_nothing_and_leaves_nothing_to_ask(self):
        tick = focus_clock.tick(counted(10), after(-50, 1), 1)
        assert tick.session.focused_seconds == 601
        assert tick.gap == focus_clock.Gap(GapKind.CLOCK_SET, after(10), after(-50, 1), 0)

    def test_a_clock_set_forward_by_a_year_is_no_sleep(self):
        tick = focus_clock.tick(counted(10), after(10) + timedelta(days=365), 1)
        assert tick.session.focused_seconds == 601
        assert tick.gap is not None
        assert (tick.gap.kind, tick.gap.seconds) == (GapKind.CLOCK_SET, 0)

    def test_a_halt_while_the_clock_is_set_back_leaves_only_the_halt_to_ask(self):
        tick = focus_clock.tick(counted(10), after(-50), 300)
        assert tick.gap == focus_clock.Gap(GapKind.AWAY, after(10), after(-50), 300)

    def test_a_steady_clock_that_goes_back_counts_nothing(self):
        assert focus_clock.tick(counted(10), after(10), -30).session.focused_seconds == 600

    def test_a_round_counts_no_more_than_was_planned(self):
        session = ticked(begun(planned_minutes=1), 70)
        assert (session.focused_seconds, session.focused_minutes) == (60, 1)

    def test_a_paused_session_is_tended_to_but_not_counted(self):
        tick = focus_clock.tick(focus_steps.pause(counted(10), after(10)), after(40), 1)
        assert tick.gap is None
        assert (tick.session.focused_seconds, tick.session.seen_at) == (600, after(40))

    def test_watching_a_background_session_counts_it_by_the_wall_clock(self):
        assert focus_clock.tick(in_background(), after(10), 1).session.focused_seconds == 600

    def test_an_ended_session_is_not_ticked(self):
        with pytest.raises(NothingRunning):
            focus_clock.tick(completed(), after(26), 1)


class TestHeartbeat:
    def test_it_is_due_after_fifteen_seconds_counted_or_not(self):
        assert not focus_clock.heartbeat_due(begun(), ticked(begun(), 14))
        assert focus_clock.heartbeat_due(begun(), ticked(begun(), 15))
        paused = focus_steps.pause(begun(), START)
        assert focus_clock.heartbeat_due(paused, ticked(paused, 15))

    def test_it_is_due_even_when_a_clock_set_back_hides_the_time(self):
        session = ticked(begun(), 14)
        session = focus_clock.tick(session, after(seconds=1), 1).session
        assert focus_clock.heartbeat_due(begun(), session)


class TestReconciled:
    """A live session counts in memory while another terminal changes its row."""

    def own(self) -> FocusSession:
        return ticked(begun(), 70)

    def stored(self) -> FocusSession:
        return ticked(begun(), 60)

    def test_a_row_that_nobody_touched_leaves_the_own_count(self):
        own = focus_clock.reconciled(self.own(), self.stored(), self.stored())
        assert own == self.own()

    def test_a_pause_and_an_interruption_from_elsewhere_are_taken_over(self):
        row = focus_steps.interrupt(self.stored(), after(1), "telepon", "i1")
        row = focus_steps.pause(row, after(1, 10))
        session = focus_clock.reconciled(self.own(), self.stored(), row)
        assert session.paused_at == after(1, 10)
        assert session.interruptions == row.interruptions
        assert (session.focused_seconds, session.seen_at) == (70, after(1, 10))

    def test_a_stop_from_elsewhere_takes_the_seconds_that_only_this_process_knows(self):
        row = focus_steps.stop(self.stored(), after(1, 10))
        session = focus_clock.reconciled(self.own(), self.stored(), row)
        assert session.state is FocusState.STOPPED
        assert (session.focused_seconds, session.ended_at) == (70, after(1, 10))

    def test_a_settlement_from_elsewhere_is_a_persons_word(self):
        row = focus_settlement.settle(self.stored(), Settlement.UNTIL_NOW, after(10))
        assert focus_clock.reconciled(self.own(), self.stored(), row) == row

    def test_a_break_that_was_ended_elsewhere_is_over(self):
        stored = focus_steps.start_break(completed(), after(25))
        row = focus_steps.end_break(stored)
        own = ticked(stored, 30)
        assert focus_clock.reconciled(own, stored, row) == row
