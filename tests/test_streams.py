"""Pipes that close early, disks that are full, consoles that know no Unicode, Ctrl-C."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.harness import NOW, PROGRAM, Installed, fingerprint


def fill(installed: Installed, count: int) -> None:
    """Enough tasks to overflow the buffer of a pipe."""
    pieces = " ".join(f'"Bagian {number} {"x" * 150}"' for number in range(count))
    assert installed.shell('imbang tugas tambah "Besar" >&2').code == 0
    assert installed.shell(f"imbang tugas pecah 1 {pieces} >&2").code == 0


def test_a_reader_that_leaves_early_is_no_error(installed: Installed) -> None:
    fill(installed, 600)
    for reads in ("tugas daftar --jumlah 600", "tugas daftar --jumlah 600 --json", "--help"):
        result = installed.shell(f"imbang {reads} | head -1; exit ${{PIPESTATUS[0]}}")
        assert (result.code, result.err) == (0, ""), reads
        assert len(result.out.splitlines()) == 1


def test_a_write_is_kept_though_nobody_reads_of_it(installed: Installed) -> None:
    result = installed.shell('imbang tugas tambah "A" | true; exit ${PIPESTATUS[0]}')
    assert (result.code, result.err) == (0, "")
    result = installed.shell("imbang tugas lihat 9 2>&1 | true; exit ${PIPESTATUS[0]}")
    assert result.code in (0, 1)
    assert [t["title"] for t in installed("tugas", "--json").json["tasks"]] == ["A"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a full disk to write to")
def test_an_output_without_room_is_said(installed: Installed) -> None:
    result = installed.shell('imbang tugas tambah "A" --json > /dev/full')
    assert result.code == 1
    assert "ruang" in result.err
    assert "Traceback" not in result.err


def test_closed_streams_are_no_bug(installed: Installed) -> None:
    for line in ('imbang tugas tambah "A" >&-', "imbang tugas >&- 2>&-", "imbang tugas <&-"):
        result = installed.shell(line)
        assert (result.code, result.err) == (0, ""), line


@pytest.mark.parametrize(
    "env",
    [
        {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "cp1252:strict"},
    ],
    ids=["a bare locale", "an ASCII console", "a Windows console"],
)
def test_letters_and_symbols_arrive_whatever_the_locale(
    installed: Installed, env: dict[str, str]
) -> None:
    installed("tugas", "tambah", "Rapat – العربية 🚀", "--penting", "--mendesak").ok()
    result = installed("tugas", "daftar", env=env).ok()
    assert "●  Rapat – العربية 🚀" in result.out
    assert json.loads(installed("tugas", "--json", env=env).out)["tasks"][0]["number"] == 1


def test_a_pipe_gets_no_colour(installed: Installed) -> None:
    installed("tugas", "tambah", "A", "--penting", "--mendesak").ok()
    assert "\x1b" not in installed("tugas", "matriks").ok().out


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to a process")
def test_ctrl_c_ends_quietly_wherever_it_arrives(
    installed: Installed, own_home: Path, cwd: Path
) -> None:
    installed("tugas", "tambah", "A").ok()
    before = fingerprint(own_home)
    codes = set()
    for step in range(12):
        process = subprocess.Popen(
            [*PROGRAM, "tugas", "daftar"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=cwd,
            env=dict(os.environ) | {"KESEIMBANGAN_SEKARANG": NOW},
        )
        # Later and later, from the interpreter's own start to the program's end.
        time.sleep(0.05 + step * 0.012)
        process.send_signal(signal.SIGINT)
        _out, err = process.communicate(timeout=30)
        codes.add(process.returncode)
        # Before the first line of `main` it is the interpreter's own to answer.
        assert os.sep.join(("keseimbangan", "cli")).encode() not in err
    assert codes <= {0, 130, -signal.SIGINT, 1}
    assert fingerprint(own_home) == before
