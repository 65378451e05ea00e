"""What came of a task or block, in its card and in its document."""

from typing import TYPE_CHECKING, Any, Union

from keseimbangan import formats
from keseimbangan.i18n import _
from keseimbangan.view import words
from keseimbangan.view.console import shown

if TYPE_CHECKING:
    from keseimbangan.domain.blocks import Block
    from keseimbangan.domain.tasks import Task

Finished = Union["Task", "Block"]


def outcome_document(finished: Finished) -> dict[str, Any]:
    """For programs."""
    return {
        "result": finished.result,
        "evidence": finished.evidence,
        "indicator": finished.indicator,
        "realisation": plain_number(finished.realisation),
        "akhlak": [value.value for value in finished.akhlak],
    }


def outcome_rows(finished: Finished) -> list[tuple[str, str]]:
    """For people: labels and texts, empty where nothing was told."""
    return [
        (_("hasil"), shown(finished.result or "", lines=True)),
        (_("bukti"), shown(finished.evidence or "", lines=True)),
        (_("realisasi"), _realisation(finished)),
        (_("BerAKHLAK"), words.akhlak(finished.akhlak)),
    ]


def plain_number(value: float | None) -> int | float | None:
    """A whole number without a point."""
    return int(value) if value is not None and value == int(value) else value


def _realisation(finished: Finished) -> str:
    if finished.realisation is None:
        return ""
    amount = formats.amount(finished.realisation)
    if finished.indicator is None:
        return amount
    return _("{amount} (indikator {n})").format(amount=amount, n=finished.indicator)
