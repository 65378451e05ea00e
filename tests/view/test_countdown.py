"""What the live screen draws."""

import io
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from rich.cells import cell_len
from rich.console import Console

from keseimbangan.domain import focus_steps as steps
from keseimbangan.domain.focus import FocusSession
from keseimbangan.view.countdown import Frame, LiveScreen, drawn

START = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


def counted(minutes: float, **changes: object) -> FocusSession:
    session = steps.begin("s1", START, "Asia/Jakarta")
    seen = START + timedelta(minutes=minutes)
    return replace(session, focused_seconds=int(minutes * 60), seen_at=seen, **changes)


def lines(frame: Frame, width: int = 60) -> list[str]:
    console = Console(file=io.StringIO(), width=width, markup=False, emoji=False, highlight=False)
    console.print(drawn(frame, width))
    stream = console.file
    assert isinstance(stream, io.StringIO)
    return [line.rstrip() for line in stream.getvalue().splitlines()]


def test_the_bar_fills_as_time_goes_by():
    before, half, after = (lines(Frame(counted(m), START, "Telaah")) for m in (0, 12.5, 25))
    assert before[0] == "● 1/4  Telaah"
    assert (before[1].count("█"), before[1][-5:]) == (0, "25:00")
    assert half[1].count("█") == half[1].count("░") - 1
    assert (after[1].count("░"), after[1][-5:]) == (0, "00:00")


def test_a_pause_has_a_sign_and_a_word():
    frame = Frame(counted(5, paused_at=START), START, "Telaah")
    assert lines(frame)[0].startswith("‖ 1/4")
    assert lines(frame)[1].endswith("20:00  ditahan")


def test_a_break_counts_down_its_own_minutes():
    session = steps.start_break(steps.stop(counted(25), START), START + timedelta(minutes=25))
    shown = lines(Frame(session, START + timedelta(minutes=27), "Telaah"))
    assert shown[0] == "○ 1/4  Jeda"
    assert shown[1].endswith("03:00")


def test_more_than_an_hour_shows_its_hours():
    session = replace(counted(0), planned_minutes=90)
    assert lines(Frame(session, START, None))[1].endswith("1:30:00")


@pytest.mark.parametrize("title", ["x" * 200, "界" * 100, "[bold]a[/bold] " * 20, "a\x1b[31mb"])
@pytest.mark.parametrize("width", [20, 40, 60, 200])
def test_no_line_is_wider_than_the_terminal_or_sixty_columns(title, width):
    session = steps.interrupt(counted(3), START, "tamu", "i1")
    frame = Frame(session, START, title, ["satu " * 30], "ketik " * 50, ["p tahan"])
    assert max(cell_len(line) for line in lines(frame, width)) <= min(width, 60)


def test_what_is_typed_is_seen_at_its_end_and_steers_nothing():
    shown = lines(Frame(counted(0), START, None, (), "a" * 100 + "akhir\x1b"))
    assert shown[-1].endswith("akhir␛▏")


class Window:
    """A terminal that breaks lines anew when its width changes, as most do."""

    def __init__(self, width: int) -> None:
        self.console = Console(
            file=io.StringIO(), width=width, height=30, force_terminal=True, no_color=True
        )
        self.lines: list[str] = ["$ imbang fokus mulai", ""]
        self.row = 1

    def read(self) -> None:
        """Take in what was written since."""
        stream = self.console.file
        assert isinstance(stream, io.StringIO)
        for text, code in re.findall(
            r"([^\x1b\r\n]+|\n|\r)|(\x1b\[[0-9;?]*[A-Za-z])", stream.getvalue()
        ):
            if code.endswith("A"):
                self.row -= int(code[2:-1])
            elif code.endswith("K"):
                self.lines[self.row] = ""
            elif text == "\n":
                self.row += 1
                self.lines[self.row :] = self.lines[self.row :] or [""]
            elif text and text != "\r":
                self.lines[self.row] += text
        stream.seek(0)
        stream.truncate()

    def resize(self, width: int) -> None:
        self.console.width = width
        above = self.lines[: self.row + 1]
        assert not any(self.lines[self.row + 1 :]), "nothing stands below the cursor"
        broken = [
            [line[at : at + width] for at in range(0, len(line), width)] or [""] for line in above
        ]
        self.lines = [piece for pieces in broken for piece in pieces]
        self.row = len(self.lines) - 1


@pytest.mark.parametrize("widths", [(60, 30, 60), (60, 25, 20, 40), (30, 80, 22)])
def test_a_window_that_changes_its_width_keeps_no_old_lines(widths: tuple[int, ...]) -> None:
    window = Window(widths[0])
    frame = Frame(counted(5), START, "Susun laporan triwulan", ["Baris lain."], None, ["p tahan"])
    with LiveScreen(window.console) as screen:
        for width in widths:
            window.resize(width)
            screen.show(frame)
            window.read()
            shown = [line for line in window.lines if line.strip()]
            assert sum("█" in line for line in shown) == 1
            assert [line for line in shown if "Baris" in line] == ["Baris lain."]
        screen.say("Selesai.")
        screen.show(frame)
        window.read()
    window.read()
    assert "".join(window.lines) == "$ imbang fokus mulaiSelesai."
