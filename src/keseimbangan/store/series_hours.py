"""The hour of a series is part of the name of each of its occurrences, and either side may move it.

An exception that was made under the old hour is still the exception of its day: it is compared
under the hour of here, and follows when the series takes the hour of the file. It keeps its stamp,
so that every computer comes to the same.
"""

from keseimbangan.domain.period import local
from keseimbangan.store.database import Database, Row
from keseimbangan.store.incoming import Incoming
from keseimbangan.store.merge_plan import Plan
from keseimbangan.store.portable import queries
from keseimbangan.store.values import to_instant

_BLOCKS = queries("blocks")
_SERIES = "SELECT id, uid, starts_at, zone FROM blocks WHERE rule IS NOT NULL"
# By the hour, so that a rule of several hours a day stays as it is.
_RENAME = """
UPDATE OR IGNORE {table} SET recurrence_id = substr(recurrence_id, 1, 11) || :after
WHERE series_id = :series AND substr(recurrence_id, 12) = :before
"""


def align(db: Database, incoming: Incoming) -> None:
    """Give the exceptions of the file the hours that their series have here."""
    for there in incoming.db.all(_SERIES):
        here = db.one(_BLOCKS.of_uid, uid=there["uid"])
        if here is not None:
            _rename(incoming.db, there["id"], _hour(there), _hour(here))


def hours(db: Database, plan: Plan) -> dict[int, str]:
    """The hours of the series of here that a plan writes anew, by number."""
    numbers = {each.number for each in plan.writes if each.shape.name == "blocks" and not each.new}
    return {row["id"]: _hour(row) for row in db.all(_SERIES) if row["id"] in numbers}


def follow(db: Database, before: dict[int, str]) -> None:
    """Give the exceptions of here the hours that their series have now."""
    for row in db.all(_SERIES):
        if row["id"] in before:
            _rename(db, row["id"], before[row["id"]], _hour(row))


def _rename(db: Database, series: int, before: str, after: str) -> None:
    if before == after:
        return
    for table in ("exclusions", "blocks"):
        values = {"series": series, "before": before, "after": after}
        db.put(_RENAME.format(table=table), values)


def _hour(row: Row) -> str:
    return f"{local(to_instant(row['starts_at']), row['zone']):%H:%M}"
