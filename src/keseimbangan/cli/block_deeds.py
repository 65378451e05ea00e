"""What happens to a block in the course of the day: moved, done, skipped, deleted."""

from contextlib import suppress
from datetime import date
from typing import Annotated, Any

from keseimbangan.cli import block_options as options
from keseimbangan.cli import outcome_options, params
from keseimbangan.cli.block_placing import manner
from keseimbangan.cli.block_scope import Choice, choose
from keseimbangan.cli.context import Context, env_of
from keseimbangan.domain import blocks as domain
from keseimbangan.domain.blocks import Block
from keseimbangan.domain.period import ONE_DAY, Period
from keseimbangan.domain.times import TimeRange
from keseimbangan.errors.usage import NothingToChange, OptionsConflict
from keseimbangan.i18n import _
from keseimbangan.store.blocks import Blocks
from keseimbangan.store.database import Database
from keseimbangan.view.blocks import BlockCard


def move(
    ctx: Context,
    number: options.Number,
    to: options.To = None,
    earlier: options.Earlier = None,
    day: options.NewDay = None,
    on: options.On = None,
    following: options.Following = False,
    whole: options.Whole = False,
    stack: options.Stack = False,
    push: options.Push = False,
) -> None:
    """`geser`."""
    from keseimbangan.cli.block_changes import apply
    from keseimbangan.domain.block_changes import Change

    env = env_of(ctx)
    if to is not None and earlier is not None:
        raise OptionsConflict(_("KE"), _("--lebih-awal"))
    parts: dict[str, Any] = {"minutes": -(earlier or 0)} if to is None else _target(to)
    change = Change(day=env.optional_day(day), **parts)
    if change.empty:
        raise NothingToChange(_("imbang blok geser"))
    choice = Choice(env.optional_day(on), following, whole)
    how = manner(stack=stack, push=push)
    with env.changing() as db:
        outcome = apply(env, db, number, choice, change, how, today=True)
    env.show(BlockCard(outcome.block, env.zone, _("Blok digeser."), outcome.pushed))


def complete(
    ctx: Context,
    number: options.Number,
    actual: options.Actual = None,
    result: outcome_options.Result = None,
    evidence: outcome_options.Evidence = None,
    realised: outcome_options.Realised = None,
    indicator: outcome_options.Indicator = None,
    akhlak: outcome_options.AkhlakValues = None,
    on: options.On = None,
    yes: outcome_options.Yes = False,
) -> None:
    """`selesai`."""
    from keseimbangan.cli.outcomes import Told, completed, progress_sentence, settled
    from keseimbangan.domain.outcomes import recorded
    from keseimbangan.domain.times import parse_time_range

    env = env_of(ctx)
    ran = None if actual is None else parse_time_range(actual)
    choice = Choice(env.optional_day(on))
    told = Told(result, evidence, realised, indicator, akhlak)

    def done(db: Database) -> Block:
        block = choose(env, db, number, choice, today=True).block
        return domain.complete(block, env.now(), ran and _ran(block, ran))

    if env.interactive and not yes:
        with env.reading() as db:
            block = done(db)
            settled(db, block, told)
        told = completed(env, block, told)
    with env.changing() as db:
        block = done(db)
        outcome = settled(db, block, told)
        block = Blocks(db).keep(recorded(block, outcome), env.new_uid())
        remark = progress_sentence(db, outcome)
    env.show(BlockCard(block, env.zone, _("Blok selesai.")))
    if remark:
        env.note(remark)
    if block.task:
        env.note(_("Bila tugasnya juga selesai: imbang tugas selesai {n}").format(n=block.task))


def skip(ctx: Context, number: options.Number, on: options.On = None) -> None:
    """`lewati`."""
    env = env_of(ctx)
    choice = Choice(env.optional_day(on))
    with env.changing() as db:
        block = choose(env, db, number, choice, today=True).block
        block = Blocks(db).keep(domain.skip(block), env.new_uid())
    env.show(BlockCard(block, env.zone, _("Blok dilewati.")))


def delete(
    ctx: Context,
    number: options.Number,
    on: options.On = None,
    following: options.Following = False,
    whole: options.Whole = False,
    yes: Annotated[bool, params.yes_option()] = False,
) -> None:
    """`hapus`."""
    from keseimbangan.cli.block_changes import delete_question, remove
    from keseimbangan.cli.prompts import confirm
    from keseimbangan.view.deleted import Deleted

    env = env_of(ctx)
    choice = Choice(env.optional_day(on), following, whole)
    with env.reading() as db:
        question = delete_question(db, choose(env, db, number, choice))
    if not yes and not confirm(env, question):
        return env.note(_("Tidak ada yang dihapus."))
    with env.changing() as db:
        chosen = choose(env, db, number, choice)
        remove(env, db, chosen)
    return env.show(Deleted(BlockCard(chosen.block, env.zone, _("Blok dihapus."))))


def template(
    ctx: Context,
    name: Annotated[
        str | None, params.argument(_("NAMA"), help=_("Nama templat, misalnya A."))
    ] = None,
    day: options.Day = None,
    stack: options.Stack = False,
    fill: Annotated[
        bool, params.option("isi-celah", "fill-gaps", help=_("Hanya di waktu yang masih kosong."))
    ] = False,
) -> None:
    """`templat`."""
    from keseimbangan.cli.block_templates import place, show_templates

    env = env_of(ctx)
    if stack and fill:
        raise OptionsConflict(_("--tumpuk"), _("--isi-celah"))
    if name is None:
        return show_templates(env)
    return place(env, name, env.day(day), stack=stack, fill=fill)


def _target(to: str) -> dict[str, Any]:
    """`+30m`, `10.00` or `10.00-11.30` as parts of a change; raises UnreadableMove."""
    from keseimbangan.domain.times import parse_duration, parse_time, parse_time_range
    from keseimbangan.errors.blocks import UnreadableMove
    from keseimbangan.errors.text import UnreadableDuration, UnreadableRange, UnreadableTime

    try:
        if to.strip().startswith("+"):
            return {"minutes": parse_duration(to.strip()[1:])}
        with suppress(UnreadableTime):
            return {"start": parse_time(to)}
        return {"range": parse_time_range(to)}
    except (UnreadableDuration, UnreadableRange):
        raise UnreadableMove(to) from None


def _ran(block: Block, actual: TimeRange) -> Period:
    """When a block really ran: on its day, or, of a night, on the day on which it ends."""
    periods = [actual.on(day, block.zone) for day in _days(block)]
    return min(periods, key=lambda period: abs(period.start - block.starts_at))


def _days(block: Block) -> list[date]:
    nightly = block.wall.end.date() > block.day
    return [block.day, block.day + ONE_DAY] if nightly else [block.day]
