"""What an examination of the store can find: faults, which want a remedy, and mere remarks."""

from enum import StrEnum
from typing import NamedTuple

from keseimbangan.domain.period import Period


class FindingKind(StrEnum):
    """What was found."""

    OPEN_TO_OTHERS = "open_to_others"
    SCHEMA_DIFFERS = "schema_differs"
    STRAY_ROWS = "stray_rows"
    UNREADABLE_TIME = "unreadable_time"
    UNKNOWN_ZONE = "unknown_zone"
    ENDS_BEFORE_START = "ends_before_start"
    TOO_LONG = "too_long"
    UNREADABLE_RULE = "unreadable_rule"
    UNREADABLE_VALUE = "unreadable_value"
    STRAY_OCCURRENCE = "stray_occurrence"
    DOUBLE_OCCURRENCE = "double_occurrence"
    OVERLAP = "overlap"
    DANGLING_SESSION = "dangling_session"
    STACKED_BLOCKS = "stacked_blocks"
    NO_BACKUP = "no_backup"


# What a person may have wanted so, or has yet to decide.
_REMARKS = frozenset(
    {FindingKind.DANGLING_SESSION, FindingKind.STACKED_BLOCKS, FindingKind.NO_BACKUP}
)


class Finding(NamedTuple):
    """One kind of finding in one table or file: the numbers of its rows, `detail` a name or day."""

    kind: FindingKind
    table: str | None = None
    numbers: tuple[int, ...] = ()
    detail: str | None = None

    @property
    def is_fault(self) -> bool:
        """Whether something is wrong, and not only worth a look."""
        return self.kind not in _REMARKS


class Stretch(NamedTuple):
    """The time that a row takes."""

    number: int
    period: Period


def overlapping(stretches: list[Stretch]) -> tuple[Stretch, ...]:
    """Those that share time with an earlier one, in order."""
    found = []
    latest = None
    for stretch in sorted(stretches, key=lambda each: (each.period.start, each.number)):
        if latest is not None and stretch.period.start < latest:
            found.append(stretch)
        latest = stretch.period.end if latest is None else max(latest, stretch.period.end)
    return tuple(found)
