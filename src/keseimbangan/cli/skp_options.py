"""Options and arguments of the commands for performance targets."""

from typing import Annotated, Any

from keseimbangan.cli import params
from keseimbangan.cli.context import Env
from keseimbangan.cli.outcome_options import amount
from keseimbangan.domain.targets import Aspect
from keseimbangan.errors.targets import IndicatorIncomplete, OtherUnit, TargetNotPositive
from keseimbangan.i18n import _

ASPECTS = {
    "kuantitas": Aspect.QUANTITY,
    "kualitas": Aspect.QUALITY,
    "waktu": Aspect.TIME,
    "biaya": Aspect.COST,
    **{aspect.value: aspect for aspect in Aspect},
}
UNIT_LENGTH = 60


def positive(text: Any) -> Any:
    """A reader for an amount above nothing, with or without its unit."""
    read = amount(text)
    if read.value == 0:
        raise TargetNotPositive
    return read


def unit(text: Any) -> str:
    """A reader for a unit: one line, up to 60 characters."""
    return params.plain_text(str(text), _("Satuan"), UNIT_LENGTH)


Number = Annotated[
    int,
    params.argument(
        _("NOMOR"),
        help=_("Nomor SKP."),
        parser=params.whole_number(1),
        complete=params.target_numbers,
    ),
]
Title = Annotated[
    str, params.argument(_("JUDUL"), help=_("Rencana hasil kerja."), parser=params.title)
]
NewTitle = Annotated[
    str | None,
    params.option("judul", "title", help=_("Judul baru."), metavar=_("TEKS"), parser=params.title),
]
Period = Annotated[
    str | None,
    params.option(
        "periode",
        "period",
        help=_("Setahun 2026, triwulan 2026-TW1, atau sebulan 2026-03; bila kosong, tahun ini."),
        metavar=_("PERIODE"),
    ),
]
NewPeriod = Annotated[
    str | None,
    params.option(
        "periode",
        "period",
        help=_("Periode baru: 2026, 2026-TW1, atau 2026-03."),
        metavar=_("PERIODE"),
    ),
]
IndicatorName = Annotated[
    str | None,
    params.option(
        "indikator",
        "indicator",
        help=_('Indikator pertamanya, misalnya "Jumlah laporan".'),
        metavar=_("TEKS"),
        parser=params.title,
    ),
]
AspectWord = Annotated[
    Any,
    params.word_option(
        "aspek", "aspect", table=ASPECTS, help=_("Aspek indikator; bila kosong, kuantitas.")
    ),
]
NewAspect = Annotated[
    Any, params.word_option("aspek", "aspect", table=ASPECTS, help=_("Aspek yang baru."))
]
Amount = Annotated[
    Any,
    params.option(
        "target",
        "amount",
        help=_('Targetnya, misalnya 12 atau "12 laporan".'),
        metavar=_("JUMLAH"),
        parser=positive,
    ),
]
Unit = Annotated[
    str | None,
    params.option(
        "satuan",
        "unit",
        help=_("Satuannya, misalnya laporan."),
        metavar=_("TEKS"),
        parser=unit,
    ),
]


def measured(name: str | None, aspect: Aspect | None, target: Any, unit: str | None) -> Any:
    """Name, aspect, amount and unit of a whole indicator; None where none was meant.

    Raises IndicatorIncomplete and OtherUnit.
    """
    if (name, aspect, target, unit) == (None,) * 4:
        return None
    unit = one_unit(target, unit)
    given = {_("--indikator"): name, _("--target"): target, _("--satuan"): unit}
    missing = tuple(option for option, value in given.items() if value is None)
    if missing:
        raise IndicatorIncomplete(missing)
    return {
        "name": name,
        "aspect": aspect or Aspect.QUANTITY,
        "amount": target.value,
        "unit": unit,
    }


def one_unit(target: Any, unit: str | None) -> str | None:
    """The unit by `--satuan`, or behind the amount; raises OtherUnit where they differ."""
    behind = target.unit if target is not None else None
    if unit and behind and unit.casefold() != behind.casefold():
        raise OtherUnit(behind, unit)
    return unit or behind


def months(env: Env, period: str | None) -> dict[str, Any]:
    """The fields of a period as typed; this year where nothing was typed."""
    from keseimbangan.domain.target_periods import parse_target_period

    text = str(env.today().year) if period is None else period
    return parse_target_period(text, env.today())._asdict()
