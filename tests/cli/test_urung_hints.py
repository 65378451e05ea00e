"""What is said where there is nothing to undo: why there is nothing, and only what is so."""

from datetime import UTC, datetime

from keseimbangan.domain.backups import BackupReason
from keseimbangan.store.backups import back_up
from tests.in_process import Imbang

KEPT = "Langkah disimpan 90 hari, kecuali riwayatnya dihapus."


def hint(imbang: Imbang) -> str:
    return str(imbang.refused(1, "urung", "--json").error["hint"])


def test_nothing_is_said_of_an_update_where_there_was_none(imbang: Imbang) -> None:
    assert hint(imbang) == KEPT
    imbang("tugas", "tambah", "A").ok()
    imbang("data", "hapus", "riwayat", "--ya").ok()
    assert hint(imbang) == KEPT


def test_after_an_update_the_backup_made_before_is_named(imbang: Imbang) -> None:
    imbang("tugas", "tambah", "A").ok()
    imbang("data", "hapus", "riwayat", "--ya").ok()
    back_up(imbang.store, BackupReason.MIGRATION, datetime(2026, 11, 22, tzinfo=UTC))
    assert hint(imbang) == (
        "Langkah sebelum pembaruan program tidak disimpan; keadaan saat itu ada di folder cadangan."
    )


def test_the_way_back_says_until_when_it_is_there(imbang: Imbang) -> None:
    imbang("tugas", "tambah", "A").ok()
    imbang("tugas", "tambah", "B").ok()
    out = imbang("urung", 2, columns=60).ok().out
    assert out.endswith("\nTidak jadi? Sebelum mengubah hal lain: imbang ulang 2\n")
