"""Weeks of a civil servant, planned through the program: screens kept in `tests/golden`."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.cli.planning_steps import blocks_of, tasks_of
from tests.harness import Installed
from tests.in_process import Imbang

Golden = Callable[[str, str], None]

# The Monday, the moment of planning, and what else is done before.
WEEKS = {
    "ramadan": (date(2026, 2, 23), "2026-02-23T07:50:00+07:00", ()),
    "lebaran": (date(2026, 3, 16), "2026-03-16T07:50:00+07:00", ()),
    "cuti": (
        date(2026, 11, 23),
        "2026-11-23T07:20:00+07:00",
        (
            ("cuti", "tambah", "tahunan", "2026-11-25"),
            ("cuti", "tambah", "tahunan", "2026-11-26", "--setengah", "pagi"),
        ),
    ),
    "enam_hari": (
        date(2026, 11, 23),
        "2026-11-23T07:20:00+07:00",
        (("atur", "hari_kerja", "6"),),
    ),
    "giliran": (
        date(2026, 11, 23),
        "2026-11-23T06:40:00+07:00",
        (("giliran", "tambah", "PPMMLLL", "2026-11-23", "2026-11-29"),),
    ),
}


@pytest.mark.parametrize(
    ("name", "lang"),
    [*((name, "id") for name in WEEKS), ("lebaran", "en")],
)
def test_a_week_is_planned(
    imbang: Imbang, installed: Installed, golden: Golden, name: str, lang: str
) -> None:
    monday, now, before = WEEKS[name]
    for words in before:
        imbang(*words, now=now).ok()
    tasks_of(imbang, monday, now)
    blocks_of(imbang, monday, now)
    screen = installed("rencana", "--minggu", now=now, lang=lang).ok().out
    golden(f"rencana_{name}_{lang}.txt", trimmed(screen))


@pytest.mark.parametrize("columns", [60, 80])
def test_a_friday_is_planned(
    imbang: Imbang, installed: Installed, golden: Golden, columns: int
) -> None:
    now = "2026-11-27T07:10:00+07:00"
    tasks_of(imbang, date(2026, 11, 23), now)
    screen = installed("rencana", now=now, columns=columns).ok().out
    golden(f"rencana_jumat-{columns}.txt", trimmed(screen))


def trimmed(screen: str) -> str:
    """A screen without the blanks with which wrapped lines end."""
    return "".join(f"{line.rstrip()}\n" for line in screen.splitlines())
