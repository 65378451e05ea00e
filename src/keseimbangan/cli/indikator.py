"""`imbang indikator`: what a performance target is measured by."""

from dataclasses import replace
from typing import Annotated, Any

from keseimbangan.cli import params
from keseimbangan.cli import skp_options as given
from keseimbangan.cli.command import Group
from keseimbangan.cli.context import Context, env_of
from keseimbangan.domain.targets import Indicator, Progress, progress
from keseimbangan.errors.usage import NothingToChange
from keseimbangan.i18n import _, ngettext
from keseimbangan.store.database import Database
from keseimbangan.store.targets import Indicators, Targets
from keseimbangan.view.targets import IndicatorCard, IndicatorList

group = Group(default="daftar")


Number = Annotated[
    int,
    params.argument(
        _("NOMOR"),
        help=_("Nomor indikator."),
        parser=params.whole_number(1),
        complete=params.indicator_numbers,
    ),
]


@group.command("tambah", "add", help=_("Tambah indikator pada sebuah SKP."))
def add(
    ctx: Context,
    target: Annotated[
        int,
        params.argument(
            _("SKP"),
            help=_("Nomor SKP."),
            parser=params.whole_number(1),
            complete=params.target_numbers,
        ),
    ],
    name: Annotated[
        str,
        params.argument(
            _("NAMA"), help=_('Namanya, misalnya "Jumlah laporan".'), parser=params.title
        ),
    ],
    amount: given.Amount = None,
    unit: given.Unit = None,
    aspect: given.AspectWord = None,
) -> None:
    env = env_of(ctx)
    measure = given.measured(name, aspect, amount, unit)
    with env.changing() as db:
        Targets(db).get(target)
        indicator = Indicators(db).add(Indicator(None, env.new_uid(), target, **measure))
        one = _progress(db, indicator)
    env.show(IndicatorCard(one, _("Indikator ditambahkan.")))


@group.command("daftar", "list", help=_("Indikator dari SKP yang berlaku, dengan nomornya."))
def list_(ctx: Context) -> None:
    env = env_of(ctx)
    with env.reading() as db:
        targets = [target for target in Targets(db).all() if not target.archived]
        shelf = Indicators(db)
        found = shelf.of(target.number for target in targets)
        measures = progress(found, shelf.realisations(found) if found else ())
    env.show(IndicatorList(targets, measures))


@group.command("ubah", "edit", help=_("Ubah indikator."))
def change(
    ctx: Context,
    number: Number,
    name: Annotated[
        str | None,
        params.option("nama", "name", help=_("Nama baru."), metavar=_("TEKS"), parser=params.title),
    ] = None,
    amount: given.Amount = None,
    unit: given.Unit = None,
    aspect: given.NewAspect = None,
) -> None:
    env = env_of(ctx)
    asked: dict[str, Any] = {
        "name": name,
        "amount": amount.value if amount else None,
        "unit": given.one_unit(amount, unit),
        "aspect": aspect,
    }
    changes = {field: value for field, value in asked.items() if value is not None}
    if not changes:
        raise NothingToChange(_("imbang indikator ubah"))
    with env.changing() as db:
        shelf = Indicators(db)
        one = _progress(db, shelf.save(replace(shelf.get(number), **changes)))
    env.show(IndicatorCard(one, _("Indikator diubah.")))


@group.command("hapus", "delete", help=_("Hapus indikator."))
def delete(ctx: Context, number: Number, yes: Annotated[bool, params.yes_option()] = False) -> None:
    from keseimbangan.cli.prompts import confirm
    from keseimbangan.view.deleted import Deleted

    env = env_of(ctx)
    with env.reading() as db:
        one = _progress(db, Indicators(db).get(number))
    if not yes and not confirm(env, _question(one)):
        return env.note(_("Tidak ada yang dihapus."))
    with env.changing() as db:
        one = _progress(db, Indicators(db).get(number))
        Indicators(db).delete(one.indicator)
    return env.show(Deleted(IndicatorCard(one, _("Indikator dihapus."))))


def _progress(db: Database, indicator: Indicator) -> Progress:
    return progress([indicator], Indicators(db).realisations([indicator]))[0]


def _question(one: Progress) -> str:
    question = _("Hapus indikator {n} '{name}'?").format(
        n=one.indicator.number, name=one.indicator.name
    )
    if not one.entries:
        return question
    kept = ngettext(
        "{n} realisasi kehilangan satuannya.", "{n} realisasi kehilangan satuannya.", one.entries
    )
    return f"{question} {kept.format(n=one.entries)}"
