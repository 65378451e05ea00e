"""`imbang data periksa --latihan` while another terminal lets the backup go."""

import pytest

from keseimbangan.store import inventory
from keseimbangan.store.database import Database
from tests.in_process import Imbang


def test_a_backup_that_goes_meanwhile_is_said_to_be_gone(
    imbang: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    imbang("tugas", "tambah", "x").ok()
    imbang("data", "cadangkan").ok()
    real = inventory.inventory

    def let_go(db: Database) -> object:
        for backup in (imbang.home / "cadangan").iterdir():
            backup.unlink()
        return real(db)

    monkeypatch.setattr(inventory, "inventory", let_go)
    result = imbang("data", "periksa", "--latihan")
    assert result.code == 1
    assert "sudah tidak ada" in result.err
    assert "cadangkan --daftar" in result.err
