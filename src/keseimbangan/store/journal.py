"""The stress journal in the store. Nothing but the journal's own commands and reports reads it."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from keseimbangan.domain.journal import StressEntry, in_span, weeks_touching
from keseimbangan.domain.period import DaySpan
from keseimbangan.errors.store import no_such_entry
from keseimbangan.store import compiled
from keseimbangan.store.database import Database, Row
from keseimbangan.store.values import from_instant, to_instant


class Journal:
    """Reading and keeping entries of the stress journal."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, number: int) -> StressEntry:
        """The entry with this number; raises NoSuchNumber."""
        row = self._db.one(compiled.GET_STRESS_ENTRY, id=number)
        if row is None:
            raise no_such_entry(number)
        return self._entries([row])[0]

    def latest(self, limit: int) -> list[StressEntry]:
        """The last `limit` written, newest first."""
        return self._entries(self._db.all(compiled.LATEST_STRESS_ENTRIES, limit=limit))

    def all(self) -> list[StressEntry]:
        """Every entry, oldest first."""
        return self._entries(self._db.all(compiled.ALL_STRESS_ENTRIES))

    def of_weeks(self, first: str, last: str) -> list[StressEntry]:
        """The entries about the weeks `first` to `last`, both included, in their order."""
        rows = self._db.all(compiled.STRESS_ENTRIES_OF_WEEKS, first=first, last=last)
        return self._entries(rows)

    def between(self, span: DaySpan) -> list[StressEntry]:
        """The entries that stand on a day of the span, in the order of their weeks."""
        return in_span(self.of_weeks(*weeks_touching(span)), span)

    def trigger_names(self) -> list[str]:
        """Every trigger ever named, as stored, the most frequent first."""
        return [row["name"] for row in self._db.all(compiled.TRIGGER_NAMES)]

    def add(self, entry: StressEntry) -> StressEntry:
        """Keep a new entry; the same with its number."""
        number = self._db.insert(compiled.INSERT_STRESS_ENTRY, _values(entry))
        self._insert_triggers(replace(entry, number=number))
        return replace(entry, number=number)

    def save(self, entry: StressEntry) -> StressEntry:
        """Keep what was changed in an entry."""
        self._db.change(compiled.UPDATE_STRESS_ENTRY, _values(entry))
        if self._triggers_of([entry.number or 0])[entry.number or 0] != list(entry.triggers):
            self._db.change(compiled.DELETE_STRESS_TRIGGERS, {"entry": entry.number})
            self._insert_triggers(entry)
        return entry

    def delete(self, entry: StressEntry) -> None:
        """Remove an entry and its triggers."""
        self._db.change(compiled.DELETE_STRESS_ENTRY, {"id": entry.number})

    def _entries(self, rows: list[Row]) -> list[StressEntry]:
        triggers = self._triggers_of([row["id"] for row in rows])
        return [_entry(row, triggers[row["id"]]) for row in rows]

    def _triggers_of(self, numbers: Iterable[int]) -> defaultdict[int, list[str]]:
        listed = "[" + ",".join(str(int(number)) for number in numbers) + "]"
        named: defaultdict[int, list[str]] = defaultdict(list)
        for row in self._db.all(compiled.STRESS_TRIGGERS_OF, entries=listed):
            named[row["entry_id"]].append(row["name"])
        return named

    def _insert_triggers(self, entry: StressEntry) -> None:
        self._db.insert_all(
            compiled.INSERT_STRESS_TRIGGER,
            [
                {
                    "uid": _trigger_uid(entry, name),
                    "entry_id": entry.number,
                    "name": name,
                    "position": position,
                }
                for position, name in enumerate(entry.triggers)
            ],
        )


def _trigger_uid(entry: StressEntry, name: str) -> str:
    # Derived, so that an entry that comes back from a copy brings the same rows with it.
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"{entry.uid} {name}"))


def _entry(row: Row, triggers: list[str]) -> StressEntry:
    return StressEntry(
        number=row["id"],
        uid=row["uid"],
        week=row["week"],
        written_at=to_instant(row["written_at"]),
        zone=row["zone"],
        level=row["level"],
        triggers=tuple(triggers),
        main_cause=row["main_cause"],
        coping=row["coping"],
        helped=row["helped"],
        demand=row["demand"],
        control=row["control"],
        note=row["note"],
    )


def _values(entry: StressEntry) -> dict[str, Any]:
    return {
        "id": entry.number,
        "uid": entry.uid,
        "week": entry.week,
        "written_at": from_instant(entry.written_at),
        "zone": entry.zone,
        "level": entry.level,
        "main_cause": entry.main_cause,
        "coping": entry.coping,
        "helped": entry.helped,
        "demand": entry.demand,
        "control": entry.control,
        "note": entry.note,
    }
