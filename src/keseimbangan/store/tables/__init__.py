"""The one definition of the schema. `compile.py` renders it to `compiled.py`, which runs.

Instants are UTC text (`2026-11-23T00:30:00Z`), days ISO text, so that they sort as they are and any
SQLite tool shows them readably. Tables are STRICT and enumerations are checked: what does not fit
the domain cannot get in by another door either.

All tables are known once this package is imported, whichever of its modules one needs.
"""

from keseimbangan.store.tables import (
    calendar,
    deletions,
    focus,
    journal,
    review,
    targets,
    work,
    workdays,
)
from keseimbangan.store.tables.base import Row

__all__ = [
    "Row",
    "calendar",
    "deletions",
    "focus",
    "journal",
    "review",
    "targets",
    "work",
    "workdays",
]
