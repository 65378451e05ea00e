"""Statements of the planner."""

from sqlalchemy import Executable, bindparam, func, literal_column, select, update

from keseimbangan.store.statements.blocks import SINGLE, blocks
from keseimbangan.store.statements.shared import METADATA, in_list, insertion, later

sessions = METADATA.tables["focus_sessions"]
plans = METADATA.tables["plans"]
pieces = METADATA.tables["plan_pieces"]

PLANS: dict[str, Executable] = {
    "INSERT_PLAN": insertion(plans),
    "INSERT_PLAN_PIECE": insertion(pieces),
    "REPLACE_PLAN_PIECES": update(pieces)
    .where(in_list(pieces.c.block_uid, "uids"))
    .values(replaced=1, changed_at=later(pieces)),
    "PLAN_PIECES_BETWEEN": select(pieces)
    .where(pieces.c.starts_at >= bindparam("start"), pieces.c.starts_at < bindparam("end"))
    .order_by(pieces.c.starts_at, pieces.c.id),
    "PLANNED_BLOCKS_AMONG": select(pieces.c.block_uid).where(in_list(pieces.c.block_uid, "uids")),
    "PLANS_AMONG": select(plans).where(in_list(plans.c.id, "numbers")).order_by(plans.c.id),
    "BLOCKS_NAMED": select(blocks).where(in_list(blocks.c.uid, "uids")),
    # What was planned beyond the days that are looked at is planned all the same.
    "TASK_BLOCKS_FROM": select(blocks)
    .where(SINGLE, blocks.c.starts_at >= bindparam("start"), blocks.c.task_id.is_not(None))
    .order_by(blocks.c.starts_at, blocks.c.id),
    # Work that was done in a block; sessions held on it are within it.
    "DONE_BLOCKS_OF_TASKS": select(blocks).where(
        in_list(blocks.c.task_id, "tasks"), blocks.c.status == literal_column("'done'")
    ),
    "FOCUSED_ON_BLOCKS": select(
        sessions.c.task_id, func.sum(sessions.c.focused_seconds).label("seconds")
    )
    .join(blocks, (blocks.c.id == sessions.c.block_id) & (blocks.c.task_id == sessions.c.task_id))
    .where(in_list(sessions.c.block_id, "blocks"))
    .group_by(sessions.c.task_id),
}
