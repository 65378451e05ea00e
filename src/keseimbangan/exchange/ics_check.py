"""What a calendar would refuse, found before it is written: Google's own message names no line."""

import re

from keseimbangan.errors.calendar import EventUnfit
from keseimbangan.exchange.ics_writer import LINE_OCTETS

_NEEDED = ("UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "SUMMARY")
_ALLOWED = frozenset((*_NEEDED, "BEGIN", "END", "DESCRIPTION", "LOCATION"))
_INSTANT = re.compile(r"\d{8}T\d{6}Z")
_STRAY = re.compile(rb"\r(?!\n)|(?<!\r)\n|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class Check:
    """Looks at the events of one export, which may fill several files."""

    def __init__(self) -> None:
        self._uids: set[str] = set()

    def event(self, written: bytes, title: str) -> None:
        """Look at one VEVENT as it will stand in the file; raises EventUnfit."""
        problem = _problem_of_lines(written) or self._problem_of_properties(written)
        if problem:
            raise EventUnfit(title, problem)

    def _problem_of_properties(self, written: bytes) -> str | None:
        pairs = [_name_and_value(line) for line in _unfolded(written)]
        names = [name for name, _value in pairs]
        values = dict(pairs)
        if pairs[0] != ("BEGIN", "VEVENT") or pairs[-1] != ("END", "VEVENT"):
            return "VEVENT"
        for name in names:
            if name not in _ALLOWED or names.count(name) > 1:
                return name
        return _problem_of_values(values) or self._problem_of_uid(values["UID"])

    def _problem_of_uid(self, uid: str) -> str | None:
        if uid in self._uids:
            return "UID"
        self._uids.add(uid)
        return None


def _problem_of_lines(written: bytes) -> str | None:
    if not written.endswith(b"\r\n") or _STRAY.search(written):
        return "CRLF"
    if any(len(line) > LINE_OCTETS for line in written.split(b"\r\n")):
        return f"> {LINE_OCTETS}"
    return None


def _problem_of_values(values: dict[str, str]) -> str | None:
    for name in _NEEDED:
        if not values.get(name):
            return name
    for name in ("DTSTAMP", "DTSTART", "DTEND"):
        if not _INSTANT.fullmatch(values[name]):
            return name
    # Written alike, so that they sort as they are.
    return "DTEND" if values["DTEND"] <= values["DTSTART"] else None


def _unfolded(written: bytes) -> list[str]:
    return written.replace(b"\r\n ", b"").decode().removesuffix("\r\n").split("\r\n")


def _name_and_value(line: str) -> tuple[str, str]:
    name, _colon, value = line.partition(":")
    return name, value
