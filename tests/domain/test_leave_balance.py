"""Annual leave: what a year gives, what goes over to the next, and what is left."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keseimbangan.domain.leave_balance import LeaveTerms, annual_balance

SINCE = LeaveTerms(since=2024)


@pytest.mark.parametrize(
    ("used", "year", "carried", "most"),
    [
        # The first year of the records brings nothing that is not said.
        ({}, 2024, 0, 18),
        # With this year's at most 18: six of what one year left.
        ({}, 2025, 6, 18),
        ({2024: 4}, 2025, 6, 18),
        ({2024: 7}, 2025, 5, 18),
        ({2024: 12}, 2025, 0, 18),
        # Not taken for two years or more: at most 24.
        ({}, 2026, 12, 24),
        ({}, 2027, 12, 24),
        ({2024: 1}, 2026, 6, 18),
        # What was carried over is used first, and is not carried on.
        ({2024: 6, 2025: 6}, 2026, 6, 18),
        ({2024: 6, 2025: 15}, 2026, 3, 18),
        ({2024: 6, 2025: 18}, 2026, 0, 18),
        ({2024: 11.5}, 2025, 0.5, 18),
        # More than there is a right to takes nothing from the next year.
        ({2024: 20}, 2025, 0, 18),
    ],
)
def test_unused_leave_goes_over(
    used: dict[int, float], year: int, carried: float, most: int
) -> None:
    balance = annual_balance(year, used, SINCE)
    assert (balance.carried, balance.most) == (carried, most)
    assert balance.remaining == 12 + carried - used.get(year, 0)


def test_what_was_brought_counts_in_the_first_year_alone() -> None:
    terms = LeaveTerms(since=2024, brought=6)
    assert annual_balance(2024, {2024: 10}, terms).remaining == 8
    # Six of the ten were those brought.
    assert annual_balance(2025, {2024: 10}, terms).carried == 6
    assert annual_balance(2025, {2024: 16}, terms).carried == 2


def test_years_before_the_records_bring_nothing() -> None:
    assert annual_balance(2023, {}, SINCE).carried == 0


def test_the_first_year_of_service_gives_none() -> None:
    terms = LeaveTerms(since=2025, serving_since=date(2025, 3, 1))
    assert annual_balance(2025, {}, terms).quota == 0
    assert annual_balance(2026, {}, terms).remaining == 12
    assert annual_balance(2027, {}, terms).carried == 6


@given(
    st.dictionaries(st.integers(2024, 2030), st.integers(0, 40).map(lambda n: n / 2)),
    st.integers(2024, 2031),
)
def test_the_right_of_a_year_never_passes_its_bound(used: dict[int, float], year: int) -> None:
    balance = annual_balance(year, used, SINCE)
    assert 0 <= balance.carried <= balance.most - balance.quota
    assert balance.most in (18, 24)


@given(st.dictionaries(st.integers(2024, 2030), st.integers(0, 12)), st.integers(2025, 2031))
def test_using_a_day_more_never_brings_more_over(used: dict[int, int], year: int) -> None:
    more = {**used, year - 1: used.get(year - 1, 0) + 1}
    assert annual_balance(year, more, SINCE).carried <= annual_balance(year, used, SINCE).carried
