"""CSV by RFC 4180 in which no cell is ever calculated."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keseimbangan.exchange.spreadsheet import csv_text

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30)


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def test_lines_end_as_the_standard_wants_and_quotes_stand_where_needed() -> None:
    text = csv_text(["a", "b"], [['x "y", z', 1.5], ["dua\nbaris", None]])
    assert text == 'a,b\r\n"x ""y"", z",1.5\r\n"dua\nbaris",\r\n'


@pytest.mark.parametrize(
    "formula",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "  =1+1",
        "\t=1",
        "\r=1",
        "\n=1",
        '=HYPERLINK("http://x.invalid","x")',
        "=cmd|' /C calc'!A0",
        "＝1+1",
        "＠x",
    ],
)
def test_what_a_spreadsheet_would_calculate_becomes_a_text(formula: str) -> None:
    ((cell,),) = read(csv_text(["a"], [[formula]]))[1:]
    assert cell == f"'{formula}"


def test_numbers_stay_numbers() -> None:
    assert csv_text(["a"], [[-5], [0.25]]) == "a\r\n-5\r\n0.25\r\n"


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=2), max_size=5))
def test_every_text_comes_back_whole_and_none_begins_a_formula(rows: list[list[str]]) -> None:
    found = read(csv_text(["a", "b"], rows))[1:]
    assert [[cell.removeprefix("'") for cell in row] for row in found] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]
    assert not [cell for row in found for cell in row if cell.lstrip().startswith(tuple("=+-@"))]
