"""Layout of help pages: wrapped sentences and two columns."""

from collections.abc import Sequence
from textwrap import wrap

from keseimbangan.view.console import glued, unglued


def wrapped(text: str, width: int, indent: int = 0) -> str:
    """A sentence over as many lines as it needs; later lines are indented."""
    lines = wrap(
        glued(text, width - indent),
        width,
        subsequent_indent=" " * indent,
        break_on_hyphens=False,
        break_long_words=False,
    )
    return unglued("\n".join(lines))


def columns(rows: Sequence[tuple[str, str]], width: int) -> str:
    """Names on the left, their texts wrapped on the right; long names get a line of their own."""
    longest = max(len(name) for name, _ in rows)
    left = min(longest, max(12, width * 2 // 5))
    return "\n".join(_row(name, text, left, width) for name, text in rows)


def _row(name: str, text: str, left: int, width: int) -> str:
    margin = " " * (left + 4)
    room = max(20, width - len(margin))
    body = [unglued(line) for line in wrap(glued(text, room), room, break_on_hyphens=False)] or [""]
    head = f"  {name:<{left}}  "
    if len(name) > left:
        return "\n".join([f"  {name}", *(margin + line for line in body)])
    return "\n".join([(head + body[0]).rstrip(), *(margin + line for line in body[1:])])
