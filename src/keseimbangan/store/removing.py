"""Deletions, carried out in two stores that are about to become one.

A row that was deleted on one computer goes on the other too, unless it was changed there later. With
it goes what belongs to it, and what refers to it refers to nothing: as when it was deleted by hand.
"""

from collections.abc import Iterator
from typing import NamedTuple

from keseimbangan.domain.merging import Removal
from keseimbangan.store import compiled
from keseimbangan.store.database import Database, Row
from keseimbangan.store.incoming import Incoming
from keseimbangan.store.portable import label_of, queries, told_deletions


class _Sides(NamedTuple):
    """Where rows stand, and the other side, which has deleted some."""

    rows: Database
    other: Database
    in_file: bool


def carry_out(db: Database, incoming: Incoming) -> list[Removal]:
    """Remove from either store what the other deleted after its last change; what was found."""
    incoming.connection.execute("PRAGMA foreign_keys = ON")
    here, there = _noted(db), _noted(incoming.db)
    return [
        *_removals(_Sides(db, incoming.db, in_file=False), there),
        *_removals(_Sides(incoming.db, db, in_file=True), here),
    ]


def _noted(db: Database) -> list[Row]:
    noted = db.all(compiled.DELETIONS)
    # A later program may delete from tables that are unknown here.
    return [each for each in noted if each["table_name"] in told_deletions()]


def _removals(sides: _Sides, noted: list[Row]) -> Iterator[Removal]:
    for deletion in noted:
        table = queries(deletion["table_name"])
        row = sides.rows.one(table.of_uid, uid=deletion["uid"])
        if row is None:
            continue
        goes = row["changed_at"] <= deletion["changed_at"]
        if goes:
            sides.rows.put(table.delete, {"id": row["id"]})
        elif sides.other.one(table.of_uid, uid=deletion["uid"]) is not None:
            # It came back long ago, and both have it.
            continue
        yield _removal(sides, deletion, row, goes=goes)


def _removal(sides: _Sides, deletion: Row, row: Row, *, goes: bool) -> Removal:
    return Removal(
        table=deletion["table_name"],
        number=None if sides.in_file else row["id"],
        uid=row["uid"],
        label=label_of(dict(row)),
        in_file=sides.in_file,
        goes=goes,
        changed_at=row["changed_at"],
        deleted_at=deletion["changed_at"],
    )
