"""Every command and every value it takes: a sentence with a remedy, and no byte changed."""

import shutil
from pathlib import Path

import pytest

from tests.bad_values import LONG, Command, Parameter, commands
from tests.harness import Result, fingerprint
from tests.in_process import Imbang

COMMANDS = commands()
Homes = tuple[dict[tuple[bool, bool], Path], Path]

# What a call needs besides the value in question, in Indonesian.
NEEDED = {
    "data impor": ("hilang.json",),
    "data hapus": ("jurnal",),
    "blok tambah": ("Rapat", "20.00-21.00"),
    "blok geser": ("1", "+30m"),
    "blok lanjut": ("30m",),
    "sela": ("Disposisi", "20.00-21.00"),
    "blok templat": ("A",),
    "tugas tambah": ("Susun laporan",),
    "tugas tunda": ("1", "besok"),
    "tugas pecah": ("1", "Satu", "Dua"),
    "fokus mulai": ("1",),
    "fokus gangguan": ("telepon",),
    "jurnal cari": ("rapat",),
    "skp tambah": ("Layanan",),
    "cuti tambah": ("tahunan", "besok"),
    "giliran tambah": ("pagi", "besok"),
    "giliran hapus": ("besok",),
    "indikator tambah": ("1", "Jumlah"),
    "dialog tambah": ("Kabid",),
    "atur lihat": ("zona",),
    "atur ubah": ("zona", "WITA"),
    "atur buang": ("zona",),
    "atur pelengkap": ("bash",),
    **dict.fromkeys(
        (
            *("blok lihat", "blok ubah", "blok selesai", "blok lewati", "blok hapus"),
            *("tugas lihat", "tugas ubah", "tugas selesai", "tugas hapus", "tugas singkirkan"),
            *("tugas delegasikan", "tugas smart"),
            *("jurnal lihat", "jurnal ubah", "jurnal hapus", "skp arsip"),
            *("skp lihat", "skp ubah", "indikator ubah", "indikator hapus"),
            *("dialog lihat", "dialog ubah", "dialog hapus"),
        ),
        ("1",),
    ),
}
OPTIONS = {
    "blok hapus": ("--ya",),
    "tugas hapus": ("--ya",),
    "tugas delegasikan": ("--ke", "Rina", "--instruksi", "x", "--hasil", "y"),
    "jurnal tulis": ("--tingkat", "5"),
    "jurnal hapus": ("--ya",),
    "giliran hapus": ("--ya",),
    "indikator tambah": ("--target", "12", "--satuan", "laporan"),
    "indikator hapus": ("--ya",),
    "dialog hapus": ("--ya",),
    "mulai": ("--ya",),
    "data hapus": ("--ya",),
}
# One value has a meaning only beside another.
BESIDE = {
    ("blok tambah", "--sampai"): ("--ulang", "tiap senin"),
    ("blok ubah", "--sampai"): ("--ulang", "tiap senin"),
    ("tugas ubah", "NOMOR"): ("--penting",),
    ("blok ubah", "NOMOR"): ("--kunci",),
    ("jurnal ubah", "NOMOR"): ("--tingkat", "4"),
    ("skp ubah", "NOMOR"): ("--judul", "Lain"),
    ("indikator ubah", "NOMOR"): ("--nama", "Lain"),
    ("dialog ubah", "NOMOR"): ("--catatan", "x"),
}
# The words in which a value can be refused; `not_found` and the like are facts and exit with 1.
FACTS = {
    "not_found",
    "not_postponed",
    "no_such_folder",
    "file_not_writable",
    "not_recurring",
    "not_yet_begun",
}


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Homes:
    """The homes that were filled, by what is in them."""
    return {}, tmp_path_factory.mktemp("homes")


@pytest.fixture
def filled(imbang: Imbang, command: Command, homes: Homes) -> Imbang:
    """Something of each kind, so that there is something that could be changed."""
    known, place = homes
    talks = command.words[0] in ("indikator", "dialog")
    focuses = command.words[0] == "fokus" and command.words[1] != "mulai"
    if (talks, focuses) not in known:
        _fill(imbang, talks=talks, focuses=focuses)
        known[talks, focuses] = place / str(len(known))
        shutil.copytree(imbang.home, known[talks, focuses])
    else:
        shutil.copytree(known[talks, focuses], imbang.home)
    return imbang


def _fill(imbang: Imbang, *, talks: bool, focuses: bool) -> None:
    imbang("skp", "tambah", "Layanan").ok()
    if talks:
        imbang("indikator", "tambah", 1, "Jumlah", "--target", "12 laporan").ok()
        imbang("dialog", "tambah", "Kabid").ok()
    imbang("tugas", "tambah", "Susun laporan", "--penting").ok()
    imbang("blok", "tambah", "Telaah", "13.00-14.00").ok()
    imbang("jurnal", "tulis", "--tingkat", "6", "--catatan", "x").ok()
    if focuses:
        imbang("fokus", "mulai", "1", "--latar").ok()


def call(command: Command, parameter: Parameter, value: str) -> list[str]:
    """The words after the command's own: right, but for one."""
    words = list(NEEDED.get(command.name, ()))
    if command.name == "blok geser" and parameter.name == "--lebih-awal":
        words.pop()
    options = [*OPTIONS.get(command.name, ()), *BESIDE.get((command.name, parameter.name), ())]
    if parameter.position is None:
        return [*words, *options, parameter.name, value]
    words[parameter.position :] = [value, *words[parameter.position + 1 :]]
    return [*words, *options]


def check_error(result: Result, said: str) -> None:
    """One document with a fact and a remedy, and nothing that steers a terminal."""
    error = result.error
    assert set(error) == {"code", "message", "hint"}, said
    assert error["message"].endswith("."), said
    assert error["hint"], said
    assert len(error["message"]) < 300, said
    assert result.err.rstrip("\n").isprintable() or "<U+" in result.err, said
    assert result.code == (1 if error["code"] in FACTS else 2), f"{said} {error}"


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_what_cannot_be_a_value_is_refused_and_the_store_untouched(
    filled: Imbang, command: Command
) -> None:
    before = fingerprint(filled.home)
    for parameter in command.parameters:
        for value in parameter.bad:
            words = call(command, parameter, value)
            said = f"{command.name} {parameter.name} {value[:40]!r}"
            result = filled(*command.words, *words, "--json")
            assert result.code in (1, 2), f"{said}: exit {result.code} {result.err}"
            assert not result.out, said
            check_error(result, said)
        assert fingerprint(filled.home) == before, f"{command.name} {parameter.name}"
    assert not list(filled.cwd.iterdir())


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_the_same_is_said_to_a_person_in_either_language(filled: Imbang, command: Command) -> None:
    for parameter in command.parameters:
        words = call(command, parameter, parameter.bad[0])
        document = filled.refused(2, *command.words, *words, "--json").error
        person = filled.refused(2, *command.words, *words)
        assert person.err == f"{document['message']} {document['hint']}\n"
        # What an Indonesian typed is understood in English; only the answer is another.
        english = filled.refused(2, *command.english, *words, "--json", lang="en").error
        assert english["code"] == document["code"]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_missing_value_is_never_taken_from_the_next_option(
    filled: Imbang, command: Command
) -> None:
    words = [*NEEDED.get(command.name, ()), *OPTIONS.get(command.name, ())]
    for parameter in command.parameters:
        for name in {parameter.name, parameter.english} if parameter.position is None else ():
            for after in ([], ["--json"], ["--help"]):
                result = filled.refused(2, *command.words, *words, name, *after)
                assert name in result.err


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_options_that_are_none_and_words_too_many_are_named_in_part(
    filled: Imbang, command: Command
) -> None:
    for words in ([f"--{LONG}"], ["--\x1b[2J"], ["--\udc80"]):
        result = filled.refused(2, *command.words, *words, "--json")
        assert result.error["code"] == "unknown_option"
        check_error(result, command.name)


@pytest.mark.parametrize("path", [(), ("tugas",), ("data",)])
@pytest.mark.parametrize("word", ["", LONG, "\x1b[2J", "\udc80", "[red]x[/]", "@/etc/passwd"])
def test_commands_that_are_none_are_named_in_part(
    imbang: Imbang, path: tuple[str, ...], word: str
) -> None:
    result = imbang.refused(2, *path, word, "--json")
    assert result.error["code"] == "unknown_command"
    check_error(result, word[:20])


def test_the_last_of_two_values_counts(imbang: Imbang) -> None:
    words = ("--tenggat", "besok", "--due", "2026-12-01", "--penting", "--tidak-penting")
    task = imbang("tugas", "tambah", "A", *words, "--json", "--json").ok().json["task"]
    assert (task["due"], task["important"]) == ("2026-12-01", False)
