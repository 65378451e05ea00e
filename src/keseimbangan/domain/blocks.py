"""Time blocks: single ones, recurring series, and the changed occurrences of a series.

As in iCalendar, a row is one of three things. A single block has no `rule` and no `series`.
A series has a `rule` (RRULE) and its times are those of the first occurrence (DTSTART). An
occurrence that was changed has `series` and `recurrence_id`, the wall-clock start it would have
had.
A block belongs to the day and hour of the zone in which it was planned, wherever the person is.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from keseimbangan.domain.akhlak import Akhlak
from keseimbangan.domain.elements import Element
from keseimbangan.domain.period import Period, local
from keseimbangan.errors.blocks import ActualInFuture, NotYetBegun
from keseimbangan.frozen import dataclass

MINUTE = timedelta(minutes=1)
# A day by the wall clock, which lasts up to two hours more where clocks are put back. It lets an
# index bound a search for what is going on by its start.
LONGEST = timedelta(hours=26)


class BlockKind(StrEnum):
    FOCUS = "focus"
    MEETING = "meeting"
    ADMINISTRATION = "administration"
    SERVICE = "service"
    BREAK = "break"
    FAMILY = "family"
    BUFFER = "buffer"
    OTHER = "other"


class BlockStatus(StrEnum):
    PLANNED = "planned"
    DONE = "done"
    SKIPPED = "skipped"


class WorkLocation(StrEnum):
    OFFICE = "office"
    HOME = "home"
    OTHER = "other"


@dataclass(frozen=True)
class Block:
    """Planned time; `actual_*` say when it really ran. Instants are UTC.

    `requested_by` is who asked for an interruption; `realisation` is what the block brought for the
    indicator, in the indicator's unit.
    """

    number: int | None
    uid: str
    title: str
    starts_at: datetime
    ends_at: datetime
    zone: str
    element: Element = Element.WORK
    kind: BlockKind = BlockKind.OTHER
    status: BlockStatus = BlockStatus.PLANNED
    protected: bool = False
    location: WorkLocation | None = None
    task: int | None = None
    target: int | None = None
    note: str | None = None
    result: str | None = None
    evidence: str | None = None
    indicator: int | None = None
    realisation: float | None = None
    akhlak: tuple[Akhlak, ...] = ()
    actual_starts_at: datetime | None = None
    actual_ends_at: datetime | None = None
    rule: str | None = None
    series: int | None = None
    recurrence_id: datetime | None = None
    requested_by: str | None = None

    def __post_init__(self) -> None:
        if not timedelta() < self.ends_at - self.starts_at <= LONGEST:
            raise ValueError("a block ends after it starts, a day later at most")

    @property
    def recurring(self) -> bool:
        """Whether it is a series or belongs to one."""
        return self.rule is not None or self.series is not None

    @property
    def virtual(self) -> bool:
        """Whether it is an untouched occurrence, which has the number of its series and no row."""
        return self.series is not None and self.number == self.series

    @property
    def period(self) -> Period:
        """The planned time, as instants."""
        return Period(self.starts_at, self.ends_at)

    @property
    def wall(self) -> Period:
        """The planned time on the wall clock of its own zone, naive."""
        start, end = local(self.starts_at, self.zone), local(self.ends_at, self.zone)
        # Clocks that are put back while it runs may show an end before the start.
        return Period(start, end if end > start else start + (self.ends_at - self.starts_at))

    @property
    def day(self) -> date:
        """The day on which it starts, in its own zone."""
        return local(self.starts_at, self.zone).date()

    @property
    def minutes(self) -> int:
        """Planned minutes."""
        return self.period.minutes

    @property
    def ran(self) -> Period | None:
        """When it really ran, as instants: as told, else as planned; None unless done."""
        if self.status is not BlockStatus.DONE:
            return None
        if self.actual_starts_at is None or self.actual_ends_at is None:
            return self.period
        return Period(self.actual_starts_at, self.actual_ends_at)

    @property
    def actual_minutes(self) -> int:
        """Minutes it really took; 0 unless done."""
        return self.ran.minutes if self.ran else 0


def complete(block: Block, now: datetime, actual: Period | None = None) -> Block:
    """Done, as planned or when it really ran; one that is still running ends now.

    What was told of a finished one stays until something else is told. Raises ActualInFuture, and
    NotYetBegun for one that lies ahead.
    """
    if actual is None and block.status is BlockStatus.DONE:
        return block
    if actual is None and block.starts_at > now:
        raise NotYetBegun(block.title, block.wall.start)
    if actual is None and now < block.ends_at:
        actual = Period(block.starts_at, max(now, block.starts_at + MINUTE))
    if actual is not None and actual.end > now + MINUTE:
        raise ActualInFuture(local(actual.end, block.zone).date())
    return replace(
        block,
        status=BlockStatus.DONE,
        actual_starts_at=actual.start if actual else None,
        actual_ends_at=actual.end if actual else None,
    )


def skip(block: Block) -> Block:
    """Left out on purpose; its time is free again."""
    return replace(block, status=BlockStatus.SKIPPED, actual_starts_at=None, actual_ends_at=None)


def replan(block: Block) -> Block:
    """Planned again, as if it had been neither done nor skipped."""
    return replace(block, status=BlockStatus.PLANNED, actual_starts_at=None, actual_ends_at=None)


def without_outcome(block: Block) -> Block:
    """As if nothing had come of it yet: a series has no outcome, its occurrences do."""
    return replace(block, result=None, evidence=None, indicator=None, realisation=None)


def moved(block: Block, period: Period) -> Block:
    """At another time."""
    return replace(block, starts_at=period.start, ends_at=period.end)


def natural_element(kind: BlockKind) -> Element:
    """The element a kind belongs to unless somebody says otherwise."""
    natural = {BlockKind.FAMILY: Element.LIFE, BlockKind.BREAK: Element.RECOVERY}
    return natural.get(kind, Element.WORK)
