"""What the tests of erasing share: a home in which a word stands in many places."""

from tests.cli.lock_steps import MARKER
from tests.in_process import Imbang

OWN = "CATATANLAINQ"
YESTERDAY = "2026-11-22T09:00:00+07:00"


def written(imbang: Imbang) -> Imbang:
    """A marker in the journal, in the log of changes and in a backup."""
    imbang("tugas", "tambah", OWN, now=YESTERDAY).ok()
    imbang("jurnal", "tulis", "--tingkat", 6, "--catatan", MARKER, now=YESTERDAY).ok()
    imbang("jurnal", "ubah", 1, "--catatan", f"{MARKER} lagi").ok()
    imbang("data", "cadangkan").ok()
    return imbang
