"""How two states of the same things become one: of each thing the version that changed last.

The versions of a thing are put in an order that is the same on every computer: first its rank, then
the time of its change, then what it says. Of two versions the greater stays. Whatever is merged in
whatever order, and however often, comes to the same.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from keseimbangan.domain.arrivals import Skipped

# What a column can hold once it is written.
Plain = str | int | float | None


class Verdict(StrEnum):
    """What becomes of a row of the file."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    KEPT = "kept"


class Likeness(StrEnum):
    """Why two rows are versions of one thing."""

    UID = "uid"
    # The review of the same week, the holiday of the same day.
    KEY = "key"
    # What would be the same thing as two others: then nothing is touched.
    TAKEN = "taken"


class Version(NamedTuple):
    """One version of a thing; `says` are its values and those of its parts, by name."""

    rank: tuple[int, ...]
    changed_at: str
    says: Mapping[str, Plain]
    parts: tuple[Mapping[str, Plain], ...] = ()


class FieldDifference(NamedTuple):
    """What one column says here and in the file."""

    name: str
    here: Plain
    there: Plain


class Difference(NamedTuple):
    """Two versions that say different things. The stamps are instants as they are stored.

    `fields` has no parts of the row, such as triggers: the row may differ in those alone.
    """

    table: str
    number: int
    uid: str
    label: str | None
    likeness: Likeness
    taken: bool
    here: str
    there: str
    fields: tuple[FieldDifference, ...] = ()


def differing(here: Mapping[str, Plain], there: Mapping[str, Plain]) -> list[FieldDifference]:
    """The columns that say something else, without those that every change alters."""
    names = [name for name in here if name not in _BOOKKEEPING]
    found = (FieldDifference(name, here[name], there.get(name)) for name in names)
    return [each for each in found if each.here != each.there]


_BOOKKEEPING = ("uid", "created_at", "changed_at")


class Removal(NamedTuple):
    """A row that is here or in the file, and was deleted on the other computer.

    It goes, unless it or anything that belongs to it was changed after it was deleted:
    `changed_at` is the newest of these. The stamps are instants as stored. What goes only because
    it belongs to another row names its `owner` by UUID; `occurrence` is the day of a series it
    is about.
    """

    table: str
    number: int | None
    uid: str
    label: str | None
    in_file: bool
    goes: bool
    changed_at: str
    deleted_at: str
    owner: str | None = None
    occurrence: str | None = None


class Renumbered(NamedTuple):
    """A new row that could not keep the number it has in the file."""

    table: str
    there: int
    here: int
    label: str | None


class TakenOut(NamedTuple):
    """An occurrence that a file takes out of a series of here; `occurrence` as it is stored."""

    series: int
    label: str | None
    occurrence: str


def greater(one: Version, other: Version) -> bool:
    """Whether the first is the version that stays."""
    return _order(one) > _order(other)


def _order(version: Version) -> tuple[object, ...]:
    says = [_content(each) for each in (version.says, *version.parts)]
    return (version.rank, version.changed_at, says)


def _content(values: Mapping[str, Plain]) -> list[tuple[bool, str]]:
    # At the same second what says more stays: a reference was lost when its target was deleted.
    return [(values[name] is not None, str(values[name])) for name in sorted(values)]


@dataclass
class Tally:
    """How many rows of one table had which verdict."""

    table: str
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    kept: int = 0

    def count(self, verdict: Verdict) -> None:
        """One more."""
        setattr(self, verdict.value, getattr(self, verdict.value) + 1)

    @property
    def writes(self) -> bool:
        """Whether anything of it comes in."""
        return bool(self.new or self.changed)

    @property
    def seen(self) -> int:
        """How many rows the file had."""
        return self.new + self.changed + self.unchanged + self.kept


@dataclass
class Comparison:
    """All that a file would do, or did: counts by table, what differs, and what was deleted."""

    tallies: list[Tally] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    removals: list[Removal] = field(default_factory=list)
    renumbered: list[Renumbered] = field(default_factory=list)
    taken_out: list[TakenOut] = field(default_factory=list)
    left: list[Skipped] = field(default_factory=list)

    @property
    def writes(self) -> bool:
        """Whether it changes anything."""
        gone = any(each.goes and not each.in_file for each in self.removals)
        return gone or any(tally.writes for tally in self.tallies)


def total(tallies: Iterable[Tally], verdict: Verdict) -> int:
    """The rows of all tables with one verdict."""
    return sum(getattr(tally, verdict.value) for tally in tallies)
