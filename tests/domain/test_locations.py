"""Where one works, and the flexible days of a week."""

from datetime import date, time

import pytest

from keseimbangan.domain.blocks import WorkLocation
from keseimbangan.domain.locations import LocationDay, flexible_days, location_of
from keseimbangan.domain.period import week_of
from keseimbangan.domain.workdays import Absence, WorkCalendar

OFFICE, HOME, OTHER = WorkLocation.OFFICE, WorkLocation.HOME, WorkLocation.OTHER
USUAL = [OFFICE] * 4 + [HOME] + [OFFICE] * 2
MONDAY, FRIDAY, SATURDAY = date(2026, 11, 23), date(2026, 11, 27), date(2026, 11, 28)


def test_what_was_noted_stands_above_what_is_usual() -> None:
    assert location_of(FRIDAY, {}, USUAL) is HOME
    assert location_of(FRIDAY, {FRIDAY: OFFICE}, USUAL) is OFFICE
    assert location_of(MONDAY, {FRIDAY: OTHER}, USUAL) is OFFICE


@pytest.mark.parametrize(
    ("noted", "calendar", "used"),
    [
        ({}, WorkCalendar(), 1),
        ({MONDAY: OTHER}, WorkCalendar(), 2),
        ({FRIDAY: OFFICE}, WorkCalendar(), 0),
        ({SATURDAY: HOME}, WorkCalendar(), 1),
        ({}, WorkCalendar(absences={FRIDAY: Absence("annual")}), 0),
    ],
)
def test_working_days_away_from_the_office_are_flexible(
    noted: dict[date, WorkLocation], calendar: WorkCalendar, used: int
) -> None:
    assert flexible_days(week_of(MONDAY), noted, USUAL, calendar, 2) == (used, 2)


@pytest.mark.parametrize("hours", [(time(8), None), (None, time(8)), (time(9), time(8))])
def test_hours_at_a_place_have_both_ends_in_order(hours: tuple[time | None, time | None]) -> None:
    with pytest.raises(ValueError, match="hours at a place"):
        LocationDay(None, "u", MONDAY, HOME, start=hours[0], end=hours[1])
