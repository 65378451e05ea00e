"""Merging what came in with what is here: first worked out, then written, in one transaction.

A row of the file is a version of the row with its UUID, else of the row that is the same thing by a
key of its own (the review of that week, the holiday of that day), else it is new. Which version
stays, `domain/merging.py` says. Nothing here is ever deleted but the parts of a row that is
replaced. Numbers are local: a new row keeps the one it had where that was never given here.
"""

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from keseimbangan.domain.merging import (
    Comparison,
    Difference,
    Likeness,
    Tally,
    Verdict,
    Version,
    greater,
)
from keseimbangan.store.database import Database, Row
from keseimbangan.store.incoming import MOST_NUMBER, Incoming
from keseimbangan.store.portable import RANKS, Shape, queries, shapes

Values = dict[str, Any]
Order = Callable[[Version, Version], bool]

_SEQUENCE = "SELECT seq FROM sqlite_sequence WHERE name = :name"
# By one of these a person knows a row again; nothing of the journal is among them.
_LABELS = ("title", "week", "month", "day", "first")


class _Write(NamedTuple):
    """A row of the file that goes to a number here."""

    shape: Shape
    source: int
    number: int
    new: bool


@dataclass
class Plan:
    """What a merge comes to; it holds numbers, not rows."""

    comparison: Comparison = field(default_factory=Comparison)
    writes: list[_Write] = field(default_factory=list)
    # By table: the number in the file, and the one it has here.
    numbers: dict[str, dict[int, int]] = field(default_factory=dict)


def compare(db: Database, incoming: Incoming, stays: Order = greater) -> Plan:
    """Work out what the file changes; writes nothing. `stays` says which version does."""
    plan = Plan()
    for shape in shapes():
        if shape.owner is None:
            _Table(db, incoming, plan, shape, stays).compare()
    return plan


def apply(db: Database, incoming: Incoming, plan: Plan) -> None:
    """Write a plan that was worked out in the same transaction."""
    # A task may come before the one it was split from.
    db.put("PRAGMA defer_foreign_keys = ON", {})
    for write in plan.writes:
        row = incoming.db.one(queries(write.shape.name).of_id, id=write.source)
        assert row is not None
        values = _translated(plan, write.shape, row) | {"id": write.number}
        statements = queries(write.shape.name)
        db.put(statements.insert if write.new else statements.update, values)
        for part in write.shape.parts():
            _replace_parts(db, incoming, plan, part, write)


def _replace_parts(
    db: Database, incoming: Incoming, plan: Plan, part: Shape, write: _Write
) -> None:
    statements = queries(part.name)
    db.put(statements.delete_of_owner, {"owner": write.number})
    for row in incoming.db.all(statements.of_owner, owner=write.source):
        values = _translated(plan, part, row) | {"id": None}
        if db.one(statements.of_uid, uid=values["uid"]) is not None:
            # Derived, so that the same file brings the same one again.
            values["uid"] = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{write.number} {values['uid']}"))
        db.put(statements.insert, values)


def _translated(plan: Plan, shape: Shape, row: Row) -> Values:
    """The values of a row of the file, with the numbers of here."""
    values = dict(row)
    for column, table in shape.references:
        if values[column] is not None:
            values[column] = plan.numbers[table].get(values[column])
    return values


class _Table:
    """The comparison of one table and the parts of its rows."""

    def __init__(
        self, db: Database, incoming: Incoming, plan: Plan, shape: Shape, stays: Order
    ) -> None:
        self._db, self._incoming, self._plan, self._shape = db, incoming, plan, shape
        self._stays = stays
        self._queries = queries(shape.name)
        self._numbers = plan.numbers.setdefault(shape.name, {})
        self._tally = Tally(shape.name)
        # What a number here will be once the plan is carried out, and who will hold which key.
        self._planned: dict[int, int] = {}
        self._holders: dict[tuple[int, tuple[Any, ...]], int] = {}
        self._fresh = 0

    def compare(self) -> None:
        """Every row of the file, those that are known here first."""
        self._plan.comparison.tallies.append(self._tally)
        known, keyless, keyed = self._sorted()
        self._start_numbers([*keyless, *keyed])
        for source in keyless:
            self._write_new(source)
        self._settle(known)
        for source in keyed:
            self._place(source)

    def _sorted(self) -> tuple[list[int], list[int], list[int]]:
        known, keyless, keyed = [], [], []
        for row in self._incoming.db.each(self._queries.all):
            here = self._db.one(self._queries.of_uid, uid=row["uid"])
            if here is not None:
                self._numbers[row["id"]] = here["id"]
                known.append(row["id"])
            elif any(True for _key in self._keys(dict(row))):
                keyed.append(row["id"])
            else:
                keyless.append(row["id"])
        return known, keyless, keyed

    # Numbers

    def _start_numbers(self, sources: list[int]) -> None:
        row = self._db.one(_SEQUENCE, name=self._shape.name)
        self._given = row["seq"] if row else 0
        wishes = (self._wish(source) for source in sources)
        kept = [wish for wish in wishes if wish is not None and wish > self._given]
        self._fresh = max([self._given, *kept])
        self._taken: set[int] = set()

    def _wish(self, source: int) -> int | None:
        row = self._source(source)
        return self._incoming.wish(self._shape.name, row["uid"])

    def _new_number(self, source: int) -> int:
        wish = self._wish(source)
        if wish is not None and self._given < wish <= MOST_NUMBER and wish not in self._taken:
            self._taken.add(wish)
            return wish
        self._fresh += 1
        return self._fresh

    # Verdicts

    def _write_new(self, source: int) -> None:
        number = self._new_number(source)
        self._numbers[source] = number
        self._write(source, number, new=True)
        self._tally.count(Verdict.NEW)

    def _settle(self, waiting: list[int]) -> None:
        """Rows known by their UUID; one whose key is held waits until the holder has moved."""
        while waiting:
            held = [source for source in waiting if not self._judge(source, Likeness.UID)]
            if len(held) == len(waiting):
                for source in held:
                    self._refuse(source)
                return
            waiting = held

    def _place(self, source: int) -> None:
        """A row that has a key and is unknown by its UUID."""
        values = _translated(self._plan, self._shape, self._source(source))
        holders = {self._holder(*key) for key in self._keys(values)} - {None}
        if not holders:
            self._write_new(source)
            return
        self._numbers[source] = min(number for number in holders if number is not None)
        if not self._judge(source, Likeness.KEY):
            self._refuse(source)

    def _judge(self, source: int, likeness: Likeness) -> bool:
        """Compare a row with the one it is a version of; False where its key is another's."""
        number = self._numbers[source]
        there, here = self._version_there(source), self._version_here(number)
        if _same(there, here):
            self._tally.count(Verdict.UNCHANGED)
            return True
        wins = self._outdoes(there, here)
        if wins and self._collides(dict(there.says), number):
            return False
        if not wins and not self._outdoes(here, there):
            # Neither is later, as far as the source can tell.
            self._tally.count(Verdict.UNCHANGED)
            return True
        self._note(there, here, number, likeness, taken=wins)
        self._tally.count(Verdict.CHANGED if wins else Verdict.KEPT)
        if wins:
            self._write(source, number, new=False)
        return True

    def _outdoes(self, one: Version, other: Version) -> bool:
        if (one.rank, one.changed_at) != (other.rank, other.changed_at):
            return self._stays(one, other)
        return self._stays(self._portable(one), self._portable(other))

    def _refuse(self, source: int) -> None:
        number = self._numbers[source]
        there, here = self._version_there(source), self._version_here(number)
        self._note(there, here, number, Likeness.TAKEN, taken=False)
        self._tally.count(Verdict.KEPT)

    def _write(self, source: int, number: int, *, new: bool) -> None:
        self._plan.writes.append(_Write(self._shape, source, number, new))
        before = None if new else self._values_here(number)
        values = _translated(self._plan, self._shape, self._source(source))
        for key in self._keys(before or {}):
            if self._holders.get(key) == number:
                del self._holders[key]
        self._planned[number] = source
        for key in self._keys(values):
            self._holders[key] = number

    def _note(
        self, there: Version, here: Version, number: int, likeness: Likeness, *, taken: bool
    ) -> None:
        says = there.says if taken else here.says
        label = next((says[name] for name in _LABELS if says.get(name)), None)
        self._plan.comparison.differences.append(
            Difference(
                table=self._shape.name,
                number=number,
                uid=str(says["uid"]),
                label=None if label is None else str(label),
                likeness=likeness,
                taken=taken,
                here=here.changed_at,
                there=there.changed_at,
            )
        )

    # Keys

    def _keys(self, values: Values) -> Iterator[tuple[int, tuple[Any, ...]]]:
        for place, names in enumerate(self._shape.keys):
            key = tuple(values.get(name) for name in names)
            # As in SQL: what is absent is equal to nothing.
            if values and None not in key:
                yield place, key

    def _holder(self, place: int, key: tuple[Any, ...]) -> int | None:
        planned = self._holders.get((place, key))
        if planned is not None:
            return planned
        names = self._shape.keys[place]
        row = self._db.one(self._queries.of_keys[place], **dict(zip(names, key, strict=True)))
        return row["id"] if row is not None and row["id"] not in self._planned else None

    def _collides(self, values: Values, number: int) -> bool:
        holders = (self._holder(*key) for key in self._keys(values))
        return any(holder not in (None, number) for holder in holders)

    # Versions

    def _source(self, source: int) -> Row:
        row = self._incoming.db.one(self._queries.of_id, id=source)
        assert row is not None
        return row

    def _values_here(self, number: int) -> Values:
        """What a number here is, or will be after what is already planned."""
        if number in self._planned:
            return _translated(self._plan, self._shape, self._source(self._planned[number]))
        row = self._db.one(self._queries.of_id, id=number)
        assert row is not None
        return dict(row)

    def _version_there(self, source: int) -> Version:
        values = _translated(self._plan, self._shape, self._source(source))
        return self._version(values, list(self._parts(self._incoming.db, source, known=False)))

    def _version_here(self, number: int) -> Version:
        values = self._values_here(number)
        if number in self._planned:
            source = self._planned[number]
            return self._version(values, list(self._parts(self._incoming.db, source, known=False)))
        return self._version(values, list(self._parts(self._db, number, known=True)))

    def _version(self, values: Values, parts: list[Values]) -> Version:
        ranks = RANKS.get(self._shape.name, ())
        rank = tuple(_rank(values[name]) for name in ranks)
        says = {name: value for name, value in values.items() if name != "id"}
        return Version(rank, values["changed_at"], says, tuple(parts))

    def _parts(self, db: Database, owner: int, *, known: bool) -> Iterator[Values]:
        for part in self._shape.parts():
            # References of a part to later tables are not settled yet, so they are UUIDs.
            for row in db.all(queries(part.name).of_owner, owner=owner):
                values = _without_names(part, dict(row))
                yield {"table": part.name, **_portable(db, part, values)}

    def _portable(self, version: Version) -> Version:
        """The version with UUIDs for numbers, which are the same on every computer."""
        says = dict(version.says)
        for column, table in self._shape.references:
            if says[column] is not None:
                says[column] = self._uid(table, int(str(says[column])))
        return version._replace(says=says)

    def _uid(self, table: str, number: int) -> str:
        row = self._db.one(queries(table).uid_of, id=number)
        if row is not None:
            return str(row["uid"])
        source = next(s for s, n in self._plan.numbers[table].items() if n == number)
        return str((self._incoming.db.one(queries(table).uid_of, id=source) or {})["uid"])


def _same(one: Version, other: Version) -> bool:
    return one.says == other.says and one.parts == other.parts


def _rank(value: Any) -> int:
    return int(value) if isinstance(value, int) else int(value is not None)


def _without_names(part: Shape, values: Values) -> Values:
    """What a part says; its number, UUID, stamps and owner are no words of the person's."""
    named = ("id", "uid", "created_at", "changed_at", part.owner.column if part.owner else "")
    return {name: value for name, value in values.items() if name not in named}


def _portable(db: Database, shape: Shape, values: Values) -> Values:
    found = dict(values)
    for column, table in shape.references:
        if found.get(column) is not None:
            row = db.one(queries(table).uid_of, id=found[column])
            found[column] = row["uid"] if row else None
    return found
