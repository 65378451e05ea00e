"""The ledger of exported events, and which event each block is."""

import json
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from keseimbangan.domain.blocks import Block, BlockStatus
from keseimbangan.domain.calendar import Exported, Key, key_of
from keseimbangan.domain.period import DaySpan, Period
from keseimbangan.store import compiled
from keseimbangan.store.blocks import Blocks
from keseimbangan.store.database import Database, Row
from keseimbangan.store.values import from_instant, to_instant

# Two zones' walls are never further apart, so what lies beyond has really gone elsewhere.
_MARGIN = timedelta(days=2)


class Ledger:
    """What calendars have been given."""

    def __init__(self, db: Database) -> None:
        self._db = db

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever exported."""
        row = self._db.one(compiled.EXPORTED_EVENT_SUMMARY)
        return row is None or row["events"] == 0

    def between(self, period: Period) -> list[Exported]:
        """All entries whose event, as last given, starts within a period, by start."""
        rows = self._db.all(
            compiled.EXPORTED_EVENTS_BETWEEN,
            start=from_instant(period.start),
            end=from_instant(period.end),
        )
        return [_entry(row) for row in rows]

    def of(self, block_uids: Iterable[str]) -> list[Exported]:
        """All entries of some blocks and series, those of earlier generations too."""
        listed = json.dumps(sorted(set(block_uids)))
        return [_entry(row) for row in self._db.all(compiled.EXPORTED_EVENTS_OF, blocks=listed)]

    def has_given(self, uid: str) -> bool:
        """Whether an event ever had this UID."""
        return self._db.one(compiled.EXPORTED_EVENT_NAMED, uid=uid) is not None

    def promise(self, entry: Exported) -> Exported:
        """Keep an entry, new or changed, before its file is in place; the same with its number."""
        if entry.number is None:
            number = self._db.insert(compiled.INSERT_EXPORTED_EVENT, _values(entry))
            return replace(entry, number=number)
        self._db.change(compiled.UPDATE_EXPORTED_EVENT, _values(entry))
        return entry

    def confirm(self, entry: Exported) -> None:
        """Note what an event says, once its file is in place."""
        values = {"id": entry.number, "promised": entry.sequence, "digest": entry.digest}
        self._db.change(compiled.CONFIRM_EXPORTED_EVENT, values)

    def remove(self, entry: Exported, at: datetime) -> None:
        """Note that an event is no more; its UID is not given again."""
        values = {"id": entry.number, "removed_at": from_instant(at)}
        self._db.change(compiled.REMOVE_EXPORTED_EVENT, values)


class Gathered(NamedTuple):
    """What an export of some days has to do with.

    `blocks` begin on these days, or began there when they were last given; `entries` are those of
    the blocks, `vanished` the live ones on these days whose block is gone or skipped.
    """

    blocks: list[tuple[Key, Block]]
    entries: list[Exported]
    vanished: list[Exported]


def gather(db: Database, days: DaySpan, zone: str) -> Gathered:
    """Blocks and entries of some days; `zone` says when the days of the vanished began."""
    around = DaySpan(days.first - _MARGIN, days.end + _MARGIN)
    near = _keyed(db, Blocks(db).on(around))
    blocks = {key: block for key, block in near.items() if block.day in days}
    entries = Ledger(db).between(around.instants(zone))
    live = {entry.key: entry for entry in entries if entry.removed_at is None}
    period = days.instants(zone)
    astray = {
        key: entry
        for key, entry in live.items()
        if key not in blocks and period.start <= entry.starts_at < period.end
    }
    moved = near | _whereabouts(db, astray.keys() - near.keys())
    blocks |= {key: block for key, block in moved.items() if key in astray}
    elsewhere = Ledger(db).of(key.block for key in blocks if key not in live)
    vanished = [entry for key, entry in astray.items() if key not in moved]
    return Gathered(list(blocks.items()), [*entries, *elsewhere], vanished)


def _whereabouts(db: Database, keys: Collection[Key]) -> dict[Key, Block]:
    """The rows that there still are for some keys, whenever they are now."""
    listed = json.dumps(sorted({key.block for key in keys}))
    found: list[Block] = []
    for row in db.all(compiled.BLOCK_NUMBERS, uids=listed):
        block = Blocks(db).get(row["id"])
        found += [block] if block.rule is None else Blocks(db).changed(block)
    return {key: block for key, block in _keyed(db, found).items() if key in keys}


def _keyed(db: Database, blocks: Iterable[Block]) -> dict[Key, Block]:
    """What goes into a calendar, by key: a changed occurrence has that of its series."""
    uids: dict[int, str] = {}
    return {
        key_of(block, _series_uid(db, block, uids)): block
        for block in blocks
        if block.status is not BlockStatus.SKIPPED
    }


def _series_uid(db: Database, block: Block, known: dict[int, str]) -> str | None:
    if block.series is None or block.series == block.number:
        # An untouched occurrence has the uid of its series.
        return block.uid if block.series else None
    if block.series not in known:
        known[block.series] = Blocks(db).get(block.series).uid
    return known[block.series]


def _entry(row: Row) -> Exported:
    return Exported(
        number=row["id"],
        uid=row["uid"],
        key=Key(row["block_uid"], row["recurrence_id"]),
        generation=row["generation"],
        sequence=row["sequence"],
        digest=row["digest"],
        stamped_at=to_instant(row["stamped_at"]),
        title=row["title"],
        starts_at=to_instant(row["starts_at"]),
        ends_at=to_instant(row["ends_at"]),
        removed_at=to_instant(row["removed_at"]),
    )


def _values(entry: Exported) -> dict[str, Any]:
    return {
        "id": entry.number,
        "uid": entry.uid,
        "block_uid": entry.key.block,
        "recurrence_id": entry.key.day,
        "generation": entry.generation,
        "sequence": entry.sequence,
        "digest": entry.digest,
        "stamped_at": from_instant(entry.stamped_at),
        "title": entry.title,
        "starts_at": from_instant(entry.starts_at),
        "ends_at": from_instant(entry.ends_at),
        "removed_at": from_instant(entry.removed_at),
    }
