"""Whether the backup of the day is due: asked before every write, so it knows nothing else."""

import os
from datetime import date, datetime
from pathlib import Path

from keseimbangan.domain.period import local
from keseimbangan.store.files import BACKUPS

# How a daily backup is called, between its moment and its schema.
DAILY = "harian"


def is_due(store: Path, now: datetime, zone: str) -> bool:
    """Whether the store has no daily backup of today in `zone` yet; an absent store needs none."""
    today = local(now, zone).date()
    try:
        names = os.listdir(store.parent / BACKUPS)
    except OSError:
        names = []
    stamps = (name.partition(f"-{DAILY}-")[0] for name in names if f"-{DAILY}-" in name)
    return not any(_is_of(stamp, today, zone) for stamp in stamps) and os.path.exists(store)


def moment_of(stamp: str) -> datetime:
    """The moment in UTC of `2026-11-23T00.30.00Z`; raises ValueError."""
    return datetime.fromisoformat(stamp.replace(".", ":"))


def _is_of(stamp: str, today: date, zone: str) -> bool:
    try:
        return local(moment_of(stamp), zone).date() == today
    except (ValueError, OverflowError):
        return False
