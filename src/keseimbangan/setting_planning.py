"""The settings for planning, as one value, and which of them contradict each other."""

from collections.abc import Mapping
from typing import Any

from keseimbangan.domain.planning_wishes import PlanningWishes, contradiction

WISHES = {
    "rencana.penyangga": "buffer",
    "rencana.terpanjang": "longest",
    "rencana.jeda": "pause",
    "rencana.potongan": "shortest",
    "rencana.kisi": "grid",
    "rencana.pagi": "morning",
    "rencana.rapat_mulai": "meetings_from",
    "rencana.rapat_selesai": "meetings_until",
    "rencana.tambahan": "inflation",
    "rencana.tutup": "shutdown",
    "rencana.taksiran": "estimate",
}

Disagreement = tuple[str, Any, str, Any, int | None]


def wishes(values: Mapping[str, Any]) -> PlanningWishes:
    """The wishes among some settings, by default for the rest."""
    given = {WISHES[key]: value for key, value in values.items() if key in WISHES}
    return PlanningWishes(**given) if given else PlanningWishes()


def disagreement(values: Mapping[str, Any]) -> Disagreement | None:
    """The first two keys that contradict each other, each with its value, and what would do."""
    chosen = wishes(values)
    if (found := contradiction(chosen)) is None:
        return None
    keys = {name: key for key, name in WISHES.items()}
    one, other = getattr(chosen, found.wish), getattr(chosen, found.other)
    return keys[found.wish], one, keys[found.other], other, found.instead
