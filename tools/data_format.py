"""Write the tables of `docs/data-format.md` from their declaration, or with `--check` compare."""

import sys
from collections.abc import Iterator
from datetime import date, datetime
from enum import EnumMeta
from inspect import getdoc
from pathlib import Path
from types import NoneType
from typing import Any, get_args

from sqlmodel import SQLModel

from keseimbangan.store import tables
from keseimbangan.store.columns import WallClock
from keseimbangan.store.compile import SCHEMA_VERSION
from keseimbangan.store.portable import Shape, shapes

TARGET = Path(__file__).resolve().parent.parent / "docs" / "data-format.md"
MARK = "<!-- From here on made by `python tools/data_format.py`; a test compares it. -->\n"

# Every row has these; they are described above the mark.
COMMON = ("id", "uid", "created_at", "changed_at")
PLAIN = {str: "text", int: "whole number", bool: "`true` or `false`", float: "number", date: "day"}


def text() -> str:
    """The part of the page below the mark."""
    parts = [f"\n## Tables of schema {SCHEMA_VERSION}\n"]
    for shape in sorted(shapes(), key=lambda each: each.name):
        parts.append("\n".join(_table(shape)))
    return "\n".join(parts) + "\n"


def _table(shape: Shape) -> Iterator[str]:
    model = _model(shape.name)
    yield f"### {shape.name}\n"
    yield f"{(getdoc(model) or '').splitlines()[0]}\n"
    for key in shape.keys:
        yield f"Only one of the same {', '.join(f'`{name}`' for name in key)}.\n"
    yield "| column | value | absent |"
    yield "| --- | --- | --- |"
    for name in shape.columns:
        if name not in COMMON:
            yield f"| `{name}` | {_value(shape, name)} | {_absent(model, name)} |"
    yield ""


def _value(shape: Shape, name: str) -> str:
    if target := shape.target(name):
        return f"row of `{target}`"
    annotation = _model(shape.name).model_fields[name].annotation
    kind = next((each for each in get_args(annotation) if each is not NoneType), annotation)
    if isinstance(kind, EnumMeta):
        words: list[Any] = list(kind)
        return ", ".join(f"`{word.value}`" for word in words)
    if kind is datetime:
        column = tables.Row.metadata.tables[shape.name].c[name]
        return "wall clock" if isinstance(column.type, WallClock) else "instant"
    return PLAIN.get(kind, str(kind))  # type: ignore[arg-type]


def _absent(model: type[SQLModel], name: str) -> str:
    field = model.model_fields[name]
    if field.is_required():
        return "never"
    default = field.get_default()
    return "`null`" if default is None else f"`{default!r}`".replace("False", "false")


def _model(table: str) -> type[SQLModel]:
    classes = (each for each in tables.Row.__subclasses__() if each.__tablename__ == table)
    return next(classes)


def main(check: bool) -> int:
    """Write or compare; the exit code."""
    before = TARGET.read_text(encoding="utf-8")
    after = before.partition(MARK)[0] + MARK + text()
    if check:
        return int(before != after)
    TARGET.write_text(after, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
