"""Merging what came in with what is here: first worked out, then written, in one transaction.

A row of the file is a version of the row with its UUID, else of the row that is the same thing by a
key of its own (the review of that week, the holiday of that day), else it is new. Which version
stays, `domain/merging.py` says. Nothing here is ever deleted but the parts of a row that is
replaced. Numbers are local: a new row keeps the one it had where that was never given here.
"""

import uuid
from itertools import groupby

from keseimbangan.store.comparing import compare_table
from keseimbangan.store.database import Database
from keseimbangan.store.incoming import Incoming
from keseimbangan.store.merge_plan import Plan, Values, Write
from keseimbangan.store.portable import Shape, queries, shapes


def compare(db: Database, incoming: Incoming, *, ties: bool = True) -> Plan:
    """Work out what the file changes; writes nothing.

    Without `ties` a version of the same moment changes nothing: for a source that tells no more
    than the moment, and says things in other words each time.
    """
    plan = Plan()
    for shape in shapes():
        if shape.owner is None:
            compare_table(db, incoming, plan, shape, ties=ties)
    return plan


def apply(db: Database, incoming: Incoming, plan: Plan) -> None:
    """Write a plan that was worked out in the same transaction."""
    # A task may come before the one it was split from.
    db.put("PRAGMA defer_foreign_keys = ON", {})
    # In runs, so that others, who have to wait now, wait for little more than SQLite.
    for (name, new), run in groupby(plan.writes, key=lambda write: (write.shape.name, write.new)):
        writes = list(run)
        statements = queries(name)
        rows = (_values(incoming, plan, write) for write in writes)
        db.play(statements.insert if new else statements.update, rows)
        parts = writes[0].shape.parts()
        for write in writes if parts else ():
            for part in parts:
                _replace_parts(db, incoming, plan, part, write)


def _values(incoming: Incoming, plan: Plan, write: Write) -> Values:
    row = incoming.db.one(queries(write.shape.name).of_id, id=write.source)
    assert row is not None
    return plan.translated(write.shape, row) | {"id": write.number}


def _replace_parts(db: Database, incoming: Incoming, plan: Plan, part: Shape, write: Write) -> None:
    statements = queries(part.name)
    if not write.new:
        db.put(statements.delete_of_owner, {"owner": write.number})
    for row in incoming.db.all(statements.of_owner, owner=write.source):
        values = plan.translated(part, row) | {"id": None}
        if db.one(statements.of_uid, uid=values["uid"]) is not None:
            # Derived, so that the same file brings the same one again.
            values["uid"] = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{write.number} {values['uid']}"))
        db.put(statements.insert, values)
