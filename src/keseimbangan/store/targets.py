"""Performance targets (SKP) and their indicators in the store."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from keseimbangan.domain.targets import Aspect, Indicator, PerformanceTarget, Realisation
from keseimbangan.errors.store import no_such_indicator, no_such_target
from keseimbangan.store import compiled
from keseimbangan.store.database import Database, Row
from keseimbangan.store.values import to_instant


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


class Indicators:
    """Reading and keeping the indicators of targets, and what was realised of them."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, number: int) -> Indicator:
        """The indicator with this number; raises NoSuchNumber."""
        row = self._db.one(compiled.GET_INDICATOR, id=number)
        if row is None:
            raise no_such_indicator(number)
        return _indicator(row)

    def of(self, targets: Iterable[int | None]) -> list[Indicator]:
        """The indicators of some targets, oldest first within each."""
        rows = self._db.all(compiled.INDICATORS_OF, targets=_listed(targets))
        return [_indicator(row) for row in rows]

    def realisations(self, indicators: Iterable[Indicator]) -> list[Realisation]:
        """What done tasks and blocks brought for some indicators."""
        listed = _listed(indicator.number for indicator in indicators)
        rows = self._db.all(compiled.REALISATIONS_OF, indicators=listed)
        return [
            Realisation(row["indicator_id"], row["realisation"], to_instant(row["at"]))
            for row in rows
        ]

    def add(self, indicator: Indicator) -> Indicator:
        """Keep a new indicator; the same with its number."""
        number = self._db.insert(compiled.INSERT_INDICATOR, _indicator_values(indicator))
        return replace(indicator, number=number)

    def save(self, indicator: Indicator) -> Indicator:
        """Keep what was changed in an indicator."""
        self._db.change(compiled.UPDATE_INDICATOR, _indicator_values(indicator))
        return indicator

    def delete(self, indicator: Indicator) -> None:
        """Remove an indicator; amounts that were realised for it stay without a unit."""
        self._db.change(compiled.DELETE_INDICATOR, {"id": indicator.number})


def _listed(numbers: Iterable[int | None]) -> str:
    return "[" + ",".join(str(int(number)) for number in numbers if number is not None) + "]"


def _target(row: Row) -> PerformanceTarget:
    return PerformanceTarget(
        number=row["id"],
        uid=row["uid"],
        title=row["title"],
        year=row["year"],
        archived=bool(row["archived"]),
        first_month=row["first_month"],
        last_month=row["last_month"],
    )


def _values(target: PerformanceTarget) -> dict[str, Any]:
    return {
        "id": target.number,
        "uid": target.uid,
        "title": target.title,
        "year": target.year,
        "archived": target.archived,
        "first_month": target.first_month,
        "last_month": target.last_month,
    }


def _indicator(row: Row) -> Indicator:
    return Indicator(
        number=row["id"],
        uid=row["uid"],
        target=row["target_id"],
        aspect=Aspect(row["aspect"]),
        name=row["name"],
        amount=row["amount"],
        unit=row["unit"],
    )


def _indicator_values(indicator: Indicator) -> dict[str, Any]:
    return {
        "id": indicator.number,
        "uid": indicator.uid,
        "target_id": indicator.target,
        "aspect": indicator.aspect,
        "name": indicator.name,
        "amount": indicator.amount,
        "unit": indicator.unit,
    }
