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
