"""Statements of blocks: single ones, series, and what departs from a series."""

from sqlalchemy import Executable, bindparam, select, union_all, update

from keseimbangan.store.statements.shared import (
    METADATA,
    by_number,
    change,
    in_list,
    insertion,
    later,
    removal,
)

blocks = METADATA.tables["blocks"]
exclusions = METADATA.tables["exclusions"]

SINGLE = blocks.c.rule.is_(None)
_SERIES = blocks.c.rule.is_not(None)

BLOCKS: dict[str, Executable] = {
    "INSERT_BLOCK": insertion(blocks),
    "UPDATE_BLOCK": change(blocks),
    "DELETE_BLOCK": removal(blocks),
    "GET_BLOCK": by_number(blocks),
    # `earliest` lies one longest block before `start`: it lets the index bound the search.
    "BLOCKS_BETWEEN": select(blocks)
    .where(
        SINGLE,
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
            in_list(blocks.c.series_id, "series"),
            blocks.c.recurrence_id >= bindparam("start"),
            blocks.c.recurrence_id < bindparam("end"),
        ),
        select(exclusions.c.series_id, exclusions.c.recurrence_id).where(
            in_list(exclusions.c.series_id, "series"),
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
    "INSERT_EXCLUSION": insertion(exclusions),
    "MOVE_EXCLUSION": update(exclusions)
    .where(exclusions.c.id == bindparam("id"))
    .values(
        series_id=bindparam("series"),
        recurrence_id=bindparam("recurrence_id"),
        changed_at=later(exclusions),
    ),
    "DELETE_EXCLUSION": removal(exclusions),
}
