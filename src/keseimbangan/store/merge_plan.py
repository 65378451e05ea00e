"""What a merge comes to, before it is written: numbers, not rows, so that it stays small."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from keseimbangan.domain.merging import Comparison
from keseimbangan.store.database import Database, Row
from keseimbangan.store.portable import Shape

Values = dict[str, Any]

_SEQUENCE = "SELECT seq FROM sqlite_sequence WHERE name = :name"


def numbers_given(db: Database, table: str) -> int:
    """The highest number that was ever given to a row of a table; 0 before the first."""
    row = db.one(_SEQUENCE, name=table)
    return int(row["seq"]) if row else 0


class Write(NamedTuple):
    """A row of the file that goes to a number here."""

    shape: Shape
    source: int
    number: int
    new: bool


class Gone(NamedTuple):
    """A row that is as good as deleted, since an instant as it is stored."""

    table: str
    uid: str
    at: str


@dataclass
class Plan:
    """What is to be written, in this order, and what is said of it."""

    comparison: Comparison = field(default_factory=Comparison)
    writes: list[Write] = field(default_factory=list)
    # By table: the number in the file, and the one it has here.
    numbers: dict[str, dict[int, int]] = field(default_factory=dict)
    # Versions that lost by a key, which therefore have to be noted as deleted.
    gone: list[Gone] = field(default_factory=list)

    def translated(self, shape: Shape, row: Row) -> Values:
        """The values of a row of the file, with the numbers of here."""
        values = dict(row)
        for column, table in shape.references:
            if values[column] is not None:
                values[column] = self.numbers[table].get(values[column])
        return values
