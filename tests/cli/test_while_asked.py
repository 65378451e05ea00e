"""What another terminal does while a question waits for its answer."""

import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from keseimbangan.domain.backups import BackupReason
from keseimbangan.store import keys, purging
from keseimbangan.store.backups import back_up
from keseimbangan.store.conversion import convert
from tests.cli.erasing_steps import written
from tests.cli.lock_steps import KEY, MARKER, OTHER_KEY, PASSPHRASE, holding, is_plain
from tests.harness import Result
from tests.in_process import Imbang

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
JOURNAL = ["stress_entries"]

Asked = Callable[..., Result]


@pytest.fixture
def filled(imbang: Imbang) -> Imbang:
    return written(imbang)


@pytest.fixture
def asked(filled: Imbang, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Calls the program; `meanwhile` happens before each line that is typed."""

    def call(meanwhile: Callable[[], object], *words: str, answer: str = "y") -> Result:
        def line() -> str:
            meanwhile()
            return f"{answer}\n"

        for module in ("prompts", "passphrases"):
            monkeypatch.setattr(f"keseimbangan.cli.{module}.typed_line", line)
        return filled(*words, answers=[])

    return call


@pytest.mark.parametrize("what", ["jurnal", "riwayat", "--semua"])
def test_a_backup_made_meanwhile_is_erased_too(filled: Imbang, asked: Asked, what: str) -> None:
    filled("jurnal", "hapus", 1, "--ya").ok()
    out = (
        asked(lambda: back_up(filled.store, BackupReason.MANUAL, NOW), "data", "hapus", what)
        .ok()
        .out
    )
    assert holding(filled.home, MARKER) == []
    assert what == "--semua" or "semua cadangan lama (3)" in out


def test_a_backup_that_is_only_named_meanwhile_is_erased_too(
    filled: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = back_up(filled.store, BackupReason.MANUAL, NOW).path
    hidden = old.rename(old.with_name(".keseimbangan-x.new"))
    real = purging.remains_of

    def late(store: Path) -> list[Path]:
        found = real(store)
        if hidden.exists():
            hidden.rename(old)
        return found

    monkeypatch.setattr(purging, "remains_of", late)
    filled("data", "hapus", "jurnal", "--ya").ok()
    assert holding(filled.home, MARKER) == []


def test_no_copy_of_a_backup_waits_readable_for_an_answer(filled: Imbang, asked: Asked) -> None:
    filled("jurnal", "hapus", 1, "--ya").ok()
    seen: list[Path] = []

    def look() -> None:
        seen.extend(Path(tempfile.gettempdir()).glob("keseimbangan-*/*"))

    asked(look, "data", "pulihkan").ok()
    assert seen == []
    assert MARKER in filled("jurnal", "lihat", 1).ok().out


def test_what_was_erased_meanwhile_is_not_brought_back(filled: Imbang, asked: Asked) -> None:
    filled("jurnal", "hapus", 1, "--ya").ok()

    def erase() -> None:
        filled("data", "hapus", "jurnal", "--ya").ok()

    result = asked(erase, "data", "pulihkan")
    assert result.code == 1
    assert "sudah tidak ada" in result.err
    assert filled("jurnal", "lihat", 1).code == 1
    assert holding(filled.home, MARKER) == []
