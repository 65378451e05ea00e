"""`imbang blok`: time blocks, single and recurring."""

from datetime import date
from typing import Annotated, Any

from keseimbangan.cli import params
from keseimbangan.cli.block_placing import Manner, make_room, require_free
from keseimbangan.cli.block_scope import Choice, Chosen, Scope, choose
from keseimbangan.cli.command import Group
from keseimbangan.cli.context import Context, Env, env_of
from keseimbangan.domain import blocks as domain
from keseimbangan.domain.blocks import Block, BlockKind
from keseimbangan.domain.period import Period, day_of
from keseimbangan.errors.usage import NothingToChange, OptionsConflict
from keseimbangan.i18n import _
from keseimbangan.store.blocks import Blocks
from keseimbangan.store.database import Database
from keseimbangan.view.blocks import BlockCard, BlockList

group = Group(default="daftar")

Number = Annotated[
    int,
    params.argument(
        _("NOMOR"), help=_("Nomor blok."), parser=params.whole_number(1), complete=params.blocks
    ),
]
Title = Annotated[str, params.argument(_("JUDUL"), help=_("Judul blok."), parser=params.title)]
NewTitle = Annotated[
    str | None,
    params.option("judul", "title", help=_("Judul baru."), metavar=_("TEKS"), parser=params.title),
]
RangeHelp = _("Jam mulai dan selesai, misalnya 08.00-10.00.")
Day = Annotated[str | None, params.day_option(_("Hari blok; tanpa ini hari ini."))]
NewDay = Annotated[str | None, params.day_option(_("Pindahkan ke hari ini."))]
On = Annotated[
    str | None,
    params.option("pada", "on", help=_("Yang mana dari blok berulang."), metavar=_("TANGGAL")),
]
Following = Annotated[
    bool, params.option("seterusnya", "following", help=_("Yang ini dan semua sesudahnya."))
]
Whole = Annotated[bool, params.option("semua", "all", help=_("Seluruh rangkaian berulang."))]
ElementOption = Annotated[Any, params.element_option()]
Kind = Annotated[Any, params.kind_option()]
Location = Annotated[Any, params.location_option()]
Task = Annotated[int | None, params.task_option()]
Target = Annotated[int | None, params.target_option()]
Note = Annotated[str | None, params.note_option()]
Protected = Annotated[
    bool | None,
    params.option(
        "kunci/tanpa-kunci",
        "protected/unprotected",
        help=_("Terkunci: tidak pernah digeser oleh blok lain."),
    ),
]
Repeat = Annotated[
    str | None,
    params.option(
        "ulang", "repeat", help=_('Pengulangan, misalnya "tiap senin".'), metavar=_("TEKS")
    ),
]
Until = Annotated[
    str | None,
    params.option("sampai", "until", help=_("Hari terakhir pengulangan."), metavar=_("TANGGAL")),
]
Stack = Annotated[bool, params.option("tumpuk", "stack", help=_("Biarkan bertumpuk."))]
Push = Annotated[bool, params.option("geser", "push", help=_("Geser blok lain yang sesudahnya."))]


@group.command("tambah", "add", help=_("Tambah blok waktu."))
def add(
    ctx: Context,
    title: Title,
    range_: Annotated[str, params.argument(_("RENTANG"), help=RangeHelp)],
    day: Day = None,
    element: ElementOption = None,
    kind: Kind = None,
    task: Task = None,
    target: Target = None,
    location: Location = None,
    note: Note = None,
    protected: Protected = None,
    repeat: Repeat = None,
    until: Until = None,
    stack: Stack = False,
    push: Push = False,
) -> None:
    from keseimbangan.cli.block_links import linked

    env = env_of(ctx)
    manner = _manner(stack, push)
    period = _period(env, range_, env.day(day))
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
        note=note,
    )
    block = _repeating(env, block, repeat, until, manner)
    with env.changing() as db:
        block = linked(db, block, element_given=element is not None)
        pushed = _place(env, db, block, manner)
        block = Blocks(db).add(block)
    env.show(BlockCard(block, env.zone, _("Blok ditambahkan."), pushed))


@group.command("daftar", "list", help=_("Blok pada sebuah hari, pekan, atau rentang."))
def list_(
    ctx: Context,
    day: Annotated[str | None, params.day_option(_("Hari itu; tanpa ini hari ini."))] = None,
    week: Annotated[
        str | None,
        params.option("pekan", "week", help=_("Pekan itu."), metavar=_("PEKAN")),
    ] = None,
    first: Annotated[
        str | None, params.option("dari", "from", help=_("Dari hari."), metavar=_("TANGGAL"))
    ] = None,
    last: Annotated[
        str | None, params.option("sampai", "to", help=_("Sampai hari."), metavar=_("TANGGAL"))
    ] = None,
    series: Annotated[
        bool,
        params.option("rangkaian", "series", help=_("Hanya rangkaian yang berulang.")),
    ] = False,
) -> None:
    from keseimbangan.cli.params import day_span

    env = env_of(ctx)
    if series:
        return _list_series(env)
    if week is not None:
        span = env.week(week)
    elif first is not None or last is not None:
        span = day_span(env, first, last)
    else:
        span = day_of(env.day(day))
    with env.reading() as db:
        blocks = Blocks(db).on(span)
    return env.show(BlockList(blocks, env.zone))


@group.command("lihat", "show", help=_("Satu blok, lengkap."))
def show(ctx: Context, number: Number, on: On = None) -> None:
    env = env_of(ctx)
    day = env.optional_day(on)
    with env.reading() as db:
        shelf = Blocks(db)
        block = shelf.get(number)
        if day is not None:
            block = choose(env, db, number, Choice(on=day)).block
        minutes = shelf.focused_minutes(block)
    env.show(BlockCard(block, env.zone, focused_minutes=minutes))


@group.command("ubah", "edit", help=_("Ubah isi, jam, hari, atau pengulangan sebuah blok."))
def change(
    ctx: Context,
    number: Number,
    title: NewTitle = None,
    range_: Annotated[
        str | None, params.option("rentang", "range", help=RangeHelp, metavar=_("RENTANG"))
    ] = None,
    day: NewDay = None,
    element: ElementOption = None,
    kind: Kind = None,
    task: Task = None,
    target: Target = None,
    location: Location = None,
    note: Note = None,
    protected: Protected = None,
    repeat: Repeat = None,
    until: Until = None,
    replan: Annotated[
        bool, params.option("buka", "reopen", help=_("Kembalikan menjadi terencana."))
    ] = False,
    on: On = None,
    following: Following = False,
    whole: Whole = False,
    stack: Stack = False,
    push: Push = False,
) -> None:
    from keseimbangan.cli.block_changes import Change, apply

    env = env_of(ctx)
    given: dict[str, Any] = {
        "title": title,
        "element": element,
        "kind": kind,
        "task": task,
        "target": target,
        "location": location,
        "note": note,
        "protected": protected,
    }
    fields = {name: value for name, value in given.items() if value is not None}
    asked = Change(fields, range_, env.optional_day(day), repeat, env.optional_day(until), replan)
    if asked.empty:
        raise NothingToChange("imbang blok ubah")
    choice = Choice(env.optional_day(on), following, whole)
    with env.changing() as db:
        block, pushed = apply(env, db, number, choice, asked, _manner(stack, push))
    env.show(BlockCard(block, env.zone, _("Blok diubah."), pushed))


@group.command("geser", "move", help=_("Geser blok: +30m, jam mulai baru, atau rentang baru."))
def move(
    ctx: Context,
    number: Number,
    to: Annotated[
        str | None,
        params.argument(_("KE"), help=_("+30m, 10.00, atau 10.00-11.30.")),
    ] = None,
    earlier: Annotated[
        int | None,
        params.option(
            "lebih-awal",
            "earlier",
            help=_("Majukan selama ini."),
            metavar=_("LAMA"),
            parser=params.duration(),
        ),
    ] = None,
    day: NewDay = None,
    on: On = None,
    stack: Stack = False,
    push: Push = False,
) -> None:
    from keseimbangan.cli.block_changes import move_to

    env = env_of(ctx)
    target = env.optional_day(day)
    if to is None and earlier is None and target is None:
        raise NothingToChange("imbang blok geser")
    manner = _manner(stack, push)
    with env.changing() as db:
        chosen = choose(env, db, number, Choice(env.optional_day(on)), today=True)
        block = move_to(chosen.block, to, earlier, target)
        pushed = make_room(env, db, block, manner)
        block = _keep(env, db, Chosen(block, Scope.ONE))
    env.show(BlockCard(block, env.zone, _("Blok digeser."), pushed))


@group.command("selesai", "done", help=_("Tandai selesai, bila perlu dengan jam sebenarnya."))
def complete(
    ctx: Context,
    number: Number,
    actual: Annotated[
        str | None,
        params.option(
            "nyata", "actual", help=_("Jam pelaksanaan yang sebenarnya."), metavar=_("RENTANG")
        ),
    ] = None,
    on: On = None,
) -> None:
    env = env_of(ctx)
    with env.changing() as db:
        chosen = choose(env, db, number, Choice(env.optional_day(on)), today=True)
        ran = _period(env, actual, chosen.block.day, chosen.block.zone) if actual else None
        done = domain.complete(chosen.block, env.now(), ran)
        block = _keep(env, db, chosen._replace(block=done))
    env.show(BlockCard(block, env.zone, _("Blok selesai.")))
    if block.task:
        env.note(_("Bila tugasnya juga selesai: imbang tugas selesai {n}").format(n=block.task))


@group.command("lewati", "skip", help=_("Tandai dilewati; waktunya kembali kosong."))
def skip(ctx: Context, number: Number, on: On = None) -> None:
    env = env_of(ctx)
    with env.changing() as db:
        chosen = choose(env, db, number, Choice(env.optional_day(on)), today=True)
        block = _keep(env, db, chosen._replace(block=domain.skip(chosen.block)))
    env.show(BlockCard(block, env.zone, _("Blok dilewati.")))


@group.command("hapus", "delete", help=_("Hapus blok: sekali, sejak itu, atau seluruhnya."))
def delete(
    ctx: Context,
    number: Number,
    on: On = None,
    following: Following = False,
    whole: Whole = False,
    yes: Annotated[bool, params.yes_option()] = False,
) -> None:
    from keseimbangan.cli.block_changes import delete_question, remove
    from keseimbangan.cli.prompts import confirm

    env = env_of(ctx)
    choice = Choice(env.optional_day(on), following, whole)
    with env.reading() as db:
        question = delete_question(db, choose(env, db, number, choice))
    if not yes and not confirm(env, question):
        return env.note(_("Tidak ada yang dihapus."))
    with env.changing() as db:
        chosen = choose(env, db, number, choice)
        remove(env, db, chosen)
    return env.show(BlockCard(chosen.block, env.zone, _("Blok dihapus.")))


@group.command("templat", "template", help=_("Pasang templat hari; tanpa nama: daftar templat."))
def template(
    ctx: Context,
    name: Annotated[
        str | None, params.argument(_("NAMA"), help=_("Nama templat, misalnya A."))
    ] = None,
    day: Day = None,
    stack: Stack = False,
    fill: Annotated[
        bool, params.option("isi-celah", "fill-gaps", help=_("Hanya di waktu yang masih kosong."))
    ] = False,
) -> None:
    from keseimbangan.cli.block_templates import place, show_templates

    env = env_of(ctx)
    if stack and fill:
        raise OptionsConflict(_("--tumpuk"), _("--isi-celah"))
    if name is None:
        return show_templates(env)
    return place(env, name, env.day(day), stack=stack, fill=fill)


def _list_series(env: Env) -> None:
    from keseimbangan.view.blocks import SeriesList

    with env.reading() as db:
        found = Blocks(db).series_from(env.today())
    env.show(SeriesList(found, env.zone))


def _manner(stack: bool, push: bool) -> Manner:
    if stack and push:
        raise OptionsConflict(_("--tumpuk"), _("--geser"))
    return Manner(stack, push)


def _period(env: Env, text: str, day: date, zone: str | None = None) -> Period:
    from keseimbangan.domain.times import parse_time_range

    return parse_time_range(text).on(day, zone or env.zone)


def _place(env: Env, db: Database, block: Block, manner: Manner) -> list[Block]:
    if block.rule is None:
        return make_room(env, db, block, manner)
    if not manner.stack:
        require_free(Blocks(db), block)
    return []


def _repeating(
    env: Env, block: Block, repeat: str | None, until: str | None, manner: Manner
) -> Block:
    from keseimbangan.cli.block_changes import with_rule

    if repeat is None:
        if until is not None:
            raise OptionsConflict(_("--sampai"), _("tanpa --ulang"))
        return block
    if manner.push:
        raise OptionsConflict(_("--ulang"), _("--geser"))
    return with_rule(block, repeat, env.optional_day(until))


def _keep(env: Env, db: Database, chosen: Chosen) -> Block:
    from keseimbangan.domain.recurrence import as_changed

    block = chosen.block
    return Blocks(db).save(as_changed(block, env.new_uid()) if block.series else block)
