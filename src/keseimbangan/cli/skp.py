"""`imbang skp`: the performance targets (SKP) that tasks and blocks serve."""

from dataclasses import replace
from typing import Annotated

from keseimbangan.cli import params
from keseimbangan.cli.command import Group
from keseimbangan.cli.context import Context, env_of
from keseimbangan.domain.targets import PerformanceTarget
from keseimbangan.i18n import _, ngettext
from keseimbangan.store.targets import Targets
from keseimbangan.view.targets import TargetCard, TargetList

group = Group(default="daftar")

FIRST_YEAR, LAST_YEAR = 2000, 2100


def numbers() -> list[tuple[str, str]]:
    """Numbers of the targets with their titles, for the shell."""
    from keseimbangan.cli.completion import target_titles

    return target_titles()


@group.command("tambah", "add", help=_("Catat sebuah SKP (rencana hasil kerja)."))
def add(
    ctx: Context,
    title: Annotated[
        str, params.argument(_("JUDUL"), help=_("Rencana hasil kerja."), parser=params.title)
    ],
    year: Annotated[
        int | None,
        params.option(
            "tahun",
            "year",
            help=_("Tahun SKP; bila kosong, tahun ini."),
            metavar=_("TAHUN"),
            parser=params.whole_number(FIRST_YEAR, LAST_YEAR),
        ),
    ] = None,
) -> None:
    env = env_of(ctx)
    target = PerformanceTarget(None, env.new_uid(), title, year or env.today().year)
    with env.changing() as db:
        target = Targets(db).add(target)
    env.show(TargetCard(target, _("SKP dicatat.")))


@group.command("daftar", "list", help=_("SKP yang berlaku."))
def list_(
    ctx: Context,
    everything: Annotated[
        bool, params.option("semua", "all", help=_("Juga yang sudah diarsipkan."))
    ] = False,
) -> None:
    env = env_of(ctx)
    with env.reading() as db:
        found = Targets(db).all()
    chosen = [target for target in found if everything or not target.archived]
    env.show(TargetList(chosen, _empty(), _hidden_remark(len(found) - len(chosen))))


@group.command("arsip", "archive", help=_("Arsipkan SKP; tugas dan bloknya tetap tercatat."))
def archive(
    ctx: Context,
    number: Annotated[
        int,
        params.argument(
            _("NOMOR"), help=_("Nomor SKP."), parser=params.whole_number(1), complete=numbers
        ),
    ],
    restore: Annotated[
        bool, params.option("kembalikan", "restore", help=_("Keluarkan lagi dari arsip."))
    ] = False,
) -> None:
    env = env_of(ctx)
    with env.changing() as db:
        shelf = Targets(db)
        target = shelf.save(replace(shelf.get(number), archived=not restore))
    headline = _("SKP dikeluarkan dari arsip.") if restore else _("SKP diarsipkan.")
    env.show(TargetCard(target, headline))


def _empty() -> str:
    return _('Belum ada SKP yang berlaku. Catat satu: imbang skp tambah "…"')


def _hidden_remark(archived: int) -> str | None:
    if not archived:
        return None
    return ngettext(
        "{n} SKP di arsip; tambahkan --semua.", "{n} SKP di arsip; tambahkan --semua.", archived
    ).format(n=archived)
