"""What a first word that is no command was probably meant for."""

from collections.abc import Iterator

from keseimbangan.cli.places import Place, find, places
from keseimbangan.errors.usage import UnknownCommand
from keseimbangan.i18n import language

# Of a word that most groups know, such as `hapus`, some examples are enough.
MOST_NAMED = 3
_UNDO = ("batal", "batalkan", "membatalkan", "urungkan", "cancel", "revert", "rollback")

# The commands of each group in both languages: asking the modules would import all of them.
WORDS = {
    "blok": (
        "tambah/add daftar/list lihat/show ubah/edit geser/move lanjut/extend selesai/done "
        "lewati/skip hapus/delete templat/template"
    ),
    "tugas": (
        "tambah/add daftar/list lihat/show ubah/edit selesai/done tunda/postpone "
        "segarkan/refresh pecah/split hapus/delete singkirkan/drop delegasikan/delegate "
        "triase/triage matriks/matrix smart/smart"
    ),
    "fokus": (
        "mulai/start status/status gangguan/interruption jeda/pause lanjut/resume "
        "pantau/watch berhenti/stop riwayat/history"
    ),
    "jurnal": "tulis/write daftar/list lihat/show cari/search ubah/edit hapus/delete pola/patterns",
    "kalender": "ekspor/export",
    "lokasi": "catat/set daftar/list hapus/delete",
    "cuti": "tambah/add daftar/list ubah/edit hapus/delete sisa/balance",
    "libur": "daftar/list tambah/add ubah/edit hapus/delete impor/import",
    "giliran": "tambah/add daftar/list hapus/delete impor/import",
    "lembur": "tambah/add daftar/list ubah/edit hapus/delete",
    "skp": "tambah/add daftar/list lihat/show ubah/edit arsip/archive bukti/evidence harian/log",
    "indikator": "tambah/add daftar/list ubah/edit hapus/delete",
    "dialog": "tambah/add daftar/list lihat/show ubah/edit hapus/delete",
    "atur": "daftar/list lihat/show ubah/set buang/unset pelengkap/completion",
    "data": (
        "apa/what cadangkan/backup pulihkan/restore periksa/check ekspor/export impor/import "
        "kunci/lock buka-kunci/unlock ganti-sandi/change-passphrase hapus/erase"
    ),
}


def unknown(word: str) -> UnknownCommand:
    """The error for a first word; it names the commands which that very word belongs to."""
    shown = [place.shown for place in places()]
    return UnknownCommand(word, "imbang", shown, _meant(word.lower())[:MOST_NAMED])


def _meant(word: str) -> list[str]:
    undo = find("urung")
    if word in _UNDO and undo:
        return [undo.shown]
    return [command for place in places() for command in _in_group(place, word)]


def _in_group(place: Place, word: str) -> Iterator[str]:
    for pair in WORDS.get(place.word, "").split():
        both = pair.split("/")
        if word in both:
            yield f"{place.shown} {both[language() == 'en']}"
