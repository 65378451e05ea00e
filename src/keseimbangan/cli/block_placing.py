"""Putting a block into the day: refused, beside what is there, or with what is there pushed on."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from keseimbangan.cli.context import Env
from keseimbangan.domain.blocks import LONGEST, Block
from keseimbangan.domain.period import DaySpan, Period
from keseimbangan.domain.timeline import first_clash, first_in_the_way, push, same, takes_time
from keseimbangan.errors.blocks import Occupied
from keseimbangan.errors.usage import OptionsConflict
from keseimbangan.i18n import _
from keseimbangan.store.blocks import Blocks
from keseimbangan.store.database import Database

# A series is held against the blocks of this long: a year shows every weekly clash and most
# monthly ones, and is expanded in a blink.
SERIES_HORIZON = timedelta(days=366)


class Manner(NamedTuple):
    """What to do about an overlap: `stack` keeps both, `push` moves the later ones."""

    stack: bool = False
    push: bool = False


def manner(*, stack: bool, push: bool) -> Manner:
    """The two options as one value; raises OptionsConflict."""
    if stack and push:
        raise OptionsConflict(_("--tumpuk"), _("--geser"))
    return Manner(stack, push)


def make_room(env: Env, db: Database, block: Block, manner: Manner) -> list[Block]:
    """The blocks that were pushed for a single block; raises Occupied and NoRoomToPush."""
    if manner.stack or not takes_time(block):
        return []
    shelf = Blocks(db)
    if not manner.push:
        _refuse_if(env, first_in_the_way(block, shelf.during(block.period)))
        return []
    # Whatever is pushed stays on its day, but what it then meets may reach into the next one.
    around = Period(block.starts_at - LONGEST, block.ends_at + 2 * LONGEST)
    return _kept(env, shelf, push(block, shelf.during(around), env.now()))


def make_room_for_series(env: Env, db: Database, series: Block, manner: Manner) -> list[Block]:
    """The same for the untouched occurrences of a series, which is already kept, for a year."""
    if manner.stack:
        return []
    shelf = Blocks(db)
    found = shelf.on(_horizon(env, series))
    own = [block for block in found if block.number == series.number]
    others = [block for block in found if series.number not in (block.number, block.series)]
    if not manner.push:
        _refuse_if(env, first_clash(own, others))
        return []
    return _kept(env, shelf, _pushed_by_each(env, own, others))


def _horizon(env: Env, series: Block) -> DaySpan:
    # What lies behind cannot be in anybody's way any more.
    first = max(series.day, env.today())
    return DaySpan(first, first + SERIES_HORIZON)


def _pushed_by_each(env: Env, own: Sequence[Block], others: Sequence[Block]) -> list[Block]:
    # Occurrences of the series itself stand firm: what one pushes may not land on the next.
    firm = [replace(block, protected=True) for block in own]
    moved: list[Block] = []
    for block in own:
        if first_in_the_way(block, others):
            near = [o for o in [*others, *firm] if _near(o, block)]
            pushed = push(block, near, env.now())
            others, moved = _with(others, pushed), [*_without(moved, pushed), *pushed]
    return moved


def _near(one: Block, other: Block) -> bool:
    reach = 2 * LONGEST
    return other.starts_at - reach < one.starts_at < other.ends_at + reach


def _with(blocks: Iterable[Block], placed: Sequence[Block]) -> list[Block]:
    return [*_without(blocks, placed), *placed]


def _without(blocks: Iterable[Block], placed: Sequence[Block]) -> list[Block]:
    return [b for b in blocks if not any(same(b, other) for other in placed)]


def _refuse_if(env: Env, taken: Block | None) -> None:
    if taken is None:
        return
    zone = None if taken.zone == env.zone else taken.zone
    raise Occupied(taken.number or 0, taken.title, taken.wall.start, taken.wall.end, zone)


def _kept(env: Env, shelf: Blocks, pushed: Iterable[Block]) -> list[Block]:
    return [shelf.keep(block, env.new_uid()) for block in pushed]
