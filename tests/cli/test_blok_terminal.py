"""`imbang blok hapus` in a real terminal."""

import pytest

from tests.cli.block_steps import added, day
from tests.harness import Terminals, ended, fingerprint
from tests.in_process import Imbang

QUESTION = "Hapus blok 1 'Rapat' pada Senin, 23 November 2026\\?"


@pytest.fixture(autouse=True)
def rapat(imbang: Imbang) -> None:
    """A block to be deleted."""
    added(imbang, "Rapat", "08.00-09.00")


def test_an_interrupted_question_deletes_nothing(imbang: Imbang, terminal: Terminals) -> None:
    before = fingerprint(imbang.home)
    child = terminal("blok", "hapus", 1)
    child.expect(QUESTION)
    child.sendintr()
    assert ended(child) == 130
    assert fingerprint(imbang.home) == before


def test_an_answer_that_is_neither_is_asked_again(imbang: Imbang, terminal: Terminals) -> None:
    child = terminal("blok", "hapus", 1)
    child.expect(QUESTION)
    child.sendline("mungkin")
    child.expect(QUESTION)
    child.sendline("ya")
    child.expect("Blok dihapus.")
    assert ended(child) == 0
    assert day(imbang, "2026-11-23") == []
