"""Deletions, carried out in two stores that are about to become one.

A row that was deleted on one computer goes on the other, too, unless it was changed there later.
With it goes what belongs to it, and what refers to it refers to nothing: as by hand.
"""

from collections.abc import Iterable, Iterator

from keseimbangan.domain.merging import Removal
from keseimbangan.store import compiled
from keseimbangan.store.database import Database, Row
from keseimbangan.store.incoming import Incoming
from keseimbangan.store.portable import label_of, queries, told_deletions


def deleted_elsewhere(db: Database, incoming: Incoming) -> list[Removal]:
    """The rows of either side that the other has deleted, those that stay included."""
    return [
        *_removals(db, _deleted(incoming.db), in_file=False),
        *_removals(incoming.db, _deleted(db), in_file=True),
    ]


def here_of(removals: Iterable[Removal]) -> list[Removal]:
    """Those that go here."""
    return [each for each in removals if each.goes and not each.in_file]


def there_of(removals: Iterable[Removal]) -> list[Removal]:
    """Those that do not come in."""
    return [each for each in removals if each.goes and each.in_file]


def staying_or_here(removals: Iterable[Removal]) -> list[Removal]:
    """All but those that do not come in."""
    return [each for each in removals if not (each.goes and each.in_file)]


def remove(db: Database, removals: Iterable[Removal]) -> None:
    """Delete rows from the side on which they are; a row that went with another is gone already."""
    for each in removals:
        db.put(queries(each.table).delete, {"uid": each.uid})


def _deleted(db: Database) -> list[Row]:
    """What a store says is deleted; not what has come back since, nor tables of a later program."""
    noted = db.all(compiled.DELETIONS)
    return [
        each
        for each in noted
        if each["table_name"] in told_deletions()
        and db.one(queries(each["table_name"]).of_uid, uid=each["uid"]) is None
    ]


def _removals(db: Database, deleted: list[Row], *, in_file: bool) -> Iterator[Removal]:
    for deletion in deleted:
        table = queries(deletion["table_name"])
        row = db.one(table.of_uid, uid=deletion["uid"])
        if row is not None:
            goes = row["changed_at"] <= deletion["changed_at"]
            yield _removal(deletion, row, in_file=in_file, goes=goes)


def _removal(deletion: Row, row: Row, *, in_file: bool, goes: bool) -> Removal:
    return Removal(
        table=deletion["table_name"],
        number=None if in_file else row["id"],
        uid=row["uid"],
        label=label_of(dict(row)),
        in_file=in_file,
        goes=goes,
        changed_at=row["changed_at"],
        deleted_at=deletion["changed_at"],
    )
