"""Triage, deleting and delegating in a real terminal, keys and all."""

import re

import pytest

from tests.harness import Installed, Terminals, ended, fingerprint

ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def plain(text: str) -> str:
    """What a person sees of a terminal's output."""
    return ESCAPE.sub("", text).replace("\r\n", "\n")


@pytest.fixture
def three(installed: Installed) -> Installed:
    """A store with three tasks that wait for triage."""
    for title in ("Susun laporan", "Rekap presensi", "Rapikan map lama"):
        installed("tugas", "tambah", title).ok()
    return installed


def kept(installed: Installed) -> dict[int, dict[str, object]]:
    """Every open or delegated task by its number."""
    return {t["number"]: t for t in installed("tugas", "--json").ok().json["tasks"]}


def test_triage_asks_two_questions_a_task_and_then_what_its_quadrant_needs(
    three: Installed, terminal: Terminals
) -> None:
    child = terminal("tugas", "triase")
    child.expect_exact("[1/3] 1  Susun laporan")
    child.expect("Penting.*\\? ")
    child.sendline("y")
    child.expect("Mendesak.*\\? ")
    child.sendline("y")
    child.expect("Kerjakan")
    child.expect("estimasi")
    child.sendline("1,5 jam")
    child.expect_exact("[2/3] 2  Rekap presensi")
    child.sendline("t")
    child.expect("Mendesak")
    child.sendline("y")
    child.expect("Delegasikan")
    child.expect("Siapa yang mengerjakan")
    child.sendline("d")
    child.expect("Kepada siapa")
    child.sendline("Bu Sari")
    for question in ("nstruksi", "asil", "anyakan"):
        child.expect(question)
        child.sendline("")
    child.expect_exact("[3/3] 3  Rapikan map lama")
    child.sendline("t")
    child.expect("Mendesak")
    child.sendline("t")
    child.expect("Singkirkan tugas ini")
    child.sendline("y")
    assert ended(child) == 0
    assert "Susun laporan" in plain(child.before)
    tasks = kept(three)
    assert tasks[1]["quadrant"] == "do"
    assert tasks[1]["estimate_minutes"] == 90
    assert tasks[2]["status"] == "delegated"
    assert 3 not in tasks


def test_an_answer_that_cannot_be_read_is_asked_for_again(
    three: Installed, terminal: Terminals
) -> None:
    child = terminal("tugas", "triase")
    child.expect("Penting")
    child.sendline("mungkin")
    child.expect("Jawab y untuk ya")
    child.expect("Penting")
    child.sendline("y")
    child.expect("Mendesak")
    child.sendline("t")
    child.expect("Kapan dijadwalkan")
    child.sendline("31-02")
    child.expect_exact("Tanggal '31-02' tidak")
    child.expect("Kapan dijadwalkan")
    child.sendline("jumat ini")
    child.expect_exact("[2/3]")
    assert kept(three)[1]["due"] == "2026-11-27"


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_leaving_triage_halfway_keeps_what_was_answered_and_nothing_else(
    three: Installed, terminal: Terminals, key: str
) -> None:
    child = terminal("tugas", "triase")
    child.expect("Penting")
    child.sendline("t")
    child.expect("Mendesak")
    child.sendline("t")
    child.expect("Singkirkan")
    child.sendline("t")
    child.expect_exact("[2/3]")
    child.expect("Penting.*\\? ")
    child.send(key)
    assert ended(child) == 130
    assert "Traceback" not in child.log.getvalue()
    tasks = kept(three)
    assert [tasks[n]["triaged"] for n in (1, 2, 3)] == [True, False, False]
    again = terminal("tugas", "triase")
    again.expect_exact("[1/2] 2  Rekap presensi")


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_leaving_a_question_about_deleting_deletes_nothing(
    three: Installed, terminal: Terminals, key: str
) -> None:
    before = fingerprint(three.home)
    child = terminal("tugas", "hapus", 2)
    child.expect("Hapus tugas 2 'Rekap presensi'\\?")
    child.send(key)
    assert ended(child) == 130
    assert fingerprint(three.home) == before


def test_deleting_takes_a_yes_and_enter_is_a_no(three: Installed, terminal: Terminals) -> None:
    for answer, left in (("", 3), ("t", 3), ("ya", 2)):
        child = terminal("tugas", "hapus", 2)
        child.expect("Hapus tugas 2")
        child.sendline(answer)
        assert ended(child) == 0
        assert len(kept(three)) == left


def test_the_questions_come_in_english_too(three: Installed, terminal: Terminals) -> None:
    child = terminal("task", "delete", 2, lang="en")
    child.expect("Delete task 2 'Rekap presensi'\\?")
    child.sendline("yes")
    assert ended(child) == 0
    assert "Penting" not in child.log.getvalue()
    assert len(kept(three)) == 2


def test_what_is_typed_at_a_prompt_is_held_to_the_same_rules(
    three: Installed, terminal: Terminals
) -> None:
    child = terminal("tugas", "delegasikan", 1)
    child.expect("Kepada siapa")
    # Ctrl-V quotes the escape that follows it, as a pasted sequence would bring it.
    child.sendline("\x16\x1b[31mSari")
    child.expect_exact("U+001B")
    child.expect("Kepada siapa")
    child.sendline("Bu Sari 🌿")
    for question in ("nstruksi", "asil", "anyakan"):
        child.expect(question)
        child.sendline("")
    assert ended(child) == 0
    assert "Bu Sari 🌿" in three("tugas", "lihat", 1).out


def test_a_narrow_terminal_without_colour_still_says_it_all(
    three: Installed, terminal: Terminals
) -> None:
    child = terminal("tugas", "matriks", size=(24, 60), env={"NO_COLOR": "1"})
    assert ended(child) == 0
    out = child.log.getvalue()
    assert "\x1b[3" not in out
    for word in ("Kerjakan", "Jadwalkan", "Delegasikan", "Singkirkan", "Susun laporan"):
        assert word in out
    assert max(len(line) for line in plain(out).splitlines()) <= 60
    coloured = terminal("tugas", "matriks", size=(24, 60))
    assert ended(coloured) == 0
    assert "\x1b[" in coloured.log.getvalue()
    assert plain(coloured.log.getvalue()) == plain(out)
