"""Statements of the performance targets: SKP, their indicators, dialogues."""

from sqlalchemy import Executable, bindparam, func, select, union_all

from keseimbangan.domain.blocks import BlockStatus
from keseimbangan.domain.tasks import TaskStatus
from keseimbangan.store.statements.shared import (
    METADATA,
    by_number,
    change,
    in_list,
    insertion,
    one_word_of,
    removal,
)

blocks = METADATA.tables["blocks"]
targets = METADATA.tables["targets"]
indicators = METADATA.tables["indicators"]
dialogues = METADATA.tables["dialogues"]
tasks = METADATA.tables["tasks"]

TARGETS: dict[str, Executable] = {
    "INSERT_TARGET": insertion(targets),
    "UPDATE_TARGET": change(targets),
    "GET_TARGET": by_number(targets),
    "ALL_TARGETS": select(targets).order_by(targets.c.id),
    "INSERT_INDICATOR": insertion(indicators),
    "UPDATE_INDICATOR": change(indicators),
    "DELETE_INDICATOR": removal(indicators),
    "GET_INDICATOR": by_number(indicators),
    "INDICATORS_OF": select(indicators)
    .where(in_list(indicators.c.target_id, "targets"))
    .order_by(indicators.c.target_id, indicators.c.id),
    # What was realised, by what is done, and since when it is.
    "REALISATIONS_OF": union_all(
        select(tasks.c.indicator_id, tasks.c.realisation, tasks.c.done_at.label("at")).where(
            in_list(tasks.c.indicator_id, "indicators"),
            tasks.c.realisation.is_not(None),
            one_word_of(tasks.c.status, TaskStatus.DONE),
        ),
        select(
            blocks.c.indicator_id,
            blocks.c.realisation,
            func.coalesce(blocks.c.actual_ends_at, blocks.c.ends_at).label("at"),
        ).where(
            in_list(blocks.c.indicator_id, "indicators"),
            blocks.c.realisation.is_not(None),
            one_word_of(blocks.c.status, BlockStatus.DONE),
        ),
    ),
    "INSERT_DIALOGUE": insertion(dialogues),
    "UPDATE_DIALOGUE": change(dialogues),
    "DELETE_DIALOGUE": removal(dialogues),
    "GET_DIALOGUE": by_number(dialogues),
    "DIALOGUES_BETWEEN": select(dialogues)
    .where(dialogues.c.day >= bindparam("first"), dialogues.c.day < bindparam("end"))
    .order_by(dialogues.c.day, dialogues.c.id),
}
