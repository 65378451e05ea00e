"""The five SMART questions asked of a task (seed 001, 6.1), answered from what is written down.

It is a check of the wording, not of the person: a criterion that is not met names what to add.
"""

from enum import StrEnum
from typing import NamedTuple

from keseimbangan.domain.tasks import Task


class Criterion(StrEnum):
    SPECIFIC = "specific"
    MEASURABLE = "measurable"
    ACHIEVABLE = "achievable"
    RELEVANT = "relevant"
    TIME_BOUND = "time_bound"


class Answer(NamedTuple):
    """One criterion and whether the task, as written, meets it."""

    criterion: Criterion
    met: bool


# A verb and an object take two words; with the third it begins to say which.
SPECIFIC_WORDS = 3


def smart(task: Task, day_capacity: int) -> list[Answer]:
    """The five answers, in order; achievable means estimated at no more than a day's capacity."""
    texts = " ".join(filter(None, (task.title, task.note, _expected(task))))
    estimate = task.estimate_minutes
    return [
        Answer(Criterion.SPECIFIC, len(task.title.split()) >= SPECIFIC_WORDS),
        Answer(
            Criterion.MEASURABLE,
            any(character.isdigit() for character in texts) or _expected(task) is not None,
        ),
        Answer(Criterion.ACHIEVABLE, estimate is not None and estimate <= day_capacity),
        Answer(Criterion.RELEVANT, task.target is not None or task.impact is not None),
        Answer(Criterion.TIME_BOUND, task.due is not None),
    ]


def _expected(task: Task) -> str | None:
    return task.delegate.expected_result if task.delegate else None
