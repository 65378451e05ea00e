"""Every read and write of the program, as SQLModel statements with named parameters.

The names become the constants of `compiled.py`. What varies from call to call is a parameter;
statements are never put together at run time.
"""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Executable,
    bindparam,
    case,
    delete,
    func,
    insert,
    literal_column,
    or_,
    select,
    union_all,
    update,
)
from sqlmodel import SQLModel, col

from keseimbangan.domain.focus import FocusState
from keseimbangan.domain.tasks import TaskStatus
from keseimbangan.store.tables import (
    BlockRow,
    ExclusionRow,
    ExportedEventRow,
    FocusSessionRow,
    InterruptionRow,
    MonthlyReflectionRow,
    ReviewDecisionRow,
    ReviewItemRow,
    StressEntryRow,
    StressTriggerRow,
    TargetRow,
    TaskRow,
    WeeklyReviewRow,
)

Table = type[SQLModel]


def _columns(table: Table) -> list[str]:
    return [column.name for column in table.__table__.columns]  # type: ignore[attr-defined]


def _insert(table: Table) -> Executable:
    return insert(table).values({n: bindparam(n) for n in _columns(table) if n != "id"})


def _update(table: Table) -> Executable:
    # The birth of a row is not the update's to change.
    kept = ("id", "uid", "created_at")
    return (
        update(table)
        .where(table.id == bindparam("id"))  # type: ignore[attr-defined]
        .values({n: bindparam(n) for n in _columns(table) if n not in kept})
    )


def _delete(table: Table) -> Executable:
    return delete(table).where(table.id == bindparam("id"))  # type: ignore[attr-defined]


def _get(table: Table) -> Executable:
    return select(table).where(table.id == bindparam("id"))  # type: ignore[attr-defined]


def _words(column: Any, *words: str) -> ColumnElement[bool]:
    """Constants in the text of the statement: only so can SQLite use a partial index."""
    return or_(*(column == literal_column(f"'{word}'") for word in words))


def _in_list(column: Any, parameter: str) -> ColumnElement[bool]:
    """Membership in a list that is passed as one JSON text."""
    listed = func.json_each(bindparam(parameter)).table_valued("value")
    return col(column).in_(select(listed.c.value))


_OPEN_TASK = TaskRow.status.in_(  # type: ignore[attr-defined]
    [literal_column(f"'{TaskStatus.OPEN}'"), literal_column(f"'{TaskStatus.DELEGATED}'")]
)
_SPENT = (
    select(func.coalesce(func.sum(FocusSessionRow.focused_seconds), 0))
    .where(col(FocusSessionRow.task_id) == TaskRow.id)
    .correlate(TaskRow)
    .scalar_subquery()
    .label("spent_seconds")
)
_TASK = select(*TaskRow.__table__.columns, _SPENT)  # type: ignore[attr-defined]
_LIMIT = bindparam("limit")

_SINGLE = col(BlockRow.rule).is_(None)
_SERIES = col(BlockRow.rule).is_not(None)

TASKS: dict[str, Executable] = {
    "INSERT_TASK": _insert(TaskRow),
    "UPDATE_TASK": _update(TaskRow),
    "DELETE_TASK": _delete(TaskRow),
    "GET_TASK": _TASK.where(col(TaskRow.id) == bindparam("id")),
    "OPEN_TASKS": _TASK.where(_OPEN_TASK),
    "TASKS_AMONG": _TASK.where(_in_list(TaskRow.id, "numbers")),
    "TASKS_CLOSED_BETWEEN": _TASK.where(
        col(TaskRow.done_at) >= bindparam("start"), col(TaskRow.done_at) < bindparam("end")
    ).order_by(col(TaskRow.done_at)),
    "TASKS_CLOSED": _TASK.where(col(TaskRow.done_at).is_not(None))
    .order_by(col(TaskRow.done_at).desc())
    .limit(_LIMIT),
    "TASKS_CREATED_BETWEEN": _TASK.where(
        col(TaskRow.created_at) >= bindparam("start"), col(TaskRow.created_at) < bindparam("end")
    ),
    "CHILDREN_OF_TASK": _TASK.where(col(TaskRow.parent_id) == bindparam("id")),
    "TASK_TITLES": select(TaskRow.id, TaskRow.title).where(_OPEN_TASK),
}

TARGETS: dict[str, Executable] = {
    "INSERT_TARGET": _insert(TargetRow),
    "UPDATE_TARGET": _update(TargetRow),
    "GET_TARGET": _get(TargetRow),
    "ALL_TARGETS": select(TargetRow).order_by(TargetRow.id),
}

BLOCKS: dict[str, Executable] = {
    "INSERT_BLOCK": _insert(BlockRow),
    "UPDATE_BLOCK": _update(BlockRow),
    "DELETE_BLOCK": _delete(BlockRow),
    "GET_BLOCK": _get(BlockRow),
    # `earliest` lies one longest block before `start`: it lets the index bound the search.
    "BLOCKS_BETWEEN": select(BlockRow)
    .where(
        _SINGLE,
        col(BlockRow.starts_at) >= bindparam("earliest"),
        col(BlockRow.starts_at) < bindparam("end"),
        col(BlockRow.ends_at) > bindparam("start"),
    )
    .order_by(BlockRow.starts_at, BlockRow.id),
    "SERIES_BETWEEN": union_all(
        select(BlockRow).where(_SERIES, col(BlockRow.last_day) >= bindparam("first_day")),
        select(BlockRow).where(_SERIES, col(BlockRow.last_day).is_(None)),
    ),
    # Occurrences that stand elsewhere or nowhere: changed ones and excluded ones.
    "RECURRENCE_IDS_TAKEN": union_all(
        select(BlockRow.series_id, BlockRow.recurrence_id).where(
            _in_list(BlockRow.series_id, "series"),
            col(BlockRow.recurrence_id) >= bindparam("start"),
            col(BlockRow.recurrence_id) < bindparam("end"),
        ),
        select(ExclusionRow.series_id, ExclusionRow.recurrence_id).where(
            _in_list(ExclusionRow.series_id, "series"),
            col(ExclusionRow.recurrence_id) >= bindparam("start"),
            col(ExclusionRow.recurrence_id) < bindparam("end"),
        ),
    ),
    "CHANGED_OCCURRENCES": select(BlockRow)
    .where(col(BlockRow.series_id) == bindparam("series"))
    .order_by(BlockRow.recurrence_id),
    "EXCLUSIONS_OF": select(ExclusionRow)
    .where(col(ExclusionRow.series_id) == bindparam("series"))
    .order_by(ExclusionRow.recurrence_id),
    "INSERT_EXCLUSION": _insert(ExclusionRow),
    "MOVE_EXCLUSION": update(ExclusionRow)
    .where(col(ExclusionRow.id) == bindparam("id"))
    .values(series_id=bindparam("series"), changed_at=bindparam("changed_at")),
    "DELETE_EXCLUSION": _delete(ExclusionRow),
    "BLOCKS_OF_TASK": select(BlockRow)
    .where(_SINGLE, col(BlockRow.task_id) == bindparam("task"))
    .order_by(BlockRow.starts_at),
}

FOCUS: dict[str, Executable] = {
    "INSERT_FOCUS_SESSION": _insert(FocusSessionRow),
    "UPDATE_FOCUS_SESSION": _update(FocusSessionRow),
    "DELETE_FOCUS_SESSION": _delete(FocusSessionRow),
    "GET_FOCUS_SESSION": _get(FocusSessionRow),
    "LIVE_FOCUS_SESSIONS": select(FocusSessionRow)
    .where(col(FocusSessionRow.ended_at).is_(None))
    .order_by(FocusSessionRow.id),
    "BREAKING_FOCUS_SESSION": select(FocusSessionRow)
    .where(_words(FocusSessionRow.state, FocusState.BREAK))
    .order_by(col(FocusSessionRow.id).desc())
    .limit(1),
    "FOCUS_SESSIONS_BETWEEN": select(FocusSessionRow)
    .where(
        col(FocusSessionRow.started_at) >= bindparam("start"),
        col(FocusSessionRow.started_at) < bindparam("end"),
    )
    .order_by(FocusSessionRow.started_at),
    "LATEST_FOCUS_SESSIONS": select(FocusSessionRow)
    .order_by(col(FocusSessionRow.started_at).desc())
    .limit(_LIMIT),
    "SPENT_ON_BLOCK": select(func.coalesce(func.sum(FocusSessionRow.focused_seconds), 0)).where(
        col(FocusSessionRow.block_id) == bindparam("block")
    ),
    "INSERT_INTERRUPTION": _insert(InterruptionRow),
    "INTERRUPTIONS_OF": select(InterruptionRow)
    .where(_in_list(InterruptionRow.session_id, "sessions"))
    .order_by(InterruptionRow.session_id, InterruptionRow.at, InterruptionRow.id),
}

JOURNAL: dict[str, Executable] = {
    "INSERT_STRESS_ENTRY": _insert(StressEntryRow),
    "UPDATE_STRESS_ENTRY": _update(StressEntryRow),
    "DELETE_STRESS_ENTRY": _delete(StressEntryRow),
    "GET_STRESS_ENTRY": _get(StressEntryRow),
    "STRESS_ENTRIES_BETWEEN": select(StressEntryRow)
    .where(
        col(StressEntryRow.written_at) >= bindparam("start"),
        col(StressEntryRow.written_at) < bindparam("end"),
    )
    .order_by(StressEntryRow.written_at, StressEntryRow.id),
    "STRESS_ENTRIES_OF_WEEKS": select(StressEntryRow)
    .where(
        col(StressEntryRow.week) >= bindparam("first"), col(StressEntryRow.week) <= bindparam("last")
    )
    .order_by(StressEntryRow.week, StressEntryRow.written_at),
    "LATEST_STRESS_ENTRIES": select(StressEntryRow)
    .order_by(col(StressEntryRow.written_at).desc(), col(StressEntryRow.id).desc())
    .limit(_LIMIT),
    "ALL_STRESS_ENTRIES": select(StressEntryRow).order_by(
        StressEntryRow.written_at, StressEntryRow.id
    ),
    "INSERT_STRESS_TRIGGER": _insert(StressTriggerRow),
    "DELETE_STRESS_TRIGGERS": delete(StressTriggerRow).where(
        col(StressTriggerRow.entry_id) == bindparam("entry")
    ),
    "STRESS_TRIGGERS_OF": select(StressTriggerRow.entry_id, StressTriggerRow.name)
    .where(_in_list(StressTriggerRow.entry_id, "entries"))
    .order_by(StressTriggerRow.entry_id, StressTriggerRow.position),
    "TRIGGER_NAMES": select(
        StressTriggerRow.name, func.count(StressTriggerRow.id).label("times")
    )
    .group_by(StressTriggerRow.name)
    .order_by(func.count(StressTriggerRow.id).desc(), StressTriggerRow.name),
}

REVIEWS: dict[str, Executable] = {
    "INSERT_WEEKLY_REVIEW": _insert(WeeklyReviewRow),
    "UPDATE_WEEKLY_REVIEW": _update(WeeklyReviewRow),
    "WEEKLY_REVIEW_OF": select(WeeklyReviewRow).where(
        col(WeeklyReviewRow.week) == bindparam("week")
    ),
    "WEEKLY_REVIEWS_BETWEEN": select(WeeklyReviewRow)
    .where(
        col(WeeklyReviewRow.week) >= bindparam("first"),
        col(WeeklyReviewRow.week) <= bindparam("last"),
    )
    .order_by(WeeklyReviewRow.week),
    "INSERT_REVIEW_ITEM": _insert(ReviewItemRow),
    "DELETE_REVIEW_ITEMS": delete(ReviewItemRow).where(
        col(ReviewItemRow.review_id) == bindparam("review")
    ),
    "REVIEW_ITEMS_OF": select(ReviewItemRow)
    .where(col(ReviewItemRow.review_id) == bindparam("review"))
    .order_by(ReviewItemRow.kind, ReviewItemRow.position),
    "INSERT_REVIEW_DECISION": _insert(ReviewDecisionRow),
    "DELETE_REVIEW_DECISIONS": delete(ReviewDecisionRow).where(
        col(ReviewDecisionRow.review_id) == bindparam("review")
    ),
    "REVIEW_DECISIONS_OF": select(ReviewDecisionRow)
    .where(col(ReviewDecisionRow.review_id) == bindparam("review"))
    .order_by(ReviewDecisionRow.id),
    "INSERT_MONTHLY_REFLECTION": _insert(MonthlyReflectionRow),
    "UPDATE_MONTHLY_REFLECTION": _update(MonthlyReflectionRow),
    "MONTHLY_REFLECTION_OF": select(MonthlyReflectionRow).where(
        col(MonthlyReflectionRow.month) == bindparam("month")
    ),
}

CALENDAR: dict[str, Executable] = {
    "INSERT_EXPORTED_EVENT": _insert(ExportedEventRow),
    "UPDATE_EXPORTED_EVENT": _update(ExportedEventRow),
    "EXPORTED_EVENTS_BETWEEN": select(ExportedEventRow)
    .where(
        col(ExportedEventRow.starts_at) >= bindparam("start"),
        col(ExportedEventRow.starts_at) < bindparam("end"),
    )
    .order_by(ExportedEventRow.starts_at, ExportedEventRow.id),
    "EXPORTED_EVENTS_OF": select(ExportedEventRow).where(
        _in_list(ExportedEventRow.block_uid, "blocks")
    ),
    "EXPORTED_EVENT_SUMMARY": select(
        func.count(ExportedEventRow.id).label("events"),
        func.max(case((col(ExportedEventRow.removed_at).is_(None), ExportedEventRow.stamped_at)))
        .label("latest"),
        func.coalesce(func.max(ExportedEventRow.generation), 1).label("generation"),
    ),
}

STATEMENTS: dict[str, Executable] = {
    **TASKS,
    **TARGETS,
    **BLOCKS,
    **FOCUS,
    **JOURNAL,
    **REVIEWS,
    **CALENDAR,
}
