"""CSV that any spreadsheet opens: RFC 4180, and no cell of it is ever taken for a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

Cell = str | int | float | None

# By this mark Excel knows UTF-8; everybody else passes over it.
MARK = "\ufeff"
# What a spreadsheet takes for the start of a formula, the wide forms of these signs included.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def csv_text(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """The table as text: commas, quotes where needed, lines that end in CRLF."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([safe(cell) for cell in header])
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return stream.getvalue()


def safe(cell: Cell) -> str | int | float:
    """A number as it is; a text that would be calculated with an apostrophe before it."""
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return cell
    return f"'{cell}" if cell.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA) else cell
