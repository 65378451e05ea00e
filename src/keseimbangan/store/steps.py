"""The steps of the change log: reading them, taking them back, bringing them again."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from keseimbangan.domain.steps import (
    SETTINGS,
    Image,
    Key,
    Row,
    Step,
    StepState,
    owner_of,
    seen_from_now,
)
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

    def undone_count(self) -> int:
        """How many steps can be done again."""
        row = self._db.one(compiled.COUNT_STEPS_TO_REDO)
        return int(row["n"]) if row else 0

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
        if self._point_nowhere(steps):
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

    def _point_nowhere(self, steps: Iterable[Step]) -> bool:
        """Whether a row refers to one that is not there, now that steps have been turned."""
        numbers = _numbers((change.table, change.row) for step in steps for change in step.changes)
        return any(
            self._db.one(compiled.STRAYS[table], rows=_listed(numbers[table]))
            for table in numbers.keys() & compiled.STRAYS.keys()
        )

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
        """The rows as they are now, and their owners; of settings only that they are somehow."""
        told = [image for each in images for image in each]
        found = self._rows((table, row) for table, row, _image in told if table != SETTINGS)
        rows = [(table, image) for table, _row, image in told]
        rows += [(table, row) for (table, _row), row in found.items()]
        owners = {owner for table, row in rows if (owner := owner_of(table, row))}
        return {(SETTINGS, 0): {}, **self._rows(owners), **found}

    def _rows(self, keys: Iterable[Key]) -> dict[Key, Row]:
        found: dict[Key, Row] = {}
        for table, numbers in _numbers(keys).items():
            rows = self._db.all(_playback(table).read, rows=_listed(numbers))
            found |= {(table, row["id"]): dict(row) for row in rows}
        return found


def _playback(table: str) -> _Playback:
    return _Playback(*compiled.PLAYBACK[table])


def _of(table: str, images: Iterable[Image]) -> list[tuple[int, Row | None]]:
    return [(row, image) for name, row, image in images if name == table]


def _numbers(rows: Iterable[Key]) -> dict[str, set[int]]:
    """Numbers of rows by their table."""
    found: dict[str, set[int]] = {}
    for table, row in rows:
        found.setdefault(table, set()).add(row)
    return found


def _listed(numbers: Iterable[int]) -> str:
    return json.dumps(sorted(numbers))


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
