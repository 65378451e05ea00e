"""What a restore brought back is kept at once: a damage afterwards brings no rejected state."""

from pathlib import Path

import pytest

from tests.in_process import Imbang

MONDAY = "2026-11-23T07:30:00+07:00"
TUESDAY = "2026-11-24T07:30:00+07:00"
NOON = "2026-11-24T12:00:00+07:00"
EVENING = "2026-11-24T18:00:00+07:00"


@pytest.fixture
def mistaken(imbang: Imbang) -> Imbang:
    """On Tuesday a task was deleted that is still needed."""
    imbang("tugas", "tambah", "Balas surat Camat", now=MONDAY).ok()
    imbang("tugas", "hapus", "1", "--ya", now=TUESDAY).ok()
    return imbang


def titles(imbang: Imbang) -> list[str]:
    tasks = imbang("tugas", "--json", now=EVENING).ok().json["tasks"]
    return sorted(task["title"] for task in tasks)


def kept(imbang: Imbang) -> list[str]:
    return [
        each["reason"]
        for each in imbang("data", "cadangkan", "--daftar", "--json", now=EVENING).json["backups"]
    ]


def test_after_a_restore_a_damage_brings_back_what_had_been_restored(mistaken: Imbang) -> None:
    mistaken("data", "pulihkan", "--ya", now=NOON).ok()
    assert kept(mistaken) == ["restored", "restore", "daily"]
    mistaken.store.write_text("bukan basis data " * 99)
    assert "-dipulihkan-" in mistaken("tugas", "--json", now=EVENING).error["hint"]
    mistaken("data", "pulihkan", "--ya", now=EVENING).ok()
    assert titles(mistaken) == ["Balas surat Camat"]


def test_so_does_the_first_damage_of_two_after_which_an_older_one_was_chosen(
    mistaken: Imbang,
) -> None:
    mistaken("data", "cadangkan", now=NOON).ok()
    daily = next((mistaken.home / "cadangan").glob("*-harian-*"))
    mistaken.store.write_text("bukan basis data " * 99)
    mistaken("data", "pulihkan", daily.name, "--ya", now=NOON).ok()
    mistaken.store.write_text("bukan basis data " * 99)
    mistaken("data", "pulihkan", "--ya", now=EVENING).ok()
    assert titles(mistaken) == ["Balas surat Camat"]


def test_the_newest_one_that_replaces_a_damaged_store_is_not_kept_twice(mistaken: Imbang) -> None:
    mistaken.store.write_text("bukan basis data " * 99)
    mistaken("data", "pulihkan", "--ya", now=NOON).ok()
    assert kept(mistaken) == ["daily"]


def test_a_restore_that_cannot_be_kept_has_been_done_and_says_so(
    mistaken: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    from keseimbangan.errors.backups import BackupFailed
    from keseimbangan.store.backups import back_up

    def refused_afterwards(store: Path, reason: str, *rest: object) -> object:
        if reason == "restored":
            raise BackupFailed(store.parent, OSError(28, "No space left on device"))
        return back_up(store, reason, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("keseimbangan.cli.backup_keeping.back_up", refused_afterwards)
    err = mistaken("data", "pulihkan", "--ya", now=NOON).ok().err
    assert "Keadaan sesudah pemulihan belum dicadangkan." in err
    assert titles(mistaken) == ["Balas surat Camat"]
