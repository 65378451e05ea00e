"""The versions of a row, here and in the file, as `domain/merging.py` compares them."""

from collections.abc import Iterator
from typing import Any

from keseimbangan.domain.merging import Version, greater
from keseimbangan.store.database import Database, Row
from keseimbangan.store.incoming import Incoming
from keseimbangan.store.merge_plan import Plan, Values
from keseimbangan.store.portable import RANKS, Shape, queries


class Versions:
    """The rows of one table on both sides, with the parts that belong to them."""

    def __init__(self, db: Database, incoming: Incoming, plan: Plan, shape: Shape) -> None:
        self._db, self._incoming, self._plan, self._shape = db, incoming, plan, shape
        self._queries = queries(shape.name)
        # What a number here will be once the plan is carried out.
        self.planned: dict[int, int] = {}

    def source(self, source: int) -> Row:
        """A row of the file."""
        row = self._incoming.db.one(self._queries.of_id, id=source)
        assert row is not None
        return row

    def values_there(self, source: int) -> Values:
        """The values of a row of the file, with the numbers of here."""
        return self._plan.translated(self._shape, self.source(source))

    def values_here(self, number: int) -> Values:
        """What a number here is, or will be after what is already planned."""
        if number in self.planned:
            return self.values_there(self.planned[number])
        row = self._db.one(self._queries.of_id, id=number)
        assert row is not None
        return dict(row)

    def there(self, source: int) -> Version:
        """The version in the file."""
        return self._version(self.values_there(source), self._parts(self._incoming.db, source))

    def here(self, number: int) -> Version:
        """The version here."""
        if number in self.planned:
            return self.there(self.planned[number])
        return self._version(self.values_here(number), self._parts(self._db, number))

    def outdoes(self, one: Version, other: Version, *, ties: bool) -> bool:
        """Whether the first version stays; without `ties` none of the same moment does."""
        if (one.rank, one.changed_at) != (other.rank, other.changed_at):
            return greater(one, other)
        # UUIDs are the same on every computer, numbers are not.
        return ties and greater(self._portable(one), self._portable(other))

    def _version(self, values: Values, parts: Iterator[Values]) -> Version:
        rank = tuple(_rank(values[name]) for name in RANKS.get(self._shape.name, ()))
        says = {name: value for name, value in values.items() if name != "id"}
        return Version(rank, values["changed_at"], says, tuple(parts))

    def _parts(self, db: Database, owner: int) -> Iterator[Values]:
        for part in self._shape.parts():
            for row in db.all(queries(part.name).of_owner, owner=owner):
                # What a part refers to may not have its number yet.
                yield {"table": part.name, **_by_uid(db, part, _said(part, row))}

    def _portable(self, version: Version) -> Version:
        says = dict(version.says)
        for column, table in self._shape.references:
            if says[column] is not None:
                says[column] = self._uid(table, int(str(says[column])))
        return version._replace(says=says)

    def _uid(self, table: str, number: int) -> str:
        row = self._db.one(queries(table).uid_of, id=number)
        if row is None:
            numbers = self._plan.numbers[table].items()
            source = next(there for there, here in numbers if here == number)
            row = self._incoming.db.one(queries(table).uid_of, id=source)
        assert row is not None
        return str(row["uid"])


def _rank(value: Any) -> int:
    return value if isinstance(value, int) else int(value is not None)


def _said(part: Shape, row: Row) -> Values:
    """What a part says; its number, UUID, stamps and owner are no words of the person's."""
    named = ("id", "uid", "created_at", "changed_at", part.owner.column if part.owner else "")
    return {name: value for name, value in dict(row).items() if name not in named}


def _by_uid(db: Database, shape: Shape, values: Values) -> Values:
    for column, table in shape.references:
        if values.get(column) is not None:
            row = db.one(queries(table).uid_of, id=values[column])
            values[column] = row["uid"] if row else None
    return values
