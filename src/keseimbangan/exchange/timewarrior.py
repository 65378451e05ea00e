"""`timew export` of Timewarrior 1.x: a JSON list of intervals with `start`, `end`, `tags`.

Instants are `20160405T222500Z`. `id` counts from the newest interval and so changes with every new
one; intervals never overlap, so the start is what tells them apart. `annotation` came with 1.2.
An interval without `end` is being tracked. What was tracked becomes a block that is done.
"""

from datetime import datetime
from pathlib import Path
from typing import Any

from keseimbangan.domain.arrivals import (
    Arrivals,
    SkipReason,
    element_of,
    note_of,
    title_and_rest,
)
from keseimbangan.domain.blocks import LONGEST, Block, BlockKind, BlockStatus
from keseimbangan.errors.exchange import ForeignFileBroken
from keseimbangan.exchange.foreign import (
    compact_instant,
    derived_uid,
    filled,
    listed,
    load,
    text,
    texts,
)
from keseimbangan.i18n import _

_READ = ("id", "start", "end", "tags", "annotation")


def read(path: Path, zone: str) -> Arrivals:
    """The intervals of a file as blocks of a zone."""
    broken = ForeignFileBroken(path, "Timewarrior", _("`timew export > waktu.json`"))
    document = load(path, broken)
    found = listed(document) if isinstance(document, list) else []
    if document != [] and not any("start" in row for row in found):
        raise broken
    arrivals = Arrivals()
    for position, row in enumerate(found, 1):
        _take(arrivals, position, row, zone)
    return arrivals


def _take(arrivals: Arrivals, position: int, row: dict[str, Any], zone: str) -> None:
    tags = texts(row, "tags")
    title, whole = title_and_rest(text(row, "annotation") or ", ".join(tags) or "Timewarrior")
    start, end = compact_instant(row, "start"), compact_instant(row, "end")
    reason = _obstacle(row, start, end)
    if reason is not None or start is None or end is None:
        arrivals.skip(position, title, reason or SkipReason.NO_TIME)
        return
    block = Block(
        number=None,
        uid=derived_uid("timewarrior", text(row, "start")),
        title=title or "Timewarrior",
        starts_at=start,
        ends_at=end,
        zone=zone,
        element=element_of(*tags),
        kind=BlockKind.OTHER,
        status=BlockStatus.DONE,
        note=note_of(whole, ", ".join(tags) if text(row, "annotation") else None),
    )
    arrivals.take_block(position, block, end)
    arrivals.leave_fields(filled(row, (name for name in row if name not in _READ)))


def _obstacle(
    row: dict[str, Any], start: datetime | None, end: datetime | None
) -> SkipReason | None:
    if start is not None and "end" not in row:
        return SkipReason.RUNNING
    if start is None or end is None:
        return SkipReason.NO_TIME
    if end <= start:
        return SkipReason.BACKWARDS
    return SkipReason.TOO_LONG if end - start > LONGEST else None
