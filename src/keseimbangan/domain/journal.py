"""The stress journal (seed 001, 6.2): what, main cause, how it was managed; demand and control (003)."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class StressEntry:
    """One entry. Levels, `helped`, `demand` and `control` run from 0 to 10, both included."""

    number: int | None
    uid: str
    week: str
    written_at: datetime
    zone: str
    level: int
    triggers: tuple[str, ...] = ()
    main_cause: str | None = None
    coping: str | None = None
    helped: int | None = None
    demand: int | None = None
    control: int | None = None
    note: str | None = None
