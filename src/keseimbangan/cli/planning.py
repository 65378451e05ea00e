"""Loading what the planner needs to know, and writing what it answers."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, time, timedelta

from keseimbangan.cli.context import Env
from keseimbangan.cli.work_calendar import work_calendar
from keseimbangan.domain.blocks import LONGEST, Block
from keseimbangan.domain.period import ONE_DAY, DaySpan, Period, local
from keseimbangan.domain.planning import plan
from keseimbangan.domain.planning_question import (
    Question,
    demand_of,
    fixed_of,
    free_time,
    in_order,
    on_grid,
    releasable,
    rules_of,
    wanted,
)
from keseimbangan.domain.planning_steps import Step, Steps, steps_of
from keseimbangan.domain.planning_values import Demand, Plan
from keseimbangan.domain.plans import AppliedPlan, PlanPiece
from keseimbangan.domain.tasks import Task
from keseimbangan.domain.times import TimeRange
from keseimbangan.domain.workdays import working_hours
from keseimbangan.store.blocks import Blocks
from keseimbangan.store.database import Database
from keseimbangan.store.plans import Plans
from keseimbangan.store.tasks import Tasks
from keseimbangan.store.worked import worked_minutes

# Who has been away longer than this has no day to plan.
AHEAD = timedelta(days=31)

Release = Callable[[Block], bool]


def planning_question(
    env: Env,
    db: Database,
    days: DaySpan,
    *,
    release: bool | Release = False,
    overtime: TimeRange | None = None,
    usual: int | None = None,
) -> Question:
    """What the planner is asked about some days, nothing before the present.

    With `release`, unprotected blocks of open tasks that lie ahead in these days may be planned
    anew: all of them, or those that it says yes to. `usual` minutes, by default those of the
    settings, stand for a missing estimate.
    """
    wishes, calendar = env.settings.planning, work_calendar(env, db, days)
    usual = wishes.estimate if usual is None else usual
    hours = [working_hours(day, calendar) for day in days]
    since = max(_present(env), datetime.combine(days.first, time()))
    tasks = {task.number or 0: task for task in wanted(Tasks(db).open())}
    shown, others = _blocks(env, db, days)
    released = _released(env, db, shown, tasks, release)
    standing = [block for block in [*shown, *others] if block not in released]
    # An hour that is asked for is not ended by the one at which planning usually ends.
    rules = rules_of(wishes if overtime is None else wishes._replace(shutdown=None), _urgent(env))
    return Question(
        horizon=days,
        zone=env.zone,
        since=since,
        calendar=calendar,
        hours=hours,
        free=free_time(hours, since, wishes.shutdown, overtime),
        blocks=shown,
        fixed=[one for block in standing for one in fixed_of(block, env.zone, env.now())],
        demands=_demands(env, db, tasks, usual),
        rules=rules,
        tasks=tasks,
        guessed=frozenset(n for n, task in tasks.items() if usual and not task.estimate_minutes),
        usual=usual,
        released=released,
    )


def planned_steps(env: Env, question: Question) -> tuple[Plan, Steps]:
    """The planner's answer, and the blocks it comes to."""
    answer = plan(question.horizon, question.free, question.fixed, question.demands, question.rules)
    return answer, steps_of(question, answer, env.new_uid)


def apply(env: Env, db: Database, days: DaySpan, steps: Steps) -> Steps:
    """Write the blocks of a plan and keep it; the same steps with the numbers of their blocks."""
    if not steps.changes:
        return steps
    shelf, plans = Blocks(db), Plans(db)
    for block in steps.dropped:
        shelf.delete(block)
    plans.replaced(block.uid for block in steps.dropped)
    pieces = tuple(_written(shelf, step) for step in steps.pieces)
    if pieces:
        plan = AppliedPlan(None, env.new_uid(), days.first, days.last, env.zone, env.now())
        plans.add(plan, [_piece(env, step, at) for at, step in enumerate(pieces)])
    return Steps(pieces, steps.dropped)


def open_days(env: Env, db: Database, days: DaySpan) -> list[DaySpan]:
    """Each of some days that has working time from now on, as a span of its own."""
    calendar, wishes = work_calendar(env, db, days), env.settings.planning
    least, since = timedelta(minutes=wishes.shortest), _present(env)
    found = []
    for day in days:
        free = free_time([working_hours(day, calendar)], since, wishes.shutdown)
        if any(period.end - period.start >= least for period in free):
            found.append(DaySpan(day, day + ONE_DAY))
    return found


def _present(env: Env) -> datetime:
    return on_grid(local(env.now(), env.zone), env.settings.planning.grid)


def _urgent(env: Env) -> int:
    return env.settings.urgent_days


def _blocks(env: Env, db: Database, days: DaySpan) -> tuple[list[Block], list[Block]]:
    """The blocks of the days, and others that matter: near them, or planned for a task."""
    span = days.instants(env.zone)
    near = Blocks(db).during(Period(span.start - LONGEST, span.end + LONGEST))
    known = {block.uid for block in near}
    ahead = Plans(db).task_blocks_from(env.now() - LONGEST)
    shown = [block for block in near if block.period.overlaps(span)]
    others = [block for block in near if not block.period.overlaps(span)]
    return shown, [*others, *(block for block in ahead if block.uid not in known)]


def _released(
    env: Env,
    db: Database,
    blocks: Sequence[Block],
    tasks: Mapping[int, Task],
    release: bool | Release,
) -> list[Block]:
    if release is False:
        return []
    own = [block for block in blocks if block.task in tasks]
    made = Plans(db).made(block.uid for block in own)
    found = [block for block in own if releasable(block, env.now(), block.uid in made)]
    return found if release is True else [block for block in found if release(block)]


def _demands(env: Env, db: Database, tasks: Mapping[int, Task], usual: int) -> list[Demand]:
    worked = worked_minutes(db, tasks)
    today, urgent = env.today(), _urgent(env)
    found = (
        demand_of(task, today, urgent, worked.get(number, 0), usual)
        for number, task in tasks.items()
    )
    return sorted(found, key=in_order)


def _written(shelf: Blocks, step: Step) -> Step:
    return step._replace(block=shelf.save(step.block)) if step.changes else step


def _piece(env: Env, step: Step, position: int) -> PlanPiece:
    placement, block = step.placement, step.block
    return PlanPiece(
        uid=env.new_uid(),
        task=placement.task,
        block_uid=block.uid,
        title=block.title,
        starts_at=block.starts_at,
        ends_at=block.ends_at,
        reason=placement.reason,
        position=position,
    )
