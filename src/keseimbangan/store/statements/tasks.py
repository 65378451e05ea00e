"""Statements of tasks."""

from sqlalchemy import Executable, bindparam, func, literal_column, select

from keseimbangan.domain.tasks import TaskStatus
from keseimbangan.store.statements.shared import (
    LIMIT,
    METADATA,
    change,
    in_list,
    insertion,
    removal,
)

sessions = METADATA.tables["focus_sessions"]
tasks = METADATA.tables["tasks"]

_OPEN_TASK = tasks.c.status.in_(
    [literal_column(f"'{TaskStatus.OPEN}'"), literal_column(f"'{TaskStatus.DELEGATED}'")]
)
_SPENT = (
    select(func.coalesce(func.sum(sessions.c.focused_seconds), 0))
    .where(sessions.c.task_id == tasks.c.id)
    .correlate(tasks)
    .scalar_subquery()
    .label("spent_seconds")
)
_TASK = select(*tasks.c, _SPENT)

TASKS: dict[str, Executable] = {
    "INSERT_TASK": insertion(tasks),
    "UPDATE_TASK": change(tasks),
    "DELETE_TASK": removal(tasks),
    "GET_TASK": _TASK.where(tasks.c.id == bindparam("id")),
    "OPEN_TASKS": _TASK.where(_OPEN_TASK),
    "TASKS_AMONG": _TASK.where(in_list(tasks.c.id, "numbers")),
    "TASKS_CLOSED_BETWEEN": _TASK.where(
        tasks.c.done_at >= bindparam("start"), tasks.c.done_at < bindparam("end")
    ).order_by(tasks.c.done_at),
    "TASKS_CLOSED": _TASK.where(tasks.c.done_at.is_not(None))
    .order_by(tasks.c.done_at.desc())
    .limit(LIMIT),
    "CHILDREN_OF_TASK": _TASK.where(tasks.c.parent_id == bindparam("id")),
    "TASK_TITLES": select(tasks.c.id, tasks.c.title).where(_OPEN_TASK),
    "TASK_ELEMENTS": select(tasks.c.id, tasks.c.element).where(in_list(tasks.c.id, "numbers")),
}
