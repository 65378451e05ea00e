"""Performance talks (dialog kinerja): what was said with whom, and what was agreed."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Dialogue:
    """One talk; `follow_up` is the day on which one looks at what was agreed."""

    number: int | None
    uid: str
    day: date
    partner: str
    target: int | None = None
    note: str | None = None
    agreement: str | None = None
    follow_up: date | None = None
