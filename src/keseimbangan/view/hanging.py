"""A line whose later lines stand below its text: a table of two columns at a third of its cost."""

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

# Narrower than this a text is better off without the indent.
NARROWEST = 12


class Hanging:
    """A text behind a lead, both of one line where there is room."""

    def __init__(self, lead: str, text: Text) -> None:
        self.lead, self.text = lead, text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        indent = cell_len(self.lead)
        width = options.max_width - indent
        if width < NARROWEST:
            yield Text(self.lead).append_text(self.text)
            return
        lead = self.lead
        for line in self.text.wrap(console, width, overflow="fold"):
            line.rstrip()
            yield Text(lead).append_text(line)
            lead = " " * indent
