"""`imbang jurnal` in a real terminal: questions, pasting, Ctrl-C, an editor, a closed window."""

import os
import signal
import sys
from pathlib import Path
from typing import Any

import pexpect
import pytest

from tests.cli.journal_steps import entry, numbers, written
from tests.harness import Terminals, ended
from tests.in_process import Imbang

QUESTIONS = (
    "Seberapa berat stres Anda",
    "Apa pemicunya",
    "Apa penyebab utamanya",
    "Apa yang Anda lakukan",
    "Seberapa membantu",
    "Seberapa tinggi tuntutan",
    "Seberapa besar kendali",
    "Catatan lain",
)


def answer(child: Any, question: str, line: str) -> None:
    child.expect(question)
    child.sendline(line)


def test_an_entry_is_written_by_questions(terminal: Terminals, imbang: Imbang) -> None:
    child = terminal("jurnal", "tulis", size=(40, 60))
    answer(child, "Seberapa berat stres Anda", "delapan")
    answer(child, "Angka 'delapan'", "8")
    child.expect("12  rapat")
    answer(child, "Apa pemicunya", "12, Audit, suara bor")
    answer(child, "Apa penyebab utamanya", "")
    answer(child, "Apa yang Anda lakukan", "Jalan kaki")
    answer(child, "Seberapa membantu", "7")
    answer(child, "Seberapa tinggi tuntutan", "")
    answer(child, "Seberapa besar kendali", "0")
    answer(child, "Catatan lain", "satu")
    answer(child, "·", "")
    assert ended(child) == 0
    kept = entry(imbang)
    assert kept["triggers"] == ["rapat", "audit", "suara bor"]
    assert (kept["level"], kept["helped"], kept["control"]) == (8, 7, 0)
    assert (kept["main_cause"], kept["demand"], kept["note"]) == (None, None, "satu")


def test_the_questions_speak_english_too(terminal: Terminals, imbang: Imbang) -> None:
    child = terminal("journal", "write", lang="en")
    child.expect_exact("?")
    child.sendline("3")
    child.expect("12  meetings")
    for _question in QUESTIONS[1:]:
        child.sendline("")
    assert ended(child) == 0
    assert entry(imbang)["level"] == 3


def test_a_pasted_text_with_empty_lines_is_one_note(terminal: Terminals, imbang: Imbang) -> None:
    child = terminal("jurnal", "tulis", "--pemicu", "rapat", "--penyebab", "x")
    answer(child, QUESTIONS[0], "5")
    for question in (QUESTIONS[3], *QUESTIONS[5:7]):
        answer(child, question, "")
    child.expect("Catatan lain")
    child.send("paragraf satu\n\nparagraf dua\nrm -rf catatan\n")
    child.expect("· .*· .*· ")
    child.sendline("")
    assert ended(child) == 0
    assert entry(imbang)["note"] == "paragraf satu\n\nparagraf dua\nrm -rf catatan"


def test_a_note_from_standard_input_may_be_typed(terminal: Terminals, imbang: Imbang) -> None:
    child = terminal("jurnal", "tulis", "--tingkat", 5, "--catatan", "-")
    child.expect("Akhiri dengan Ctrl-D")
    child.send("satu\n\ndua\n")
    child.sendeof()
    assert ended(child) == 0
    assert entry(imbang)["note"] == "satu\n\ndua"


def asked_before(place: int) -> list[str]:
    """The questions after the level, without the one that comes only after an answer."""
    return [question for question in QUESTIONS[1:place] if question != "Seberapa membantu"]


@pytest.mark.parametrize("place", [0, 1, 3, 7])
def test_ctrl_c_at_any_question_records_nothing(
    terminal: Terminals, imbang: Imbang, place: int
) -> None:
    child = terminal("jurnal", "tulis")
    if place:
        answer(child, QUESTIONS[0], "5")
    for question in asked_before(place):
        answer(child, question, "")
    child.expect(QUESTIONS[place])
    child.sendintr()
    assert ended(child) == 130
    assert "Traceback" not in child.log.getvalue()
    assert not imbang.store.exists()


def test_deleting_asks_and_ctrl_c_keeps_the_entry(terminal: Terminals, imbang: Imbang) -> None:
    written(imbang, 5)
    child = terminal("jurnal", "hapus", 1)
    child.expect("Hapus catatan jurnal 1")
    child.sendintr()
    assert ended(child) == 130
    answered = terminal("jurnal", "hapus", 1)
    answer(answered, "Hapus catatan jurnal 1", "y")
    assert ended(answered) == 0
    assert numbers(imbang, "daftar") == []


# It says that it is there and waits: for a line, which it writes into the note, or for a signal.
WAITING = """
import os, signal, sys
from pathlib import Path
form = Path(sys.argv[1])
signal.signal(signal.SIGINT, lambda *_a: print("SUNTINGAN BERLANJUT", flush=True))
form.write_text(form.read_text().replace("tingkat:", "tingkat: 6"))
print(f"PENYUNTING {os.getppid()} SIAP", flush=True)
line = sys.stdin.readline().strip()
form.write_text(form.read_text() + line)
"""


@pytest.fixture
def editing(terminal: Terminals, tmp_path: Path) -> Any:
    """The program with an editor open in the terminal, and the program's process number."""
    script = tmp_path / "penyunting.py"
    script.write_text(WAITING)
    env = {"EDITOR": f"{sys.executable} {script}"}
    child = terminal("jurnal", "tulis", "--editor", env=env)
    child.expect(r"PENYUNTING (\d+) SIAP")
    child.program = int(child.match[1])
    return child


def forms(imbang: Imbang) -> list[Path]:
    return list(imbang.home.glob(".formulir-*"))


def test_an_entry_is_written_in_an_editor(editing: Any, imbang: Imbang) -> None:
    assert len(forms(imbang)) == 1
    editing.sendline("dari editor")
    assert ended(editing) == 0
    assert (entry(imbang)["level"], entry(imbang)["note"]) == (6, "dari editor")
    assert forms(imbang) == []


def test_ctrl_c_in_the_editor_belongs_to_the_editor(editing: Any, imbang: Imbang) -> None:
    editing.sendintr()
    editing.expect("SUNTINGAN BERLANJUT")
    editing.sendline("tetap ada")
    assert ended(editing) == 0
    assert entry(imbang)["note"] == "tetap ada"


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGHUP])
def test_a_closed_terminal_leaves_no_form_behind(
    editing: Any, imbang: Imbang, ending: signal.Signals
) -> None:
    os.kill(editing.program, ending)
    assert ended(editing) == 130
    assert forms(imbang) == []
    assert not imbang.store.exists()


def test_ctrl_c_at_the_question_about_the_form_leaves_none_behind(
    terminal: Terminals, imbang: Imbang
) -> None:
    child = terminal("jurnal", "tulis", "--editor", env={"EDITOR": "true"})
    child.expect("Buka lagi formulirnya")
    child.sendintr()
    assert ended(child) == 130
    assert forms(imbang) == []


def test_a_real_vi_writes_an_entry(terminal: Terminals, imbang: Imbang) -> None:
    if pexpect.which("vi") is None:
        return
    child = terminal("jurnal", "tulis", "--editor", env={"EDITOR": "vi"})
    child.expect("tingkat:")
    child.send(":%s/^tingkat:/tingkat: 4/\r")
    child.send(":wq\r")
    assert ended(child) == 0
    assert entry(imbang)["level"] == 4
    assert forms(imbang) == []
