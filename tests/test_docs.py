"""What the documents tell people to type is understood by the program they describe."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.in_process import Imbang

ROOT = Path(__file__).parent.parent
# What is understood and still ends in 2 here: a question without a terminal, an hour yet to come,
# a file that another program would have written.
UNDERSTOOD = {
    "answer_needed",
    "actual_in_future",
    "editor_needs_terminal",
    "import_file_unreadable",
}


def commands(document: str, heading: str | None = None) -> list[str]:
    """The lines of a document's shell blocks that call the program, without their comments."""
    text = (ROOT / document).read_text(encoding="utf-8")
    if heading is not None:
        text = text.partition(f"\n## {heading}\n")[2]
    blocks = re.findall(r"```sh\n(.*?)```", text, flags=re.S)
    lines = [line.partition("  #")[0].strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if line.startswith("imbang")]


@pytest.mark.parametrize(
    ("document", "heading", "lang"),
    [
        ("docs/panduan.md", None, "id"),
        ("docs/guide.md", None, "en"),
        ("docs/data-anda.md", None, "id"),
        ("docs/your-data.md", None, "en"),
        ("README.md", "Your first day, in two minutes", "en"),
        ("README.md", "Mulai cepat", "id"),
    ],
)
def test_every_command_of_a_document_is_understood(
    imbang: Imbang, document: str, heading: str | None, lang: str
) -> None:
    lines = commands(document, heading)
    assert lines
    for line in lines:
        words = shlex.split(line)[1:]
        result = imbang(*words, "--json", lang=lang, now="2026-11-23T10:30:00+07:00")
        understood = result.code in (0, 1) or result.error["code"] in UNDERSTOOD
        assert understood, f"{line}: {result.err}"


def test_the_page_of_commands_is_that_of_the_help() -> None:
    subprocess.run([sys.executable, ROOT / "tools" / "commands.py", "--check"], check=True)


def test_the_page_of_the_export_file_has_the_tables_that_there_are() -> None:
    subprocess.run([sys.executable, ROOT / "tools" / "data_format.py", "--check"], check=True)


def test_the_readme_has_two_commands_for_a_fresh_machine() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```sh\n(python3 -m venv [^\n]*)\n```", text)
    assert len({line.rpartition("&&")[2].strip() for line in blocks}) == 2
    assert all("constraints.txt" in line for line in blocks)
