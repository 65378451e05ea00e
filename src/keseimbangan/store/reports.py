"""What only a report reads."""

from collections.abc import Iterable

from keseimbangan.domain.elements import Element
from keseimbangan.store import compiled
from keseimbangan.store.database import Database


def task_elements(db: Database, numbers: Iterable[int]) -> dict[int, Element]:
    """The element of each of the tasks: a report names hundreds and needs no more of them."""
    listed = "[" + ",".join(str(int(number)) for number in numbers) + "]"
    rows = db.all(compiled.TASK_ELEMENTS, numbers=listed)
    return {row["id"]: Element(row["element"]) for row in rows}
