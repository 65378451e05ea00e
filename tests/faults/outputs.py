"""What may stand in an output, by its format: what a person typed must be text there, no more."""

import csv
import io
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

# Whatever moves a cursor, hides or reorders; a line break and a tab are layout.
_STEERS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
# A colour or a weight, which Rich sets on a terminal.
STYLE = re.compile(r"\x1b\[[0-9;]*m")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def text_problem(text: str, *, coloured: bool = False) -> str | None:
    """What in a text would steer a terminal."""
    found = _STEERS.search(STYLE.sub("", text) if coloured else text)
    return f"{found[0]!r} at {found.start()}" if found else None


def strings(document: Any) -> Iterator[str]:
    """Every string in a JSON document."""
    if isinstance(document, str):
        yield document
    elif isinstance(document, dict):
        for value in document.values():
            yield from strings(value)
    elif isinstance(document, list):
        for value in document:
            yield from strings(value)


def json_problem(text: str) -> str | None:
    """Whether it is one document, which a terminal may be shown, too."""
    try:
        json.loads(text)
    except ValueError as error:
        return str(error)
    return text_problem(text)


class _Elements(HTMLParser):
    """The elements and attributes of a page, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[tuple[str, str]] = set()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {(tag, name) for name, _value in attrs} | {(tag, "")}

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.found.add(("a comment", ""))


def elements(page: str) -> set[tuple[str, str]]:
    """The elements of a page with their attributes."""
    parser = _Elements()
    parser.feed(page)
    parser.close()
    return parser.found


def html_problem(page: str, known: set[tuple[str, str]]) -> str | None:
    """An element that the program does not write by itself, or what steers a terminal."""
    foreign = elements(page) - known
    return f"elements {sorted(foreign)}" if foreign else text_problem(page)


def csv_problem(text: str) -> str | None:
    """A cell that a spreadsheet would calculate."""
    for row in csv.reader(io.StringIO(text)):
        for cell in row:
            if cell.startswith(_FORMULA) and not re.fullmatch(r"[+-]?\d+([.,]\d+)?", cell):
                return f"cell {cell[:40]!r}"
    # As RFC 4180 ends a line.
    return text_problem(text.replace("\r\n", "\n"))


def calendar_problem(content: bytes, titles: set[str]) -> str | None:
    """Events that nobody planned, or whose text is another."""
    from icalendar import Calendar

    try:
        calendar = Calendar.from_ical(content)
    except ValueError as error:
        return f"{type(error).__name__}: {error}"
    events = calendar.walk("VEVENT")
    foreign = {each.name for each in calendar.walk()} - {"VCALENDAR", "VEVENT", "VTIMEZONE"}
    foreign -= {"STANDARD", "DAYLIGHT"}
    if foreign:
        return f"components {sorted(foreign)}"
    shown = {str(event["SUMMARY"]) for event in events}
    # The kind of a block stands in front of its title.
    others = {each for each in shown - titles if re.sub(r"^\[\w+\] ", "", each) not in titles}
    if others:
        return f"titles {sorted(others)[:3]!r}"
    return text_problem(content.decode().replace("\r\n", "\n"))


def markdown_problem(text: str) -> str | None:
    """HTML that Markdown would let through."""
    found = re.search(r"(?<!\\)<[A-Za-z/!?]", text)
    return f"HTML at {text[found.start() : found.start() + 30]!r}" if found else text_problem(text)
