"""What the planner is told and what it answers. All times are the wall clock, naive."""

from datetime import date, time
from enum import StrEnum
from typing import NamedTuple

from keseimbangan.domain.blocks import BlockKind
from keseimbangan.domain.elements import Element
from keseimbangan.domain.period import Period
from keseimbangan.frozen import dataclass

DAY_MINUTES = 24 * 60


class WorkKind(StrEnum):
    """What a task asks of the person, which decides the hours that suit it."""

    FOCUS = "focus"
    MEETING = "meeting"
    LIGHT = "light"


@dataclass(frozen=True)
class Demand:
    """A task that wants time: `minutes` is its estimate less what was spent, None without one.

    `rank` is the place of its quadrant, 0 first.
    """

    task: int
    title: str
    minutes: int | None
    due: date | None = None
    not_before: date | None = None
    important: bool = False
    urgent: bool = False
    rank: int = 3
    kind: WorkKind = WorkKind.LIGHT
    element: Element = Element.WORK


class Fixed(NamedTuple):
    """A block the planner leaves where it is; with a task, it is time already planned for it."""

    period: Period
    kind: BlockKind = BlockKind.OTHER
    protected: bool = False
    task: int | None = None


@dataclass(frozen=True)
class Rules:
    """How a day may be filled; minutes and whole per cent unless said otherwise.

    `buffer` is the share of a day's working time that stays free, pauses included. `elements`
    are those whose tasks the free time is for.
    """

    buffer: int = 15
    longest: int = 90
    pause: int = 10
    shortest: int = 25
    grid: int = 5
    inflation: int = 0
    morning: bool = True
    noon: time = time(12)
    meetings_from: time = time(9)
    meetings_until: time = time(15)
    shutdown: time | None = None
    near_days: int = 2
    elements: frozenset[Element] = frozenset({Element.WORK, Element.GROWTH})

    def __post_init__(self) -> None:
        if self.grid < 1 or DAY_MINUTES % self.grid:
            raise ValueError("the grid divides the day")
        if any(value % self.grid for value in (self.longest, self.pause, self.shortest)):
            raise ValueError("stretch, pause and piece are whole steps of the grid")
        if not self.grid <= self.shortest <= self.longest or self.pause < self.grid:
            raise ValueError("a piece fits into a stretch, and a pause has its slot")
        if not 0 <= self.buffer < 100 or self.inflation < 0 or self.near_days < 0:
            raise ValueError("shares are per cent, and nothing is negative")
        if self.meetings_until <= self.meetings_from:
            raise ValueError("meeting hours end after they start")


class Reason(StrEnum):
    """Why a piece stands where it stands; the first that holds."""

    CONTINUES = "continues"
    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    MORNING = "morning_for_demanding"
    MEETING_HOURS = "meeting_hours"
    IMPORTANT = "important_first"
    URGENT = "urgent"
    BEFORE_DUE = "before_due"
    FILLS_GAP = "fills_gap"


class Refusal(StrEnum):
    """Why minutes have no place."""

    NO_ESTIMATE = "no_estimate"
    ESTIMATE_SPENT = "estimate_spent"
    BELOW_GRID = "below_grid"
    BELOW_SHORTEST = "below_shortest_piece"
    OTHER_ELEMENT = "other_element"
    NOT_YET = "not_before"
    NO_WORKING_TIME = "no_working_time"
    GAPS_TOO_SHORT = "gaps_too_short"
    NO_TIME_BEFORE_DUE = "no_time_before_due"
    BEYOND_HORIZON = "beyond_horizon"


class Placement(NamedTuple):
    """A piece of a task in its place: part `part` of `parts`, counted over this plan."""

    task: int
    period: Period
    reason: Reason
    due: date | None = None
    part: int = 1
    parts: int = 1


class Unplaced(NamedTuple):
    """Minutes of a task without a place; the dates are those that stood in the way."""

    task: int
    minutes: int
    reason: Refusal
    due: date | None = None
    not_before: date | None = None


class Plan(NamedTuple):
    """Placements by time, and what has no place by the order of the demands."""

    placements: tuple[Placement, ...]
    unplaced: tuple[Unplaced, ...]


class Need(NamedTuple):
    """A demand in units of the grid, within the planned days: `first` to `last` are their indexes.

    `shortest` is the least that one piece may have. `deadline` says that `last` is a due date
    that can still be met.
    """

    task: int
    units: int
    shortest: int
    first: int
    last: int
    deadline: bool
    important: bool
    meeting: bool
    morning: bool
    order: tuple[int, ...]
