"""What another terminal does while a question waits for its answer."""

import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from keseimbangan.domain.backups import BackupReason
from keseimbangan.store import keys, own_files
from keseimbangan.store.backups import back_up
from tests.cli.erasing_steps import written
from tests.cli.lock_steps import MARKER, OTHER, PASSPHRASE, Opened, holding
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

    def call(
        meanwhile: Callable[[], object], *words: str, answers: Iterator[str] | None = None
    ) -> Result:
        def line() -> str:
            meanwhile()
            return f"{next(answers) if answers else 'y'}\n"

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
    real = own_files.remains_of

    def late(store: Path) -> list[Path]:
        found = real(store)
        if hidden.exists():
            hidden.rename(old)
        return found

    monkeypatch.setattr(own_files, "remains_of", late)
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


@pytest.fixture
def lockable(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library is there, and quick."""
    monkeypatch.setattr(keys, "_ROUNDS", 10)
    pytest.importorskip("sqlcipher3")


def _lock(store: Path) -> None:
    """As another process does: nothing of it is known here afterwards."""
    from keseimbangan.store.conversion import convert

    before = keys._paths.pop(store, None)
    key = keys.derived(PASSPHRASE, keys.new_salt())
    convert(store, key)
    keys._paths[store] = before


def _once(act: Callable[[], None]) -> Callable[[], None]:
    done: list[bool] = []

    def call() -> None:
        if not done:
            done.append(True)
            act()

    return call


@pytest.mark.usefixtures("lockable")
def test_a_store_locked_meanwhile_is_asked_for_and_not_called_broken(
    filled: Imbang, asked: Asked
) -> None:
    filled("tugas", "tambah", "Sesudahnya").ok()
    meanwhile, answers = _once(lambda: _lock(filled.store)), iter(["y", PASSPHRASE])
    result = asked(meanwhile, "data", "pulihkan", answers=answers)
    assert "Sandi untuk keseimbangan.db:" in result.err
    assert "Data dipulihkan" in result.ok().out


@pytest.mark.usefixtures("lockable")
def test_locking_what_was_locked_meanwhile_is_refused_and_changes_nothing(
    filled: Imbang, asked: Asked
) -> None:
    meanwhile, answers = _once(lambda: _lock(filled.store)), iter([OTHER, OTHER])
    result = asked(meanwhile, "data", "kunci", "--cadangan", answers=answers)
    assert result.code == 1
    assert "baru saja diubah di terminal lain" in result.err
    assert MARKER in Opened(filled)("jurnal", "lihat", 1).ok().out
