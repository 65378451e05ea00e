"""A law of exchanging files: that something was undone before changes nothing of an import."""

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.cli.test_merging_laws import BEGIN, Computer, content, hand_on
from tests.undo.calls import Call, prepare

FIRST, SERIES = "Yang pertama", ("blok", "tambah", "Apel", "07.00-07.30", "--ulang", "tiap senin")
RENAME, BACK = (Call(("tugas", "ubah", "1", "--judul", title)) for title in ("Yang lain", FIRST))
DELETE = Call(("tugas", "hapus", "1", "--ya"))
# Few things, so that what is done often comes back to what was.
CALLS = (
    *(RENAME, BACK, DELETE, Call(("urung",)), Call(("ulang",))),
    Call(("tugas", "tambah", "Yang kedua")),
    *(Call(("blok", "ubah", "1", "--semua", "--rentang", time)) for time in ("7-8", "07.00-07.30")),
    Call(("blok", "hapus", "1", "--pada", "2026-11-30", "--ya")),
    Call(("libur", "tambah", "2026-11-27", "HUT kantor")),
    Call(("libur", "hapus", "2026-11-27", "--ya")),
    Call(("evaluasi", "--pelajaran", "satu")),
)
# What both are told, one file after the other: first of one computer, then of another.
DEEDS = st.lists(st.sampled_from(CALLS), max_size=6)


@settings(max_examples=max(2, settings.default.max_examples // 50))
@given(DEEDS, DEEDS)
@example([RENAME, BACK], [DELETE])
def test_an_import_brings_the_same_after_an_undo(one: list[Call], two: list[Call]) -> None:
    with tempfile.TemporaryDirectory() as name:
        cwd = Path(name, "cwd")
        cwd.mkdir()
        prepare(cwd)
        others = [Computer(Path(name, each), cwd, 0, 0) for each in ("one", "two")]
        told = [Computer(Path(name, each), cwd, 0, 0) for each in ("plain", "undone")]
        others[0].at(BEGIN, "tugas", "tambah", FIRST).ok()
        others[0].at(BEGIN, *SERIES).ok()
        for each in (others[1], *told):
            shutil.copytree(others[0].home, each.home)
        moment = BEGIN + timedelta(days=2)
        # The second one does its deeds first.
        for place, deeds in ((1, two), (0, one)):
            for call in deeds:
                moment += timedelta(seconds=1)
                assert others[place].at(moment, *call.words).code in (0, 1, 2), call
        plain, undone = told
        for other in others:
            moment += timedelta(hours=1)
            undone.at(moment, "lembur", "tambah", "17.00-19.00").ok()
            undone.at(moment, "urung").ok()
            for each in told:
                hand_on(other, each, moment)
        assert content(undone) == content(plain)
