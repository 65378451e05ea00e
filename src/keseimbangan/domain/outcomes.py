"""What came of a finished task or block: result, evidence, and an amount for an indicator."""

from dataclasses import replace
from typing import Any, NamedTuple, TypeVar

from keseimbangan.domain.akhlak import Akhlak
from keseimbangan.domain.blocks import Block
from keseimbangan.domain.tasks import Task

Finished = TypeVar("Finished", Task, Block)


class Outcome(NamedTuple):
    """What was told of it; what was not told stays as it was."""

    result: str | None = None
    evidence: str | None = None
    indicator: int | None = None
    realisation: float | None = None
    akhlak: tuple[Akhlak, ...] | None = None


def moved_on(before: Finished, after: Finished) -> Finished:
    """The same without its amount where it serves another target now: that has other units."""
    if before.target == after.target:
        return after
    return replace(after, indicator=None, realisation=None)


def recorded(finished: Finished, outcome: Outcome) -> Finished:
    """The same with what came of it."""
    told: dict[str, Any] = {k: v for k, v in outcome._asdict().items() if v is not None}
    return replace(finished, **told)
