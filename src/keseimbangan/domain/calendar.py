"""What a calendar shows of a block, and what it was given before.

The ledger holds an entry for every event that was ever exported. An event stands for one block or
for one day of a series, and a calendar knows it by its UID.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from hashlib import blake2b
from typing import NamedTuple

from keseimbangan.domain.blocks import Block

UID_SUFFIX = "@keseimbangan"


class Key(NamedTuple):
    """What an event stands for: a block, or a series and the ISO day on which it would occur.

    The day without its hour, so that a series that moves to another hour takes its events along.
    """

    block: str
    day: str = ""


@dataclass(frozen=True)
class CalendarEvent:
    """What a calendar shows of a block. `title` is the block's own, `summary` what is shown."""

    key: Key
    title: str
    starts_at: datetime
    ends_at: datetime
    summary: str
    description: str | None = None
    location: str | None = None

    @cached_property
    def digest(self) -> str:
        """A short text that is the same as long as the calendar would show the same."""
        times = (self.starts_at.timestamp(), self.ends_at.timestamp())
        shown = json.dumps([*times, self.summary, self.description, self.location])
        return blake2b(shown.encode(), digest_size=16).hexdigest()


@dataclass(frozen=True)
class Exported:
    """An entry of the ledger: an event as the calendar last got it.

    `digest` is empty until a file that holds this state is known to be in its place. Of the
    entries with one key at most one, the live one, has no `removed_at`.
    """

    number: int | None
    uid: str
    key: Key
    generation: int
    sequence: int
    digest: str
    stamped_at: datetime
    title: str
    starts_at: datetime
    ends_at: datetime
    removed_at: datetime | None = None


def key_of(block: Block, series_uid: str | None) -> Key:
    """The key of a block; `series_uid` is that of the series to which it belongs."""
    if series_uid is None or block.recurrence_id is None:
        return Key(block.uid)
    return Key(series_uid, block.recurrence_id.date().isoformat())


def uid_of(key: Key, generation: int) -> str:
    """The UID of an event when it is first given: `<block>-20261123@keseimbangan`."""
    day = f"-{key.day.replace('-', '')}" if key.day else ""
    again = f"-g{generation}" if generation > 1 else ""
    return f"{key.block}{day}{again}{UID_SUFFIX}"
