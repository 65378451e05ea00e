"""Tasks in the store."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from keseimbangan.domain.elements import Element
from keseimbangan.domain.tasks import Delegation, Impact, Task, TaskKind, TaskStatus
from keseimbangan.errors.store import no_such_task
from keseimbangan.store import compiled
from keseimbangan.store.database import Database, Row
from keseimbangan.store.values import (
    from_akhlak,
    from_day,
    from_instant,
    to_akhlak,
    to_day,
    to_instant,
)


class Tasks:
    """Reading and keeping tasks."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, number: int) -> Task:
        """The task with this number; raises NoSuchNumber."""
        row = self._db.one(compiled.GET_TASK, id=number)
        if row is None:
            raise no_such_task(number)
        return _task(row)

    def open(self) -> list[Task]:
        """All that are open or delegated."""
        return [_task(row) for row in self._db.all(compiled.OPEN_TASKS)]

    def among(self, numbers: Iterable[int]) -> dict[int, Task]:
        """Those that exist among the numbers, by number."""
        listed = "[" + ",".join(str(int(number)) for number in numbers) + "]"
        rows = self._db.all(compiled.TASKS_AMONG, numbers=listed)
        return {row["id"]: _task(row) for row in rows}

    def closed_between(self, start: datetime, end: datetime) -> list[Task]:
        """Done or dropped from `start` up to `end`, oldest first."""
        rows = self._db.all(
            compiled.TASKS_CLOSED_BETWEEN, start=from_instant(start), end=from_instant(end)
        )
        return [_task(row) for row in rows]

    def closed(self, limit: int) -> list[Task]:
        """The last `limit` done or dropped ones, newest first."""
        return [_task(row) for row in self._db.all(compiled.TASKS_CLOSED, limit=limit)]

    def children(self, number: int) -> list[Task]:
        """The pieces into which a task was split."""
        return [_task(row) for row in self._db.all(compiled.CHILDREN_OF_TASK, id=number)]

    def titles(self) -> list[tuple[int, str]]:
        """Number and title of every open task."""
        return [(row["id"], row["title"]) for row in self._db.all(compiled.TASK_TITLES)]

    def add(self, task: Task) -> Task:
        """Keep a new task; the same with its number."""
        return replace(task, number=self._db.insert(compiled.INSERT_TASK, _values(task)))

    def save(self, task: Task) -> Task:
        """Keep what was changed in a task."""
        self._db.change(compiled.UPDATE_TASK, _values(task))
        return task

    def delete(self, task: Task) -> None:
        """Remove a task."""
        self._db.change(compiled.DELETE_TASK, {"id": task.number})


def _task(row: Row) -> Task:
    return Task(
        number=row["id"],
        uid=row["uid"],
        title=row["title"],
        status=TaskStatus(row["status"]),
        important=bool(row["important"]),
        urgent=bool(row["urgent"]),
        triaged=bool(row["triaged"]),
        due=to_day(row["due"]),
        estimate_minutes=row["estimate_minutes"],
        spent_minutes=row["spent_seconds"] // 60,
        kind=TaskKind(row["kind"]) if row["kind"] else None,
        impact=Impact(row["impact"]) if row["impact"] else None,
        element=Element(row["element"]),
        target=row["target_id"],
        parent=row["parent_id"],
        delegate=_delegation(row),
        postponed=row["postponed"],
        done_at=to_instant(row["done_at"]),
        result=row["result"],
        evidence=row["evidence"],
        indicator=row["indicator_id"],
        realisation=row["realisation"],
        akhlak=to_akhlak(row["akhlak"]),
        note=row["note"],
        not_before=to_day(row["not_before"]),
    )


def _delegation(row: Row) -> Delegation | None:
    if row["delegate_to"] is None:
        return None
    return Delegation(
        to=row["delegate_to"],
        instruction=row["delegate_instruction"],
        expected_result=row["delegate_expected_result"],
        follow_up=to_day(row["delegate_follow_up"]),
    )


def _values(task: Task) -> dict[str, Any]:
    delegate = task.delegate
    return {
        "id": task.number,
        "uid": task.uid,
        "title": task.title,
        "status": task.status,
        "important": task.important,
        "urgent": task.urgent,
        "triaged": task.triaged,
        "due": from_day(task.due),
        "estimate_minutes": task.estimate_minutes,
        "kind": task.kind,
        "impact": task.impact,
        "element": task.element,
        "target_id": task.target,
        "parent_id": task.parent,
        "delegate_to": delegate.to if delegate else None,
        "delegate_instruction": delegate.instruction if delegate else None,
        "delegate_expected_result": delegate.expected_result if delegate else None,
        "delegate_follow_up": from_day(delegate.follow_up) if delegate else None,
        "postponed": task.postponed,
        "done_at": from_instant(task.done_at),
        "result": task.result,
        "evidence": task.evidence,
        "indicator_id": task.indicator,
        "realisation": task.realisation,
        "akhlak": from_akhlak(task.akhlak),
        "note": task.note,
        "not_before": from_day(task.not_before),
    }
