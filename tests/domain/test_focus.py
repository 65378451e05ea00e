"""Focus sessions: what counts, what does not, and what only a person can say."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from keseimbangan.domain import focus
from keseimbangan.domain.focus import (
    FocusSession,
    FocusState,
    GapKind,
    Interruption,
    Settlement,
    Tick,
)
from keseimbangan.domain.period import Period
from keseimbangan.errors.focus import (
    AlreadyOnBreak,
    AlreadyPaused,
    AlreadyRunning,
    CycleFinished,
    KeepTooLong,
    LeftDangling,
    NothingRunning,
    NotOnBreak,
    NotPaused,
    NotYetComplete,
)
from keseimbangan.errors.text import DurationOutOfBounds, UnreadableNumber

# Monday, 23 November 2026, 08.00 in Jakarta.
START = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
MONDAY = date(2026, 11, 23)
WIB = "Asia/Jakarta"


def after(minutes: float = 0, seconds: float = 0) -> datetime:
    return START + timedelta(minutes=minutes, seconds=seconds)


def between(first: float, last: float) -> Period:
    return Period(after(first), after(last))


def begun(**changes: int) -> FocusSession:
    return focus.begin("s1", START, WIB, **changes)


def in_background(**changes: int) -> FocusSession:
    return focus.begin("s1", START, WIB, background=True, **changes)


def ticked(session: FocusSession, seconds: int) -> FocusSession:
    """So many seconds of a live session that is ticked each second by clocks that agree."""
    for _ in range(seconds):
        session = focus.tick(session, session.last_seen + timedelta(seconds=1), 1).session
    return session


def counted(minutes: int, **changes: int) -> FocusSession:
    return replace(begun(**changes), focused_seconds=minutes * 60, seen_at=after(minutes))


def completed(**changes: int) -> FocusSession:
    return focus.complete(counted(25, **changes), after(25))


class TestBegin:
    def test_a_session_begins_as_the_first_of_four_rounds_with_nothing_counted(self):
        session = focus.begin("s1", START, WIB, task=7, block=9)
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


class TestTick:
    def test_a_minute_of_ticks_counts_a_minute(self):
        session = ticked(begun(), 60)
        assert (session.focused_seconds, session.seen_at) == (60, after(1))

    def test_small_differences_between_the_clocks_are_no_gap(self):
        tick = focus.tick(begun(), after(seconds=61), 1)
        assert (tick.session.focused_seconds, tick.gap) == (1, None)

    def test_a_suspend_is_not_counted_but_asked_about(self):
        tick = focus.tick(counted(10), after(50, 1), 1)
        assert tick.session.focused_seconds == 601
        assert tick.gap == focus.Gap(GapKind.AWAY, after(10), after(50, 1), 40 * 60)

    def test_a_halted_process_is_not_counted_although_the_steady_clock_went_on(self):
        tick = focus.tick(counted(10), after(50), 40 * 60)
        assert tick.session.focused_seconds == 600
        assert tick.gap == focus.Gap(GapKind.AWAY, after(10), after(50), 40 * 60)

    def test_a_halted_process_on_a_computer_that_slept_too_is_one_gap(self):
        tick = focus.tick(counted(10), after(50), 15 * 60)
        assert tick.gap == focus.Gap(GapKind.AWAY, after(10), after(50), 40 * 60)

    def test_a_late_tick_of_a_minute_still_counts_and_one_of_more_does_not(self):
        assert focus.tick(begun(), after(1), 60) == Tick(
            replace(begun(), focused_seconds=60, seen_at=after(1))
        )
        assert focus.tick(begun(), after(seconds=61), 61).session.focused_seconds == 0

    def test_a_clock_set_back_costs_nothing_and_leaves_nothing_to_ask(self):
        tick = focus.tick(counted(10), after(-50, 1), 1)
        assert tick.session.focused_seconds == 601
        assert tick.gap == focus.Gap(GapKind.CLOCK_SET, after(10), after(-50, 1), 0)

    def test_a_clock_set_forward_by_a_year_is_no_sleep(self):
        tick = focus.tick(counted(10), after(10) + timedelta(days=365), 1)
        assert tick.session.focused_seconds == 601
        assert tick.gap is not None
        assert (tick.gap.kind, tick.gap.seconds) == (GapKind.CLOCK_SET, 0)

    def test_a_halt_while_the_clock_is_set_back_leaves_only_the_halt_to_ask(self):
        tick = focus.tick(counted(10), after(-50), 300)
        assert tick.gap == focus.Gap(GapKind.AWAY, after(10), after(-50), 300)

    def test_a_steady_clock_that_goes_back_counts_nothing(self):
        assert focus.tick(counted(10), after(10), -30).session.focused_seconds == 600

    def test_a_round_counts_no_more_than_was_planned(self):
        session = ticked(begun(planned_minutes=1), 70)
        assert (session.focused_seconds, session.focused_minutes) == (60, 1)

    def test_a_paused_session_is_tended_to_but_not_counted(self):
        tick = focus.tick(focus.pause(counted(10), after(10)), after(40), 1)
        assert tick.gap is None
        assert (tick.session.focused_seconds, tick.session.seen_at) == (600, after(40))

    def test_watching_a_background_session_counts_it_by_the_wall_clock(self):
        assert focus.tick(in_background(), after(10), 1).session.focused_seconds == 600

    def test_an_ended_session_is_not_ticked(self):
        with pytest.raises(NothingRunning):
            focus.tick(completed(), after(26), 1)


class TestHeartbeat:
    def test_it_is_due_after_fifteen_seconds_counted_or_not(self):
        assert not focus.heartbeat_due(begun(), ticked(begun(), 14))
        assert focus.heartbeat_due(begun(), ticked(begun(), 15))
        paused = focus.pause(begun(), START)
        assert focus.heartbeat_due(paused, ticked(paused, 15))

    def test_it_is_due_even_when_a_clock_set_back_hides_the_time(self):
        session = ticked(begun(), 14)
        session = focus.tick(session, after(seconds=1), 1).session
        assert focus.heartbeat_due(begun(), session)


class TestKeepGap:
    def gap(self) -> Tick:
        return focus.tick(counted(10), after(50, 1), 1)

    def test_all_of_a_gap_can_be_kept_even_beyond_the_plan(self):
        tick = self.gap()
        assert focus.keep_gap(tick.session, tick.gap).focused_seconds == 601 + 2400

    def test_what_was_kept_beyond_the_plan_stays_when_ticks_go_on(self):
        tick = self.gap()
        kept = focus.keep_gap(tick.session, tick.gap)
        assert ticked(kept, 5).focused_seconds == 3001

    def test_some_minutes_of_a_gap_can_be_kept(self):
        tick = self.gap()
        assert focus.keep_gap(tick.session, tick.gap, 5).focused_seconds == 601 + 300

    def test_more_than_the_gap_cannot_be_kept(self):
        tick = self.gap()
        with pytest.raises(KeepTooLong) as caught:
            focus.keep_gap(tick.session, tick.gap, 41)
        assert (caught.value.minutes, caught.value.most) == (41, 40)

    def test_a_clock_set_back_gives_nothing_to_keep(self):
        tick = focus.tick(counted(10), after(-50), 1)
        assert focus.keep_gap(tick.session, tick.gap) == tick.session

    def test_nothing_is_kept_for_a_session_that_was_ended_meanwhile(self):
        with pytest.raises(NothingRunning):
            focus.keep_gap(completed(), self.gap().gap)


class TestPauseAndResume:
    def test_a_pause_is_left_out_of_the_count(self):
        paused = focus.pause(ticked(begun(), 60), after(1))
        resumed = focus.resume(ticked(paused, 600), after(11))
        session = ticked(resumed, 60)
        assert (session.focused_seconds, session.paused_at) == (120, None)

    def test_a_paused_session_cannot_be_paused(self):
        with pytest.raises(AlreadyPaused):
            focus.pause(focus.pause(begun(), after(1)), after(2))

    def test_a_session_that_was_not_paused_cannot_be_resumed(self):
        with pytest.raises(NotPaused):
            focus.resume(begun(), after(1))

    @pytest.mark.parametrize("step", [focus.pause, focus.resume, focus.stop, focus.complete])
    def test_an_ended_session_takes_no_further_step(self, step):
        with pytest.raises(NothingRunning):
            step(completed(), after(30))


class TestInterrupt:
    def test_interruptions_are_kept_in_order_and_do_not_touch_the_count(self):
        session = focus.interrupt(counted(10), after(10), "disposisi", "i1")
        session = focus.interrupt(session, after(12), "", "i2")
        assert session.interruptions == (
            Interruption("i1", after(10), "disposisi"),
            Interruption("i2", after(12), ""),
        )
        assert session.focused_seconds == 600

    def test_an_ended_session_cannot_be_interrupted(self):
        with pytest.raises(NothingRunning):
            focus.interrupt(completed(), after(26), "rapat", "i1")


class TestEnding:
    def test_a_round_is_complete_when_its_planned_time_is_counted(self):
        session = focus.complete(ticked(begun(), 1500), after(25))
        assert session.state is FocusState.COMPLETED
        assert (session.ended_at, session.focused_minutes) == (after(25), 25)

    def test_a_round_is_not_complete_a_second_too_early(self):
        with pytest.raises(NotYetComplete) as caught:
            focus.complete(ticked(begun(), 1499), after(25))
        assert caught.value.seconds == 1

    def test_a_round_stopped_early_keeps_what_was_counted(self):
        session = focus.stop(ticked(begun(), 659), after(11))
        assert session.state is FocusState.STOPPED
        assert (session.focused_seconds, session.focused_minutes) == (659, 10)

    def test_a_round_stopped_at_its_planned_time_is_completed(self):
        assert focus.stop(counted(25), after(25)).state is FocusState.COMPLETED

    def test_a_session_ends_where_its_counting_ended(self):
        assert focus.stop(counted(10), after(90)).ended_at == after(10)

    def test_a_paused_session_ends_where_its_pause_began(self):
        paused = ticked(focus.pause(counted(10), after(10)), 300)
        stopped = focus.stop(paused, after(15))
        assert (stopped.ended_at, stopped.paused_at) == (after(10), None)

    def test_a_clock_set_back_never_puts_the_end_before_the_start(self):
        session = focus.tick(counted(10), after(-50), 1).session
        assert focus.stop(session, after(-50)).ended_at == after(10, 1)


class TestBreaks:
    def test_the_break_after_a_round_is_short_and_counts_down(self):
        session = focus.start_break(completed(), after(25))
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
        stopped = focus.stop(replace(counted(10), round=4), after(10))
        assert focus.break_length(stopped) == 5

    def test_after_its_break_a_round_is_what_it_was(self):
        stopped = focus.stop(counted(10), after(10))
        for ended in (completed(), stopped):
            again = focus.end_break(focus.start_break(ended, after(25)))
            assert again.state is ended.state

    def test_no_break_runs_outside_a_break(self):
        assert focus.break_remaining_seconds(completed(), after(25)) == 0
        with pytest.raises(NotOnBreak):
            focus.end_break(completed())

    def test_a_break_begins_only_after_a_round_and_only_once(self):
        with pytest.raises(AlreadyRunning):
            focus.start_break(begun(), after(1))
        with pytest.raises(AlreadyOnBreak):
            focus.start_break(focus.start_break(completed(), after(25)), after(26))

    def test_a_break_goes_on_when_the_clock_is_set_back_during_a_countdown(self):
        session = focus.start_break(completed(), after(25))
        session = focus.tick(session, after(27), 60).session
        tick = focus.tick(session, after(-33), 0)
        assert tick.gap is None
        assert focus.break_remaining_seconds(tick.session, after(-33)) == 180

    def test_a_break_slept_through_is_over(self):
        session = focus.start_break(completed(), after(25))
        tick = focus.tick(session, after(60), 1)
        assert tick.gap is None
        assert focus.break_remaining_seconds(tick.session, after(60)) == 0

    def test_a_break_never_has_more_left_than_its_length(self):
        session = focus.start_break(completed(), after(25))
        assert focus.break_remaining_seconds(session, after(24, 30)) == 300

    def test_a_break_from_a_clock_that_ran_years_ahead_is_over(self):
        session = focus.start_break(completed(), after(25) + timedelta(days=1500))
        assert focus.break_remaining_seconds(session, after(25)) == 0


class TestNextRound:
    def test_the_next_round_is_a_new_row_of_the_same_cycle(self):
        first = focus.interrupt(replace(counted(25), number=3, task=7), after(5), "x", "i1")
        ended = focus.end_break(focus.start_break(focus.complete(first, after(25)), after(25)))
        assert focus.next_round(ended, "s2", after(30)) == replace(
            begun(), uid="s2", cycle="s1", task=7, started_at=after(30), seen_at=after(30), round=2
        )

    def test_a_stopped_round_is_done_over(self):
        stopped = focus.stop(replace(counted(10), round=4), after(10))
        assert focus.next_round(stopped, "s2", after(11)).round == 4

    def test_after_the_last_round_the_cycle_is_finished(self):
        with pytest.raises(CycleFinished):
            focus.next_round(replace(completed(), round=4), "s2", after(40))

    def test_no_round_follows_one_that_is_not_ended(self):
        with pytest.raises(AlreadyRunning):
            focus.next_round(begun(), "s2", after(1))
        with pytest.raises(AlreadyOnBreak):
            focus.next_round(focus.start_break(completed(), after(25)), "s2", after(26))


class TestBackground:
    def test_it_counts_the_wall_clock_from_its_start(self):
        session = focus.catch_up(in_background(), after(10, 30))
        assert (session.focused_seconds, session.focused_minutes) == (630, 10)
        assert focus.remaining_seconds(in_background(), after(10, 30)) == 870

    def test_it_counts_no_more_than_was_planned(self):
        session = focus.stop(in_background(), after(500))
        assert session.state is FocusState.COMPLETED
        assert (session.focused_minutes, session.ended_at) == (25, after(25))

    def test_a_clock_set_back_counts_nothing(self):
        assert focus.catch_up(in_background(), after(-60)) == in_background()

    def test_its_pauses_are_left_out(self):
        paused = focus.pause(in_background(), after(10))
        assert focus.remaining_seconds(paused, after(200)) == 900
        resumed = focus.resume(paused, after(200))
        assert focus.remaining_seconds(resumed, after(205)) == 600
        assert focus.complete(resumed, after(215)).ended_at == after(215)

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
        paused = focus.pause(in_background(), after(10))
        assert focus.shown_state(paused, after(6000)) is FocusState.RUNNING

    def test_a_paused_live_session_dangles_when_its_terminal_is_gone(self):
        paused = focus.pause(counted(10), after(10))
        assert focus.is_dangling(paused, after(20))

    def test_an_ended_session_never_dangles(self):
        assert focus.shown_state(completed(), after(600)) is FocusState.COMPLETED

    def test_a_break_that_nobody_ended_is_shown_as_over(self):
        session = focus.start_break(completed(), after(25))
        assert focus.shown_state(session, after(29)) is FocusState.BREAK
        assert focus.shown_state(session, after(30)) is FocusState.COMPLETED


class TestSettle:
    def test_minutes_to_keep_are_the_minutes_of_the_whole_session(self):
        session = focus.settle(counted(10), Settlement.KEEP, after(90), 20)
        assert (session.focused_seconds, session.ended_at) == (1200, after(20))
        assert session.state is FocusState.STOPPED

    def test_keeping_the_planned_minutes_completes_the_round(self):
        session = focus.settle(counted(10), Settlement.KEEP, after(90), 25)
        assert session.state is FocusState.COMPLETED

    def test_fewer_minutes_than_were_counted_can_be_kept(self):
        session = focus.settle(counted(10), Settlement.KEEP, after(90), 0)
        assert (session.focused_seconds, session.ended_at) == (0, START)

    def test_no_more_can_be_kept_than_went_by_since_the_start(self):
        assert focus.most_to_keep(counted(10), after(90, 59)) == 90
        with pytest.raises(KeepTooLong) as caught:
            focus.settle(counted(10), Settlement.KEEP, after(90, 59), 91)
        assert (caught.value.minutes, caught.value.most) == (91, 90)

    def test_what_was_counted_can_be_kept_even_when_the_clock_was_set_back(self):
        session = focus.settle(counted(10), Settlement.KEEP, after(-60), 10)
        assert (session.focused_minutes, session.ended_at) == (10, after(10))

    def test_negative_minutes_are_refused(self):
        with pytest.raises(DurationOutOfBounds):
            focus.settle(counted(10), Settlement.KEEP, after(90), -1)

    def test_keeping_minutes_without_saying_how_many_is_a_mistake_of_the_caller(self):
        with pytest.raises(ValueError, match="KEEP needs minutes"):
            focus.settle(counted(10), Settlement.KEEP, after(90))

    def test_keeping_until_now_adds_the_time_since_it_was_last_seen(self):
        session = focus.settle(counted(10), Settlement.UNTIL_NOW, after(40))
        assert (session.focused_minutes, session.ended_at) == (40, after(40))
        assert session.state is FocusState.COMPLETED

    def test_keeping_until_now_adds_nothing_when_the_clock_was_set_back(self):
        session = focus.settle(counted(10), Settlement.UNTIL_NOW, after(-60))
        assert (session.focused_minutes, session.ended_at) == (10, after(10))

    def test_keeping_until_now_of_a_paused_session_counts_from_its_pause(self):
        paused = replace(focus.pause(counted(10), after(10)), seen_at=after(15))
        session = focus.settle(paused, Settlement.UNTIL_NOW, after(20))
        assert (session.focused_minutes, session.ended_at) == (20, after(20))

    def test_discarding_drops_the_uncounted_and_keeps_row_count_and_interruptions(self):
        dangling = focus.interrupt(counted(10), after(5), "telepon", "i1")
        session = focus.settle(dangling, Settlement.DISCARD, after(90))
        assert session == replace(dangling, state=FocusState.STOPPED, ended_at=after(10))

    def test_discarding_a_paused_session_ends_it_at_its_pause(self):
        paused = replace(focus.pause(counted(10), after(10)), seen_at=after(15))
        session = focus.settle(paused, Settlement.DISCARD, after(90))
        assert (session.focused_minutes, session.ended_at) == (10, after(10))

    def test_discarding_a_background_session_leaves_what_was_counted_at_its_pause(self):
        once = focus.settle(in_background(), Settlement.DISCARD, after(90))
        assert (once.focused_seconds, once.ended_at) == (0, START)
        resumed = focus.resume(focus.pause(in_background(), after(10)), after(20))
        again = focus.settle(resumed, Settlement.DISCARD, after(90))
        assert again.focused_minutes == 10

    def test_a_background_session_may_be_kept_beyond_its_plan_by_word(self):
        session = focus.settle(in_background(), Settlement.UNTIL_NOW, after(50))
        assert (session.focused_minutes, session.ended_at) == (50, after(50))

    def test_an_end_never_lies_in_the_future(self):
        late = replace(begun(), seen_at=after(40), focused_seconds=600)
        assert focus.settle(late, Settlement.KEEP, after(45), 45).ended_at == after(45)

    def test_an_ended_session_has_nothing_to_settle(self):
        with pytest.raises(NothingRunning):
            focus.settle(completed(), Settlement.DISCARD, after(90))


class TestMicroBreak:
    @pytest.mark.parametrize(
        ("worked", "now", "due"),
        [
            ([], 60, False),
            ([(0, 60)], 60, True),
            ([(0, 59)], 60, False),
            ([(0, 90)], 60, True),
            ([(0, 60)], 64, True),
            ([(0, 60)], 65, False),
            ([(0, 30), (34, 64)], 64, True),
            ([(0, 30), (35, 65)], 65, False),
            ([(34, 64), (0, 30)], 64, True),
            ([(0, 40), (20, 59)], 59, False),
            ([(0, 60), (65, 80)], 80, False),
            ([(0, 60), (70, 130)], 130, True),
            ([(0, 90)], 30, False),
            ([(0, 30), (100, 160)], 45, False),
        ],
    )
    def test_it_is_due_after_an_hour_of_focus_without_five_minutes_of_rest(self, worked, now, due):
        assert focus.micro_break_due([between(*span) for span in worked], after(now)) is due

    def test_the_hour_can_be_another(self):
        half = timedelta(minutes=30)
        assert focus.micro_break_due([between(0, 30)], after(30), half)
        assert not focus.micro_break_due([between(0, 29)], after(29), half)

    def test_the_worked_period_is_as_long_as_the_count_and_ends_with_it(self):
        paused = focus.resume(focus.pause(counted(10), after(10)), after(20))
        stopped = focus.stop(ticked(paused, 600), after(30))
        assert focus.worked_period(stopped, after(90)) == between(10, 30)

    def test_the_worked_period_of_a_running_session_ends_where_its_count_does(self):
        assert focus.worked_period(counted(10), after(12)) == between(0, 10)
        assert focus.worked_period(in_background(), after(12)) == between(0, 12)
        paused = ticked(focus.pause(counted(10), after(10)), 120)
        assert focus.worked_period(paused, after(12)) == between(0, 10)

    def test_a_session_without_focus_is_no_worked_period(self):
        assert focus.worked_period(begun(), after(1)) is None


class TestToday:
    def test_only_completed_rounds_of_the_day_are_counted(self):
        sessions = [
            completed(),
            focus.start_break(completed(), after(25)),
            focus.stop(counted(10), after(10)),
            focus.start_break(focus.stop(counted(10), after(10)), after(10)),
            counted(25),
            replace(completed(), started_at=after(-24 * 60)),
        ]
        assert focus.completed_today(sessions, MONDAY) == 2

    def test_a_session_belongs_to_the_day_of_its_own_zone(self):
        # 23.50 on Monday in Jakarta, 01.50 on Tuesday in Jayapura.
        late = replace(completed(), started_at=datetime(2026, 11, 23, 16, 50, tzinfo=UTC))
        assert focus.completed_today([late], MONDAY) == 1
        assert focus.completed_today([replace(late, zone="Asia/Jayapura")], MONDAY) == 0

    def test_minutes_of_the_day_are_rounded_once(self):
        half = replace(begun(), focused_seconds=90)
        sessions = [half, half, in_background(), replace(half, started_at=after(-24 * 60))]
        assert focus.focused_today(sessions, MONDAY, after(10)) == 13


class TestMessages:
    @pytest.mark.parametrize(
        ("error", "text"),
        [
            (AlreadyRunning(None), "Satu sesi fokus masih berjalan."),
            (AlreadyRunning(3), "Sesi fokus 3 masih berjalan."),
            (AlreadyRunning(3, "Telaah"), "Sesi fokus 3 (Telaah) masih berjalan."),
            (NothingRunning(), "Tidak ada sesi fokus yang berjalan."),
            (AlreadyPaused(), "Sesi fokus sudah dihentikan sementara."),
            (NotPaused(), "Sesi fokus tidak sedang dihentikan sementara."),
            (AlreadyOnBreak(), "Jeda sesi fokus ini masih berlangsung."),
            (NotOnBreak(), "Tidak ada jeda yang sedang berlangsung."),
            (NotYetComplete(61), "Sesi fokus ini masih 2 m lagi."),
            (CycleFinished(4), "Siklus ini sudah lengkap: 4 putaran."),
            (KeepTooLong(91, 90), "1 j 31 m lebih lama daripada waktu yang berlalu."),
            (
                LeftDangling(3, after(10), WIB, 10),
                "Sesi fokus 3 terputus: 10 m tercatat sampai Senin, 23 November 2026 08.10.",
            ),
        ],
    )
    def test_each_error_is_a_fact_with_a_remedy(self, error, text):
        assert error.message() == text
        assert error.hint()
        assert error.exit_code == 1
        assert error.code.startswith("focus_")


leaps = st.one_of(
    st.integers(-30, 30),
    st.sampled_from([-3600, 3600, -365 * 86400, 365 * 86400, 40 * 60]),
)


@given(st.lists(st.tuples(st.integers(0, 200), leaps), max_size=40))
def test_no_leap_of_the_wall_clock_changes_the_count(steps):
    plain = leaping = begun(planned_minutes=240)
    for elapsed, leap in steps:
        plain = focus.tick(plain, plain.last_seen + timedelta(seconds=elapsed), elapsed).session
        now = leaping.last_seen + timedelta(seconds=elapsed + leap)
        leaping = focus.tick(leaping, now, elapsed).session
    assert leaping.focused_seconds == plain.focused_seconds


@given(st.integers(0, 120), leaps)
def test_what_was_left_out_or_asked_about_is_never_more_than_the_longer_clock_says(elapsed, leap):
    tick = focus.tick(begun(), after(seconds=elapsed + leap), elapsed)
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
    session = focus.settle(dangling, how, seen + timedelta(seconds=away))
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

    def tick(self) -> focus.Gap | None:
        tick = focus.tick(self.session, self.wall, self.steady - self.ticked_at)
        self.ticked_at, self.session = self.steady, tick.session
        if focus.heartbeat_due(self.stored, self.session):
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
        turn = focus.resume if self.session.paused_at else focus.pause
        self.session = self.stored = turn(self.session, self.wall)

    @precondition(lambda self: self.running)
    @rule()
    def interrupt(self) -> None:
        note = focus.interrupt(self.session, self.wall, "tamu", f"i{self.steady}")
        self.session = self.stored = note

    @precondition(lambda self: self.running)
    @rule(away=st.integers(91, 86400), how=st.sampled_from(list(Settlement)))
    def kill_and_settle(self, away: int, how: Settlement) -> None:
        self.wall = self.stored.last_seen + timedelta(seconds=away)
        assert focus.is_dangling(self.stored, self.wall)
        minutes = self.stored.focused_minutes if how is Settlement.KEEP else None
        self.session = self.stored = focus.settle(self.stored, how, self.wall, minutes)
        # From here a person vouches for the time, not the steady clock.
        self.steady += away
        self.before = min(self.before, self.session.focused_seconds)

    @precondition(lambda self: self.running)
    @rule()
    def stop(self) -> None:
        self.session = self.stored = focus.stop(self.session, self.wall)

    @precondition(lambda self: not self.running)
    @rule()
    def take_another_round(self) -> None:
        if self.session.round == self.session.rounds:
            self.session = replace(self.session, round=1)
        self.session = focus.next_round(self.session, "next", self.wall)
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
        assert timedelta() <= timedelta(seconds=lost) < focus.HEARTBEAT

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
