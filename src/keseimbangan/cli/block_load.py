"""Whether a new block is too much for its day."""

from keseimbangan.cli.context import Env
from keseimbangan.cli.work_calendar import work_calendar
from keseimbangan.domain.blocks import Block
from keseimbangan.domain.elements import Element
from keseimbangan.domain.period import day_of
from keseimbangan.domain.timeline import planned_work_minutes, same
from keseimbangan.domain.workdays import working_hours
from keseimbangan.store.blocks import Blocks
from keseimbangan.store.database import Database


def overload_by(env: Env, db: Database, block: Block) -> str | None:
    """The sentence that a new block asks more work of its day than there are hours, if it does."""
    if block.element is not Element.WORK or block.rule is not None or block.day < env.today():
        return None
    days = day_of(block.day)
    calendar, blocks = work_calendar(env, db, days), Blocks(db).on(days)
    hours = working_hours(block.day, calendar)
    load = planned_work_minutes(blocks, block.day)
    before = planned_work_minutes([b for b in blocks if not same(b, block)], block.day)
    if hours.hours is None or load <= max(before, hours.minutes):
        return None
    from keseimbangan.cli.day_pressure import day_pressures
    from keseimbangan.domain.day import CANDIDATES, DayWarning, WarningCode
    from keseimbangan.store.tasks import Tasks
    from keseimbangan.view.exits import overcommitted_sentence

    there = day_pressures(env, db, days, {block.day: blocks}, Tasks(db).open(), calendar)[block.day]
    over = load - hours.minutes
    candidates = there.blocks[:CANDIDATES]
    code = WarningCode.OVERCOMMITTED
    warning = DayWarning(code, candidates, over, other_day=there.other_day)
    return overcommitted_sentence(warning, env.today())
