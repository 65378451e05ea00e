"""The same day or week, written on two computers: one of the two stays, and the other is gone."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.exchange_steps import Home, counts, imported
from tests.in_process import Imbang

EARLY, LATE = "2026-11-16T08:00:00+07:00", "2026-11-17T08:00:00+07:00"
MET, GONE = "2026-11-18T08:00:00+07:00", "2026-11-19T08:00:00+07:00"
AFTER, LAST = "2026-11-20T08:00:00+07:00", "2026-11-21T08:00:00+07:00"


def note(imbang: Imbang, letter: str, now: str) -> None:
    imbang("lokasi", "catat", "rumah", "2026-11-30", "--dasar", letter, now=now).ok()


def letters(imbang: Imbang) -> list[str]:
    tables = imbang("data", "ekspor", "-o", "-", now=AFTER).ok().json["tables"]
    return [each["basis"] for each in tables["location_days"]]


def send(one: Imbang, other: Imbang, now: str, *words: str) -> dict[str, Any]:
    one("data", "ekspor", "-o", "x.json", "--timpa", now=now).ok()
    return imported(other, "x.json", *words, now=now)


@pytest.fixture
def office(imbang: Imbang, home: Imbang) -> Imbang:
    """The first computer, with the later of two letters for a day; the other has the earlier."""
    note(home, "ST-B", EARLY)
    note(imbang, "ST-A", LATE)
    return imbang


@pytest.mark.parametrize("first", ["office", "home"])
def test_a_day_that_was_deleted_does_not_come_back_as_it_was_on_the_other_computer(
    first: str, office: Imbang, home: Imbang
) -> None:
    send(home, office, MET)
    assert letters(office) == ["ST-A"]
    office("lokasi", "hapus", "2026-11-30", "--ya", now=GONE).ok()
    pair = (office, home) if first == "office" else (home, office)
    send(*pair, AFTER)
    send(*reversed(pair), AFTER)
    assert letters(office) == letters(home) == []
    assert send(*pair, AFTER)["removals"] == send(*reversed(pair), AFTER)["removals"] == []


def test_a_day_that_was_written_anew_after_it_was_deleted_stays(
    office: Imbang, home: Imbang
) -> None:
    send(home, office, MET)
    office("lokasi", "hapus", "2026-11-30", "--ya", now=GONE).ok()
    note(home, "ST-C", AFTER)
    send(office, home, LAST)
    send(home, office, LAST)
    assert letters(office) == letters(home) == ["ST-C"]


def test_that_one_of_two_was_replaced_is_told_as_that_and_not_as_a_deletion(
    office: Imbang, home: Imbang
) -> None:
    kept = send(home, office, MET)
    assert counts(kept, "kept") == {"location_days": 1}
    found = send(office, home, MET, "--tinjau")
    assert (found["removals"], [one["winner"] for one in found["differences"]]) == ([], ["file"])
    send(office, home, MET)
    assert letters(home) == ["ST-A"]
    # The one that stayed is known to both; the one that did not is not looked at again.
    assert not send(home, office, MET)["differences"]
    assert not any(counts(send(home, office, MET), verdict) for verdict in ("new", "changed"))


def test_the_third_computer_does_not_bring_it_back_either(
    office: Imbang, home: Imbang, tmp_path: Path
) -> None:
    third = Home(tmp_path / "third", office.cwd)
    send(home, third, EARLY)
    send(home, office, MET)
    office("lokasi", "hapus", "2026-11-30", "--ya", now=GONE).ok()
    for one, other in ((third, office), (office, third), (third, home), (home, office)):
        send(one, other, AFTER)
    assert letters(office) == letters(home) == letters(third) == []


def test_a_file_that_only_brings_the_lesser_version_says_so_once(
    office: Imbang, home: Imbang
) -> None:
    home("data", "ekspor", "-o", "x.json", now=MET).ok()
    out = office("data", "impor", "x.json", now=MET).ok().out
    assert "dipertahankan" in out
    assert "Hanya catatan" not in out
    again = imported(office, "x.json", now=MET)
    assert again["backup"] is None
