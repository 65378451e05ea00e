"""The demo: believable, the same for the same day, and nobody's data but its own."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from keseimbangan.cli.demo_store import TEXTS
from keseimbangan.domain.sample import SampleMaker
from tests.harness import Installed, fingerprint

NOW = datetime(2026, 11, 25, 3, 20, tzinfo=UTC)


def maker(day: date = date(2026, 11, 25), language: str = "id") -> SampleMaker:
    import tomllib

    texts = tomllib.loads(TEXTS.read_text(encoding="utf-8"))
    return SampleMaker(NOW, day, "Asia/Jakarta", language, texts)


def test_the_sample_is_the_same_for_the_same_day() -> None:
    assert maker().make() == maker().make()


def test_the_sample_is_another_one_on_another_day() -> None:
    assert maker().make() != maker(date(2026, 11, 26)).make()


def test_the_sample_speaks_the_language_and_nothing_lies_after_now() -> None:
    sample = maker(language="en").make()
    assert "Finalise the quarterly report" in [task.title for task in sample.tasks]
    assert all(session.ended_at and session.ended_at <= NOW for session in sample.sessions)
    assert all(entry.written_at <= NOW for entry in sample.entries)
    assert all(task.done_at is None or task.done_at <= NOW for task in sample.tasks)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_demo_shows_its_commands_and_writes_the_calendar(
    installed: Installed, own_home: Path, cwd: Path, lang: str
) -> None:
    result = installed("demo", lang=lang, now="2026-11-25T09:00:00+07:00").ok()
    words = {
        "id": ["hari", "tugas matriks", "minggu", "evaluasi", "laporan", "kalender ekspor"],
        "en": ["today", "task matrix", "week", "review", "report", "calendar export"],
    }[lang]
    assert [f"$ imbang {word}" in result.out for word in words] == [True] * 6
    assert len(Calendar.from_ical((cwd / "blok.ics").read_bytes()).walk("VEVENT")) > 20
    # The person's own home was never touched.
    assert not own_home.exists()


def test_the_demo_overwrites_nothing(installed: Installed, cwd: Path) -> None:
    (cwd / "blok.ics").write_text("mine")
    result = installed("demo")
    assert (result.code, result.out) == (1, "")
    assert "--timpa" in result.err
    assert (cwd / "blok.ics").read_text() == "mine"


def test_the_demo_can_be_kept_but_not_on_top_of_data(installed: Installed, cwd: Path) -> None:
    installed("demo", "--home", "contoh").ok()
    day = installed("--home", cwd / "contoh", "hari", "--json", now="2026-11-20T10:20:00+07:00")
    assert day.ok().json["blocks"]
    before = fingerprint(cwd / "contoh")
    again = installed("demo", "--home", "contoh", "--timpa")
    assert again.code == 1
    assert fingerprint(cwd / "contoh") == before


def test_every_screen_of_the_kept_example_has_something_to_show(
    installed: Installed, cwd: Path
) -> None:
    now = "2026-11-25T10:20:00+07:00"
    installed("demo", "--home", "contoh", now=now).ok()
    called = {
        ("skp", "daftar"): "indicators",
        ("dialog",): "dialogues",
        ("cuti",): "leaves",
        ("lembur", "daftar", "2026-11"): "overtimes",
        ("giliran", "daftar", "2026-12"): "shifts",
        ("rencana", "--bandingkan"): "pieces",
    }
    for words, key in called.items():
        document = installed("--home", cwd / "contoh", *words, "--json", now=now).ok().json
        found = document["targets"][0] if key == "indicators" else document
        assert found[key], words


def test_the_example_rests_on_holidays_and_serves_its_targets() -> None:
    days = maker(date(2026, 4, 15)).make()
    assert not [each for each in days.blocks if each.day == date(2026, 3, 20)]
    done = [task for task in days.tasks if task.realisation]
    assert done
    assert {task.target for task in done} == {1, 2}
    assert {block.target for block in days.blocks} == {None, 1, 2}


def test_on_a_weekend_the_demo_stands_on_friday(installed: Installed) -> None:
    result = installed("demo", now="2026-11-29T09:00:00+07:00").ok()
    assert "Jumat, 27 November 2026" in result.out
