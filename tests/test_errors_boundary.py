"""The one place where errors end: exit codes, both languages, bugs."""

import os
import sqlite3
import stat
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from keseimbangan.store import tasks as store_tasks
from tests.harness import fingerprint
from tests.in_process import Imbang

CALLS = {
    "an unknown command": ((), ("tugs",), "unknown_command"),
    "an unknown command of a group": ((), ("tugas", "dafta"), "unknown_command"),
    "an unknown option": ((), ("tugas", "daftar", "--x"), "unknown_option"),
    "an unknown option of the root": (("--x",), ("tugas",), "unknown_option"),
    "an option without a value": ((), ("tugas", "tambah", "A", "--unsur"), "option_without_value"),
    "a switch with a value": ((), ("tugas", "tambah", "A", "--penting=1"), "option_takes_no_value"),
    "a missing value": ((), ("tugas", "lihat"), "missing_value"),
    "too many words": ((), ("tugas", "lihat", "1", "2"), "too_many_words"),
    "a word outside a list": ((), ("tugas", "tambah", "A", "--unsur", "x"), "unknown_word"),
    "an unreadable date": ((), ("tugas", "tambah", "A", "--tenggat", "x"), "unreadable_date"),
    "an unreadable number": ((), ("tugas", "lihat", "x"), "unreadable_number"),
}


def as_json(root: tuple[str, ...], words: tuple[str, ...]) -> list[str]:
    """The same call for programs; at the end `--json` might be taken for a value."""
    return [*root, *words[:2], "--json", *words[2:]]


@pytest.mark.parametrize(("root", "words", "code"), CALLS.values(), ids=CALLS)
def test_wrong_usage_is_said_in_our_words_with_exit_code_two(
    imbang: Imbang, root: tuple[str, ...], words: tuple[str, ...], code: str
) -> None:
    refused = imbang.refused(2, *root, *words)
    assert len(refused.err.splitlines()) == 1
    assert "Usage" not in refused.err
    assert "Error" not in refused.err
    body = imbang.refused(2, *as_json(root, words)).error
    assert body["code"] == code
    assert f"{body['message']} {body['hint']}\n" == refused.err


@pytest.mark.parametrize(("root", "words", "code"), CALLS.values(), ids=CALLS)
def test_wrong_usage_is_said_in_english_too(
    imbang: Imbang, root: tuple[str, ...], words: tuple[str, ...], code: str
) -> None:
    english = imbang.refused(2, *as_json(root, words), lang="en").error
    assert english["code"] == code
    assert english["message"] != imbang.refused(2, *as_json(root, words)).error["message"]
    refused = imbang.refused(2, *root, *words, lang="en")
    assert refused.err == f"{english['message']} {english['hint']}\n"


def test_a_slip_is_answered_with_the_word_that_was_meant(imbang: Imbang) -> None:
    assert "`imbang tugas`" in imbang("tugs").err
    assert "`imbang tugas daftar`" in imbang("tugas", "dafta").err
    assert "--ditutup" in imbang("tugas", "daftar", "--ditutp").err
    assert "`imbang task`" in imbang("tsk", lang="en").err
    assert "--closed" in imbang("task", "list", "--closd", lang="en").err


def test_no_option_of_the_other_language_is_proposed(imbang: Imbang) -> None:
    assert "--delegated" not in imbang("tugas", "daftar", "--delegate").err
    assert "--didelegasikan" not in imbang("task", "list", "--didelegasi", lang="en").err


def test_the_options_of_the_root_stand_before_the_command(imbang: Imbang, tmp_path: Path) -> None:
    other = tmp_path / "lain"
    for home in (("--home", str(other)), (f"--home={other}",)):
        assert imbang(*home, "tugas", "tambah", "A", "--json").ok().json["task"]["title"] == "A"
    assert len(imbang("--home", other, "tugas", "--json").ok().json["tasks"]) == 2
    assert not imbang.store.exists()
    assert "--home" in imbang.refused(2, "--home").err


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_is_one_line(imbang: Imbang, option: str) -> None:
    assert imbang(option).ok().out.startswith("keseimbangan ")
    assert len(imbang(option).out.splitlines()) == 1


def test_help_is_in_the_language_and_within_the_width(imbang: Imbang) -> None:
    calls = [("--help",), ("-h",), ("tugas", "--help"), ("tugas", "tambah", "--help")]
    for words in calls:
        for lang, usage in (("id", "Pakai: imbang"), ("en", "Usage: imbang")):
            out = imbang(*words, lang=lang, columns=60).ok().out
            assert out.startswith(usage)
            assert max(len(line) for line in out.splitlines()) <= 60
    assert "tugas" in imbang("--help").out
    assert "task" in imbang("--help", lang="en").out


def test_the_language_of_the_environment_comes_before_that_of_the_settings(imbang: Imbang) -> None:
    imbang.home.mkdir()
    (imbang.home / "pengaturan.toml").write_text('bahasa = "en"\n', encoding="utf-8")
    assert imbang("--help").ok().out.startswith("Usage:")
    assert imbang("--help", lang="id").ok().out.startswith("Pakai:")
    assert imbang("--help", env={"LANG": "en_US.UTF-8"}, lang="id").out.startswith("Pakai:")


def test_a_language_that_is_none_is_refused_by_its_name(imbang: Imbang) -> None:
    refused = imbang.refused(2, "tugas", lang="jv")
    assert "KESEIMBANGAN_BAHASA" in refused.err
    assert "jv" in refused.err


def test_a_typo_in_the_settings_is_named_with_its_line(imbang: Imbang) -> None:
    imbang.home.mkdir()
    path = imbang.home / "pengaturan.toml"
    path.write_text('# milik saya\nbahsa = "id"\n', encoding="utf-8")
    refused = imbang.refused(2, "tugas")
    assert "bahsa" in refused.err
    assert "2" in refused.err
    path.write_text('bahasa = "id"\nzona = [\n', encoding="utf-8")
    assert str(path) in imbang.refused(2, "tugas").err


def test_a_store_that_is_none_is_refused_and_left_alone(imbang: Imbang) -> None:
    imbang.home.mkdir()
    imbang.store.write_bytes(b"bukan basis data" * 100)
    for words in (("tugas",), ("tugas", "tambah", "A")):
        assert "keseimbangan.db" in imbang.refused(3, *words).err
        assert imbang("tugas", "--json").error["code"].startswith("store")


def test_a_home_that_is_a_file_is_refused(imbang: Imbang) -> None:
    imbang.home.write_text("berkas", encoding="utf-8")
    assert imbang("tugas", "tambah", "A").code == 3
    assert imbang.home.read_text(encoding="utf-8") == "berkas"


def test_what_follows_two_dashes_is_never_an_option(imbang: Imbang) -> None:
    result = imbang("tugas", "tambah", "--", "--json").ok()
    assert "--json" in result.out
    assert "Tugas dicatat." in result.out


def test_the_end_of_the_input_at_a_question_changes_nothing(imbang: Imbang) -> None:
    imbang("tugas", "tambah", "A").ok()
    before = fingerprint(imbang.home)
    result = imbang("tugas", "hapus", 1, answers=[])
    assert result.code == 130
    assert fingerprint(imbang.home) == before


class Bug(RuntimeError):
    """An error that nobody foresaw, with a person's words in it."""


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: Any, **_named: Any) -> None:
        try:
            raise ValueError("rahasia-dalam")
        except ValueError as error:
            raise Bug("rahasia: Susun laporan") from error

    monkeypatch.setattr(store_tasks.Tasks, "add", fail)


@pytest.mark.usefixtures("broken")
def test_a_bug_is_a_short_sentence_and_a_log_without_a_persons_words(imbang: Imbang) -> None:
    result = imbang("tugas", "tambah", "Susun laporan")
    assert result.code == 70
    assert len(result.err.splitlines()) == 1
    (log,) = (imbang.home / "log").iterdir()
    assert str(log) in result.err
    text = log.read_text(encoding="utf-8")
    for part in ("Bug", "ValueError", "tugas.py", "keseimbangan "):
        assert part in text
    assert "rahasia" not in text
    assert "Susun" not in text
    # The transaction took nothing with it.
    assert imbang("tugas", "--json").ok().json == {"tasks": []}


@pytest.mark.usefixtures("broken")
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_log_is_its_owners_alone_whatever_the_umask(imbang: Imbang) -> None:
    before = os.umask(0)
    try:
        imbang("tugas", "tambah", "Susun laporan")
    finally:
        os.umask(before)
    (log,) = (imbang.home / "log").iterdir()
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(imbang.home.stat().st_mode) == 0o700


@pytest.mark.usefixtures("broken")
def test_a_bug_is_a_document_for_programs(imbang: Imbang) -> None:
    result = imbang("tugas", "tambah", "Susun laporan", "--json")
    assert result.code == 70
    assert result.out == ""
    assert result.error["code"] == "bug"
    assert str(imbang.home / "log") in result.error["hint"]


@pytest.mark.usefixtures("broken")
def test_a_bug_without_room_for_a_log_is_still_a_sentence(
    imbang: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: Any, **_named: Any) -> None:
        raise OSError(28, "No space left on device")

    imbang("tugas").ok()
    monkeypatch.setattr("tempfile.mkstemp", full)
    monkeypatch.setattr("keseimbangan.store.creation.create", lambda path, now: None)
    result = imbang("tugas", "tambah", "A")
    assert result.code in (3, 70)
    assert len(result.err.splitlines()) == 1


@pytest.mark.usefixtures("broken")
def test_a_bug_without_any_temporary_directory_is_still_a_sentence(
    imbang: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none() -> None:
        raise FileNotFoundError(2, "No usable temporary directory found")

    imbang.home.mkdir()
    imbang.home.joinpath("log").write_text("no directory")
    monkeypatch.setattr("tempfile.gettempdir", none)
    result = imbang("tugas", "tambah", "A", "--json")
    assert (result.code, result.error["code"]) == (70, "bug")


@pytest.mark.usefixtures("broken")
def test_a_fault_on_a_damaged_store_is_told_as_damage(imbang: Imbang) -> None:
    imbang("blok", "tambah", "Rapat", "08.00-09.00").ok()
    with closing(sqlite3.connect(imbang.store)) as connection:
        connection.executescript(
            "PRAGMA ignore_check_constraints = ON; UPDATE blocks SET kind = 'zzz'"
        )
    result = imbang("tugas", "tambah", "Susun laporan", "--json")
    assert (result.code, result.error["code"]) == (3, "store_damaged")
