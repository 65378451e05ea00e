"""Calendar files: whole or not there, parted below Google's limit, and never over a stranger's."""

import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from keseimbangan.domain.calendar import CalendarEvent, Exported, Key
from keseimbangan.domain.calendar_plan import Change, Item
from keseimbangan.errors.calendar import (
    EventUnfit,
    FileNotOurs,
    NoSuchFolder,
    NotAFile,
)
from keseimbangan.errors.files import FileNotWritable
from keseimbangan.exchange import calendar
from tests.exchange.ics_reading import events

MONDAY = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
STAMP = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)


def item(number: int, note: str = "") -> Item:
    start = MONDAY + timedelta(hours=number)
    end = start + timedelta(minutes=30)
    key = Key(f"b{number}")
    shown = CalendarEvent(key, f"Blok {number}", start, end, f"Blok {number}", note or None)
    uid = f"b{number}@keseimbangan"
    entry = Exported(number, uid, key, 1, 0, "", STAMP, shown.title, start, end)
    return Item(shown, entry, Change.NEW)


def items(count: int, note: str = "") -> Iterator[Item]:
    return (item(number, note) for number in range(count))


def export(count: int, target: Path, note: str = "", most: int = 900_000) -> list[Path]:
    made = calendar.draft(items(count, note), target, overwrite=False, most=most)
    made.publish()
    return made.places


def test_a_small_export_is_one_file(cwd: Path) -> None:
    target = cwd / "blok.ics"
    assert export(3, target) == [target]
    titles = [event["SUMMARY"] for event in events(target.read_bytes())]
    assert titles == ["Blok 0", "Blok 1", "Blok 2"]


def test_nothing_is_in_place_before_it_is_published(cwd: Path) -> None:
    target = cwd / "blok.ics"
    made = calendar.draft(items(3), target, overwrite=False)
    assert not target.exists()
    made.discard()
    assert list(cwd.iterdir()) == []


def test_the_bytes_are_utf8_without_a_mark_and_only_crlf(cwd: Path) -> None:
    target = cwd / "blok.ics"
    export(2, target, note="é😀\nb")
    written = target.read_bytes()
    assert written.startswith(b"BEGIN:VCALENDAR\r\n")
    assert written.count(b"\n") == written.count(b"\r") == written.count(b"\r\n")


def test_a_large_export_is_parted_and_each_part_is_a_whole_calendar(cwd: Path) -> None:
    places = export(400, cwd / "blok.ics", note="x" * 5000)
    assert [place.name for place in places] == ["blok-1.ics", "blok-2.ics", "blok-3.ics"]
    assert sorted(path.name for path in cwd.iterdir()) == [place.name for place in places]
    titles = []
    for place in places:
        written = place.read_bytes()
        assert len(written) <= 900_000
        assert written.startswith(b"BEGIN:VCALENDAR\r\n")
        assert written.endswith(b"END:VEVENT\r\nEND:VCALENDAR\r\n")
        titles += [event["SUMMARY"] for event in events(written)]
    assert titles == [f"Blok {number}" for number in range(400)]


def test_an_event_larger_than_a_part_has_one_for_itself(cwd: Path) -> None:
    places = export(3, cwd / "blok.ics", note="x" * 2000, most=1000)
    assert [len(events(place.read_bytes())) for place in places] == [1, 1, 1]


def test_without_an_event_there_is_no_file(cwd: Path) -> None:
    assert export(0, cwd / "blok.ics") == []
    assert list(cwd.iterdir()) == []


def test_an_unfit_event_leaves_nothing_behind(cwd: Path) -> None:
    twice = [item(1), item(1)]
    with pytest.raises(EventUnfit):
        calendar.draft(twice, cwd / "blok.ics", overwrite=False)
    assert list(cwd.iterdir()) == []


def test_a_file_of_ours_may_be_replaced(cwd: Path) -> None:
    target = cwd / "blok.ics"
    export(3, target)
    export(1, target)
    assert len(events(target.read_bytes())) == 1


def test_a_strangers_file_is_replaced_only_when_told(cwd: Path) -> None:
    target = cwd / "blok.ics"
    target.write_bytes(b"BEGIN:VCALENDAR\r\nPRODID:-//Google Inc//EN\r\nEND:VCALENDAR\r\n")
    with pytest.raises(FileNotOurs):
        calendar.place(target, overwrite=False)
    assert calendar.place(target, overwrite=True) == target.resolve()


def test_a_strangers_file_in_the_place_of_a_part_is_left_alone(cwd: Path) -> None:
    (cwd / "blok-2.ics").write_text("catatan saya")
    with pytest.raises(FileNotOurs):
        calendar.draft(items(3, "x" * 900), cwd / "blok.ics", overwrite=False, most=1500)
    assert [path.name for path in cwd.iterdir()] == ["blok-2.ics"]
    assert (cwd / "blok-2.ics").read_text() == "catatan saya"


def test_a_folder_is_no_place_for_a_file(cwd: Path) -> None:
    with pytest.raises(NotAFile):
        calendar.place(cwd, overwrite=True)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such device")
def test_a_device_is_never_replaced() -> None:
    with pytest.raises(NotAFile):
        calendar.place(Path("/dev/null"), overwrite=True)


def test_a_folder_that_is_not_there_is_named(cwd: Path) -> None:
    with pytest.raises(NoSuchFolder) as caught:
        calendar.place(cwd / "tidak" / "blok.ics", overwrite=False)
    assert caught.value.path == cwd / "tidak"


def test_a_name_that_is_too_long_is_refused_in_a_sentence(cwd: Path) -> None:
    with pytest.raises(FileNotWritable):
        calendar.place(cwd / ("x" * 300), overwrite=False)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_stays_a_link(cwd: Path) -> None:
    real = cwd / "elsewhere.ics"
    link = cwd / "blok.ics"
    link.symlink_to(real)
    made = calendar.draft(items(1), calendar.place(link, overwrite=False), overwrite=False)
    made.publish()
    assert link.is_symlink()
    assert len(events(real.read_bytes())) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_links_in_a_circle_are_no_place(cwd: Path) -> None:
    one, other = cwd / "a.ics", cwd / "b.ics"
    one.symlink_to(other)
    other.symlink_to(one)
    with pytest.raises(NotAFile):
        calendar.place(one, overwrite=False)


def test_a_full_disk_is_said_in_a_sentence_and_leaves_nothing(
    cwd: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileNotWritable, match="tidak ada ruang tersisa"):
        calendar.draft(items(3), cwd / "blok.ics", overwrite=False)
    assert list(cwd.iterdir()) == []
