"""Weekly reviews and monthly reflections in the store."""

import uuid
from dataclasses import replace
from typing import Any

from keseimbangan.domain.review import (
    Choice,
    Decision,
    MonthlyReflection,
    Priority,
    ReviewStep,
    WeeklyReview,
)
from keseimbangan.store import compiled
from keseimbangan.store.database import Database, Row
from keseimbangan.store.values import from_day, from_instant, to_day, to_instant

WIN, PRIORITY = "win", "priority"


class Reviews:
    """Reading and keeping reviews and reflections."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def of_week(self, week: str) -> WeeklyReview | None:
        """The review of a week, `2026-W48`, as far as it has come."""
        row = self._db.one(compiled.WEEKLY_REVIEW_OF, week=week)
        return self._review(row) if row else None

    def between(self, first: str, last: str) -> list[WeeklyReview]:
        """The reviews of the weeks `first` to `last`, both included, in their order."""
        rows = self._db.all(compiled.WEEKLY_REVIEWS_BETWEEN, first=first, last=last)
        return [self._review(row) for row in rows]

    def save(self, review: WeeklyReview) -> WeeklyReview:
        """Keep a review, new or changed; the same with its number."""
        if review.number is None:
            number = self._db.insert(compiled.INSERT_WEEKLY_REVIEW, _values(review))
            review = replace(review, number=number)
            before = replace(review, wins=(), priorities=(), decisions=())
        else:
            stored = self.of_week(review.week)
            before = stored or review
            self._db.change(compiled.UPDATE_WEEKLY_REVIEW, _values(review))
        self._keep_items(before, review)
        self._keep_decisions(before, review)
        return review

    def reflection_of(self, month: str) -> MonthlyReflection | None:
        """The reflection of a month, `2026-11`."""
        row = self._db.one(compiled.MONTHLY_REFLECTION_OF, month=month)
        return _reflection(row) if row else None

    def save_reflection(self, reflection: MonthlyReflection) -> MonthlyReflection:
        """Keep a reflection, new or changed; the same with its number."""
        values = _reflection_values(reflection)
        if reflection.number is None:
            number = self._db.insert(compiled.INSERT_MONTHLY_REFLECTION, values)
            return replace(reflection, number=number)
        self._db.change(compiled.UPDATE_MONTHLY_REFLECTION, values)
        return reflection

    def _review(self, row: Row) -> WeeklyReview:
        items = self._db.all(compiled.REVIEW_ITEMS_OF, review=row["id"])
        decisions = self._db.all(compiled.REVIEW_DECISIONS_OF, review=row["id"])
        return WeeklyReview(
            number=row["id"],
            uid=row["uid"],
            week=row["week"],
            started_at=to_instant(row["started_at"]),
            step=ReviewStep(row["step"]),
            finished_at=to_instant(row["finished_at"]),
            learned=row["learned"],
            wins=tuple(item["text"] for item in items if item["kind"] == WIN),
            priorities=tuple(_priority(item) for item in items if item["kind"] == PRIORITY),
            decisions=tuple(_decision(one) for one in decisions),
        )

    def _keep_items(self, before: WeeklyReview, review: WeeklyReview) -> None:
        if (before.wins, before.priorities) == (review.wins, review.priorities):
            return
        self._db.change(compiled.DELETE_REVIEW_ITEMS, {"review": review.number})
        wins = [_item(review, WIN, place, Priority(text)) for place, text in enumerate(review.wins)]
        priorities = [
            _item(review, PRIORITY, place, one) for place, one in enumerate(review.priorities)
        ]
        self._db.insert_all(compiled.INSERT_REVIEW_ITEM, [*wins, *priorities])

    def _keep_decisions(self, before: WeeklyReview, review: WeeklyReview) -> None:
        if before.decisions == review.decisions:
            return
        self._db.change(compiled.DELETE_REVIEW_DECISIONS, {"review": review.number})
        rows = [_decision_values(review, one, self._task_uid(one)) for one in review.decisions]
        self._db.insert_all(compiled.INSERT_REVIEW_DECISION, rows)

    def _task_uid(self, decision: Decision) -> str:
        row = self._db.one(compiled.GET_TASK, id=decision.task)
        return row["uid"] if row else ""


def _part_uid(review: WeeklyReview, part: str) -> str:
    # The same part keeps its UUID, however often the parts are written anew.
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"{review.uid} {part}"))


def _item(review: WeeklyReview, kind: str, position: int, item: Priority) -> dict[str, Any]:
    return {
        "uid": _part_uid(review, f"{kind} {position}"),
        "review_id": review.number,
        "kind": kind,
        "position": position,
        "text": item.text,
        "task_id": item.task,
        "settled": item.settled,
    }


def _priority(row: Row) -> Priority:
    return Priority(row["text"], row["task_id"], bool(row["settled"]))


def _decision(row: Row) -> Decision:
    return Decision(row["task_id"], Choice(row["choice"]), to_day(row["until"]), row["to"])


def _decision_values(review: WeeklyReview, decision: Decision, task: str) -> dict[str, Any]:
    return {
        # Not by its number, which is another task's on another computer.
        "uid": _part_uid(review, f"task {task}"),
        "review_id": review.number,
        "task_id": decision.task,
        "choice": decision.choice,
        "until": from_day(decision.until),
        "to": decision.to,
    }


def _values(review: WeeklyReview) -> dict[str, Any]:
    return {
        "id": review.number,
        "uid": review.uid,
        "week": review.week,
        "started_at": from_instant(review.started_at),
        "finished_at": from_instant(review.finished_at),
        "step": review.step,
        "learned": review.learned,
    }


def _reflection(row: Row) -> MonthlyReflection:
    return MonthlyReflection(
        number=row["id"],
        uid=row["uid"],
        month=row["month"],
        written_at=to_instant(row["written_at"]),
        worked=row["worked"],
        improve=row["improve"],
        adjust=row["adjust"],
        habit=row["habit"],
    )


def _reflection_values(reflection: MonthlyReflection) -> dict[str, Any]:
    return {
        "id": reflection.number,
        "uid": reflection.uid,
        "month": reflection.month,
        "written_at": from_instant(reflection.written_at),
        "worked": reflection.worked,
        "improve": reflection.improve,
        "adjust": reflection.adjust,
        "habit": reflection.habit,
    }
