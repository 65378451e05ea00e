"""Performance targets (SKP): the planned results (RHK) that tasks and blocks serve."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PerformanceTarget:
    """One RHK for one year."""

    number: int | None
    uid: str
    title: str
    year: int
    archived: bool = False
