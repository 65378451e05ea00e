"""The backup of Super Productivity (Settings, Export data): one JSON document.

Two layouts are read. The newer one is `{"timestamp", "crossModelVersion", "data": {…}}` with
`task`, `archiveYoung.task`, `archiveOld.task`, `project`, `tag` and `taskRepeatCfg` in `data`, each
`{"ids", "entities"}`; in the older one (no `crossModelVersion`) the same stands at the top and the
archive is `taskArchive`. Times are milliseconds since 1970, `timeEstimate` and `timeSpent` lengths
in milliseconds. In newer files a task has a deadline on `deadlineDay` (`2026-11-23`) or at
`deadlineWithTime`. It is meant for `dueDay` or `dueWithTime`, in older files for `plannedAt`; of a
day and a time the time counts. The tags `EM_IMPORTANT` and `EM_URGENT` are its Eisenhower board.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from keseimbangan.domain.arrivals import (
    FIRST,
    LAST,
    LONG_AGO,
    Arrivals,
    SkipReason,
    element_of,
    note_of,
    title_and_rest,
)
from keseimbangan.domain.period import local
from keseimbangan.domain.tasks import Task, TaskKind, TaskStatus
from keseimbangan.errors.exchange import ForeignFileBroken
from keseimbangan.exchange.foreign import (
    derived_uid,
    epoch_instant,
    filled,
    load,
    number,
    rows,
    text,
    texts,
)
from keseimbangan.formats import duration
from keseimbangan.i18n import _

_PROGRAM = "super-productivity"
_IMPORTANT, _URGENT = "EM_IMPORTANT", "EM_URGENT"
# Tags the program keeps for itself.
_OWN_TAGS = (_IMPORTANT, _URGENT, "TODAY", "KANBAN_IN_PROGRESS")
# What hangs on a task, and what stands beside the tasks, that has no place here.
_LEFT_OF_TASK = ("attachments", "issueId", "remindAt", "reminderId", "deadlineRemindAt")
_LEFT = ("note", "simpleCounter", "metric", "improvement", "obstruction")
_MINUTE = 60_000
_MOST_MINUTES = 1_000_000


def read(path: Path, zone: str) -> Arrivals:
    """The tasks of a backup, archived ones too; `zone` says on which day an instant falls."""
    broken = ForeignFileBroken(path, "Super Productivity", _("menu Settings, lalu Export Data"))
    document = load(path, broken)
    data = document.get("data", document) if isinstance(document, dict) else None
    if not isinstance(data, dict) or not isinstance(data.get("task"), dict):
        raise broken
    names = {**_titles(data, "project"), **_titles(data, "tag")}
    arrivals = Arrivals()
    found = _task_rows(data)
    for position, row in enumerate(found, 1):
        _take(arrivals, position, row, names, zone)
    for position, row in enumerate(_entities(data.get("taskRepeatCfg")), len(found) + 1):
        arrivals.skip(position, title_and_rest(text(row, "title"))[0], SkipReason.TEMPLATE)
    for name in _LEFT:
        arrivals.leave_fields([name] * len(_entities(data.get(name))))
    return arrivals


def _task_rows(data: dict[str, Any]) -> list[dict[str, Any]]:
    found = _entities(data["task"]) + _entities(data.get("taskArchive"))
    for name in ("archiveYoung", "archiveOld"):
        archive = data.get(name)
        found += _entities(archive.get("task")) if isinstance(archive, dict) else []
    return found


def _entities(state: Any) -> list[dict[str, Any]]:
    return rows(state.get("entities")) if isinstance(state, dict) else []


def _titles(data: dict[str, Any], name: str) -> dict[str, str]:
    return {text(row, "id"): text(row, "title") for row in _entities(data.get(name))}


def _take(
    arrivals: Arrivals, position: int, row: dict[str, Any], names: Mapping[str, str], zone: str
) -> None:
    title, whole = title_and_rest(text(row, "title"))
    key = text(row, "id")
    if not title or not key:
        reason = SkipReason.UNREADABLE if title else SkipReason.NO_TITLE
        arrivals.skip(position, title, reason)
        return
    days = (name for name in ("dueDay", "deadlineDay") if text(row, name))
    if any(_day(row, zone, name) is None for name in days):
        # Without it the task would come in as one that may wait.
        arrivals.skip(position, title, SkipReason.NO_TIME)
        return
    parent = text(row, "parentId")
    stamps = [epoch_instant(row, name) for name in ("modified", "doneOn", "created")]
    changed = max((stamp for stamp in stamps if stamp), default=LONG_AGO)
    task = _task(row, derived_uid(_PROGRAM, key), title, whole, names, zone)
    if task.done_at == LONG_AGO:
        # Older files do not tell it; it was done no earlier than this.
        task = replace(task, done_at=changed)
    above = derived_uid(_PROGRAM, parent) if parent else None
    arrivals.take_task(position, task, above, changed)
    arrivals.leave_fields(filled(row, _LEFT_OF_TASK))


def _task(
    row: dict[str, Any],
    uid: str,
    title: str,
    whole: str | None,
    names: Mapping[str, str],
    zone: str,
) -> Task:
    done = row.get("isDone") is True
    tags = texts(row, "tagIds")
    own = [names[tag] for tag in tags if names.get(tag) and tag not in _OWN_TAGS]
    project = names.get(text(row, "projectId"), "")
    # Their board is this matrix: who put a task on it has answered both questions.
    asked = _IMPORTANT in tags or _URGENT in tags
    meant = _day(row, zone, "dueWithTime", "dueDay", "plannedAt")
    deadline = _day(row, zone, "deadlineWithTime", "deadlineDay")
    late = meant is not None and deadline is not None and meant > deadline
    return Task(
        number=None,
        uid=uid,
        title=title,
        status=TaskStatus.DONE if done else TaskStatus.OPEN,
        important=_IMPORTANT in tags,
        urgent=_URGENT in tags,
        triaged=asked,
        due=deadline or meant,
        estimate_minutes=_minutes(row, "timeEstimate"),
        kind=TaskKind.ROUTINE if text(row, "repeatCfgId") else None,
        element=element_of(*own, project),
        done_at=(epoch_instant(row, "doneOn") or LONG_AGO) if done else None,
        note=note_of(whole, text(row, "notes"), *_labels(row, project, own)),
        not_before=meant if deadline and not late else None,
    )


def _day(row: dict[str, Any], zone: str, *names: str) -> date | None:
    """The day of the first of some fields that tells one, as a date or as an instant."""
    for name in names:
        moment = epoch_instant(row, name)
        day = local(moment, zone).date() if moment else _date(text(row, name))
        if day is not None:
            return day
    return None


def _date(written: str) -> date | None:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return None
    return day if FIRST < day < LAST else None


def _minutes(row: dict[str, Any], name: str) -> int | None:
    minutes = round(number(row, name) / _MINUTE)
    return minutes if 0 < minutes <= _MOST_MINUTES else None


def _labels(row: dict[str, Any], project: str, tags: list[str]) -> list[str]:
    labels = [_("Proyek: {name}").format(name=project)] if project else []
    labels += [_("Tag: {names}").format(names=", ".join(tags))] if tags else []
    # Their days have minutes but no hours, so these cannot become sessions here.
    spent = _minutes(row, "timeSpent")
    return labels + ([_("Waktu terpakai: {time}").format(time=duration(spent))] if spent else [])
