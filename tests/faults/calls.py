"""A right call of every command, made from the command table and what each parameter is called.

A command that cannot be called by these rules has its words below; `test_calls.py` says which.
"""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

import typer
from typer.main import get_command

from keseimbangan.cli.places import places

# In Indonesian, as the table is read; a list of words stands for its first.
BY_METAVAR = {
    **dict.fromkeys(("NOMOR", "TUGAS", "SKP"), "1"),
    **dict.fromkeys(("TEKS", "KATA", "NAMA", "CATATAN", "ALASAN"), "Kata"),
    "JUDUL": "Judul",
    "RENTANG": "20.00-21.00",
    "KE": "+5m",
    **dict.fromkeys(("TANGGAL", "MULAI", "SELESAI"), "2026-11-25"),
    **dict.fromkeys(("PEKAN", "MINGGU"), "2026-W48"),
    "BULAN": "2026-11",
    "TAHUN": "2026",
    "LAMA": "30m",
    "JAM": "07.30-16.00",
    "0-10": "5",
    "ANGKA": "3",
    "NOMOR=KEPUTUSAN": "1=biarkan",
    "KUNCI": "zona",
    "NILAI": "WITA",
    "JENIS": "tahunan",
    "BERKAS": "berkas.txt",
    "FOLDER": "folder",
}
# Stands for a descriptor from which a new passphrase can be read: `locks.handed`.
NEW_PASSPHRASE = "SANDI-BARU"
_LOCK = ("--sandi-fd", NEW_PASSPHRASE, "--cadangan")
# Where the rules do not say enough: the words after the command's own.
WORDS: dict[str, tuple[str, ...]] = {
    "blok tambah": ("Judul", "20.00-21.00", "--tumpuk"),
    "blok ubah": ("1", "--judul", "Lain"),
    "blok geser": ("1", "+5m", "--tumpuk"),
    "blok selesai": ("1", "--nyata", "07.00-07.20"),
    "blok lanjut": ("1", "15m"),
    "blok templat": ("A", "--tumpuk"),
    "tugas ubah": ("1", "--judul", "Lain"),
    "tugas pecah": ("1", "Satu", "Dua"),
    "tugas delegasikan": ("1", "--ke", "Rina", "--instruksi", "x", "--hasil", "y"),
    "fokus mulai": ("1", "--latar"),
    "jurnal tulis": ("--tingkat", "5", "--pemicu", "rapat mendadak", "--catatan", "x"),
    "jurnal ubah": ("1", "--tingkat", "4", "--pemicu", "lembur"),
    "evaluasi": ("--pelajaran", "x", "--kemenangan", "y", "--prioritas", "z"),
    "refleksi": ("--berhasil", "x", "--kebiasaan", "y"),
    "laporan": ("--format", "html", "--ke", "laporan.html"),
    "kalender ekspor": ("--minggu", "2026-W48", "-o", "blok.ics"),
    "lokasi catat": ("rumah", "--dasar", "x"),
    "cuti ubah": ("1", "--surat", "x"),
    "libur tambah": ("2026-11-27", "Hari jadi"),
    "libur ubah": ("2026-11-26", "--nama", "Lain"),
    "libur hapus": ("2026-11-26", "--ya"),
    "libur impor": ("libur.csv",),
    "lembur ubah": ("1", "--alasan", "Lain"),
    "atur buang": ("fokus.menit",),
    "indikator tambah": ("1", "Jumlah laporan", "--target", "12", "--satuan", "laporan"),
    "giliran tambah": ("pagi", "2026-11-25"),
    "giliran impor": ("giliran.csv",),
    "data impor": ("salinan.json",),
    "data hapus": ("jurnal", "--ya"),
    "data kunci": _LOCK,
    "data ganti-sandi": _LOCK,
    "mulai": ("--zona", "WITA", "--ya"),
}
# A home with something of each kind, made before a command is called.
STORY: tuple[tuple[str, ...], ...] = (
    ("skp", "tambah", "Layanan"),
    ("tugas", "tambah", "Susun laporan", "--penting", "--tenggat", "2026-11-20", "--skp", "1"),
    ("tugas", "tambah", "Data honor", "--catatan", "x\ny"),
    ("blok", "tambah", "Telaah", "13.00-14.00", "--tugas", "1", "--catatan", "x"),
    ("blok", "tambah", "Apel", "07.00-07.30", "--ulang", "tiap hari kerja"),
    ("blok", "lewati", "2", "--pada", "2026-11-24"),
    ("fokus", "mulai", "1", "--latar"),
    ("fokus", "gangguan", "telepon"),
    ("fokus", "berhenti"),
    ("jurnal", "tulis", "--tingkat", "6", "--pemicu", "lembur", "--penyebab", "x"),
    ("evaluasi", "2026-W47", "--pelajaran", "x", "--kemenangan", "y"),
    ("refleksi", "2026-10", "--berhasil", "x"),
    ("cuti", "tambah", "tahunan", "2026-12-01"),
    ("libur", "tambah", "2026-11-26", "Hari instansi"),
    ("lembur", "tambah", "16.30-18.00", "--alasan", "x"),
    ("lokasi", "catat", "rumah", "2026-11-25", "--hasil", "x"),
    ("atur", "ubah", "fokus.menit", "30"),
)
# Words of a person's own in these calls, which no file must show where everything is locked.
WRITTEN = ("Susun laporan", "Data honor", "Telaah", "rapat mendadak", "lembur", "Sesudahnya")
# What a command needs to find besides; and files in the person's own folder.
FIRST: dict[str, tuple[tuple[str, ...], ...]] = {
    **dict.fromkeys(
        ("fokus gangguan", "fokus jeda", "fokus berhenti"), (("fokus", "mulai", "1", "--latar"),)
    ),
    "urung": (("tugas", "tambah", "Urung"),),
    "ulang": (("tugas", "tambah", "Ulang"), ("urung",)),
    "data pulihkan": (("data", "cadangkan"), ("tugas", "tambah", "Baru")),
    "data impor": (("data", "ekspor", "--ke", "salinan.json", "--timpa"),),
    # With a backup that is not locked yet.
    "data kunci": (("data", "buka-kunci", "--ya"), ("data", "cadangkan")),
    **dict.fromkeys(("data buka-kunci", "data ganti-sandi"), (("data", "kunci", *_LOCK),)),
    "fokus lanjut": (("fokus", "mulai", "1", "--latar"), ("fokus", "jeda")),
}
FILES = {
    "libur.csv": "tanggal,nama,jenis,dasar\n2026-12-15,Hari jadi,instansi,SK 1\n",
    "giliran.csv": "tanggal,giliran,jam\n2026-12-16,pagi,\n",
}
# Those that lock need SQLCipher, so they are asked for by their name: `locking()`, `every()`.
_LOCKING = ("data kunci", "data buka-kunci", "data ganti-sandi")
# The demo runs a dozen programs, and two need a terminal: `watching.py` kills these.
ELSEWHERE = frozenset({"demo", "fokus pantau", "tugas triase"})

# The most that each reader of text lets pass.
LENGTHS = {"title": 200, "short_text": 1000, "cause": 1000, "coping": 1000, "note": 10_000}
_CLOSED = ("--ya",)


class Parameter(NamedTuple):
    """An argument by its place, or an option by its Indonesian name."""

    position: int | None
    name: str
    metavar: str
    reader: str
    required: bool

    @property
    def takes_words(self) -> bool:
        """Whether it is an option for a person's own words."""
        return self.position is None and self.metavar in ("TEKS", "NAMA")


class Command(NamedTuple):
    """A command with what it takes."""

    words: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    flags: frozenset[str]

    @property
    def name(self) -> str:
        """Its words, as a person says them."""
        return " ".join(self.words)

    @property
    def call(self) -> tuple[str, ...]:
        """A right call of it, on a home of the story."""
        return (*self.words, *(WORDS.get(self.name) or self._needed()))

    def _needed(self) -> tuple[str, ...]:
        needed = [value_of(each) for each in self.parameters if each.required]
        if self.words[-1] == "ubah":
            # Something has to be asked for.
            needed += next(([e.name, "Lain"] for e in self.parameters if e.takes_words), [])
        return (*needed, *(flag for flag in _CLOSED if flag in self.flags))


def before(name: str) -> tuple[tuple[str, ...], ...]:
    """The calls that a command needs to find done: by FIRST, else the adding of its own kind."""
    if name in FIRST:
        return FIRST[name]
    root, _space, word = name.partition(" ")
    made = {call[0] for call in STORY}
    adding = (each for each in commands() if each.words == (root, "tambah"))
    return tuple(each.call for each in adding if word != "tambah" and root not in made)


def value_of(parameter: Parameter) -> str:
    """Something that can stand there."""
    if "|" in parameter.metavar:
        return parameter.metavar.partition("|")[0]
    return BY_METAVAR.get(parameter.metavar, "Kata")


@cache
def commands() -> tuple[Command, ...]:
    """Every command of the program that can be called in the tests' own process."""
    return tuple(each for each in _commands() if each.name not in {*ELSEWHERE, *_LOCKING})


@cache
def locking() -> tuple[Command, ...]:
    """Those that lock the store, unlock it, or lock it anew."""
    return tuple(each for each in _commands() if each.name in _LOCKING)


def every() -> tuple[Command, ...]:
    """Every command that can be called here; `locks.available()` says whether locking can."""
    from tests.faults import locks

    return (*commands(), *(locking() if locks.available() else ()))


def _commands() -> Iterator[Command]:
    for place in places():
        module = import_module(f"keseimbangan.cli.{place.module}")
        group = getattr(module, "group", None)
        for entry in group.entries if group else [module.entry]:
            words = (place.word, entry.word) if group else (place.word,)
            yield _command(words, entry.callback)


def _command(words: tuple[str, ...], callback: Any) -> Command:
    app = typer.Typer(add_completion=False)
    app.command()(callback)
    given = get_command(app).params
    arguments = [each for each in given if each.param_type_name == "argument"]
    options = [each for each in given if each.param_type_name == "option"]
    return Command(
        words,
        tuple(
            [_parameter(each, place) for place, each in enumerate(arguments)]
            + [_parameter(each, None) for each in options if not each.is_flag]
        ),
        frozenset(name for each in options if each.is_flag for name in each.opts),
    )


def _parameter(given: Any, position: int | None) -> Parameter:
    name = str(given.metavar) if position is not None else _long(given.opts)
    reader = str(given.type.name)
    return Parameter(position, name, str(given.metavar), reader, bool(given.required))


def _long(names: list[str]) -> str:
    return next(name for name in names if name.startswith("--"))


def long(command: Command) -> tuple[str, ...]:
    """The call with as much text as its options take, so that the store has to grow."""
    words = list(command.call)
    for each in command.parameters:
        if each.metavar == "TEKS" and each.position is None and each.reader in LENGTHS:
            words += [each.name, "kata " * (LENGTHS[each.reader] // 5)]
    return tuple(words)
