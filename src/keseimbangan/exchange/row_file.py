"""Files of dated rows, CSV or TOML, such as holidays: bare texts with the line of each."""

import csv
import io
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from keseimbangan.errors import UsageProblem
from keseimbangan.errors.row_files import RowFileUnreadable, RowFileWrong
from keseimbangan.i18n import _

Values = dict[str, str]


class Form(NamedTuple):
    """What a file holds: columns and keys in both languages, and the tables of a TOML file.

    The order of `fields` is that of a CSV file without a heading; `heads` are those that a heading
    must name. `empty` makes the error for a file without any row.
    """

    fields: Mapping[str, tuple[str, ...]]
    heads: tuple[str, ...]
    tables: tuple[str, ...]
    empty: Callable[[Path], UsageProblem]


class Row(NamedTuple):
    """One row as it is written; what is absent is empty."""

    line: int
    values: Values


# Ten thousand days are thirty years of a row each.
MOST_BYTES = 2_000_000


def read_rows(path: Path, form: Form) -> list[Row]:
    """The rows of a file. Raises RowFileUnreadable, RowFileWrong or the form's own error."""
    text = _text(path)
    toml = path.suffix.lower() == ".toml"
    rows = list(_toml(text, path, form) if toml else _csv(text, path, form))
    if not rows:
        raise form.empty(path)
    return rows


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
        if len(raw) > MOST_BYTES or b"\0" in raw:
            raise RowFileUnreadable(path)
        return raw.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RowFileUnreadable(path) from error


def _csv(text: str, path: Path, form: Form) -> Iterator[Row]:
    first = text.partition("\n")[0]
    # A spreadsheet that speaks Indonesian parts its columns with semicolons.
    sign = ";" if first.count(";") > first.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    order = list(form.fields)
    before = 0
    try:
        for cells in reader:
            line, before = before + 1, reader.line_num
            values = [cell.strip() for cell in cells]
            if not any(values) or values[0].startswith("#"):
                continue
            if heading := _heading(values, form):
                order = heading
            else:
                yield Row(line, _of_cells(values, order, path, line))
    except csv.Error as error:
        problem = _("tanda kutip tidak ditutup atau salah letak.")
        raise RowFileWrong(path, reader.line_num, problem) from error


def _of_cells(values: list[str], order: list[str], path: Path, line: int) -> Values:
    if any(values[len(order) :]):
        raise RowFileWrong(path, line, _("kolomnya terlalu banyak."))
    return dict(zip(order, values, strict=False))


def _heading(values: list[str], form: Form) -> list[str] | None:
    names = {word: field for field, words in form.fields.items() for word in words}
    fields = [names.get(value.lower(), "") for value in values]
    return fields if set(form.heads) <= set(fields) else None


def _toml(text: str, path: Path, form: Form) -> Iterator[Row]:
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+)", str(error))
        line = int(place[1]) if place else len(text.splitlines())
        raise RowFileWrong(path, line, _("ini bukan TOML.")) from error
    tables: Any = next((document[key] for key in form.tables if key in document), [])
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        raise form.empty(path)
    lines = _lines(text, form)
    for index, table in enumerate(tables):
        line = lines[index] if index < len(lines) else 1
        yield Row(line, {f: _value(table, words) for f, words in form.fields.items()})


def _lines(text: str, form: Form) -> list[int]:
    """The lines on which a table begins, in either of TOML's two ways to write them."""
    begins = re.compile(rf"\s*(\[\[\s*({'|'.join(form.tables)})\s*\]\]|\{{)")
    return [number for number, line in enumerate(text.splitlines(), 1) if begins.match(line)]


def _value(table: dict[str, Any], words: tuple[str, ...]) -> str:
    value = next((table[word] for word in words if word in table), "")
    return value.isoformat() if isinstance(value, date) else str(value).strip()
