"""The ledger of exported events, and which event each block is."""

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from keseimbangan.domain.blocks import Block
from keseimbangan.domain.calendar import Exported, Key, key_of
from keseimbangan.domain.period import Period
from keseimbangan.store import compiled
from keseimbangan.store.blocks import Blocks
from keseimbangan.store.database import Database, Row
from keseimbangan.store.values import from_instant, to_instant


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

    def add(self, entry: Exported) -> Exported:
        """Keep a new entry; the same with its number."""
        number = self._db.insert(compiled.INSERT_EXPORTED_EVENT, _values(entry))
        return replace(entry, number=number)

    def save(self, entry: Exported) -> Exported:
        """Keep what was changed in an entry; one without a number is new."""
        if entry.number is None:
            return self.add(entry)
        self._db.change(compiled.UPDATE_EXPORTED_EVENT, _values(entry))
        return entry


def keyed(db: Database, blocks: Iterable[Block]) -> list[tuple[Key, Block]]:
    """Blocks with the key of their event: a changed occurrence has that of its series."""
    uids: dict[int, str] = {}
    return [(key_of(block, _series_uid(db, block, uids)), block) for block in blocks]


def whereabouts(db: Database, keys: Iterable[Key]) -> list[tuple[Key, Block]]:
    """The blocks with a row of their own that still exist for some keys, wherever they are now."""
    wanted = set(keys)
    rows = db.all(compiled.BLOCK_NUMBERS, uids=json.dumps(sorted({key.block for key in wanted})))
    found: list[Block] = []
    for block in (Blocks(db).get(row["id"]) for row in rows):
        found += [block] if block.rule is None else Blocks(db).changed(block)
    return [(key, block) for key, block in keyed(db, found) if key in wanted]


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
