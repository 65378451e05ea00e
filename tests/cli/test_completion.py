"""What a shell is told when it asks how a word can go on."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from keseimbangan.cli.places import places
from tests.harness import Installed
from tests.in_process import Imbang

DANGEROUS = 'Jahat $(id) `id` "a" :b \\$(id) [bold]x'


def bash(imbang: Imbang, *words: str, listing: bool = False, **options: str) -> list[str]:
    """The answers to a line of these words; the last one is being typed."""
    environment = {
        "_IMBANG_COMPLETE": "complete_bash",
        "COMP_WORDS": "\n".join(["imbang", *words]),
        "COMP_CWORD": str(len(words)),
        "COMP_TYPE": "63" if listing else "9",
    }
    result = imbang(env=environment, **options)
    assert (result.code, result.err) == (0, "")
    return result.out.splitlines()


def other(imbang: Imbang, shell: str, line: str) -> list[str]:
    environment = {"_IMBANG_COMPLETE": f"complete_{shell}", "_TYPER_COMPLETE_ARGS": line}
    return imbang(env=environment).ok().out.splitlines()


@pytest.fixture
def tasks(imbang: Imbang) -> None:
    for title in ("Susun laporan", "Rapat: bahas DIPA", DANGEROUS):
        imbang("tugas", "tambah", title).ok()


def test_the_first_word_is_any_command_of_the_language(imbang: Imbang) -> None:
    assert bash(imbang, "") == [place.word for place in places() if not place.hidden]
    assert bash(imbang, "", lang="en") == [place.english for place in places() if not place.hidden]
    assert bash(imbang, "tug") == ["tugas"]
    assert bash(imbang, "task") == []


def test_asking_creates_nothing(imbang: Imbang) -> None:
    bash(imbang, "")
    bash(imbang, "tugas", "lihat", "")
    assert not imbang.home.exists()


def test_after_a_group_comes_one_of_its_commands(imbang: Imbang) -> None:
    assert {"tambah", "daftar", "matriks"} <= set(bash(imbang, "tugas", ""))
    assert bash(imbang, "tugas", "tamb") == ["tambah"]
    assert bash(imbang, "task", "ad", lang="en") == ["add"]
    assert "add" not in bash(imbang, "tugas", "")


def test_options_are_those_of_the_language(imbang: Imbang) -> None:
    indonesian = bash(imbang, "tugas", "tambah", "x", "--")
    assert {"--tenggat", "--penting", "--tidak-penting", "--json", "--help"} <= set(indonesian)
    assert not {"--due", "--important", "-h"} & set(indonesian)
    english = bash(imbang, "task", "add", "x", "--", lang="en")
    assert {"--due", "--important", "--not-important"} <= set(english)
    assert not {"--tenggat", "--penting"} & set(english)


def test_options_of_a_group_without_a_command_are_those_of_its_default(imbang: Imbang) -> None:
    assert "--kuadran" in bash(imbang, "tugas", "--")


def test_an_option_with_fixed_words_offers_them(imbang: Imbang) -> None:
    words = ["tugas", "tambah", "x", "--unsur"]
    assert bash(imbang, *words, "") == ["kerja", "pribadi", "pulih", "kembang"]
    assert bash(imbang, *words, "k") == ["kerja", "kembang"]
    english = ["task", "add", "x", "--element", ""]
    assert bash(imbang, *english, lang="en") == ["work", "life", "recovery", "growth"]


def test_a_value_after_an_equals_sign_is_completed_too(imbang: Imbang) -> None:
    assert bash(imbang, "tugas", "tambah", "x", "--unsur", "=", "pr") == ["pribadi"]
    assert bash(imbang, "tugas", "tambah", "x", "--unsur", "=") == [
        "kerja",
        "pribadi",
        "pulih",
        "kembang",
    ]
    line = "imbang tugas tambah x --unsur=pr"
    assert other(imbang, "zsh", line) == ["--unsur=pribadi"]
    assert other(imbang, "fish", line) == ["--unsur=pribadi"]


@pytest.mark.usefixtures("tasks")
def test_a_task_is_offered_by_its_number_and_listed_with_its_title(imbang: Imbang) -> None:
    assert bash(imbang, "tugas", "lihat", "") == ["1", "2", "3"]
    assert bash(imbang, "tugas", "lihat", "2", listing=True) == ["2"]
    assert bash(imbang, "tugas", "lihat", "", listing=True)[:2] == [
        "1  (Susun laporan)",
        "2  (Rapat: bahas DIPA)",
    ]


@pytest.mark.usefixtures("tasks")
def test_every_shell_gets_the_title_in_its_own_form_exactly_as_typed(imbang: Imbang) -> None:
    line = "imbang tugas lihat "
    assert other(imbang, "fish", line)[2] == f"3\t{DANGEROUS}"
    assert other(imbang, "powershell", line)[1] == "2:::Rapat: bahas DIPA"
    # zsh takes the first colon as the end of the value, and a backslash as a mark.
    assert other(imbang, "zsh", line)[1:] == [
        "2:Rapat: bahas DIPA",
        "3:" + DANGEROUS.replace("\\", "\\\\"),
    ]


@pytest.mark.usefixtures("tasks")
def test_another_home_on_the_line_is_respected(imbang: Imbang, tmp_path: Path) -> None:
    there = tmp_path / "there"
    imbang("--home", there, "tugas", "tambah", "Di sana").ok()
    assert bash(imbang, "--home", str(there), "tugas", "lihat", "") == ["1"]
    assert bash(imbang, f"--home={there}", "tugas", "lihat", "") == ["1"]
    assert bash(imbang, "--home", "") == [], "the shell knows directories better"


def test_the_language_of_the_settings_is_respected(imbang: Imbang) -> None:
    imbang("atur", "ubah", "bahasa", "en").ok()
    assert bash(imbang, "", lang=None)[:2] == ["today", "week"]


def test_keys_of_settings_are_offered(imbang: Imbang) -> None:
    assert bash(imbang, "atur", "ubah", "fokus.m") == ["fokus.menit"]
    assert bash(imbang, "atur", "ubah", "zona", "W") == ["WIB", "WITA", "WIT"]
    assert bash(imbang, "atur", "zona", "WIT") == ["WITA", "WIT"]
    assert bash(imbang, "atur", "ubah", "fokus.menit", "") == []
    assert bash(imbang, "atur", "pelengkap", "z") == ["zsh"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_the_script_can_be_had_by_the_protocol_too(imbang: Imbang, shell: str) -> None:
    result = imbang(env={"_IMBANG_COMPLETE": f"source_{shell}"}).ok()
    assert result.out == imbang("atur", "pelengkap", shell).out


def test_targets_are_offered_where_one_is_archived(imbang: Imbang) -> None:
    imbang("skp", "tambah", "Laporan triwulan").ok()
    assert bash(imbang, "skp", "arsip", "") == ["1"]


def test_a_target_and_an_indicator_are_found_wherever_one_is_asked_for(imbang: Imbang) -> None:
    measure = ("--indikator", "Jumlah laporan", "--target", "4 laporan")
    imbang("skp", "tambah", "Laporan triwulan", *measure).ok()
    assert bash(imbang, "tugas", "tambah", "x", "--skp", "") == ["1"]
    assert bash(imbang, "block", "add", "x", "--target", "", lang="en") == ["1"]
    assert bash(imbang, "indikator", "tambah", "") == ["1"]
    assert bash(imbang, "tugas", "selesai", "1", "--indikator", "") == ["1"]
    assert other(imbang, "zsh", "imbang sela x 1j --skp ") == ["1:Laporan triwulan"]


@pytest.mark.parametrize(
    "words",
    [
        ("tidak-ada", ""),
        ("tugas", "tidak-ada", ""),
        ("tugas", "lihat", "x", "y", ""),
        ("tugas", "tambah", "'belum ditutup", ""),
        ("tugas", "ubah", "bukan-angka", "--unsur", "zzz"),
    ],
)
def test_where_nothing_fits_nothing_is_said(imbang: Imbang, words: Sequence[str]) -> None:
    assert bash(imbang, *words) == []


@pytest.mark.parametrize(
    "environment",
    [
        {"_IMBANG_COMPLETE": "complete_bash"},
        {"_IMBANG_COMPLETE": "complete_bash", "COMP_WORDS": "imbang", "COMP_CWORD": "x"},
        {"_IMBANG_COMPLETE": "complete_tcsh"},
        {"_IMBANG_COMPLETE": "nonsense"},
        {"_IMBANG_COMPLETE": ""},
    ],
)
def test_a_question_that_makes_no_sense_is_met_with_silence(
    imbang: Imbang, environment: dict[str, str]
) -> None:
    result = imbang(env=environment)
    assert (result.code, result.out, result.err) == (0, "", "")


@pytest.mark.parametrize("damage", ["bukan basis data" * 99, ""])
def test_a_damaged_store_and_broken_settings_stay_unsaid(imbang: Imbang, damage: str) -> None:
    imbang.home.mkdir()
    imbang.store.write_text(damage)
    (imbang.home / "pengaturan.toml").write_text("=")
    assert bash(imbang, "tugas", "lihat", "") == []
    assert bash(imbang, "tug") == ["tugas"]


def test_fish_is_told_whether_files_are_wanted(imbang: Imbang) -> None:
    def code(line: str) -> int:
        environment = {
            "_IMBANG_COMPLETE": "complete_fish",
            "_TYPER_COMPLETE_FISH_ACTION": "is-args",
            "_TYPER_COMPLETE_ARGS": line,
        }
        return imbang(env=environment).code

    assert code("imbang tug") == 0
    assert code("imbang --home ") == 1


def test_the_long_name_of_the_program_answers_as_the_short_one(imbang: Imbang) -> None:
    environment = {"COMP_WORDS": "keseimbangan\nsk", "COMP_CWORD": "1"}
    result = imbang(env={"_KESEIMBANGAN_COMPLETE": "complete_bash", **environment})
    assert result.out == "skp\n"


def test_the_real_program_answers_without_a_trace_of_anything_else(installed: Installed) -> None:
    environment = {
        "_IMBANG_COMPLETE": "complete_bash",
        "COMP_WORDS": "imbang\ntugas\ntamb",
        "COMP_CWORD": "2",
    }
    result = installed(env=environment)
    assert (result.code, result.out, result.err) == (0, f"tambah{os.linesep}", "")


def test_backups_are_offered_by_name_newest_first_with_their_moment(
    imbang: Imbang, tasks: None
) -> None:
    for minute in (31, 32):
        imbang("data", "cadangkan", now=f"2026-11-23T07:{minute}:00+07:00").ok()
    newest, older = bash(imbang, "data", "pulihkan", "")
    assert newest.startswith("2026-11-23T00.32.00Z-manual")
    assert older.startswith("2026-11-23T00.31.00Z-manual")
    listed = bash(imbang, "data", "pulihkan", "", listing=True)
    assert "Sen 23 Nov 2026 07.32" in listed[0]
