"""Holidays, collective leave and Ramadan, held against the library `holidays`."""

from datetime import date

import holidays as oracle
import pytest

from keseimbangan.domain.dated import DECREES, HOLIDAYS
from keseimbangan.domain.holidays import (
    Certainty,
    Holiday,
    HolidayKind,
    holiday_on,
    holidays_of,
    is_fasting,
    lacks_collective_leave,
    lacks_holidays,
    shipped_on,
)
from keseimbangan.domain.period import DaySpan

YEARS = (2024, 2025, 2026, 2027, 2028)
CATEGORIES = {HolidayKind.NATIONAL: "public", HolidayKind.COLLECTIVE: "government"}
ORDINARY, NYEPI = date(2026, 11, 23), date(2026, 3, 19)

# As the decrees themselves list them: SKB 1497/2025 and SKB 1205/2026.
DECREED = {
    (2026, "national"): (
        "01-01 01-16 02-17 03-19 03-21 03-22 04-03 04-05 05-01 05-14 05-27 05-31 06-01 06-16 08-17 "
        "08-25 12-25"
    ),
    (2026, "collective"): "02-16 03-18 03-20 03-23 03-24 05-15 05-28 12-24",
    (2027, "national"): (
        "01-01 01-05 02-06 03-08 03-10 03-11 03-26 03-28 05-01 05-06 05-17 05-20 06-01 06-06 08-15 "
        "08-17 12-25 12-26"
    ),
    (2027, "collective"): "02-05 03-09 03-12 03-15 03-25 05-18 05-19 12-24",
}


def days(year: int, kind: HolidayKind) -> set[date]:
    return {each.day for each in holidays_of(year, {}) if each.kind is kind}


@pytest.mark.parametrize(("year", "kind"), DECREED)
def test_the_days_are_those_of_the_decree(year: int, kind: str) -> None:
    listed = {date.fromisoformat(f"{year}-{day}") for day in DECREED[year, kind].split()}
    assert days(year, HolidayKind(kind)) == listed


@pytest.mark.parametrize("kind", CATEGORIES)
@pytest.mark.parametrize("year", YEARS)
def test_the_days_are_those_that_the_library_knows(year: int, kind: HolidayKind) -> None:
    known = oracle.country_holidays("ID", years=year, categories=(CATEGORIES[kind],))
    assert days(year, kind) == set(known)


def test_every_official_day_names_its_decree_and_no_estimate_does() -> None:
    for day in map(date.fromisoformat, HOLIDAYS):
        found = shipped_on(day)
        assert found is not None
        assert (found.basis is not None) == (found.certainty is Certainty.OFFICIAL)
        assert found.basis is None or found.basis in DECREES.values()
        assert found.name
        assert found.english


def test_what_is_not_decreed_yet_is_an_estimate() -> None:
    uncertain = {
        each.day.year
        for year in YEARS
        for each in holidays_of(year, {})
        if each.certainty is Certainty.ESTIMATE
    }
    assert uncertain == {2028}


def test_an_ordinary_day_is_no_holiday() -> None:
    assert holiday_on(ORDINARY, {}) is None


def test_an_entry_of_ones_own_stands_above_what_is_known() -> None:
    own = Holiday(NYEPI, "Nyepi di kantor kami", HolidayKind.AGENCY)
    assert holiday_on(NYEPI, {NYEPI: own}) is own
    assert own in holidays_of(2026, {NYEPI: own})
    assert len(holidays_of(2026, {NYEPI: own})) == len(holidays_of(2026, {}))


def test_a_cancelled_holiday_is_an_ordinary_day_that_is_still_listed() -> None:
    own = {NYEPI: Holiday(NYEPI, "Nyepi", HolidayKind.NATIONAL, cancelled=True)}
    assert holiday_on(NYEPI, own) is None
    assert own[NYEPI] in holidays_of(2026, own)


def test_a_year_without_a_decree_lacks_its_collective_leave_until_some_is_noted() -> None:
    assert [year for year in YEARS if lacks_collective_leave(year, {})] == [2028]
    day = date(2028, 3, 27)
    own = {day: Holiday(day, "Cuti bersama Nyepi", HolidayKind.COLLECTIVE)}
    assert not lacks_collective_leave(2028, own)


def test_a_year_of_which_nothing_is_known_lacks_holidays() -> None:
    assert lacks_holidays(2029, {})
    assert not lacks_holidays(2028, {})
    day = date(2029, 1, 1)
    assert not lacks_holidays(2029, {day: Holiday(day, "Tahun Baru", HolidayKind.NATIONAL)})


@pytest.mark.parametrize(
    ("day", "fasting"),
    [
        (date(2026, 2, 18), False),
        (date(2026, 2, 19), True),
        (date(2026, 3, 20), True),
        (date(2026, 3, 21), False),
        (date(2027, 2, 7), False),
        (date(2027, 2, 8), True),
        (date(2027, 3, 9), True),
        (date(2027, 3, 10), False),
    ],
)
def test_ramadan_has_a_first_and_a_last_day(day: date, fasting: bool) -> None:
    assert is_fasting(day) == fasting


def test_each_ramadan_is_a_month_of_the_moon() -> None:
    for year in YEARS:
        days = [day for day in DaySpan(date(year, 1, 1), date(year + 1, 1, 1)) if is_fasting(day)]
        assert len(days) in (29, 30)
        assert (days[-1] - days[0]).days == len(days) - 1


def test_a_ramadan_of_ones_own_replaces_that_of_its_year_alone() -> None:
    own = (DaySpan(date(2027, 2, 9), date(2027, 3, 10)),)
    assert not is_fasting(date(2027, 2, 8), own)
    assert is_fasting(date(2027, 2, 9), own)
    assert is_fasting(date(2026, 2, 19), own)
    assert is_fasting(date(2027, 3, 9), own)
    assert not is_fasting(date(2027, 3, 10), own)
