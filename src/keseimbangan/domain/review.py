"""The weekly review (seed 004, 4) and the monthly reflection (seed 001, 9.5).

A review looks back at a week, Monday to Sunday, and is answered step by step; the step that is
stored is the next question. Nothing in it judges: it tells facts and takes decisions.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum

from keseimbangan.domain.blocks import Block, BlockStatus
from keseimbangan.domain.period import ONE_DAY, DaySpan, month_of, week_of
from keseimbangan.domain.tasks import (
    Delegation,
    Quadrant,
    Task,
    TaskStatus,
    delegate,
    drop,
    in_order,
    postpone,
    quadrant,
    reopen,
    take_back,
    without_umbrellas,
)

MOST_PRIORITIES = 3

WEDNESDAY = 2
NOON = time(12)
# The first days of a month look back at the one before.
LOOKING_BACK_DAYS = 5


class ReviewStep(StrEnum):
    """Where a review stands; the next question is the one of this step."""

    DECISIONS = "decisions"
    LEARNED = "learned"
    WINS = "wins"
    PRIORITIES = "priorities"
    BLOCKS = "blocks"
    FINISHED = "finished"


class Choice(StrEnum):
    """What becomes of a task that was not done."""

    RESCHEDULE = "reschedule"
    DELEGATE = "delegate"
    DROP = "drop"
    KEEP = "keep"


@dataclass(frozen=True)
class Decision:
    """What was decided for one postponed task; `until` is the new due or follow-up date."""

    task: int
    choice: Choice
    until: date | None = None
    to: str | None = None


@dataclass(frozen=True)
class Priority:
    """One of the three things of next week; `settled` once its block was decided on."""

    text: str
    task: int | None = None
    settled: bool = False


@dataclass(frozen=True)
class WeeklyReview:
    """The review of one ISO week, as far as it has come."""

    number: int | None
    uid: str
    week: str
    started_at: datetime
    step: ReviewStep = ReviewStep.DECISIONS
    finished_at: datetime | None = None
    learned: str | None = None
    wins: tuple[str, ...] = ()
    priorities: tuple[Priority, ...] = ()
    decisions: tuple[Decision, ...] = ()

    def __post_init__(self) -> None:
        if len(self.priorities) > MOST_PRIORITIES:
            raise ValueError(f"a week has at most {MOST_PRIORITIES} priorities")

    @property
    def finished(self) -> bool:
        """Whether no question is left."""
        return self.step is ReviewStep.FINISHED

    def decision(self, task: int | None) -> Decision | None:
        """What was decided for a task."""
        return next((one for one in self.decisions if one.task == task), None)


@dataclass(frozen=True)
class MonthlyReflection:
    """What worked, what to improve, how to adjust, and one habit to change, for one month."""

    number: int | None
    uid: str
    month: str
    written_at: datetime
    worked: str | None = None
    improve: str | None = None
    adjust: str | None = None
    habit: str | None = None


def week_to_review(now: datetime) -> DaySpan:
    """The week that is meant when none is named, by a wall clock.

    Until Wednesday noon the week before, for who did not come to it on Friday does it then, and
    who did looks at the priorities; from then on the running one.
    """
    middle = (WEDNESDAY, NOON)
    week = week_of(now.date())
    return week_of(week.first - ONE_DAY) if (now.weekday(), now.time()) < middle else week


def month_to_reflect(today: date) -> DaySpan:
    """The month that is meant when none is named: until the fifth the month before."""
    month = month_of(today)
    return month_of(month.first - ONE_DAY) if today.day <= LOOKING_BACK_DAYS else month


def postponed(
    tasks: Iterable[Task], blocks: Sequence[Block], week: DaySpan, now: datetime
) -> list[Task]:
    """Open tasks that were due by the end of the week, or whose block in it was not done.

    A task whose block was missed but which has one still to come was planned anew already.
    """
    waiting = [task for task in without_umbrellas(list(tasks)) if task.is_open]
    missed = {b.task for b in blocks if b.day in week and _missed(b, now)}
    coming = {b.task for b in blocks if b.status is BlockStatus.PLANNED and b.starts_at >= now}
    late = [
        task
        for task in waiting
        if (task.due and task.due < week.end) or task.number in missed - coming
    ]
    return sorted(late, key=lambda task: (task.due or date.max, task.number or 0))


def offered(tasks: Sequence[Task], today: date, urgent_days: int, most: int = 5) -> list[Task]:
    """One's own important tasks, the ones to look at first, as priorities to choose from."""
    mine = [task for task in without_umbrellas(tasks) if task.status is TaskStatus.OPEN]
    important = (Quadrant.DO, Quadrant.SCHEDULE)
    kept = [task for task in mine if quadrant(task, today, urgent_days) in important]
    return in_order(kept, today, urgent_days)[:most]


def decide(
    review: WeeklyReview, task: Task, decision: Decision, at: datetime, today: date
) -> tuple[WeeklyReview, Task]:
    """The review with a decision, and the task after it; an earlier one is taken back first.

    Raises AlreadyClosed, PostponedIntoPast.
    """
    task = _carried_out(decision, _taken_back(task, review.decision(task.number)), at, today)
    # A dict keeps the place of a decision that is made anew.
    decisions = {one.task: one for one in review.decisions} | {decision.task: decision}
    return replace(review, decisions=tuple(decisions.values())), task


def step_after(step: ReviewStep) -> ReviewStep:
    """The question after a question."""
    steps = list(ReviewStep)
    return steps[min(steps.index(step) + 1, len(steps) - 1)]


def next_unanswered(review: WeeklyReview, undecided: int) -> ReviewStep:
    """The first question without an answer from the present step on.

    `undecided` is how many postponed tasks still have no decision. Blocks for next week are an
    offer, not a question.
    """
    answered = {
        ReviewStep.DECISIONS: not undecided,
        ReviewStep.LEARNED: review.learned is not None,
        ReviewStep.WINS: bool(review.wins),
        ReviewStep.PRIORITIES: bool(review.priorities),
        ReviewStep.BLOCKS: True,
        ReviewStep.FINISHED: False,
    }
    step = review.step
    while answered[step]:
        step = step_after(step)
    return step


def arrive(review: WeeklyReview, step: ReviewStep, at: datetime) -> WeeklyReview:
    """The review at a step; at the last one it is finished."""
    finished = step is ReviewStep.FINISHED
    return replace(review, step=step, finished_at=at if finished else None)


def settle(review: WeeklyReview, priority: Priority) -> WeeklyReview:
    """The review once the block of a priority was placed or declined."""
    done = replace(priority, settled=True)
    kept = tuple(done if one == priority else one for one in review.priorities)
    return replace(review, priorities=kept)


def _missed(block: Block, now: datetime) -> bool:
    over = block.status is BlockStatus.PLANNED and block.ends_at <= now
    return block.task is not None and (over or block.status is BlockStatus.SKIPPED)


def _carried_out(decision: Decision, task: Task, at: datetime, today: date) -> Task:
    if decision.choice is Choice.RESCHEDULE and decision.until is not None:
        return postpone(task, decision.until, today)
    if decision.choice is Choice.DELEGATE and decision.to is not None:
        return delegate(task, Delegation(decision.to, follow_up=decision.until))
    return drop(task, at) if decision.choice is Choice.DROP else task


def _taken_back(task: Task, decision: Decision | None) -> Task:
    choice = decision.choice if decision else None
    if choice is Choice.DROP and task.status is TaskStatus.DROPPED:
        return reopen(task)
    if choice is Choice.DELEGATE and task.status is TaskStatus.DELEGATED:
        return take_back(task)
    return task
