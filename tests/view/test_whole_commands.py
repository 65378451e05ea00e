"""A command between backticks is never broken: its first half would be another command."""

import io

import pytest
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from keseimbangan.view import console as consoles
from keseimbangan.view import help as pages
from keseimbangan.view.grid import Grid

COMMAND = "`imbang data cadangkan --daftar`"
SENTENCE = f"Lihat dahulu cadangan mana saja yang ada, {COMMAND}, lalu pilih satu."


def drawn(renderable: RenderableType, width: int) -> str:
    file = io.StringIO()
    console = consoles._console(file)
    console.width = width
    console.print(renderable)
    return file.getvalue()


def grid() -> Grid:
    table = Grid()
    table.add_column("no.")
    table.add_column("apa")
    table.add_row("1", SENTENCE)
    return table


SHOWN = {
    "a text": Text(SENTENCE),
    "a styled text": Text(SENTENCE, "bold"),
    "a plain string in a group": Group("satu", SENTENCE),
    "an indented text": Padding(Text(SENTENCE), (0, 0, 0, 4)),
    "a cell": grid(),
}


@pytest.mark.parametrize("renderable", SHOWN.values(), ids=SHOWN)
@pytest.mark.parametrize("width", range(44, 100, 5))
def test_a_command_stands_on_one_line(renderable: RenderableType, width: int) -> None:
    text = drawn(renderable, width)
    assert any(COMMAND in line for line in text.splitlines())
    assert " ".join(text.split()).endswith("lalu pilih satu.")


@pytest.mark.parametrize("renderable", SHOWN.values(), ids=SHOWN)
def test_one_that_fits_on_no_line_is_broken_between_words(renderable: RenderableType) -> None:
    text = drawn(renderable, 28)
    assert "--daftar" in text
    assert " ".join(text.split()).endswith("lalu pilih satu.")


def test_styles_stay_where_they_are() -> None:
    text = Text.assemble("Lihat dahulu ", (COMMAND, "bold"), " lalu pilih satu di antaranya.")
    console = consoles._console(io.StringIO())
    console.width = 40
    bold = [part.text for part in console.render(text) if part.style and part.style.bold]
    assert bold == [COMMAND]


def test_a_single_backtick_changes_nothing() -> None:
    text = drawn(Text("satu ` dua tiga empat"), 12)
    assert [line.rstrip() for line in text.splitlines()] == ["satu ` dua", "tiga empat"]


@pytest.mark.parametrize("width", range(44, 100, 5))
def test_help_keeps_commands_whole(width: int) -> None:
    assert COMMAND in pages.wrapped(SENTENCE, width)
    if width > 60:
        assert COMMAND in pages.columns([("--daftar", SENTENCE)], width)


def test_an_error_on_a_terminal_keeps_them_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setattr("sys.stderr", file := Terminal())
    consoles.Output(as_json=False).note(SENTENCE)
    assert COMMAND in file.getvalue()
