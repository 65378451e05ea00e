"""Performance targets (SKP) in the store."""

from dataclasses import replace
from typing import Any

from keseimbangan.domain.targets import PerformanceTarget
from keseimbangan.errors.store import no_such_target
from keseimbangan.store import compiled
from keseimbangan.store.database import Database, Row


class Targets:
    """Reading and keeping performance targets."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, number: int) -> PerformanceTarget:
        """The target with this number; raises NoSuchNumber."""
        row = self._db.one(compiled.GET_TARGET, id=number)
        if row is None:
            raise no_such_target(number)
        return _target(row)

    def all(self) -> list[PerformanceTarget]:
        """Every target, archived ones included, oldest first."""
        return [_target(row) for row in self._db.all(compiled.ALL_TARGETS)]

    def add(self, target: PerformanceTarget) -> PerformanceTarget:
        """Keep a new target; the same with its number."""
        return replace(target, number=self._db.insert(compiled.INSERT_TARGET, _values(target)))

    def save(self, target: PerformanceTarget) -> PerformanceTarget:
        """Keep what was changed in a target."""
        self._db.change(compiled.UPDATE_TARGET, _values(target))
        return target


def _target(row: Row) -> PerformanceTarget:
    return PerformanceTarget(
        number=row["id"],
        uid=row["uid"],
        title=row["title"],
        year=row["year"],
        archived=bool(row["archived"]),
    )


def _values(target: PerformanceTarget) -> dict[str, Any]:
    return {
        "id": target.number,
        "uid": target.uid,
        "title": target.title,
        "year": target.year,
        "archived": target.archived,
    }
