"""Proposing time next week for what matters most: one focus block for each priority."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, time, timedelta

from keseimbangan.domain.blocks import Block
from keseimbangan.domain.period import DaySpan, Period
from keseimbangan.domain.tasks import Task, remaining_minutes
from keseimbangan.domain.timeline import gaps
from keseimbangan.domain.workdays import WorkCalendar, working_hours

# Minutes: a priority without an estimate, the least that is worth a block, the most at one sitting.
USUAL, LEAST, MOST = 90, 30, 120
STEP = 15
NOON = time(12)


def wanted_minutes(task: Task | None) -> int:
    """How long the block should be: what is left of the estimate, in quarters, 30 to 120."""
    left = remaining_minutes(task) if task else 0
    if not left:
        return USUAL
    return max(LEAST, min(MOST, -(-left // STEP) * STEP))


def free_time(
    days: DaySpan, blocks: Collection[Block], calendar: WorkCalendar, now: datetime, zone: str
) -> list[Period]:
    """Free working time on the days, from a wall-clock `now` of the zone on, in order."""
    free: list[Period] = []
    for day in days:
        for gap in gaps(working_hours(day, calendar), blocks, zone):
            start = max(gap.start, _next_quarter(now))
            if start < gap.end:
                free.append(Period(start, gap.end))
    return free


def proposed(free: Iterable[Period], minutes: int, full: Collection[date] = ()) -> Period | None:
    """Where a block of that length fits best, wall clock; none where nothing fits.

    Mornings first, and days that are not `full` yet first: priorities deserve fresh heads and
    days of their own. Where nothing is long enough, the longest gap of half an hour or more.
    """
    length = timedelta(minutes=minutes)
    open_ = [gap for gap in free if gap.minutes >= LEAST]
    fitting = [gap for gap in open_ if gap.end - gap.start >= length]
    if not fitting:
        longest = max(open_, key=lambda gap: gap.minutes, default=None)
        return longest and Period(longest.start, min(longest.end, longest.start + length))
    best = min(fitting, key=lambda gap: (_afternoon(gap), gap.start.date() in full, gap.start))
    return Period(best.start, best.start + length)


def _afternoon(gap: Period) -> bool:
    return gap.start.time() >= NOON


def _next_quarter(now: datetime) -> datetime:
    over = timedelta(minutes=now.minute % STEP, seconds=now.second, microseconds=now.microsecond)
    return now + timedelta(minutes=STEP) - over if over else now
