"""Two rows that are one thing by a key of their own: the one that lost is known no more.

The review of a week that was written on two computers is one review. Once one of the two stays, the
other is as good as deleted: else it would come back, from a computer that still has it, as soon as
the one that stayed is deleted.
"""

from typing import Any

from keseimbangan.domain.merging import Verdict
from keseimbangan.store.database import Database, Row
from keseimbangan.store.incoming import Incoming
from keseimbangan.store.merge_plan import Plan
from keseimbangan.store.portable import DELETIONS, Shape, queries, shape

_NOTE = """
INSERT INTO deletions (uid, table_name, created_at, changed_at)
VALUES (:uid, :table_name, :changed_at, :changed_at)
ON CONFLICT (uid) DO UPDATE SET changed_at = excluded.changed_at
WHERE excluded.changed_at > deletions.changed_at
"""


def note_gone(db: Database, table: str, uid: str, at: str) -> None:
    """Note that a row is gone since an instant, unless a later one is noted."""
    db.put(_NOTE, {"uid": uid, "table_name": table, "changed_at": at})


def tell_of_gone(db: Database, incoming: Incoming, plan: Plan) -> None:
    """Keep of what a plan would note only what is not noted here yet, and count it as brought."""
    (tally,) = (each for each in plan.comparison.tallies if each.table == DELETIONS)
    fresh = []
    for each in plan.gone:
        here, there = (_noted(side, each.uid) for side in (db, incoming.db))
        if here < each.at:
            fresh.append(each)
            # Else it is counted already.
            if there <= here:
                tally.count(Verdict.CHANGED if here else Verdict.NEW)
    plan.gone = fresh


def _noted(db: Database, uid: str) -> str:
    """Since when a row is noted as gone; empty where it is not."""
    row = db.one(queries(DELETIONS).of_uid, uid=uid)
    return "" if row is None else str(row["changed_at"])


def takes_its_place(db: Database, other: Database, table: str, row: Row, *, since: str) -> bool:
    """Whether the other store has another row with a key of this one, not older than `since`.

    Then the two are versions of one thing, whatever is noted of either.
    """
    this = shape(table)
    assert this is not None
    for place, names in enumerate(this.keys):
        key = {name: _there(db, other, this, name, row[name]) for name in names}
        if None not in key.values():
            holder = other.one(queries(table).of_keys[place], **key)
            if holder is not None and holder["changed_at"] >= since:
                return True
    return False


def _there(db: Database, other: Database, this: Shape, column: str, value: Any) -> Any:
    """The same value in the other store, where a row may have another number or none."""
    table = this.target(column)
    if table is None or value is None:
        return value
    row = db.one(queries(table).uid_of, id=value)
    found = other.one(queries(table).of_uid, uid=row["uid"]) if row else None
    return found["id"] if found else None
