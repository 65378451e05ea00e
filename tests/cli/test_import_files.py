"""Files as they come from other programs and from Windows: wide, broken, too long."""

import errno
import json
import os
from pathlib import Path

import pytest

from keseimbangan.domain.plaintext import NOTE_LENGTH
from keseimbangan.exchange import store_file
from keseimbangan.store.incoming import empty
from tests.in_process import Imbang

TASK = {
    "uuid": "11111111-2222-3333-4444-555555555555",
    "status": "pending",
    "description": "Susun laporan",
    "entry": "20261120T010000Z",
}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_that_windows_wrote_is_read(imbang: Imbang, encoding: str) -> None:
    mark = "" if encoding == "utf-16" else "\ufeff"
    (imbang.cwd / "t.json").write_bytes((mark + json.dumps([TASK])).encode(encoding))
    imbang("data", "impor", "t.json", "--dari", "taskwarrior").ok()
    (task,) = imbang("tugas", "--json").ok().json["tasks"]
    assert task["title"] == "Susun laporan"


def test_a_note_that_is_too_long_is_cut_between_words_and_named(imbang: Imbang) -> None:
    notes = [{"entry": "20261120T010000Z", "description": "kata " * 4_000}]
    (imbang.cwd / "t.json").write_text(json.dumps([{**TASK, "annotations": notes}]))
    for words in (("--tinjau",), ()):
        found = imbang("data", "impor", "t.json", "--dari", "taskwarrior", *words, "--json")
        skipped = found.ok().json["import"]["skipped"]
        assert [(each["title"], each["reason"]) for each in skipped] == [
            ("Susun laporan", "note_cut")
        ]
    note = imbang("tugas", "lihat", 1, "--json").ok().json["task"]["note"]
    assert note.endswith("kata […]")
    assert len(note) <= NOTE_LENGTH


def test_an_interval_that_ends_before_it_begins_is_said_to_do_so(imbang: Imbang) -> None:
    row = {"start": "20261120T020000Z", "end": "20261120T010000Z", "tags": ["x"]}
    (imbang.cwd / "w.json").write_text(json.dumps([row]))
    out = imbang("data", "impor", "w.json", "--dari", "timewarrior").ok().out
    assert "selesainya tidak sesudah mulainya" in out


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="Linux has such a file")
def test_a_file_that_breaks_off_while_it_is_read_is_no_bug(imbang: Imbang) -> None:
    result = imbang("data", "impor", "/proc/self/mem", "--json")
    assert result.error["code"] == "import_file_unreadable"


def test_a_disk_that_fails_in_the_middle_of_an_export_is_no_bug(
    imbang: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Failing:
        def read(self, _size: int) -> bytes:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    original = store_file._Text.__init__

    def broken(self: object, path: Path, _file: object) -> None:
        original(self, path, Failing())  # type: ignore[arg-type]

    imbang("data", "ekspor", "-o", "a.json").ok()
    monkeypatch.setattr(store_file._Text, "__init__", broken)
    assert imbang("data", "impor", "a.json", "--json").error["code"] == "import_file_unreadable"


def test_what_comes_in_is_sorted_in_memory_and_not_on_the_disk() -> None:
    with empty() as incoming:
        (place,) = incoming.connection.execute("PRAGMA temp_store").fetchone()
    assert place == 2
