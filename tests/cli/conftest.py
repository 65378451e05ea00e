"""Fixtures of more than one file of this folder."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from keseimbangan.store import keys
from tests.cli.exchange_steps import SECRET, Home
from tests.cli.lock_steps import MARKER, lock
from tests.in_process import Imbang


@pytest.fixture
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """The derivation is slow on purpose; here it only takes time."""
    monkeypatch.setattr(keys, "_ROUNDS", 10)


@pytest.fixture
def locked(imbang: Imbang, quick_keys: None) -> Imbang:
    """A locked store with one task."""
    imbang("tugas", "tambah", MARKER).ok()
    lock(imbang)
    return imbang


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A keyring that is a dictionary."""
    kept: dict[str, str] = {}
    module = SimpleNamespace(
        get_password=lambda _service, name: kept.get(name),
        set_password=lambda _service, name, value: kept.update({name: value}),
        delete_password=lambda _service, name: kept.pop(name),
        get_keyring=lambda: SimpleNamespace(priority=5),
    )
    monkeypatch.setitem(sys.modules, "keyring", module)
    return kept


@pytest.fixture
def filled(imbang: Imbang) -> Imbang:
    """A store with something of what one exchanges."""
    imbang("skp", "tambah", "Laporan tepat waktu").ok()
    imbang("tugas", "tambah", "Susun laporan", "--penting", "--skp", 1).ok()
    imbang("blok", "tambah", "Apel", "07.00-07.30", "--ulang", "tiap senin", "--tugas", 1).ok()
    imbang("jurnal", "tulis", "--tingkat", 6, "--pemicu", "rapat", "--catatan", SECRET).ok()
    imbang("libur", "tambah", "2026-11-27", "HUT kantor").ok()
    return imbang


@pytest.fixture
def home(tmp_path: Path, cwd: Path) -> Imbang:
    """The other computer, which shares the folder for files."""
    return Home(tmp_path / "other", cwd)
