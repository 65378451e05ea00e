"""`imbang mulai` in a real terminal: typed through, and broken off."""

import tomllib
from pathlib import Path

from tests.harness import Terminals, ended


def test_the_guided_run_can_be_typed_through(terminal: Terminals, own_home: Path) -> None:
    child = terminal("mulai")
    for question, answer in [
        (r"\[id\]:", ""),
        (r"\[WIB\]:", "wit"),
        (r"\[5\]:", "6"),
        (r"\[Y/t\]", ""),
        (r"\[kantor\]:", "rumah"),
        (r"\[y/T\]", "y"),
        (r"Senin \[–\]:", "kantor"),
        (r"Selasa \[–\]:", ""),
        (r"Rabu \[–\]:", ""),
        (r"Kamis \[–\]:", ""),
        (r"Jumat \[–\]:", ""),
        (r"Sabtu \[–\]:", "kantor"),
        (r"\[37 j 30 m\]:", ""),
        (r"pribadi \[–\]:", "20"),
        (r"pemulihan \[–\]:", ""),
        (r"diri \[–\]:", ""),
        (r"\[25\]:", "50"),
        (r"\[5\]:", ""),
    ]:
        child.expect(question)
        child.sendline(answer)
    child.expect("Pengaturan disimpan")
    assert ended(child) == 0
    assert tomllib.loads((own_home / "pengaturan.toml").read_text()) == {
        "zona": "Asia/Jayapura",
        "hari_kerja": 6,
        "lokasi": "rumah",
        "lokasi_hari": {"senin": "kantor", "sabtu": "kantor"},
        "niat": {"pribadi": "20j"},
        "fokus": {"menit": 50},
    }


def test_ctrl_c_at_a_question_ends_quietly_and_writes_nothing(
    terminal: Terminals, own_home: Path
) -> None:
    child = terminal("mulai")
    child.expect(r"\[id\]:")
    child.sendline("")
    child.expect(r"\[WIB\]:")
    child.sendline("wit")
    child.expect(r"\[5\]:")
    child.sendintr()
    assert ended(child) == 130
    assert "Traceback" not in child.log.getvalue()
    assert not own_home.exists()
