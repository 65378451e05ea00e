"""Charts of characters: exact, in proportion, and readable without colour."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from keseimbangan.domain.elements import Element
from keseimbangan.view.charts import (
    Measure,
    against,
    cells,
    lined_up,
    per_sign,
    shares,
    sparkline,
    stacked,
)

amounts = st.lists(st.integers(0, 10**6), min_size=1, max_size=6)


@given(amounts, st.integers(6, 80))
def test_cells_fill_the_width_and_leave_nothing_out_that_is_there(values, width):
    counts = cells(values, width)
    assert sum(counts) == (width if any(values) else 0)
    assert all((count > 0) == (value > 0) for count, value in zip(counts, values, strict=True))


@given(amounts, st.integers(6, 80))
def test_more_never_has_fewer_cells(values, width):
    pairs = sorted(zip(values, cells(values, width), strict=True))
    assert [count for _value, count in pairs] == sorted(count for _value, count in pairs)


def test_shares_show_each_element_by_its_own_sign():
    minutes = {Element.WORK: 600, Element.LIFE: 300, Element.RECOVERY: 99, Element.GROWTH: 1}
    assert shares(minutes, 10).plain == "■■■■■♥♥♥○▲"
    assert shares(dict.fromkeys(Element, 0), 10).plain == ""


def test_stacked_bars_have_a_sign_for_so_many_minutes():
    minutes = {Element.WORK: 240, Element.LIFE: 10, Element.RECOVERY: 0, Element.GROWTH: 90}
    assert stacked(minutes, 60).plain == "■■■■♥▲▲"


@pytest.mark.parametrize(
    ("done", "planned", "intended", "bar"),
    [
        (50, 70, 100, "■■■■■░░··│"),
        (50, 70, None, "■■■■■■■░░░"),
        (100, 50, 50, "■■■■■│■■■■"),
        (0, 0, None, "··········"),
        (0, 0, 100, "·········│"),
        (1, 1000, None, "■░░░░░░░░░"),
    ],
)
def test_a_bar_holds_what_was_done_against_what_was_meant(done, planned, intended, bar):
    assert against(Measure(done, planned, intended), Element.WORK, 10).plain == bar


measures = st.builds(Measure, st.integers(0, 9999), st.integers(0, 9999), st.integers(0, 9999))


@given(measures, st.integers(5, 60))
def test_a_bar_is_always_as_wide_as_asked(measure, width):
    assert len(against(measure, Element.WORK, width).plain) == width


def test_a_sparkline_has_heights_and_a_dot_for_nothing():
    assert sparkline([0, 1, 4, 8]) == "·▁▄█"
    assert sparkline([0, 5], 2) == "··██"
    assert sparkline([]) == ""


@given(st.lists(st.integers(0, 100_000), max_size=60), st.integers(10, 60))
def test_the_longest_bar_fits(totals, width):
    assert all(total <= per_sign(totals, width) * width for total in totals)


def test_rows_stand_below_each_other_without_blanks_at_their_ends():
    rows = [["a", Text("bbb"), "1"], ["aaa", "b", "100"]]
    assert [line.plain for line in lined_up(rows, right=(2,))] == ["a   bbb   1", "aaa b   100"]
    assert [line.plain for line in lined_up([["aaa", "b"], ["a", ""]])] == ["aaa b", "a"]
