"""Draw `docs/hari.svg`: the day of the demo, run for real and coloured as a terminal shows it."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

TARGET = Path(__file__).resolve().parent.parent / "docs" / "hari.svg"
COLUMNS = "76"
# A fixed morning, so that the picture changes only when the screen does.
MORNING = "2026-11-25T10:20:00+07:00"

# Light enough to read on either of the page's backgrounds.
THEME = TerminalTheme(
    (24, 28, 36),
    (222, 226, 234),
    [
        (24, 28, 36),
        (240, 113, 120),
        (152, 195, 121),
        (229, 192, 123),
        (97, 175, 239),
        (198, 120, 221),
        (86, 182, 194),
        (222, 226, 234),
    ],
    None,
)

# Rich's own frame loads a font from the network; this one takes what the reader has.
FRAME = """\
<svg xmlns="http://www.w3.org/2000/svg" class="rich-terminal" viewBox="0 0 {width} {height}" \
role="img" aria-label="imbang hari">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; \
font-size: {char_height}px; line-height: {line_height}px; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" \
height="{terminal_height}" /></clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def main() -> None:
    """Run the demo and the day, and draw what came."""
    with tempfile.TemporaryDirectory() as folder:
        home = str(Path(folder) / "contoh")
        _run(["demo", "--home", home, "--ke", str(Path(folder) / "blok.ics")], home)
        day = _run(["hari"], home)
    console = Console(record=True, width=int(COLUMNS), file=open(os.devnull, "w"))  # noqa: SIM115
    console.print(Text("$ imbang hari"))
    console.print(Text.from_ansi(day))
    svg = console.export_svg(title="imbang hari", theme=THEME, code_format=FRAME, unique_id="hari")
    TARGET.write_text(svg, encoding="utf-8", newline="\n")


def _run(words: list[str], home: str) -> str:
    surroundings = {
        **os.environ,
        "KESEIMBANGAN_HOME": home,
        "KESEIMBANGAN_SEKARANG": MORNING,
        "KESEIMBANGAN_BAHASA": "id",
        "TZ": "Asia/Jakarta",
        "COLUMNS": COLUMNS,
        "FORCE_COLOR": "1",
        "TERM": "xterm-256color",
    }
    surroundings.pop("NO_COLOR", None)
    program = [sys.executable, "-m", "keseimbangan", *words]
    return subprocess.run(
        program, env=surroundings, check=True, capture_output=True, encoding="utf-8"
    ).stdout


if __name__ == "__main__":
    main()
