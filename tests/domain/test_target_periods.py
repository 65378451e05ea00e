"""The months of a target as people write them."""

from datetime import date

import pytest

from keseimbangan.domain.target_periods import parse_target_period
from keseimbangan.errors.targets import UnreadableTargetPeriod

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2026", (2026, 1, 12)),
        ("tahun 2027", (2027, 1, 12)),
        ("2026-TW1", (2026, 1, 3)),
        ("TW4", (2026, 10, 12)),
        ("tw2 2025", (2025, 4, 6)),
        ("triwulan 3", (2026, 7, 9)),
        ("2026-Q1", (2026, 1, 3)),
        ("Q2 2027", (2027, 4, 6)),
        ("2026-03", (2026, 3, 3)),
        ("maret 2027", (2027, 3, 3)),
        ("bulan depan", (2026, 12, 12)),
        ("desember", (2026, 12, 12)),
    ],
)
def test_a_period_is_read(text: str, period: tuple[int, int, int]) -> None:
    assert tuple(parse_target_period(text, TODAY)) == period


@pytest.mark.parametrize(
    "text", ["", "26", "1999", "2101", "2026-TW5", "2026-TW0", "2026-13", "2025-TW1-2026", "besok"]
)
def test_another_text_is_refused(text: str) -> None:
    with pytest.raises(UnreadableTargetPeriod):
        parse_target_period(text, TODAY)
