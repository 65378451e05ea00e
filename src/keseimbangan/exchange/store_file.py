"""The program's own export: one JSON document, written and read a row at a time.

`docs/data-format.md` describes it. Reading keeps no more than one row in memory and gives up where
a row, a name or the nesting is longer than anything the program writes.
"""

import codecs
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, NamedTuple

from keseimbangan.domain.plaintext import hidden_characters
from keseimbangan.errors.exchange import (
    ExportFileBroken,
    ExportFileTooLarge,
    ImportFileUnreadable,
    TooManyRows,
)

FORMAT = "keseimbangan"
FORMAT_VERSION = 1
# Ten years of daily use come to about 36 MB.
MOST_BYTES = 256_000_000
MOST_ROW = 1_000_000
# Four times as much as those ten years: a file of many small rows takes its time, too.
MOST_ROWS = 300_000
_PIECE = 65_536
_SPACE = re.compile(r"[ \t\n\r]*")
_HEADER = ("format", "format_version", "application_id", "schema", "created_at", "journal")


class Header(NamedTuple):
    """What stands before the tables."""

    format: str
    format_version: int
    application_id: int
    schema: int
    created_at: str
    journal: bool


class RowText(NamedTuple):
    """One row as it stands in the file; `position` counts from 1 within its table."""

    table: str
    position: int
    text: str


def write(
    file: IO[bytes], header: Header, tables: Iterable[tuple[str, Iterator[Mapping[str, Any]]]]
) -> dict[str, int]:
    """Write a document, a line for every row; how many rows each table had."""
    counts: dict[str, int] = {}
    head = ",\n".join(f" {_json(name)}: {_json(value)}" for name, value in header._asdict().items())
    file.write(f'{{\n{head},\n "tables": {{'.encode())
    for name, rows in tables:
        file.write(f"{',' if counts else ''}\n  {_json(name)}: [".encode())
        counts[name] = 0
        for row in rows:
            file.write(f"{',' if counts[name] else ''}\n   {_json(row)}".encode())
            counts[name] += 1
        file.write(b"\n  ]" if counts[name] else b"]")
    file.write(b"\n }\n}\n")
    return counts


def _json(value: Any) -> str:
    """JSON on one line; what could steer a terminal that shows the file is escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if text.isascii():
        return text
    hidden = hidden_characters(text, lines=False)
    return text.translate({int(name[2:], 16): f"\\u{name[2:].lower()}" for name in hidden})


def encoding_of(beginning: bytes) -> str:
    """UTF-8, or UTF-16 where its mark stands: what `>` writes in the PowerShell of Windows."""
    wide = beginning.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return "utf-16" if wide else "utf-8-sig"


class StoreFile:
    """An export that is being read: first its header, then its rows."""

    def __init__(self, path: Path, file: IO[bytes]) -> None:
        self._path = path
        self._text = _Text(path, file)
        self._text.expect("{")
        self.header = self._read_header()

    def rows(self) -> Iterator[RowText]:
        """Every row, in the order of the file. Raises ExportFileBroken where it is no export."""
        count = 0
        for table in self._text.names():
            if len(table) > 100:
                raise ExportFileBroken(self._path)
            self._text.expect("[")
            for position, text in enumerate(self._text.items(), 1):
                count += 1
                if count > MOST_ROWS:
                    raise TooManyRows(self._path, MOST_ROWS)
                yield RowText(table, position, text)
        self._text.rest_of_object()

    def _read_header(self) -> Header:
        found: dict[str, Any] = {}
        for name in self._text.names():
            if name == "tables":
                self._text.expect("{")
                return self._header(found)
            if name in found:
                raise ExportFileBroken(self._path)
            found[name] = self._text.value(most=1000)[0]
        raise ExportFileBroken(self._path)

    def _header(self, found: dict[str, Any]) -> Header:
        kinds = Header.__annotations__
        if set(found) < set(_HEADER) or found["format"] != FORMAT:
            raise ExportFileBroken(self._path)
        values = [found[name] for name in _HEADER]
        # A truth is a whole number to isinstance.
        if any(type(value) is not kinds[name] for name, value in zip(_HEADER, values, strict=True)):
            raise ExportFileBroken(self._path)
        return Header(*values)


class _Text:
    """The text of a file with a place in it."""

    def __init__(self, path: Path, file: IO[bytes]) -> None:
        self._path, self._file = path, file
        self._decoder: codecs.IncrementalDecoder | None = None
        self._json = json.JSONDecoder(object_pairs_hook=_once, parse_constant=_no_constant)
        self._buffer, self._at, self._taken, self._ended = "", 0, 0, False

    def names(self) -> Iterator[str]:
        """The names of the object that was just opened, up to its end."""
        if self._closes("}"):
            return
        while True:
            if self._next() != '"':
                raise self._broken()
            name, _text = self.value(most=1000)
            self.expect(":")
            yield name
            if self._closes("}"):
                return
            self.expect(",")

    def items(self) -> Iterator[str]:
        """The texts of the items of the list that was just opened, up to its end."""
        if self._closes("]"):
            return
        while True:
            yield self.value(most=MOST_ROW)[1]
            if self._closes("]"):
                return
            self.expect(",")

    def rest_of_object(self) -> None:
        """What may follow the tables: nothing but the end."""
        self.expect("}")
        if self._next():
            raise self._broken()

    def value(self, most: int) -> tuple[Any, str]:
        """The next value of any kind, and its text, of so many characters at most."""
        self._next()
        while True:
            found = self._try_value()
            # What reaches to the end of what was read may go on behind it.
            if found and (found[1] < len(self._buffer) or self._ended):
                value, end = found
                text, self._at = self._buffer[self._at : end], end
                return value, text
            if self._ended or len(self._buffer) - self._at > most:
                raise self._broken()
            self._read_on()

    def _try_value(self) -> tuple[Any, int] | None:
        try:
            return self._json.raw_decode(self._buffer, self._at)
        except json.JSONDecodeError:
            return None
        except (ValueError, RecursionError) as error:
            raise self._broken() from error

    def expect(self, sign: str) -> None:
        """Take one sign, with the space before it."""
        if self._next() != sign:
            raise self._broken()
        self._at += 1

    def _closes(self, sign: str) -> bool:
        closes = self._next() == sign
        self._at += closes
        return closes

    def _next(self) -> str:
        """The next sign that is no space, or nothing at the end."""
        while True:
            self._at = _SPACE.match(self._buffer, self._at).end()  # type: ignore[union-attr]
            if self._at < len(self._buffer):
                return self._buffer[self._at]
            if self._ended:
                return ""
            self._read_on()

    def _read_on(self) -> None:
        try:
            piece = self._file.read(_PIECE)
        except OSError as error:
            raise ImportFileUnreadable(self._path) from error
        self._taken += len(piece)
        if self._taken > MOST_BYTES:
            raise ExportFileTooLarge(self._path, MOST_BYTES)
        if self._decoder is None:
            self._decoder = codecs.getincrementaldecoder(encoding_of(piece))()
        try:
            text = self._decoder.decode(piece, final=not piece)
        except UnicodeDecodeError as error:
            raise self._broken() from error
        self._buffer, self._at = self._buffer[self._at :] + text, 0
        self._ended = not piece

    def _broken(self) -> ExportFileBroken:
        return ExportFileBroken(self._path)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice")
    return found


def _no_constant(name: str) -> Any:
    raise ValueError(name)
