"""What an event is: its key, its UID, and when it says the same as before."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from keseimbangan.domain.blocks import Block
from keseimbangan.domain.calendar import CalendarEvent, Key, key_of, uid_of

START = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
END = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
BLOCK = Block(None, "b", "Susun laporan", START, END, "Asia/Jakarta")
EVENT = CalendarEvent(Key("b"), "Susun laporan", START, END, "[fokus] Susun laporan", "Unsur")


def test_a_single_block_is_known_by_its_uid() -> None:
    assert key_of(BLOCK, None) == Key("b", "")


def test_an_occurrence_is_known_by_its_series_and_the_day_it_would_have() -> None:
    # Moved to Tuesday, it is still Monday's.
    moved = replace(BLOCK, series=7, recurrence_id=datetime.fromisoformat("2026-11-23T07:30"))
    assert key_of(moved, "s") == Key("s", "2026-11-23")


def test_another_hour_of_the_series_is_no_other_event() -> None:
    early = replace(BLOCK, series=7, recurrence_id=datetime.fromisoformat("2026-11-23T07:30"))
    late = replace(BLOCK, series=7, recurrence_id=datetime.fromisoformat("2026-11-23T15:00"))
    assert key_of(early, "s") == key_of(late, "s")


@pytest.mark.parametrize(
    ("key", "generation", "uid"),
    [
        (Key("b"), 1, "b@keseimbangan"),
        (Key("b", "2026-11-23"), 1, "b-20261123@keseimbangan"),
        (Key("b"), 2, "b-g2@keseimbangan"),
        (Key("b", "2026-11-23"), 3, "b-20261123-g3@keseimbangan"),
    ],
)
def test_a_uid_is_made_of_block_day_and_generation(key: Key, generation: int, uid: str) -> None:
    assert uid_of(key, generation) == uid


def test_the_digest_is_the_same_for_the_same_event_in_another_zone() -> None:
    from zoneinfo import ZoneInfo

    same = replace(EVENT, starts_at=START.astimezone(ZoneInfo("Asia/Jayapura")))
    assert same.digest == EVENT.digest


@pytest.mark.parametrize(
    "change",
    [
        {"starts_at": datetime(2026, 11, 23, 0, 45, tzinfo=UTC)},
        {"ends_at": datetime(2026, 11, 23, 2, 15, tzinfo=UTC)},
        {"summary": "Susun laporan"},
        {"description": None},
        {"description": "Unsur\n"},
        {"location": "kantor"},
    ],
)
def test_the_digest_differs_with_anything_a_calendar_shows(change: dict[str, object]) -> None:
    assert replace(EVENT, **change).digest != EVENT.digest  # type: ignore[arg-type]


def test_the_digest_does_not_run_fields_together() -> None:
    one = replace(EVENT, summary="a", description="b")
    other = replace(EVENT, summary="ab", description="")
    assert one.digest != other.digest
