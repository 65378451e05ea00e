"""Where one works on some days: what was noted, and what the settings call usual."""

from datetime import date

from keseimbangan.cli.context import Env
from keseimbangan.domain.blocks import WorkLocation
from keseimbangan.domain.locations import FlexibleDays, flexible_days, location_of
from keseimbangan.domain.period import DaySpan, week_of
from keseimbangan.domain.workdays import WorkCalendar
from keseimbangan.store.database import Database
from keseimbangan.store.presence import noted_locations


class Workplaces:
    """The places of work of some whole weeks."""

    def __init__(self, env: Env, db: Database, weeks: DaySpan) -> None:
        settings = env.settings
        self._noted = noted_locations(db, weeks)
        self._usual = [WorkLocation(own or settings.location) for own in settings.usual_locations]
        self._limit = settings.flexible_limit

    def of(self, day: date) -> WorkLocation:
        """The place of a day."""
        return location_of(day, self._noted, self._usual)

    def is_noted(self, day: date) -> bool:
        """Whether the place was noted for that very day."""
        return day in self._noted

    def flexible(self, day: date, calendar: WorkCalendar) -> FlexibleDays:
        """The flexible days of the week of a day."""
        return flexible_days(week_of(day), self._noted, self._usual, calendar, self._limit)
