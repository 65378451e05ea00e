"""Reading iCalendar by the letter of RFC 5545, apart from every library."""

import re

_ESCAPED = re.compile(r"\\([\\;,nN])")


def lines(written: bytes) -> list[str]:
    """Unfolded content lines; every physical line ends in CRLF."""
    assert written.endswith(b"\r\n")
    physical = written.removesuffix(b"\r\n").split(b"\r\n")
    assert all(b"\r" not in line and b"\n" not in line for line in physical)
    assert all(len(line) <= 75 for line in physical)
    # Decoded one by one: no fold may part a character.
    text = "\r\n".join(line.decode() for line in physical)
    return text.replace("\r\n ", "").split("\r\n")


def events(written: bytes) -> list[dict[str, str]]:
    """The events of a calendar or of a piece of one: properties by name, texts unescaped."""
    found: list[dict[str, str]] = []
    inside = False
    for line in lines(written):
        name, _colon, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            inside = True
            found.append({})
        elif line == "END:VEVENT":
            inside = False
        elif inside:
            assert name not in found[-1], f"{name} twice"
            found[-1][name] = unescaped(value)
    return found


def unescaped(value: str) -> str:
    """A TEXT value as the person meant it."""
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], value)
