"""The rules of a plan, counted again minute by minute and without the planner's own code."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta

from keseimbangan.domain.blocks import BlockKind
from keseimbangan.domain.period import DaySpan, Period
from keseimbangan.domain.planning_values import Demand, Fixed, Placement, Rules, WorkKind

MINUTE = timedelta(minutes=1)
RESTFUL = {BlockKind.BREAK, BlockKind.FAMILY}


def broken(
    horizon: DaySpan,
    free: Sequence[Period],
    fixed: Sequence[Fixed],
    demands: Sequence[Demand],
    rules: Rules,
    placements: Sequence[Placement],
) -> list[str]:
    """Every law that some placements break, in words; empty when all hold."""
    by_task = {demand.task: demand for demand in demands}
    found = []
    taken = [block.period for block in fixed]
    for placement in placements:
        demand, period = by_task[placement.task], placement.period
        day = period.start.date()
        if any(period.overlaps(other) for other in taken):
            found.append(f"overlap {placement}")
        taken.append(period)
        if not set(_minutes([period])) <= set(_minutes(free)) or day not in horizon:
            found.append(f"outside working time {placement}")
        if rules.shutdown and period.end > datetime.combine(day, rules.shutdown):
            found.append(f"after the shutdown {placement}")
        if any(_from_midnight(end) % rules.grid for end in (period.start, period.end)):
            found.append(f"off the grid {placement}")
        if demand.not_before and day < demand.not_before:
            found.append(f"too early {placement}")
        if demand.due and demand.due >= horizon.first and day > demand.due:
            found.append(f"too late {placement}")
        if demand.element not in rules.elements:
            found.append(f"no work of this time {placement}")
        if demand.kind is WorkKind.MEETING and not (
            rules.meetings_from <= period.start.time() and period.end.time() <= rules.meetings_until
        ):
            found.append(f"outside meeting hours {placement}")
    found += _amounts(fixed, demands, rules, placements)
    found += _stretches(fixed, rules, placements)
    found += _buffers(horizon, free, fixed, rules, placements)
    return found


def _from_midnight(moment: datetime) -> int:
    return moment.hour * 60 + moment.minute


def _minutes(periods: Iterable[Period]) -> Iterable[datetime]:
    for period in periods:
        for offset in range(period.minutes):
            yield period.start + offset * MINUTE


def _amounts(
    fixed: Sequence[Fixed], demands: Sequence[Demand], rules: Rules, placements: Sequence[Placement]
) -> list[str]:
    found = []
    for demand in demands:
        pieces = [p.period.minutes for p in placements if p.task == demand.task]
        before = sum(block.period.minutes for block in fixed if block.task == demand.task)
        whole = (demand.minutes or 0) * (100 + rules.inflation) // 100
        if pieces and before + sum(pieces) > whole:
            found.append(f"more than the task needs {demand.task}")
        if whole >= rules.shortest and any(piece < rules.shortest for piece in pieces):
            found.append(f"a piece too short {demand.task}")
        if whole < rules.shortest and len(pieces) > 1:
            found.append(f"a short task in pieces {demand.task}")
        if demand.kind is WorkKind.MEETING and whole <= rules.longest and len(pieces) > 1:
            found.append(f"a meeting in pieces {demand.task}")
    return found


def _stretches(fixed: Sequence[Fixed], rules: Rules, placements: Sequence[Placement]) -> list[str]:
    """Work joined by less than a pause, the plan part of it, lasts no longer than allowed."""
    work = [(b.period, False) for b in fixed if b.kind not in {*RESTFUL, BlockKind.BUFFER}]
    work += [(placement.period, True) for placement in placements]
    found, run, ours = [], None, False
    for period, new in [*sorted(work), (None, False)]:
        if run and period and period.start - run.end < rules.pause * MINUTE:
            run, ours = Period(run.start, max(run.end, period.end)), ours or new
            continue
        if run and ours and run.minutes > rules.longest:
            found.append(f"no pause {run}")
        run, ours = period, new
    return found


def _buffers(
    horizon: DaySpan,
    free: Sequence[Period],
    fixed: Sequence[Fixed],
    rules: Rules,
    placements: Sequence[Placement],
) -> list[str]:
    """On a day that the plan touches, work leaves its share of the working time free."""
    rest = set(_minutes(b.period for b in fixed if b.kind in RESTFUL))
    labour = [b.period for b in fixed if b.kind not in {*RESTFUL, BlockKind.BUFFER}]
    busy = set(_minutes([*labour, *(p.period for p in placements)]))
    working, worked = defaultdict(int), defaultdict(int)
    for minute in set(_minutes(free)):
        if minute not in rest and minute.time() < (rules.shutdown or time.max):
            working[minute.date()] += 1
            worked[minute.date()] += minute in busy
    touched = {placement.period.start.date() for placement in placements}
    return [
        f"no buffer {day}"
        for day in horizon
        if day in touched and worked[day] * 100 > working[day] * (100 - rules.buffer)
    ]
