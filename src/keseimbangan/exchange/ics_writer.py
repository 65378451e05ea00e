"""iCalendar text as Google Calendar takes it, written by the `ics` library.

The library gives no DTSTAMP of its own, does not fold, ends without a line break and writes a
carriage return as a literal. So here everything is stamped, folded at 75 octets, terminated by CRLF
and freed of control characters before it is handed over.
"""

from ics import Calendar, Event
from ics.grammar.parse import ContentLine

from keseimbangan.domain.calendar import CalendarEvent, Exported

# By this line a file of ours is told from any other calendar.
PRODUCT = "-//keseimbangan//kalender ekspor//ID"
CALENDAR_NAME = "Keseimbangan"
CRLF = b"\r\n"
LINE_OCTETS = 75

_LINE_BREAKS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_CONTROLS = (*range(0x20), *range(0x7F, 0xA0), 0xFEFF)
# Any of the line breaks would end a line for some reader, and what follows it be read as another.
_CLEAN = {
    **{code: None for code in _CONTROLS if chr(code) not in "\n\t"},
    **{ord(character): "\n" for character in _LINE_BREAKS},
}


def envelope() -> tuple[bytes, bytes]:
    """What stands before the first event and after the last."""
    calendar = Calendar(creator=PRODUCT)
    calendar.method = "PUBLISH"
    calendar.scale = "gregorian"
    calendar.extra.append(ContentLine("X-WR-CALNAME", value=CALENDAR_NAME))
    *before, last = calendar.serialize().split("\r\n")
    return _terminated(before), _terminated([last])


def event(shown: CalendarEvent, entry: Exported) -> bytes:
    """One VEVENT, in UTC, with the UID, SEQUENCE and DTSTAMP of its entry."""
    written = Event(
        name=clean(shown.summary),
        begin=shown.starts_at,
        end=shown.ends_at,
        uid=entry.uid,
        description=clean(shown.description) if shown.description else None,
        location=clean(shown.location) if shown.location else None,
        # What the library calls `created` it writes as DTSTAMP.
        created=entry.stamped_at,
    )
    written.extra.append(ContentLine("SEQUENCE", value=str(entry.sequence)))
    return _terminated(written.serialize().split("\r\n"))


def clean(text: str) -> str:
    """A text without control characters and halves of characters; every line break is `\\n`."""
    text = text.replace("\r\n", "\n").translate(_CLEAN)
    return text.encode("utf-8", "replace").decode("utf-8")


def folded(line: str) -> bytes:
    """A content line in UTF-8, in pieces of at most 75 octets that begin with a whole character."""
    octets = line.encode()
    pieces, start, room = [], 0, LINE_OCTETS
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(octets[start:end])
        # From the second piece on the blank that marks it takes one octet.
        start, room = end, LINE_OCTETS - 1
    pieces.append(octets[start:])
    return (CRLF + b" ").join(pieces)


def _terminated(lines: list[str]) -> bytes:
    return b"".join(folded(line) + CRLF for line in lines)
