"""Statements of focus sessions and their interruptions."""

from sqlalchemy import Executable, bindparam, func, select

from keseimbangan.domain.focus import FocusState
from keseimbangan.store.statements.shared import (
    LIMIT,
    METADATA,
    by_number,
    change,
    in_list,
    insertion,
    one_word_of,
)

sessions = METADATA.tables["focus_sessions"]
interruptions = METADATA.tables["interruptions"]
tasks = METADATA.tables["tasks"]

FOCUS: dict[str, Executable] = {
    "INSERT_FOCUS_SESSION": insertion(sessions),
    "UPDATE_FOCUS_SESSION": change(sessions),
    "GET_FOCUS_SESSION": by_number(sessions),
    "LIVE_FOCUS_SESSIONS": select(sessions)
    .where(sessions.c.ended_at.is_(None))
    .order_by(sessions.c.id),
    "BREAKING_FOCUS_SESSION": select(sessions)
    .where(one_word_of(sessions.c.state, FocusState.BREAK))
    .order_by(sessions.c.id.desc())
    .limit(1),
    "FOCUS_SESSIONS_BETWEEN": select(sessions)
    .where(
        sessions.c.started_at >= bindparam("start"),
        sessions.c.started_at < bindparam("end"),
    )
    .order_by(sessions.c.started_at),
    "LATEST_FOCUS_SESSIONS": select(sessions).order_by(sessions.c.started_at.desc()).limit(LIMIT),
    "SPENT_ON_BLOCK": select(func.coalesce(func.sum(sessions.c.focused_seconds), 0)).where(
        sessions.c.block_id == bindparam("block")
    ),
    "TASK_TITLES_AMONG": select(tasks.c.id, tasks.c.title).where(in_list(tasks.c.id, "numbers")),
    "INSERT_INTERRUPTION": insertion(interruptions),
    "INTERRUPTIONS_OF": select(interruptions)
    .where(in_list(interruptions.c.session_id, "sessions"))
    .order_by(interruptions.c.session_id, interruptions.c.at, interruptions.c.id),
}
