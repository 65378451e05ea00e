"""`imbang blok lanjut`: a block takes longer than planned, and what follows flows on."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Annotated

from keseimbangan.cli import params
from keseimbangan.cli.context import Context, Env, env_of
from keseimbangan.domain.blocks import Block, BlockStatus
from keseimbangan.i18n import _
from keseimbangan.store.database import Database

DAY_MINUTES = 24 * 60
# An overrun is often noticed a little after the end.
NOTICED = timedelta(hours=1)

Words = Annotated[
    list[str],
    params.argument(
        _("[NOMOR] LAMA"), help=_("Lama tambahannya; tanpa nomor: blok yang sedang berjalan.")
    ),
]
Preview = Annotated[bool, params.preview_option()]


def extend(ctx: Context, words: Words, preview: Preview = False) -> None:
    """`lanjut`."""
    from keseimbangan.cli.reflowing import flow_around, keep
    from keseimbangan.errors.usage import TooManyWords
    from keseimbangan.store.blocks import Blocks
    from keseimbangan.view.reflow import FlowScreen

    env = env_of(ctx)
    if len(words) > 2:
        raise TooManyWords(ctx.command_path, words[2])
    number, minutes = _read(words)
    with env.reading() if preview else env.changing() as db:
        before = _meant(env, db, number)
        after = _longer(before, minutes)
        flow = flow_around(env, db, after, own=before)
        if not preview:
            flow, after = keep(env, db, flow), Blocks(db).keep(after, env.new_uid())
    env.show(FlowScreen("block", after, flow, env.zone, _("Blok diperpanjang."), preview=preview))


def _read(words: list[str]) -> tuple[int | None, int]:
    """A number and a length of time, or the latter alone, which then needs its unit."""
    from keseimbangan.errors.interrupting import NumberOrMinutes

    if len(words) == 1 and words[0].strip().isdecimal():
        raise NumberOrMinutes(words[0].strip())
    number = params.whole_number(1)(words[0]) if len(words) == 2 else None
    return number, params.duration(1, DAY_MINUTES)(words[-1])


def _meant(env: Env, db: Database, number: int | None) -> Block:
    """The block of a number, today's of a series; else the one that runs or has just ended."""
    from keseimbangan.cli.block_scope import Choice, choose
    from keseimbangan.errors.interrupting import NothingRuns, NotPlannedAnyMore

    if number is None:
        if (running := _running(env.now(), db)) is None:
            raise NothingRuns
        return running
    block = choose(env, db, number, Choice(), today=True).block
    if block.status is not BlockStatus.PLANNED:
        raise NotPlannedAnyMore(number, block.title)
    return block


def _running(now: datetime, db: Database) -> Block | None:
    from keseimbangan.domain.period import Period
    from keseimbangan.store.blocks import Blocks, running_block

    if running := running_block(db, now):
        return running
    near = Blocks(db).during(Period(now - NOTICED, now))
    ended = [b for b in near if b.status is BlockStatus.PLANNED and b.ends_at <= now]
    return max(ended, key=lambda block: block.ends_at, default=None)


def _longer(block: Block, minutes: int) -> Block:
    """The block with more time; raises DurationOutOfBounds above a day."""
    from keseimbangan.errors.text import DurationOutOfBounds

    if block.minutes + minutes > DAY_MINUTES:
        raise DurationOutOfBounds(minutes, 1, DAY_MINUTES - block.minutes)
    return replace(block, ends_at=block.ends_at + timedelta(minutes=minutes))
