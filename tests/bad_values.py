"""Every command with what it takes, and for each kind of value what can never be one."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any, NamedTuple

import typer
from typer.main import get_command

from keseimbangan.cli.places import places

LONG = "x" * 10_000
ARABIC_THREE = "\u0663"
ESCAPE = "\x1b[2J"
TITLE_OF_THE_WINDOW = "x\x1b]0;x\x07"
STRAY_BYTES = "\udc80\udcff"

# What hides, in any text.
HIDDEN = (TITLE_OF_THE_WINDOW, ESCAPE, "a\x00b", STRAY_BYTES, "a\u202eb", "\x9b31m", "\u2028")
NOTHING = ("", "   ", "\u200b")
NO_WORDS = (*NOTHING, *HIDDEN, LONG + "x")
NO_LINES = (*NO_WORDS, "a\nb")
STRANGE = ("", "zzz", ESCAPE, "a\x00b", STRAY_BYTES, LONG, "[red]x[/]", ARABIC_THREE)

NO_PERIODS = (
    *STRANGE,
    *("31-02", "25.00", "32/01", "2026-13-01", "999999", "1" * 30, "1e3", "01-01-1969"),
    "+99999 tahun",
)
NO_DAYS = (*NO_PERIODS, "minggu ini")
NO_WEEKS = (*NO_PERIODS, "2026-W99")
NO_MONTHS = (*NO_PERIODS, "2026-13")
NO_RANGES = (*STRANGE, "25.00-26.00", "10.00-09.00", "08.00-08.00", "08.00+0m", "08.00+100 jam")
NO_HOURS = (*STRANGE, "25.00-26.00", "10.00-09.00", "07.30-16.00, 06.00-07.00")
NO_MINUTES = (*STRANGE, "-5", "1e3", "9" * 30, "100 jam", "1,5,5 jam")
NO_LENGTHS = (*NO_MINUTES, "0")
NO_INTENTIONS = (*STRANGE, "-5", "1e3", "9" * 30, "169 jam")
NO_NUMBERS = (
    *STRANGE,
    *(
        "0",
        "-5",
        "--5",
        "1.5",
        "1_0",
        "0x1",
        "1e3",
        "+1",
        "999999",
        "9" * 18,
        str(2**63),
        "1" + "0" * 30,
    ),
)
NO_AMOUNTS = (
    *STRANGE,
    *(
        "-5",
        "1.250",
        "1,250",
        "1..5",
        "1.5.5",
        "1e3",
        "0x1",
        "+1",
        "9" * 13,
        "9" * 30,
        "nan",
        "inf",
    ),
    *(",", ".", "12\x00", "12 a\x1bb"),
)
NO_TARGET_PERIODS = (
    *STRANGE,
    *("999999", "1999", "2101", "2026-TW5", "2026-TW0", "2026-13", "2026-00", "31-02", "TW1 TW2"),
    *("2026-TW1-2027", "25.00", "besok"),
)
NO_LEVELS = (*STRANGE, "-1", "--1", "11", "5.5", "1e3", "9" * 30)
NO_DECISIONS = (
    *STRANGE,
    *("1", "1=", "=singkirkan", "0=singkirkan", "-5=biarkan", "1=zzz", "1=jadwalkan:31-02"),
    "999999=singkirkan",
)
NO_FILES = ("", ESCAPE, "a\x00b", STRAY_BYTES, LONG, "hilang/blok.ics")
NO_FOLDERS = ("", ESCAPE, "a\x00b", STRAY_BYTES, LONG)

BY_METAVAR = {
    "0-10": NO_LEVELS,
    **dict.fromkeys(("TANGGAL", "MULAI", "SELESAI"), NO_DAYS),
    "PEKAN": NO_WEEKS,
    "MINGGU": NO_WEEKS,
    "BULAN": NO_MONTHS,
    "RENTANG": NO_RANGES,
    "KE": NO_RANGES,
    "JAM": NO_HOURS,
    "GILIRAN": STRANGE,
    **dict.fromkeys(("LAMA", "[NOMOR] LAMA"), NO_LENGTHS),
    "JUMLAH": NO_AMOUNTS,
    "PERIODE": NO_TARGET_PERIODS,
    **dict.fromkeys(("NOMOR", "ANGKA", "TAHUN", "TUGAS", "SKP"), NO_NUMBERS),
    "NOMOR=KEPUTUSAN": NO_DECISIONS,
    "BERKAS": NO_FILES,
    "FOLDER": NO_FOLDERS,
    **dict.fromkeys(("KUNCI", "NILAI", "NAMA"), STRANGE),
}
BY_READER = {
    **dict.fromkeys(("title", "short_text", "cause", "coping"), NO_LINES),
    "note": NO_WORDS,
}
FREE_NAMES = ("tugas delegasikan", "indikator tambah")
BY_PLACE = {
    ("minggu", "TANGGAL"): NO_WEEKS,
    ("blok tambah", "--ulang"): STRANGE,
    ("cuti tambah", "JENIS"): STRANGE,
    ("data hapus", "JENIS"): STRANGE,
    ("blok ubah", "--ulang"): STRANGE,
    # A session that was left behind may have had nothing worth keeping.
    ("fokus mulai", "--simpan"): NO_MINUTES,
    ("fokus berhenti", "--simpan"): NO_MINUTES,
}


class Command(NamedTuple):
    """A command in both languages, with the parameters that take a value."""

    words: tuple[str, ...]
    english: tuple[str, ...]
    parameters: tuple["Parameter", ...]

    @property
    def name(self) -> str:
        return " ".join(self.words)


class Parameter(NamedTuple):
    """An argument by its place, or an option by its names, and what it cannot be."""

    position: int | None
    name: str
    english: str
    bad: tuple[str, ...]


def commands() -> tuple[Command, ...]:
    """Every command of the program."""
    return tuple(_commands())


def _commands() -> Iterator[Command]:
    for place in places():
        module = import_module(f"keseimbangan.cli.{place.module}")
        group = getattr(module, "group", None)
        for entry in group.entries if group else [module.entry]:
            words = (place.word, entry.word) if group else (place.word,)
            english = (place.english, entry.english) if group else (place.english,)
            yield Command(words, english, tuple(_parameters(" ".join(words), entry.callback)))


def _parameters(command: str, callback: Any) -> Iterator[Parameter]:
    app = typer.Typer(add_completion=False)
    app.command()(callback)
    position = 0
    for each in get_command(app).params:
        if each.param_type_name == "argument":
            name = str(each.metavar)
            yield Parameter(position, name, name, _bad(command, name, each))
            position += 1
        elif not each.is_flag:
            long = [name for name in each.opts if name.startswith("--")]
            yield Parameter(None, long[0], long[-1], _bad(command, long[0], each))


def _bad(command: str, name: str, parameter: Any) -> tuple[str, ...]:
    metavar = str(parameter.metavar)
    if (command, name) in BY_PLACE:
        return BY_PLACE[command, name]
    if command == "mulai" and metavar == "LAMA":
        return NO_INTENTIONS
    if metavar in BY_METAVAR and not (command in FREE_NAMES and metavar == "NAMA"):
        return BY_METAVAR[metavar]
    if "|" in metavar:
        return STRANGE
    return BY_READER.get(parameter.type.name, NO_LINES)
