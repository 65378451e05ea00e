"""The answers of a weekly review that come as flags: read whole, then kept whole or not at all.

Each flag is the whole answer to its question and takes the place of an earlier one, so that a
script can be run again.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from keseimbangan.cli import params
from keseimbangan.cli.context import Env
from keseimbangan.cli.review_loader import load_page
from keseimbangan.domain.period import DaySpan
from keseimbangan.domain.review import (
    MOST_PRIORITIES,
    Choice,
    Decision,
    Priority,
    ReviewStep,
    WeeklyReview,
    arrive,
    decide,
    next_unanswered,
)
from keseimbangan.domain.tasks import Task
from keseimbangan.errors.review import (
    NotPostponed,
    ReviewFinished,
    TooManyPriorities,
    UnreadableDecision,
)
from keseimbangan.errors.tasks import AlreadyClosed
from keseimbangan.store.database import Database
from keseimbangan.store.reviews import Reviews
from keseimbangan.store.tasks import Tasks
from keseimbangan.view.review import ReviewPage

CHOICES = {
    "jadwalkan": Choice.RESCHEDULE,
    "delegasikan": Choice.DELEGATE,
    "singkirkan": Choice.DROP,
    "biarkan": Choice.KEEP,
    "reschedule": Choice.RESCHEDULE,
    "delegate": Choice.DELEGATE,
    "drop": Choice.DROP,
    "keep": Choice.KEEP,
}


class Answers(NamedTuple):
    """What was given; `redo` opens a finished review again, `finish` closes it as it stands."""

    decisions: Sequence[str] = ()
    learned: str | None = None
    wins: Sequence[str] = ()
    priorities: Sequence[str] = ()
    redo: bool = False
    finish: bool = False

    @property
    def given(self) -> bool:
        """Whether there is anything to keep."""
        return bool(self.decisions or self.learned or self.wins or self.priorities or self.finish)


def keep(env: Env, week: DaySpan, answers: Answers) -> None:
    """Carry out and keep the answers; raises what stands in the way of any of them."""
    decisions = [read_decision(env, text) for text in answers.decisions]
    if len(answers.priorities) > MOST_PRIORITIES:
        raise TooManyPriorities(len(answers.priorities), MOST_PRIORITIES)
    with env.changing() as db:
        page = load_page(env, db, week)
        review = _opened(env, page.review, redo=answers.redo)
        for decision in decisions:
            review = _decided(env, db, page, review, decision)
        review = _written(db, review, answers)
        decided = {one.task for one in review.decisions}
        undecided = sum(1 for task in page.waiting if task.number not in decided)
        step = ReviewStep.FINISHED if answers.finish else next_unanswered(review, undecided)
        Reviews(db).save(arrive(review, step, env.now()))


def read_decision(env: Env, text: str) -> Decision:
    """`12=jadwalkan:besok` as a decision; raises UnreadableDecision or what its date raises."""
    number, equals, rest = text.partition("=")
    word, colon, detail = rest.partition(":")
    choice = CHOICES.get(word.strip().lower())
    needs_detail = choice in (Choice.RESCHEDULE, Choice.DELEGATE)
    if not equals or choice is None or bool(colon) is not needs_detail:
        raise UnreadableDecision(text)
    task = params.whole_number(1)(number)
    if choice is Choice.RESCHEDULE:
        return Decision(task, choice, until=env.day(detail.strip()))
    to = params.short_text(detail) if choice is Choice.DELEGATE else None
    return Decision(task, choice, to=to)


def read_priority(db: Database, text: str) -> Priority:
    """An open task by its number, else a text of one's own; raises NoSuchNumber, AlreadyClosed."""
    if not text.isascii() or not text.isdecimal():
        return Priority(text)
    task = Tasks(db).get(params.whole_number(1)(text))
    if not task.is_open:
        raise AlreadyClosed(task.number or 0, task.title)
    return Priority(task.title, task.number)


def _opened(env: Env, review: WeeklyReview, *, redo: bool) -> WeeklyReview:
    if review.finished and not redo:
        raise ReviewFinished(review.week)
    if not review.uid:
        return replace(review, uid=env.new_uid())
    return arrive(review, ReviewStep.DECISIONS, env.now()) if redo else review


def _decided(
    env: Env, db: Database, page: ReviewPage, review: WeeklyReview, decision: Decision
) -> WeeklyReview:
    task = Tasks(db).get(decision.task)
    if review.decision(task.number) is None and not _asked_about(page, task):
        raise NotPostponed(decision.task, task.title, review.week)
    review, task = decide(review, task, decision, env.now(), env.today())
    Tasks(db).save(task)
    return review


def _asked_about(page: ReviewPage, task: Task) -> bool:
    return any(one.number == task.number for one in page.waiting)


def _written(db: Database, review: WeeklyReview, answers: Answers) -> WeeklyReview:
    if answers.learned is not None:
        review = replace(review, learned=answers.learned)
    if answers.wins:
        review = replace(review, wins=tuple(answers.wins))
    if answers.priorities:
        chosen = tuple(read_priority(db, text) for text in answers.priorities)
        review = replace(review, priorities=chosen)
    return review
