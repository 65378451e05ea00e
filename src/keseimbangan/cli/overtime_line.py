"""The soft line of overtime: looked up only where a person wants to see it."""

from typing import TYPE_CHECKING

from keseimbangan.cli.context import Env
from keseimbangan.domain.period import DaySpan, week_of
from keseimbangan.store.database import Database

if TYPE_CHECKING:
    from keseimbangan.view.overtime_line import OvertimeLine


def overtime_line(env: Env, db: Database, days: DaySpan) -> "OvertimeLine | None":
    """The line and what passes it in the weeks of some days; none unless it is wanted."""
    settings = env.settings
    if not settings.overtime_line:
        return None
    from keseimbangan.domain.overtime import Reference, beyond
    from keseimbangan.store.overtimes import Overtimes
    from keseimbangan.view.overtime_line import OvertimeLine

    reference = Reference(settings.overtime_day, settings.overtime_week)
    weeks = DaySpan(week_of(days.first).first, week_of(days.last).end)
    found = Overtimes(db).starting(weeks.instants(env.zone))
    within = sum(each.period.minutes for each in found if each.day in days)
    return OvertimeLine(reference, beyond(found, reference).within(days), within)
