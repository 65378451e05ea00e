"""iCalendar text as RFC 5545 and Google's import want it, whatever a person wrote."""

import warnings
from datetime import UTC, datetime, timedelta
from typing import Any

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keseimbangan.domain.calendar import CalendarEvent, Exported, Key
from keseimbangan.exchange import ics_writer
from keseimbangan.exchange.ics_check import Check
from tests.exchange.ics_reading import events, lines

START = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
END = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
STAMP = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)


def entry(uid: str = "b@keseimbangan", sequence: int = 0) -> Exported:
    return Exported(1, uid, Key("b"), 1, sequence, "", STAMP, "Rapat", START, END)


def written(
    summary: str = "Rapat",
    description: str | None = None,
    location: str | None = None,
    start: datetime = START,
    end: datetime = END,
) -> bytes:
    shown = CalendarEvent(Key("b"), "Rapat", start, end, summary, description, location)
    piece = ics_writer.event(shown, entry(sequence=3))
    Check().event(piece, summary)
    return piece


def whole(*pieces: bytes) -> bytes:
    head, tail = ics_writer.envelope()
    return b"".join([head, *pieces, tail])


def test_an_event_has_all_that_google_asks_for_and_nothing_it_dislikes() -> None:
    assert lines(written(description="Unsur: kerja\nJenis: rapat", location="kantor")) == [
        "BEGIN:VEVENT",
        "SEQUENCE:3",
        "DTSTAMP:20261122T080000Z",
        r"DESCRIPTION:Unsur: kerja\nJenis: rapat",
        "DTEND:20261123T020000Z",
        "LOCATION:kantor",
        "DTSTART:20261123T003000Z",
        "SUMMARY:Rapat",
        "UID:b@keseimbangan",
        "END:VEVENT",
    ]


def test_a_calendar_says_whose_it_is_and_that_it_is_published() -> None:
    assert lines(whole(written()))[:6] == [
        "BEGIN:VCALENDAR",
        "X-WR-CALNAME:Keseimbangan",
        "VERSION:2.0",
        f"PRODID:{ics_writer.PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]
    assert whole(written()).endswith(b"END:VEVENT\r\nEND:VCALENDAR\r\n")


def test_times_of_any_zone_are_written_in_utc() -> None:
    from zoneinfo import ZoneInfo

    jayapura = ZoneInfo("Asia/Jayapura")
    piece = written(
        start=datetime(2026, 11, 27, 7, 30, tzinfo=jayapura),
        end=datetime(2026, 11, 27, 8, 0, tzinfo=jayapura),
    )
    [event] = events(piece)
    assert (event["DTSTART"], event["DTEND"]) == ("20261126T223000Z", "20261126T230000Z")


@pytest.mark.parametrize(
    "text",
    [
        "Koma, titik koma; garis \\ miring",
        "\\n bukan baris baru, \\, \\; \\\\",
        "C:\\new\\,Notes",
        "BEGIN:VEVENT",
        "x\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:y",
        "ATTENDEE;CN=A:mailto:a@example.org",
        "اجتماع الفريق مع المدير",
        "👩‍👩‍👧‍👦" * 40,
        "🇮🇩" * 30,
        "é" * 200,
        "a" * 74 + "😀",
        "tab\tdi tengah",
        "  blanks around  ",
        "\"kutip\" dan 'kutip'",
        "=HYPERLINK(1)",
        "{n} %s <b>",
    ],
)
def test_a_hostile_text_comes_back_as_it_was(text: str) -> None:
    [event] = events(whole(written(text, description=text, location=text)))
    assert event["SUMMARY"] == event["DESCRIPTION"] == event["LOCATION"] == text


def test_a_note_of_10000_emoji_comes_back_as_it_was() -> None:
    text = "😀\n" * 5000
    [event] = events(whole(written(description=text)))
    assert event["DESCRIPTION"] == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x0bb\x0cc\x85d\u2028e\u2029f", "a\nb\nc\nd\ne\nf"),
        ("a\x00b\x1b[31mc\x7f", "ab[31mc"),
        ("\ufeffa", "a"),
        ("a\udc80b", "a?b"),
    ],
)
def test_what_could_end_a_line_or_is_no_text_is_made_harmless(text: str, left: str) -> None:
    [event] = events(whole(written(text)))
    assert event["SUMMARY"] == left


@settings(max_examples=200, deadline=None)
@given(st.text(min_size=1, max_size=300))
def test_any_text_at_all_stays_inside_its_property(text: str) -> None:
    piece = ics_writer.event(
        CalendarEvent(Key("b"), "x", START, END, f"x{text}", f"x{text}", f"x{text}"), entry()
    )
    [event] = events(piece)
    assert event["SUMMARY"] == ics_writer.clean(f"x{text}")
    assert set(event) == {
        *("UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND"),
        *("SUMMARY", "DESCRIPTION", "LOCATION"),
    }


# icalendar itself reads an escaped backslash before an n as a line break, so none here.
PLAIN = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters="\\"))
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
TIMES = st.integers(0, 230 * 365 * 24 * 60).map(lambda count: EPOCH + timedelta(minutes=count))


@settings(max_examples=100, deadline=None)
@given(PLAIN, PLAIN, TIMES, st.integers(1, 24 * 60))
def test_icalendar_reads_the_same_title_note_and_time(
    title: str, note: str, start: datetime, minutes: int
) -> None:
    end = start + timedelta(minutes=minutes)
    title = f"[fokus] {title}".replace("\ufeff", "")
    note = f"Unsur\n{note}".replace("\ufeff", "")
    calendar: Any = icalendar.Calendar.from_ical(whole(written(title, note, start=start, end=end)))
    [event] = calendar.walk("VEVENT")
    assert (event["SUMMARY"], event["DESCRIPTION"]) == (title, note)
    assert (event.start, event.end) == (start, end)
    assert (event["UID"], event["SEQUENCE"]) == ("b@keseimbangan", 3)
    assert event["DTSTAMP"].dt == STAMP
    assert not calendar.errors
    assert not event.errors


def test_the_library_that_wrote_it_can_read_it() -> None:
    from ics import Calendar

    title = 'Koma, titik; dua: "kutip" 😀 ' + "panjang " * 30
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        [event] = Calendar(whole(written(title, location="rumah")).decode()).events
    assert (event.name, event.location) == (title, "rumah")
    assert (event.begin.datetime, event.end.datetime) == (START, END)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=500))
def test_folding_parts_no_character_and_loses_nothing(line: str) -> None:
    folded = ics_writer.folded(line)
    assert all(len(piece) <= 75 for piece in folded.split(b"\r\n"))
    assert folded.replace(b"\r\n ", b"").decode() == line
    for piece in folded.split(b"\r\n"):
        piece.decode()
