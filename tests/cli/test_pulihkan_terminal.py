"""`imbang data pulihkan` at a real terminal."""

from tests.harness import Terminals, ended
from tests.in_process import Imbang

NOON = "2026-11-24T12:00:00+07:00"


def test_what_goes_is_shown_before_the_question_and_goes_only_then(
    imbang: Imbang, terminal: Terminals
) -> None:
    imbang("tugas", "tambah", "Susun laporan").ok()
    imbang("tugas", "tambah", "Dua", now=NOON).ok()
    child = terminal("data", "restore", now=NOON, lang="en")
    child.expect("Tasks: 1 gone")
    child.expect(r"Restore \(1 gone\)\?")
    child.expect(r"\[y/N\]")
    child.sendline("y")
    assert ended(child) == 0
    tasks = imbang("tugas", "--json", now=NOON).ok().json["tasks"]
    assert [task["title"] for task in tasks] == ["Susun laporan"]
