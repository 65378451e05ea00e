"""A series that one computer deletes while the other goes on with it."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.exchange_steps import Home, imported
from tests.in_process import Imbang

MADE, DELETED = "2026-11-16T08:00:00+07:00", "2026-11-17T08:00:00+07:00"
EARLIER, LATER = "2026-11-16T20:00:00+07:00", "2026-11-23T08:00:00+07:00"
AFTER = "2026-11-23T09:00:00+07:00"


def send(one: Imbang, other: Imbang, *words: str) -> dict[str, Any]:
    """What the other computer makes of the file of one."""
    one("data", "ekspor", "-o", "x.json", "--timpa", now=AFTER).ok()
    return imported(other, "x.json", *words, now=AFTER)


def told(imbang: Imbang, *words: str) -> str:
    out = imbang("data", "impor", "x.json", *words, now=AFTER).ok().out
    return " ".join(out.split())


def titles(imbang: Imbang) -> list[str]:
    found = imbang("blok", "daftar", "--hari", "2026-12-07", "--json", now=AFTER).ok().json
    return [block["title"] for block in found["blocks"]]


@pytest.fixture
def office(imbang: Imbang, home: Imbang) -> Imbang:
    """The first computer, after both have a series with an exception."""
    imbang("blok", "tambah", "Apel", "07.00-07.30", "--ulang", "tiap senin", now=MADE).ok()
    imbang("blok", "ubah", 1, "--pada", "2026-12-07", "--judul", "Apel besar", now=MADE).ok()
    send(imbang, home)
    return imbang


def delete(imbang: Imbang, now: str = DELETED) -> None:
    imbang("blok", "hapus", 1, "--semua", "--ya", now=now).ok()


def change(imbang: Imbang, now: str) -> None:
    imbang("blok", "ubah", 2, "--rentang", "08.30-09.30", now=now).ok()


@pytest.mark.parametrize("deletes_first", [True, False])
def test_what_was_changed_after_its_owner_was_deleted_keeps_all_of_it(
    deletes_first: bool, office: Imbang, home: Imbang
) -> None:
    delete(office)
    change(home, LATER)
    pair = (office, home) if deletes_first else (home, office)
    send(*pair)
    send(*reversed(pair))
    for imbang in pair:
        assert titles(imbang) == ["Apel besar"]
        days = imbang("blok", "daftar", "--hari", "2026-11-30", "--json", now=AFTER).ok().json
        assert [block["title"] for block in days["blocks"]] == ["Apel"]
    for one, other in (pair, (pair[1], pair[0])):
        assert send(one, other)["removals"] == []


def test_that_it_stays_or_comes_back_is_said_with_what_was_changed(
    office: Imbang, home: Imbang
) -> None:
    delete(office)
    change(home, LATER)
    send(office, home, "--tinjau")
    out = told(home)
    assert "Tetap ada, sebab diubah setelah dihapus di komputer lain" in out
    assert "Blok 1 Apel: diubah Sen 23 Nov 08.00, dihapus Sel 17 Nov 08.00" in out
    assert "Blok 2 Apel besar, Sen 7 Des: diubah Sen 23 Nov 08.00" in out
    send(home, office, "--tinjau")
    assert "Kembali, sebab diubah di sana setelah dihapus di sini" in told(office)


def test_a_result_that_was_noted_after_the_deletion_is_not_lost(
    office: Imbang, home: Imbang
) -> None:
    delete(office)
    home("blok", "selesai", 1, "--pada", "2026-11-23", "--hasil", "penting", now=LATER).ok()
    send(office, home)
    send(home, office)
    for imbang in (office, home):
        found = imbang("blok", "daftar", "--hari", "2026-11-23", "--json", now=AFTER).ok().json
        assert [block["result"] for block in found["blocks"]] == ["penting"]


@pytest.mark.parametrize("deletes_first", [True, False])
def test_what_goes_along_with_its_owner_is_listed(
    deletes_first: bool, office: Imbang, home: Imbang
) -> None:
    home("blok", "ubah", 1, "--pada", "2026-12-14", "--judul", "Apel akbar", now=EARLIER).ok()
    home("blok", "hapus", 1, "--pada", "2026-12-21", "--ya", now=EARLIER).ok()
    delete(office)
    pair = (office, home) if deletes_first else (home, office)
    found = send(*pair, "--tinjau")
    listed = {(one["table"], one["label"], one["removed"]) for one in found["removals"]}
    assert ("blocks", "Apel akbar", True) in listed
    assert ("exclusions", "Apel", True) in listed
    assert ("blocks", "Apel", True) in listed
    out = told(pair[1])
    assert "Apel akbar, Sen 14 Des" in out
    assert "beserta 1 kejadian berulang" in out
    send(*reversed(pair))
    for imbang in pair:
        assert titles(imbang) == []


def test_a_deletion_of_the_exception_by_itself_does_not_keep_the_series(
    office: Imbang, home: Imbang
) -> None:
    delete(office)
    change(home, LATER)
    home("blok", "hapus", 2, "--ya", now=AFTER).ok()
    found = send(office, home)
    assert ("blocks", "Apel", False) in {
        (one["table"], one["label"], one["removed"]) for one in found["removals"]
    }


def test_what_three_computers_have_of_a_family_is_the_same_in_any_order(
    office: Imbang, home: Imbang, tmp_path: Path
) -> None:
    third = Home(tmp_path / "third", office.cwd)
    send(office, third)
    third("blok", "ubah", 1, "--pada", "2026-12-07", "--judul", "Apel akbar", now=EARLIER)
    delete(office)
    change(home, LATER)
    # The third one hears of the deletion before it hears of the change.
    for one, other in ((office, third), (home, third), (third, office), (office, home)):
        send(one, other)
    assert titles(office) == titles(home) == titles(third) == ["Apel besar"]
