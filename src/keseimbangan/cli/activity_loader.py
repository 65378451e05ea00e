"""Load what a performance log is made of. Nothing here can reach the journal."""

from keseimbangan.cli.context import Env
from keseimbangan.domain.activities import Activity, activities
from keseimbangan.domain.evidence import Evidence, evidence
from keseimbangan.domain.focus import FocusSession
from keseimbangan.domain.period import ONE_DAY, DaySpan
from keseimbangan.domain.tasks import Task
from keseimbangan.store.blocks import Blocks
from keseimbangan.store.database import Database
from keseimbangan.store.focus import Focus
from keseimbangan.store.targets import Indicators, Targets
from keseimbangan.store.tasks import Tasks
from keseimbangan.view.activities import Names


def load_activities(env: Env, db: Database, days: DaySpan) -> tuple[list[Activity], Names]:
    """The lines of some days, and the names of what they name."""
    # One day more on either side: rows belong to the days of their own zone, and a block may really
    # have run on the day beside the one for which it was planned.
    around = DaySpan(days.first - ONE_DAY, days.end + ONE_DAY)
    instants = around.instants(env.zone)
    blocks = Blocks(db).on(around)
    sessions = Focus(db).between(instants.start, instants.end)
    closed = Tasks(db).closed_between(instants.start, instants.end)
    tasks = {task.number or 0: task for task in closed}
    tasks |= _others(db, tasks, [block.task for block in blocks], sessions)
    lines = activities(days, blocks, tasks, sessions, env.zone)
    return lines, _names(db, lines)


def load_evidence(env: Env, db: Database, days: DaySpan) -> tuple[Evidence, Names]:
    """What some days show for each target, and the names of what they name."""
    lines, names = load_activities(env, db, days)
    targets, shelf = Targets(db).all(), Indicators(db)
    indicators = shelf.of(target.number for target in targets)
    found = evidence(days, env.zone, targets, indicators, shelf.realisations(indicators), lines)
    return found, names


def _others(
    db: Database,
    known: dict[int, Task],
    named: list[int | None],
    sessions: list[FocusSession],
) -> dict[int, Task]:
    """The tasks that blocks and sessions name, beyond the known ones."""
    numbers = {number for number in (*named, *(one.task for one in sessions)) if number}
    return Tasks(db).among(numbers - known.keys())


def _names(db: Database, lines: list[Activity]) -> Names:
    numbers = {line.target for line in lines}
    targets = {one.number or 0: one for one in Targets(db).all() if one.number in numbers}
    return Names(targets, {one.number or 0: one for one in Indicators(db).of(targets)})
