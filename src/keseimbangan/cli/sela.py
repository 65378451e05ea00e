"""`imbang sela`: an interruption, and the day that flows on around it."""

from datetime import timedelta
from typing import Annotated

from keseimbangan.cli import block_options as options
from keseimbangan.cli import params
from keseimbangan.cli.command import Entry
from keseimbangan.cli.context import Context, Env, env_of
from keseimbangan.domain.blocks import Block, BlockKind, BlockStatus, natural_element
from keseimbangan.domain.period import Period
from keseimbangan.i18n import _

LONGEST_WHILE = 12 * 60


def interrupt(
    ctx: Context,
    title: Annotated[
        str, params.argument(_("JUDUL"), help=_("Apa yang menyela."), parser=params.title)
    ],
    range_: Annotated[
        str,
        params.argument(
            _("RENTANG"), help=_("Jamnya, misalnya 10.00-10.30; atau lamanya, mulai sekarang: 30m.")
        ),
    ],
    requested_by: Annotated[
        str | None,
        params.option(
            "dari",
            "from",
            help=_("Siapa yang meminta."),
            metavar=_("SIAPA"),
            parser=params.short_text,
        ),
    ] = None,
    kind: options.Kind = None,
    day: options.Day = None,
    task: options.Task = None,
    target: options.Target = None,
    location: options.Location = None,
    note: options.Note = None,
    preview: Annotated[bool, params.preview_option()] = False,
) -> None:
    from keseimbangan.cli.block_links import linked
    from keseimbangan.cli.reflowing import flow_around, keep
    from keseimbangan.store.blocks import Blocks
    from keseimbangan.view.reflow import FlowScreen

    env = env_of(ctx)
    period = _period(env, range_, day)
    kind = kind or BlockKind.OTHER
    block = Block(
        number=None,
        uid=env.new_uid(),
        title=title,
        starts_at=period.start,
        ends_at=period.end,
        zone=env.zone,
        element=natural_element(kind),
        kind=kind,
        # What is told when it is over has happened as it is told.
        status=BlockStatus.DONE if period.end <= env.now() else BlockStatus.PLANNED,
        location=location,
        task=task,
        target=target,
        note=note,
        requested_by=requested_by,
    )
    with env.reading() if preview else env.changing() as db:
        block = linked(db, block, element_given=kind is not BlockKind.OTHER)
        flow = flow_around(env, db, block)
        if not preview:
            flow, block = keep(env, db, flow), Blocks(db).add(block)
    headline = _("Interupsi dicatat.")
    env.show(FlowScreen("interruption", block, flow, env.zone, headline, preview=preview))


def _period(env: Env, text: str, day: str | None) -> Period:
    """Hours of a day, or a while from now; raises DayIsOver where nothing can flow any more."""
    from keseimbangan.domain.times import parse_duration, parse_time_range
    from keseimbangan.errors.interrupting import (
        DayIsOver,
        UnreadableInterruption,
        WhileOfAnotherDay,
    )
    from keseimbangan.errors.text import UnreadableDuration, UnreadableRange

    when = env.day(day)
    try:
        period = parse_time_range(text).on(when, env.zone)
    except UnreadableRange:
        try:
            minutes = parse_duration(text, 1, LONGEST_WHILE)
        except UnreadableDuration:
            raise UnreadableInterruption(text) from None
        if when != env.today():
            raise WhileOfAnotherDay(when) from None
        now = env.now().replace(second=0)
        return Period(now, now + timedelta(minutes=minutes))
    if when < env.today() and period.end <= env.now():
        raise DayIsOver(when)
    return period


entry = Entry("sela", "interrupt", _("Catat interupsi; sisa hari menyesuaikan."), interrupt)
