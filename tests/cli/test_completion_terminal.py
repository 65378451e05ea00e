"""Completion in the real shells of this machine, with a title that would like to be run."""

import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pexpect
import pytest

from tests.in_process import Imbang

PROMPT = "SIAP> "
SHELLS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], f"PS1='{PROMPT}'"),
    "zsh": (["zsh", "-f", "-i"], f"PROMPT='{PROMPT}'; unsetopt zle_bracketed_paste; RPROMPT=''"),
}
INTERACTIVE = [name for name in SHELLS if shutil.which(name)]


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Both names of the program on PATH, as an installation puts them there."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("imbang", "keseimbangan"):
        script = folder / name
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m keseimbangan "$@"\n')
        script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return folder


@pytest.fixture
def trap(cwd: Path, imbang: Imbang) -> Path:
    """A file that comes to be when a shell runs a part of a task's title."""
    imbang("tugas", "tambah", "Susun laporan").ok()
    imbang("tugas", "tambah", 'x" $(touch jebakan) `touch jebakan` \\$(touch jebakan) * :y').ok()
    return cwd / "jebakan"


class Shell:
    """A shell in which completion is set up, and a line can be typed."""

    def __init__(self, name: str, cwd: Path) -> None:
        command, prompt = SHELLS[name]
        self.child: Any = pexpect.spawn(
            command[0],
            command[1:],
            cwd=str(cwd),
            encoding="utf-8",
            dimensions=(24, 120),
            env=dict(os.environ) | {"TERM": "dumb"},
            timeout=20,
        )
        self.child.logfile_read = io.StringIO()
        self.child.sendline(f"{prompt}; echo terpa''sang")
        self.child.expect("terpasang")
        self.child.sendline(f'eval "$(imbang atur pelengkap {name})"; echo sia""p-lagi')
        self.child.expect("siap-lagi")
        self.child.expect(PROMPT)

    def type(self, line: str, expected: str) -> None:
        """Type a line with its Tabs, wait for what is to appear, and clear the line again."""
        self.child.send(line)
        self.child.expect(expected)
        self.child.send("\x15")


@pytest.fixture(params=INTERACTIVE)
def shell(request: pytest.FixtureRequest, programs: Path, cwd: Path, trap: Path) -> Iterator[Shell]:
    opened = Shell(request.param, cwd)
    yield opened
    opened.child.close(force=True)


def test_tab_completes_commands_options_words_and_both_names(shell: Shell) -> None:
    shell.type("imbang tug\t", "tugas ")
    shell.type("imbang tugas tamb\t", "tambah ")
    shell.type("keseimbangan sk\t", "skp ")
    shell.type("imbang tugas tambah 'dua kata' --uns\t", "--unsur ")
    shell.type("imbang tugas tambah 'dua kata' --unsur prib\t", "pribadi ")
    shell.type("imbang tugas tambah x --unsur=pul\t", "=pulih ")


def test_a_second_tab_shows_titles_and_runs_nothing_of_them(shell: Shell, trap: Path) -> None:
    shell.type("imbang tugas lihat \t\t", "Susun laporan[\\s\\S]*" + re.escape("`touch "))
    shell.type("imbang tugas lihat 2\t", "2 ")
    assert not trap.exists()


if shutil.which("fish"):

    @pytest.mark.usefixtures("programs")
    def test_fish_completes_with_titles_and_runs_nothing_of_them(trap: Path, cwd: Path) -> None:
        lines = ["imbang tug", "keseimbangan tugas lihat ", "imbang tugas tambah x --unsur=pul"]
        asked = "; ".join(f'complete -C "{line}"' for line in lines)
        done = subprocess.run(
            ["fish", "--no-config", "-c", f"imbang atur pelengkap fish | source; {asked}"],
            cwd=cwd,
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
        out = done.stdout.splitlines()
        assert out[0].startswith("tugas\t")
        assert out[1] == "1\tSusun laporan"
        assert out[2].startswith('2\tx" $(touch ')
        assert out[3] == "--unsur=pulih"
        assert not trap.exists()
