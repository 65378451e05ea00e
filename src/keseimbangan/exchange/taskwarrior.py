"""`task export` of Taskwarrior 2.4 to 3.x: a JSON list of tasks, or one object to a line.

By its RFC "Taskwarrior JSON Format": instants are `20141018T050231Z`; `status` is pending, waiting,
completed, deleted or recurring (a template); `uuid`, `entry` and `description` are always there.
Recurring tasks that Taskwarrior made from a template have `parent`; that is no piece of a task.
Since 2.6 a waiting task is exported as pending with a `wait` that may have passed.
"""

import uuid
from datetime import date, datetime
from pathlib import Path
from typing import Any

from keseimbangan.domain.arrivals import (
    LONG_AGO,
    Arrivals,
    SkipReason,
    element_of,
    note_of,
    title_and_rest,
)
from keseimbangan.domain.period import local
from keseimbangan.domain.tasks import Impact, Task, TaskKind, TaskStatus
from keseimbangan.errors.exchange import ForeignFileBroken
from keseimbangan.exchange.foreign import compact_instant, filled, listed, load, rows, text, texts
from keseimbangan.i18n import _

_IMPACTS = {"H": Impact.HIGH, "M": Impact.MEDIUM, "L": Impact.LOW}
_SKIPPED = {"deleted": SkipReason.DELETED, "recurring": SkipReason.TEMPLATE}
_STATUSES = {
    "pending": TaskStatus.OPEN,
    "waiting": TaskStatus.OPEN,
    "completed": TaskStatus.DONE,
}
# What is understood, and what Taskwarrior reckons for itself; anything else is left behind.
_READ = (
    *("uuid", "description", "status", "entry", "modified", "end", "due", "wait", "scheduled"),
    *("project", "priority", "tags", "annotations", "parent"),
)
_RECKONED = ("id", "urgency", "mask", "imask", "rtype", "last", "recur")


def read(path: Path, zone: str) -> Arrivals:
    """The tasks of a file; `zone` says on which day a due instant falls."""
    broken = ForeignFileBroken(path, "Taskwarrior", _("`task export > tugas.json`"))
    document = load(path, broken)
    found = listed(document if isinstance(document, list) else [document])
    if document != [] and not any("description" in row and "status" in row for row in found):
        raise broken
    arrivals = Arrivals()
    for position, row in enumerate(found, 1):
        _take(arrivals, position, row, zone)
    return arrivals


def _take(arrivals: Arrivals, position: int, row: dict[str, Any], zone: str) -> None:
    title, whole = title_and_rest(text(row, "description"))
    uid, status = _uid(row), text(row, "status")
    reason = _SKIPPED.get(status)
    if reason is None and not title:
        reason = SkipReason.NO_TITLE
    if reason is None and (uid is None or status not in _STATUSES):
        reason = SkipReason.UNREADABLE
    if reason is None and text(row, "due") and compact_instant(row, "due") is None:
        # Without it the task would come in as one that may wait.
        reason = SkipReason.NO_TIME
    if reason is not None or uid is None:
        arrivals.skip(position, title, reason or SkipReason.UNREADABLE)
        return
    task = _task(row, uid, title, whole, zone)
    changed = compact_instant(row, "modified") or compact_instant(row, "entry") or LONG_AGO
    arrivals.take_task(position, task, None, changed)
    arrivals.leave_fields(_left(row, task))


def _left(row: dict[str, Any], task: Task) -> list[str]:
    """The fields of a task that say something which is not taken over."""
    others = (name for name in row if name not in (*_READ, *_RECKONED))
    return filled(row, others) + filled(row, ["priority"] if task.impact is None else [])


def _uid(row: dict[str, Any]) -> str | None:
    try:
        return str(uuid.UUID(text(row, "uuid")))
    except ValueError:
        return None


def _task(row: dict[str, Any], uid: str, title: str, whole: str | None, zone: str) -> Task:
    status = _STATUSES[text(row, "status")]
    stamps = (compact_instant(row, name) for name in ("end", "modified", "entry"))
    ended = next((stamp for stamp in stamps if stamp), LONG_AGO)
    priority = text(row, "priority")
    due = _day(compact_instant(row, "due"), zone)
    not_before, waiting = _not_before(row, zone, due)
    return Task(
        number=None,
        uid=uid,
        title=title,
        status=status,
        important=priority == "H",
        due=due,
        kind=TaskKind.ROUTINE if text(row, "parent") else None,
        impact=_IMPACTS.get(priority),
        element=element_of(*texts(row, "tags"), text(row, "project")),
        done_at=ended if status is TaskStatus.DONE else None,
        note=note_of(whole, *_annotations(row, zone), *_labels(row), waiting),
        not_before=not_before,
    )


def _day(moment: datetime | None, zone: str) -> date | None:
    return None if moment is None else local(moment, zone).date()


def _annotations(row: dict[str, Any], zone: str) -> list[str]:
    notes = []
    for each in rows(row.get("annotations")):
        day = _day(compact_instant(each, "entry"), zone)
        said = text(each, "description")
        notes.append(f"{day.isoformat()}: {said}" if day else said)
    return notes


def _labels(row: dict[str, Any]) -> list[str]:
    project, tags = text(row, "project"), texts(row, "tags")
    labels = [_("Proyek: {name}").format(name=project)] if project else []
    return labels + ([_("Tag: {names}").format(names=", ".join(tags))] if tags else [])


def _not_before(row: dict[str, Any], zone: str, due: date | None) -> tuple[date | None, str | None]:
    """The first day for it, or a note of that day where it lies behind the day it is due."""
    moments = [compact_instant(row, name) for name in ("wait", "scheduled")]
    days = [local(moment, zone).date() for moment in moments if moment]
    first = max(days, default=None)
    if first is None or due is None or first <= due:
        return first, None
    return None, _("Menunggu sampai {day}").format(day=first.isoformat())
