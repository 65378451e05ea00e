"""`imbang skp`: the performance targets (SKP) that tasks and blocks serve, and what shows it."""

from dataclasses import replace
from typing import Annotated, Any

from keseimbangan.cli import params
from keseimbangan.cli import skp_options as given
from keseimbangan.cli import skp_reports as reports
from keseimbangan.cli.command import Group
from keseimbangan.cli.context import Context, env_of
from keseimbangan.domain.targets import Indicator, PerformanceTarget, Progress, progress
from keseimbangan.errors.usage import NothingToChange
from keseimbangan.i18n import _, ngettext
from keseimbangan.store.database import Database
from keseimbangan.store.targets import Indicators, Targets
from keseimbangan.view.targets import TargetCard, TargetList

group = Group(default="daftar")


@group.command("tambah", "add", help=_("Catat sebuah SKP (rencana hasil kerja)."))
def add(
    ctx: Context,
    title: given.Title,
    period: given.Period = None,
    indicator: given.IndicatorName = None,
    aspect: given.AspectWord = None,
    target: given.Amount = None,
    unit: given.Unit = None,
) -> None:
    env = env_of(ctx)
    measure = given.measured(indicator, aspect, target, unit)
    new = PerformanceTarget(None, env.new_uid(), title, **given.months(env, period))
    with env.changing() as db:
        new = Targets(db).add(new)
        if measure:
            Indicators(db).add(Indicator(None, env.new_uid(), new.number or 0, **measure))
        measures = _measures(db, new)
    env.show(TargetCard(new, measures, _("SKP dicatat.")))


@group.command("daftar", "list", help=_("SKP yang berlaku, dengan realisasinya."))
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
        measures = _measures(db, *chosen)
    by_target: dict[int | None, list[Progress]] = {}
    for one in measures:
        by_target.setdefault(one.indicator.target, []).append(one)
    remark = _hidden_remark(len(found) - len(chosen))
    env.show(TargetList(chosen, by_target, _empty(), remark))


@group.command("lihat", "show", help=_("Satu SKP dengan indikatornya."))
def show(ctx: Context, number: given.Number) -> None:
    env = env_of(ctx)
    with env.reading() as db:
        target = Targets(db).get(number)
        measures = _measures(db, target)
    env.show(TargetCard(target, measures))
    if not measures:
        env.note(_no_indicator(number))


@group.command("ubah", "edit", help=_("Ubah judul atau periode sebuah SKP."))
def change(
    ctx: Context, number: given.Number, title: given.NewTitle = None, period: given.NewPeriod = None
) -> None:
    env = env_of(ctx)
    changes: dict[str, Any] = {"title": title} if title else {}
    if period is not None:
        changes |= given.months(env, period)
    if not changes:
        raise NothingToChange(_("imbang skp ubah"))
    with env.changing() as db:
        target = Targets(db).save(replace(Targets(db).get(number), **changes))
        measures = _measures(db, target)
    env.show(TargetCard(target, measures, _("SKP diubah.")))


@group.command("arsip", "archive", help=_("Arsipkan SKP; tugas dan bloknya tetap tercatat."))
def archive(
    ctx: Context,
    number: given.Number,
    restore: Annotated[
        bool, params.option("kembalikan", "restore", help=_("Keluarkan lagi dari arsip."))
    ] = False,
) -> None:
    env = env_of(ctx)
    with env.changing() as db:
        shelf = Targets(db)
        target = shelf.save(replace(shelf.get(number), archived=not restore))
        measures = _measures(db, target)
    headline = _("SKP dikeluarkan dari arsip.") if restore else _("SKP diarsipkan.")
    env.show(TargetCard(target, measures, headline))


group.command("bukti", "evidence", help=_("Bukti sebulan tiap SKP, dan yang belum ada buktinya."))(
    reports.evidence
)
group.command("harian", "log", help=_("Laporan harian, siap disalin ke e-Kinerja."))(reports.log)


def _measures(db: Database, *targets: PerformanceTarget) -> list[Progress]:
    shelf = Indicators(db)
    indicators = shelf.of(target.number for target in targets)
    return progress(indicators, shelf.realisations(indicators) if indicators else ())


def _empty() -> str:
    return _('Belum ada SKP yang berlaku. Catat satu: imbang skp tambah "…"')


def _no_indicator(number: int) -> str:
    return _(
        'Belum ada indikator. Tambahkan: imbang indikator tambah {n} "Jumlah laporan" '
        "--target 12 --satuan laporan"
    ).format(n=number)


def _hidden_remark(archived: int) -> str | None:
    if not archived:
        return None
    return ngettext(
        "{n} SKP di arsip; tambahkan --semua.", "{n} SKP di arsip; tambahkan --semua.", archived
    ).format(n=archived)
