"""What an examination makes of times."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from keseimbangan.domain.checkup import Finding, FindingKind, Stretch, overlapping
from keseimbangan.domain.period import Period

START = datetime(2026, 11, 23, tzinfo=UTC)


def stretch(number: int, begin: int, end: int) -> Stretch:
    return Stretch(number, Period(START + timedelta(minutes=begin), START + timedelta(minutes=end)))


def test_what_touches_does_not_overlap() -> None:
    assert overlapping([stretch(1, 0, 60), stretch(2, 60, 90)]) == ()


def test_one_inside_a_long_one_is_found_though_a_short_one_lies_between() -> None:
    assert overlapping([stretch(1, 0, 100), stretch(2, 10, 20), stretch(3, 30, 40)]) == (
        stretch(2, 10, 20),
        stretch(3, 30, 40),
    )


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(1, 50)), max_size=12))
def test_none_is_found_exactly_where_no_two_share_time(times: list[tuple[int, int]]) -> None:
    stretches = [
        stretch(n, begin, begin + length) for n, (begin, length) in enumerate(times, start=1)
    ]
    pairs = [
        (one, other)
        for one in stretches
        for other in stretches
        if one.number < other.number and one.period.overlaps(other.period)
    ]
    assert bool(overlapping(stretches)) == bool(pairs)


def test_what_a_person_may_have_wanted_is_no_fault() -> None:
    assert not Finding(FindingKind.STACKED_BLOCKS).is_fault
    assert Finding(FindingKind.OVERLAP).is_fault
