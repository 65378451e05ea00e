"""The four elements of balance (seed 001, section 1.1)."""

from enum import StrEnum


class Element(StrEnum):
    """Where an hour of life goes."""

    WORK = "work"
    LIFE = "life"
    RECOVERY = "recovery"
    GROWTH = "growth"
