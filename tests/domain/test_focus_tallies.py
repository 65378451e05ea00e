"""Rounds and minutes of a day, and the reminder to stand up."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from keseimbangan.domain import focus_steps, focus_tallies
from tests.domain.focus_examples import (
    MONDAY,
    after,
    begun,
    between,
    completed,
    counted,
    in_background,
    ticked,
)


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
        assert focus_tallies.micro_break_due([between(*span) for span in worked], after(now)) is due

    def test_the_hour_can_be_another(self):
        half = timedelta(minutes=30)
        assert focus_tallies.micro_break_due([between(0, 30)], after(30), half)
        assert not focus_tallies.micro_break_due([between(0, 29)], after(29), half)

    def test_the_worked_period_is_as_long_as_the_count_and_ends_with_it(self):
        paused = focus_steps.resume(focus_steps.pause(counted(10), after(10)), after(20))
        stopped = focus_steps.stop(ticked(paused, 600), after(30))
        assert focus_tallies.worked_period(stopped, after(90)) == between(10, 30)

    def test_the_worked_period_of_a_running_session_ends_where_its_count_does(self):
        assert focus_tallies.worked_period(counted(10), after(12)) == between(0, 10)
        assert focus_tallies.worked_period(in_background(), after(12)) == between(0, 12)
        paused = ticked(focus_steps.pause(counted(10), after(10)), 120)
        assert focus_tallies.worked_period(paused, after(12)) == between(0, 10)

    def test_a_session_without_focus_is_no_worked_period(self):
        assert focus_tallies.worked_period(begun(), after(1)) is None


class TestToday:
    def test_only_completed_rounds_of_the_day_are_counted(self):
        sessions = [
            completed(),
            focus_steps.start_break(completed(), after(25)),
            focus_steps.stop(counted(10), after(10)),
            focus_steps.start_break(focus_steps.stop(counted(10), after(10)), after(10)),
            counted(25),
            replace(completed(), started_at=after(-24 * 60)),
        ]
        assert focus_tallies.completed_today(sessions, MONDAY) == 2

    def test_a_session_belongs_to_the_day_of_its_own_zone(self):
        # 23.50 on Monday in Jakarta, 01.50 on Tuesday in Jayapura.
        late = replace(completed(), started_at=datetime(2026, 11, 23, 16, 50, tzinfo=UTC))
        assert focus_tallies.completed_today([late], MONDAY) == 1
        assert focus_tallies.completed_today([replace(late, zone="Asia/Jayapura")], MONDAY) == 0

    def test_minutes_of_the_day_are_rounded_once(self):
        half = replace(begun(), focused_seconds=90)
        sessions = [half, half, in_background(), replace(half, started_at=after(-24 * 60))]
        assert focus_tallies.focused_today(sessions, MONDAY, after(10)) == 13
