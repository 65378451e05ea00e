"""The weekly review: which week, what is postponed, decisions, the order of questions."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keseimbangan.domain.blocks import Block, BlockStatus
from keseimbangan.domain.period import Period, month_of, week_name, week_of
from keseimbangan.domain.review import (
    Choice,
    Decision,
    Priority,
    ReviewStep,
    WeeklyReview,
    arrive,
    decide,
    month_to_reflect,
    next_unanswered,
    offered,
    postponed,
    settle,
    step_after,
    week_to_review,
)
from keseimbangan.domain.review_blocks import free_time, proposed, wanted_minutes
from keseimbangan.domain.tasks import Task, TaskStatus
from keseimbangan.domain.workdays import WorkCalendar
from keseimbangan.errors.tasks import AlreadyClosed, PostponedIntoPast
from tests.domain.report_examples import MONDAY, at, block

WEEK = week_of(MONDAY)
FRIDAY = at(27, "15.00")
TODAY = date(2026, 11, 27)
REVIEW = WeeklyReview(1, "r", "2026-W48", FRIDAY)


def task(number: int = 1, **changes: object) -> Task:
    return Task(number, f"t{number}", f"Tugas {number}", **changes)  # type: ignore[arg-type]


def wall(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute)  # noqa: DTZ001


class TestWhichOne:
    @pytest.mark.parametrize(
        ("now", "week"),
        [
            (wall(23, 7), "2026-W47"),
            (wall(24, 20), "2026-W47"),
            (wall(25, 11, 59), "2026-W47"),
            (wall(25, 12), "2026-W48"),
            (wall(27, 15), "2026-W48"),
            (wall(29, 23), "2026-W48"),
        ],
    )
    def test_until_wednesday_noon_it_is_the_week_before(self, now: datetime, week: str):
        assert week_name(week_to_review(now).first) == week

    def test_until_the_fifth_a_reflection_is_about_the_month_before(self):
        assert month_to_reflect(date(2026, 12, 5)) == month_of(MONDAY)
        assert month_to_reflect(date(2026, 12, 6)) == month_of(date(2026, 12, 1))
        assert month_to_reflect(date(2026, 11, 30)) == month_of(MONDAY)
        assert month_to_reflect(date(2027, 1, 1)) == month_of(date(2026, 12, 1))


class TestPostponed:
    def late(self, *tasks: Task, blocks: tuple[Block, ...] = ()) -> list[int | None]:
        return [one.number for one in postponed(tasks, blocks, WEEK, FRIDAY)]

    def test_open_tasks_due_by_the_end_of_the_week_are(self):
        assert self.late(
            task(1, due=date(2026, 11, 29)),
            task(2, due=date(2026, 11, 30)),
            task(3, due=date(2026, 11, 3)),
            task(4),
            task(5, due=date(2026, 11, 24), status=TaskStatus.DONE),
            task(6, due=date(2026, 11, 24), status=TaskStatus.DELEGATED),
        ) == [3, 6, 1]

    def test_so_is_a_task_whose_block_went_by_or_was_skipped(self):
        gone = block(at(24, "08.00"), 60, task=1)
        skipped = block(at(28, "08.00"), 60, task=2, status=BlockStatus.SKIPPED)
        finished = block(at(24, "08.00"), 60, task=3, status=BlockStatus.DONE)
        later = block(at(27, "16.00"), 60, task=4)
        tasks = [task(number) for number in (1, 2, 3, 4)]
        assert self.late(*tasks, blocks=(gone, skipped, finished, later)) == [1, 2]

    def test_not_one_that_has_been_planned_anew(self):
        gone = block(at(24, "08.00"), 60, task=1)
        anew = block(at(30, "08.00"), 60, task=1)
        assert self.late(task(1), blocks=(gone, anew)) == []

    def test_a_task_that_is_done_through_its_pieces_is_left_to_them(self):
        assert self.late(task(1, due=TODAY), task(2, due=TODAY, parent=1)) == [2]


class TestDeciding:
    def decided(self, one: Task, decision: Decision, review: WeeklyReview = REVIEW):
        return decide(review, one, decision, FRIDAY, TODAY)

    def test_rescheduling_gives_another_due_date(self):
        decision = Decision(1, Choice.RESCHEDULE, until=date(2026, 12, 1))
        review, after = self.decided(task(), decision)
        assert (after.due, after.postponed) == (date(2026, 12, 1), 1)
        assert review.decisions == (decision,)

    def test_delegating_keeps_to_whom_and_when_to_ask(self):
        decision = Decision(1, Choice.DELEGATE, until=date(2026, 12, 1), to="Budi")
        after = self.decided(task(), decision)[1]
        assert after.status is TaskStatus.DELEGATED
        assert (after.delegate.to, after.delegate.follow_up) == ("Budi", date(2026, 12, 1))

    def test_dropping_closes_and_keeping_changes_nothing(self):
        assert self.decided(task(), Decision(1, Choice.DROP))[1].status is TaskStatus.DROPPED
        assert self.decided(task(), Decision(1, Choice.KEEP))[1] == task()

    def test_a_day_that_has_passed_is_refused(self):
        with pytest.raises(PostponedIntoPast):
            self.decided(task(), Decision(1, Choice.RESCHEDULE, until=date(2026, 11, 26)))

    def test_a_task_that_was_done_meanwhile_is_refused(self):
        with pytest.raises(AlreadyClosed):
            self.decided(task(status=TaskStatus.DONE), Decision(1, Choice.DROP))

    @pytest.mark.parametrize(
        "first", [Decision(1, Choice.DROP), Decision(1, Choice.DELEGATE, to="Budi")]
    )
    def test_another_decision_takes_the_first_one_back(self, first: Decision):
        review, after = self.decided(task(), first)
        review, after = self.decided(after, Decision(1, Choice.KEEP), review)
        assert (after.status, after.delegate) == (TaskStatus.OPEN, None)
        assert review.decisions == (Decision(1, Choice.KEEP),)

    def test_a_decision_made_anew_keeps_its_place(self):
        review = replace(REVIEW, decisions=(Decision(1, Choice.KEEP), Decision(2, Choice.KEEP)))
        review = self.decided(task(), Decision(1, Choice.DROP), review)[0]
        assert [one.task for one in review.decisions] == [1, 2]


class TestTheOrderOfQuestions:
    def test_each_step_leads_to_the_next_and_the_last_stays(self):
        steps = list(ReviewStep)
        assert [step_after(step) for step in steps] == [*steps[1:], ReviewStep.FINISHED]

    def test_the_next_question_is_the_first_without_an_answer(self):
        assert next_unanswered(REVIEW, undecided=1) is ReviewStep.DECISIONS
        assert next_unanswered(REVIEW, undecided=0) is ReviewStep.LEARNED
        learned = replace(REVIEW, learned="x")
        assert next_unanswered(learned, undecided=0) is ReviewStep.WINS
        won = replace(learned, wins=("x",))
        assert next_unanswered(won, undecided=0) is ReviewStep.PRIORITIES
        ready = replace(won, priorities=(Priority("x"),))
        assert next_unanswered(ready, undecided=0) is ReviewStep.FINISHED
        assert next_unanswered(ready, undecided=1) is ReviewStep.DECISIONS

    def test_what_was_left_empty_on_purpose_is_not_asked_again(self):
        beyond = replace(REVIEW, step=ReviewStep.WINS)
        assert next_unanswered(beyond, undecided=0) is ReviewStep.WINS

    def test_only_the_last_step_has_a_moment(self):
        finished = arrive(REVIEW, ReviewStep.FINISHED, FRIDAY)
        assert (finished.finished, finished.finished_at) == (True, FRIDAY)
        assert arrive(finished, ReviewStep.DECISIONS, FRIDAY).finished_at is None

    def test_a_week_has_three_priorities_at_most(self):
        with pytest.raises(ValueError, match="at most 3"):
            replace(REVIEW, priorities=(Priority("x"),) * 4)

    def test_a_settled_priority_keeps_its_place(self):
        one, two = Priority("satu"), Priority("dua", 2)
        review = settle(replace(REVIEW, priorities=(one, two)), one)
        assert review.priorities == (replace(one, settled=True), two)


def test_important_tasks_are_offered_the_first_to_look_at_first():
    tasks = [
        task(1, important=True),
        task(2, important=True, urgent=True),
        task(3, urgent=True),
        task(4, important=True, status=TaskStatus.DELEGATED),
    ]
    assert [one.number for one in offered(tasks, TODAY, 2)] == [2, 1]
    assert len(offered([task(n, important=True) for n in range(1, 9)], TODAY, 2)) == 5


class TestProposing:
    NEXT = week_of(WEEK.end)

    def test_a_block_is_as_long_as_what_is_left_in_quarters(self):
        assert wanted_minutes(None) == 90
        assert wanted_minutes(task(estimate_minutes=50)) == 60
        assert wanted_minutes(task(estimate_minutes=60, spent_minutes=50)) == 30
        assert wanted_minutes(task(estimate_minutes=600)) == 120
        assert wanted_minutes(task(estimate_minutes=60, spent_minutes=60)) == 90

    def test_mornings_and_days_without_focus_come_first(self):
        free = free_time(self.NEXT, [], WorkCalendar(), wall(27, 15), "Asia/Jakarta")
        assert proposed(free, 90) == Period(wall(30, 7, 30), wall(30, 9))
        tuesday = datetime(2026, 12, 1, 7, 30)  # noqa: DTZ001
        assert proposed(free, 90, {date(2026, 11, 30)}).start == tuesday

    def test_an_afternoon_serves_where_mornings_are_taken(self):
        free = [Period(wall(30, 10), wall(30, 11)), Period(wall(30, 13), wall(30, 16))]
        assert proposed(free, 90).start == wall(30, 13)

    def test_the_longest_gap_serves_where_none_is_long_enough(self):
        free = [Period(wall(30, 8), wall(30, 8, 30)), Period(wall(30, 9), wall(30, 9, 45))]
        assert proposed(free, 90) == free[1]
        assert proposed([Period(wall(30, 8), wall(30, 8, 20))], 90) is None
        assert proposed([], 90) is None

    def test_nothing_is_proposed_in_time_that_has_passed(self):
        free = free_time(self.NEXT, [], WorkCalendar(), wall(30, 9, 7), "Asia/Jakarta")
        assert free[0] == Period(wall(30, 9, 15), wall(30, 12))

    @given(st.lists(st.tuples(st.integers(0, 6 * 24 * 60), st.integers(5, 300)), max_size=15))
    def test_a_proposal_never_lies_on_a_block_nor_outside_the_hours(self, times):
        monday = datetime(2026, 11, 29, 17, 0, tzinfo=UTC)
        blocks = [block(monday + timedelta(minutes=start), length) for start, length in times]
        free = free_time(self.NEXT, blocks, WorkCalendar(), wall(27, 15), "Asia/Jakarta")
        where = proposed(free, 90)
        if where is not None:
            assert not any(where.overlaps(one.wall) for one in blocks)
            assert 30 <= where.minutes <= 90
            assert where.start.date().weekday() < 5
