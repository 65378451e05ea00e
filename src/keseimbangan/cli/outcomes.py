"""Telling what came of a finished task or block: by options, or asked where it serves a target.

Without a terminal nothing is asked, and nothing that was left out stands in the way.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from keseimbangan.cli import params
from keseimbangan.cli.context import Env
from keseimbangan.cli.outcome_options import akhlak_of, amount
from keseimbangan.domain.amounts import Amount
from keseimbangan.domain.blocks import Block
from keseimbangan.domain.outcomes import Outcome
from keseimbangan.domain.targets import Indicator, progress, usual_indicator
from keseimbangan.domain.tasks import Task
from keseimbangan.errors.targets import (
    ForeignIndicator,
    IndicatorNeeded,
    NoIndicator,
    NoTargetServed,
    OtherUnit,
)
from keseimbangan.i18n import _
from keseimbangan.store.database import Database
from keseimbangan.store.targets import Indicators, Targets


class Told(NamedTuple):
    """What was said of it, as it was said."""

    result: str | None = None
    evidence: str | None = None
    realised: Amount | None = None
    indicator: int | None = None
    akhlak: Sequence[Any] | None = None

    @property
    def anything(self) -> bool:
        """Whether anything was."""
        return any(value is not None for value in self)


def settled(db: Database, finished: Task | Block, told: Told) -> Outcome:
    """What was told as an outcome that can be kept.

    Raises NoTargetServed, NoIndicator, IndicatorNeeded, ForeignIndicator, OtherUnit, NoSuchNumber.
    """
    indicator = None
    if told.realised is not None or told.indicator is not None:
        indicator = _indicator(db, finished, told)
    if indicator and told.realised:
        _require_unit(told.realised, indicator)
    return Outcome(
        result=told.result,
        evidence=told.evidence,
        indicator=indicator.number if indicator else None,
        realisation=told.realised.value if told.realised else None,
        akhlak=akhlak_of(told.akhlak),
    )


def _indicator(db: Database, finished: Task | Block, told: Told) -> Indicator:
    if finished.target is None:
        raise _no_target(finished)
    shelf = Indicators(db)
    known = shelf.of([finished.target])
    if told.indicator is not None:
        named = shelf.get(told.indicator)
        if named.target != finished.target:
            raise ForeignIndicator(told.indicator, finished.target)
        return named
    if not known:
        raise NoIndicator(finished.target, Targets(db).get(finished.target).title)
    before = next((one for one in known if one.number == finished.indicator), None)
    if found := before or usual_indicator(known):
        return found
    raise IndicatorNeeded(finished.target, tuple(f"{one.number} {one.name}" for one in known))


def _no_target(finished: Task | Block) -> NoTargetServed:
    number = finished.number or 0
    if isinstance(finished, Task):
        remedy = _("Kaitkan dahulu: imbang tugas ubah {n} --skp 1").format(n=number)
        return NoTargetServed(_("Tugas"), number, remedy)
    remedy = _("Kaitkan dahulu: imbang blok ubah {n} --skp 1").format(n=number)
    return NoTargetServed(_("Blok"), number, remedy)


def _require_unit(realised: Amount, indicator: Indicator) -> None:
    if realised.unit is not None and realised.unit.casefold() != indicator.unit.casefold():
        raise OtherUnit(realised.unit, indicator.unit)


def completed(env: Env, finished: Task | Block, told: Told) -> Told:
    """What was told, with the answers to questions about the rest; each may be left empty.

    The end of the input ends the questions and not the command.
    """
    if finished.target is None:
        return told
    with env.reading() as db:
        known = Indicators(db).of([finished.target])
    steps: list[Callable[[Told], Told]] = [lambda told: _ask_result(env, finished, told)]
    # Of a block that is for a task the amount is asked once, when the task is done.
    if not (isinstance(finished, Block) and finished.task):
        steps.insert(0, lambda told: _ask_realised(env, finished, told, known))
    steps.append(lambda told: _ask_evidence(env, finished, told))
    with suppress(EOFError):
        for step in steps:
            told = step(told)
    return told


def _ask_realised(env: Env, finished: Task | Block, told: Told, known: Sequence[Indicator]) -> Told:
    from keseimbangan.cli.prompts import ask_optional

    if told.realised is not None or finished.realisation is not None or not known:
        return told
    indicator = _named(known, told.indicator) or usual_indicator(known)
    if indicator is None:
        indicator = _ask_indicator(env, known)
    if indicator is None:
        return told

    def read(text: str) -> Amount:
        realised: Amount = amount(text)
        _require_unit(realised, indicator)
        return realised

    question = _("{indicator}: berapa {unit} (boleh kosong)?").format(
        indicator=indicator.name, unit=indicator.unit
    )
    realised = ask_optional(env, question, _("--realisasi"), read)
    if realised is None:
        return told
    return told._replace(realised=realised, indicator=indicator.number)


def _ask_indicator(env: Env, known: Sequence[Indicator]) -> Indicator | None:
    from keseimbangan.cli.prompts import ask_optional

    listed = ", ".join(f"{one.number} {one.name}" for one in known)
    question = _("Nomor indikatornya (boleh kosong): {listed}?").format(listed=listed)

    def read(text: str) -> Indicator:
        found = _named(known, params.whole_number(1)(text))
        if found is None:
            raise ForeignIndicator(int(text), known[0].target)
        return found

    return ask_optional(env, question, _("--indikator"), read)


def _named(known: Sequence[Indicator], number: int | None) -> Indicator | None:
    return next((one for one in known if one.number == number), None)


def _ask_result(env: Env, finished: Task | Block, told: Told) -> Told:
    from keseimbangan.cli.prompts import ask_optional

    if told.result is not None or finished.result is not None:
        return told
    return told._replace(
        result=ask_optional(env, _("Hasilnya (boleh kosong):"), _("--hasil"), params.note)
    )


def _ask_evidence(env: Env, finished: Task | Block, told: Told) -> Told:
    from keseimbangan.cli.prompts import ask_optional

    if told.evidence is not None or finished.evidence is not None:
        return told
    return told._replace(
        evidence=ask_optional(env, _("Buktinya (boleh kosong):"), _("--bukti"), params.short_text)
    )


def progress_sentence(db: Database, outcome: Outcome) -> str | None:
    """`Jumlah laporan: 3 dari 12 laporan (25 %).` of the indicator that something was told of."""
    from keseimbangan.view import target_words

    if outcome.indicator is None or outcome.realisation is None:
        return None
    shelf = Indicators(db)
    indicator = shelf.get(outcome.indicator)
    (one,) = progress([indicator], shelf.realisations([indicator]))
    return _("{name}: {progress}.").format(name=indicator.name, progress=target_words.progress(one))
