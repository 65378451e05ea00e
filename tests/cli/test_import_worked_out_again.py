"""Another terminal writes while an import is worked out: the next try begins with the whole."""

from collections.abc import Callable
from typing import Any

import pytest

from keseimbangan.store import merging
from tests.cli.exchange_steps import FILE, MONDAY, imported
from tests.in_process import Imbang

EDITED, DELETED, NOW = (f"2026-11-{day}T08:00:00+07:00" for day in (24, 25, 26))
Between = Callable[..., None]


@pytest.fixture
def between(filled: Imbang, monkeypatch: pytest.MonkeyPatch) -> Between:
    """Have another terminal make a call once the import has been worked out for the first time."""

    def call(*words: Any) -> None:
        real, tries = merging.tell_of_gone, []

        def told(*arguments: Any) -> None:
            real(*arguments)
            tries.append(words)
            if len(tries) == 1:
                filled(*words, now=NOW).ok()

        monkeypatch.setattr(merging, "tell_of_gone", told)

    return call


@pytest.fixture
def other(filled: Imbang, home: Imbang) -> Imbang:
    """The other computer, which has what the first one has."""
    filled("data", "ekspor", now=MONDAY).ok()
    home("data", "impor", FILE, now=MONDAY).ok()
    return home


def test_a_task_whose_deletion_was_undone_meanwhile_takes_the_newer_version(
    filled: Imbang, other: Imbang, between: Between
) -> None:
    other("tugas", "ubah", 1, "--judul", "Yang baru", now=EDITED).ok()
    other("data", "ekspor", "-o", "x.json", now=EDITED).ok()
    filled("tugas", "hapus", 1, "--ya", now=DELETED).ok()
    between("urung")
    assert imported(filled, "x.json", now=NOW)["removals"] == []
    assert "Yang baru" in filled("tugas", "daftar", now=NOW).ok().out


def test_what_is_still_deleted_is_told_once(
    filled: Imbang, other: Imbang, between: Between
) -> None:
    other("tugas", "tambah", "Yang lain", now=EDITED).ok()
    other("data", "ekspor", "-o", "x.json", now=EDITED).ok()
    filled("tugas", "hapus", 1, "--ya", now=DELETED).ok()
    between("tugas", "tambah", "Dari terminal lain")
    (removal,) = imported(filled, "x.json", now=NOW)["removals"]
    assert (removal["label"], removal["removed"]) == ("Susun laporan", True)


def test_an_occurrence_follows_the_hour_to_which_its_series_was_moved_meanwhile(
    filled: Imbang, other: Imbang, between: Between
) -> None:
    other("blok", "hapus", 1, "--pada", "2026-11-30", "--ya", now=EDITED).ok()
    other("data", "ekspor", "-o", "x.json", now=EDITED).ok()
    filled("blok", "ubah", 1, "--rentang", "08.00-08.30", "--semua", now=EDITED).ok()
    between("blok", "ubah", 1, "--rentang", "09.00-09.30", "--semua")
    imported(filled, "x.json", now=NOW)
    assert "Apel" in filled("hari", "2026-12-07", now=NOW).ok().out
    assert "Apel" not in filled("hari", "2026-11-30", now=NOW).ok().out
