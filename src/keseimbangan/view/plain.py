"""A screen as text for a file."""

from io import StringIO

from rich.console import Console

from keseimbangan.view.console import Screen


def plain(screen: Screen) -> str:
    """A screen as plain text for a file, 72 columns, without colour."""
    stream = StringIO()
    console = Console(
        file=stream, width=72, color_system=None, markup=False, highlight=False, emoji=False
    )
    console.print(screen.render(), crop=False)
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines()) + "\n"
