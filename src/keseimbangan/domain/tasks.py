"""Tasks and the Eisenhower quadrant that follows from importance, urgency and due date.

Seeds 001 and 004: do, schedule, delegate, drop; high impact against busywork.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from keseimbangan.domain.akhlak import Akhlak
from keseimbangan.domain.elements import Element
from keseimbangan.errors.tasks import (
    AlreadyClosed,
    NotDelegated,
    PostponedIntoPast,
    StartsAfterDue,
    StillOpen,
)
from keseimbangan.frozen import dataclass


class TaskStatus(StrEnum):
    OPEN = "open"
    DELEGATED = "delegated"
    DONE = "done"
    DROPPED = "dropped"


class TaskKind(StrEnum):
    """Seed 004: rutin, proyek, mendadak (ad hoc)."""

    ROUTINE = "routine"
    PROJECT = "project"
    AD_HOC = "ad_hoc"


class Impact(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Quadrant(StrEnum):
    """Eisenhower's four, in the order in which a person looks at them."""

    DO = "do"
    SCHEDULE = "schedule"
    DELEGATE = "delegate"
    ELIMINATE = "eliminate"


@dataclass(frozen=True)
class Delegation:
    """To whom, with what short instruction and expected result, and when to ask again."""

    to: str
    instruction: str | None = None
    expected_result: str | None = None
    follow_up: date | None = None


@dataclass(frozen=True)
class Task:
    """One thing to be done. `spent_minutes` is the sum of its focus sessions, kept by the store.

    `realisation` is what it brought for the indicator, in the indicator's unit.
    """

    number: int | None
    uid: str
    title: str
    status: TaskStatus = TaskStatus.OPEN
    important: bool = False
    urgent: bool = False
    triaged: bool = False
    due: date | None = None
    estimate_minutes: int | None = None
    spent_minutes: int = 0
    kind: TaskKind | None = None
    impact: Impact | None = None
    element: Element = Element.WORK
    target: int | None = None
    parent: int | None = None
    delegate: Delegation | None = None
    postponed: int = 0
    done_at: datetime | None = None
    result: str | None = None
    evidence: str | None = None
    indicator: int | None = None
    realisation: float | None = None
    akhlak: tuple[Akhlak, ...] = ()
    note: str | None = None
    not_before: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do it: one's own, or a delegated one."""
        return self.status in (TaskStatus.OPEN, TaskStatus.DELEGATED)


def quadrant(task: Task, today: date, urgent_days: int) -> Quadrant:
    """Important if said so or if it serves a target; urgent if said so or due within the days."""
    important = task.important or task.target is not None
    if task.urgent or is_near(task, today, urgent_days):
        return Quadrant.DO if important else Quadrant.DELEGATE
    return Quadrant.SCHEDULE if important else Quadrant.ELIMINATE


def is_near(task: Task, today: date, urgent_days: int) -> bool:
    """Whether its due date alone makes it urgent."""
    return task.due is not None and task.due <= today + timedelta(days=urgent_days)


def remaining_minutes(task: Task) -> int:
    """Estimate less time spent, never negative; 0 without an estimate."""
    return max(0, (task.estimate_minutes or 0) - task.spent_minutes)


def in_time(task: Task) -> Task:
    """The same task; raises StartsAfterDue where it may begin only after it is due."""
    if task.not_before and task.due and task.due < task.not_before:
        raise StartsAfterDue(task.not_before, task.due)
    return task


def complete(
    task: Task, at: datetime, result: str | None = None, evidence: str | None = None
) -> Task:
    """Done, with its result and evidence; raises AlreadyClosed."""
    _require_open(task)
    return replace(
        task,
        status=TaskStatus.DONE,
        done_at=at,
        result=result or task.result,
        evidence=evidence or task.evidence,
    )


def drop(task: Task, at: datetime) -> Task:
    """Let go of on purpose, which is a decision and no failure; raises AlreadyClosed."""
    _require_open(task)
    return replace(task, status=TaskStatus.DROPPED, done_at=at)


def reopen(task: Task) -> Task:
    """Open again, and still with whom it was; raises StillOpen."""
    if task.is_open:
        raise StillOpen(_number(task), task.title)
    status = TaskStatus.DELEGATED if task.delegate else TaskStatus.OPEN
    return replace(task, status=status, done_at=None)


def postpone(task: Task, until: date, today: date) -> Task:
    """Due on another day, counted as one postponement; raises AlreadyClosed, PostponedIntoPast."""
    _require_open(task)
    if until < today:
        raise PostponedIntoPast(_number(task), until)
    return replace(task, due=until, postponed=task.postponed + 1)


def delegate(task: Task, delegation: Delegation) -> Task:
    """Somebody else's to do, one's own to ask after; raises AlreadyClosed."""
    _require_open(task)
    return replace(task, status=TaskStatus.DELEGATED, delegate=delegation, triaged=True)


def take_back(task: Task) -> Task:
    """One's own again; raises NotDelegated."""
    if task.status is not TaskStatus.DELEGATED:
        raise NotDelegated(_number(task), task.title)
    return replace(task, status=TaskStatus.OPEN, delegate=None)


def triage(task: Task, *, important: bool, urgent: bool) -> Task:
    """With the two answers of the Eisenhower matrix."""
    return replace(task, important=important, urgent=urgent, triaged=True)


def split(task: Task, titles: Sequence[str], uids: Sequence[str]) -> list[Task]:
    """Its pieces: new tasks that inherit everything but title and time; raises AlreadyClosed."""
    _require_open(task)
    return [
        replace(
            task,
            number=None,
            uid=uid,
            title=title,
            status=TaskStatus.OPEN,
            estimate_minutes=None,
            spent_minutes=0,
            parent=task.number,
            delegate=None,
            postponed=0,
            result=None,
            evidence=None,
            indicator=None,
            realisation=None,
            note=None,
        )
        for title, uid in zip(titles, uids, strict=True)
    ]


def without_umbrellas(tasks: Sequence[Task]) -> list[Task]:
    """Tasks that can be worked on: one whose pieces are open is done through them."""
    umbrellas = {task.parent for task in tasks if task.is_open}
    return [task for task in tasks if task.number not in umbrellas]


def in_order(tasks: Iterable[Task], today: date, urgent_days: int) -> list[Task]:
    """By quadrant, then due date, impact and number: what to look at first comes first."""
    quadrants, impacts = list(Quadrant), [Impact.HIGH, Impact.MEDIUM, Impact.LOW]

    def rank(task: Task) -> tuple[int, date, int, int]:
        return (
            quadrants.index(quadrant(task, today, urgent_days)),
            task.due or date.max,
            impacts.index(task.impact) if task.impact else 1,
            task.number or 0,
        )

    return sorted(tasks, key=rank)


def follow_ups(tasks: Iterable[Task], today: date) -> list[Task]:
    """Delegated tasks to ask after by today, the longest waiting first."""
    due = [t for t in tasks if t.delegate and t.delegate.follow_up and t.is_open]
    ready = [t for t in due if t.delegate and (t.delegate.follow_up or today) <= today]
    return sorted(ready, key=lambda t: ((t.delegate and t.delegate.follow_up) or today, t.number))


# A task without an estimate counts as an hour in sums; the sums say so.
ASSUMED_MINUTES = 60


class UrgentLoad(NamedTuple):
    """Minutes of open urgent work against the capacity of the week.

    `guessed` had no estimate, and were counted with the usual one.
    """

    minutes: int
    capacity: int
    tasks: int
    guessed: int

    @property
    def too_much(self) -> bool:
        """Whether it cannot fit."""
        return self.minutes > self.capacity


def is_pressing(task: Task, today: date, urgent_days: int) -> bool:
    """Whether it is urgent, one's own to do, and asks for hours of work."""
    if task.status is not TaskStatus.OPEN or task.element not in (Element.WORK, Element.GROWTH):
        return False
    return quadrant(task, today, urgent_days) in (Quadrant.DO, Quadrant.DELEGATE)


def urgent_load(
    tasks: Sequence[Task],
    today: date,
    urgent_days: int,
    capacity: int,
    usual: int = ASSUMED_MINUTES,
) -> UrgentLoad:
    """What is urgent work and one's own to do, against the working minutes left this week.

    `usual` minutes stand for a missing estimate; with none of them it is not counted.
    """
    urgent = [t for t in without_umbrellas(tasks) if is_pressing(t, today, urgent_days)]
    guessed = [task for task in urgent if task.estimate_minutes is None] if usual else []
    known = sum(remaining_minutes(task) for task in urgent)
    return UrgentLoad(known + usual * len(guessed), capacity, len(urgent), len(guessed))


def _require_open(task: Task) -> None:
    if not task.is_open:
        raise AlreadyClosed(_number(task), task.title)


def _number(task: Task) -> int:
    return task.number or 0
