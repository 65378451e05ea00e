"""What an import says when nothing can come, and what it counts when something goes."""

import json
from collections.abc import Sequence
from typing import Any

import pytest

from tests.cli.exchange_steps import TUESDAY, Home
from tests.cli.test_data_foreign import imported
from tests.exchange.test_foreign import TASKWARRIOR, TIMEWARRIOR
from tests.in_process import Imbang

JRNL = {"tags": {}, "entries": [{"title": "Rapat", "date": "2026-11-20", "time": "07:30"}]}
BROKEN = [{"uuid": "x", "status": "pending", "description": "Arsip"}]


def write(imbang: Imbang, program: str, document: Any) -> None:
    (imbang.cwd / f"{program}.json").write_text(json.dumps(document), encoding="utf-8")


@pytest.mark.parametrize(
    ("program", "document", "reason"),
    [("jrnl", JRNL, "tidak ada tingkat stres"), ("taskwarrior", BROKEN, "tidak dapat dibaca")],
    ids=["jrnl", "taskwarrior"],
)
def test_a_file_that_is_left_out_whole_is_not_called_known(
    imbang: Imbang, program: str, document: Any, reason: str
) -> None:
    write(imbang, program, document)
    out = imbang("data", "impor", f"{program}.json", "--dari", program).ok().out
    assert f"Tidak ada yang dapat diimpor dari {program}.json." in out
    assert reason in out


def test_the_same_file_again_brings_nothing_new(imbang: Imbang) -> None:
    write(imbang, "jrnl", JRNL)
    call = ("data", "impor", "jrnl.json", "--dari", "jrnl", "--tingkat", 5)
    imbang(*call).ok()
    assert "Tidak ada yang baru dari jrnl.json." in imbang(*call).ok().out


@pytest.mark.parametrize(
    ("program", "document"),
    [("taskwarrior", TASKWARRIOR), ("timewarrior", TIMEWARRIOR), ("jrnl", JRNL["entries"])],
    ids=["taskwarrior", "timewarrior", "jrnl"],
)
def test_what_is_no_object_is_named_and_keeps_its_position(
    imbang: Imbang, program: str, document: Sequence[Any]
) -> None:
    strayed: Any = [42, *document]
    write(imbang, program, {"entries": strayed} if program == "jrnl" else strayed)
    skipped = imported(imbang, program)["skipped"]
    assert skipped[0]["position"] == 1
    plain: Any = document
    write(imbang, program, {"entries": plain} if program == "jrnl" else plain)
    before = [each["position"] for each in imported(imbang, program)["skipped"]]
    assert [each["position"] for each in skipped[1:]] == [position + 1 for position in before]


@pytest.mark.parametrize(
    ("lang", "words", "row"),
    [
        ("id", ("data", "impor", "rumah.json", "--tinjau"), "dihapus        1 tugas"),
        ("en", ("data", "import", "rumah.json", "--preview"), "deleted    1 task"),
    ],
)
def test_a_preview_counts_what_would_go(
    filled: Imbang, home: Home, lang: str, words: Sequence[str], row: str
) -> None:
    filled("tugas", "tambah", "Arsip").ok()
    filled("data", "ekspor", "--ke", "kantor.json").ok()
    home("data", "impor", "kantor.json").ok()
    home("tugas", "hapus", 2, "--ya", now=TUESDAY).ok()
    home("data", "ekspor", "--ke", "rumah.json", now=TUESDAY).ok()
    out = filled(*words, now=TUESDAY, lang=lang).ok().out
    assert " ".join(row.split()) in [" ".join(line.split()) for line in out.splitlines()]
