"""Homes, settings, stores and clocks that are not what they should be."""

import errno
import json
import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from keseimbangan.store import connections
from tests.harness import Result, fingerprint
from tests.in_process import Imbang

LONG = "x" * 300


def said(result: Result, code: int, name: str) -> dict[str, str]:
    """The error document of a call that failed as it should."""
    assert (result.code, result.out) == (code, ""), result.err
    error: dict[str, str] = json.loads(result.err)["error"]
    assert error["code"] == name
    assert error["hint"]
    return error


@pytest.mark.parametrize("below", ["f", "f/x", "f/x/y", f"{LONG}/x", "f/\x1b[2J"])
def test_a_home_that_cannot_be_is_said_without_a_byte_changed(imbang: Imbang, below: str) -> None:
    (imbang.cwd / "f").write_text("berkas", encoding="utf-8")
    before = fingerprint(imbang.cwd)
    for words in (("tugas", "tambah", "A"), ("atur", "ubah", "zona", "WITA"), ("demo",)):
        home = ("--home", below) if words != ("demo",) else ()
        kept = ("--home", below) if words == ("demo",) else ()
        result = imbang(*home, *words, *kept, "--json")
        assert result.code in (2, 3), result.err
        assert not result.out
        assert "\x1b" not in result.err
        assert result.error["hint"]
    assert fingerprint(imbang.cwd) == before


def test_a_home_that_cannot_be_made_is_said(imbang: Imbang) -> None:
    if sys.platform == "linux":
        result = imbang("--home", "/proc/tidak/ada", "tugas", "tambah", "A", "--json")
        said(result, 3, "store_read_only")


def test_an_empty_home_is_never_that_of_every_day(imbang: Imbang) -> None:
    for words in (["--home", ""], ["--home="]):
        said(imbang(*words, "tugas", "tambah", "A", "--json"), 2, "option_without_value")
    assert not imbang.store.exists()


@pytest.mark.parametrize("home", ["~tidak-ada-orang-ini", "~tidak-ada-orang-ini/x"])
def test_the_home_of_nobody_is_said(imbang: Imbang, home: str) -> None:
    said(imbang("--home", home, "tugas", "--json"), 3, "home_unknown")
    said(imbang("tugas", "--json", env={"KESEIMBANGAN_HOME": home}), 3, "home_unknown")


def test_an_account_without_a_home_is_told_how_to_name_one(
    imbang: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nowhere(*_arguments: object, **_named: object) -> Path:
        raise RuntimeError("could not determine the home directory")

    for name in ("user_data_path", "user_config_path"):
        monkeypatch.setattr(f"platformdirs.{name}", nowhere)
    said(imbang("tugas", "--json", env={"KESEIMBANGAN_HOME": ""}), 3, "home_unknown")


@pytest.mark.parametrize("name", ["satu dua", "a 'b\" ;$c", "q?mode=ro#x%20y", "file:x", "rumahé"])
def test_a_home_may_have_any_name(imbang: Imbang, name: str) -> None:
    if sys.platform == "win32":
        name = "".join(letter for letter in name if letter not in '"?:')
    imbang("tugas", "tambah", "A", env={"KESEIMBANGAN_HOME": name}).ok()
    assert (imbang.cwd / name / "keseimbangan.db").is_file()
    assert "A" in imbang("--home", name, "tugas").ok().out


NESTED = 1200
SETTINGS = {
    "a duplicate key": (b'zona = "WIB"\nzona = "WITA"\n', 2, "broken_settings"),
    "a typo": (b'zone = "WIB"\n', 2, "unknown_setting"),
    "a value of another kind": (b"zona = 3\n", 2, "bad_setting"),
    "a table for a value": (b"zona = {a = 1}\n", 2, "unknown_setting"),
    "not UTF-8": (b'zona = "\xff\xfe"\n', 3, "settings_not_text"),
    "a control character": (b'zona = "\x1b[2J"\n', 2, "broken_settings"),
    "a hidden key": (b'"\\u001b[2J" = 1\n', 2, "unknown_setting"),
    "lists without an end": (b"zona = " + b"[" * NESTED, 3, "settings_unreadable"),
    "keys without an end": (b"a" + b".a" * NESTED + b" = 1\n", 3, "settings_unreadable"),
    "another machine's file": (b'zona = "../../etc/passwd"\n', 2, "bad_setting"),
}


@pytest.mark.parametrize(("text", "code", "name"), SETTINGS.values(), ids=SETTINGS)
def test_settings_that_are_wrong_are_said_and_left_alone(
    imbang: Imbang, text: bytes, code: int, name: str
) -> None:
    imbang("tugas", "tambah", "A").ok()
    path = imbang.home / "pengaturan.toml"
    path.write_bytes(text)
    for words in (("tugas",), ("tugas", "tambah", "B"), ("hari",), ("laporan",)):
        error = said(imbang.refused(code, *words, "--json", lang="id"), code, name)
        assert "pengaturan.toml" in error["message"]
        assert "\x1b" not in imbang(*words, lang="id").err


def test_a_folder_in_the_place_of_the_settings_is_said(imbang: Imbang) -> None:
    (imbang.home / "pengaturan.toml").mkdir(parents=True)
    for words in (("tugas",), ("atur", "ubah", "zona", "WITA"), ("mulai", "--ya")):
        said(imbang.refused(3, *words, "--json"), 3, "settings_unreadable")


def test_a_disk_too_full_for_the_settings_is_said(
    imbang: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("os.fsync", full)
    error = said(imbang("atur", "ubah", "zona", "WITA", "--json"), 3, "settings_unwritable")
    assert "ruang disk" in error["hint"]
    assert not list(imbang.home.iterdir())


def changed(sql: str) -> Callable[[Path], None]:
    """What another program did to the store."""

    def change(path: Path) -> None:
        with closing(sqlite3.connect(path)) as db:
            db.executescript(sql)

    return change


def cut(size: int) -> Callable[[Path], None]:
    """A copy that ended early."""
    return lambda path: path.write_bytes(path.read_bytes()[:size]) and None


STORES: dict[str, tuple[Callable[[Path], object], str]] = {
    "a text": (lambda path: path.write_text("catatan\n" * 900), "store_damaged"),
    "nothing": (cut(0), "store_damaged"),
    "a piece of the header": (cut(60), "store_damaged"),
    "a piece": (cut(20_000), "store_damaged"),
    "another program's": (changed("PRAGMA application_id = 7"), "store_damaged"),
    "a later program's": (changed("PRAGMA user_version = 99"), "store_newer"),
    "without a table": (changed("DROP TABLE tasks"), "store_damaged"),
    "a folder": (lambda path: (path.unlink(), path.mkdir()), "store_read_only"),
}


@pytest.mark.parametrize(("spoil", "name"), STORES.values(), ids=STORES)
def test_a_store_that_cannot_be_used_is_said_and_left_alone(
    imbang: Imbang, spoil: Callable[[Path], object], name: str
) -> None:
    imbang("tugas", "tambah", "A").ok()
    spoil(imbang.store)
    before = imbang.store.read_bytes() if imbang.store.is_file() else None
    for words in (("tugas",), ("tugas", "tambah", "B"), ("data", "apa"), ("hari",)):
        error = said(imbang(*words, "--json"), 3, name)
        assert "keseimbangan.db" in error["message"]
    assert before is None or imbang.store.read_bytes() == before


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Another process that is in the middle of something long."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield


def test_a_store_in_use_is_waited_for_but_not_for_long(
    imbang: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert connections.BUSY_SECONDS <= 6
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.3)
    imbang("tugas", "tambah", "A").ok()
    with held(imbang.store):
        begun = time.monotonic()
        said(imbang("tugas", "tambah", "B", "--json"), 3, "store_locked")
        assert 0.2 < time.monotonic() - begun < 2
        # Readers need not wait for a writer.
        assert "A" in imbang("tugas").ok().out


NO_MOMENTS = ("x", "2026", "2026-13-01", "99999-01-01", "0001-01-01T00:00:00+14:00", " ", "\x1b[2J")


@pytest.mark.parametrize("moment", [*NO_MOMENTS, "9999-12-31T23:00:00+07:00", "1950-01-01"])
def test_a_clock_that_is_none_is_refused(imbang: Imbang, moment: str) -> None:
    error = said(imbang("hari", "--json", now=moment), 2, "bad_setting")
    assert "KESEIMBANGAN_SEKARANG" in error["message"]


@pytest.mark.parametrize("pace", ["x", "0", "-1", "nan", "inf", "1e400", ""])
def test_a_pace_that_is_none_is_refused(imbang: Imbang, pace: str) -> None:
    result = imbang("hari", "--json", env={"KESEIMBANGAN_LAJU": pace})
    assert "KESEIMBANGAN_LAJU" in said(result, 2, "bad_setting")["message"]


READS = ("hari", "minggu", "blok", "tugas", "fokus", "jurnal", "evaluasi", "laporan", "skp")


@pytest.mark.parametrize("moment", ["1970-01-01T00:00:00+07:00", "2199-12-30T12:00:00+07:00"])
def test_a_clock_that_is_far_off_is_no_bug(imbang: Imbang, moment: str) -> None:
    imbang("blok", "tambah", "Apel", "07.00-07.30", "--ulang", "tiap senin").ok()
    for words in (["tugas", "tambah", "A", "--tenggat", "besok"], ["blok", "templat", "A"]):
        imbang(*words, now=moment).ok()
    for word in READS:
        imbang(word, "--json", now=moment).ok()
    imbang("kalender", "ekspor", "--minggu", "ini", now=moment).ok()


ZONES = ("Nowhere/X", "", ":", "../../etc/passwd", "a/\x1b", "XXX5YYY", "Asia", f"a/{LONG}")


@pytest.mark.parametrize("zone", ZONES)
def test_a_zone_of_the_machine_that_is_none_is_jakarta(imbang: Imbang, zone: str) -> None:
    assert imbang("hari", "--json", env={"TZ": zone}).ok().json["zone"] == "Asia/Jakarta"


@pytest.mark.parametrize("columns", ["1", "10", "0", "-5", "abc", "99999999999"])
def test_no_width_of_the_terminal_is_too_strange(imbang: Imbang, columns: str) -> None:
    imbang("tugas", "tambah", "Susun laporan", "--penting").ok()
    imbang("blok", "tambah", "Rapat", "13.00-14.00").ok()
    for words in (*((word,) for word in READS), ("tugas", "matriks"), ("data",), ("--help",)):
        imbang(*words, env={"COLUMNS": columns}).ok()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such file")
def test_a_device_is_never_replaced_by_a_report(imbang: Imbang) -> None:
    os.mkfifo(imbang.cwd / "pipa")
    for words in (("laporan", "--ke"), ("kalender", "ekspor", "-o")):
        imbang("blok", "tambah", "Rapat", "13.00-14.00", "--tumpuk").ok()
        said(imbang(*words, "pipa", "--timpa", "--json"), 1, "not_a_file")


def test_the_demo_takes_no_folder_with_somebodys_settings(imbang: Imbang) -> None:
    imbang("atur", "ubah", "zona", "WITA").ok()
    said(imbang.refused(1, "demo", "--home", imbang.home, "--json"), 1, "home_in_use")
    said(imbang("demo", "--ke", "hilang/blok.ics", "--json"), 1, "no_such_folder")
    assert not list(imbang.cwd.iterdir())


def test_a_zone_that_this_computer_does_not_know_is_said(imbang: Imbang) -> None:
    imbang("blok", "tambah", "Rapat", "08.00-09.00").ok()
    with closing(sqlite3.connect(imbang.store)) as connection, connection:
        connection.execute("UPDATE blocks SET zone = 'Nusantara/Baru'")
    said(imbang("hari", "--json"), 3, "zone_unknown")
