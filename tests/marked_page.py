"""Tables that a command measures and puts between their marks in a page of the documentation."""

import re
from pathlib import Path


def put(page: Path, name: str, table: str) -> None:
    """Put a table between `<!-- name -->` and `<!-- /name -->`, in place of what stands there."""
    text = page.read_text(encoding="utf-8")
    marks = f"<!-- {name} -->", f"<!-- /{name} -->"
    between = re.compile(f"{re.escape(marks[0])}.*?{re.escape(marks[1])}", re.S)
    assert between.search(text), f"{page} has no place for {name}"
    new = f"{marks[0]}\n{table}\n{marks[1]}"
    page.write_text(between.sub(lambda _old: new, text), encoding="utf-8")
