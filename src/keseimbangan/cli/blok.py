"""`imbang blok`: time blocks, single and recurring."""

from typing import Annotated, Any

from keseimbangan.cli import block_deeds as deeds
from keseimbangan.cli import block_options as options
from keseimbangan.cli import params
from keseimbangan.cli.block_extending import extend
from keseimbangan.cli.block_placing import Manner, make_room, make_room_for_series, manner
from keseimbangan.cli.block_scope import Choice, choose
from keseimbangan.cli.command import Group
from keseimbangan.cli.context import Context, Env, env_of
from keseimbangan.cli.outcome_options import AkhlakValues, akhlak_of
from keseimbangan.domain import blocks as domain
from keseimbangan.domain.blocks import Block, BlockKind
from keseimbangan.domain.period import DaySpan, day_of
from keseimbangan.errors.blocks import UntilWithoutRepeat
from keseimbangan.errors.usage import NothingToChange, OptionsConflict
from keseimbangan.i18n import _, ngettext
from keseimbangan.store.blocks import Blocks
from keseimbangan.store.database import Database
from keseimbangan.view.blocks import BlockCard, BlockList

group = Group(default="daftar")


@group.command("tambah", "add", help=_("Tambah blok waktu."))
def add(
    ctx: Context,
    title: options.Title,
    range_: options.Range,
    day: options.Day = None,
    element: options.Element = None,
    kind: options.Kind = None,
    task: options.Task = None,
    target: options.Target = None,
    location: options.Location = None,
    akhlak: AkhlakValues = None,
    note: options.Note = None,
    protected: options.Protected = None,
    repeat: options.Repeat = None,
    until: options.Until = None,
    stack: options.Stack = False,
    push: options.Push = False,
) -> None:
    from keseimbangan.cli.block_links import linked
    from keseimbangan.cli.block_load import overload_by
    from keseimbangan.domain.times import parse_time_range

    env = env_of(ctx)
    how = manner(stack=stack, push=push)
    period = parse_time_range(range_).on(env.day(day), env.zone)
    kind = kind or BlockKind.OTHER
    block = Block(
        number=None,
        uid=env.new_uid(),
        title=title,
        starts_at=period.start,
        ends_at=period.end,
        zone=env.zone,
        element=element or domain.natural_element(kind),
        kind=kind,
        # A family evening is the first thing that gives way unless something holds it (seed 001).
        protected=kind is BlockKind.FAMILY if protected is None else protected,
        location=location,
        task=task,
        target=target,
        akhlak=akhlak_of(akhlak) or (),
        note=note,
    )
    block = _repeating(env, block, repeat, until)
    with env.changing() as db:
        block, pushed = _placed(env, db, linked(db, block, element_given=element is not None), how)
        remark = overload_by(env, db, block)
    env.show(BlockCard(block, env.zone, _("Blok ditambahkan."), pushed))
    if remark:
        env.note(remark)


@group.command("daftar", "list", help=_("Blok pada sebuah hari, pekan, atau rentang."))
def list_(
    ctx: Context,
    day: Annotated[
        str | None, params.day_option(_("Hari yang dilihat; bila kosong, hari ini."))
    ] = None,
    week: Annotated[
        str | None,
        params.option("minggu", "week", help=_("Pekan itu."), metavar=_("PEKAN")),
    ] = None,
    first: Annotated[
        str | None, params.option("dari", "from", help=_("Hari pertama."), metavar=_("TANGGAL"))
    ] = None,
    last: Annotated[
        str | None, params.option("sampai", "to", help=_("Hari terakhir."), metavar=_("TANGGAL"))
    ] = None,
    series: Annotated[
        bool,
        params.option("rangkaian", "series", help=_("Hanya rangkaian yang berulang.")),
    ] = False,
) -> None:
    env = env_of(ctx)
    _require_one({_("--hari"): day, _("--minggu"): week, _("--dari"): first or last})
    if series:
        return _list_series(env)
    span = _span(env, day, week, first, last)
    with env.reading() as db:
        blocks = Blocks(db).on(span)
    return env.show(BlockList(blocks, env.zone))


@group.command("lihat", "show", help=_("Satu blok, lengkap."))
def show(ctx: Context, number: options.Number, on: options.On = None) -> None:
    env = env_of(ctx)
    day = env.optional_day(on)
    with env.reading() as db:
        shelf = Blocks(db)
        block = shelf.get(number) if day is None else choose(env, db, number, Choice(day)).block
        minutes = shelf.focused_minutes(block)
    env.show(BlockCard(block, env.zone, focused_minutes=minutes))


@group.command("ubah", "edit", help=_("Ubah isi, jam, hari, atau pengulangan sebuah blok."))
def change(
    ctx: Context,
    number: options.Number,
    title: options.NewTitle = None,
    range_: options.NewRange = None,
    day: options.NewDay = None,
    element: options.Element = None,
    kind: options.Kind = None,
    task: options.Task = None,
    target: options.Target = None,
    location: options.Location = None,
    akhlak: AkhlakValues = None,
    note: options.Note = None,
    protected: options.Protected = None,
    repeat: options.Repeat = None,
    until: options.Until = None,
    reopen: options.Reopen = False,
    on: options.On = None,
    following: options.Following = False,
    whole: options.Whole = False,
    stack: options.Stack = False,
    push: options.Push = False,
) -> None:
    from keseimbangan.cli.block_changes import apply
    from keseimbangan.domain.block_changes import Change
    from keseimbangan.domain.repeats import parse_repeat
    from keseimbangan.domain.times import parse_time_range

    env = env_of(ctx)
    fields = {
        "title": title,
        "element": element,
        "kind": kind,
        "task": task,
        "target": target,
        "location": location,
        "akhlak": akhlak_of(akhlak),
        "note": note,
        "protected": protected,
    }
    asked = Change(
        fields={name: value for name, value in fields.items() if value is not None},
        replan=reopen,
        day=env.optional_day(day),
        range=None if range_ is None else parse_time_range(range_),
        rule=None if repeat is None else parse_repeat(repeat),
        until=env.optional_day(until),
    )
    if asked.empty:
        raise NothingToChange(_("imbang blok ubah"))
    choice = Choice(env.optional_day(on), following, whole)
    how = manner(stack=stack, push=push)
    with env.changing() as db:
        done = apply(env, db, number, choice, asked, how)
    env.show(BlockCard(done.block, env.zone, _("Blok diubah."), done.pushed))
    if done.dropped:
        env.note(_dropped_sentence(done.dropped))


group.command("geser", "move", help=_("Geser blok: +30m, jam mulai baru, atau rentang baru."))(
    deeds.move
)
group.command("lanjut", "extend", help=_("Perpanjang blok; yang sesudahnya menyesuaikan."))(extend)
group.command("selesai", "done", help=_("Tandai selesai, bila perlu dengan jam sebenarnya."))(
    deeds.complete
)
group.command("lewati", "skip", help=_("Tandai dilewati; waktunya kembali kosong."))(deeds.skip)
group.command("hapus", "delete", help=_("Hapus blok: sekali, sejak itu, atau seluruhnya."))(
    deeds.delete
)
group.command("templat", "template", help=_("Pasang templat hari; tanpa nama: daftar templat."))(
    deeds.template
)


def _repeating(env: Env, block: Block, repeat: str | None, until: str | None) -> Block:
    if repeat is None:
        if until is not None:
            raise UntilWithoutRepeat
        return block
    from keseimbangan.domain.block_changes import repeating
    from keseimbangan.domain.repeats import parse_repeat

    return repeating(block, parse_repeat(repeat), env.optional_day(until))


def _placed(env: Env, db: Database, block: Block, how: Manner) -> tuple[Block, list[Block]]:
    if block.rule is None:
        pushed = make_room(env, db, block, how)
        return Blocks(db).add(block), pushed
    series = Blocks(db).add(block)
    return series, make_room_for_series(env, db, series, how)


def _require_one(given: dict[str, Any]) -> None:
    names = [name for name, value in given.items() if value is not None]
    if len(names) > 1:
        raise OptionsConflict(*names[:2])


def _span(
    env: Env, day: str | None, week: str | None, first: str | None, last: str | None
) -> DaySpan:
    if week is not None:
        return env.week(week)
    if first is not None or last is not None:
        return params.day_span(env, first, last)
    return day_of(env.day(day))


def _list_series(env: Env) -> None:
    from keseimbangan.view.blocks import SeriesList

    with env.reading() as db:
        found = Blocks(db).series_from(env.today())
    env.show(SeriesList(found, env.zone))


def _dropped_sentence(n: int) -> str:
    return ngettext(
        "{n} perubahan sekali yang tidak lagi termasuk rangkaian ikut dihapus.",
        "{n} perubahan sekali yang tidak lagi termasuk rangkaian ikut dihapus.",
        n,
    ).format(n=n)
