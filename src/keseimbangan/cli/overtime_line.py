"""The soft line of overtime: looked up only where a person wants to see it."""

from keseimbangan.cli.context import Env
from keseimbangan.domain.period import DaySpan, week_of
from keseimbangan.store.database import Database
from keseimbangan.view.overtime_line import OvertimeLine


def overtime_line(env: Env, db: Database, days: DaySpan) -> OvertimeLine | None:
    """The line and what passes it in the weeks of some days; none unless it is wanted."""
    reference = env.settings.overtime_reference
    if reference is None:
        return None
    from keseimbangan.domain.overtime import beyond
    from keseimbangan.store.overtimes import Overtimes

    weeks = DaySpan(week_of(days.first).first, week_of(days.last).end)
    found = Overtimes(db).starting(weeks.instants(env.zone))
    within = sum(each.period.minutes for each in found if each.day in days)
    return OvertimeLine(reference, beyond(found, reference).within(days), within)
