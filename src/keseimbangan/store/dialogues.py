"""Performance talks in the store."""

from dataclasses import replace
from typing import Any

from keseimbangan.domain.dialogues import Dialogue
from keseimbangan.domain.period import DaySpan
from keseimbangan.errors.store import no_such_dialogue
from keseimbangan.store import compiled
from keseimbangan.store.database import Database, Row
from keseimbangan.store.values import from_day, to_day


class Dialogues:
    """Reading and keeping performance talks."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, number: int) -> Dialogue:
        """The talk with this number; raises NoSuchNumber."""
        row = self._db.one(compiled.GET_DIALOGUE, id=number)
        if row is None:
            raise no_such_dialogue(number)
        return _dialogue(row)

    def between(self, days: DaySpan) -> list[Dialogue]:
        """Those of some days, in order."""
        rows = self._db.all(
            compiled.DIALOGUES_BETWEEN, first=from_day(days.first), end=from_day(days.end)
        )
        return [_dialogue(row) for row in rows]

    def add(self, dialogue: Dialogue) -> Dialogue:
        """Keep a new talk; the same with its number."""
        number = self._db.insert(compiled.INSERT_DIALOGUE, _values(dialogue))
        return replace(dialogue, number=number)

    def save(self, dialogue: Dialogue) -> Dialogue:
        """Keep what was changed."""
        self._db.change(compiled.UPDATE_DIALOGUE, _values(dialogue))
        return dialogue

    def delete(self, dialogue: Dialogue) -> None:
        """Remove a talk."""
        self._db.change(compiled.DELETE_DIALOGUE, {"id": dialogue.number})


def _dialogue(row: Row) -> Dialogue:
    return Dialogue(
        number=row["id"],
        uid=row["uid"],
        day=to_day(row["day"]),
        partner=row["partner"],
        target=row["target_id"],
        note=row["note"],
        agreement=row["agreement"],
        follow_up=to_day(row["follow_up"]),
    )


def _values(dialogue: Dialogue) -> dict[str, Any]:
    return {
        "id": dialogue.number,
        "uid": dialogue.uid,
        "day": from_day(dialogue.day),
        "partner": dialogue.partner,
        "target_id": dialogue.target,
        "note": dialogue.note,
        "agreement": dialogue.agreement,
        "follow_up": from_day(dialogue.follow_up),
    }
