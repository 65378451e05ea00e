"""The five SMART questions, answered from what is written down."""

from datetime import date

import pytest

from keseimbangan.domain.smart import Criterion, smart
from keseimbangan.domain.tasks import Delegation, Impact, Task

DAY = 450


def met(**fields: object) -> set[Criterion]:
    """The criteria that a task meets."""
    task = Task(**({"number": 1, "uid": "u", "title": "Laporan"} | fields))  # type: ignore[arg-type]
    return {answer.criterion for answer in smart(task, DAY) if answer.met}


def test_a_bare_noun_meets_none() -> None:
    assert met() == set()


def test_the_answers_come_in_the_order_of_the_letters() -> None:
    answers = smart(Task(1, "u", "Laporan"), DAY)
    assert [answer.criterion for answer in answers] == list(Criterion)


@pytest.mark.parametrize(
    ("criterion", "fields"),
    [
        (Criterion.SPECIFIC, {"title": "Susun laporan triwulan"}),
        (Criterion.MEASURABLE, {"title": "Laporan 3"}),
        (Criterion.MEASURABLE, {"note": "hasil: 12 berkas"}),
        (Criterion.MEASURABLE, {"delegate": Delegation("Sari", expected_result="Rekap lengkap")}),
        (Criterion.ACHIEVABLE, {"estimate_minutes": DAY}),
        (Criterion.RELEVANT, {"target": 2}),
        (Criterion.RELEVANT, {"impact": Impact.LOW}),
        (Criterion.TIME_BOUND, {"due": date(2026, 11, 27)}),
    ],
)
def test_each_criterion_is_met_by_what_it_asks_for(
    criterion: Criterion, fields: dict[str, object]
) -> None:
    assert met(**fields) == {criterion}


def test_more_than_a_day_is_not_achievable_as_it_stands() -> None:
    assert met(estimate_minutes=DAY + 1) == set()


def test_a_digit_in_the_instruction_to_another_measures_nothing() -> None:
    assert met(delegate=Delegation("Sari", instruction="Pukul 9")) == set()
