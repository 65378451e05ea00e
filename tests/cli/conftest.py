"""Fixtures of more than one file of this folder."""

import pytest

from keseimbangan.store import keys
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
