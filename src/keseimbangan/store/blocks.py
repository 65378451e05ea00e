"""Time blocks in the store. Series are expanded here, so callers see blocks and nothing else."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from keseimbangan.domain.blocks import LONGEST, Block, BlockKind, BlockStatus, WorkLocation
from keseimbangan.domain.elements import Element
from keseimbangan.domain.period import DaySpan, Period
from keseimbangan.errors.store import no_such_block
from keseimbangan.store import compiled
from keseimbangan.store.database import Database, Row
from keseimbangan.store.values import (
    from_akhlak,
    from_day,
    from_instant,
    from_wall,
    to_akhlak,
    to_instant,
    to_wall,
)

# The widest any zone's wall clock runs ahead of or behind UTC.
AHEAD, BEHIND = timedelta(hours=14), timedelta(hours=12)


class Blocks:
    """Reading and keeping blocks."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, number: int) -> Block:
        """The row with this number: a block, a series or a changed one; raises NoSuchNumber."""
        row = self._db.one(compiled.GET_BLOCK, id=number)
        if row is None:
            raise no_such_block(number)
        return block_of(row)

    def on(self, days: DaySpan) -> list[Block]:
        """All that touch these days on the wall clock of their own zone, by start."""
        midnight = time()
        wall = Period(datetime.combine(days.first, midnight), datetime.combine(days.end, midnight))
        around = Period(_utc(wall.start) - AHEAD, _utc(wall.end) + BEHIND)
        found = [*self._single(around), *self._occurrences(wall)]
        return _by_start(block for block in found if block.wall.overlaps(wall))

    def during(self, period: Period) -> list[Block]:
        """All that share an instant with a period, by start."""
        start, end = _naive(period.start) - BEHIND, _naive(period.end) + AHEAD
        found = [*self._single(period), *self._occurrences(Period(start, end))]
        return _by_start(block for block in found if block.period.overlaps(period))

    def series_from(self, day: date) -> list[Block]:
        """The series that have not ended before a day."""
        rows = self._db.all(compiled.SERIES_BETWEEN, first_day=from_day(day))
        return _by_start(block_of(row) for row in rows)

    def focused_minutes(self, block: Block) -> int:
        """Whole minutes of focus sessions held on a block; its number may be its series' own."""
        if block.virtual:
            return 0
        row = self._db.one(compiled.SPENT_ON_BLOCK, block=block.number)
        return row[0] // 60 if row else 0

    def taken(self, series: Block, span: Period) -> set[datetime]:
        """Wall-clock starts of a series within a naive span that stand elsewhere or nowhere."""
        return self._taken([series.number or 0], span).get(series.number or 0, set())

    def changed(self, series: Block) -> list[Block]:
        """The changed occurrences of a series."""
        rows = self._db.all(compiled.CHANGED_OCCURRENCES, series=series.number)
        return [block_of(row) for row in rows]

    def add(self, block: Block) -> Block:
        """Keep a new block; the same with its number."""
        return replace(block, number=self._db.insert(compiled.INSERT_BLOCK, _values(block)))

    def save(self, block: Block) -> Block:
        """Keep what was changed in a block; one without a number is new."""
        if block.number is None:
            return self.add(block)
        self._db.change(compiled.UPDATE_BLOCK, _values(block))
        return block

    def keep(self, block: Block, uid: str) -> Block:
        """Keep what was changed; an untouched occurrence is given a row of its own for it."""
        from keseimbangan.domain.recurrence import as_changed

        return self.save(as_changed(block, uid) if block.virtual else block)

    def materialised(self, block: Block, uid: str) -> Block:
        """The block with a row of its own, so that something can refer to it."""
        return self.keep(block, uid) if block.virtual else block

    def delete(self, block: Block) -> None:
        """Remove a row; with a series go its changed and excluded occurrences."""
        self._db.change(compiled.DELETE_BLOCK, {"id": block.number})

    def exclude(self, block: Block, uid: str) -> None:
        """Take an occurrence out of its series (EXDATE)."""
        values = {
            "uid": uid,
            "series_id": block.series,
            "recurrence_id": from_wall(block.recurrence_id),
        }
        self._db.insert(compiled.INSERT_EXCLUSION, values)

    def hand_over(self, series: Block, to: Block, start: datetime) -> None:
        """Give what was changed and excluded from a wall-clock start on to another series.

        Both keep their days. `series` is the old one as it was, under its number.
        """
        from keseimbangan.domain.recurrence import handed_over

        for block in self._changed_from(series, start):
            self.save(handed_over(block, series, to))
        hour = to.wall.start.time()
        for row in self._excluded_from(series, start):
            day = to_wall(row["recurrence_id"]).date()
            recurrence_id = from_wall(datetime.combine(day, hour))
            values = {"id": row["id"], "series": to.number, "recurrence_id": recurrence_id}
            self._db.change(compiled.MOVE_EXCLUSION, values)

    def drop_orphans(self, series: Block, now: datetime) -> int:
        """Remove planned changed occurrences ahead that the rule no longer has; how many."""
        from keseimbangan.domain.recurrence import is_orphan

        ahead = [b for b in self.changed(series) if b.starts_at >= now]
        gone = [b for b in ahead if b.status is BlockStatus.PLANNED and is_orphan(b, series)]
        for block in gone:
            self.delete(block)
        return len(gone)

    def forget_changes(self, series: Block, start: datetime) -> None:
        """Remove the changed and excluded occurrences from a wall-clock start on."""
        for block in self._changed_from(series, start):
            self.delete(block)
        for row in self._excluded_from(series, start):
            self._db.change(compiled.DELETE_EXCLUSION, {"id": row["id"]})

    def _changed_from(self, series: Block, start: datetime) -> list[Block]:
        return [b for b in self.changed(series) if b.recurrence_id and b.recurrence_id >= start]

    def _excluded_from(self, series: Block, start: datetime) -> list[Row]:
        rows = self._db.all(compiled.EXCLUSIONS_OF, series=series.number)
        return [row for row in rows if to_wall(row["recurrence_id"]) >= start]

    def _single(self, period: Period) -> list[Block]:
        rows = self._db.all(
            compiled.BLOCKS_BETWEEN,
            earliest=from_instant(period.start - LONGEST),
            start=from_instant(period.start),
            end=from_instant(period.end),
        )
        return [block_of(row) for row in rows]

    def _occurrences(self, wall: Period) -> list[Block]:
        first = (wall.start - LONGEST).date()
        rows = self._db.all(compiled.SERIES_BETWEEN, first_day=from_day(first))
        series = [block for block in map(block_of, rows) if block.wall.start < wall.end]
        if not series:
            return []
        from keseimbangan.domain.recurrence import occurrences

        span = Period(wall.start - LONGEST, wall.end)
        taken = self._taken([block.number or 0 for block in series], span)
        return [
            occurrence
            for block in series
            for occurrence in occurrences(block, wall, taken.get(block.number or 0, ()))
        ]

    def _taken(self, series: Sequence[int], span: Period) -> dict[int, set[datetime]]:
        rows = self._db.all(
            compiled.RECURRENCE_IDS_TAKEN,
            series="[" + ",".join(map(str, series)) + "]",
            start=from_wall(span.start),
            end=from_wall(span.end),
        )
        taken: dict[int, set[datetime]] = {}
        for row in rows:
            taken.setdefault(row["series_id"], set()).add(to_wall(row["recurrence_id"]))
        return taken


def running_block(db: Database, now: datetime) -> Block | None:
    """The planned block whose time it is; of several the one that began last."""
    found = Blocks(db).during(Period(now, now + timedelta(seconds=1)))
    planned = [block for block in found if block.status is BlockStatus.PLANNED]
    return planned[-1] if planned else None


def _by_start(blocks: Iterable[Block]) -> list[Block]:
    return sorted(blocks, key=lambda block: (block.starts_at, block.ends_at, block.number or 0))


def _utc(wall: datetime) -> datetime:
    return wall.replace(tzinfo=UTC)


def _naive(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)


def block_of(row: Row) -> Block:
    """The block of a row."""
    return Block(
        number=row["id"],
        uid=row["uid"],
        title=row["title"],
        starts_at=to_instant(row["starts_at"]),
        ends_at=to_instant(row["ends_at"]),
        zone=row["zone"],
        element=Element(row["element"]),
        kind=BlockKind(row["kind"]),
        status=BlockStatus(row["status"]),
        protected=bool(row["protected"]),
        location=WorkLocation(row["location"]) if row["location"] else None,
        task=row["task_id"],
        target=row["target_id"],
        note=row["note"],
        result=row["result"],
        evidence=row["evidence"],
        indicator=row["indicator_id"],
        realisation=row["realisation"],
        akhlak=to_akhlak(row["akhlak"]),
        actual_starts_at=to_instant(row["actual_starts_at"]),
        actual_ends_at=to_instant(row["actual_ends_at"]),
        rule=row["rule"],
        series=row["series_id"],
        recurrence_id=to_wall(row["recurrence_id"]),
        requested_by=row["requested_by"],
    )


def _values(block: Block) -> dict[str, Any]:
    return {
        "id": block.number,
        "uid": block.uid,
        "title": block.title,
        "starts_at": from_instant(block.starts_at),
        "ends_at": from_instant(block.ends_at),
        "zone": block.zone,
        "element": block.element,
        "kind": block.kind,
        "status": block.status,
        "protected": block.protected,
        "location": block.location,
        "task_id": block.task,
        "target_id": block.target,
        "note": block.note,
        "result": block.result,
        "evidence": block.evidence,
        "indicator_id": block.indicator,
        "realisation": block.realisation,
        "akhlak": from_akhlak(block.akhlak),
        "actual_starts_at": from_instant(block.actual_starts_at),
        "actual_ends_at": from_instant(block.actual_ends_at),
        "rule": block.rule,
        "last_day": _last_day(block),
        "series_id": block.series,
        "recurrence_id": from_wall(block.recurrence_id),
        "requested_by": block.requested_by,
    }


def _last_day(block: Block) -> str | None:
    if block.rule is None:
        return None
    from keseimbangan.domain.recurrence import last_day

    return from_day(last_day(block))
