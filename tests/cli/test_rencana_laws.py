"""What holds for every plan that is applied to a store."""

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.in_process import Imbang

NOW = "2026-11-23T08:05:00+07:00"
DAYS = [f"2026-11-{day}" for day in range(23, 28)]

tasks = st.lists(
    st.fixed_dictionaries(
        {
            "--estimasi": st.sampled_from(["20m", "45m", "2j", "5j"]),
            "--tenggat": st.sampled_from(DAYS),
            "--mulai-dari": st.sampled_from([None, "2026-11-23"]),
            "--jenis": st.sampled_from(["rutin", "proyek"]),
        }
    ),
    min_size=1,
    max_size=6,
)
fixed = st.lists(
    st.tuples(
        st.sampled_from(DAYS),
        st.sampled_from(["07.30-08.00", "09.00-10.30", "11.30-13.30", "15.00-17.00"]),
        st.sampled_from(["rapat", "keluarga", "lain"]),
    ),
    max_size=4,
)


def minutes(block: dict[str, Any]) -> int:
    """How long a block is."""
    ends, starts = map(datetime.fromisoformat, (block["ends_at"], block["starts_at"]))
    return int((ends - starts).total_seconds() // 60)


@settings(max_examples=25)
@given(tasks, fixed)
def test_an_applied_plan_leaves_nothing_to_plan_and_keeps_to_its_bounds(
    some: list[dict[str, str | None]], others: list[tuple[str, str, str]]
) -> None:
    with TemporaryDirectory() as folder:
        imbang = Imbang(Path(folder) / "home", Path(folder))
        home = {"KESEIMBANGAN_HOME": str(imbang.home)}

        def call(*words: str) -> Any:
            return imbang(*words, "--json", now=NOW, env=home).ok().json

        for number, options in enumerate(some):
            given_ = [word for name, value in options.items() if value for word in (name, value)]
            call("tugas", "tambah", f"Tugas {number}", *given_)
        for day, hours, kind in others:
            call("blok", "tambah", "Tetap", hours, "--hari", day, "--jenis", kind, "--tumpuk")
        before = call("blok", "daftar", "--minggu", "pekan ini")["blocks"]
        applied = call("rencana", "--minggu", "--terapkan")["blocks"]
        after = call("blok", "daftar", "--minggu", "pekan ini")["blocks"]
        assert call("rencana", "--minggu", "--terapkan")["blocks"] == []
        anew = call("rencana", "--minggu", "--dari-awal", "--terapkan")
        assert call("blok", "daftar", "--minggu", "pekan ini")["blocks"] == after
        assert anew["removed"] == []
        assert [block for block in after if block["task"] is None] == before
        for one in applied:
            assert one["starts_at"] >= NOW
            assert not [o for o in after if o["number"] != one["number"] and meet(one, o)]
        for task in call("tugas", "daftar")["tasks"]:
            mine = [minutes(block) for block in applied if block["task"] == task["number"]]
            assert sum(mine) <= task["estimate_minutes"]


def meet(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two blocks share time."""
    return bool(one["starts_at"] < other["ends_at"] and other["starts_at"] < one["ends_at"])
