"""What the store holds, table by table."""

from keseimbangan.domain.inventory import Holding
from keseimbangan.store import compiled
from keseimbangan.store.database import Database
from keseimbangan.store.values import to_instant


def inventory(db: Database) -> list[Holding]:
    """One holding for every table, empty ones included."""
    return [
        Holding(row["name"], row["rows"], to_instant(row["oldest"]), to_instant(row["newest"]))
        for row in db.all(compiled.INVENTORY)
    ]
