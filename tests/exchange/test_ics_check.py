"""An event that a calendar would refuse is found before it is written."""

import pytest

from keseimbangan.errors.calendar import EventUnfit
from keseimbangan.exchange.ics_check import Check

GOOD = (
    "BEGIN:VEVENT",
    "SEQUENCE:0",
    "DTSTAMP:20261122T080000Z",
    "DTSTART:20261123T003000Z",
    "DTEND:20261123T020000Z",
    "SUMMARY:Rapat",
    "UID:b@keseimbangan",
    "END:VEVENT",
)


def piece(*lines: str) -> bytes:
    return "".join(f"{line}\r\n" for line in lines).encode()


def replaced(old: str, *new: str) -> bytes:
    place = next(i for i, line in enumerate(GOOD) if line.startswith(old))
    return piece(*GOOD[:place], *new, *GOOD[place + 1 :])


def refusal(written: bytes) -> str:
    with pytest.raises(EventUnfit) as caught:
        Check().event(written, "Rapat")
    assert caught.value.title == "Rapat"
    return caught.value.detail


def test_a_sound_event_passes() -> None:
    Check().event(piece(*GOOD), "Rapat")


@pytest.mark.parametrize("name", ["UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "SUMMARY"])
def test_each_needed_property_is_missed(name: str) -> None:
    assert refusal(replaced(name)) == name


@pytest.mark.parametrize(
    ("old", "new", "detail"),
    [
        ("DTEND", "DTEND:20261123T003000Z", "DTEND"),
        ("DTEND", "DTEND:20261122T003000Z", "DTEND"),
        ("DTSTART", "DTSTART:20261123T003000", "DTSTART"),
        ("DTSTART", "DTSTART:2026-11-23T00:30:00Z", "DTSTART"),
        ("DTSTART", "DTSTART:2026113T003000Z", "DTSTART"),
        ("DTSTART", "DTSTART;TZID=Asia/Jakarta:20261123T073000", "DTSTART;TZID=Asia/Jakarta"),
        ("DTSTAMP", "DTSTAMP:20261122", "DTSTAMP"),
        ("UID", "UID:", "UID"),
        ("SUMMARY", "SUMMARY:" + "x" * 68, "> 75"),
        ("SUMMARY", "SUMMARY:a\nb", "CRLF"),
        ("SUMMARY", "SUMMARY:a\rb", "CRLF"),
        ("SUMMARY", "SUMMARY:a\x1bb", "CRLF"),
        ("BEGIN", "BEGIN:VTODO", "VEVENT"),
    ],
)
def test_a_wrong_line_is_named(old: str, new: str, detail: str) -> None:
    assert refusal(replaced(old, new)) == detail


@pytest.mark.parametrize(
    "line",
    [
        "ORGANIZER:mailto:a@example.org",
        "ATTENDEE:mailto:a@example.org",
        "RRULE:FREQ=DAILY",
        "BEGIN:VALARM",
        "CLASS:PRIVATE",
        "UID:another@keseimbangan",
    ],
)
def test_what_an_event_must_not_hold_is_found(line: str) -> None:
    assert refusal(replaced("SUMMARY", "SUMMARY:Rapat", line)) == line.partition(":")[0]


def test_a_text_that_does_not_end_in_crlf_is_found() -> None:
    assert refusal(piece(*GOOD).removesuffix(b"\r\n")) == "CRLF"


def test_two_events_with_one_uid_are_found() -> None:
    check = Check()
    check.event(piece(*GOOD), "Rapat")
    with pytest.raises(EventUnfit):
        check.event(piece(*GOOD), "Rapat lain")
