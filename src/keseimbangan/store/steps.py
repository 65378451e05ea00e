"""The steps of the change log: reading them, taking them back, bringing them again."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from keseimbangan.domain.steps import SETTINGS, Image, Key, Row, Step, StepState, seen_from_now
from keseimbangan.errors.steps import StepDoesNotFit
from keseimbangan.store import compiled
from keseimbangan.store.database import Database
from keseimbangan.store.values import to_instant

Settings = Mapping[str, Any]


class _Playback(NamedTuple):
    """How the rows of a table are read, removed and put back."""

    columns: Sequence[str]
    read: str
    remove: str
    put: str


class Steps:
    """Reading the log, and playing it back."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def done(self, limit: int) -> list[Step]:
        """The last `limit` steps that can be undone, newest first."""
        return self._described(compiled.STEPS_TO_UNDO, limit)

    def undone(self, limit: int) -> list[Step]:
        """The first `limit` steps that can be done again, oldest first."""
        return self._described(compiled.STEPS_TO_REDO, limit)

    def note_settings(self, before: Settings) -> None:
        """Log settings that are about to change, as they are; None is one that is not set."""
        values = {"table_name": SETTINGS, "row_id": 0, "image": _text(before)}
        self._db.change(compiled.LOG_IMAGE, values)

    def turn(self, steps: Sequence[Step], put_settings: Callable[[Settings], Settings]) -> None:
        """Undo or redo steps in this order: each row and its image change places.

        `put_settings` puts settings in place and returns what they were. Needs a store opened by
        `replaying`; raises StepDoesNotFit.
        """
        try:
            settings = [self._turn_rows(step) for step in steps]
        except sqlite3.IntegrityError as error:
            raise StepDoesNotFit from error
        if self._db.points_nowhere():
            raise StepDoesNotFit
        # The file last: it cannot be rolled back.
        for step, image in zip(steps, settings, strict=True):
            if image is not None:
                values = {"id": step.number, "image": _text(put_settings(image))}
                self._db.change(compiled.REPLACE_SETTINGS, values)

    def _turn_rows(self, step: Step) -> Settings | None:
        """Put the rows of a step in place; the settings that it asks for."""
        images = self._images(step)
        rows = {table: _of(table, images) for table, _row, _image in images if table != SETTINGS}
        # First all are removed, then all put: two rows may have changed places.
        for table, found in rows.items():
            self._db.play(_playback(table).remove, [(row,) for row, _image in found])
        for table, found in rows.items():
            values = [tuple(image.values()) for _row, image in found if image is not None]
            self._db.play(_playback(table).put, values)
        self._take_over(step)
        return next((image for table, _row, image in images if table == SETTINGS), None)

    def _take_over(self, step: Step) -> None:
        """What the triggers logged meanwhile is the other side of the step."""
        self._db.change(compiled.DELETE_CHANGES, {"id": step.number})
        newest = self._db.all(compiled.TWO_NEWEST_STEPS)[0]
        if newest["open"]:
            values = {"id": newest["id"], "joined": step.number}
            self._db.change(compiled.JOIN_CHANGES, values)
            self._db.change(compiled.DELETE_STEP, values)
        state = StepState.DONE if step.undone else StepState.UNDONE
        self._db.change(compiled.MARK_STEP, {"id": step.number, "state": state})

    def _described(self, sql: str, limit: int) -> list[Step]:
        steps = [
            Step(row["id"], to_instant(row["created_at"]), row["command"], row["state"] == "undone")
            for row in self._db.all(sql, limit=limit)
        ]
        images = [self._images(step) for step in steps]
        return seen_from_now(zip(steps, images, strict=True), self._present(images))

    def _images(self, step: Step) -> list[Image]:
        rows = self._db.all(compiled.CHANGES_OF_STEP, id=step.number)
        return [(row["table_name"], row["row_id"], _row(*row)) for row in rows]

    def _present(self, images: Iterable[Iterable[Image]]) -> dict[Key, Row]:
        """The rows as they are now; of settings only that they are somehow."""
        numbers: dict[str, set[int]] = {}
        for table, row, _image in (image for each in images for image in each):
            numbers.setdefault(table, set()).add(row)
        found: dict[Key, Row] = {(SETTINGS, 0): {}}
        for table in numbers.keys() - {SETTINGS}:
            rows = self._db.all(_playback(table).read, rows=json.dumps(sorted(numbers[table])))
            found |= {(table, row["id"]): dict(row) for row in rows}
        return found


def deletions(db: Database, table: str) -> dict[str, datetime]:
    """When rows that are no longer there were deleted, by their UUID, as far as the log goes.

    A row that is there was deleted in no step that still counts, so it is not among them.
    """
    if table not in compiled.PLAYBACK:
        return {}
    present = {row["uid"] for row in db.each(f"SELECT uid FROM {table}")}
    found = {}
    for row in db.each(_IMAGES, table=table):
        uid = (_row(table, 0, row["image"]) or {}).get("uid")
        if uid is not None and uid not in present:
            found[str(uid)] = to_instant(row["created_at"])
    return found


_IMAGES = """
SELECT changes.image, steps.created_at FROM changes JOIN steps ON steps.id = changes.step_id
WHERE changes.table_name = :table AND changes.image IS NOT NULL AND steps.state = 'done'
ORDER BY steps.id
"""


def _playback(table: str) -> _Playback:
    return _Playback(*compiled.PLAYBACK[table])


def _of(table: str, images: Iterable[Image]) -> list[tuple[int, Row | None]]:
    return [(row, image) for name, row, image in images if name == table]


def _row(table: str, _number: int, image: str | None) -> Row | None:
    if image is None:
        return None
    values = json.loads(image)
    if table == SETTINGS:
        return dict(values)
    return dict(zip(_playback(table).columns, values, strict=True))


def _text(settings: Settings) -> str:
    # A date that somebody wrote into the file by hand is kept as its text.
    return json.dumps(settings, default=str)
