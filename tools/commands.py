"""Write `docs/commands.md` from the program's own help, or with `--check` say if it is behind."""

import os
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

os.environ["COLUMNS"] = "80"

from typer.main import get_command

from keseimbangan import i18n
from keseimbangan.cli.app import build
from keseimbangan.cli.help import root_page
from keseimbangan.cli.places import places

TARGET = Path(__file__).resolve().parent.parent / "docs" / "commands.md"

HEADING = """# Commands / Perintah

Made from the program's own help by `python tools/commands.py`; a test compares them.
Dibuat dari bantuan program sendiri; sebuah uji membandingkannya.
"""


def text() -> str:
    """The whole page, Indonesian first."""
    return HEADING + "".join(_part_from_its_own_process(language) for language in ("id", "en"))


def _part_from_its_own_process(language: str) -> str:
    # Help texts are translated while the command modules are imported, so one process speaks one
    # language.
    program = [sys.executable, __file__, "--part", language]
    return subprocess.run(program, check=True, capture_output=True, encoding="utf-8").stdout


def part(language: str) -> str:
    """The pages in one language; only once in a process."""
    i18n.activate(language)
    title = {"id": "Bahasa Indonesia", "en": "English"}[language]
    pages = [root_page(), *_pages()]
    return f"\n## {title}\n" + "".join(f"\n```text\n{page.rstrip()}\n```\n" for page in pages)


def _pages() -> Iterator[str]:
    for place in places():
        module = import_module(f"keseimbangan.cli.{place.module}")
        entries = getattr(getattr(module, "group", None), "entries", [])
        if entries:
            yield _help(place.shown, "--help")
        for words in [[place.shown, entry.shown] for entry in entries] or [[place.shown]]:
            yield _help(*words, "--help")


def _help(*words: str) -> str:
    app, _words = build(list(words))
    command = get_command(app)
    context = command.make_context("imbang", [], resilient_parsing=True)
    for word in words[:-1]:
        command = command.commands[word]
        context = command.make_context(word, [], parent=context, resilient_parsing=True)
    return command.get_help(context)


def main(arguments: list[str]) -> int:
    """Write the page or check it; the exit code."""
    if "--part" in arguments:
        sys.stdout.write(part(arguments[-1]))
        return 0
    if "--check" not in arguments:
        TARGET.write_text(text(), encoding="utf-8", newline="\n")
        return 0
    if TARGET.exists() and TARGET.read_text(encoding="utf-8") == text():
        return 0
    sys.stderr.write("docs/commands.md is behind the help: python tools/commands.py\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
