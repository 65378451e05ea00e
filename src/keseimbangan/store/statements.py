"""Every read and write of the program, as SQLModel statements with named parameters.

The names become the constants of `compiled.py`. What varies from call to call is a parameter;
statements are never put together at run time.
"""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Executable,
    Table,
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

from keseimbangan.domain.blocks import BlockStatus
from keseimbangan.domain.focus import FocusState
from keseimbangan.domain.tasks import TaskStatus
from keseimbangan.store import tables
from keseimbangan.store.deletion_statements import DELETIONS
from keseimbangan.store.step_statements import STEPS

# Imported for what they declare: the metadata is filled by them.
_METADATA = tables.Row.metadata

blocks = _METADATA.tables["blocks"]
exclusions = _METADATA.tables["exclusions"]
exported = _METADATA.tables["exported_events"]
sessions = _METADATA.tables["focus_sessions"]
holidays = _METADATA.tables["holidays"]
leaves = _METADATA.tables["leaves"]
location_days = _METADATA.tables["location_days"]
shifts = _METADATA.tables["shifts"]
overtimes = _METADATA.tables["overtimes"]
plans = _METADATA.tables["plans"]
pieces = _METADATA.tables["plan_pieces"]
interruptions = _METADATA.tables["interruptions"]
reflections = _METADATA.tables["monthly_reflections"]
decisions = _METADATA.tables["review_decisions"]
items = _METADATA.tables["review_items"]
entries = _METADATA.tables["stress_entries"]
triggers = _METADATA.tables["stress_triggers"]
targets = _METADATA.tables["targets"]
indicators = _METADATA.tables["indicators"]
dialogues = _METADATA.tables["dialogues"]
tasks = _METADATA.tables["tasks"]
reviews = _METADATA.tables["weekly_reviews"]


def _columns(table: Table) -> list[str]:
    return [column.name for column in table.columns]


def _insert(table: Table) -> Executable:
    return insert(table).values({n: bindparam(n) for n in _columns(table) if n != "id"})


def _update(table: Table) -> Executable:
    # The birth of a row is not the update's to change.
    kept = ("id", "uid", "created_at", "changed_at")
    values: dict[str, Any] = {n: bindparam(n) for n in _columns(table) if n not in kept}
    return (
        update(table)
        .where(table.c.id == bindparam("id"))
        .values({**values, "changed_at": _later(table)})
    )


def _later(table: Table) -> ColumnElement[str]:
    """Now, but a second after the change before where a clock ahead of this one stamped that.

    Of two versions that are merged the later one stays: it must be the one made from the other.
    """
    now: ColumnElement[str] = bindparam("changed_at")
    after: ColumnElement[str] = literal_column(
        "strftime('%Y-%m-%dT%H:%M:%SZ', changed_at, '+1 second')"
    )
    return case((table.c.changed_at > now, after), else_=now)


def _delete(table: Table) -> Executable:
    return delete(table).where(table.c.id == bindparam("id"))


def _get(table: Table) -> Executable:
    return select(table).where(table.c.id == bindparam("id"))


def _words(column: Any, *words: str) -> ColumnElement[bool]:
    """Constants in the text of the statement: only so can SQLite use a partial index."""
    return or_(*(column == literal_column(f"'{word}'") for word in words))


def _in_list(column: Any, parameter: str) -> ColumnElement[bool]:
    """Membership in a list that is passed as one JSON text."""
    listed = func.json_each(bindparam(parameter)).table_valued("value")
    found: ColumnElement[bool] = column.in_(select(listed.c.value))
    return found


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
_LIMIT: ColumnElement[int] = bindparam("limit")

_SINGLE = blocks.c.rule.is_(None)
_SERIES = blocks.c.rule.is_not(None)

TASKS: dict[str, Executable] = {
    "INSERT_TASK": _insert(tasks),
    "UPDATE_TASK": _update(tasks),
    "DELETE_TASK": _delete(tasks),
    "GET_TASK": _TASK.where(tasks.c.id == bindparam("id")),
    "OPEN_TASKS": _TASK.where(_OPEN_TASK),
    "TASKS_AMONG": _TASK.where(_in_list(tasks.c.id, "numbers")),
    "TASKS_CLOSED_BETWEEN": _TASK.where(
        tasks.c.done_at >= bindparam("start"), tasks.c.done_at < bindparam("end")
    ).order_by(tasks.c.done_at),
    "TASKS_CLOSED": _TASK.where(tasks.c.done_at.is_not(None))
    .order_by(tasks.c.done_at.desc())
    .limit(_LIMIT),
    "CHILDREN_OF_TASK": _TASK.where(tasks.c.parent_id == bindparam("id")),
    "TASK_TITLES": select(tasks.c.id, tasks.c.title).where(_OPEN_TASK),
    "TASK_ELEMENTS": select(tasks.c.id, tasks.c.element).where(_in_list(tasks.c.id, "numbers")),
}

TARGETS: dict[str, Executable] = {
    "INSERT_TARGET": _insert(targets),
    "UPDATE_TARGET": _update(targets),
    "GET_TARGET": _get(targets),
    "ALL_TARGETS": select(targets).order_by(targets.c.id),
    "INSERT_INDICATOR": _insert(indicators),
    "UPDATE_INDICATOR": _update(indicators),
    "DELETE_INDICATOR": _delete(indicators),
    "GET_INDICATOR": _get(indicators),
    "INDICATORS_OF": select(indicators)
    .where(_in_list(indicators.c.target_id, "targets"))
    .order_by(indicators.c.target_id, indicators.c.id),
    # What was realised, by what is done, and since when it is.
    "REALISATIONS_OF": union_all(
        select(tasks.c.indicator_id, tasks.c.realisation, tasks.c.done_at.label("at")).where(
            _in_list(tasks.c.indicator_id, "indicators"),
            tasks.c.realisation.is_not(None),
            _words(tasks.c.status, TaskStatus.DONE),
        ),
        select(
            blocks.c.indicator_id,
            blocks.c.realisation,
            func.coalesce(blocks.c.actual_ends_at, blocks.c.ends_at).label("at"),
        ).where(
            _in_list(blocks.c.indicator_id, "indicators"),
            blocks.c.realisation.is_not(None),
            _words(blocks.c.status, BlockStatus.DONE),
        ),
    ),
    "INSERT_DIALOGUE": _insert(dialogues),
    "UPDATE_DIALOGUE": _update(dialogues),
    "DELETE_DIALOGUE": _delete(dialogues),
    "GET_DIALOGUE": _get(dialogues),
    "DIALOGUES_BETWEEN": select(dialogues)
    .where(dialogues.c.day >= bindparam("first"), dialogues.c.day < bindparam("end"))
    .order_by(dialogues.c.day, dialogues.c.id),
}

BLOCKS: dict[str, Executable] = {
    "INSERT_BLOCK": _insert(blocks),
    "UPDATE_BLOCK": _update(blocks),
    "DELETE_BLOCK": _delete(blocks),
    "GET_BLOCK": _get(blocks),
    # `earliest` lies one longest block before `start`: it lets the index bound the search.
    "BLOCKS_BETWEEN": select(blocks)
    .where(
        _SINGLE,
        blocks.c.starts_at >= bindparam("earliest"),
        blocks.c.starts_at < bindparam("end"),
        blocks.c.ends_at > bindparam("start"),
    )
    .order_by(blocks.c.starts_at, blocks.c.id),
    "SERIES_BETWEEN": union_all(
        select(blocks).where(_SERIES, blocks.c.last_day >= bindparam("first_day")),
        select(blocks).where(_SERIES, blocks.c.last_day.is_(None)),
    ),
    # Occurrences that stand elsewhere or nowhere: changed ones and excluded ones.
    "RECURRENCE_IDS_TAKEN": union_all(
        select(blocks.c.series_id, blocks.c.recurrence_id).where(
            _in_list(blocks.c.series_id, "series"),
            blocks.c.recurrence_id >= bindparam("start"),
            blocks.c.recurrence_id < bindparam("end"),
        ),
        select(exclusions.c.series_id, exclusions.c.recurrence_id).where(
            _in_list(exclusions.c.series_id, "series"),
            exclusions.c.recurrence_id >= bindparam("start"),
            exclusions.c.recurrence_id < bindparam("end"),
        ),
    ),
    "CHANGED_OCCURRENCES": select(blocks)
    .where(blocks.c.series_id == bindparam("series"))
    .order_by(blocks.c.recurrence_id),
    "EXCLUSIONS_OF": select(exclusions)
    .where(exclusions.c.series_id == bindparam("series"))
    .order_by(exclusions.c.recurrence_id),
    "INSERT_EXCLUSION": _insert(exclusions),
    "MOVE_EXCLUSION": update(exclusions)
    .where(exclusions.c.id == bindparam("id"))
    .values(
        series_id=bindparam("series"),
        recurrence_id=bindparam("recurrence_id"),
        changed_at=_later(exclusions),
    ),
    "DELETE_EXCLUSION": _delete(exclusions),
}

FOCUS: dict[str, Executable] = {
    "INSERT_FOCUS_SESSION": _insert(sessions),
    "UPDATE_FOCUS_SESSION": _update(sessions),
    "GET_FOCUS_SESSION": _get(sessions),
    "LIVE_FOCUS_SESSIONS": select(sessions)
    .where(sessions.c.ended_at.is_(None))
    .order_by(sessions.c.id),
    "BREAKING_FOCUS_SESSION": select(sessions)
    .where(_words(sessions.c.state, FocusState.BREAK))
    .order_by(sessions.c.id.desc())
    .limit(1),
    "FOCUS_SESSIONS_BETWEEN": select(sessions)
    .where(
        sessions.c.started_at >= bindparam("start"),
        sessions.c.started_at < bindparam("end"),
    )
    .order_by(sessions.c.started_at),
    "LATEST_FOCUS_SESSIONS": select(sessions).order_by(sessions.c.started_at.desc()).limit(_LIMIT),
    "SPENT_ON_BLOCK": select(func.coalesce(func.sum(sessions.c.focused_seconds), 0)).where(
        sessions.c.block_id == bindparam("block")
    ),
    "TASK_TITLES_AMONG": select(tasks.c.id, tasks.c.title).where(_in_list(tasks.c.id, "numbers")),
    "INSERT_INTERRUPTION": _insert(interruptions),
    "INTERRUPTIONS_OF": select(interruptions)
    .where(_in_list(interruptions.c.session_id, "sessions"))
    .order_by(interruptions.c.session_id, interruptions.c.at, interruptions.c.id),
}

JOURNAL: dict[str, Executable] = {
    "INSERT_STRESS_ENTRY": _insert(entries),
    "UPDATE_STRESS_ENTRY": _update(entries),
    "DELETE_STRESS_ENTRY": _delete(entries),
    "GET_STRESS_ENTRY": _get(entries),
    "STRESS_ENTRIES_OF_WEEKS": select(entries)
    .where(
        entries.c.week >= bindparam("first"),
        entries.c.week <= bindparam("last"),
    )
    .order_by(entries.c.week, entries.c.written_at),
    "LATEST_STRESS_ENTRIES": select(entries)
    .order_by(entries.c.written_at.desc(), entries.c.id.desc())
    .limit(_LIMIT),
    "ALL_STRESS_ENTRIES": select(entries).order_by(entries.c.written_at, entries.c.id),
    "INSERT_STRESS_TRIGGER": _insert(triggers),
    "DELETE_STRESS_TRIGGERS": delete(triggers).where(triggers.c.entry_id == bindparam("entry")),
    "STRESS_TRIGGERS_OF": select(triggers.c.entry_id, triggers.c.name)
    .where(_in_list(triggers.c.entry_id, "entries"))
    .order_by(triggers.c.entry_id, triggers.c.position),
    "TRIGGER_NAMES": select(triggers.c.name, func.count(triggers.c.id).label("times"))
    .group_by(triggers.c.name)
    .order_by(func.count(triggers.c.id).desc(), triggers.c.name),
}

REVIEWS: dict[str, Executable] = {
    "INSERT_WEEKLY_REVIEW": _insert(reviews),
    "UPDATE_WEEKLY_REVIEW": _update(reviews),
    "WEEKLY_REVIEW_OF": select(reviews).where(reviews.c.week == bindparam("week")),
    "WEEKLY_REVIEWS_BETWEEN": select(reviews)
    .where(
        reviews.c.week >= bindparam("first"),
        reviews.c.week <= bindparam("last"),
    )
    .order_by(reviews.c.week),
    "INSERT_REVIEW_ITEM": _insert(items),
    "DELETE_REVIEW_ITEMS": delete(items).where(items.c.review_id == bindparam("review")),
    "REVIEW_ITEMS_OF": select(items)
    .where(items.c.review_id == bindparam("review"))
    .order_by(items.c.kind, items.c.position),
    "INSERT_REVIEW_DECISION": _insert(decisions),
    "DELETE_REVIEW_DECISIONS": delete(decisions).where(
        decisions.c.review_id == bindparam("review")
    ),
    "REVIEW_DECISIONS_OF": select(decisions)
    .where(decisions.c.review_id == bindparam("review"))
    .order_by(decisions.c.id),
    "INSERT_MONTHLY_REFLECTION": _insert(reflections),
    "UPDATE_MONTHLY_REFLECTION": _update(reflections),
    "MONTHLY_REFLECTION_OF": select(reflections).where(reflections.c.month == bindparam("month")),
}

CALENDAR: dict[str, Executable] = {
    "INSERT_EXPORTED_EVENT": _insert(exported),
    "UPDATE_EXPORTED_EVENT": _update(exported),
    # Only what was promised is confirmed: another export may have promised more meanwhile.
    "CONFIRM_EXPORTED_EVENT": update(exported)
    .where(exported.c.id == bindparam("id"), exported.c.sequence == bindparam("promised"))
    .values(digest=bindparam("digest"), changed_at=_later(exported)),
    "REMOVE_EXPORTED_EVENT": update(exported)
    .where(exported.c.id == bindparam("id"))
    .values(removed_at=bindparam("removed_at"), changed_at=_later(exported)),
    "EXPORTED_EVENTS_BETWEEN": select(exported)
    .where(
        exported.c.starts_at >= bindparam("start"),
        exported.c.starts_at < bindparam("end"),
    )
    .order_by(exported.c.starts_at, exported.c.id),
    "EXPORTED_EVENTS_OF": select(exported).where(_in_list(exported.c.block_uid, "blocks")),
    "EXPORTED_EVENT_NAMED": select(exported.c.id).where(exported.c.uid == bindparam("uid")),
    "BLOCK_NUMBERS": select(blocks.c.id).where(_in_list(blocks.c.uid, "uids")),
    "EXPORTED_EVENT_SUMMARY": select(
        func.count(exported.c.id).label("events"),
        func.max(case((exported.c.removed_at.is_(None), exported.c.stamped_at))).label("latest"),
        func.coalesce(func.max(exported.c.generation), 1).label("generation"),
    ),
}

WORKING_DAYS: dict[str, Executable] = {
    "INSERT_HOLIDAY": _insert(holidays),
    "UPDATE_HOLIDAY": _update(holidays),
    "DELETE_HOLIDAY": _delete(holidays),
    "HOLIDAYS_BETWEEN": select(holidays)
    .where(holidays.c.day >= bindparam("first"), holidays.c.day < bindparam("end"))
    .order_by(holidays.c.day),
    "INSERT_LEAVE": _insert(leaves),
    "UPDATE_LEAVE": _update(leaves),
    "DELETE_LEAVE": _delete(leaves),
    "GET_LEAVE": _get(leaves),
    "LEAVES_BETWEEN": select(leaves)
    .where(leaves.c.last >= bindparam("start"), leaves.c.first < bindparam("end"))
    .order_by(leaves.c.first, leaves.c.id),
    "INSERT_LOCATION_DAY": _insert(location_days),
    "UPDATE_LOCATION_DAY": _update(location_days),
    "DELETE_LOCATION_DAY": _delete(location_days),
    "LOCATION_DAYS_BETWEEN": select(location_days)
    .where(location_days.c.day >= bindparam("first"), location_days.c.day < bindparam("end"))
    .order_by(location_days.c.day),
    "INSERT_SHIFT": _insert(shifts),
    "UPDATE_SHIFT": _update(shifts),
    "DELETE_SHIFT": _delete(shifts),
    "SHIFTS_BETWEEN": select(shifts)
    .where(shifts.c.day >= bindparam("first"), shifts.c.day < bindparam("end"))
    .order_by(shifts.c.day),
    "INSERT_OVERTIME": _insert(overtimes),
    "UPDATE_OVERTIME": _update(overtimes),
    "DELETE_OVERTIME": _delete(overtimes),
    "GET_OVERTIME": _get(overtimes),
    "OVERTIMES_BETWEEN": select(overtimes)
    .where(overtimes.c.starts_at >= bindparam("start"), overtimes.c.starts_at < bindparam("end"))
    .order_by(overtimes.c.starts_at, overtimes.c.id),
}

PLANS: dict[str, Executable] = {
    "INSERT_PLAN": _insert(plans),
    "INSERT_PLAN_PIECE": _insert(pieces),
    "REPLACE_PLAN_PIECES": update(pieces)
    .where(_in_list(pieces.c.block_uid, "uids"))
    .values(replaced=1, changed_at=_later(pieces)),
    "PLAN_PIECES_BETWEEN": select(pieces)
    .where(pieces.c.starts_at >= bindparam("start"), pieces.c.starts_at < bindparam("end"))
    .order_by(pieces.c.starts_at, pieces.c.id),
    "PLANNED_BLOCKS_AMONG": select(pieces.c.block_uid).where(_in_list(pieces.c.block_uid, "uids")),
    "PLANS_AMONG": select(plans).where(_in_list(plans.c.id, "numbers")).order_by(plans.c.id),
    "BLOCKS_NAMED": select(blocks).where(_in_list(blocks.c.uid, "uids")),
    # What was planned beyond the days that are looked at is planned all the same.
    "TASK_BLOCKS_FROM": select(blocks)
    .where(_SINGLE, blocks.c.starts_at >= bindparam("start"), blocks.c.task_id.is_not(None))
    .order_by(blocks.c.starts_at, blocks.c.id),
    # Work that was done in a block; sessions held on it are within it.
    "DONE_BLOCKS_OF_TASKS": select(blocks).where(
        _in_list(blocks.c.task_id, "tasks"), blocks.c.status == literal_column("'done'")
    ),
    "FOCUSED_ON_BLOCKS": select(
        sessions.c.task_id, func.sum(sessions.c.focused_seconds).label("seconds")
    )
    .join(blocks, (blocks.c.id == sessions.c.block_id) & (blocks.c.task_id == sessions.c.task_id))
    .where(_in_list(sessions.c.block_id, "blocks"))
    .group_by(sessions.c.task_id),
}

INVENTORY: dict[str, Executable] = {
    "INVENTORY": union_all(
        *(
            select(
                literal_column(f"'{table.name}'").label("name"),
                func.count().label("rows"),
                func.min(table.c.created_at).label("oldest"),
                func.max(table.c.changed_at).label("newest"),
            ).select_from(table)
            for table in _METADATA.sorted_tables
            if "created_at" in table.c
        )
    )
}

STATEMENTS: dict[str, Executable] = {
    **TASKS,
    **TARGETS,
    **BLOCKS,
    **FOCUS,
    **JOURNAL,
    **REVIEWS,
    **CALENDAR,
    **WORKING_DAYS,
    **PLANS,
    **STEPS,
    **DELETIONS,
    **INVENTORY,
}
