"""Statements of the journal of stress."""

from sqlalchemy import Executable, bindparam, delete, func, select

from keseimbangan.store.statements.shared import (
    LIMIT,
    METADATA,
    by_number,
    change,
    in_list,
    insertion,
    removal,
)

entries = METADATA.tables["stress_entries"]
triggers = METADATA.tables["stress_triggers"]

JOURNAL: dict[str, Executable] = {
    "INSERT_STRESS_ENTRY": insertion(entries),
    "UPDATE_STRESS_ENTRY": change(entries),
    "DELETE_STRESS_ENTRY": removal(entries),
    "GET_STRESS_ENTRY": by_number(entries),
    "STRESS_ENTRIES_OF_WEEKS": select(entries)
    .where(
        entries.c.week >= bindparam("first"),
        entries.c.week <= bindparam("last"),
    )
    .order_by(entries.c.week, entries.c.written_at),
    "LATEST_STRESS_ENTRIES": select(entries)
    .order_by(entries.c.written_at.desc(), entries.c.id.desc())
    .limit(LIMIT),
    "ALL_STRESS_ENTRIES": select(entries).order_by(entries.c.written_at, entries.c.id),
    "INSERT_STRESS_TRIGGER": insertion(triggers),
    "DELETE_STRESS_TRIGGERS": delete(triggers).where(triggers.c.entry_id == bindparam("entry")),
    "STRESS_TRIGGERS_OF": select(triggers.c.entry_id, triggers.c.name)
    .where(in_list(triggers.c.entry_id, "entries"))
    .order_by(triggers.c.entry_id, triggers.c.position),
    "TRIGGER_NAMES": select(triggers.c.name, func.count(triggers.c.id).label("times"))
    .group_by(triggers.c.name)
    .order_by(func.count(triggers.c.id).desc(), triggers.c.name),
}
