"""The root's words: every command of the program with the module it lives in, and the options."""

from collections.abc import Sequence
from typing import NamedTuple

from keseimbangan.i18n import _, language

ROOT_OPTIONS_WITH_VALUE = ("--home",)

# By one of these, Typer's protocol, a shell asks how a word can go on.
COMPLETION_VARIABLES = ("_IMBANG_COMPLETE", "_KESEIMBANGAN_COMPLETE")


class Place(NamedTuple):
    """Where a root command lives. A module has either `group` or, for a single command, `entry`."""

    word: str
    english: str
    module: str
    help: str
    hidden: bool = False

    @property
    def shown(self) -> str:
        """The word in the active language."""
        return self.english if language() == "en" else self.word


def places() -> tuple[Place, ...]:
    """Every root command, in the order in which help shows them."""
    return (
        Place("hari", "today", "hari", _("Hari ini: jadwal, tugas, dan beban")),
        Place("minggu", "week", "minggu", _("Pekan: tiap hari dan keseimbangannya")),
        Place("blok", "block", "blok", _("Blok waktu")),
        Place("tugas", "task", "tugas", _("Tugas, triase, dan matriks Eisenhower")),
        Place("rencana", "plan", "rencana", _("Rencana: tugas ke dalam jam kerja yang kosong")),
        Place("sela", "interrupt", "sela", _("Interupsi: catat, dan sisa hari menyesuaikan")),
        Place("fokus", "focus", "fokus", _("Sesi fokus pomodoro")),
        Place("jurnal", "journal", "jurnal", _("Jurnal stres")),
        Place("evaluasi", "review", "evaluasi", _("Evaluasi mingguan")),
        Place("refleksi", "reflection", "refleksi", _("Refleksi bulanan")),
        Place("laporan", "report", "laporan", _("Laporan sebulan atau rentang mana pun")),
        Place("kalender", "calendar", "kalender", _("Ekspor ke Google Calendar")),
        Place("lokasi", "location", "lokasi", _("Lokasi kerja dan hari fleksibel")),
        Place("cuti", "leave", "cuti", _("Cuti Anda dan sisanya")),
        Place("libur", "holiday", "libur", _("Hari libur dan cuti bersama")),
        Place("giliran", "shift", "giliran", _("Giliran kerja per tanggal")),
        Place("lembur", "overtime", "lembur", _("Jam lembur dan surat perintahnya")),
        Place("skp", "target", "skp", _("Sasaran kinerja (SKP) yang dilayani tugas dan blok")),
        Place("indikator", "indicator", "indikator", _("Indikator SKP: target dan satuannya")),
        Place("dialog", "dialogue", "dialog", _("Catatan dialog kinerja")),
        Place("atur", "settings", "atur", _("Pengaturan dan pelengkap perintah")),
        Place("data", "data", "data", _("Data Anda: isi, cadangan, pemeriksaan, ekspor, impor")),
        Place("urung", "undo", "urung", _("Urungkan perubahan terakhir")),
        Place("ulang", "redo", "ulang", _("Ulangi perubahan yang baru diurungkan")),
        Place("mulai", "setup", "mulai", _("Perkenalan terpandu, boleh dilewati")),
        Place("demo", "demo", "demo", _("Contoh delapan pekan di tempat sementara")),
    )


def find(word: str) -> Place | None:
    """The root command that answers to a word of either language."""
    return next((place for place in places() if word in (place.word, place.english)), None)


def split(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """The options of the root, and the rest, which begins with the command word."""
    root: list[str] = []
    rest = list(arguments)
    while rest and rest[0].startswith("-"):
        if rest[0] == "--json":
            break
        root.append(rest.pop(0))
        if root[-1] in ROOT_OPTIONS_WITH_VALUE and rest:
            root.append(rest.pop(0))
    return root, rest


def home_option(root: Sequence[str]) -> str | None:
    """The value of `--home` among the options of the root."""
    for index, option in enumerate(root):
        if option.startswith("--home="):
            return option.partition("=")[2]
        if option == "--home" and index + 1 < len(root):
            return root[index + 1]
    return None
