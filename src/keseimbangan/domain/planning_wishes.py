"""How a person wants the days to be planned, and which wishes contradict each other."""

from datetime import time
from typing import NamedTuple


class PlanningWishes(NamedTuple):
    """Minutes and whole per cent unless said otherwise; see `planning_values.Rules`.

    `estimate` stands for a task without one, 0 for none. Without a `shutdown` the hours of work
    alone end the day.
    """

    buffer: int = 15
    longest: int = 90
    pause: int = 10
    shortest: int = 25
    grid: int = 5
    morning: bool = True
    meetings_from: time = time(9)
    meetings_until: time = time(15)
    inflation: int = 0
    shutdown: time | None = None
    estimate: int = 60


class Contradiction(NamedTuple):
    """A wish that another one forbids, by the names of both; `instead` would do."""

    wish: str
    other: str
    instead: int | None = None


def contradiction(wishes: PlanningWishes) -> Contradiction | None:
    """The first pair of wishes that cannot both be had."""
    for name in ("shortest", "longest", "pause"):
        minutes = getattr(wishes, name)
        if minutes % wishes.grid:
            # The next step of the grid that fits.
            return Contradiction(name, "grid", minutes + wishes.grid - minutes % wishes.grid)
    if wishes.shortest > wishes.longest:
        return Contradiction("shortest", "longest", wishes.longest)
    if wishes.meetings_until <= wishes.meetings_from:
        return Contradiction("meetings_until", "meetings_from")
    return None
