"""Render the dated data to `domain/dated.py`, or with `--check` say if that is behind.

Reading TOML takes milliseconds that every look at the day would pay; a module of literals does not.
"""

import sys
import tomllib
from pathlib import Path
from typing import Any

SOURCE = Path(__file__).resolve().parent.parent / "src" / "keseimbangan"
HOLIDAYS, RAMADAN = SOURCE / "data" / "holidays.toml", SOURCE / "data" / "ramadan.toml"
TARGET = SOURCE / "domain" / "dated.py"

HEADER = '''"""Rendered by `python tools/dated.py` from `data/*.toml`. Never edited by hand."""

'''


def text() -> str:
    """The text of the module."""
    holidays = tomllib.loads(HOLIDAYS.read_text(encoding="utf-8"))
    decrees = holidays.pop("decrees")
    parts = [HEADER, _dict("DECREES", decrees.items())]
    parts.append("# By day: kind, certainty, decree, name, English name.\nHOLIDAYS = {\n")
    for year, table in holidays.items():
        parts += [_holiday(row, year, decrees) for row in _sorted(table["holidays"])]
    parts += ["}\n\n# First and last day, certainty.\n", "RAMADAN = (\n"]
    for row in tomllib.loads(RAMADAN.read_text(encoding="utf-8"))["ramadan"]:
        parts.append(f'    ("{row["first"]}", "{row["last"]}", "{row["certainty"]}"),\n')
    return "".join([*parts, ")\n"])


def _dict(name: str, items: Any) -> str:
    return f"{name} = {{\n" + "".join(f'    "{k}": "{v}",\n' for k, v in items) + "}\n\n"


def _sorted(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    days = [row["date"] for row in rows]
    if days != sorted(set(days)):
        raise SystemExit("holidays.toml: days out of order, or one twice")
    return rows


def _holiday(row: dict[str, Any], year: str, decrees: dict[str, str]) -> str:
    decree = row.get("decree", "")
    # What is official has a decree to name, and an estimate has none.
    if str(row["date"].year) != year or (decree in decrees) != (row["certainty"] == "official"):
        raise SystemExit(f"holidays.toml: {row}")
    fields = (row["kind"], row["certainty"], decree, row["id"], row["en"])
    return f'    "{row["date"]}": (' + ", ".join(f'"{field}"' for field in fields) + "),\n"


def main(arguments: list[str]) -> int:
    """Write the module or check it; the exit code."""
    if "--check" not in arguments:
        TARGET.write_text(text(), encoding="utf-8", newline="\n")
        return 0
    if TARGET.exists() and TARGET.read_text(encoding="utf-8") == text():
        return 0
    sys.stderr.write("domain/dated.py is behind data/*.toml: python tools/dated.py\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
