"""Files of holidays, CSV or TOML: bare rows with the line on which each stands."""

import csv
import io
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from keseimbangan.errors.holidays import (
    EmptyHolidayFile,
    HolidayFileUnreadable,
    HolidayFileWrong,
)
from keseimbangan.i18n import _

# The columns and keys in both languages, in the order of a CSV file without a heading.
FIELDS = {
    "day": ("tanggal", "date", "day"),
    "name": ("nama", "name"),
    "kind": ("jenis", "kind"),
    "basis": ("dasar", "basis", "decree"),
}
# Ten thousand days are thirty years of nothing but holidays.
MOST_BYTES = 2_000_000


class HolidayRow(NamedTuple):
    """One holiday as it is written; what is absent is empty."""

    line: int
    day: str
    name: str
    kind: str
    basis: str


def read_holidays(path: Path) -> list[HolidayRow]:
    """The rows of a file. Raises HolidayFileUnreadable, HolidayFileWrong or EmptyHolidayFile."""
    text = _text(path)
    rows = list(_toml(text, path) if path.suffix.lower() == ".toml" else _csv(text, path))
    if not rows:
        raise EmptyHolidayFile(path)
    return rows


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
        if len(raw) > MOST_BYTES or b"\0" in raw:
            raise HolidayFileUnreadable(path)
        return raw.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise HolidayFileUnreadable(path) from error


def _csv(text: str, path: Path) -> Iterator[HolidayRow]:
    first = text.partition("\n")[0]
    # A spreadsheet that speaks Indonesian parts its columns with semicolons.
    sign = ";" if first.count(";") > first.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    order = list(FIELDS)
    before = 0
    try:
        for cells in reader:
            line, before = before + 1, reader.line_num
            values = [cell.strip() for cell in cells]
            if not any(values) or values[0].startswith("#"):
                continue
            if heading := _heading(values):
                order = heading
            else:
                yield _row(line, _of_cells(values, order, path, line))
    except csv.Error as error:
        problem = _("tanda kutip tidak ditutup atau salah letak.")
        raise HolidayFileWrong(path, reader.line_num, problem) from error


def _of_cells(values: list[str], order: list[str], path: Path, line: int) -> dict[str, str]:
    if any(values[len(order) :]):
        raise HolidayFileWrong(path, line, _("kolomnya terlalu banyak."))
    return dict(zip(order, values, strict=False))


def _heading(values: list[str]) -> list[str] | None:
    names = {word: field for field, words in FIELDS.items() for word in words}
    fields = [names.get(value.lower(), "") for value in values]
    return fields if "day" in fields and "name" in fields else None


def _row(line: int, found: dict[str, str]) -> HolidayRow:
    return HolidayRow(line, *(found.get(field, "") for field in FIELDS))


def _toml(text: str, path: Path) -> Iterator[HolidayRow]:
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+)", str(error))
        line = int(place[1]) if place else len(text.splitlines())
        raise HolidayFileWrong(path, line, _("ini bukan TOML.")) from error
    tables: Any = next((document[key] for key in ("libur", "holidays") if key in document), [])
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        raise EmptyHolidayFile(path)
    lines = _lines(text)
    for index, table in enumerate(tables):
        line = lines[index] if index < len(lines) else 1
        yield _row(line, {f: _value(table, words) for f, words in FIELDS.items()})


def _lines(text: str) -> list[int]:
    """The lines on which a table begins, in either of TOML's two ways to write them."""
    begins = re.compile(r"\s*(\[\[\s*(libur|holidays)\s*\]\]|\{)")
    return [number for number, line in enumerate(text.splitlines(), 1) if begins.match(line)]


def _value(table: dict[str, Any], words: tuple[str, ...]) -> str:
    value = next((table[word] for word in words if word in table), "")
    return value.isoformat() if isinstance(value, date) else str(value).strip()
