"""Two terminals at once: what one has changed, the other does not take back."""

from typing import Any

import pytest

from tests.in_process import Imbang


@pytest.mark.parametrize(
    ("meanwhile", "expected"),
    [
        (("tugas", "ubah", 1, "--judul", "Lain"), {"title": "Lain", "important": True}),
        (("tugas", "selesai", 1, "--hasil", "x"), {"status": "done", "important": False}),
    ],
)
def test_triage_keeps_what_another_terminal_changed_while_it_asked(
    imbang: Imbang,
    monkeypatch: pytest.MonkeyPatch,
    meanwhile: tuple[Any, ...],
    expected: dict[str, Any],
) -> None:
    imbang("tugas", "tambah", "Satu").ok()
    from keseimbangan.cli import triage

    original = triage._act

    def act(*arguments: Any) -> Any:
        imbang(*meanwhile).ok()
        return original(*arguments)

    monkeypatch.setattr(triage, "_act", act)
    imbang("tugas", "triase", answers=["y", "t", ""]).ok()
    task = imbang("tugas", "lihat", 1, "--json").ok().json["task"]
    assert {name: task[name] for name in expected} == expected


def test_triage_goes_on_where_another_terminal_deleted_a_task(
    imbang: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    for title in ("Satu", "Dua"):
        imbang("tugas", "tambah", title).ok()
    from keseimbangan.cli import triage

    original = triage._act

    def act(env: Any, task: Any, where: Any) -> Any:
        if task.number == 1:
            imbang("tugas", "hapus", 1, "--ya").ok()
        return original(env, task, where)

    monkeypatch.setattr(triage, "_act", act)
    result = imbang("tugas", "triase", answers=["y", "t", "", "y", "t", ""]).ok()
    assert "diubah di terminal lain" in result.err
    assert imbang("tugas", "lihat", 2, "--json").ok().json["task"]["important"]


def test_an_import_is_worked_out_while_another_terminal_writes(
    imbang: Imbang, monkeypatch: pytest.MonkeyPatch
) -> None:
    from keseimbangan.cli import data_merging
    from keseimbangan.store import connections

    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.05)
    imbang("tugas", "tambah", "Satu").ok()
    imbang("data", "ekspor", "--ke", "a.json").ok()
    imbang("tugas", "ubah", 1, "--judul", "Lain", now="2026-11-23T07:31:00+07:00").ok()
    imbang("urung").ok()
    original, times = data_merging.compare, []

    def compare(*arguments: Any, **options: Any) -> Any:
        times.append(1)
        plan = original(*arguments, **options)
        if len(times) == 1:
            imbang("tugas", "tambah", "Dua").ok()
        return plan

    monkeypatch.setattr(data_merging, "compare", compare)
    imbang("data", "impor", "a.json").ok()
    assert len(times) == 2
    titles = {task["title"] for task in imbang("tugas", "--json").ok().json["tasks"]}
    assert titles == {"Satu", "Dua"}
