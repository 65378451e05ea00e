"""Deletions, carried out in two stores that are about to become one.

A row that was deleted on one computer goes on the other, too, unless it was changed there later:
it or anything that belongs to it, such as the exceptions of a series. Then all of it stays. Else
what belongs to it goes with it, and what refers to it refers to nothing: as by hand.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from keseimbangan.domain.merging import Removal
from keseimbangan.store import compiled
from keseimbangan.store.database import Database, Row
from keseimbangan.store.incoming import Incoming, empty
from keseimbangan.store.portable import (
    belongings,
    label_of,
    owned_by,
    queries,
    shapes,
    told_deletions,
)
from keseimbangan.store.replaced import note_gone, takes_its_place

_SEQUENCES = "SELECT name, seq FROM sqlite_sequence"
_KEEP_SEQUENCE = "INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :seq)"


def deleted_elsewhere(db: Database, incoming: Incoming) -> list[Removal]:
    """The rows of either side that the other has deleted, those that stay included."""
    return [
        *_Side(db, incoming.db, in_file=False).removals(),
        *_Side(incoming.db, db, in_file=True).removals(),
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
    """Delete rows from the side on which they are; a row that went with another is gone already.

    They were deleted before, elsewhere: that it happens here, too, is noted nowhere.
    """
    for each in removals:
        db.play(queries(each.table).delete, [{"uid": each.uid}])


def note_along(db: Database, removals: Iterable[Removal]) -> None:
    """Note that what went with another row was deleted when that was."""
    for each in removals:
        if each.owner is not None and each.table in told_deletions():
            note_gone(db, each.table, each.uid, each.deleted_at)


@contextmanager
def without(db: Database, removals: list[Removal]) -> Iterator[Database]:
    """What is left of a store without some of its rows.

    Where any go it is a copy in memory: nobody else has to wait for what is only worked out, and
    a store that cannot be written is looked at all the same.
    """
    if not removals:
        yield db
        return
    with empty() as copy:
        # What stands there stands there, though no command could have written it.
        copy.connection.execute("PRAGMA ignore_check_constraints = ON")
        for shape in shapes():
            statements = queries(shape.name)
            copy.db.play(statements.insert, (dict(row) for row in db.each(statements.all)))
        copy.db.put("DELETE FROM sqlite_sequence", {})
        copy.db.play(_KEEP_SEQUENCE, (dict(row) for row in db.all(_SEQUENCES)))
        copy.connection.execute("PRAGMA foreign_keys = ON")
        remove(copy.db, removals)
        yield copy.db


class _Side:
    """One of two stores, and what the other one says is deleted."""

    def __init__(self, db: Database, other: Database, *, in_file: bool) -> None:
        self._db, self._other, self._in_file = db, other, in_file
        # Not the tables of a later program.
        self._noted: dict[str, Row] = {
            each["uid"]: each
            for each in other.all(compiled.DELETIONS)
            if each["table_name"] in told_deletions()
        }

    def removals(self) -> Iterable[Removal]:
        """Every row that was deleted there, and what goes with it or keeps it."""
        found: dict[str, Removal] = {}
        # First what belongs to nothing: what belongs to it goes and stays with it.
        for owned in (False, True):
            for deletion, row in self._deleted():
                if owned is (self._owner(deletion["table_name"], row) is not None):
                    for each in self._judged(deletion, row):
                        found.setdefault(each.uid, each)
        return found.values()

    def _deleted(self) -> Iterator[tuple[Row, Row]]:
        """The rows that are here and gone there, each with its deletion.

        One that came back since was not deleted, nor one in whose place there is a newer one.
        """
        for uid, deletion in self._noted.items():
            table = deletion["table_name"]
            row = self._db.one(queries(table).of_uid, uid=uid)
            if row is None or self._other.one(queries(table).of_uid, uid=uid) is not None:
                continue
            if not self._went_along(table, row, deletion) and not takes_its_place(
                self._db, self._other, table, row, since=deletion["changed_at"]
            ):
                yield deletion, row

    def _went_along(self, table: str, row: Row, deletion: Row) -> bool:
        """Whether it was only deleted with its owner: then it goes if that does."""
        owner = self._owner(table, row)
        noted = self._noted.get(owner["uid"]) if owner is not None else None
        return noted is not None and noted["changed_at"] == deletion["changed_at"]

    def _owner(self, table: str, row: Row) -> Row | None:
        owner = owned_by(table)
        if owner is None or row[owner.column] is None:
            return None
        return self._db.one(queries(owner.table).of_id, id=row[owner.column])

    def _judged(self, deletion: Row, row: Row) -> Iterator[Removal]:
        """What becomes of a row that was deleted there, and of what belongs to it."""
        table, at = deletion["table_name"], deletion["changed_at"]
        along = list(self._belonging(table, row))
        keeping = [each for each in along if self._keeps(*each, at)]
        stamps = [row["changed_at"], *(each["changed_at"] for _, each in keeping)]
        goes = max(stamps) <= at
        yield self._removal(table, row, at, goes=goes)._replace(changed_at=max(stamps))
        for its_table, its_row in along if goes else keeping:
            owner = row["uid"] if goes else None
            yield self._removal(its_table, its_row, at, goes=goes)._replace(owner=owner)

    def _belonging(self, table: str, row: Row) -> Iterator[tuple[str, Row]]:
        for each in belongings(table):
            for found in self._db.each(each.rows, owner=row["id"]):
                yield each.table, found

    def _keeps(self, table: str, row: Row, at: str) -> bool:
        """Whether its owner may not go: it was changed since, and not deleted by itself either."""
        # The decision of a review about a task belongs to the review.
        if owned_by(table) is None or row["changed_at"] <= at:
            return False
        noted = self._noted.get(row["uid"])
        # There it can only belong to something else by now.
        there = self._other.one(queries(table).of_uid, uid=row["uid"])
        return all(
            each is None or each["changed_at"] < row["changed_at"] for each in (noted, there)
        )

    def _removal(self, table: str, row: Row, at: str, *, goes: bool) -> Removal:
        values = dict(row)
        owner = self._owner(table, row)
        return Removal(
            table=table,
            number=None if self._in_file else row["id"],
            uid=row["uid"],
            label=label_of(values) or (label_of(dict(owner)) if owner is not None else None),
            in_file=self._in_file,
            goes=goes,
            changed_at=row["changed_at"],
            deleted_at=at,
            occurrence=values.get("recurrence_id"),
        )
