"""What becomes of gaps and of sessions left behind."""

from dataclasses import replace

import pytest

from keseimbangan.domain import focus_clock, focus_settlement, focus_steps
from keseimbangan.domain.focus import FocusSession, FocusState
from keseimbangan.domain.focus_clock import Gap, Tick
from keseimbangan.domain.focus_settlement import Settlement
from keseimbangan.errors.focus import KeepTooLong, NothingRunning
from keseimbangan.errors.text import DurationOutOfBounds
from tests.domain.focus_examples import (
    START,
    after,
    begun,
    completed,
    counted,
    in_background,
    ticked,
)


class TestKeepGap:
    def gap(self) -> Tick:
        return focus_clock.tick(counted(10), after(50, 1), 1)

    def test_all_of_a_gap_can_be_kept_even_beyond_the_plan(self):
        tick = self.gap()
        assert focus_settlement.keep_gap(tick.session, tick.gap).focused_seconds == 601 + 2400

    def test_what_was_kept_beyond_the_plan_stays_when_ticks_go_on(self):
        tick = self.gap()
        kept = focus_settlement.keep_gap(tick.session, tick.gap)
        assert ticked(kept, 5).focused_seconds == 3001

    def test_some_minutes_of_a_gap_can_be_kept(self):
        tick = self.gap()
        assert focus_settlement.keep_gap(tick.session, tick.gap, 5).focused_seconds == 601 + 300

    def test_more_than_the_gap_cannot_be_kept(self):
        tick = self.gap()
        with pytest.raises(KeepTooLong) as caught:
            focus_settlement.keep_gap(tick.session, tick.gap, 41)
        assert (caught.value.minutes, caught.value.most) == (41, 40)

    def test_a_clock_set_back_gives_nothing_to_keep(self):
        tick = focus_clock.tick(counted(10), after(-50), 1)
        assert focus_settlement.keep_gap(tick.session, tick.gap) == tick.session

    def test_nothing_is_kept_for_a_session_that_was_ended_meanwhile(self):
        with pytest.raises(NothingRunning):
            focus_settlement.keep_gap(completed(), self.gap().gap)


class TestSettle:
    def test_minutes_to_keep_are_the_minutes_of_the_whole_session(self):
        session = focus_settlement.settle(counted(10), Settlement.KEEP, after(90), 20)
        assert (session.focused_seconds, session.ended_at) == (1200, after(20))
        assert session.state is FocusState.STOPPED

    def test_keeping_the_planned_minutes_completes_the_round(self):
        session = focus_settlement.settle(counted(10), Settlement.KEEP, after(90), 25)
        assert session.state is FocusState.COMPLETED

    def test_fewer_minutes_than_were_counted_can_be_kept(self):
        session = focus_settlement.settle(counted(10), Settlement.KEEP, after(90), 0)
        assert (session.focused_seconds, session.ended_at) == (0, START)

    def test_no_more_can_be_kept_than_went_by_since_the_start(self):
        assert focus_settlement.most_to_keep(counted(10), after(90, 59)) == 90
        with pytest.raises(KeepTooLong) as caught:
            focus_settlement.settle(counted(10), Settlement.KEEP, after(90, 59), 91)
        assert (caught.value.minutes, caught.value.most) == (91, 90)

    def test_what_was_counted_can_be_kept_even_when_the_clock_was_set_back(self):
        session = focus_settlement.settle(counted(10), Settlement.KEEP, after(-60), 10)
        assert (session.focused_minutes, session.ended_at) == (10, after(10))

    def test_negative_minutes_are_refused(self):
        with pytest.raises(DurationOutOfBounds):
            focus_settlement.settle(counted(10), Settlement.KEEP, after(90), -1)

    def test_keeping_minutes_without_saying_how_many_is_a_mistake_of_the_caller(self):
        with pytest.raises(ValueError, match="KEEP needs minutes"):
            focus_settlement.settle(counted(10), Settlement.KEEP, after(90))

    def test_keeping_until_now_adds_the_time_since_it_was_last_seen(self):
        session = focus_settlement.settle(counted(10), Settlement.UNTIL_NOW, after(40))
        assert (session.focused_minutes, session.ended_at) == (40, after(40))
        assert session.state is FocusState.COMPLETED

    def test_keeping_until_now_adds_nothing_when_the_clock_was_set_back(self):
        session = focus_settlement.settle(counted(10), Settlement.UNTIL_NOW, after(-60))
        assert (session.focused_minutes, session.ended_at) == (10, after(10))

    def test_keeping_until_now_of_a_paused_session_counts_from_its_pause(self):
        paused = replace(focus_steps.pause(counted(10), after(10)), seen_at=after(15))
        session = focus_settlement.settle(paused, Settlement.UNTIL_NOW, after(20))
        assert (session.focused_minutes, session.ended_at) == (20, after(20))

    def test_discarding_drops_the_uncounted_and_keeps_row_count_and_interruptions(self):
        dangling = focus_steps.interrupt(counted(10), after(5), "telepon", "i1")
        session = focus_settlement.settle(dangling, Settlement.DISCARD, after(90))
        assert session == replace(dangling, state=FocusState.STOPPED, ended_at=after(10))

    def test_discarding_a_paused_session_ends_it_at_its_pause(self):
        paused = replace(focus_steps.pause(counted(10), after(10)), seen_at=after(15))
        session = focus_settlement.settle(paused, Settlement.DISCARD, after(90))
        assert (session.focused_minutes, session.ended_at) == (10, after(10))

    def test_discarding_a_background_session_leaves_what_was_counted_at_its_pause(self):
        once = focus_settlement.settle(in_background(), Settlement.DISCARD, after(90))
        assert (once.focused_seconds, once.ended_at) == (0, START)
        resumed = focus_steps.resume(focus_steps.pause(in_background(), after(10)), after(20))
        again = focus_settlement.settle(resumed, Settlement.DISCARD, after(90))
        assert again.focused_minutes == 10

    def test_a_background_session_may_be_kept_beyond_its_plan_by_word(self):
        session = focus_settlement.settle(in_background(), Settlement.UNTIL_NOW, after(50))
        assert (session.focused_minutes, session.ended_at) == (50, after(50))

    def test_an_end_never_lies_in_the_future(self):
        late = replace(begun(), seen_at=after(40), focused_seconds=600)
        assert focus_settlement.settle(late, Settlement.KEEP, after(45), 45).ended_at == after(45)

    def test_an_ended_session_has_nothing_to_settle(self):
        with pytest.raises(NothingRunning):
            focus_settlement.settle(completed(), Settlement.DISCARD, after(90))


class TestSettleGap:
    def held(self) -> tuple[FocusSession, Gap]:
        tick = focus_clock.tick(counted(10), after(50), 0)
        return focus_steps.pause(tick.session, tick.gap.since), tick.gap

    @pytest.mark.parametrize(
        ("how", "minutes", "counted_minutes"),
        [
            (Settlement.KEEP, 5, 15),
            (Settlement.KEEP, 0, 10),
            (Settlement.UNTIL_NOW, None, 50),
            (Settlement.DISCARD, None, 10),
        ],
    )
    def test_a_person_says_how_much_of_a_gap_counts(self, how, minutes, counted_minutes):
        session = focus_settlement.settle_gap(*self.held(), how, minutes)
        assert (session.focused_minutes, session.paused_at) == (counted_minutes, None)
        assert session.seen_at == after(50)

    def test_no_more_of_a_gap_can_be_kept_than_it_has(self):
        with pytest.raises(KeepTooLong):
            focus_settlement.settle_gap(*self.held(), Settlement.KEEP, 41)

    def test_a_gap_grows_until_somebody_says_what_it_was(self):
        _session, gap = self.held()
        longer = focus_settlement.grown(gap, after(60))
        assert (longer.since, longer.until, longer.seconds) == (after(10), after(60), 50 * 60)

    def test_a_gap_does_not_shrink_when_the_clock_is_set_back(self):
        _session, gap = self.held()
        assert focus_settlement.grown(gap, after(40)).seconds == 40 * 60
