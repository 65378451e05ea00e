"""The weekly review (seed 004) and the monthly reflection (seed 001, 9.1)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


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
    priorities: tuple[str, ...] = ()
    decisions: tuple[Decision, ...] = ()


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
