"""Every table as a CSV file in one zip, for spreadsheets: to be looked at, not to come back."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import IO, Any

from keseimbangan.exchange.spreadsheet import safe

_OWNER_ONLY = 0o600 << 16

Table = tuple[str, tuple[str, ...], Iterator[Mapping[str, Any]]]


def write(file: IO[bytes], at: datetime, tables: Iterable[Table]) -> dict[str, int]:
    """Write the zip; how many rows each table had. `at` is the wall clock its files show."""
    counts: dict[str, int] = {}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, columns, rows in tables:
            entry = zipfile.ZipInfo(f"{name}.csv", at.timetuple()[:6])
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, _OWNER_ONLY
            with archive.open(entry, "w", force_zip64=True) as raw:
                counts[name] = _write_table(raw, columns, rows)
    return counts


def _write_table(
    raw: IO[bytes], columns: tuple[str, ...], rows: Iterator[Mapping[str, Any]]
) -> int:
    # With a mark at its beginning, by which spreadsheets know UTF-8.
    with io.TextIOWrapper(raw, encoding="utf-8-sig", errors="replace", newline="") as text:
        writer = csv.writer(text)
        writer.writerow(columns)
        count = 0
        for row in rows:
            writer.writerow([_cell(row[column]) for column in columns])
            count += 1
    return count


def _cell(value: Any) -> str | int | float:
    if isinstance(value, dict):
        # In the same archive numbers are enough to find a row again.
        return int(value["number"])
    if isinstance(value, bool):
        return int(value)
    return safe(value)
