"""What only a process of its own can meet: modes, limits, stray bytes, readers that leave."""

import ctypes
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.harness import PROGRAM, Installed, ended, fingerprint

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX alone has these")

READS = (
    *("hari", "minggu", "blok", "blok lihat 1", "blok templat", "tugas", "tugas lihat 1"),
    *("tugas matriks", "tugas smart 1", "fokus", "fokus riwayat", "jurnal", "jurnal lihat 1"),
    *("jurnal cari x", "jurnal pola", "evaluasi --tampil", "refleksi --tampil", "laporan"),
    *("laporan --format md", "laporan --format html", "skp", "atur", "data apa", "--help"),
)


@pytest.fixture
def filled(installed: Installed) -> Installed:
    """A program with something of each kind in its store."""
    script = """
        imbang tugas tambah A && imbang blok tambah R 13.00-14.00 &&
        imbang jurnal tulis --tingkat 5 --catatan x"""
    assert installed.shell(script).code == 0
    return installed


def bound(
    installed: Installed, before: Callable[[], object], *words: str
) -> subprocess.CompletedProcess[str]:
    """The program after `before` was called in its process."""
    return subprocess.run(
        [*PROGRAM, *words],
        capture_output=True,
        encoding="utf-8",
        cwd=installed.cwd,
        env=dict(os.environ),
        preexec_fn=before,
        timeout=60,
        check=False,
    )


def obey_modes() -> None:
    """Let even root be bound by the modes of its files, as everybody is."""
    if sys.platform == "linux" and os.geteuid() == 0:
        drop, override_rights, read_anything = 24, 1, 2
        for capability in (override_rights, read_anything):
            ctypes.CDLL(None).prctl(drop, capability, 0, 0, 0)


def said(done: subprocess.CompletedProcess[str], code: int) -> str:
    """The code of an error that was told as it should be."""
    assert (done.returncode, done.stdout) == (code, ""), done.stderr
    error = json.loads(done.stderr)["error"]
    assert error["hint"]
    return str(error["code"])


CHANGES = (
    ("tugas", "tambah", "B"),
    ("blok", "hapus", "1", "--ya"),
    ("jurnal", "hapus", "1", "--ya"),
)


def test_a_home_that_may_not_be_written_is_said_and_stays(filled: Installed) -> None:
    before = fingerprint(filled.home)
    (filled.home / "keseimbangan.db").chmod(0o400)
    filled.home.chmod(0o500)
    try:
        for words in CHANGES:
            assert said(bound(filled, obey_modes, *words, "--json"), 3) == "store_read_only"
        words = ("atur", "ubah", "zona", "WITA", "--json")
        assert said(bound(filled, obey_modes, *words), 3) == "settings_unwritable"
        words = ("demo", "--home", str(filled.home / "x"), "--json")
        assert said(bound(filled, obey_modes, *words), 3) == "settings_unwritable"
        filled.home.chmod(0)
        assert said(bound(filled, obey_modes, "tugas", "--json"), 3).endswith("unreadable")
    finally:
        filled.home.chmod(0o700)
    assert fingerprint(filled.home) == before


def test_a_store_on_a_disk_that_cannot_be_written_can_be_read(filled: Installed) -> None:
    store = filled.home / "keseimbangan.db"
    before = fingerprint(filled.home)
    store.chmod(0o400)
    filled.home.chmod(0o500)
    try:
        for words in (("tugas",), ("hari",), ("jurnal",), ("data", "apa")):
            done = bound(filled, obey_modes, *words, "--json")
            assert (done.returncode, done.stderr) == (0, "")
        assert said(bound(filled, obey_modes, "tugas", "tambah", "B", "--json"), 3) == (
            "store_read_only"
        )
    finally:
        filled.home.chmod(0o700)
    assert fingerprint(filled.home) == before


def test_what_another_left_unfinished_on_such_a_disk_is_not_passed_over(
    filled: Installed,
) -> None:
    # Half of what was written may stand in the log alone: reading past it would show old things.
    (filled.home / "keseimbangan.db-wal").write_bytes(b"x" * 100)
    filled.home.chmod(0o500)
    try:
        assert said(bound(filled, obey_modes, "tugas", "--json"), 3) == "store_read_only"
    finally:
        filled.home.chmod(0o700)


def test_settings_that_are_no_file_are_refused_at_once(filled: Installed) -> None:
    path = filled.home / "pengaturan.toml"
    os.mkfifo(path)
    for words in (("hari",), ("atur",), ("atur", "zona", "WITA"), ("mulai", "--ya")):
        assert said(bound(filled, obey_modes, *words, "--json"), 3) == "settings_unreadable"
    path.unlink()
    path.symlink_to("/dev/zero")
    assert said(bound(filled, obey_modes, "hari", "--json"), 3) == "settings_unreadable"


def no_room() -> None:
    """A disk on which no file can grow beyond eight kilobytes."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))


def test_a_full_disk_is_said_and_the_store_stays(filled: Installed) -> None:
    store = filled.home / "keseimbangan.db"
    before = store.read_bytes()
    for words in CHANGES:
        assert said(bound(filled, no_room, *words, "--json"), 3) == "store_full"
    assert store.read_bytes() == before
    filled("tugas", "tambah", "B").ok()


def test_a_disk_too_full_for_a_new_store_is_left_empty(installed: Installed) -> None:
    assert said(bound(installed, no_room, "tugas", "tambah", "B", "--json"), 3) == "store_full"
    assert not list(installed.home.iterdir())


def test_bytes_that_are_no_text_are_refused(filled: Installed) -> None:
    before = fingerprint(filled.home)
    for line in (
        *(r"tugas tambah $'\xff'", r"tugas lihat $'\xff'", r"$'\xff'", r"tugas $'\xff'"),
        *(r"hari $'\xff'", r"tugas tambah A --tenggat $'\xff'", r"laporan --ke $'\xff'"),
        *(r"tugas tambah A $'--\xff'", r"tugas tambah A $'\x1b]0;x\x07'"),
        r"jurnal tulis --tingkat 3 --catatan - <<< $'\xff'",
    ):
        result = filled.shell(f"imbang {line}")
        assert (result.code, result.out) == (2, ""), line
        assert len(result.err.splitlines()) == 1, line
        assert "\x1b" not in result.err, line
    assert fingerprint(filled.home) == before


def test_bytes_that_are_no_text_are_refused_at_a_question_too(
    filled: Installed, terminal: Callable[..., Any]
) -> None:
    # As in a locale of UTF-8; that of the tests is more lenient.
    strict = {"PYTHONIOENCODING": "utf-8:strict"}
    child = terminal("tugas", "delegasikan", 1, env=strict)
    child.expect(r"\?")
    # Their echo could not be read here either.
    child.setecho(False)
    os.write(child.child_fd, b"\xff\xfe\r")
    child.expect(r"U\+DCFF")
    child.sendintr()
    assert ended(child) == 130


def test_a_home_of_stray_bytes_is_used_and_named_in_letters(installed: Installed) -> None:
    if sys.platform == "linux":
        line = r"imbang --home $'r\xff' tugas tambah A && imbang --home $'r\xff' data apa"
        result = installed.shell(line)
        assert (result.code, result.err) == (0, "")
        assert Path(os.fsencode(installed.cwd).decode(), os.fsdecode(b"r\xff")).is_dir()


def test_no_reader_that_leaves_is_an_error(filled: Installed) -> None:
    reads = "\n".join(
        f"imbang {read} | true; test ${{PIPESTATUS[0]}} = 0 || echo '{read}'" for read in READS
    )
    result = filled.shell(reads)
    assert (result.out, result.err) == ("", "")
