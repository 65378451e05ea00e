"""Loading an interrupted day, letting it flow on, and keeping what comes of it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from keseimbangan.cli.context import Env
from keseimbangan.cli.work_calendar import work_calendar
from keseimbangan.domain.blocks import LONGEST, Block
from keseimbangan.domain.period import ONE_DAY, DaySpan, Period, instant, local
from keseimbangan.domain.planning_question import free_time, is_labour
from keseimbangan.domain.planning_values import Refusal
from keseimbangan.domain.reflow import Change, reflow
from keseimbangan.domain.reflow_blocks import Flow, Moved, as_blocks, weight_of
from keseimbangan.domain.reflow_flow import Surround
from keseimbangan.domain.reflow_places import Pace
from keseimbangan.domain.reflow_week import (
    demands_for,
    lost,
    movable,
    unplaced,
    with_places,
    without_tasks,
)
from keseimbangan.domain.tasks import Task
from keseimbangan.domain.timeline import same
from keseimbangan.domain.workdays import next_working_day, working_hours
from keseimbangan.store.blocks import Blocks
from keseimbangan.store.database import Database
from keseimbangan.store.tasks import Tasks

# So many days after the day take what it no longer holds.
WEEK = 7 * ONE_DAY
_MINUTE = timedelta(minutes=1)


def flow_around(env: Env, db: Database, by: Block, own: Block | None = None) -> Flow:
    """What becomes of the day, and of the week, when a block takes its time; `own` as it stood."""
    taken = by.period if own is None else Period(own.ends_at, by.ends_at)
    days = _days(env, taken)
    near = Blocks(db).during(Period(taken.start - LONGEST, taken.end + 2 * LONGEST))
    blocks = [block for block in near if own is None or not same(block, own)]
    tasks = Tasks(db).among({block.task for block in blocks if block.task})
    weight = weight_of(tasks, days.first, env.today(), env.settings.urgent_days)
    found = reflow(taken, blocks, _surround(env, db, days, by), env.now(), weight)
    changes, refused = _on_other_days(env, db, found.changes, tasks, days)
    homeless = unplaced(changes, refused, tasks)
    moved = [Moved(c.block, tuple(as_blocks(c, env.now(), env.new_uid))) for c in changes]
    moved += [Moved(before, (after,)) for before, after in found.buffers]
    return Flow(
        tuple(sorted(moved, key=lambda one: one.before.starts_at)),
        tuple((change.block, one) for change, one in homeless),
        found.overlapped,
        next_working_day(days.last, work_calendar(env, db, days)),
        found.tight,
    )


def keep(env: Env, db: Database, flow: Flow) -> Flow:
    """Write it; the same with the numbers of what is new."""
    shelf = Blocks(db)
    kept = tuple(
        Moved(before, tuple(shelf.keep(block, env.new_uid()) for block in after))
        for before, after in flow.moved
    )
    return flow._replace(moved=kept)


def _days(env: Env, taken: Period) -> DaySpan:
    first = local(taken.start, env.zone).date()
    # What ends at midnight does not reach into the next day.
    last = max(first, (local(taken.end, env.zone) - datetime.resolution).date())
    return DaySpan(first, last + ONE_DAY)


def _surround(env: Env, db: Database, days: DaySpan, by: Block) -> Surround:
    wishes, calendar = env.settings.planning, work_calendar(env, db, days)
    hours = [working_hours(day, calendar) for day in days]
    span = days.instants(env.zone)
    midnight = local(span.start, env.zone)
    wishes_of_pace = (wishes.shortest, wishes.longest, wishes.pause, wishes.grid)
    work = free_time(hours, midnight, wishes.shutdown)
    ends = [(each.periods()[0].start, each.periods()[-1].end) for each in hours if each.periods()]
    return Surround(
        work=[_instants(env, period) for period in work],
        whole=[_instants(env, Period(start, end)) for start, end in ends],
        end=span.end,
        pace=Pace(*(n * _MINUTE for n in wishes_of_pace)),
        worked=[by.period] if is_labour(by) else [],
    )


def _on_other_days(
    env: Env, db: Database, changes: tuple[Change, ...], tasks: Mapping[int, Task], day: DaySpan
) -> tuple[tuple[Change, ...], dict[int, Refusal]]:
    """What the day no longer holds of tasks goes to the week that follows, where it may."""
    left, today, urgent_days = lost(changes, tasks), env.today(), env.settings.urgent_days
    wanted = {at: task for at, task in left.items() if movable(task, day.end, today)}
    refused = dict.fromkeys(left.keys() - wanted.keys(), Refusal.NO_TIME_BEFORE_DUE)
    if not wanted:
        return changes, refused
    from keseimbangan.cli.planning import planning_question
    from keseimbangan.domain.planning import plan

    question = planning_question(env, db, DaySpan(day.end, day.end + WEEK))
    rules = replace(question.rules, inflation=0)
    demands = demands_for(changes, wanted, today, urgent_days, rules.grid)
    fixed = without_tasks(question.fixed)
    answer = plan(question.horizon, question.free, fixed, demands, rules)
    places: dict[int, list[Period]] = {}
    for one in answer.placements:
        places.setdefault(one.task, []).append(_instants(env, one.period))
    return with_places(changes, places), refused | {u.task: u.reason for u in answer.unplaced}


def _instants(env: Env, period: Period) -> Period:
    start = instant(period.start.date(), period.start.time(), env.zone)
    return Period(start, instant(period.end.date(), period.end.time(), env.zone))
