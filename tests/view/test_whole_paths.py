"""A path on a terminal is never broken into lines: what is copied from there is the path."""

import io
from typing import Any

import pytest

from keseimbangan.view.console import Output, PathLine, Screen

PATH = "/home/siti/.local/share/keseimbangan/cadangan/2026-11-22T07.05.00Z-harian-skema7.db"
SENTENCE = f"Berkas data {PATH} rusak. Kembalikan cadangan dengan `imbang data pulihkan`."


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Path(Screen):
    def document(self) -> dict[str, Any]:
        return {}

    def render(self) -> PathLine:
        return PathLine(SENTENCE, style="dim")


def at_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", "dumb")
    file = Terminal()
    monkeypatch.setattr("sys.stderr", file)
    monkeypatch.setattr("sys.stdout", file)
    return file


def test_lines_stay_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = at_terminal(monkeypatch)
    Output(as_json=False).note(f"satu\n\n  dua\n{PATH}\ntiga")
    lines = [line.rstrip() for line in terminal.getvalue().splitlines()]
    assert lines == ["satu", "", "  dua", PATH, "tiga"]


def holds(terminal: Terminal) -> bool:
    lines = terminal.getvalue().splitlines()
    return PATH in lines and all(len(line) <= 60 for line in lines if line != PATH)


def test_in_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = at_terminal(monkeypatch)
    Output(as_json=False).note(SENTENCE)
    assert holds(terminal), terminal.getvalue()


def test_in_a_line_of_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = at_terminal(monkeypatch)
    Output(as_json=False).show(Path())
    assert holds(terminal), terminal.getvalue()
