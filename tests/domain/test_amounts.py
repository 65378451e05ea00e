"""Amounts as people write them, in either convention, and never by a guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keseimbangan import i18n
from keseimbangan.domain.amounts import LIMIT, Amount, parse_amount
from keseimbangan.errors.targets import AmbiguousAmount, AmountOutOfBounds, UnreadableAmount
from keseimbangan.formats import amount


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("12", 12, None),
        ("0", 0, None),
        ("0012", 12, None),
        ("0,5", 0.5, None),
        ("0.5", 0.5, None),
        ("1,25", 1.25, None),
        ("0,125", 0.125, None),
        ("1250,125", 1250.125, None),
        ("1.250.000", 1_250_000, None),
        ("1,250,000", 1_250_000, None),
        ("1.250.000,5", 1_250_000.5, None),
        ("1,250,000.5", 1_250_000.5, None),
        ("1.250,75", 1250.75, None),
        ("1,250.75", 1250.75, None),
        ("12 laporan", 12, "laporan"),
        ("2 hari kerja", 2, "hari kerja"),
        (" 95 % ", 95, "%"),
        ("95%", 95, "%"),
    ],
)
def test_an_amount_is_read(text: str, value: float, unit: str | None) -> None:
    assert parse_amount(text) == Amount(value, unit)


@pytest.mark.parametrize("text", ["1.250", "1,250", "12.500", "999,999"])
def test_what_could_be_thousands_or_decimals_is_refused(text: str) -> None:
    with pytest.raises(AmbiguousAmount) as caught:
        parse_amount(text)
    assert text.replace(".", "").replace(",", "") in str(caught.value)


@pytest.mark.parametrize(
    "text",
    ["", "laporan", "-1", "+1", "1e3", "12laporan", "1..5", "1.2.3", "1.25.000", ",5", "5,", "٣"],
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(UnreadableAmount):
        parse_amount(text)


def test_an_amount_too_large_to_be_exact_is_refused() -> None:
    assert parse_amount("999999999999,999").value < LIMIT
    with pytest.raises(AmountOutOfBounds):
        parse_amount("1" + "0" * 12)


@given(st.integers(0, LIMIT - 1), st.integers(0, 99), st.sampled_from(["id", "en"]))
def test_what_is_shown_is_read_back_or_refused_as_ambiguous(
    whole: int, cents: int, language: str
) -> None:
    i18n.activate(language)
    # As it is written: a sum of floats may lie beside it.
    value = float(f"{whole}.{cents:02}")
    try:
        assert parse_amount(amount(value)).value == value
    except AmbiguousAmount:
        assert 10_000 <= value < 1_000_000
    finally:
        i18n.activate(i18n.DEFAULT_LANGUAGE)
