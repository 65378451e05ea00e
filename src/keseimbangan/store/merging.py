"""Merging what came in with what is here: first worked out, then written, in one transaction.

A row of the file is a version of the row with its UUID, else of the row that is the same thing by a
key of its own (the review of that week, the holiday of that day), else it is new. Which version
stays, `domain/merging.py` says. What was deleted on either side after its last change goes
(`removing.py`), and the parts of a row that is replaced; nothing else is ever deleted. Numbers are
local: a new row keeps the one it had where that was never given here.
"""

import uuid
from collections.abc import Sequence
from itertools import groupby

from keseimbangan.store.comparing import compare_table
from keseimbangan.store.database import Database, Row
from keseimbangan.store.incoming import Incoming
from keseimbangan.store.merge_plan import Plan, Values, Write, numbers_given
from keseimbangan.store.portable import Shape, queries, shapes
from keseimbangan.store.removing import (
    deleted_elsewhere,
    here_of,
    note_along,
    remove,
    staying_or_here,
    there_of,
    without,
)
from keseimbangan.store.replaced import note_gone, tell_of_gone
from keseimbangan.store.running import leave_running
from keseimbangan.store.series_hours import align, follow, hours


def compare(db: Database, incoming: Incoming, *, ties: bool = True) -> Plan:
    """Work out what the file changes, the whole file each time; writes nothing here.

    Without `ties` a version of the same moment changes nothing: for a source that tells no more
    than the moment, and says things in other words each time.
    """
    plan = Plan()
    incoming.make_whole()
    removals = deleted_elsewhere(db, incoming)
    remove(incoming.db, there_of(removals))
    plan.comparison.left = leave_running(db, incoming)
    plan.comparison.removals = [*staying_or_here(removals), *there_of(removals)]
    with without(db, here_of(removals)) as left:
        align(left, incoming)
        for shape in shapes():
            if shape.owner is None:
                compare_table(left, incoming, plan, shape, ties=ties)
        tell_of_gone(left, incoming, plan)
    return plan


def apply(db: Database, incoming: Incoming, plan: Plan) -> None:
    """Write a plan that was worked out in the same transaction."""
    # A task may come before the one it was split from.
    db.put("PRAGMA defer_foreign_keys = ON", {})
    here = here_of(plan.comparison.removals)
    remove(db, here)
    before = hours(db, plan)
    given = {each.name: numbers_given(db, each.name) for each in shapes() if each.owner}
    # In runs, so that others, who have to wait now, wait for little more than SQLite.
    for (name, new), run in groupby(plan.writes, key=lambda write: (write.shape.name, write.new)):
        writes = list(run)
        statements = queries(name)
        rows = (_values(incoming, plan, write) for write in writes)
        db.play(statements.insert if new else statements.update, rows)
        parts = writes[0].shape.parts()
        for write in writes if parts else ():
            for part in parts:
                _replace_parts(db, incoming, plan, part, write, given[part.name])
    note_along(db, here)
    for each in plan.gone:
        note_gone(db, *each)
    follow(db, before)


def _values(incoming: Incoming, plan: Plan, write: Write) -> Values:
    row = incoming.db.one(queries(write.shape.name).of_id, id=write.source)
    assert row is not None
    return plan.translated(write.shape, row) | {"id": write.number}


def _replace_parts(
    db: Database, incoming: Incoming, plan: Plan, part: Shape, write: Write, given: int
) -> None:
    statements = queries(part.name)
    if not write.new:
        db.play(statements.delete_of_owner, [{"owner": write.number}])
    rows = incoming.db.all(statements.of_owner, owner=write.source)
    for row, number in zip(rows, _numbers(db, incoming, part, rows, given), strict=True):
        values = plan.translated(part, row) | {"id": number}
        if db.one(statements.of_uid, uid=values["uid"]) is not None:
            # Derived, so that the same file brings the same one again.
            values["uid"] = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{write.number} {values['uid']}"))
        db.put(statements.insert, values)


def _numbers(
    db: Database, incoming: Incoming, part: Shape, rows: Sequence[Row], given: int
) -> Sequence[int | None]:
    """The numbers the parts had, where none was ever given here; else all get the next ones.

    Their order is part of what they say, and their numbers keep it.
    """
    wishes = [incoming.wish(part.name, row["uid"]) or 0 for row in rows]
    free = all(
        wish > given and db.one(queries(part.name).of_id, id=wish) is None for wish in wishes
    )
    return wishes if free and wishes == sorted(set(wishes)) else [None] * len(rows)
