"""What becomes of every row of one table of a file: new, another version, or nothing new."""

from collections.abc import Iterator
from typing import Any

from keseimbangan.domain.merging import (
    Difference,
    Likeness,
    Renumbered,
    TakenOut,
    Tally,
    Verdict,
    Version,
    differing,
)
from keseimbangan.store.database import Database
from keseimbangan.store.incoming import MOST_NUMBER, Incoming
from keseimbangan.store.merge_plan import Gone, Plan, Values, Write, numbers_given
from keseimbangan.store.portable import (
    DELETIONS,
    EXCLUSIONS,
    Shape,
    label_of,
    queries,
    told_deletions,
)
from keseimbangan.store.versions import Versions

Key = tuple[int, tuple[Any, ...]]


def compare_table(
    db: Database, incoming: Incoming, plan: Plan, shape: Shape, *, ties: bool
) -> None:
    """Add to the plan what becomes of the rows of a table; the parts of a row go with it."""
    _Table(db, incoming, plan, shape, ties).compare()


class _Table:
    def __init__(
        self, db: Database, incoming: Incoming, plan: Plan, shape: Shape, ties: bool
    ) -> None:
        self._db, self._incoming, self._plan, self._shape = db, incoming, plan, shape
        self._ties = ties
        self._queries = queries(shape.name)
        self._versions = Versions(db, incoming, plan, shape)
        self._numbers = plan.numbers.setdefault(shape.name, {})
        self._tally = Tally(shape.name)
        # Who will hold which key once the plan is carried out.
        self._holders: dict[Key, int] = {}
        self._given = self._last = 0
        self._taken: set[int] = set()

    def compare(self) -> None:
        """Every row of the file, those that are known here first."""
        self._plan.comparison.tallies.append(self._tally)
        known, keyless, keyed = self._sorted()
        self._start_numbers([*keyless, *keyed])
        for source in keyless:
            self._add(source)
        self._settle(known)
        for source in keyed:
            self._place(source)

    def _sorted(self) -> tuple[list[int], list[int], list[int]]:
        known: list[int] = []
        keyless: list[int] = []
        keyed: list[int] = []
        for row in self._incoming.db.each(self._queries.all):
            here = self._db.one(self._queries.of_uid, uid=row["uid"])
            if here is not None:
                self._numbers[row["id"]] = here["id"]
                known.append(row["id"])
            else:
                (keyed if any(self._keys(dict(row))) else keyless).append(row["id"])
        return known, keyless, keyed

    def _start_numbers(self, sources: list[int]) -> None:
        self._given = numbers_given(self._db, self._shape.name)
        wishes = (self._wish(source) or 0 for source in sources)
        self._last = max([self._given, *wishes])

    def _wish(self, source: int) -> int | None:
        return self._incoming.wish(self._shape.name, self._versions.source(source)["uid"])

    def _new_number(self, source: int) -> int:
        """The number it had, if none of here ever had it; else the next one."""
        wish = self._wish(source)
        if wish is not None and self._given < wish <= MOST_NUMBER and wish not in self._taken:
            self._taken.add(wish)
            return wish
        self._last += 1
        return self._last

    def _add(self, source: int) -> None:
        number = self._new_number(source)
        self._numbers[source] = number
        self._write(source, number, new=True)
        self._tally.count(Verdict.NEW)
        self._remark(source, number)

    def _remark(self, source: int, number: int) -> None:
        """What a person may wonder about in a new row."""
        row, name = self._versions.source(source), self._shape.name
        if (wish := self._wish(source)) not in (None, number):
            renumbered = Renumbered(name, wish or 0, number, label_of(dict(row)))
            self._plan.comparison.renumbered.append(renumbered)
        if name == EXCLUSIONS:
            self._tell_of_occurrence(source)

    def _tell_of_occurrence(self, source: int) -> None:
        """An occurrence that goes here: of a series that comes with the file nothing goes."""
        values = self._versions.values_there(source)
        series = self._db.one(queries("blocks").of_id, id=values["series_id"])
        if series is not None:
            taken = TakenOut(series["id"], label_of(dict(series)), values["recurrence_id"])
            self._plan.comparison.taken_out.append(taken)

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
        found = (self._holder(key) for key in self._keys(self._versions.values_there(source)))
        holders = [holder for holder in found if holder is not None]
        if not holders:
            self._add(source)
            return
        self._numbers[source] = min(holders)
        if not self._judge(source, Likeness.KEY):
            self._refuse(source)

    def _judge(self, source: int, likeness: Likeness) -> bool:
        """Compare a row with the one it is a version of; False where its key is another's."""
        number = self._numbers[source]
        there, here = self._versions.there(source), self._versions.here(number)
        if (there.says, there.parts) == (here.says, here.parts):
            self._tally.count(Verdict.UNCHANGED)
            return True
        wins = self._versions.outdoes(there, here, ties=self._ties)
        if not wins and not self._versions.outdoes(here, there, ties=self._ties):
            # Neither is later, as far as the source can tell.
            self._tally.count(Verdict.UNCHANGED)
            return True
        if wins and self._collides(dict(there.says), number):
            return False
        self._note(there, here, number, likeness, taken=wins)
        self._tally.count(Verdict.CHANGED if wins else Verdict.KEPT)
        if likeness is Likeness.KEY and self._shape.name in told_deletions():
            lost = here if wins else there
            gone = Gone(self._shape.name, str(lost.says["uid"]), lost.changed_at)
            self._plan.gone.append(gone)
        if wins:
            self._write(source, number, new=False)
        return True

    def _refuse(self, source: int) -> None:
        number = self._numbers[source]
        there, here = self._versions.there(source), self._versions.here(number)
        self._note(there, here, number, Likeness.TAKEN, taken=False)
        self._tally.count(Verdict.KEPT)

    def _write(self, source: int, number: int, *, new: bool) -> None:
        self._plan.writes.append(Write(self._shape, source, number, new))
        if not new:
            for key in self._keys(self._versions.values_here(number)):
                self._holders.pop(key, None)
        self._versions.planned[number] = source
        for key in self._keys(self._versions.values_there(source)):
            self._holders[key] = number

    def _keys(self, values: Values) -> Iterator[Key]:
        for place, names in enumerate(self._shape.keys):
            key = tuple(values[name] for name in names)
            # As in SQL: what is absent is equal to nothing.
            if None not in key:
                yield place, key

    def _holder(self, key: Key) -> int | None:
        if key in self._holders:
            return self._holders[key]
        place, values = key
        names = zip(self._shape.keys[place], values, strict=True)
        row = self._db.one(self._queries.of_keys[place], **dict(names))
        return row["id"] if row is not None and row["id"] not in self._versions.planned else None

    def _collides(self, values: Values, number: int) -> bool:
        holders = (self._holder(key) for key in self._keys(values))
        return any(holder not in (None, number) for holder in holders)

    def _note(
        self, there: Version, here: Version, number: int, likeness: Likeness, *, taken: bool
    ) -> None:
        if self._shape.name == DELETIONS:
            # Deleted on both, at different times: nobody has to be told.
            return
        says = there.says if taken else here.says
        difference = Difference(
            table=self._shape.name,
            number=number,
            uid=str(says["uid"]),
            label=label_of(says),
            likeness=likeness,
            taken=taken,
            here=here.changed_at,
            there=there.changed_at,
            fields=tuple(differing(here.says, there.says)),
        )
        self._plan.comparison.differences.append(difference)
