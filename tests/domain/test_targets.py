"""Targets: their months, and how far their indicators have come."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keseimbangan.domain.period import DaySpan
from keseimbangan.domain.targets import (
    Aspect,
    Indicator,
    PerformanceTarget,
    Realisation,
    holds_in,
    progress,
    usual_indicator,
)

MONDAY = datetime(2026, 11, 23, 3, tzinfo=UTC)


def indicator(number: int = 1, aspect: Aspect = Aspect.QUANTITY, amount: float = 12) -> Indicator:
    return Indicator(number, f"i{number}", 1, aspect, "Jumlah laporan", amount, "laporan")


def target(first: int = 1, last: int = 12) -> PerformanceTarget:
    return PerformanceTarget(1, "t", "Menyusun laporan", 2026, first_month=first, last_month=last)


def test_a_target_holds_for_its_months() -> None:
    assert target().days == DaySpan(date(2026, 1, 1), date(2027, 1, 1))
    assert target(10, 12).days == DaySpan(date(2026, 10, 1), date(2027, 1, 1))
    assert target(2, 2).days == DaySpan(date(2026, 2, 1), date(2026, 3, 1))


@pytest.mark.parametrize("months", [(0, 3), (5, 4), (1, 13)])
def test_months_outside_a_year_are_none(months: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="within one year"):
        target(*months)


def test_a_target_that_ended_yesterday_does_not_hold_today() -> None:
    november = DaySpan(date(2026, 11, 1), date(2026, 12, 1))
    assert holds_in(target(11, 11), november)
    assert not holds_in(target(10, 10), november)
    assert not holds_in(target(12, 12), november)


def test_quantities_and_costs_add_up_and_others_count_as_last_told() -> None:
    later = MONDAY + timedelta(days=1)
    told = [Realisation(1, 0.1, later), Realisation(1, 0.2, MONDAY)]
    for aspect, expected in (
        (Aspect.QUANTITY, 0.3),
        (Aspect.COST, 0.3),
        (Aspect.QUALITY, 0.1),
        (Aspect.TIME, 0.1),
    ):
        (one,) = progress([indicator(aspect=aspect)], told)
        assert (one.realised, one.entries) == (expected, 2)


def test_only_a_quantity_has_a_percentage() -> None:
    told = [Realisation(1, 3, MONDAY)]
    found = {aspect: progress([indicator(aspect=aspect)], told)[0].percent for aspect in Aspect}
    assert found == dict.fromkeys(Aspect) | {Aspect.QUANTITY: 25.0}


def test_more_than_the_target_is_more_than_a_hundred() -> None:
    assert progress([indicator(amount=2)], [Realisation(1, 5, MONDAY)])[0].percent == 250


def test_nothing_realised_is_not_nought() -> None:
    (one,) = progress([indicator()], [Realisation(2, 4, MONDAY)])
    assert (one.realised, one.percent, one.entries) == (None, None, 0)


def test_what_was_done_at_the_end_or_later_does_not_count() -> None:
    told = [Realisation(1, 1, MONDAY), Realisation(1, 2, MONDAY - timedelta(seconds=1))]
    assert progress([indicator()], told, until=MONDAY)[0].realised == 2


@given(st.lists(st.integers(0, 10**9).map(lambda n: n / 1000), min_size=1, max_size=30))
def test_a_sum_is_exact_to_the_last_decimal(amounts: list[float]) -> None:
    (one,) = progress([indicator()], [Realisation(1, each, MONDAY) for each in amounts])
    assert one.realised is not None
    assert round(one.realised * 1000) == sum(round(each * 1000) for each in amounts)


def test_the_usual_indicator_is_the_only_one_or_the_only_quantity() -> None:
    quantity, quality = indicator(1), indicator(2, Aspect.QUALITY)
    assert usual_indicator([quality]) == quality
    assert usual_indicator([quality, quantity]) == quantity
    assert usual_indicator([quantity, indicator(3)]) is None
    assert usual_indicator([]) is None
