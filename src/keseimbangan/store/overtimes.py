"""Overtime in the store."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from keseimbangan.domain.overtime import Overtime
from keseimbangan.domain.period import Period
from keseimbangan.errors.store import no_such_overtime
from keseimbangan.store import compiled
from keseimbangan.store.database import Database, Row
from keseimbangan.store.values import from_instant, to_instant

# A range as typed is shorter than a day, a span of time may be a little longer.
LONGEST = timedelta(days=2)


class Overtimes:
    """Reading and keeping overtime."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, number: int) -> Overtime:
        """The overtime with this number; raises NoSuchNumber."""
        row = self._db.one(compiled.GET_OVERTIME, id=number)
        if row is None:
            raise no_such_overtime(number)
        return _overtime(row)

    def starting(self, period: Period) -> list[Overtime]:
        """All that start in a period, in order."""
        rows = self._db.all(
            compiled.OVERTIMES_BETWEEN,
            start=from_instant(period.start),
            end=from_instant(period.end),
        )
        return [_overtime(row) for row in rows]

    def during(self, period: Period) -> list[Overtime]:
        """All that share time with a period, in order."""
        around = Period(period.start - LONGEST, period.end)
        return [each for each in self.starting(around) if each.period.overlaps(period)]

    def add(self, overtime: Overtime) -> Overtime:
        """Keep new overtime; the same with its number."""
        number = self._db.insert(compiled.INSERT_OVERTIME, _values(overtime))
        return replace(overtime, number=number)

    def save(self, overtime: Overtime) -> Overtime:
        """Keep what was changed."""
        self._db.change(compiled.UPDATE_OVERTIME, _values(overtime))
        return overtime

    def delete(self, overtime: Overtime) -> None:
        """Remove overtime."""
        self._db.change(compiled.DELETE_OVERTIME, {"id": overtime.number})


def _overtime(row: Row) -> Overtime:
    return Overtime(
        number=row["id"],
        uid=row["uid"],
        starts_at=to_instant(row["starts_at"]),
        ends_at=to_instant(row["ends_at"]),
        zone=row["zone"],
        letter=row["letter"],
        reason=row["reason"],
    )


def _values(overtime: Overtime) -> dict[str, Any]:
    return {
        "id": overtime.number,
        "uid": overtime.uid,
        "starts_at": from_instant(overtime.starts_at),
        "ends_at": from_instant(overtime.ends_at),
        "zone": overtime.zone,
        "letter": overtime.letter,
        "reason": overtime.reason,
    }
