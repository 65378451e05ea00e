"""Questions in a real terminal: broken off, suspended, narrow."""

import os
import signal
import sys

import pexpect
import pytest

from tests.harness import Terminals, ended, heed_signals
from tests.in_process import Imbang


@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_who_leaves_a_question_finds_the_shell_on_a_line_of_its_own(
    terminal: Terminals, key: str
) -> None:
    child = terminal("mulai")
    child.expect(r"\[id\]:")
    child.send(key)
    assert ended(child) == 130
    assert child.before.endswith("\r\nPengaturan Anda tetap seperti semula.\r\n")
    assert "\r\n\r\n" not in child.before


def test_a_question_is_asked_again_when_the_program_comes_back_from_ctrl_z(
    terminal: Terminals,
) -> None:
    child = terminal("mulai")
    child.expect(r"Bahasa \(id, en\) \[id\]:")
    os.kill(child.pid, signal.SIGSTOP)
    os.kill(child.pid, signal.SIGCONT)
    child.expect(r"Bahasa \(id, en\) \[id\]:")
    child.sendline("id")
    child.expect(r"\[WIB\]:")
    child.sendintr()
    assert ended(child) == 130


def test_a_question_wider_than_the_terminal_is_broken_between_words(terminal: Terminals) -> None:
    child = terminal("jurnal", "tulis", size=(24, 50))
    child.expect(r"dari 0 \(tidak terasa\)\r\nsampai 10 \(sangat berat\)\? ")
    child.sendintr()
    assert ended(child) == 130


def test_a_choice_is_typed_behind_a_sign(terminal: Terminals, imbang: Imbang) -> None:
    imbang("tugas", "tambah", "Surat", "--tenggat", "kemarin").ok()
    child = terminal("evaluasi")
    child.expect(r"\[b\] biarkan\r\n> ")
    child.sendintr()
    child.expect("Jawaban Anda tersimpan")
    assert ended(child) == 130
    assert "\r\n\r\nJawaban Anda" not in child.log.getvalue()


def test_choices_that_do_not_fit_beside_each_other_stand_below(
    terminal: Terminals, imbang: Imbang
) -> None:
    imbang("tugas", "tambah", "Surat", "--tenggat", "kemarin").ok()
    child = terminal("evaluasi", size=(24, 40))
    child.expect(r"  \[j\] jadwalkan\r\n  \[d\] delegasikan\r\n")
    child.sendintr()
    assert ended(child) == 130


def test_each_language_chooses_by_letters_of_its_own_words(
    terminal: Terminals, imbang: Imbang
) -> None:
    imbang("tugas", "tambah", "Surat", "--tenggat", "kemarin").ok()
    child = terminal("review", lang="en")
    child.expect(r"\[r\] reschedule  \[d\] delegate  \[o\] drop  \[k\] keep")
    child.sendline("s")
    child.expect("r, d, o, k")
    child.sendline("o")
    child.expect("dropped")
    child.sendintr()
    assert ended(child) == 130
    again = terminal("evaluasi")
    again.expect(r"1/6  Yang tercapai\r\n\S*Belum ada yang tercatat")
    again.sendintr()
    assert ended(again) == 130


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("jurnal tulis", "Tidak ada yang dicatat."),
        ("refleksi", "Jawaban Anda tersimpan. Lanjutkan dengan: imbang refleksi 2026-11"),
    ],
)
def test_who_leaves_is_told_what_became_of_the_answers(
    terminal: Terminals, command: str, said: str
) -> None:
    child = terminal(*command.split())
    child.expect(r"\? $")
    child.sendintr()
    child.expect_exact(said)
    assert ended(child) == 130


def test_a_ctrl_c_between_the_question_and_the_waiting_is_not_lost() -> None:
    # Noted by Python without an interrupted wait, as a signal is that comes just before it.
    script = (
        "import _thread, threading\n"
        "from keseimbangan.cli.typed_line import typed_line\n"
        "threading.Timer(0.3, _thread.interrupt_main).start()\n"
        "try:\n"
        "    typed_line()\n"
        "except KeyboardInterrupt:\n"
        "    print('heard')\n"
    )
    program = [sys.executable, ["-c", script]]
    child = pexpect.spawn(*program, encoding="utf-8", timeout=20, preexec_fn=heed_signals)
    child.expect_exact("heard")
    assert ended(child) == 0
