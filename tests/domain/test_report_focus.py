"""Focus and stress in figures."""

from datetime import UTC, date, datetime

from keseimbangan.domain.focus import FocusState
from keseimbangan.domain.journal import StressEntry
from keseimbangan.domain.period import day_of, week_of
from keseimbangan.domain.report_focus import focus_figures
from keseimbangan.domain.report_stress import stress_figures
from tests.domain.report_examples import MONDAY, at, session

WEEK = week_of(MONDAY)


class TestFocus:
    def test_seconds_are_added_and_minutes_rounded_once(self):
        halves = [session(at(23, "08.00"), 0.5), session(at(23, "09.00"), 0.5)]
        assert focus_figures(halves, WEEK).minutes == 1

    def test_completed_and_stopped_rounds_are_told_apart(self):
        found = focus_figures([session(at(23, "08.00"), 25), session(at(23, "09.00"), 10)], WEEK)
        assert (found.sessions, found.completed, found.planned_minutes) == (2, 1, 50)

    def test_interruptions_are_counted_for_each_session(self):
        found = focus_figures(
            [session(at(23, "08.00"), 25, 3), session(at(23, "09.00"), 25, 0)], WEEK
        )
        assert found.interruptions_per_session == 1.5
        assert focus_figures([], WEEK).interruptions_per_session is None

    def test_a_running_session_and_one_that_counted_nothing_stay_out(self):
        running = session(at(23, "08.00"), 5, ended_at=None, state=FocusState.RUNNING)
        assert focus_figures([running, session(at(23, "09.00"), 0)], WEEK).sessions == 0

    def test_a_session_belongs_to_the_day_on_which_it_began(self):
        late = [session(at(23, "23.50"), 25)]
        assert focus_figures(late, day_of(date(2026, 11, 23))).minutes == 25
        assert focus_figures(late, day_of(date(2026, 11, 24))).minutes == 0

    def test_its_time_is_spread_over_the_hours_it_took(self):
        found = focus_figures([session(at(23, "08.50"), 25)], WEEK)
        assert (found.by_hour[8], found.by_hour[9]) == (600, 900)

    def test_the_best_hours_come_in_the_order_of_the_day(self):
        sessions = [session(at(23, f"{hour:02d}.00"), hour) for hour in (14, 8, 9, 20)]
        assert focus_figures(sessions, WEEK).best_hours() == (9, 14, 20)
        assert focus_figures([], WEEK).best_hours() == ()


class TestStress:
    def entry(self, level: int, week: str, *triggers: str) -> StressEntry:
        written = datetime(2026, 11, 27, 8, 0, tzinfo=UTC)
        return StressEntry(None, "e", week, written, "Asia/Jakarta", level, triggers)

    def test_levels_have_a_mean_for_each_week_and_trigger(self):
        found = stress_figures(
            [
                self.entry(8, "2026-W48", "rapat", "atasan"),
                self.entry(4, "2026-W47", "rapat"),
                self.entry(6, "2026-W48"),
            ]
        )
        assert (found.entries, found.mean) == (3, 6)
        assert found.by_week == (("2026-W47", 1, 4), ("2026-W48", 2, 7))
        assert found.triggers == (("rapat", 2, 6), ("atasan", 1, 8))

    def test_no_entries_have_no_mean(self):
        assert stress_figures([]) == (0, None, (), ())
