"""`imbang data hapus`, killed while it overwrites: what is left, and who takes that away."""

from collections.abc import Callable
from pathlib import Path

import pytest

from keseimbangan.store import files
from keseimbangan.store.backup_folder import backups_in
from keseimbangan.store.soundness import is_whole, open_file
from tests.cli.erasing_steps import OWN, written
from tests.cli.lock_steps import MARKER, holding
from tests.in_process import Imbang


class Killed(BaseException):
    """Nothing catches it, as nothing catches SIGKILL."""


@pytest.fixture
def filled(imbang: Imbang) -> Imbang:
    return written(imbang)


@pytest.fixture
def killed(filled: Imbang, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Imbang]:
    """A home in which erasing was killed at the first file, half overwritten."""

    def kill(handle: int) -> None:
        files.os.write(handle, bytes(100))
        raise Killed

    def call(*words: str) -> Imbang:
        with monkeypatch.context() as patch:
            patch.setattr(files, "overwrite", kill)
            with pytest.raises(Killed):
                filled("data", "hapus", *words, "--ya")
        return filled

    return call


def _hidden(home: Path) -> list[str]:
    return [path.name for path in sorted(home.rglob(".*"))]


def test_no_broken_file_is_called_a_backup(killed: Callable[..., Imbang]) -> None:
    home = killed("jurnal").home
    assert _hidden(home)
    for backup in backups_in(home / "cadangan"):
        with open_file(backup.path, "ro") as connection:
            assert is_whole(connection)


def test_the_same_command_again_goes_on_where_it_was(killed: Callable[..., Imbang]) -> None:
    imbang = killed("jurnal")
    imbang("data", "hapus", "jurnal", "--ya").ok()
    assert (holding(imbang.home, MARKER), _hidden(imbang.home)) == ([], [])
    assert OWN in imbang("tugas", "daftar").ok().out


def test_the_next_backup_finishes_what_was_begun(killed: Callable[..., Imbang]) -> None:
    imbang = killed("jurnal")
    imbang("data", "cadangkan").ok()
    assert _hidden(imbang.home) == []


@pytest.mark.parametrize("words", [("--semua",), ("jurnal",), ("riwayat",)])
def test_erasing_everything_finishes_any_other(
    killed: Callable[..., Imbang], words: tuple[str, ...]
) -> None:
    imbang = killed(*words)
    imbang("data", "hapus", "--semua", "--ya").ok()
    assert list(imbang.home.iterdir()) == []


def test_settings_that_were_being_erased_keep_no_command_from_running(
    imbang: Imbang, killed: Callable[..., Imbang], monkeypatch: pytest.MonkeyPatch
) -> None:
    imbang("atur", "ubah", "giliran.lain", f"{MARKER.lower()} 07.00-14.00").ok()
    for path in (imbang.home / "cadangan").iterdir():
        path.unlink()
    killed("--semua")
    imbang("hari").ok()
    assert not (imbang.home / "pengaturan.toml").exists()
    imbang("data", "hapus", "--semua", "--ya").ok()
    assert list(imbang.home.iterdir()) == []


def test_a_store_put_aside_that_still_holds_it_is_found(filled: Imbang) -> None:
    aside = filled.home / "keseimbangan-rusak-2026-11-23T00.30.00Z.db"
    filled("data", "cadangkan", aside.with_name("lain.db")).ok()
    filled("data", "hapus", "jurnal", "--ya").ok()
    aside.with_name("lain.db").rename(aside)
    filled("data", "hapus", "jurnal", "--ya").ok()
    assert holding(filled.home, MARKER) == []
