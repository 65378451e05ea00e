"""The words of performance targets: aspects, periods, amounts, progress."""

from datetime import date

from keseimbangan import formats
from keseimbangan.domain.targets import WHOLE_YEAR, Aspect, Indicator, PerformanceTarget, Progress
from keseimbangan.i18n import _
from keseimbangan.view.console import shown


def aspect(value: Aspect) -> str:
    """`kuantitas`."""
    return {
        Aspect.QUANTITY: _("kuantitas"),
        Aspect.QUALITY: _("kualitas"),
        Aspect.TIME: _("waktu"),
        Aspect.COST: _("biaya"),
    }[value]


def period(target: PerformanceTarget) -> str:
    """`2026`, `TW1 2026`, `Maret 2026`, `Maret – Mei 2026`."""
    if target.months == WHOLE_YEAR:
        return str(target.year)
    if quarter := _quarter(target):
        return _("TW{n} {year}").format(n=quarter, year=target.year)
    first, last = (formats.month_name(date(target.year, month, 1)) for month in target.months)
    return first if first == last else f"{first.rpartition(' ')[0]} – {last}"


def period_code(target: PerformanceTarget) -> str:
    """`2026`, `2026-Q1`, `2026-03`, `2026-03/2026-05`: the same for programs."""
    if target.months == WHOLE_YEAR:
        return str(target.year)
    if quarter := _quarter(target):
        return f"{target.year}-Q{quarter}"
    first, last = (f"{target.year}-{month:02d}" for month in target.months)
    return first if first == last else f"{first}/{last}"


def _quarter(target: PerformanceTarget) -> int:
    first, last = target.months
    return last // 3 if first % 3 == 1 and last == first + 2 else 0


def amount(value: float, indicator: Indicator | None) -> str:
    """`2 laporan`; without its indicator an amount has no unit."""
    number = formats.amount(value)
    return f"{number} {shown(indicator.unit)}" if indicator else number


def progress(of: Progress) -> str:
    """`3 dari 12 laporan (25 %)`, `terakhir 95 %, target 100 %`: a fact, and no grade."""
    target = amount(of.indicator.amount, of.indicator)
    if of.realised is None:
        return _("belum ada, target {target}").format(target=target)
    realised = formats.amount(of.realised)
    if not of.indicator.aspect.adds_up:
        last = amount(of.realised, of.indicator)
        return _("terakhir {last}, target {target}").format(last=last, target=target)
    text = _("{realised} dari {target}").format(realised=realised, target=target)
    return text if of.percent is None else f"{text} ({percent(of.percent)})"


def percent(value: float) -> str:
    """`25 %`, in English `25%`."""
    return _("{n} %").format(n=formats.decimal(value))
