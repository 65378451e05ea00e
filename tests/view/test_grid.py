"""Plain columns."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from keseimbangan.view.grid import Cell, Grid


def drawn(renderable: object, width: int = 40, *, colour: bool = False) -> str:
    """What a console of a width shows."""
    file = io.StringIO()
    system = "standard" if colour else None
    Console(file=file, width=width, markup=False, color_system=system, force_terminal=colour).print(
        renderable
    )
    return file.getvalue()


def grid(*rows: tuple[Cell, ...]) -> Grid:
    """A number to the right, a text that wraps, and a word that does not."""
    table = Grid(gap=2)
    table.add_column("no", justify="right", style="dim")
    table.add_column("tugas")
    table.add_column("tenggat", no_wrap=True)
    for row in rows:
        table.add_row(*row)
    return table


def test_columns_stand_below_their_headers_and_no_line_ends_in_blanks() -> None:
    assert drawn(grid(("1", "Susun laporan", "besok"), ("12", "Balas", ""))) == (
        "no  tugas          tenggat\n 1  Susun laporan  besok\n12  Balas\n"
    )


def test_without_headers_there_is_no_line_for_them() -> None:
    table = Grid()
    table.add_column(least=3)
    table.add_column()
    table.add_row("a", "b")
    assert drawn(table) == "a   b\n"


def test_the_widest_column_that_may_wrap_gives_way() -> None:
    assert drawn(grid(("1", "Susun laporan triwulan ketiga", "lewat 3 hari")), 32) == (
        "no  tugas           tenggat\n 1  Susun laporan   lewat 3 hari\n    triwulan\n    ketiga\n"
    )


def test_a_word_longer_than_its_column_is_folded() -> None:
    out = drawn(grid(("1", "x" * 30, "besok")), 30)
    assert out.count("x") == 30
    assert max(len(line) for line in out.splitlines()) <= 30


def test_what_does_not_fit_at_all_is_cropped_at_the_edge() -> None:
    table = Grid()
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_row("a" * 30, "b" * 30)
    (line,) = drawn(table, 40).splitlines()
    assert line == "a" * 30 + " " + "b" * 9


def test_line_breaks_in_a_cell_stay_in_its_column() -> None:
    assert drawn(grid(("1", "satu\ndua", "besok"))) == (
        "no  tugas  tenggat\n 1  satu   besok\n    dua\n"
    )


def test_wide_letters_and_emoji_take_two_cells() -> None:
    assert drawn(grid(("1", "会議 🚀", "besok"), ("2", "Rapat", "lusa"))).splitlines() == [
        "no  tugas    tenggat",
        " 1  会議 🚀  besok",
        " 2  Rapat    lusa",
    ]


def test_the_style_of_a_column_lies_under_that_of_its_cells() -> None:
    table = Grid()
    table.add_column(style="red")
    table.add_row(Text.assemble(("tebal", "bold"), " biasa"))
    out = drawn(table, colour=True)
    assert "\x1b[1;31mtebal\x1b[0m" in out
    assert "\x1b[31m biasa\x1b[0m" in out


def test_it_can_stand_in_something_else() -> None:
    out = drawn(Panel.fit(grid(("1", "Susun", "besok"))))
    assert "│  1  Susun  besok   │" in out


def test_an_empty_grid_is_nothing() -> None:
    assert drawn(Grid()).strip() == ""
    assert drawn(grid()) == "no  tugas  tenggat\n"


@pytest.mark.parametrize("width", [20, 33, 60])
@given(
    rows=st.lists(
        st.tuples(
            st.text(st.sampled_from("ab 会é"), max_size=4).map(str.strip),
            st.text(st.sampled_from("ab 会é"), max_size=50).map(str.strip),
        ),
        max_size=5,
    )
)
def test_no_letter_is_lost_and_no_line_is_too_long(width: int, rows: list[tuple[str, str]]) -> None:
    table = Grid()
    table.add_column()
    table.add_column()
    for row in rows:
        table.add_row(*row)
    out = drawn(table, width)
    lines = out.splitlines()
    assert all(cell_len(line) <= width for line in lines)
    assert all(line == line.rstrip() for line in lines)
    typed = "".join(cell for row in rows for cell in row)
    assert sorted("".join(out.split())) == sorted("".join(typed.split()))


def test_a_cell_keeps_its_own_style_when_nothing_else_is_styled_in_it() -> None:
    table = Grid()
    table.add_column()
    table.add_row(Text("kosong", style="dim"))
    assert "\x1b[2mkosong" in drawn(table, colour=True)
