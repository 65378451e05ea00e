"""What the live screen draws."""

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from rich.cells import cell_len
from rich.console import Console

from keseimbangan.domain import focus_steps as steps
from keseimbangan.domain.focus import FocusSession
from keseimbangan.view.countdown import Frame, drawn

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
