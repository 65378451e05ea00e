"""Putting a block into the day: refused, beside what is there, or with what is there pushed on."""

from collections.abc import Collection
from datetime import timedelta
from typing import NamedTuple

from keseimbangan.cli.context import Env
from keseimbangan.domain.blocks import Block
from keseimbangan.domain.period import DaySpan, Period
from keseimbangan.domain.timeline import first_clash, first_in_the_way, push
from keseimbangan.errors.blocks import Occupied
from keseimbangan.store.blocks import Blocks
from keseimbangan.store.database import Database

# A new series is held against the blocks of this long: a year shows every weekly clash and most
# monthly ones, and is expanded in a blink.
SERIES_HORIZON = timedelta(days=366)


class Manner(NamedTuple):
    """What to do about an overlap: `stack` keeps both, `push` moves the later ones."""

    stack: bool = False
    push: bool = False


def make_room(env: Env, db: Database, block: Block, manner: Manner) -> list[Block]:
    """The blocks that were pushed to make room; raises Occupied when nothing may be."""
    if manner.stack:
        return []
    shelf = Blocks(db)
    if not manner.push:
        _refuse_if(first_in_the_way(block, shelf.during(block.period)))
        return []
    others = shelf.on(DaySpan(block.day, block.wall.end.date() + timedelta(days=1)))
    return [_keep(env, shelf, moved) for moved in push(block, others, env.now())]


def require_free(shelf: Blocks, series: Block, own: Collection[int | None] = ()) -> None:
    """Raise Occupied when an occurrence of a series meets another block.

    `own` are the numbers of series that are itself, under another number or with another rule.
    """
    from keseimbangan.domain.recurrence import occurrences

    start = series.wall.start
    span = Period(start, start + SERIES_HORIZON)
    candidates = occurrences(series, span)
    days = DaySpan(start.date(), (span.end + timedelta(days=1)).date())
    itself = {*own, series.number} - {None}
    others = [b for b in shelf.on(days) if not {b.number, b.series} & itself]
    _refuse_if(first_clash(candidates, others))


def _refuse_if(taken: Block | None) -> None:
    if taken is not None:
        raise Occupied(taken.number or 0, taken.title, taken.wall.start, taken.wall.end)


def _keep(env: Env, shelf: Blocks, block: Block) -> Block:
    from keseimbangan.domain.recurrence import as_changed

    return shelf.save(as_changed(block, env.new_uid()) if block.series else block)
