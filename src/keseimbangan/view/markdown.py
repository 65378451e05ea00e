"""Markdown that shows what a person typed as typed: nothing in it becomes a link or HTML."""

import re
from collections.abc import Iterable, Sequence

from keseimbangan.view.console import shown

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~$!@]|:(?=//)|(?<=www)\.)", re.IGNORECASE)
# What begins a list, a heading or a quotation, though only at the start of a line.
_OPENING = re.compile(r"^(\s*)([-+=:]|\d+(?=[.)]))")


def escaped(text: str) -> str:
    """One line of a person's text."""
    line = " ".join(shown(text, lines=True).split())
    line = _SIGNS.sub(r"\\\1", line.replace("&", "&amp;"))
    return _OPENING.sub(_shielded, line)


def heading(text: str, level: int = 2) -> str:
    """`## Fokus`."""
    return f"{'#' * level} {text}"


def table(labels: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: bool = True) -> str:
    """A table, of figures to the right or of texts; cells are already escaped."""
    rest = "---:" if numbers else "---"
    lines = [_row(labels), _row(["---", *[rest] * (len(labels) - 1)])]
    return "\n".join([*lines, *(_row(row) for row in rows)])


def bullets(items: Iterable[str]) -> str:
    """A list; items are already escaped."""
    return "\n".join(f"- {item}" for item in items)


def quotation(text: str) -> str:
    """What a person wrote, in its own lines."""
    lines = [escaped(line) for line in shown(text, lines=True).splitlines()]
    # A backslash breaks the line, but at the end of a paragraph it would be one.
    breaks = [
        "\\" if this and after else "" for this, after in zip(lines, [*lines[1:], ""], strict=True)
    ]
    return "\n".join(f"> {line}{end}".rstrip() for line, end in zip(lines, breaks, strict=True))


def document(parts: Iterable[str]) -> str:
    """The parts with an empty line between them."""
    return "\n\n".join(part for part in parts if part) + "\n"


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _shielded(match: re.Match[str]) -> str:
    blank, opening = match.groups()
    # Digits cannot be shielded themselves; the sign behind them can, and is left to the caller.
    return f"{blank}\\{opening}" if not opening.isdigit() else f"{blank}{opening}\\"
