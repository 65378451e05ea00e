"""All that decides the hours of some days: settings, and what the store holds of one's own."""

from dataclasses import replace
from datetime import date, timedelta

from keseimbangan.cli.context import Env
from keseimbangan.domain.period import ONE_DAY, DaySpan
from keseimbangan.domain.workdays import WorkCalendar
from keseimbangan.store.database import Database
from keseimbangan.store.holidays import Holidays
from keseimbangan.store.presence import absences, shift_hours

# Who looks for the last working day of a month looks a little beyond the days that are asked for.
AHEAD = timedelta(days=10)


def work_calendar(env: Env, db: Database, days: DaySpan) -> WorkCalendar:
    """The calendar of the years in which the days lie."""
    years = DaySpan(
        date(days.first.year, 1, 1), date((days.end + AHEAD).year, 12, 31) + timedelta(days=1)
    )
    # A shift of the day before may end on the first of them.
    around = DaySpan(years.first - ONE_DAY, years.end)
    return replace(
        env.settings.calendar,
        holidays=Holidays(db).between(years),
        shifts=shift_hours(db, around),
        absences=absences(db, around),
    )
