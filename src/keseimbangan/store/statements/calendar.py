"""Statements of what a calendar was given."""

from sqlalchemy import Executable, bindparam, case, func, select, update

from keseimbangan.store.statements.shared import METADATA, change, in_list, insertion, later

blocks = METADATA.tables["blocks"]
exported = METADATA.tables["exported_events"]

CALENDAR: dict[str, Executable] = {
    "INSERT_EXPORTED_EVENT": insertion(exported),
    "UPDATE_EXPORTED_EVENT": change(exported),
    # Only what was promised is confirmed: another export may have promised more meanwhile.
    "CONFIRM_EXPORTED_EVENT": update(exported)
    .where(exported.c.id == bindparam("id"), exported.c.sequence == bindparam("promised"))
    .values(digest=bindparam("digest"), changed_at=later(exported)),
    "REMOVE_EXPORTED_EVENT": update(exported)
    .where(exported.c.id == bindparam("id"))
    .values(removed_at=bindparam("removed_at"), changed_at=later(exported)),
    "EXPORTED_EVENTS_BETWEEN": select(exported)
    .where(
        exported.c.starts_at >= bindparam("start"),
        exported.c.starts_at < bindparam("end"),
    )
    .order_by(exported.c.starts_at, exported.c.id),
    "EXPORTED_EVENTS_OF": select(exported).where(in_list(exported.c.block_uid, "blocks")),
    "EXPORTED_EVENT_NAMED": select(exported.c.id).where(exported.c.uid == bindparam("uid")),
    "BLOCK_NUMBERS": select(blocks.c.id).where(in_list(blocks.c.uid, "uids")),
    "EXPORTED_EVENT_SUMMARY": select(
        func.count(exported.c.id).label("events"),
        func.max(case((exported.c.removed_at.is_(None), exported.c.stamped_at))).label("latest"),
        func.coalesce(func.max(exported.c.generation), 1).label("generation"),
    ),
}
